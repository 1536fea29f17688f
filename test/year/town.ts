import type { Day, Instant } from '../../src/calendar/days.js';
import { englishDay } from '../../src/calendar/days.js';
import { importFiles } from '../../src/flows/import.js';
import type { Ports } from '../../src/flows/ports.js';

export const upnOf = (who: string) => `${who}@exampleton.example`;
export const teams = ['Alder', 'Birch', 'Cedar', 'Damson'] as const;
const areaOf = (team: string) => (team < 'C' ? 'North' : 'South');
export const stages = ['team-manager', 'operations-manager', 'assistant-director', 'director'] as const;
export const iros = Array.from({ length: 8 }, (_, n) => `iro${n + 1}`);
const refsOf = (children: number) => Array.from({ length: children }, (_, n) => String(700_101 + n));

/** How the bot can reach somebody: met at the start; its chat must be opened first; refused; not even known by id. */
type Reach = 'met' | 'opens' | 'refused' | 'stranger';

export interface Townsperson {
  readonly who: string;
  readonly role: string;
  readonly area?: string;
  readonly reach: Reach;
  /** Last day on the list. */
  to?: Day;
  from?: Day;
}

const person = (who: string, role: string, reach: Reach = 'met', area?: string): Townsperson => ({
  who,
  role,
  reach,
  ...(area === undefined ? {} : { area }),
});

/** Eight IROs, three leads, managers of four teams, and who comes later. Obviously invented. */
const everybody = (): Townsperson[] => [
  ...iros.map((who, n) => person(who, 'iro', n === 5 ? 'stranger' : n === 6 ? 'opens' : 'met')),
  person('lead1', 'lead', 'met', 'North'),
  person('lead2', 'lead', 'opens', 'South'),
  person('leadmanager', 'lead;manager', 'met', 'South'),
  person('admin', 'admin'),
  person('tm-alder', 'manager'),
  person('tm-birch', 'manager', 'opens'),
  person('tm-cedar', 'manager', 'refused'),
  person('tm-damson', 'manager'),
  person('tm-new', 'manager', 'opens'),
  person('ops-north', 'manager'),
  person('ops-south', 'manager', 'stranger'),
  person('ad', 'manager'),
  person('director', 'manager', 'opens'),
];

const entraIdOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const csv = (name: string, lines: readonly string[]) => ({
  name,
  content: Buffer.from(`${lines.join('\n')}\n`),
});

/** Days on which somebody is away, and who acts for them then, by person id. */
interface Away {
  readonly who: string;
  readonly by?: string;
  readonly from: Day;
  readonly to: Day;
}

