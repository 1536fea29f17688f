import type { Day } from '../calendar/days.js';
import type { Child, Period, SeenFact } from '../reviews/child.js';
import { isLive } from '../reviews/facts.js';
import { careOf, toldElsewhere } from '../reviews/careOf.js';
import { samePeriod } from '../reviews/periods.js';

const called: Readonly<Record<Period['source'], string>> = {
  ssda903: 'the national return',
  ssd: 'the case system’s extracts',
  allocations: 'the allocations',
  teams: 'Teams',
};

/** What another source says differently of the same period of care, and which of its rows says so here. */
export function careDifferences(
  child: Child,
  seen: SeenFact & { kind: 'period' },
): { readonly row: 'first' | 'last'; readonly reason: string }[] {
  const told = child.facts.filter(isLive).filter((fact) => fact.kind === 'period');
  const own = careOf(told.filter(({ source }) => source === seen.source));
  const is = samePeriod(own, seen);
  const others = careOf(told.filter(({ source }) => source !== seen.source));
  const other = is === undefined ? undefined : toldElsewhere(others, own, is);
  if (other === undefined) return [];
  const differs = (
    row: 'first' | 'last',
    what: string,
    here: Day | null | undefined,
    there: Day | null | undefined,
  ) =>
    (here ?? undefined) === undefined || (there ?? undefined) === undefined || here === there
      ? []
      : [
          {
            row,
            reason: `care ${what} on ${here} by this row and on ${there} by ${called[other.source]}: what was read later shows`,
          },
        ];
  return [
    ...differs('first', 'started', seen.startedOn, other.startedOn),
    ...differs('last', 'ended', seen.endedOn, other.endedOn),
  ];
}
