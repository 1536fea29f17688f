import { user } from '../support/activities.js';

export interface Cast {
  /** First word of the upn and of the Teams id → roles. */
  readonly [who: string]: {
    readonly name: string;
    readonly roles: string;
    readonly entraIdKnown?: boolean;
    /** Weekdays; absent: Monday to Friday. */
    readonly works?: string;
  };
}

/** The people of every story unless it says otherwise: obviously invented, roles in their names. */
export const cast: Cast = {
  ida: { name: 'Ida Reviewer', roles: 'iro' },
  ivan: { name: 'Ivan Reviewer', roles: 'iro' },
  tess: { name: 'Tess Teammanager', roles: 'manager' },
  tom: { name: 'Tom Teammanager', roles: 'manager' },
  olga: { name: 'Olga Operations', roles: 'manager' },
  amir: { name: 'Amir Assistant', roles: 'manager' },
  dina: { name: 'Dina Director', roles: 'manager' },
  lena: { name: 'Lena Lead', roles: 'lead' },
  bess: { name: 'Bess Business', roles: 'admin' },
};

export const upn = (who: string) => `${who}@exampleton.example`;
const csv = (name: string, ...lines: string[]) => ({ name, content: Buffer.from(`${lines.join('\n')}\n`) });

/** Who holds each stage of the ladder for the team North. */
export const everyHolder: Readonly<Record<string, string>> = {
  'team-manager': 'tess',
  'operations-manager': 'olga',
  'assistant-director': 'amir',
  director: 'dina',
};

export const policyFile = (policy: object) => ({
  name: 'policy.json',
  content: Buffer.from(JSON.stringify(policy)),
});

export const peopleFile = (people: Cast) =>
  csv(
    'people.csv',
    'id,name,upn,role,fte,works',
    ...Object.entries(people).map(
      ([who, { name, roles, entraIdKnown = true, works = '' }]) =>
        `${entraIdKnown ? user(who, name).aadObjectId : ''},${name},${upn(who)},${roles},1,${works}`,
    ),
  );

const teamRow = (team: string, holders: readonly string[]) =>
  `${team},${team},${holders.map((who) => (who === '' ? '' : upn(who))).join(',')}`;

/** One row for each team; an empty name leaves a stage to nobody. The team South has a team manager of its own. */
export function teamsFile(holders: Readonly<Record<string, string>>) {
  const stages = Object.keys(holders);
  return csv(
    'teams.csv',
    `team,area,${stages.join(',')}`,
    teamRow('North', Object.values(holders)),
    teamRow('South', Object.values({ ...holders, 'team-manager': 'tom' })),
  );
}

export const allocationsFile = csv(
  'allocations.csv',
  'child,initials,family,iro,team,social_worker',
  `700123,AB,F1,${upn('ida')},North,Sol Socialworker`,
  `700124,CB,F1,${upn('ida')},North,`,
  `700131,CD,,${upn('ida')},North,`,
  `700140,EF,,${upn('ivan')},South,`,
);
