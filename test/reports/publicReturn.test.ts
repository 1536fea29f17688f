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
      ['all', 1814],
      ['first', 57],
      ['second', 39],
      ['later', 1489],
      // The earliest review of a child whose start of care is not in the file has nothing before it.
      ['due-not-known', 229],
      // V3 and V4 are every sixth episode, A3 to A6 nearly as many, few of them of children in care all the year.
      ['short-breaks', 273],
      ['adoption', 188],
    ]);
    expect(57 + 39 + 1489 + 229).toBe(1814);
    expect(table(timeliness, 'timeliness-by-review')).toEqual([
      ['all', 684, 1585, 43.2],
      ['first', 15, 57, 26.3],
      ['second', 13, 39, 33.3],
      ['later', 656, 1489, 44.1],
      ['not-known', 229],
    ]);
    // A year that ends with the period: the same.
    expect(table(timeliness, 'timeliness-rolling')).toEqual(table(timeliness, 'timeliness-by-review'));
  });

  it('has other numbers by due date and by child, and neither is mixed with the first', async () => {
    const [timeliness, late] = await reports();
    if (timeliness === undefined || late === undefined) throw new Error('no report');
    // Held this year and due in the last, held early and due in the next, never held: these are other reviews.
    expect(table(timeliness, 'timeliness-by-due')).toEqual([
      ['all', 674, 1817, 37.1],
      ['first', 13, 88, 14.8],
      ['second', 14, 46, 30.4],
      ['later', 647, 1683, 38.4],
      ['held-late', 818, 1817, 45],
      ['not-held', 325, 1817, 17.9],
      ['not-known', 229],
    ]);
    expect(table(timeliness, 'timeliness-by-child')).toEqual([
      ['all', 132, 1497, 8.8],
      ['not-known', 101],
    ]);
    expect(674 + 818 + 325).toBe(1817);
    expect(table(late, 'late-reviews')?.[0]).toEqual(['all', 901, 1585, 56.8]);
    expect(late.measures[0]?.items).toHaveLength(901);
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
      ['adoption', 178],
    ]);
    expect(1763 + 106 - 674).toBe(1195);
    // A return has no allocations.
    expect(table(caseload, 'caseload')).toContainEqual(['without-iro', 1195 - 178]);
  });

  it('has participation of nearly six in seven reviews: the other codes do not fit the age', async () => {
    const participation = (await reports()).at(-1);
    if (participation === undefined) throw new Error('no report');
    expect(table(participation, 'participation')).toEqual([
      ['all', 1100, 1560, 70.5],
      ['under-4', 8],
      ['not-recorded', 246],
    ]);
    expect(table(participation, 'participation-last-review')).toEqual([
      ['all', 527, 723, 72.9],
      ['under-4', 5],
      ['not-recorded', 145],
      ['no-review', 144],
    ]);
    expect(table(participation, 'participation-all-ages')).toEqual([
      ['all', 1100, 1568, 70.2],
      ['not-recorded', 246],
    ]);
    expect(table(participation, 'participation-by-code')).toEqual([
      ['all', 1568, 1814, 86.4],
      ['PN0', 8, 1814, 0.4],
      ['PN1', 241, 1814, 13.3],
      ['PN2', 192, 1814, 10.6],
      ['PN3', 212, 1814, 11.7],
      ['PN4', 261, 1814, 14.4],
      ['PN5', 216, 1814, 11.9],
      ['PN6', 239, 1814, 13.2],
      ['PN7', 199, 1814, 11],
      ['not-recorded', 246, 1814, 13.6],
    ]);
    expect(table(participation, 'attended')?.[0]).toEqual(['all', 906, 1560, 58.1]);
  });
});
