import { addDays, addMonths, type Day } from '../calendar/days.js';
import type { Period } from '../calendar/periods.js';
import type { Policy } from '../policy/policy.js';
import { type ReviewedChild, timedReviews, timetableOf } from './timetable.js';
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
