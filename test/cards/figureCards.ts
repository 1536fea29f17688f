import {
  auditCard,
  behindCard,
  compareCard,
  exportChoice,
  exportedCard,
  figureCard,
  type AskedFigure,
} from '../../src/cards/index.js';
import { share } from '../../src/reports/figures.js';
import type { Item, Measure } from '../../src/reports/report.js';
import { drawn, type Drawn } from './drawn.js';
import { sceneOn } from './service.js';

function comparisons(): Drawn[] {
  const row = (label: string, was: number | null, is: number | null, of: number | null) => ({
    label,
    unit: 'reviews',
    earlier: share('all', label, was, of),
    later: share('all', label, is, of),
  });
  const comparison = {
    title: 'Main figures',
    earlier: { from: '2015-04-01', to: '2016-03-31' },
    later: { from: '2016-04-01', to: '2017-03-31' },
    asAt: '2026-03-04',
    notes: ['Your own alone.'],
    page: 0,
    words: 'compare figures 2015/16 2016/17',
    others: [{ title: 'On time, by review held', words: 'timeliness 2016/17' }],
  };
  const rows = [
    row('Children looked after', 1467, 1490, null),
    row('On time, by review held', 1100, 1203, 1215),
    row('Over 20 working days', 3, 3, 40),
    row('**Disputes** raised', null, 39, null),
  ];
  const many = Array.from({ length: 14 }, (_, index) => row(`Row ${index}`, index, index + 1, 20));
  const shown = (name: string, more: object) =>
    drawn('figures', `compare · ${name}`, compareCard({ ...comparison, rows, ...more }));
  return [
    shown('two years', {}),
    shown('many rows', { rows: many }),
    shown('nothing recorded', { rows: [], others: [] }),
    shown('a year that is not over', { later: { from: '2025-04-01', to: '2026-03-31' } }),
  ];
}

function listsBehind(): Drawn[] {
  const scene = sceneOn('2026-03-04');
  const late = {
    child: '700131',
    heldOn: '2016-06-20',
    dueOn: '2016-06-13',
    workingDaysLate: 5,
  };
  const behind = (items: readonly Item[]) => ({
    title: 'On time, by review held',
    period: '2016/17',
    says: 'Held late',
    recorded: true,
    notes: ['Counted for your area, North.'],
    items,
    disputes: new Map([['D-2026-0042', 'dispute:00000000-0000-4000-8000-000000000001']]),
    initials: new Map([['700131', 'CD']]),
    page: 0,
    words: 'which timeliness 2016/17',
    back: 'timeliness 2016/17',
  });
  const dispute = { dispute: 'D-2026-0042', kind: 'formal', stage: 'team-manager', raisedOn: '2026-03-02' };
  return [
    drawn(
      'figures',
      'behind · reviews',
      behindCard(
        behind([late, { ...late, workingDaysLate: 0 }, { ...late, dueOn: null, workingDaysLate: null }]),
        scene,
      ),
    ),
    drawn('figures', 'behind · many', behindCard(behind(Array.from({ length: 12 }, () => late)), scene)),
    drawn('figures', 'behind · none', behindCard(behind([]), scene)),
    drawn('figures', 'behind · not recorded', behindCard({ ...behind([]), recorded: false }, scene)),
    drawn(
      'figures',
      'behind · children',
      behindCard(behind([{ child: '700131' }, { child: '**700132**' }]), scene),
    ),
    drawn(
      'figures',
      'behind · disputes',
      behindCard(
        behind([
          { ...dispute, closedOn: null, open: 1 },
          { ...dispute, closedOn: '2026-03-03', open: 0 },
          { ...dispute, dispute: 'D-2026-0001', closedOn: null, open: 0 },
        ]),
        scene,
      ),
    ),
  ];
}

function exports(): Drawn[] {
  const line =
    'timeliness,2016-04-01,2017-03-31,2026-03-04,timeliness-by-review,reviews,,all,"On time, all",1203,1215,99';
  const text = Array.from({ length: 200 }, () => line).join('\n');
  const notes = ['Counted for your area, North.'];
  const exported = { again: 'export csv timeliness', back: 'timeliness', notes };
  return [
    drawn(
      'figures',
      'export · choice',
      exportChoice(
        'Timeliness · 2016/17',
        'export csv timeliness',
        'export markdown timeliness',
        'timeliness',
      ),
    ),
    drawn('figures', 'export · short', exportedCard('Timeliness · 2016/17', line, 0, exported)),
    drawn('figures', 'export · first part', exportedCard('Timeliness · 2016/17', text, 0, exported)),
    drawn('figures', 'export · past the end', exportedCard('Timeliness · 2016/17', text, 99, exported)),
  ];
}

