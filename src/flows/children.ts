import type { Morning, Scene } from '../cards/index.js';
import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputedChild } from '../disputes/events.js';
import { englishDay } from '../calendar/days.js';
import { irosActedFor, irosWithoutCover } from '../people/cover.js';
import { isInArea, personById, personByUpn } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { sidesOfChild } from '../people/rights.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import { childId } from '../reviews/facts.js';
import { hasLeftCare } from '../reviews/careOf.js';
import type { Ports } from './ports.js';

/** A child as a dispute keeps it, with the team that the allocation names. */
export interface AllocatedChild extends DisputedChild {
  readonly team: string;
  /** The upn of the IRO whose child it is. */
  readonly iro: string;
}

export function allocated(child: Child): AllocatedChild | undefined {
  const allocation = currentAllocation(child);
  if (allocation === undefined) return undefined;
  const { initials, family, team, iro } = allocation;
  return { ref: child.ref, initials, team, iro, ...(family === undefined ? {} : { family }) };
}

/** The children for whom somebody acts today, by reference: whose IRO they are, or whose IRO they cover. */
export async function childrenOf(ports: Ports, person: Person): Promise<AllocatedChild[]> {
  const iros = irosActedFor(person, await ports.directory(), englishDay(ports.now()));
  return (await childrenOfIros(ports, iros)).flatMap((child) => allocated(child) ?? []);
}

/** The children allocated to somebody, by reference. */
export const childrenOfIro = (ports: Ports, iro: Person): Promise<Child[]> => childrenOfIros(ports, [iro]);

async function childrenOfIros({ store }: Ports, iros: readonly Person[]): Promise<Child[]> {
  const stored = await Promise.all(iros.map(({ upn }) => store.childrenOfIro(upn)));
  return stored
    .flat()
    .map(({ document }) => document)
    .toSorted((one, other) => one.ref.localeCompare(other.ref, 'en', { numeric: true }));
}

/** What the form of an act needs that the dispute does not know: for *Add a child…* and *Close…* alone. */
export async function formOptionsFor(
  ports: Ports,
  verb: Verb,
  dispute: Dispute,
  scene: Scene,
): Promise<{ children?: DisputedChild[]; childHasLeft?: boolean }> {
  if (verb === 'add-child') return { children: await childrenToAdd(ports, dispute, scene) };
  if (verb !== 'close') return {};
  const [first] = dispute.children;
  const child = first === undefined ? undefined : await ports.store.load('child', childId(first.ref));
  return { childHasLeft: child !== undefined && hasLeftCare(child.document, scene.today) };
}

/** The other children of the dispute's own IRO. */
async function childrenToAdd(ports: Ports, dispute: Dispute, scene: Scene): Promise<DisputedChild[]> {
  const iro = personById(scene.directory, dispute.iro);
  if (iro === undefined) return [];
  const children = await childrenOfIro(ports, iro);
  return children
    .flatMap((child) => allocated(child) ?? [])
    .filter(({ ref }) => !dispute.children.some((child) => child.ref === ref))
    .map(({ team: _team, iro: _iro, ...child }) => child);
}

/** The children whose IRO this person is, or covers; of a lead also those whose IRO is not there, covered by nobody. */
export async function ownChildren(
  ports: Ports,
  person: Person,
  { directory, today }: Scene,
): Promise<Morning['children']> {
  const own = irosActedFor(person, directory, today);
  const missing = irosWithoutCover(person, directory, today);
  const [children, others] = await Promise.all([childrenOfIros(ports, own), childrenOfIros(ports, missing)]);
  const standing = (child: Child) => ({
    child,
    sides: sidesOfChild(currentAllocation(child), person, directory, today),
  });
  return [
    ...children.map(standing),
    ...others
      .filter((child) => isInArea(directory, person.area, currentAllocation(child)?.team ?? ''))
      .map((child) => ({
        ...standing(child),
        standsInFor: personByUpn(directory, currentAllocation(child)?.iro ?? ''),
      })),
  ];
}
