import type { Instant } from '../calendar/days.js';
import type { Child } from './child.js';
import { isLive } from './facts.js';

/** A child who came to an IRO from another one. */
export interface Arrival {
  readonly ref: string;
  readonly initials: string;
  readonly team: string;
  /** The upn of who had it before. */
  readonly from: string;
  readonly at: Instant;
}

/** When, and from whom, a child came to the IRO who has it now; undefined: it was nobody else's before. */
export function arrivalOf({ ref, facts }: Pick<Child, 'ref' | 'facts'>): Arrival | undefined {
  const own = facts.filter((fact) => fact.kind === 'allocation');
  const live = own.find(isLive);
  if (live === undefined) return undefined;
  const sameIro = own.toReversed().slice(own.toReversed().indexOf(live));
  const others = sameIro.findIndex(({ iro }) => iro !== live.iro);
  // What was said again of the same IRO, with another team say, is no arrival.
  const first = (others < 0 ? sameIro.at(-1) : sameIro[others - 1]) ?? live;
  const from = others < 0 ? first.instead?.iro : sameIro[others]?.iro;
  if (from === undefined || from === live.iro) return undefined;
  return { ref, initials: live.initials, team: live.team, from, at: first.recordedAt };
}

/** The children who came after one instant and by another, by reference. */
export function arrivalsBetween(
  children: readonly Child[],
  after: Instant,
  until: Instant,
): readonly Arrival[] {
  return children
    .map(arrivalOf)
    .filter((arrival) => arrival !== undefined)
    .filter(({ at }) => at > after && at <= until)
    .toSorted((one, other) => one.ref.localeCompare(other.ref, 'en', { numeric: true }));
}