function audits(): Drawn[] {
  const scene = sceneOn('2026-03-04');
  const [someone] = scene.directory.people;
  const read = {
    how: 'report',
    figures: 'timeliness-by-review',
    from: '2025-04-01',
    to: '2026-03-31',
    about: [],
  } as const;
  const row = { at: '2026-03-04T09:14:00Z', person: someone?.id ?? '', what: 'report timeliness' };
  const rows = [
    { ...row, read: { ...read, by: 'iro' } },
    {
      ...row,
      at: '2026-03-02T17:00:00Z',
      read: { ...read, how: 'list' as const, about: [someone?.id ?? '', 'North'] },
    },
    { ...row, person: 'command line', read: { ...read, how: 'export' as const, figures: 'all' } },
    { ...row, read: { ...read, how: 'audit' as const } },
    row,
  ];
  return [
    drawn('figures', 'audit · some', auditCard(rows, 0, 'audit', scene)),
    drawn(
      'figures',
      'audit · many',
      auditCard(Array.from({ length: 30 }, () => rows).flat(), 0, 'audit', scene),
    ),
    drawn('figures', 'audit · none', auditCard([], 0, 'audit', scene)),
  ];
}

/** A lead's figures: with a chart, without, with much, with nothing, and not recorded. */
export function figureCards(): Drawn[] {
  const policy = sceneOn('2026-03-04').directory.policy;
  const stages = policy.ladder.map(({ id, label }) => ({ id, label }));
  const measure = (id: string, rows: Measure['rows']): Measure => ({
    id,
    title: id === 'themes-primary' ? 'Themes, the primary one of each' : 'Stages entered',
    definition: 'Disputes raised in the period, each at the stages that it entered. **bold** <at>Name</at>',
    unit: 'disputes',
    rows,
    items: [],
  });
  const all = (count: number | null) => ({ key: 'all', label: 'All', count, of: null, value: null });
  const stageRows = [39, 5, 1, 0].map((count, index) =>
    share(stages[index]?.id ?? '', stages[index]?.label ?? '', count, 39),
  );
  const themeRows = policy.themes.map(({ id, label }, index) =>
    share(id, label, Math.max(1, 20 - index), 215),
  );
  const shown = (name: string, shows: Partial<AskedFigure>) =>
    drawn(
      'figures',
      `figure · lead · ${name}`,
      figureCard({
        measure: measure('stages-entered', [all(39), ...stageRows]),
        before: measure('stages-entered', [all(35)]),
        period: { from: '2016-04-01', to: '2017-03-31' },
        periodBefore: { from: '2015-04-01', to: '2016-03-31' },
        asAt: '2026-03-04',
        notes: [],
        splits: ['team', 'area', 'iro', 'theme'],
        page: 0,
        words: (id, by) => `${id} 2016/17${by === undefined ? '' : ` by ${by}`}`,
        others: [{ id: 'moves', title: 'Moves between stages' }],
        which: 'which stages-entered 2016/17',
        exports: 'export stages-entered 2016/17',
        ...shows,
      }),
    );
  const named = [share('a', '**Odd** <at>Team</at> ${number}', 3, 5), share('b', 'North', 2, 5)];
  return [
    shown('stages', {}),
    shown('many themes', { measure: measure('themes-primary', [all(215), ...themeRows]) }),
    shown('many themes, later', { measure: measure('themes-primary', [all(215), ...themeRows]), page: 9 }),
    shown('by IRO', { by: 'iro', measure: measure('by-iro', [share('all', 'All', 5, 5), ...named]) }),
    shown('nothing happened', {
      measure: measure('stages-entered', [all(0), ...stages.map(({ id, label }) => share(id, label, 0, 0))]),
      before: undefined,
    }),
    shown('not recorded', {
      measure: measure('stages-entered', [all(null), share('team-manager', 'Team manager', null, null)]),
      notes: ['Recorded from 1 June 2026: what no source could have told is "not recorded", not 0.'],
    }),
    shown('a percentage', {
      measure: measure('outcomes', [share('all', 'Closed', 29, 39), ...stageRows]),
      before: measure('outcomes', [share('all', 'Closed', 20, 35)]),
    }),
    shown('a median', {
      measure: measure('time-to-close', [{ key: 'all', label: 'Median', count: 29, of: null, value: 12.5 }]),
      before: measure('x', [{ key: 'all', label: 'Median', count: 9, of: null, value: 12.5 }]),
    }),
    shown('what was late', {
      measure: measure('timeliness-by-review', [share('all', 'On time', 1203, 1215), ...stageRows]),
      before: measure('timeliness-by-review', [share('all', 'On time', 1100, 1130)]),
      lines: [
        '12 late: all first reviews; 11 by fewer than 5 working days; 1 with no reason recorded. 8 more: due date not known.',
      ],
    }),
    shown('an IRO’s own', {
      measure: measure('timeliness-by-review', [share('all', 'On time', 12, 12)]),
      notes: ['Your own alone.'],
      splits: ['team'],
    }),
    ...comparisons(),
    ...listsBehind(),
    ...exports(),
    ...audits(),
  ];
}
