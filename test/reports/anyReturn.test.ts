import * as fc from 'fast-check';
import type { Child } from '../../src/reviews/child.js';
import { percent } from '../../src/reports/figures.js';
import type { Report, Row } from '../../src/reports/report.js';
import type { ReportName } from '../../src/reports/reports.js';
import { emptyAuthority } from '../imports/files.js';
import { aPerson, aTeam, anAuthority } from '../people/authority.js';
import { filesOf, fiveYears } from './fiveYears.js';
import { type Reading, readingChildren } from './reading.js';
import { type ReturnRows, dayOf, numberOf, slowChildren, slowFigures } from './slowCount.js';

const directory = anAuthority({
  people: [aPerson('iro', 'iro', { fte: 0.5 }), aPerson('other-iro', 'iro')],
  teams: [aTeam('Team North'), aTeam('Team South', { area: 'South' })],
});

/** Each third child is nobody's, and the others are of two IROs and three teams, one of them not on the list. */
const allocatedTo = (ref: string) =>
  [
    { iro: 'iro@example.org', team: 'Team North' },
    { iro: 'other-iro@example.org', team: Number(ref) % 2 === 0 ? 'Team South' : 'Team West' },
    undefined,
  ][Number(ref) % 3];

const withAllocation = (child: Child): Child => {
  const allocation = allocatedTo(child.ref);
  return allocation === undefined
    ? child
    : {
        ...child,
        facts: [
          ...child.facts,
          {
            kind: 'allocation',
            source: 'allocations',
            initials: 'AB',
            recordedAt: child.facts[0]?.recordedAt ?? '',
            ...allocation,
          },
        ],
      };
};

/** The children after each return was read, as the importer left them. */
async function readOneAfterTheOther(returns: readonly ReturnRows[]): Promise<Child[][]> {
  const { store, read } = emptyAuthority();
  const states: Child[][] = [];
  for (const each of returns) {
    await read({ ssda903: filesOf(each) }, { at: `${each.readOn}T09:00:00.000Z` });
    states.push((await store.all('child')).map(({ document }) => withAllocation(document)));
  }
  return states;
}

const reading = (children: readonly Child[], name: ReportName, asked: Reading) =>
  readingChildren(children, { ...asked, name, directory });

/** 'measure row' → the row. */
const rowsIn = ({ measures }: Report) =>
  new Map<string, Row>(
    measures.flatMap(({ id, rows }) => rows.map((row): [string, Row] => [`${id} ${row.key}`, row])),
  );

const anyPeriod = fc.oneof(
  fc.integer({ min: 2020, max: 2024 }).map((year) => ({ from: `${year}-04-01`, to: `${year + 1}-03-31` })),
  fc.tuple(fc.integer({ min: 0, max: 1800 }), fc.integer({ min: 0, max: 500 })).map(([after, days]) => {
    const from = numberOf('2020-04-01') + after;
    return { from: dayOf(from), to: dayOf(from + days) };
  }),
);
const anyAsAt = fc
  .integer({ min: numberOf('2022-06-01'), max: numberOf('2025-12-31') })
  .map((number) => dayOf(number));

const names: readonly ReportName[] = ['timeliness', 'late-reviews', 'participation', 'caseload'];

