import type { Directory } from '../../src/people/directory.js';
import type { Person, Role } from '../../src/people/person.js';
import type { Team } from '../../src/people/team.js';
import { defaultPolicy } from '../../src/policy/policy.js';

/** Somebody on the list, known by what they do: `person:iro`, iro@example.org. */
export function aPerson(id: string, role: Role, differs: Partial<Person> = {}): Person {
  return {
    id: `person:${id}`,
    type: 'person',
    shape: 1,
    name: `The ${id}`,
    upn: `${id}@example.org`,
    roles: [role],
    ...differs,
  };
}

export function aTeam(name: string, differs: Partial<Team> = {}): Team {
  return {
    id: `team:${encodeURIComponent(name)}`,
    type: 'team',
    shape: 1,
    name,
    area: 'North',
    stages: {
      'team-manager': 'team-manager@example.org',
      'operations-manager': 'operations-manager@example.org',
      'assistant-director': 'assistant-director@example.org',
      director: 'director@example.org',
    },
    ...differs,
  };
}

export const people = [
  aPerson('iro', 'iro'),
  aPerson('other-iro', 'iro'),
  aPerson('lead', 'lead'),
  aPerson('admin', 'admin'),
  aPerson('team-manager', 'manager'),
  aPerson('operations-manager', 'manager'),
  aPerson('assistant-director', 'manager'),
  aPerson('director', 'manager'),
];

/** One team with a holder for each stage of the default ladder. */
export function anAuthority(differs: Partial<Directory> = {}): Directory {
  return { policy: defaultPolicy, people, teams: [aTeam('Team North')], ...differs };
}

/** The same team, with other holders of some stages; undefined leaves a stage without one. */
export function withHolders(holders: Readonly<Record<string, string | undefined>>): Directory {
  const stages = Object.fromEntries(
    Object.entries({ ...aTeam('Team North').stages, ...holders }).flatMap(([stage, upn]) =>
      upn === undefined ? [] : [[stage, upn]],
    ),
  );
  return anAuthority({ teams: [aTeam('Team North', { stages })] });
}
