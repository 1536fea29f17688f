import { addDays, addMonths } from '../calendar/days.js';
import { within } from '../calendar/periods.js';
import type { ReviewType } from '../reviews/due.js';
import type { TimedReview } from '../reviews/timing.js';
import { childrenBehind, reviewsBehind } from './behind.js';
import {
  type ChildCohort,
  heldIn,
  ownClockRows,
  ownClocks,
  shareOf,
  timedOf,
  toldOf,
} from './childCohort.js';
import { number } from './figures.js';
import type { Measuring } from './measuring.js';
import type { Row } from './report.js';

/** Every type has its row, whether or not there was one. */
export const reviewTypes: readonly (readonly [type: ReviewType, label: string])[] = [
  ['first', 'First reviews'],
  ['second', 'Second reviews'],
  ['later', 'Later reviews'],
];

const byLaw =
  'A first review is due within 20 working days of the day the child became looked after, a second within 3 months of the first, a later one within 6 months of the one before.';
const notKnown =
  'Due date not known: the review before it, or the start of care, is not in the files; counted beside, in no percentage.';

const isLate = ({ timed }: { readonly timed: TimedReview }) => timed.due === 'known' && !timed.onTime;
export const lateBehind = reviewsBehind(() => 'Held late', isLate);

interface Timed {
  readonly type: ReviewType;
  readonly onTime: boolean;
}

/** On time of all, and of each type. */
function onTimeRows(cohort: ChildCohort, timed: readonly Timed[], period = cohort.period): Row[] {
  const row = (called: readonly [string, string], some: readonly Timed[]) =>
    shareOf(cohort, called, some.filter(({ onTime }) => onTime).length, some.length, period);
  return [
    row(['all', 'On time'], timed),
    ...reviewTypes.map((called) =>
      row(
        called,
        timed.filter(({ type }) => type === called[0]),
      ),
    ),
  ];
}

const isNotKnown = ({ timed }: { readonly timed: TimedReview }) => timed.due === 'not-known';

const notKnownRow = (cohort: ChildCohort, period = cohort.period): Row =>
  number(
    'not-known',
    'Due date not known',
    toldOf(cohort, heldIn(cohort, period).filter(isNotKnown).length, period),
  );

const beforePlaced = 'What fell due before a child was placed is counted.';

export const reviewsHeld: Measuring<ChildCohort> = {
  id: 'reviews-held',
  unit: 'reviews',
  says: () => ({
    title: 'Reviews held',
    definition: `Reviews held in the period, each once. ${byLaw} Due date not known: the review before it, or the start of care, is not in the files, so that its type is not known either. In short breaks (V3, V4), and of children placed for adoption (A3 to A6), up to the first after that has ended: counted beside, not in all; they have clocks of their own.`,
  }),
  behind: reviewsBehind(
    () => 'Held',
    () => true,
  ),
  rows: (cohort) => {
    const held = heldIn(cohort, cohort.period);
    const row = (key: string, label: string, count: number) => number(key, label, toldOf(cohort, count));
    return [
      row('all', 'All', held.length),
      ...reviewTypes.map(([type, label]) =>
        row(type, label, timedOf(held).filter((each) => each.type === type).length),
      ),
      row('due-not-known', 'Due date not known', held.filter(isNotKnown).length),
      ...ownClockRows(cohort),
    ];
  },
};

export const timelinessByReview: Measuring<ChildCohort> = {
  id: 'timeliness-by-review',
  unit: 'reviews',
  says: () => ({
    title: 'On time, by review held',
    definition: `Of reviews held in the period whose due date is known, those held on or before it. ${byLaw} ${notKnown} ${ownClocks}`,
  }),
  behind: lateBehind,
  rows: (cohort) => [...onTimeRows(cohort, timedOf(heldIn(cohort, cohort.period))), notKnownRow(cohort)],
};

export const timelinessByDue: Measuring<ChildCohort> = {
  id: 'timeliness-by-due',
  unit: 'reviews',
  says: ({ lookedAfter }) => ({
    title: 'On time, by review due',
    definition: `Of reviews that fell due in the period and by the as-at date, the child still ${lookedAfter} on the due day, those held by it. Held late: held after it, by the as-at date. Not held: not by the as-at date. A child of whom the files have no period of care counts as still ${lookedAfter}. ${notKnown} ${ownClocks} ${beforePlaced}`,
  }),
  behind: childrenBehind(
    () => 'A review that fell due was held late or not at all',
    ({ fellDue }, { period }) => fellDue.some(({ dueOn, onTime }) => within(dueOn, period) && !onTime),
  ),
  rows: (cohort) => {
    const due = cohort.children
      .flatMap(({ fellDue }) => fellDue)
      .filter(({ dueOn }) => within(dueOn, cohort.period));
    const late = due.filter(({ onTime, heldOn }) => !onTime && heldOn !== null).length;
    const never = due.filter(({ heldOn }) => heldOn === null).length;
    return [
      ...onTimeRows(cohort, due),
      shareOf(cohort, ['held-late', 'Held late'], late, due.length),
      shareOf(cohort, ['not-held', 'Not held'], never, due.length),
      notKnownRow(cohort),
    ];
  },
};

export const timelinessByChild: Measuring<ChildCohort> = {
  id: 'timeliness-by-child',
  unit: 'children',
  says: ({ lookedAfter }) => ({
    title: 'On time, by child',
    definition: `Of children for whom a review fell due in the period while they were ${lookedAfter}, or was held in it, those of whom every such review was held by its due date. A review that was not held by the as-at date is not on time. Children of whose reviews no due date is known are counted beside. ${ownClocks} ${beforePlaced}`,
  }),
  behind: childrenBehind(
    () => 'A review was late or was not held',
    (child, cohort) =>
      child.fellDue.some(({ dueOn, onTime }) => within(dueOn, cohort.period) && !onTime) ||
      heldIn({ ...cohort, children: [child] }, cohort.period).some(isLate),
  ),
  rows: (cohort) => {
    const reviewed = cohort.children.map((child) => {
      const held = heldIn({ ...cohort, children: [child] }, cohort.period);
      const due = child.fellDue.filter(({ dueOn }) => within(dueOn, cohort.period));
      return { held, timed: [...timedOf(held), ...due] };
    });
    const known = reviewed.filter(({ timed }) => timed.length > 0);
    const onTime = known.filter(({ timed }) => timed.every((each) => each.onTime)).length;
    const notTimed = reviewed.filter(({ held, timed }) => timed.length === 0 && held.length > 0).length;
    return [
      shareOf(cohort, ['all', 'Every review on time'], onTime, known.length),
      number('not-known', 'No due date known', toldOf(cohort, notTimed)),
    ];
  },
};

export const timelinessRolling: Measuring<ChildCohort> = {
  id: 'timeliness-rolling',
  unit: 'reviews',
  says: () => ({
    title: 'On time, 12 months to the end',
    definition: `Of reviews held in the 12 months to the last day of the period, or to the as-at date where that is earlier, and whose due date is known, those held on or before it. ${notKnown} ${ownClocks}`,
  }),
  rows: (cohort) => {
    const year = { from: addMonths(addDays(cohort.endsOn, 1), -12), to: cohort.endsOn };
    return [...onTimeRows(cohort, timedOf(heldIn(cohort, year)), year), notKnownRow(cohort, year)];
  },
};
