import type { Report } from '../../src/reports/report.js';
import { emptyAuthority } from '../imports/files.js';
import { holidaysSince2014, publicReturn, publicRows } from './publicRows.js';
import { readingChildren } from './reading.js';
import { slowChildren, slowFigures } from './slowCount.js';

const year = { from: '2017-04-01', to: '2018-03-31' };
const asAt = '2026-03-02';

describe('the public test return of 2,675 invented children, in 2017/18', () => {
  const children = (async () => {
    const { store, read } = emptyAuthority();
    await read({ ssda903: publicReturn });
    return (await store.all('child')).map(({ document }) => document);
  })();
  const names = ['timeliness', 'late-reviews', 'caseload', 'participation'] as const;
  const reports = async () => {
    const known = await children;
    return names.map((name) => readingChildren(known, { ...year, name, asAt }));
  };
  const table = ({ measures }: Report, id: string) =>
    measures
      .find((measure) => measure.id === id)
      ?.rows.map(({ key, count, of, value }) => [key, count, ...(of === null ? [] : [of, value])]);

  it('comes to what a slow count of its rows comes to', async () => {
    const slow = slowFigures(slowChildren([publicRows], asAt, holidaysSince2014), year, asAt);
    const measures = (await reports()).flatMap((report) => report.measures);
    const found = Object.fromEntries(
      Object.entries(slow).map(([key, { length }]) => {
        const [id, rowKey] = key.split(' ');
        const row = measures.find((measure) => measure.id === id)?.rows.find((each) => each.key === rowKey);
        return [key, [row?.count, row?.of].slice(0, length)];
      }),
    );
    expect(found).toEqual(slow);
  });

  it('has a seventh of the reviews, most of them late, for its dates are random', async () => {
    const [timeliness] = await reports();
    if (timeliness === undefined) throw new Error('no report');
    // 12,461 reviews from 2015 on, and the S of few periods is in the file: so few firsts and seconds.
    expect(table(timeliness, 'reviews-held')).toEqual([
      ['all', 1722],
      ['first', 58],
      ['second', 39],
      ['later', 1449],
      // The earliest review of a child whose start of care is not in the file has nothing before it.
      ['due-not-known', 176],
      // V3 and V4 are every sixth episode, A3 to A6 nearly as many, and a temporary placement ends none of these.
      ['short-breaks', 273],
      ['adoption', 280],
    ]);
    expect(58 + 39 + 1449 + 176).toBe(1722);
    expect(table(timeliness, 'timeliness-by-review')).toEqual([
      ['all', 679, 1546, 43.9],
      ['first', 16, 58, 27.6],
      ['second', 13, 39, 33.3],
      ['later', 650, 1449, 44.9],
      ['not-known', 176],
    ]);
    // A year that ends with the period: the same.
    expect(table(timeliness, 'timeliness-rolling')).toEqual(table(timeliness, 'timeliness-by-review'));
  });

  it('has other numbers by due date and by child, and neither is mixed with the first', async () => {
    const [timeliness, late] = await reports();
    if (timeliness === undefined || late === undefined) throw new Error('no report');
    // Held this year and due in the last, held early and due in the next, never held: these are other reviews.
    expect(table(timeliness, 'timeliness-by-due')).toEqual([
      ['all', 665, 1762, 37.7],
      ['first', 14, 89, 15.7],
      ['second', 14, 46, 30.4],
      ['later', 637, 1627, 39.2],
      ['held-late', 784, 1762, 44.5],
      ['not-held', 313, 1762, 17.8],
      ['not-known', 176],
    ]);
    expect(table(timeliness, 'timeliness-by-child')).toEqual([
      ['all', 135, 1447, 9.3],
      ['not-known', 74],
    ]);
    expect(665 + 784 + 313).toBe(1762);
    expect(table(late, 'late-reviews')?.[0]).toEqual(['all', 867, 1546, 56.1]);
    expect(late.measures[0]?.items).toHaveLength(867);
  });

  it('has the children of its periods of care on two days, and who came and left between', async () => {
    const [, , caseload] = await reports();
    if (caseload === undefined) throw new Error('no report');
    expect(table(caseload, 'children-looked-after')).toEqual([
      ['all', 1195],
      ['at-start', 1763],
      ['came', 106],
      ['left', 674],
      // Of the 1,195 at the end.
      ['adoption', 209],
    ]);
    expect(1763 + 106 - 674).toBe(1195);
    // A return has no allocations.
    expect(table(caseload, 'caseload')).toContainEqual(['without-iro', 1195 - 209]);
  });

  it('has participation of nearly six in seven reviews: the other codes do not fit the age', async () => {
    const participation = (await reports()).at(-1);
    if (participation === undefined) throw new Error('no report');
    expect(table(participation, 'participation')).toEqual([
      ['all', 1040, 1482, 70.2],
      ['under-4', 8],
      ['not-recorded', 232],
    ]);
    expect(table(participation, 'participation-last-review')).toEqual([
      ['all', 500, 686, 72.9],
      ['under-4', 6],
      ['not-recorded', 139],
      ['no-review', 155],
    ]);
    expect(table(participation, 'participation-all-ages')).toEqual([
      ['all', 1040, 1490, 69.8],
      ['not-recorded', 232],
    ]);
    expect(table(participation, 'participation-by-code')).toEqual([
      ['all', 1490, 1722, 86.5],
      ['PN0', 8, 1722, 0.5],
      ['PN1', 232, 1722, 13.5],
      ['PN2', 183, 1722, 10.6],
      ['PN3', 198, 1722, 11.5],
      ['PN4', 253, 1722, 14.7],
      ['PN5', 203, 1722, 11.8],
      ['PN6', 224, 1722, 13],
      ['PN7', 189, 1722, 11],
      ['not-recorded', 232, 1722, 13.5],
    ]);
    expect(table(participation, 'attended')?.[0]).toEqual(['all', 866, 1482, 58.4]);
  });
});
