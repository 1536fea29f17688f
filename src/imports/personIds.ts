import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import type { SeenOfChild } from './children.js';

/**
 * Whose id in the case system this is: an allocation names it (`ssd_id`), else it is a child's own reference.
 * More than one only where allocations name the same.
 */
export function personIds(
  known: ReadonlyMap<string, Child>,
  seen: ReadonlyMap<string, readonly SeenOfChild[]>,
): (personId: string) => readonly string[] {
  const refs = new Map<string, string[]>();
  for (const ref of new Set([...known.keys(), ...seen.keys()])) {
    const id = ssdIdOf(known.get(ref), seen.get(ref)) ?? ref;
    refs.set(id, [...(refs.get(id) ?? []), ref]);
  }
  return (personId) => refs.get(personId) ?? [];
}

/** What an allocation says now, else what one said before: a column that is not there takes nothing away. */
function ssdIdOf(known: Child | undefined, seen: readonly SeenOfChild[] | undefined): string | undefined {
  const read = seen?.map(({ fact }) => fact).find((fact) => fact.kind === 'allocation')?.ssdId;
  return read ?? (known === undefined ? undefined : currentAllocation(known)?.ssdId);
}