/** Who was on the list and who held what from an instant on. `from` and `to` of people count by their own days. */
interface Standing {
  readonly since: Instant;
  readonly covers: readonly Away[];
  readonly people: readonly Townsperson[];
  readonly holders: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The people of an authority over a year, told to the bot by the files that business support imports. */
export function aTown(children: number) {
  const childRefs = refsOf(children);
  const people = everybody();
  const holders: Record<string, Record<string, string>> = Object.fromEntries(
    teams.map((team) => [
      team,
      {
        'team-manager': `tm-${team.toLowerCase()}`,
        'operations-manager': `ops-${areaOf(team).toLowerCase()}`,
        'assistant-director': 'ad',
        director: 'director',
      },
    ]),
  );
  const standings: Standing[] = [];
  const covers: Away[] = [];
  /** Whose a child is: some of a family, all of one IRO and team. */
  const allocations = new Map(
    childRefs.map((ref, n) => {
      const group = Math.floor(n / 5);
      const team = teams[Math.floor(group / iros.length) % teams.length] ?? '';
      return [ref, { iro: iros[group % iros.length] ?? '', team }];
    }),
  );
  const ids = new Map<string, string>();

  const peopleFile = () =>
    csv('people.csv', [
      'id,name,upn,role,fte,area,from,to',
      ...people.map(({ who, role, area, reach, from, to }, index) => {
        const id = reach === 'stranger' ? '' : entraIdOf(index);
        return [id, `The ${who}`, upnOf(who), role, '1', area ?? '', from ?? '', to ?? ''].join(',');
      }),
    ]);
  const teamsFile = () =>
    csv('teams.csv', [
      `team,area,${stages.join(',')}`,
      ...teams.map((team) => {
        const held = stages.map((stage) => holders[team]?.[stage] ?? '');
        return [team, areaOf(team), ...held.map((who) => (who === '' ? '' : upnOf(who)))].join(',');
      }),
    ]);
  const policyFile = (policy: object) => ({
    name: 'policy.json',
    content: Buffer.from(JSON.stringify(policy)),
  });

  const at = (instant: Instant): Standing => {
    const standing = standings.findLast(({ since }) => since <= instant);
    if (standing === undefined) throw new Error(`nobody is on the list at ${instant}`);
    return standing;
  };
  const current = ({ people: listed }: Standing, today: Day) =>
    listed.filter(
      ({ from, to }) => (from === undefined || from <= today) && (to === undefined || today <= to),
    );

  const stands = (since: Instant) =>
    standings.push({
      since,
      covers: [...covers],
      people: structuredClone(people),
      holders: structuredClone(holders),
    });

  const town = {
    people,
    /** From the next import on; '' leaves the stage to nobody. */
    gives: (team: string, stage: string, who: string): void => {
      holders[team] = { ...holders[team], [stage]: who };
    },
    areaOf,
    personId: (who: string): string => ids.get(who) ?? `nobody:${who}`,
    whoIs: (id: string): Townsperson => {
      const found = people.find(({ who }) => ids.get(who) === id);
      if (found === undefined) throw new Error(`${id} is nobody of this town`);
      return found;
    },
    entraIdOf: (who: string) => entraIdOf(people.findIndex((each) => each.who === who)),
    /** What changed on the list, and the policy where it is given, goes into the store, and counts from now on. */
    async tell(ports: Pick<Ports, 'store' | 'now' | 'newId'>, policy?: object): Promise<void> {
      const files = { people: peopleFile(), teams: teamsFile() };
      const all = policy === undefined ? files : { ...files, policy: policyFile(policy) };
      const results = await importFiles({ ...ports, now: ports.now() }, all, { dryRun: false });
      const refused = results.flatMap((result) => result.refused);
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
      for (const { document } of await ports.store.all('person'))
        ids.set(document.upn.split('@')[0] ?? '', document.id);
      stands(ports.now());
    },
    allocations,
    /** When lists of allocations were read that changed them. */
    allocatedAt: [] as Instant[],
    /** Entered in the bot already. */
    goesAway(away: Away, now: Instant): void {
      covers.push(away);
      stands(now);
    },
    /** On a day within an absence: who acts for them is on the list then, or nobody. By person id. */
    awayAt: (id: string, instant: Instant): { readonly by?: string } | undefined => {
      const day = englishDay(instant);
      const away = at(instant).covers.find(({ who, from, to }) => who === id && from <= day && day <= to);
      if (away?.by === undefined) return away;
      const { by } = away;
      const there = !at(instant).covers.some(({ who, from, to }) => who === by && from <= day && day <= to);
      return there && town.isListed(by, instant) ? { by } : {};
    },
    /** Whoever holds some stage of some team then. */
    holdersAt: (instant: Instant): string[] =>
      teams.flatMap((team) => stages.flatMap((stage) => town.holderAt(team, stage, instant) ?? [])),
    /** By person id: is somebody on the list then? */
    isListed: (id: string, instant: Instant): boolean =>
      current(at(instant), englishDay(instant)).some(({ who }) => ids.get(who) === id),
    /** Who holds a stage for a team then, by person id. */
    holderAt: (team: string, stage: string, instant: Instant): string | undefined => {
      const standing = at(instant);
      const who = standing.holders[team]?.[stage];
      const listed = current(standing, englishDay(instant)).find((each) => each.who === who);
      return listed === undefined ? undefined : ids.get(listed.who);
    },
    /** The leads of a team's area then, by person id; where it has none, all. */
    leadsAt: (team: string, instant: Instant): string[] => {
      const leads = current(at(instant), englishDay(instant)).filter(({ role }) => role.includes('lead'));
      const own = leads.filter(({ area }) => area === undefined || area === areaOf(team));
      return (own.length > 0 ? own : leads).map(({ who }) => ids.get(who) ?? '');
    },
  };
  return town;
}
export type Town = ReturnType<typeof aTown>;
