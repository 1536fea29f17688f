import * as fc from 'fast-check';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { isPrompt } from '../../src/disputes/steps.js';
import { percent } from '../../src/reports/figures.js';
import { type Report, reportSchema } from '../../src/reports/report.js';
import { splitters } from '../../src/reports/splits.js';
import { lived, timelines } from '../disputes/timeline.js';
import { start, walked, walks } from '../disputes/walk.js';
import { counts, reading, rowsOf } from './reading.js';

const period = { from: '2026-03-01', to: '2026-03-31', asAt: '2028-01-01' };

/** Some disputes that went whichever way, of several teams, IROs and themes. */
const several = fc
  .array(
    fc.tuple(walks, fc.constantFrom('Team North', 'Team South', ''), fc.constantFrom('person:iro', 'left')),
    {
      maxLength: 6,
    },
  )
  .map((walksOf) =>
    walksOf.map(([walk, team, iro], index) => {
      const traces = walked(walk);
      const theme = ['drift', 'safety/missing', 'gone', ''][index % 4] ?? '';
      const moved = (dispute: Dispute) => ({ history: dispute.history.map(placed) });
      const placed = (event: DisputeEvent): DisputeEvent =>
        event.kind === 'raised' ? { ...event, team, iro, theme } : event;
      return { traces, last: moved(traces.at(-1)?.after ?? start(walk)), moved, first: start(walk) };
    }),
  );

const holds = (check: (report: Report) => void) =>
  fc.assert(
    fc.property(several, (disputes) =>
      check(
        reading(
          disputes.map(({ last }) => last),
          period,
        ),
      ),
    ),
    { numRuns: 60 },
  );

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, each) => total + (each ?? 0), 0);
const sumOf = (report: Report, measure: string, like: (key: string) => boolean) =>
  sum(rowsOf(report, measure).flatMap(({ key, count }) => (like(key) ? [count] : [])));

describe('what the clock reminds of', () => {
  it('changes nothing of any figure', () => {
    const whole = { from: '2026-01-01', to: '2028-12-31', asAt: '2030-01-01' };
    let prompts = 0;
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { history } = lived(timeline, true).end;
        const pressed = history.filter((event) => !isPrompt(event));
        prompts += history.length - pressed.length;
        const report = (events: readonly DisputeEvent[]) =>
          reading([{ history: [...events] }], whole).measures;
        expect(report(history)).toEqual(report(pressed));
      }),
      { numRuns: 60 },
    );
    expect(prompts).toBeGreaterThan(60);
  });
});

describe('whatever was pressed', () => {
  it('no stage is left more often than it was entered', () => {
    holds((report) => {
      const [entered, resolved, otherwise] = [
        'stages-entered',
        'stages-resolved',
        'stages-ended-otherwise',
      ].map((id) => counts(report, id));
      const short = Object.entries(entered ?? {}).filter(
        ([stage, count]) => (count ?? 0) < (resolved?.[stage] ?? 0) + (otherwise?.[stage] ?? 0),
      );
      expect(short).toEqual([]);
    });
  });

  it('the kinds, the outcomes, the highest stages and the primary themes add up to what was raised', () => {
    holds((report) => {
      const raised = counts(report, 'disputes-raised');
      const all = raised['all'] ?? 0;
      expect(sum([raised['informal'] ?? 0, raised['formal'] ?? 0])).toBe(all);
      expect(sumOf(report, 'stages-highest', (key) => key !== 'all')).toBe(raised['formal']);
      const beside = ['all', 'resolved', 'raised-in-error', 'agreed', 'done', 'reopened'];
      expect(sumOf(report, 'outcomes', (key) => !beside.includes(key))).toBe(all);
      expect(sumOf(report, 'themes-primary', (key) => key !== 'all' && !key.includes('/'))).toBe(all);
      const mentions = sumOf(
        report,
        'themes-mentions',
        (key) => !['all', 'not-recorded'].includes(key) && !key.includes('/'),
      );
      expect(counts(report, 'themes-mentions')['all']).toBe(mentions);
    });
  });

  it('every answer, missing answer and move without one is a stage that was entered', () => {
    holds((report) => {
      const became = ['all', 'none', 'not-due', 'passed-up', 'returned', 'not-recorded'];
      const waits = sumOf(report, 'response-time', (key) => became.includes(key));
      expect(rowsOf(report, 'response-time').find(({ key }) => key === 'acknowledged')?.of).toBe(waits);
    });
  });

  it('every measure begins with all, names no row twice, and its percentages are of what it says', () => {
    holds((report) => {
      expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
      for (const { id, rows } of report.measures) {
        const keys = rows.map(({ key }) => key);
        expect([id, keys[0], new Set(keys).size]).toEqual([id, 'all', keys.length]);
        const shares = rows.filter(({ key, of }) => of !== null && `${id} ${key}` !== 'themes-mentions all');
        expect(shares.map(({ value }) => value)).toEqual(shares.map(({ count, of }) => percent(count, of)));
        expect(shares.filter(({ count, of }) => (count ?? 0) > (of ?? 0))).toEqual([]);
      }
    });
  });

  it('the groups of every split add up to the whole, and so do their own rows', () => {
    fc.assert(
      fc.property(several, fc.constantFrom(...splitters), (disputes, by) => {
        const report = reading(
          disputes.map(({ last }) => last),
          { ...period, by },
        );
        const split = rowsOf(report, `by-${by}`);
        expect(sum(split.slice(1).map(({ count }) => count))).toBe(split[0]?.count);
        const items = report.measures.at(-1)?.items ?? [];
        const ofMoves = items.filter(({ measure, key }) => measure === 'moves' && key === 'escalated');
        expect(sum(ofMoves.map(({ count }) => Number(count)))).toBe(counts(report, 'moves')['escalated']);
      }),
      { numRuns: 60 },
    );
  });

  it('nothing that happens later changes the figures as at an earlier day', () => {
    fc.assert(
      fc.property(several, fc.nat(60), (disputes, days) => {
        const asAt = new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10);
        const then = disputes.map(({ traces, moved, first }) =>
          moved(traces.findLast(({ today }) => today <= asAt)?.after ?? first),
        );
        const later = disputes.map(({ last }) => last);
        expect(reading(later, { ...period, asAt, by: 'team' })).toEqual(
          reading(then, { ...period, asAt, by: 'team' }),
        );
      }),
    );
  });
});
