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
      ['all', 2002],
      ['first', 72],
      ['second', 47],
      ['later', 1670],
      // The earliest review of a child whose start of care is not in the file has nothing before it.
      ['due-not-known', 213],
      // V3 and V4 are every sixth episode.
      ['short-breaks', 273],
    ]);
    expect(72 + 47 + 1670 + 213).toBe(2002);
    expect(table(timeliness, 'timeliness-by-review')).toEqual([
      ['all', 760, 1789, 42.5],
      ['first', 16, 72, 22.2],
      ['second', 16, 47, 34],
      ['later', 728, 1670, 43.6],
      ['not-known', 213],
    ]);
    // A year that ends with the period: the same.
    expect(table(timeliness, 'timeliness-rolling')).toEqual(table(timeliness, 'timeliness-by-review'));
  });

  it('has other numbers by due date and by child, and neither is mixed with the first', async () => {
    const [timeliness, late] = await reports();
    if (timeliness === undefined || late === undefined) throw new Error('no report');
    // Held this year and due in the last, held early and due in the next, never held: these are other reviews.
    expect(table(timeliness, 'timeliness-by-due')).toEqual([
      ['all', 726, 2008, 36.2],
      ['first', 14, 108, 13],
      ['second', 17, 61, 27.9],
      ['later', 695, 1839, 37.8],
      ['held-late', 913, 2008, 45.5],
      ['not-held', 369, 2008, 18.4],
      ['not-known', 213],
    ]);
    expect(table(timeliness, 'timeliness-by-child')).toEqual([
      ['all', 130, 1638, 7.9],
      ['not-known', 92],
    ]);
    expect(726 + 913 + 369).toBe(2008);
    expect(table(late, 'late-reviews')?.[0]).toEqual(['all', 1029, 1789, 57.5]);
    expect(late.measures[0]?.items).toHaveLength(1029);
  });

  it('has the children of its periods of care on two days, and who came and left between', async () => {
    const [, , caseload] = await reports();
    if (caseload === undefined) throw new Error('no report');
    expect(table(caseload, 'children-looked-after')).toEqual([
      ['all', 1195],
      ['at-start', 1763],
      ['came', 106],
      ['left', 674],
    ]);
    expect(1763 + 106 - 674).toBe(1195);
    // A return has no allocations.
    expect(table(caseload, 'caseload')).toContainEqual(['without-iro', 1195]);
  });

  it('has participation of nearly six in seven reviews: the other codes do not fit the age', async () => {
    const participation = (await reports()).at(-1);
    if (participation === undefined) throw new Error('no report');
    expect(table(participation, 'participation')).toEqual([
      ['all', 1210, 1726, 70.1],
      ['under-4', 8],
      ['not-recorded', 268],
    ]);
    expect(table(participation, 'participation-last-review')).toEqual([
      ['all', 624, 876, 71.2],
      ['under-4', 5],
      ['not-recorded', 168],
      ['no-review', 146],
    ]);
    expect(table(participation, 'participation-all-ages')).toEqual([
      ['all', 1210, 1734, 69.8],
      ['not-recorded', 268],
    ]);
    expect(table(participation, 'participation-by-code')).toEqual([
      ['all', 1734, 2002, 86.6],
      ['PN0', 8, 2002, 0.4],
      ['PN1', 258, 2002, 12.9],
      ['PN2', 217, 2002, 10.8],
      ['PN3', 233, 2002, 11.6],
      ['PN4', 292, 2002, 14.6],
      ['PN5', 240, 2002, 12],
      ['PN6', 262, 2002, 13.1],
      ['PN7', 224, 2002, 11.2],
      ['not-recorded', 268, 2002, 13.4],
    ]);
    expect(table(participation, 'attended')?.[0]).toEqual(['all', 1000, 1726, 57.9]);
  });
});
