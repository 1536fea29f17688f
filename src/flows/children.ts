import type { Scene } from '../cards/index.js';
import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputedChild } from '../disputes/events.js';
import { personById } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import type { Ports } from './ports.js';

/** A child as a dispute keeps it, with the team that the allocation names. */
export interface AllocatedChild extends DisputedChild {
  readonly team: string;
}

export function allocated(child: Child): AllocatedChild | undefined {
  const allocation = currentAllocation(child);
  if (allocation === undefined) return undefined;
  const { initials, family, team } = allocation;
  return { ref: child.ref, initials, team, ...(family === undefined ? {} : { family }) };
}

/** The children whose allocated IRO somebody is, by reference. */
export async function childrenOf(ports: Ports, iro: Person): Promise<AllocatedChild[]> {
  const stored = await ports.store.childrenOfIro(iro.upn);
  return stored
    .map(({ document }) => allocated(document))
    .filter((child) => child !== undefined)
    .toSorted((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
}

/** What *Add a child…* can choose from: the other children of the dispute's own IRO. Other forms choose none. */
export async function childrenFor(
  ports: Ports,
  verb: Verb,
  dispute: Dispute,
  scene: Scene,
): Promise<DisputedChild[]> {
  if (verb !== 'add-child') return [];
  const iro = personById(scene.directory, dispute.iro);
  if (iro === undefined) return [];
  const children = await childrenOf(ports, iro);
  return children
    .filter(({ ref }) => !dispute.children.some((child) => child.ref === ref))
    .map(({ team: _, ...child }) => child);
}
