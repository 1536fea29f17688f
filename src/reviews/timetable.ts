import type { Holidays } from '../calendar/bankHolidays.js';
import type { Day } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import type { Policy } from '../policy/policy.js';
import { type Stretch, openStretch, stretchAt, stretchesOf } from './care.js';
import type { ChildFact } from './child.js';
import { type Due, type ReviewType, dueAfter } from './due.js';
import { type CaseSystemReview, expectedByCaseSystem } from './expected.js';
import { factsAsAt } from './facts.js';
import { type HeldReview, joinReviews, perhapsTheSame } from './joining.js';

/** A review that was held, and whether it was in time. */
export type TimedReview =
  | ({
      readonly due: 'known';
      readonly onTime: boolean;
      /** 0 for one that is in time, or late by days that are no working days. */
      readonly workingDaysLate: number;
      readonly review: HeldReview;
    } & Due)
  /** The review before it, or the start of care, is not in the files. */
  | { readonly due: 'not-known'; readonly review: HeldReview }
  | { readonly due: 'short-break'; readonly review: HeldReview };

export type NextReview =
  | ({ readonly due: 'known' } & Due)
  | { readonly due: 'not-known' }
  | { readonly due: 'short-break' }
  | { readonly due: 'none'; readonly why: 'no-longer-looked-after' };

export interface Timetable {
  /** Each period of care, or part of one between short breaks, with its reviews in order. */
  readonly stretches: readonly { readonly stretch: Stretch; readonly reviews: readonly TimedReview[] }[];
  readonly next: NextReview;
  /** What the case system says of the next review, in its own words. */
  readonly caseSystem?: CaseSystemReview;
  readonly perhapsTheSame: readonly (readonly [HeldReview, HeldReview])[];
}

export interface TimetablePolicy {
  readonly targets: Policy['targets'];
  readonly seriesCounts: Policy['seriesCounts'];
  readonly holidays?: Holidays;
}

/** A child's reviews as they were known by the end of an English day, and the next one as at that day. */
export function timetableOf(facts: readonly ChildFact[], asAt: Day, policy: TimetablePolicy): Timetable {
  const known = factsAsAt(facts, asAt);
  const periods = known.filter((fact) => fact.kind === 'period');
  const stretches = stretchesOf(periods);
  const at = (day: Day) => stretchAt(stretches, day);
  const periodOf = (day: Day) => at(day).period;
  const reviews = joinReviews(
    known.filter((fact) => fact.kind === 'review').filter(({ heldOn }) => heldOn <= asAt),
    periodOf,
  );

  const held = new Map<string, { stretch: Stretch; reviews: HeldReview[] }>(
    stretches.map((stretch) => [stretch.id, { stretch, reviews: [] }]),
  );
  for (const review of reviews) {
    const stretch = at(review.heldOn);
    const found = held.get(stretch.id);
    if (found === undefined) held.set(stretch.id, { stretch, reviews: [review] });
    else found.reviews.push(review);
  }

  const open = periods.length === 0 ? at(asAt) : openStretch(stretches, asAt);
  const last = reviews.at(-1);
  const caseSystem = expectedByCaseSystem(known, last?.heldOn);
  return {
    stretches: [...held.values()]
      .toSorted((one, other) => (one.stretch.from < other.stretch.from ? -1 : 1))
      .map(({ stretch, reviews: ofStretch }) => ({ stretch, reviews: timed(stretch, ofStretch, policy) })),
    next: nextOf(open, open === undefined ? [] : (held.get(open.id)?.reviews ?? []), policy),
    ...(caseSystem === undefined ? {} : { caseSystem }),
    perhapsTheSame: perhapsTheSame(reviews, periodOf),
  };
}

/** Every review of a timetable, in the order in which they were held. */
export const timedReviews = ({ stretches }: Timetable): TimedReview[] =>
  stretches
    .flatMap(({ reviews }) => reviews)
    .toSorted((one, other) => (one.review.heldOn < other.review.heldOn ? -1 : 1));

/** The day that counts where a review was a series of meetings. */
const countsOn = ({ firstOn, heldOn }: HeldReview, { seriesCounts }: TimetablePolicy): Day =>
  seriesCounts === 'first' ? (firstOn ?? heldOn) : heldOn;

function timed(stretch: Stretch, reviews: readonly HeldReview[], policy: TimetablePolicy): TimedReview[] {
  return reviews.map((review, index) => {
    if (stretch.shortBreak) return { due: 'short-break', review };
    const due = dueOf(stretch, reviews.slice(0, index), policy);
    if (due === undefined) return { due: 'not-known', review };
    const day = countsOn(review, policy);
    const onTime = day <= due.dueOn;
    const workingDaysLate = onTime ? 0 : workingDaysBetween(due.dueOn, day, policy.holidays);
    return { due: 'known', ...due, onTime, workingDaysLate, review };
  });
}

/** When the review is due that follows these. An adjournment or a changed date has no say in it. */
function dueOf(
  { startedOn }: Stretch,
  before: readonly HeldReview[],
  policy: TimetablePolicy,
): Due | undefined {
  const last = before.at(-1);
  if (last === undefined) return startedOn === null ? undefined : dueAfter('first', startedOn, policy);
  const type: ReviewType = before.length === 1 && startedOn !== null ? 'second' : 'later';
  return dueAfter(type, countsOn(last, policy), policy);
}

function nextOf(open: Stretch | undefined, held: readonly HeldReview[], policy: TimetablePolicy): NextReview {
  if (open === undefined) return { due: 'none', why: 'no-longer-looked-after' };
  if (open.shortBreak) return { due: 'short-break' };
  const due = dueOf(open, held, policy);
  return due === undefined ? { due: 'not-known' } : { due: 'known', ...due };
}
