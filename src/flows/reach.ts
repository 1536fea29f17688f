import type { Scene } from '../cards/index.js';
import { figureRights } from '../people/figures.js';
import type { Person } from '../people/person.js';
import type { Only } from '../reports/sources.js';
import { type Splitter, splitters } from '../reports/splits.js';
import { listed } from '../words/grammar.js';
import { words } from '../words/index.js';
import type { Question } from './question.js';
import type { Whose } from './whoseHeard.js';

const { figures } = words;

/** Whose figures an answer has, and which. */
export interface Reach {
  readonly as: 'lead' | 'iro' | 'manager';
  /** What a reader is told of it; nothing where everything is counted. */
  readonly says: string | undefined;
  readonly only: Only | undefined;
  /** Of whose teams alone things are counted; absent: of all. */
  readonly area?: string | undefined;
  readonly may: (measure: string) => boolean;
  readonly splitters: readonly Splitter[];
  /** Which one alone is counted, of a split: there is nothing to spread it over by that, nor by what it is a part of. */
  readonly one?: Splitter | undefined;
  /** For the audit: teams, areas and people by id; empty: the whole service. */
  readonly about: readonly string[];
  /** The same people and teams in a question that a button asks. */
  readonly words: string;
}

/** For leads alone: who the children are, and how much more one group raises than another. */
const forLeads = new Set(['profile', 'per-100-children', 'by-iro']);
/** What a manager may know of the disputes of a team: advice and recording are the IRO side's. */
const forManagers = new Set([
  'disputes-raised',
  'stages-entered',
  'stages-resolved',
  'stages-ended-otherwise',
  'stages-highest',
  'moves',
  'outcomes',
  'time-to-close',
  'over-20-days',
  'open-at-end',
  'response-time',
  'themes-primary',
]);

/** Undefined: none of what was asked is for this person. */
export function reachOf(person: Person, { of }: Pick<Question, 'of'>, scene: Scene): Reach | undefined {
  const { directory, today } = scene;
  const rights = figureRights(person, directory, today);
  const own = rights.own ? ownReach(person) : undefined;
  const team = rights.teams.length > 0 ? teamReach(rights.teams) : undefined;
  switch (of?.whose) {
    case 'own':
      return own ?? (rights.everything === undefined ? team : leadReach(rights.everything.area));
    case 'my-team':
      return team ?? (rights.everything === undefined ? undefined : leadReach(rights.everything.area));
    case 'team':
      if (rights.everything !== undefined) return teamOfLead(of.name, rights.everything.area);
      return rights.teams.includes(of.name) ? teamReach([of.name], of.name) : undefined;
    case 'area':
      return (
        rights.everything && {
          ...leadReach(of.name),
          says: figures.ofOneArea(of.name),
          splitters: splitters.filter((each) => each !== 'area'),
          one: 'area',
          words: of.name,
        }
      );
    case 'iro':
      return rights.everything === undefined ? undefined : iroOfLead(of, rights.everything.area);
    case 'one-of':
      return rights.everything && { ...leadReach(rights.everything.area), words: of.name };
    case undefined:
      return rights.everything === undefined ? (own ?? team) : leadReach(rights.everything.area);
  }
}

const ownReach = ({ id }: Person): Reach => ({
  as: 'iro',
  says: figures.yoursAlone,
  only: { by: 'iro', keys: [id] },
  may: (measure) => !forLeads.has(measure),
  splitters: ['team', 'theme'],
  about: [id],
  words: figures.my,
});

/** A team that was named is named again by the buttons, of several that are theirs. */
const teamReach = (teams: readonly string[], named: string = figures.myTeam): Reach => ({
  as: 'manager',
  says: figures.ofYourTeams(listed(teams)),
  only: { by: 'team', keys: teams, formal: true },
  may: (measure) => forManagers.has(measure),
  splitters: teams.length > 1 ? ['team', 'theme'] : ['theme'],
  one: teams.length > 1 ? undefined : 'team',
  about: teams,
  words: named,
});

const leadReach = (area: string | undefined): Reach => ({
  as: 'lead',
  says: area === undefined ? undefined : figures.ofArea(area),
  only: undefined,
  area,
  may: () => true,
  splitters,
  about: area === undefined ? [] : [area],
  words: '',
});

const teamOfLead = (name: string, area: string | undefined): Reach => ({
  ...leadReach(area),
  says: figures.ofTeam(name),
  only: { by: 'team', keys: [name] },
  splitters: ['iro', 'theme'],
  one: 'team',
  about: [name],
  words: name,
});

const iroOfLead = (
  { name, person, said }: Extract<Whose, { whose: 'iro' }>,
  area: string | undefined,
): Reach => ({
  ...leadReach(area),
  says: [figures.ofIro(name), ...(area === undefined ? [] : [figures.ofArea(area)])].join(' '),
  only: { by: 'iro', keys: [person] },
  splitters: ['team', 'theme'],
  one: 'iro',
  about: [person],
  words: said,
});
