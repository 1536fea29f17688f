import type { Instant } from '../calendar/days.js';
import type { ChildFact } from './child.js';
import { isLive } from './facts.js';
import type { IroTold } from './said.js';

/** What managers let the IRO know of a child after this instant, in the order of telling. */
export function newsOf(facts: readonly ChildFact[], since: Instant): IroTold[] {
  return facts
    .filter((fact) => fact.kind === 'iro-told')
    .filter((fact) => isLive(fact) && fact.recordedAt > since)
    .toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1));
}
