import { isDeepStrictEqual } from 'node:util';
import { englishDay, type Instant } from '../calendar/days.js';
import { isCurrent } from '../people/directory.js';
import { withWake } from '../people/mornings.js';
import type { Conversation, Person, ReachState } from '../people/person.js';
import { change } from './directory.js';
import type { Ports } from './ports.js';

/**
 * Who an authenticated activity comes from: by Entra id, else, the first time, by the upn that the roster gives for
 * somebody on the list whose Entra id is not known yet. Undefined: not on the list, or not any more.
 */
export async function recognise(
  ports: Ports,
  entraId: string,
  upnOf: () => Promise<string | undefined>,
): Promise<Person | undefined> {
  const today = englishDay(ports.now());
  const people = (await ports.directory()).people.filter((person) => isCurrent(person, today));
  const known = people.find((person) => person.entraId?.toLowerCase() === entraId.toLowerCase());
  if (known !== undefined) return known;
  const waiting = people.some((person) => person.entraId === undefined);
  const upn = waiting ? (await upnOf())?.toLowerCase() : undefined;
  const listed = people.find((person) => person.entraId === undefined && person.upn === upn);
  if (listed === undefined) return undefined;
  const joined = await change(ports.store, 'person', listed.id, (person) =>
    person.entraId === undefined ? { ...person, entraId } : undefined,
  );
  await ports.directoryChanged();
  return joined?.entraId === entraId ? joined : undefined;
}

/** Keeps where somebody can be written to, and that they can. Answers whether it is new. */
export async function remember(ports: Ports, person: Person, conversation: Conversation): Promise<boolean> {
  if (isDeepStrictEqual(person.conversation, conversation) && person.reach?.state === 'installed')
    return false;
  const { policy } = await ports.directory();
  await change(ports.store, 'person', person.id, (known) =>
    withWake({ ...reached(known, 'installed', ports.now()), conversation }, policy, ports.now()),
  );
  await ports.directoryChanged();
  return person.conversation?.id !== conversation.id;
}

const reached = (person: Person, state: ReachState, since: Instant): Person =>
  person.reach?.state === state ? person : { ...person, reach: { state, since } };

/** Keeps whether somebody can be reached, from what Teams tells: since when is when it was first heard. */
export async function keepReach(ports: Ports, { id, reach }: Person, state: ReachState): Promise<void> {
  if (reach?.state === state) return;
  await change(ports.store, 'person', id, (known) =>
    known.reach?.state === state ? undefined : reached(known, state, ports.now()),
  );
  await ports.directoryChanged();
}

/**
 * Everybody on the list has a wake: who is in the store without one, from before there were mornings, say, is given
 * it. Nothing in a directory hangs on it, so no cache is told.
 */
export async function wakeEverybody({ store, now, directory }: Ports): Promise<void> {
  const { people, policy } = await directory();
  for (const { id, wakeAt } of people)
    if (wakeAt === undefined)
      await change(store, 'person', id, (known) => {
        const next = withWake(known, policy, now());
        return next === known ? undefined : next;
      });
}

/** The welcome is given once, however often the app is opened: true for the one call that is to give it. */
export async function claimWelcome(ports: Ports, person: Person): Promise<boolean> {
  let first = false;
  await change(ports.store, 'person', person.id, (known) => {
    first = known.welcomedAt === undefined;
    return first ? { ...known, welcomedAt: ports.now() } : undefined;
  });
  if (first) await ports.directoryChanged();
  return first;
}
