import type { Day } from '../calendar/days.js';
import { type Directory, isCurrent, teamsHeldBy } from './directory.js';
import type { Person } from './person.js';

/** Whose figures somebody may read. */
export interface FigureRights {
  /** Everybody's, by IRO too: of their own area, where they have one. */
  readonly everything: { readonly area?: string | undefined } | undefined;
  /** Those of the person as an IRO. */
  readonly own: boolean;
  /** The disputes of these teams, in which the person holds a stage: never by IRO. */
  readonly teams: readonly string[];
}

export function figureRights(person: Person, directory: Directory, today: Day): FigureRights {
  if (!isCurrent(person, today)) return { everything: undefined, own: false, teams: [] };
  const manages = person.roles.includes('manager');
  return {
    everything: person.roles.includes('lead') ? { area: person.area } : undefined,
    own: person.roles.includes('iro'),
    teams: manages ? teamsHeldBy(directory, person).map(({ name }) => name) : [],
  };
}

/** Who may see who asked for figures; the figures themselves are the leads'. */
export const mayReadAudit = (person: Person, today: Day): boolean =>
  isCurrent(person, today) && person.roles.some((role) => role === 'lead' || role === 'admin');
