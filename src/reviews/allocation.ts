import { type Day, englishDay } from '../calendar/days.js';
import type { Allocation, Child, ChildFact } from './child.js';

/** The allocation that holds: IRO, team and social worker of a child. */
export function currentAllocation(child: Child): Allocation | undefined {
  return child.facts.find(
    (fact): fact is Allocation => fact.kind === 'allocation' && fact.supersededAt === undefined,
  );
}

/**
 * The allocation that held at the end of a day, as it was known at the end of the as-at day. One begins on its own
 * `from`, else on the day that it was recorded; but the first that is known, without a `from`, held before that too.
 */
export function allocationOn(facts: readonly ChildFact[], day: Day, asAt: Day): Allocation | undefined {
  const known = facts
    .filter((fact) => fact.kind === 'allocation')
    .filter(({ recordedAt }) => englishDay(recordedAt) <= asAt)
    .toSorted((one, other) =>
      one.recordedAt === other.recordedAt ? 0 : one.recordedAt < other.recordedAt ? -1 : 1,
    );
  const last = known.at(-1);
  if (last === undefined) return undefined;
  // Nothing followed it: the day that it was taken back is the day that it ended.
  const until = day < asAt ? day : asAt;
  if (last.supersededAt !== undefined && englishDay(last.supersededAt) <= until) return undefined;
  return known.findLast(
    ({ from, recordedAt }, index) => (from ?? (index === 0 ? day : englishDay(recordedAt))) <= day,
  );
}
