import type { DisputedChild } from '../disputes/events.js';
import { plainName } from '../people/named.js';
import { childId } from '../reviews/facts.js';
import type { Store } from '../store/store.js';
import { allocated } from './children.js';
import type { Ledger } from './importDirectory.js';

/** By upn or by name; whoever is not on the list stays as written, and the dispute is nobody's own. */
export function iroNamed({ people }: Ledger, written: string, warn: (reason: string) => void): string {
  if (written === '') return '';
  const wanted = plainName(written);
  const found = [...people.values()].filter(({ upn, name }) => upn === wanted || plainName(name) === wanted);
  const [person] = found;
  if (person !== undefined && found.length === 1) return person.id;
  warn(
    found.length > 1
      ? `several people are called ${written}: write the upn`
      : `${written} is not on the list of people: it is no IRO’s own`,
  );
  return written;
}

export function teamNamed({ teams }: Ledger, written: string, warn: (reason: string) => void): string {
  if (written === '') return '';
  const team = [...teams.values()].find(({ name }) => name.toLowerCase() === written.toLowerCase());
  if (team === undefined) warn(`the team ${written} is unknown: it is in no area`);
  return team?.name ?? written;
}

/** A child who has left is in no file of today: the reference alone is kept. */
export async function childrenNamed(
  store: Store,
  refs: readonly string[],
  warn: (reason: string) => void,
): Promise<DisputedChild[]> {
  const children: DisputedChild[] = [];
  for (const ref of refs) {
    const child = (await store.load('child', childId(ref)))?.document;
    if (child === undefined) warn(`the child ${ref} is unknown: the reference alone is kept`);
    const known = child === undefined ? undefined : allocated(child);
    const family = known?.family === undefined ? {} : { family: known.family };
    children.push({ ref, initials: known?.initials ?? '', ...family });
  }
  return children;
}
