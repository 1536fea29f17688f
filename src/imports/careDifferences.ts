import type { Child, Period, SeenFact } from '../reviews/child.js';
import { isLive } from '../reviews/facts.js';
import { samePeriod } from '../reviews/periods.js';

const called: Readonly<Record<Period['source'], string>> = {
  ssda903: 'the national return',
  ssd: 'the case system’s extracts',
  allocations: 'the allocations',
  teams: 'Teams',
};

/** Where another source has the same period of care end on another day; undefined: none does. */
export function endsOtherwise(child: Child, seen: SeenFact & { kind: 'period' }): string | undefined {
  const others = child.facts
    .filter(isLive)
    .filter((fact) => fact.kind === 'period')
    .filter(({ source }) => source !== seen.source);
  const other = samePeriod(others, seen);
  if (other?.endedOn === undefined || seen.endedOn === undefined || other.endedOn === seen.endedOn)
    return undefined;
  return `care ended on ${seen.endedOn} by this row and on ${other.endedOn} by ${called[other.source]}: what was read later shows`;
}
