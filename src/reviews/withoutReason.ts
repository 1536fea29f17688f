import { addDays, addMonths, type Day } from '../calendar/days.js';
import type { Period } from '../calendar/periods.js';
import type { Policy } from '../policy/policy.js';
import type { ReviewFact } from './child.js';
import { heldReviewOf } from './comingReview.js';
import { type ReviewedChild, type Timetable, timedReviews, timetableOf } from './timetable.js';
import type { TimedReview, TimetablePolicy } from './timing.js';
import { unanswered } from './unanswered.js';

export type LateReview = Extract<TimedReview, { due: 'known' }>;

/** The days on which those were held that are asked about on a day. */
export const askedAbout = (today: Day): Period => ({ from: addDays(addMonths(today, -12), 1), to: today });

/**
 * Reviews that were held late in the 12 months before a day and of which nobody has said why, the earliest first; none
 * where the policy does not ask.
 */
export function lateWithoutReason(
  child: ReviewedChild,
  today: Day,
  policy: TimetablePolicy & Pick<Policy, 'ask' | 'questions'>,
): LateReview[] {
  const { from } = askedAbout(today);
  return timedReviews(timetableOf(child, today, policy))
    .filter((timed): timed is LateReview => timed.due === 'known' && timed.review.heldOn >= from)
    .filter((timed) => unanswered(timed, policy).includes('late-reason'));
}

/** Who said why the review that was held on a day was late, with the reason: the last one stands. */
export function reasonOf(timetable: Timetable, heldOn: Day): ReviewFact | undefined {
  const timed = heldReviewOf(timetable, heldOn);
  return timed?.review.heldOn === heldOn
    ? timed.review.said.findLast(({ lateReason }) => lateReason !== undefined)
    : undefined;
}
