import type { Child, ChildFact } from '../../src/reviews/child.js';
import { careFrom, heldOn } from '../reviews/childFacts.js';
import { counts, readingChildren, row, rowsOf } from './reading.js';

const child = (...facts: ChildFact[]): Child => ({
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts,
});
/** Returns of the years that begin on these days were read of it. */
const readOf = (of: Child, ...years: string[]): Child => ({
  ...of,
  returns: years.map((from) => ({ from, recordedAt: '2026-03-02T09:00:00.000Z' })),
});

// Looked after from 25 March 2024: the first review is due on 24 April, the second 3 months after it.
const care = careFrom('2024-03-25');
const first = heldOn('2024-04-24');

describe('reviews held in a period', () => {
  it('are counted by type, both ends of the period in', () => {
    const held = [heldOn('2024-04-01'), heldOn('2024-07-01'), heldOn('2024-12-31'), heldOn('2025-03-31')];
    const report = readingChildren([child(care, ...held, heldOn('2025-04-01'))]);
    expect(counts(report, 'reviews-held')).toMatchObject({ all: 4, first: 1, second: 1, later: 2 });
  });

  it('have no type where their due date is not known, and are in no percentage', () => {
    const report = readingChildren([child(careFrom(null), heldOn('2024-06-03'), heldOn('2024-12-03'))]);
    expect(counts(report, 'reviews-held')).toMatchObject({ all: 2, later: 1, 'due-not-known': 1 });
    expect(row(report, 'timeliness-by-review', 'all')).toBe('1 of 1: 100');
    expect(row(report, 'timeliness-by-review', 'not-known')).toBe('1');
    expect(row(report, 'timeliness-by-due', 'all')).toBe('1 of 1: 100');
  });

  it('in short breaks stand beside, and are in nothing else', () => {
    const breaks = careFrom('2024-04-08', { legalStatuses: [{ from: '2024-04-08', code: 'V4' }] });
    const report = readingChildren([readOf(child(breaks, heldOn('2024-07-01')), '2024-04-01')]);
    expect(counts(report, 'reviews-held')).toMatchObject({ all: 0, 'short-breaks': 1 });
    expect(row(report, 'timeliness-by-due', 'all')).toBe('0 of 0');
  });

  it('of adoption stand beside, and what fell due before the child was placed is not lost', () => {
    const placed = careFrom('2024-03-25', { adoption: [{ from: '2024-08-05', placed: true }] });
    const facts = [first, heldOn('2024-09-02'), heldOn('2024-12-02')];
    const report = readingChildren([readOf(child(placed, ...facts), '2024-04-01')]);
    expect(counts(report, 'reviews-held')).toMatchObject({
      all: 1,
      first: 1,
      'short-breaks': 0,
      adoption: 2,
    });
    expect(row(report, 'timeliness-by-review', 'all')).toBe('1 of 1: 100');
    // The second fell due on 24 July, and the next review came in September; nothing falls due after August.
    expect(row(report, 'timeliness-by-due', 'all')).toBe('1 of 2: 50');
    expect(row(report, 'timeliness-by-due', 'held-late')).toBe('1 of 2: 50');
  });

  it('were held on the day of the series that the policy counts', () => {
    const series = child(care, heldOn('2024-05-02', { firstOn: '2024-04-23' }));
    expect(row(readingChildren([series]), 'timeliness-by-review', 'first')).toBe('0 of 1: 0');
  });
});

