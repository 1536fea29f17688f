import type { ChildFact, ExpectedReview, Period, ReviewFact } from '../../src/reviews/child.js';
import { timedReviews, timetableOf } from '../../src/reviews/timetable.js';
import type { TimetablePolicy } from '../../src/reviews/timing.js';

const recordedAt = '2026-03-02T09:00:00.000Z';

/** A period of care that started on a day, under an interim care order. */
export const careFrom = (startedOn: string | null, differs: Partial<Period> = {}): Period => ({
  kind: 'period',
  source: 'ssda903',
  startedOn,
  knownFrom: startedOn ?? '2024-04-01',
  legalStatuses: [{ from: startedOn ?? '2024-04-01', code: 'C1' }],
  recordedAt,
  ...differs,
});

export const heldOn = (day: string, differs: Partial<ReviewFact> = {}): ReviewFact => ({
  kind: 'review',
  source: 'ssda903',
  heldOn: day,
  participation: 'PN1',
  recordedAt,
  ...differs,
});

export const expected = (sourceDueOn: string, differs: Partial<ExpectedReview> = {}): ExpectedReview => ({
  kind: 'expected-review',
  source: 'ssd',
  sourceId: `R-${sourceDueOn}`,
  sourceDueOn,
  cancelled: false,
  recordedAt,
  ...differs,
});

export const plainPolicy: TimetablePolicy = { targets: {}, seriesCounts: 'last' };

/** As at a day after all that the tests tell of. */
export const theTimetable = (
  facts: readonly ChildFact[],
  policy: Partial<TimetablePolicy> = {},
  asAt = '2030-01-01',
) => timetableOf({ facts }, asAt, { ...plainPolicy, ...policy });

/** Each review in a line: 'first due 2024-04-24, on time'. */
export const lines = (facts: readonly ChildFact[], policy: Partial<TimetablePolicy> = {}): string[] =>
  timedReviews(theTimetable(facts, policy)).map((timed) => {
    switch (timed.due) {
      case 'known':
        return `${timed.type} due ${timed.dueOn}, ${timed.onTime ? 'on time' : `${timed.workingDaysLate} late`}`;
      case 'not-known':
      case 'short-break':
      case 'adoption':
        return timed.due;
    }
  });
