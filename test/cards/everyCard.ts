import {
  actForm,
  compactDayCard,
  emptyDayCard,
  type Morning,
  askedMorningCard,
  putAwayCard,
  childCard,
  disputeCard,
  type AskedFigure,
  dialogNotice,
  figureCard,
  fileNoteCard,
  goodPracticeCancelledCard,
  goodPracticeCard,
  goodPracticeForm,
  goodPracticeList,
  type FormState,
  hasForm,
  helpCard,
  listCard,
  noticeCard,
  nothingFoundCard,
  notOnListCard,
  notUnderstoodCard,
  pointerCard,
  raiseCancelledCard,
  raiseForm,
  redactPracticeForm,
  type Scene,
  type Shown,
  unreachableCard,
  welcomeCard,
  type LateRow,
  lateReasonsForm,
  noLateReasonsCard,
} from '../../src/cards/index.js';
import { actFields, raiseFields, readFields } from '../../src/disputes/commands.js';
import { goodPracticeProblems, noteGoodPractice, passOn } from '../../src/disputes/goodPractice.js';
import { offeredTo, stagesAbove } from '../../src/disputes/rules.js';
import { isIroSide } from '../../src/people/rights.js';
import type { Measure } from '../../src/reports/report.js';
import type { Policy } from '../../src/policy/policy.js';
import type { Child } from '../../src/reviews/child.js';
import { capital, counted } from '../../src/words/grammar.js';
import { words } from '../../src/words/index.js';
import { coverCards } from './covers.js';
import { reassignCards } from './reassigns.js';
import { type Drawn, drawn } from './drawn.js';
import { figureCards } from './figureCards.js';
import { reviewCards } from './reviewCards.js';
import {
  admin,
  director,
  directoryWith,
  iro,
  lead,
  people,
  sceneOn,
  teamManager,
  viewerOf,
} from './service.js';
import { type Situation, situationsUnder } from './situations.js';
import { firstChild, newForm, siblings, typed } from './working.js';

export type { Drawn } from './drawn.js';

export const emptyForm = (): FormState => ({ id: newForm(), values: {}, problems: [], warned: [] });
/** What nobody should have to type again. */
export const hostile = typed(
  '**bold** <at>Name</at> ${number} [link](https://example.org) {{DATE(2026-03-02T09:00:00Z, SHORT)}}',
);

export const children = [firstChild, ...siblings, { ref: '700200', initials: 'GH' }];

/** Every dispute card for everybody who may see it. */
export function disputeCards(situations: readonly Situation[]): Drawn[] {
  return situations.flatMap(({ name, dispute, scene }) =>
    Object.entries(people).flatMap(([role, person]) => {
      const viewer = viewerOf(dispute, person, scene);
      if (viewer.sides.size === 0) return [];
      const as = (what: string, shown: Shown, own = false) =>
        drawn(role, `${name} · ${role}${what}`, shown, own);
      const text = (page: number) => disputeCard(dispute, viewer, scene, { text: { page } });
      return [
        as('', disputeCard(dispute, viewer, scene)),
        as(' · text', text(0), true),
        as(' · text, later page', text(1), true),
        as(
          ' · given back',
          disputeCard(dispute, viewer, scene, {
            said: 'This moved on at 09:12.',
            givenBack: { text: hostile, formId: newForm() },
          }),
          true,
        ),
        ...(isIroSide(viewer.sides)
          ? dispute.children.map((child) =>
              as(` · file note ${child.ref}`, fileNoteCard(dispute, child, viewer, scene), true),
            )
          : []),
      ];
    }),
  );
}

