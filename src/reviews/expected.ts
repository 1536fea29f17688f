import { type Day, daysBetween } from '../calendar/days.js';
import type { ChildFact } from './child.js';
import type { HeldReview } from './joining.js';
import type { NextReview, TimedReview } from './timing.js';

/** The next review as the case system has it. */
export interface CaseSystemReview {
  readonly dueOn: Day;
  readonly cancelled: boolean;
}

/**
 * The review that the case system expects after those that were held: the earliest that it still has, else the
 * earliest that it has cancelled. Rows that it never filled in say nothing of what comes next.
 */
export function expectedByCaseSystem(
  facts: readonly ChildFact[],
  held: readonly TimedReview[],
  next: NextReview,
): CaseSystemReview | undefined {
  const reviews = held.map(({ review }) => review);
  const coming = facts
    .filter((fact) => fact.kind === 'expected-review')
    .filter(({ sourceId }) => !reviews.some((review) => has(review, sourceId)))
    .flatMap(({ sourceDueOn: dueOn, cancelled }) => (dueOn === undefined ? [] : [{ dueOn, cancelled }]))
    .filter(({ dueOn }) => comesAfter(dueOn, held.at(-1), next))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return coming.find(({ cancelled }) => !cancelled) ?? coming[0];
}

const has = ({ said }: HeldReview, sourceId: string): boolean =>
  said.some((fact) => fact.sourceId === sourceId);

/**
 * Of a review that only Teams has, the case system's row may still be open, its due date being a little later than
 * the day on which it was held: a row belongs to the review whose due date is nearer.
 */
function comesAfter(dueOn: Day, last: TimedReview | undefined, next: NextReview): boolean {
  if (last === undefined) return true;
  const { heldOn, said } = last.review;
  if (dueOn <= heldOn) return false;
  if (next.due !== 'known' || said.some(({ source }) => source !== 'teams')) return true;
  const wasDueOn = last.due === 'known' ? last.dueOn : heldOn;
  return Math.abs(daysBetween(dueOn, next.dueOn)) < Math.abs(daysBetween(wasDueOn, dueOn));
}
