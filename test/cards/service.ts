import type { Scene, Viewer } from '../../src/cards/index.js';
import { atHour, type Day } from '../../src/calendar/days.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { Directory } from '../../src/people/directory.js';
import type { Person, Role } from '../../src/people/person.js';
import { sidesOf } from '../../src/people/rights.js';
import { ladders } from '../../src/policy/ladders.js';
import { defaultPolicy, type Policy } from '../../src/policy/policy.js';

const person = (id: string, name: string, ...roles: Role[]): Person => ({
  id: `person:${id}`,
  type: 'person',
  shape: 1,
  name,
  upn: `${id}@authority.example`,
  roles,
});

/** An authority that is plainly invented: everybody is called what they are. */
export const iro = person('iro', 'Example Iro', 'iro');
export const teamManager = person('team-manager', 'Example Team-Manager', 'manager');
export const operationsManager = person('operations-manager', 'Example Operations-Manager', 'manager');
export const assistantDirector = person('assistant-director', 'Example Assistant-Director', 'manager');
export const director = person('director', 'Example Director', 'manager');
export const lead = person('lead', 'Example Lead', 'lead');
export const admin = person('admin', 'Example Business-Support', 'admin');
/** A name that is full of what a card must not obey. */
export const oddlyNamed = person('odd', '**Odd** <at>Name</at> ${number}', 'manager');

export const people = {
  iro,
  'team manager': teamManager,
  'operations manager': operationsManager,
  'assistant director': assistantDirector,
  director,
  lead,
};

export function directoryWith(
  policy: Partial<Policy> = {},
  stages: Readonly<Record<string, Person | undefined>> = {},
): Directory {
  const held = {
    'team-manager': teamManager,
    'operations-manager': operationsManager,
    'assistant-director': assistantDirector,
    director,
    ...stages,
  };
  return {
    policy: { ...defaultPolicy, ladder: [...ladders.ealing], ...policy },
    people: [iro, teamManager, operationsManager, assistantDirector, director, lead, admin, oddlyNamed],
    teams: [
      {
        id: 'team:North',
        type: 'team',
        shape: 1,
        name: 'North',
        area: 'North',
        stages: Object.fromEntries(
          Object.entries(held).flatMap(([stage, holder]) =>
            holder === undefined ? [] : [[stage, holder.upn]],
          ),
        ),
      },
    ],
  };
}

export const sceneOn = (today: Day, directory: Directory = directoryWith()): Scene => ({
  directory,
  today,
  now: atHour(today, '09:14'),
});

export const viewerOf = (dispute: Dispute, who: Person, scene: Scene): Viewer => ({
  person: who,
  sides: sidesOf(dispute, who, scene.directory, scene.today),
});