/** Every form that somebody is offered: empty, refused, and warned of personal detail. */
export function formCards(situations: readonly Situation[]): Drawn[] {
  const drawnBefore = new Set<string>();
  return situations.flatMap(({ name, dispute, scene }) =>
    Object.entries(people).flatMap(([role, person]) => {
      const viewer = viewerOf(dispute, person, scene);
      return offeredTo(dispute, viewer.sides, person.id)
        .filter((verb) => hasForm(verb, dispute))
        .filter((verb) => {
          // The same form in another situation with as many stages left shows nothing new.
          const same = `${verb} ${dispute.status} ${stagesAbove(dispute).length} ${dispute.children.length}`;
          return !drawnBefore.has(same) && drawnBefore.add(same);
        })
        .flatMap((verb) => {
          const form = (state: FormState) => actForm(verb, dispute, viewer, scene, state, { children });
          const read = readFields(actFields[verb], {});
          const problems = read.ok ? [] : read.problems;
          const as = (what: string, state: FormState, own: boolean) =>
            drawn(`forms of ${role}`, `${verb} · ${name}${what}`, form(state), own);
          return [
            as('', emptyForm(), false),
            as(' · refused', { ...emptyForm(), problems, values: { text: hostile, changed: hostile } }, true),
            as(
              ' · warned',
              { ...emptyForm(), warned: ['a postcode', 'a date of birth'], values: { text: hostile } },
              true,
            ),
          ];
        });
    }),
  );
}

const today = '2026-03-04';
const readDaysAgo = ({ directory }: Scene) => ({
  ...directory,
  importedAt: { ssd: '2026-02-25T06:00:00.000Z' },
});
const record = { recordedAt: '2026-03-01T00:00:00.000Z', source: 'allocations' as const };
const protectedChild: Child = {
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: [
    { kind: 'allocation', initials: 'AB', iro: iro.upn, team: 'North', ...record },
    {
      kind: 'conference',
      conference: 'initial',
      sourceId: 'C1',
      strategyOn: '2025-10-06',
      heldOn: '2025-10-27',
      plans: true,
      ...record,
      source: 'ssd',
    },
  ],
};
const child = (allocated: boolean): Child => ({
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: allocated
    ? [
        {
          kind: 'allocation',
          initials: 'AB',
          family: 'FAMILY-REF-1',
          iro: iro.upn,
          team: 'North',
          ...record,
        },
        { kind: 'review', heldOn: '2025-12-09', participation: 'PN1', ...record },
        {
          kind: 'review',
          heldOn: '2025-12-08',
          participation: 'PN5',
          ...record,
          source: 'ssd',
          sourceId: 'R1',
        },
        {
          kind: 'expected-review',
          sourceDueOn: '2026-06-10',
          cancelled: false,
          ...record,
          source: 'ssd',
          sourceId: 'R2',
        },
        { kind: 'profile', bornOn: '2014-05-06', sex: '1', ethnicity: 'ETHNICITY', ...record },
      ]
    : [],
});

function raiseForms(): Drawn[] {
  const scene = sceneOn(today);
  const problems = (fields: Record<string, string>) => {
    const read = readFields(raiseFields, fields);
    return read.ok ? [] : read.problems;
  };
  const form = (name: string, state: FormState, own: boolean, team?: string) =>
    drawn(
      'raise',
      `raise · ${name}`,
      raiseForm(scene, { children, ...(team === undefined ? {} : { team }) }, state),
      own,
    );
  const filled = {
    child: '700123',
    kind: 'formal',
    theme: 'drift',
    worrying: hostile,
    right: hostile,
    stage: 'operations-manager',
    systemFault: 'true',
    otherThemes: 'visits,health',
  };
  return [
    form('empty', emptyForm(), false, 'North'),
    form('a team without holders', emptyForm(), false, 'South'),
    form('refused', { ...emptyForm(), values: { kind: 'informal' }, problems: problems({}) }, false),
    form(
      'refused, filled in',
      {
        ...emptyForm(),
        values: filled,
        problems: [{ field: 'lookAgainOn', problem: 'Choose today or a later day.' }],
      },
      true,
    ),
    form('warned', { ...emptyForm(), values: filled, warned: ['a postcode'] }, true),
    drawn('raise', 'raise · no children', raiseForm(scene, { children: [] }, emptyForm())),
  ];
}

