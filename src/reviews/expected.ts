import type { Day } from '../calendar/days.js';
import type { ChildFact } from './child.js';

/** The next review as the case system has it. */
export interface CaseSystemReview {
  readonly dueOn: Day;
  readonly cancelled: boolean;
}

/**
 * The review that the case system expects after the last one that was held: the earliest that it still has, else
 * the earliest that it has cancelled. Rows that it never filled in say nothing of what comes next.
 */
export function expectedByCaseSystem(
  facts: readonly ChildFact[],
  lastHeldOn: Day | undefined,
): CaseSystemReview | undefined {
  const coming = facts
    .flatMap((fact) =>
      fact.kind === 'expected-review' && fact.sourceDueOn !== undefined
        ? [{ dueOn: fact.sourceDueOn, cancelled: fact.cancelled }]
        : [],
    )
    .filter(({ dueOn }) => lastHeldOn === undefined || dueOn > lastHeldOn)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return coming.find(({ cancelled }) => !cancelled) ?? coming[0];
}