describe('timeliness', () => {
  const late = child(care, first, heldOn('2024-07-25'));

  it('by review is of those that were held, by due day of those that fell due', () => {
    const report = readingChildren([late]);
    expect(row(report, 'timeliness-by-review', 'all')).toBe('1 of 2: 50');
    // The third fell due on 25 January 2025 and was never held.
    expect(row(report, 'timeliness-by-due', 'all')).toBe('1 of 3: 33.3');
    expect(row(report, 'timeliness-by-due', 'held-late')).toBe('1 of 3: 33.3');
    expect(row(report, 'timeliness-by-due', 'not-held')).toBe('1 of 3: 33.3');
    expect(row(report, 'timeliness-by-due', 'later')).toBe('0 of 1: 0');
  });

  it('by due day leaves out a child who was no longer looked after on that day', () => {
    const left = (endedOn: string) => child(careFrom('2024-03-25', { endedOn }), first);
    expect(row(readingChildren([left('2024-07-24')]), 'timeliness-by-due', 'all')).toBe('1 of 1: 100');
    expect(row(readingChildren([left('2024-07-25')]), 'timeliness-by-due', 'all')).toBe('1 of 2: 50');
  });

  it('by due day leaves out a period whose end is not in the files once another has begun', () => {
    const again = careFrom('2024-06-03');
    const report = readingChildren([child(care, first, again, heldOn('2024-07-01'))]);
    // The second of the old period would have been due on 24 July; that of the new one on 1 October.
    expect(row(report, 'timeliness-by-due', 'second')).toBe('0 of 1: 0');
  });

  it('by due day counts a child of whom no period is in the files as still looked after', () => {
    const report = readingChildren([child(heldOn('2024-04-24'))]);
    expect(row(report, 'timeliness-by-due', 'not-held')).toBe('1 of 1: 100');
  });

  it('by due day counts what fell due by the as-at day alone', () => {
    const report = readingChildren([late], { asAt: '2026-03-02', to: '2026-12-31' });
    expect(row(report, 'timeliness-by-due', 'all')).toBe('1 of 3: 33.3');
    const sooner = child(care, first, heldOn('2026-03-01'));
    // Due on 1 September 2026: held or not, nobody knows yet.
    expect(row(readingChildren([sooner], { to: '2026-12-31' }), 'timeliness-by-due', 'all')).toBe(
      '1 of 2: 50',
    );
  });

  it('by child needs every review on time, and never held is not', () => {
    const children = [child(care, first), child(care, first, heldOn('2024-07-24'), heldOn('2025-01-24'))];
    expect(row(readingChildren([late, ...children]), 'timeliness-by-child', 'all')).toBe('1 of 3: 33.3');
    const nothingKnown = child(careFrom(null), heldOn('2025-03-03'));
    const report = readingChildren([nothingKnown, ...children]);
    expect(row(report, 'timeliness-by-child', 'all')).toBe('1 of 2: 50');
    expect(row(report, 'timeliness-by-child', 'not-known')).toBe('1');
  });

  it('rolling is of the 12 months to the end of the period, or to the as-at day in it', () => {
    const days = child(care, first, heldOn('2024-07-24'), heldOn('2025-03-31'));
    const rolling = (to: string, asAt?: string) =>
      row(
        readingChildren([days], { from: '2025-03-01', to, ...(asAt === undefined ? {} : { asAt }) }),
        'timeliness-rolling',
        'all',
      );
    expect(rolling('2025-03-31')).toBe('2 of 3: 66.7');
    expect(rolling('2025-04-30')).toBe('1 of 2: 50');
    expect(rolling('2027-03-31', '2026-03-30')).toBe('0 of 1: 0');
  });

  it('has a row for every type, whether or not there was one', () => {
    const report = readingChildren([late]);
    for (const measure of ['timeliness-by-review', 'timeliness-by-due', 'timeliness-rolling'])
      expect(rowsOf(report, measure).map(({ key }) => key)).toEqual(
        expect.arrayContaining(['all', 'first', 'second', 'later', 'not-known']),
      );
  });
});

describe('late reviews', () => {
  it('are listed with when they were due and held, and by how many working days', () => {
    const report = readingChildren([child(care, heldOn('2024-04-25'), heldOn('2024-07-27'))], {
      name: 'late-reviews',
    });
    expect(report.measures[0]?.items).toEqual([
      {
        child: '700123',
        type: 'first',
        dueOn: '2024-04-24',
        heldOn: '2024-04-25',
        workingDaysLate: 1,
        reason: null,
      },
      // Due on a Thursday, held on the Saturday after it.
      {
        child: '700123',
        type: 'second',
        dueOn: '2024-07-25',
        heldOn: '2024-07-27',
        workingDaysLate: 1,
        reason: null,
      },
    ]);
    expect(row(report, 'late-reviews', 'all')).toBe('2 of 2: 100');
  });

  it('have no reason on record yet, and none of the reasons is 0', () => {
    const report = readingChildren([child(care, heldOn('2024-04-25'))], { name: 'late-reviews' });
    expect(row(report, 'late-by-reason', 'all')).toBe('not recorded');
    expect(row(report, 'late-by-reason', 'child-asked')).toBe('not recorded');
    expect(row(report, 'late-by-reason', 'not-recorded')).toBe('1 of 1: 100');
    const none = readingChildren([child(care, first)], { name: 'late-reviews' });
    expect(row(none, 'late-by-reason', 'not-recorded')).toBe('0 of 0');
  });
});

describe('what was not held', () => {
  const quiet = child(careFrom('2023-03-25'), heldOn('2023-04-20'));

  it('is 0 where the return of the year was read', () => {
    const report = readingChildren([readOf(quiet, '2023-04-01', '2024-04-01')]);
    expect(report.notes).toEqual([]);
    expect(row(report, 'reviews-held', 'all')).toBe('0');
    expect(row(report, 'timeliness-by-review', 'all')).toBe('0 of 0');
  });

  it('is not recorded where no file tells of the period', () => {
    const report = readingChildren([readOf(quiet, '2023-04-01')]);
    expect(report.notes).toEqual(['Nothing of this period had been recorded by 2 March 2026.']);
    expect(row(report, 'reviews-held', 'all')).toBe('not recorded');
    expect(row(report, 'timeliness-by-review', 'all')).toBe('not recorded');
  });

  it('is not recorded, up to the end of the last return, where that tells of a part', () => {
    const report = readingChildren([readOf(quiet, '2023-04-01')], { from: '2024-01-01', to: '2024-06-30' });
    expect(report.notes).toEqual([
      'Recorded until 31 March 2024: what no source could have told is "not recorded", not 0.',
    ]);
    expect(row(report, 'reviews-held', 'all')).toBe('not recorded');
  });

  it('is not recorded as at a day before the return was read', () => {
    const report = readingChildren([readOf(quiet, '2024-04-01')], { asAt: '2026-03-01' });
    expect(row(report, 'reviews-held', 'all')).toBe('not recorded');
  });

  it('is 0 from the earliest review that the extracts of the case system tell of', () => {
    const ssd = child(heldOn('2024-01-15', { source: 'ssd', sourceId: 'R1' }));
    expect(row(readingChildren([ssd]), 'reviews-held', 'all')).toBe('0');
    expect(row(readingChildren([ssd], { from: '2023-04-01' }), 'reviews-held', 'later')).toBe('not recorded');
  });
});
