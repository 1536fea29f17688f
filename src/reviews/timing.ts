import type { Holidays } from '../calendar/bankHolidays.js';
import type { Day } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import type { Policy } from '../policy/policy.js';
import type { Stretch } from './care.js';
import { type Due, dueAfter } from './due.js';
import type { HeldReview } from './joining.js';

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

export interface TimetablePolicy {
  readonly targets: Policy['targets'];
  readonly seriesCounts: Policy['seriesCounts'];
  readonly holidays?: Holidays;
}

/** What the due dates of one child are reckoned with. */
export interface Reckoning {
  readonly policy: TimetablePolicy;
  readonly mayBeMissing: (dueOn: Day) => boolean;
}

/** The day that counts where a review was a series of meetings. */
export const countsOn = (
  { firstOn, heldOn }: { readonly firstOn?: Day | undefined; readonly heldOn: Day },
  { seriesCounts }: Pick<TimetablePolicy, 'seriesCounts'>,
): Day => (seriesCounts === 'first' ? (firstOn ?? heldOn) : heldOn);

/** The reviews of a stretch in order, each counted from the one before. */
export function timedIn(
  stretch: Stretch,
  reviews: readonly HeldReview[],
  reckoning: Reckoning,
): readonly TimedReview[] {
  const timed: TimedReview[] = [];
  for (const review of reviews) timed.push(timedReview(stretch, review, timed.at(-1), reckoning));
  return timed;
}

function timedReview(
  stretch: Stretch,
  review: HeldReview,
  before: TimedReview | undefined,
  reckoning: Reckoning,
): TimedReview {
  if (stretch.shortBreak) return { due: 'short-break', review };
  const due = dueOf(stretch, before, reckoning);
  if (due === undefined) return { due: 'not-known', review };
  const day = countsOn(review, reckoning.policy);
  const onTime = day <= due.dueOn;
  const workingDaysLate = onTime ? 0 : workingDaysBetween(due.dueOn, day, reckoning.policy.holidays);
  return { due: 'known', ...due, onTime, workingDaysLate, review };
}

/**
 * When the review is due that follows another; an adjournment or a changed date has no say in it. Not known where
 * it fell due in a year of which no return was read: it may have been held, and this one follows it.
 */
function dueOf(
  { startedOn }: Stretch,
  before: TimedReview | undefined,
  { policy, mayBeMissing }: Reckoning,
): Due | undefined {
  const due = before === undefined ? firstDue(startedOn, policy) : dueAfterReview(before, policy);
  return due === undefined || mayBeMissing(due.dueOn) ? undefined : due;
}

const firstDue = (startedOn: Day | null, policy: TimetablePolicy): Due | undefined =>
  startedOn === null ? undefined : dueAfter('first', startedOn, policy);

function dueAfterReview(before: TimedReview, policy: TimetablePolicy): Due {
  const wasFirst = before.due === 'known' && before.type === 'first';
  return dueAfter(wasFirst ? 'second' : 'later', countsOn(before.review, policy), policy);
}

/** What follows the last one of the stretch that is open. */
export function nextOf(
  open: Stretch | undefined,
  held: readonly TimedReview[],
  reckoning: Reckoning,
): NextReview {
  if (open === undefined) return { due: 'none', why: 'no-longer-looked-after' };
  if (open.shortBreak) return { due: 'short-break' };
  const due = dueOf(open, held.at(-1), reckoning);
  return due === undefined ? { due: 'not-known' } : { due: 'known', ...due };
}