function lists(situations: readonly Situation[]): Drawn[] {
  const scene = sceneOn(today);
  const disputes = situations.map(({ dispute }) => dispute);
  return Object.entries({ iro, 'team manager': teamManager, lead }).flatMap(([role, person]) => {
    const viewer = (dispute: (typeof disputes)[number]) => viewerOf(dispute, person, scene);
    const list = (name: string, some: typeof disputes, page: number) =>
      drawn('lists', `list · ${role} · ${name}`, listCard(some, viewer, scene, { page, person }));
    return [
      list('none', [], 0),
      list('one', disputes.slice(4, 5), 0),
      list('ten', disputes.slice(0, 10), 0),
      list('many', disputes, 0),
      list('many, the last page', disputes, 99),
      ...(role === 'lead' ? [disputes.slice(0, 12), []] : []).map((some) => {
        const heading = capital(words.morning.week.over(counted(some.length, 'dispute', 'disputes')));
        const only = { heading, words: 'disputes past the day' };
        return drawn(
          'lists',
          `list · ${role} · past the day, ${some.length}`,
          listCard(some, viewer, scene, { page: 0, person, only }),
        );
      }),
      drawn('lists', `child · ${role}`, childCard(child(true), disputes, viewer, scene, { person })),
      drawn(
        'lists',
        `child · ${role} · no disputes, not allocated`,
        childCard(child(false), [], viewer, scene, { person }),
      ),
      drawn(
        'lists',
        `child · ${role} · on a child protection plan, case system as at days ago`,
        childCard(protectedChild, [], viewer, { ...scene, directory: readDaysAgo(scene) }, { person }),
      ),
    ];
  });
}