describe('five years of any returns', () => {
  it('come to what a slow count of their rows comes to', async () => {
    await fc.assert(
      fc.asyncProperty(fiveYears, anyPeriod, anyAsAt, async (returns, period, asAt) => {
        const children = (await readOneAfterTheOther(returns)).at(-1) ?? [];
        const expected = slowFigures(slowChildren(returns, asAt), period, asAt);
        const rows = new Map(
          names.flatMap((name) => [...rowsIn(reading(children, name, { ...period, asAt }))]),
        );
        const found = Object.fromEntries(
          Object.entries(expected).map(([key, slow]) => {
            const row = rows.get(key);
            const figures = slow.length === 2 ? [row?.count ?? 0, row?.of ?? 0] : [row?.count ?? 0];
            return [key, row === undefined ? 'no such row' : figures];
          }),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('have the caseloads that a slow count of their children has', async () => {
    await fc.assert(
      fc.asyncProperty(fiveYears, anyPeriod, anyAsAt, async (returns, period, asAt) => {
        const children = (await readOneAfterTheOther(returns)).at(-1) ?? [];
        const end = asAt < period.to ? asAt : period.to;
        const slow = slowChildren(returns, asAt);
        const inCare = slow.filter(({ lookedAfterOn, adoptedOn }) => lookedAfterOn(end) && !adoptedOn(end));
        const unsure = slow.filter(({ hasEpisodes, firstReadOn }) => !hasEpisodes && firstReadOn <= end);
        const held = [...inCare, ...unsure].flatMap(({ child }) => allocatedTo(child)?.iro ?? []);
        const loads = ['iro@example.org', 'other-iro@example.org']
          .map((upn) => held.filter((iro) => iro === upn).length)
          .filter((load) => load > 0);
        const half = held.filter((iro) => iro === 'iro@example.org').length;
        const report = reading(children, 'caseload', { ...period, asAt });
        const value = (key: string) => rowsIn(report).get(`caseload ${key}`)?.value ?? 0;
        const count = (key: string) => rowsIn(report).get(`caseload ${key}`)?.count ?? 0;
        expect([count('all'), count('per-head')]).toEqual([held.length, loads.length]);
        expect(value('per-head')).toBeCloseTo(loads.length === 0 ? 0 : held.length / loads.length, 1);
        expect(value('per-fte')).toBe(half * 2);
        expect([value('lowest'), value('highest')]).toEqual(
          loads.length === 0 ? [0, 0] : [Math.min(...loads), Math.max(...loads)],
        );
        const nobodys = inCare.filter(({ child }) => allocatedTo(child) === undefined).length;
        expect(count('without-iro')).toBe(nobodys);
        expect(count('care-not-known')).toBe(
          unsure.filter(({ child }) => allocatedTo(child) !== undefined).length,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('have figures that agree with each other, and percentages to one decimal', async () => {
    await fc.assert(
      fc.asyncProperty(fiveYears, anyPeriod, anyAsAt, async (returns, period, asAt) => {
        const children = (await readOneAfterTheOther(returns)).at(-1) ?? [];
        const reports = names.map((name) => reading(children, name, { ...period, asAt }));
        const rows = new Map(reports.flatMap((report) => [...rowsIn(report)]));
        const count = (key: string) => rows.get(key)?.count ?? 0;
        const of = (key: string) => rows.get(key)?.of ?? 0;
        const types = ['first', 'second', 'later'];
        const sum = (keys: readonly string[], measure: string, figure = count) =>
          keys.reduce((total, key) => total + figure(`${measure} ${key}`), 0);
        expect(sum([...types, 'due-not-known'], 'reviews-held')).toBe(count('reviews-held all'));
        for (const measure of [
          'timeliness-by-review',
          'timeliness-by-due',
          'timeliness-rolling',
          'late-reviews',
        ]) {
          expect(sum(types, measure)).toBe(count(`${measure} all`));
          expect(sum(types, measure, of)).toBe(of(`${measure} all`));
        }
        expect(sum(['all', 'held-late', 'not-held'], 'timeliness-by-due')).toBe(of('timeliness-by-due all'));
        expect(count('timeliness-by-review all') + count('late-reviews all')).toBe(of('late-reviews all'));
        expect(of('timeliness-by-review all') + count('timeliness-by-review not-known')).toBe(
          count('reviews-held all'),
        );
        for (const measure of ['participation', 'attended'])
          expect(of(`${measure} all`) + count(`${measure} under-4`) + count(`${measure} not-recorded`)).toBe(
            count('reviews-held all'),
          );
        const last = ['under-4', 'not-recorded', 'no-review'];
        const inTimetable = count('children-looked-after all') - count('children-looked-after adoption');
        expect(of('participation-last-review all') + sum(last, 'participation-last-review')).toBe(
          inTimetable,
        );
        const byCode = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7', 'not-recorded'];
        expect(sum(byCode, 'participation-by-code')).toBe(count('reviews-held all'));
        const looked = (key: string) => count(`children-looked-after ${key}`);
        const startTold = rows.get('children-looked-after at-start')?.count !== null;
        expect(looked('at-start') + looked('came') - looked('left')).toBe(startTold ? looked('all') : 0);
        expect(count('caseload all') - count('caseload care-not-known') + count('caseload without-iro')).toBe(
          inTimetable,
        );
        expect(count('caseload adoption')).toBe(looked('adoption'));
        const items = reports[1]?.measures[0]?.items ?? [];
        expect(items).toHaveLength(count('late-reviews all'));
        const shares = [...rows.values()].filter((row) => row.of !== null);
        expect(shares.map(({ value }) => value)).toEqual(shares.map((row) => percent(row.count, row.of)));
      }),
      { numRuns: 40 },
    );
  });

  it('add up to the whole in every split', async () => {
    await fc.assert(
      fc.asyncProperty(
        fiveYears,
        anyPeriod,
        anyAsAt,
        fc.constantFrom(...names),
        fc.constantFrom('team', 'area', 'iro'),
        async (returns, period, asAt, name, by) => {
          const children = (await readOneAfterTheOther(returns)).at(-1) ?? [];
          const report = reading(children, name, { ...period, asAt, by });
          const split = report.measures.at(-1);
          const [all, ...groups] = split?.rows ?? [];
          const total = (figure: 'count' | 'of') => groups.reduce((sum, row) => sum + (row[figure] ?? 0), 0);
          expect(split?.id).toBe(`by-${by}`);
          expect([total('count'), total('of')]).toEqual([all?.count ?? 0, all?.of ?? 0]);
          // So does every other count of children or reviews.
          for (const { id, rows } of report.measures.slice(0, -1))
            for (const { key, label, count, value, of } of rows) {
              if (count === null || (of === null && value !== null) || label.startsWith('IROs')) continue;
              const own = split?.items.filter((item) => item['measure'] === id && item['key'] === key) ?? [];
              expect(own.reduce((sum, item) => sum + Number(item['count'] ?? 0), 0)).toBe(count);
            }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same as at an earlier day, whatever is read later', async () => {
    await fc.assert(
      fc.asyncProperty(fiveYears, anyPeriod, fc.nat(400), async (returns, period, days) => {
        const states = await readOneAfterTheOther(returns);
        for (const [index, children] of states.entries()) {
          const next = returns[index + 1]?.readOn;
          const asAt = dayOf(numberOf(returns[index]?.readOn ?? '') + days);
          if (next !== undefined && asAt >= next) continue;
          for (const name of names) {
            const asked = { ...period, asAt, by: 'team' as const };
            expect(reading(states.at(-1) ?? [], name, asked)).toEqual(reading(children, name, asked));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
