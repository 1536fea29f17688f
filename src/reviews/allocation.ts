import type { Allocation, Child } from './child.js';

/** The allocation that holds: IRO, team and social worker of a child. */
export function currentAllocation(child: Child): Allocation | undefined {
  return child.facts.find(
    (fact): fact is Allocation => fact.kind === 'allocation' && fact.supersededAt === undefined,
  );
}