/** Good practice, noted and passed on, for everybody who may see it; the form, and the lists. */
function goodPractices(policy: Partial<Policy>): Drawn[] {
  const scene = sceneOn('2026-03-04', directoryWith(policy));
  const noted = (number: number, child = false) =>
    noteGoodPractice({
      id: `good-practice:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      by: iro.id,
      at: '2026-03-02T09:14:00.000Z',
      today: '2026-03-02',
      team: 'North',
      ...(child ? { child: firstChild } : {}),
      text: typed('she came every week. **bold** <at>Name</at> ${number}'),
      savedAnyway: false,
    });
  const note = noted(1, true);
  const passed = passOn(note, teamManager.id, '2026-03-03T10:00:00.000Z', '2026-03-03');
  const vacant = sceneOn('2026-03-04', directoryWith(policy, { 'team-manager': undefined }));
  const many = Array.from({ length: 12 }, (_, number) => noted(number + 10));
  const form = (name: string, state: FormState, own: boolean, some = children) =>
    drawn(
      'good practice',
      `good practice form · ${name}`,
      goodPracticeForm(scene, { children: some }, state),
      own,
    );
  return [
    ...Object.entries({ iro, 'team manager': teamManager, lead }).flatMap(([role, person]) => {
      const as = (name: string, shown: Shown, own = false) =>
        drawn('good practice', `good practice ${name} · ${role}`, shown, own);
      return [
        as('noted', goodPracticeCard(note, person, scene)),
        as('noted, a team', goodPracticeCard(noted(2), person, scene)),
        as('noted, nobody holds the stage', goodPracticeCard(note, person, vacant)),
        as('noted, text', goodPracticeCard(note, person, scene, { withText: true }), true),
        as('passed on', goodPracticeCard(passed, person, scene)),
        as('list, none', goodPracticeList([], person, scene, 0)),
        as('list, one', goodPracticeList([note], person, scene, 0)),
        as('list, many', goodPracticeList([...many, passed], person, scene, 0)),
      ];
    }),
    form('empty', emptyForm(), false),
    form('no children', emptyForm(), false, []),
    form(
      'refused',
      {
        ...emptyForm(),
        values: { text: hostile },
        problems: goodPracticeProblems({ text: hostile, child: undefined, team: undefined }),
      },
      true,
    ),
    form(
      'warned',
      { ...emptyForm(), values: { text: hostile, team: 'North' }, warned: ['a postcode'] },
      true,
    ),
    drawn('good practice', 'good practice form · redact', redactPracticeForm(note, scene, emptyForm())),
    drawn('good practice', 'good practice form · cancelled', goodPracticeCancelledCard()),
  ];
}

/** Children looked after since 9 Feb: their first reviews are due on Mon 9 Mar. */
const reviewed = (count: number): Morning['children'] =>
  Array.from({ length: count }, (_, index) => ({
    sides: new Set(['iro'] as const),
    child: {
      id: `child:70013${index}`,
      type: 'child' as const,
      shape: 1 as const,
      ref: `70013${index}`,
      facts: [
        { kind: 'allocation' as const, initials: 'CD', iro: iro.upn, team: 'North', ...record },
        {
          kind: 'period' as const,
          startedOn: '2026-02-09',
          knownFrom: '2026-02-09',
          legalStatuses: [{ from: '2026-02-09', code: 'C1' }],
          ...record,
        },
      ],
    },
  }));

/** Reviews of those children that were held late. */
const lateOf = (count: number): LateRow[] =>
  reviewed(count).map(({ child }, index) => ({
    child,
    late: {
      due: 'known',
      type: 'first',
      dueOn: '2026-03-02',
      onTime: false,
      workingDaysLate: 1,
      review: {
        heldOn: index === 0 ? '2026-03-03' : '2026-03-06',
        withoutMeeting: false,
        participation: 'PN1',
        told: {},
        settled: [],
        said: [],
      },
    },
  }));

/** The day of each role: with nothing for today, with much, on a later page, and of a lead the week. */
function mornings(situations: readonly Situation[]): Drawn[] {
  const scene = sceneOn('2026-03-09');
  const morningCard = (...asked: Parameters<typeof askedMorningCard>) =>
    askedMorningCard(...asked) ?? emptyDayCard('2026-03-10', scene);
  const note = noteGoodPractice({
    id: 'good-practice:00000000-0000-4000-8000-000000000001',
    by: iro.id,
    at: '2026-03-02T09:14:00.000Z',
    today: '2026-03-02',
    team: 'North',
    child: firstChild,
    text: typed('she came every week.'),
    savedAnyway: false,
  });
  const everything = situations.map(({ dispute }) => dispute).filter(({ status }) => status !== 'closed');
  const say = (title: string, said: string) => ({ title, words: said });
  const week: Morning['week'] = [
    { text: '3 disputes past the day for all stages together', buttons: [say('Show', 'disputes')] },
    { text: '1 dispute with the director', buttons: [say('Show', 'disputes')] },
    {
      text: '2 disputes were withdrawn since Mon 2 Mar',
      buttons: [say('D-2026-0042', 'D-2026-0042'), say('D-2026-0043', 'D-2026-0043')],
    },
  ];
  return Object.entries({ iro, 'team manager': teamManager, director, lead }).flatMap(([role, person]) => {
    const morning = (disputes: typeof everything, more: Partial<Morning> = {}): Morning => ({
      type: 'morning',
      id: person.id,
      turn: 1,
      changedAt: scene.now,
      person,
      disputes,
      children: [],
      teamChildren: [],
      practice: [],
      told: new Set(),
      month: [],
      week: [],
      ...more,
    });
    const as = (name: string, shown: Shown) => drawn('mornings', `morning · ${role} · ${name}`, shown);
    const many = morning(everything, role === 'team manager' ? { practice: [note] } : {});
    const measured = { ...many, ...(role === 'team manager' ? { answered: { within: 9, of: 10 } } : {}) };
    return [
      as('a few', morningCard(morning(everything.slice(4, 8)), scene)),
      as('many', morningCard(measured, scene)),
      ...(role === 'iro'
        ? [
            as('reviews', morningCard(morning(everything.slice(4, 7), { children: reviewed(3) }), scene)),
            as('as many reviews as fit', morningCard(morning([], { children: reviewed(12) }), scene)),
            as(
              'after a press',
              morningCard(morning([], { children: reviewed(1) }), scene, { said: 'You recorded it.' }),
            ),
          ]
        : []),
      as('many, the last page', morningCard(many, scene, { page: 99 })),
      ...(role === 'lead'
        ? [
            as('the week', morningCard(morning(everything, { week }), scene)),
            as(
              'the month',
              morningCard(
                morning([], {
                  month: [
                    {
                      text: '7 late reviews have no reason: Ida Reviewer 4, Ines Reviewer 3',
                      buttons: [say('Show', 'late reviews')],
                    },
                  ],
                }),
                scene,
              ),
            ),
          ]
        : []),
      ...(role === 'iro'
        ? [
            as(
              'the month',
              morningCard(
                morning([], {
                  month: [
                    {
                      text: '7 late reviews have no reason',
                      buttons: [say('Give the reasons…', 'late reasons')],
                    },
                  ],
                }),
                scene,
              ),
            ),
            as('why late, many', lateReasonsForm(lateOf(12), newForm(), scene)),
            as('why late, after a save', lateReasonsForm(lateOf(1), newForm(), scene, '2 reasons saved.')),
            as('why late, all said', noLateReasonsCard(scene, '1 reason saved.')),
            as('put away', putAwayCard('2026-03-10', scene)),
            as('put away on the last day', putAwayCard(undefined, scene)),
            as('empty', emptyDayCard('2026-03-10', scene)),
            as('too long', compactDayCard(scene)),
          ]
        : []),
    ];
  });
}

/** A lead's figures: with a chart, without, with much, with nothing, and not recorded. */
function figures(): Drawn[] {
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
  const share = (key: string, label: string, count: number | null, of: number | null) => ({
    key,
    label,
    count,
    of,
    value: count === null || of === null || of === 0 ? null : Math.round((count * 1000) / of) / 10,
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
    ...figureCards(share),
  ];
}

function notices(situations: readonly Situation[]): Drawn[] {
  const scene = sceneOn(today);
  const unreached = situations.map(({ dispute }, n) => ({
    person: `**Example** Person ${n}`,
    about:
      n === 1
        ? { goodPractice: 'good-practice:00000000-0000-4000-8000-000000000001' }
        : { dispute: dispute.id, number: dispute.number },
    why: 'has not installed this app',
    insteadOf: n === 0 ? [] : ['Example Iro', 'Example Lead'],
    ...(n === 2 ? { reach: { state: 'removed' as const, since: '2026-03-02T09:00:00.000Z' } } : {}),
  }));
  const as = (name: string, shown: Shown, own = false) => drawn('notices', name, shown, own);
  return [
    ...Object.entries({ ...people, admin }).flatMap(([role, person]) => [
      as(`help · ${role}`, helpCard(person, scene)),
      as(`welcome · ${role}`, welcomeCard(person, scene)),
    ]),
    as('not understood', notUnderstoodCard(hostile, ['disputes', 'raise', 'help']), true),
    as('not on the list', notOnListCard()),
    as('raise cancelled', raiseCancelledCard()),
    as(
      'dialog · raised',
      dialogNotice({ heading: 'D-2026-0042', lines: ['You raised D-2026-0042 at 09:14.'] }),
    ),
    as('dialog · given back', dialogNotice({ heading: 'Nothing here', lines: [] }, hostile), true),
    as('pointer', pointerCard('D-2026-0042', { press: 'say', words: 'D-2026-0042' })),
    as('nothing found', nothingFoundCard(hostile), true),
    as(
      'notice',
      noticeCard({
        heading: 'Already raised',
        lines: ['One line.', ''],
        buttons: [{ title: 'Open', data: { press: 'say', words: 'D-2026-0042' } }],
      }),
    ),
    as('unreachable · none', unreachableCard([], scene, 0)),
    as('unreachable · one', unreachableCard(unreached.slice(0, 1), scene, 0)),
    as('unreachable · many', unreachableCard(unreached, scene, 0)),
    as(
      'unreachable · people alone',
      unreachableCard(
        (['removed', 'blocked'] as const).map((state) => ({
          person: 'Example Team-Manager',
          reach: { state, since: '2026-03-02T09:00:00.000Z' },
          why: '',
          insteadOf: [],
        })),
        scene,
        0,
      ),
    ),
  ];
}

/** Every card × role × state. */
export function everyCard(policy: Partial<Policy> = {}): Drawn[] {
  const situations = situationsUnder(policy);
  return [
    ...disputeCards(situations),
    ...formCards(situations),
    ...raiseForms(),
    ...lists(situations),
    ...goodPractices(policy),
    ...coverCards().map(([name, shown]) => drawn('cover', name, shown)),
    ...reassignCards().map(([name, shown]) => drawn('reassign', name, shown)),
    ...mornings(situations),
    ...figures(),
    ...notices(situations),
    ...reviewCards(policy).map(({ name, shown, own }) => drawn('reviews', name, shown, own)),
  ];
}
