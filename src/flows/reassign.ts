import { type FormState, reassignForm, type Scene } from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import { absenceOn, iroCover } from '../people/cover.js';
import { isCurrent, personByUpn } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { isOpposite } from '../people/rights.js';
import { currentAllocation } from '../reviews/allocation.js';
import { reassigned } from '../reviews/reassigned.js';
import { words } from '../words/index.js';
import { type Answer, lasting } from './answer.js';
import { cardAgain, childUnseen, type SeenChild, seenChild } from './child.js';
import type { Ports } from './ports.js';
import { listed } from '../words/grammar.js';
import { change } from './directory.js';

const says = words.reassign;

/** Everybody who could be the IRO of a child: those on the list today, by name. */
export const irosOf = ({ directory, today }: Scene): Person[] =>
  directory.people
    .filter((person) => person.roles.includes('iro') && isCurrent(person, today))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));

/** A child's open disputes: those of which it is the first child, whose IRO is its own. */
export async function openOf({ store }: Ports, child: string): Promise<Dispute[]> {
  return (await store.disputes({ by: 'child', child }))
    .map(({ document }) => document)
    .filter(({ status, children: [first] }) => status !== 'closed' && first?.ref === child);
}

/** Numbers of those in which somebody is on the other side: they would decide on both. */
export const oppositeIn = (open: readonly Dispute[], person: Person, { directory, today }: Scene): string[] =>
  open.filter((dispute) => isOpposite(dispute, person, directory, today)).map(({ number }) => number);

const formOf = (seen: SeenChild, form: FormState) => {
  const held = currentAllocation(seen.child)?.iro;
  return lasting(
    reassignForm(
      seen.child,
      irosOf(seen.scene).filter(({ upn }) => upn !== held),
      seen.scene,
      form,
    ),
  );
};

const again = async (ports: Ports, person: Person, seen: SeenChild, said: string): Promise<Answer> =>
  lasting(await cardAgain(ports, person, seen, 'child', said));

/** *Reassign…*: the form, for a lead. */
export async function openReassign(ports: Ports, person: Person, child: string): Promise<Answer> {
  const seen = await seenChild(ports, person, child);
  if (seen === undefined) return childUnseen();
  if (!seen.sides.has('lead')) return again(ports, person, seen, says.leadOnly);
  const answering = oppositeIn(await openOf(ports, child), person, seen.scene);
  if (answering.length > 0) return again(ports, person, seen, says.answering(listed(answering)));
  return formOf(seen, { id: ports.newId(), values: {}, problems: [], warned: [] });
}

/** *Reassign*: the child has another IRO from now on, and its open disputes follow. */
export async function reassign(
  ports: Ports,
  person: Person,
  { child, was }: { readonly child: string; readonly was: string },
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const seen = await seenChild(ports, person, child);
  if (seen === undefined) return childUnseen();
  if (!seen.sides.has('lead')) return again(ports, person, seen, says.leadOnly);
  const wanted = fields['iro'] ?? '';
  const form = (problem: string) =>
    formOf(seen, {
      id: ports.newId(),
      values: { iro: wanted },
      problems: [{ field: 'iro', problem }],
      warned: [],
    });
  if (wanted === '') return form(says.choose);
  const to = irosOf(seen.scene).find(({ upn }) => upn === wanted.toLowerCase());
  if (to === undefined) return form(says.notOnList);
  const { directory, today } = seen.scene;
  if (absenceOn(to, today) !== undefined && iroCover(to, directory, today) === undefined)
    return form(says.away(to.name));
  const open = await openOf(ports, child);
  // Who answers a dispute takes it from nobody.
  const answering = oppositeIn(open, person, seen.scene);
  if (answering.length > 0) return again(ports, person, seen, says.answering(listed(answering)));
  const opposite = oppositeIn(open, to, seen.scene);
  if (opposite.length > 0) return form(says.opposite(to.name, listed(opposite)));
  const said = await giveTo(ports, person, seen, to, { was, open: open.length > 0 });
  const now = await seenChild(ports, person, child);
  return now === undefined ? childUnseen() : again(ports, person, now, said);
}

async function giveTo(
  ports: Ports,
  person: Person,
  seen: SeenChild,
  to: Person,
  { was, open }: { readonly was: string; readonly open: boolean },
): Promise<string> {
  const { child, scene } = seen;
  const iroOf = (document: SeenChild['child']) => currentAllocation(document)?.iro ?? '';
  if (iroOf(child) === to.upn) return says.already(to.name);
  // What is open brings a card of its own; without any the new IRO is told of the child.
  const told = { hands: true, ...(open ? {} : { arrived: [to.id] }) };
  // Before the child, so that a crash in between leaves nothing untold, and after it, so that no cache is too old.
  await ports.directoryChanged(told);
  const saved = await change(ports.store, 'child', child.id, (document) =>
    iroOf(document) === was ? reassigned(document, { to: to.upn, by: person.id, at: scene.now }) : undefined,
  );
  await ports.directoryChanged(told);
  ports.nudge();
  const has = saved === undefined ? was : iroOf(saved);
  if (has === to.upn) return says.did(to.name);
  return says.movedMeanwhile(personByUpn(scene.directory, has)?.name ?? words.lists.child.notOnList);
}
