import type { ReviewFact } from './child.js';
import { inTeams } from './joining.js';
import type { TimedReview } from './timing.js';

/** What somebody recorded of a review in Teams, the last word. */
const lastWord = ({ review }: TimedReview): ReviewFact | undefined =>
  review.said.findLast(({ source }) => source === 'teams');

/**
 * A review of an earlier day that somebody recorded in Teams after the last one was known, if nothing was recorded
 * there since: its day may be a mistake.
 */
export function recordedAfterTheLast(reviews: readonly TimedReview[]): TimedReview | undefined {
  const at = (timed: TimedReview) => lastWord(timed)?.recordedAt ?? '';
  const newest = reviews
    .filter(({ review }) => inTeams(review))
    .toSorted((one, other) => (at(one) < at(other) ? -1 : 1))
    .at(-1);
  const last = reviews.at(-1);
  const knownFrom = last?.review.said[0]?.recordedAt;
  return newest === undefined || newest === last || knownFrom === undefined || at(newest) <= knownFrom
    ? undefined
    : newest;
}

/** By person id, who recorded it in Teams last. */
export const recordedBy = (timed: TimedReview): string | undefined => lastWord(timed)?.by;
