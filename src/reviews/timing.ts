import type { Holidays } from '../calendar/bankHolidays.js';
import { type Day, addDays } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import type { Policy } from '../policy/policy.js';
import { type Stretch, firstPlacedForAdoption, returnedFromAdoptionOn } from './care.js';
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
  | { readonly due: 'short-break'; readonly review: HeldReview }
  | {
      readonly due: 'adoption';
      readonly review: HeldReview;
      /** What was due by reg 33 before the child was placed, and had not been held by then. */
      readonly missed?: Due | undefined;
    };

/**
 * Kept, with no due day of ours: short breaks (reg 48), and what follows a placement for adoption, until the first
 * review after it has ended (Adoption Agencies Regulations 2005, reg 36).
 */
export type OwnClock = 'short-break' | 'adoption';

export const hasOwnClock = <T extends { readonly due: string }>(each: T): each is T & { due: OwnClock } =>
  each.due === 'short-break' || each.due === 'adoption';

export type NextReview =
  | ({ readonly due: 'known' } & Due)
  | { readonly due: 'not-known' }
  | { readonly due: 'short-break' }
  | {
      readonly due: 'adoption';
      /** Of a child who came back: within 42 days (Adoption Agencies Regulations 2005, reg 36(8)). */
      readonly returnedBy?: Day | undefined;
    }
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
  const placedOn = placedSince(stretch, before, review.heldOn);
  if (placedOn !== undefined)
    return { due: 'adoption', review, ...(due !== undefined && due.dueOn < placedOn ? { missed: due } : {}) };
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
  stretch: Stretch,
  before: TimedReview | undefined,
  { policy, mayBeMissing }: Reckoning,
): Due | undefined {
  const due = before === undefined ? firstDue(stretch.startedOn, policy) : dueAfterReview(before, policy);
  return due === undefined || mayBeMissing(due.dueOn) ? undefined : due;
}

/** The first day, since the review before, on which the child was placed for adoption. */
const placedSince = (stretch: Stretch, before: TimedReview | undefined, today: Day): Day | undefined =>
  firstPlacedForAdoption(stretch, before?.review.heldOn ?? stretch.from, today);

/** When the one after the last of a stretch is due, or would have been had care gone on; undefined: by no known day. */
export function dueAfterLast(
  stretch: Stretch,
  held: readonly TimedReview[],
  reckoning: Reckoning,
  today: Day,
): Due | undefined {
  if (stretch.shortBreak) return undefined;
  const due = dueOf(stretch, held.at(-1), reckoning);
  const placedOn = placedSince(stretch, held.at(-1), today);
  return due === undefined || (placedOn !== undefined && placedOn <= due.dueOn) ? undefined : due;
}

const firstDue = (startedOn: Day | null, policy: TimetablePolicy): Due | undefined =>
  startedOn === null ? undefined : dueAfter('first', startedOn, policy);

function dueAfterReview(before: TimedReview, policy: TimetablePolicy): Due {
  const wasFirst = before.due === 'known' && before.type === 'first';
  return dueAfter(wasFirst ? 'second' : 'later', countsOn(before.review, policy), policy);
}

const daysAfterReturn = 42;

/** What follows the last one of the stretch that is open on a day. */
export function nextOf(
  open: Stretch | undefined,
  held: readonly TimedReview[],
  reckoning: Reckoning,
  today: Day,
): NextReview {
  if (open === undefined) return { due: 'none', why: 'no-longer-looked-after' };
  if (open.shortBreak) return { due: 'short-break' };
  if (placedSince(open, held.at(-1), today) !== undefined) {
    const returnedOn = returnedFromAdoptionOn(open, today);
    return {
      due: 'adoption',
      ...(returnedOn === undefined ? {} : { returnedBy: addDays(returnedOn, daysAfterReturn) }),
    };
  }
  const due = dueOf(open, held.at(-1), reckoning);
  return due === undefined ? { due: 'not-known' } : { due: 'known', ...due };
}
