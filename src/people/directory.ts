import type { Day } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import { idPart } from './ids.js';
import type { ImportedAt } from './imported.js';
import type { Person, Role } from './person.js';
import type { Team } from './team.js';

/** Who is who and what the service's policy is: one snapshot, kept in memory. */
export interface Directory {
  readonly policy: Policy;
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  /** Absent: nothing was ever imported. */
  readonly importedAt?: ImportedAt;
}

export const teamId = (name: string) => `team:${idPart(name)}`;

/** On the list today: `from` and `to` have both ends in. */
export function isCurrent(person: Person, today: Day): boolean {
  return (
    (person.from === undefined || person.from <= today) && (person.to === undefined || today <= person.to)
  );
}

export function personById(directory: Directory, id: string): Person | undefined {
  return directory.people.find((person) => person.id === id);
}

export function personByUpn(directory: Directory, upn: string): Person | undefined {
  const wanted = upn.toLowerCase();
  return directory.people.find((person) => person.upn === wanted);
}

export function teamByName(directory: Directory, name: string): Team | undefined {
  return directory.teams.find((team) => team.name === name);
}

/** Whether a team is of an area; undefined: of every one. */
export const isInArea = (directory: Directory, area: string | undefined, team: string): boolean =>
  area === undefined || teamByName(directory, team)?.area === area;

const has = (role: Role) => (person: Person) => person.roles.includes(role);

/**
 * Today's holder of a stage for a team; nobody where the column is empty, names a stranger, somebody who has left, or
 * business support, who never touch a dispute.
 */
export function holderOf(directory: Directory, team: string, stage: string, today: Day): Person | undefined {
  const upn = teamByName(directory, team)?.stages[stage];
  const person = upn === undefined ? undefined : personByUpn(directory, upn);
  const may = person?.roles.some((role) => role !== 'admin') === true;
  return person !== undefined && may && isCurrent(person, today) ? person : undefined;
}

/** Teams in which a person holds a stage today. */
export function teamsHeldBy(directory: Directory, person: Person): Team[] {
  return directory.teams.filter((team) => Object.values(team.stages).includes(person.upn));
}

/** Leads of an area; where no lead has that area, every lead: somebody must know. */
export function leadsFor(directory: Directory, team: string, today: Day): Person[] {
  const leads = directory.people.filter(has('lead')).filter((person) => isCurrent(person, today));
  const area = teamByName(directory, team)?.area;
  const ofArea = leads.filter((lead) => lead.area === undefined || lead.area === area);
  return ofArea.length > 0 ? ofArea : leads;
}
