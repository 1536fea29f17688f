import { addMonths, type Day } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import { type ReviewedChild, timedReviews, timetableOf } from './timetable.js';
import type { TimedReview, TimetablePolicy } from './timing.js';
import { unanswered } from './unanswered.js';

export type LateReview = Extract<TimedReview, { due: 'known' }>;

/**
 * Reviews that were held late in the 12 months before a day and of which nobody has said why, the earliest first; none
 * where the policy does not ask.
 */
export function lateWithoutReason(
  child: ReviewedChild,
  today: Day,
  policy: TimetablePolicy & Pick<Policy, 'ask' | 'questions'>,
): LateReview[] {
  const since = addMonths(today, -12);
  return timedReviews(timetableOf(child, today, policy))
    .filter((timed): timed is LateReview => timed.due === 'known' && timed.review.heldOn > since)
    .filter((timed) => unanswered(timed, policy).includes('late-reason'));
}
