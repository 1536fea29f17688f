import { type Day, englishDay, type Instant } from '../calendar/days.js';
import { currentAllocation } from './allocation.js';
import type { Allocation, Child, SeenFact } from './child.js';
import { isLive, mergeFacts } from './facts.js';

/** By a lead, in Teams. */
export interface Reassigning {
  /** The upn of the IRO whose child it is from now on. */
  readonly to: string;
  /** Person id. */
  readonly by: string;
  readonly at: Instant;
}

/**
 * The child with another IRO, by a lead's word; what the list said beside the IRO stays. It stands until the list, or
 * for a child whom no list has the case system, names another IRO than it does now. Undefined: the child is theirs
 * already, or was never allocated.
 */
export function reassigned(child: Child, { to, by, at }: Reassigning): Child | undefined {
  const held = currentAllocation(child);
  if (held === undefined || held.iro === to) return undefined;
  return mergeFacts(child, [fact(child, held, { to, by, on: englishDay(at) })], at).child;
}

function fact(
  child: Child,
  held: Allocation,
  { to, by, on }: { readonly to: string; readonly by: string; readonly on: Day },
): SeenFact {
  const { recordedAt: _, supersededAt: __, socialWorker: ___, ...said } = held;
  const own = child.facts.find((each) => each.kind === 'allocation' && isLive(each));
  // A social worker whom the case system alone names goes on following it.
  const worker = own?.kind === 'allocation' ? own.socialWorker : undefined;
  return {
    ...said,
    source: 'teams',
    iro: to,
    from: on,
    by,
    instead: said.source === 'teams' ? said.instead : { source: listOf(said.source), iro: said.iro },
    ...(worker === undefined ? {} : { socialWorker: worker }),
  };
}

const listOf = (source: Allocation['source']) => (source === 'ssd' ? 'ssd' : 'allocations');
