import { addDays, type Day } from '../../src/calendar/days.js';
import { apply, replay } from '../../src/disputes/apply.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { raise } from '../../src/disputes/raise.js';
import type { Directory } from '../../src/people/directory.js';
import { ladders } from '../../src/policy/ladders.js';
import { defaultPolicy, type Outcome } from '../../src/policy/policy.js';
import { aTeam, anAuthority } from '../people/authority.js';
import { eventsOf, fieldsToRaise, formId, keptWith, morning, type Press } from '../disputes/builders.js';

/** One dispute of a published year, as far as the report of that year tells. */
export interface Case {
  readonly number: string;
  readonly raisedOn: Day;
  readonly child: string;
  readonly themes: readonly string[];
  readonly systemFault: boolean;
  /** Stages that it entered, lowest first. */
  readonly stages: readonly string[];
  /** Absent: how it ended is not told. */
  readonly outcome?: Outcome;
}

export interface Year {
  readonly ladder: 'ealing' | 'southwark';
  readonly firstDay: Day;
  readonly cases: readonly Case[];
}

const repeat = <T>(times: number, what: T): T[] => Array.from({ length: times }, () => what);

/** Spread over the first ten months, so that each ends within the year. */
const spread = (firstDay: Day, index: number, of: number): Day =>
  addDays(firstDay, Math.floor((index * 300) / of));

/** Ealing 2016/17: 39 entered the team manager, 5 the operations manager, 1 the director, and each was resolved. */
export const ealing: Year = {
  ladder: 'ealing',
  firstDay: '2016-04-01',
  cases: [
    ...repeat(34, ['team-manager']),
    ...repeat(4, ['team-manager', 'operations-manager']),
    ['team-manager', 'operations-manager', 'director'],
  ].map((stages, index) => ({
    number: `E-${index + 1}`,
    raisedOn: spread('2016-04-01', index, 39),
    child: `8${String(index).padStart(5, '0')}`,
    themes: ['drift'],
    systemFault: false,
    stages,
    outcome: 'action-done' as const,
  })),
};

const southwarkThemes: string[][] = [
  ...repeat(99, ['care-plan-late']),
  ...repeat(18, ['drift']),
  ...repeat(4, ['safety/missing']),
  ['safety/missing', 'safety/gangs'],
  ['safety/missing', 'safety/exploitation'],
  ...repeat(4, ['safety/exploitation']),
  ...repeat(5, ['safety/gangs']),
  ...repeat(9, ['visits']),
  ...repeat(9, ['contact']),
  ...repeat(3, ['no-worker/sickness']),
  ...repeat(5, ['no-worker/left']),
  ...repeat(7, ['health']),
  ...repeat(7, ['placement']),
  ...repeat(4, ['decisions-outstanding']),
  ...repeat(3, ['staying-put']),
  ['life-story'],
  ...repeat(4, []),
];
const southwarkLadder = ladders.southwark.map(({ id }) => id);

/** Southwark 2015/16: 184 about 178 children, of which 9 reached the head of service (6 here) or the assistant director. */
export const southwark: Year = {
  ladder: 'southwark',
  firstDay: '2015-04-01',
  cases: southwarkThemes.map((themes, index) => ({
    number: `${index + 1}/2015`,
    raisedOn: spread('2015-04-01', index, 184),
    child: `9${String(index % 178).padStart(5, '0')}`,
    themes,
    systemFault: themes.includes('care-plan-late'),
    stages: southwarkLadder.slice(0, index < 3 ? 4 : index < 9 ? 3 : index < 60 ? 2 : 1),
  })),
};

/** One team whose stages have a holder each, known by the stage. */
export function authorityOf({ ladder }: Year): Directory {
  const people = anAuthority().people;
  const stages = ladders[ladder].map(({ id }) => id);
  const missing = stages.filter((id) => !people.some((person) => person.id === `person:${id}`));
  return anAuthority({
    policy: { ...defaultPolicy, ladder: [...ladders[ladder]] },
    people: [
      ...people,
      ...missing.map((id) => ({
        id: `person:${id}`,
        type: 'person' as const,
        shape: 1 as const,
        name: `The ${id}`,
        upn: `${id}@example.org`,
        roles: ['manager' as const],
      })),
    ],
    teams: [
      aTeam('Team North', { stages: Object.fromEntries(stages.map((id) => [id, `${id}@example.org`])) }),
    ],
  });
}

/** The year as it would have been pressed: raised, escalated two days later, answered and agreed at the last stage. */
export const pressedYear = (year: Year): Dispute[] =>
  year.cases.map((each, index) => pressed(each, index, year, authorityOf(year)));

function pressed(each: Case, index: number, { ladder }: Year, directory: Directory): Dispute {
  const [first = '', ...others] = each.stages;
  const [theme = '', ...otherThemes] = each.themes;
  const on = each.raisedOn;
  const events = raise(fieldsToRaise({ theme, otherThemes, systemFault: each.systemFault, stage: first }), {
    id: `dispute:${formId(1000 + index)}`,
    formId: formId(1000 + index),
    number: each.number,
    by: 'person:iro',
    at: morning(on),
    today: on,
    iro: 'person:iro',
    team: 'Team North',
    children: [{ ref: each.child, initials: 'AB' }],
    kept: keptWith(ladder),
    savedAnyway: false,
    holder: (stage) => `person:${stage}`,
  });
  let dispute = replay(events);
  let today = on;
  const press = (verb: Parameters<typeof eventsOf>[1], how: Press) => {
    dispute = eventsOf(dispute, verb, { on: today, directory, ...how }).reduce(apply, dispute);
  };
  for (const to of others) {
    today = addDays(today, 2);
    press('escalate', { fields: { to, text: 'No answer that helps.' } });
  }
  if (each.outcome === undefined) return dispute;
  today = addDays(today, 1);
  const holder = `person:${each.stages.at(-1) ?? ''}`;
  press('resolve', { by: holder, fields: { text: 'It is done.', byOn: today } });
  press('agree', { fields: { outcome: each.outcome } });
  return dispute;
}

const columns =
  'number,kind,raised_on,iro,children,team,themes,started_at,entered,responded,outcome,closed_on,closed_at,marks,summary';

/** The year as a service's old spreadsheet would have it: what `pressedYear` presses, with days and no times. */
export function spreadsheet({ cases }: Year): string {
  const rows = cases.map((each) => {
    const entered = each.stages.map((stage, index) => `${stage}:${addDays(each.raisedOn, 2 * index)}`);
    const last = each.stages.at(-1) ?? '';
    const endedOn = addDays(each.raisedOn, 2 * (each.stages.length - 1) + 1);
    const closed = each.outcome !== undefined;
    return [
      each.number,
      'formal',
      each.raisedOn,
      'iro@example.org',
      each.child,
      'Team North',
      each.themes.join(';'),
      each.stages[0],
      entered.join(';'),
      closed ? `${last}:${endedOn}` : '',
      each.outcome ?? '',
      closed ? endedOn : '',
      closed ? last : '',
      each.systemFault ? 'system-fault' : '',
      '',
    ].join(',');
  });
  return `${[columns, ...rows].join('\n')}\n`;
}
