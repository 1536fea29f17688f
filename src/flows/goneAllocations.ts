import type { Instant } from '../calendar/days.js';
import { type AllocationRow, notWhole } from '../imports/allocations.js';
import type { Tally } from '../imports/report.js';
import type { Row } from '../imports/table.js';
import type { Child } from '../reviews/child.js';
import { isLive, withoutAllocation } from '../reviews/facts.js';
import { settle } from './settle.js';
import type { Store, Stored } from '../store/store.js';

/** The children who are allocated by the list as it was read before, and are not in this one: refs, in order. */
export function goneFrom(
  stored: ReadonlyMap<string, Stored<Child>>,
  rows: readonly Row<AllocationRow>[],
): string[] {
  const listed = new Set(rows.map(({ value }) => value.child));
  return [...stored]
    .filter(([ref, { document }]) => !listed.has(ref) && isListed(document))
    .map(([ref]) => ref)
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

const isListed = ({ facts }: Child): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'allocation' &&
      isLive(fact) &&
      (fact.source !== 'teams' || fact.instead?.source === 'allocations'),
  );

/**
 * Absence ends nothing: they are listed as missing. Where the list is said to be complete it ends their allocations,
 * but for one of which rows were refused, or that has none: whose they were nobody can tell.
 */
export async function settleGone(
  { store, dryRun, now }: { readonly store: Store; readonly dryRun: boolean; readonly now: Instant },
  stored: ReadonlyMap<string, Stored<Child>>,
  gone: readonly string[],
  { tally, complete, rows }: { readonly tally: Tally; readonly complete: boolean; readonly rows: number },
): Promise<void> {
  if (gone.length === 0) return;
  const doubt = notWhole(rows, tally.result().refused.length);
  if (complete && doubt !== undefined) tally.warn(1, doubt);
  if (!complete || doubt !== undefined) return tally.missing(gone);
  for (const ref of gone) {
    const known = stored.get(ref);
    if (known === undefined) continue;
    await settle(store, dryRun, known, 'child', known.document.id, (child) => {
      const document = withoutAllocation(child ?? known.document, now);
      return { document, change: document === child ? 'same' : 'changed' };
    });
  }
  tally.ended(gone);
}
