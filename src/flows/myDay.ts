import { type Day, dayNumber, englishDay, type Instant } from '../calendar/days.js';
import {
  askedMorningCard,
  type DayLook,
  emptyDayCard,
  type Morning,
  putAwayCard,
  type Scene,
  type Shown,
} from '../cards/index.js';
import { quarterOf } from '../calendar/periods.js';
import { teamsActedFor } from '../people/cover.js';
import { teamsHeldBy } from '../people/directory.js';
import { nextCardOn, partsOn } from '../people/mornings.js';
import type { Person } from '../people/person.js';
import { passerOf, sidesOfChild } from '../people/rights.js';
import { ownAnswers } from '../reports/responseTime.js';
import { currentAllocation } from '../reviews/allocation.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import { freshly } from './directory.js';
import { openFor } from './openFor.js';
import { ownChildren } from './children.js';
import { monthFor } from './lateReasons.js';
import type { Delivery, Stored } from '../store/store.js';
import type { Ports } from './ports.js';
import { weekFor } from './week.js';

/** What somebody has before them today, from queries made now. */
export async function loadMorning(ports: Ports, person: Person): Promise<Morning> {
  const scene = await sceneOf(ports);
  const { weekly, monthly } = partsOn(person, scene.today);
  const [disputes, children, teamChildren, practice, deliveries, answers, week, month] = await Promise.all([
    openFor(ports, person, scene),
    ownChildren(ports, person, scene),
    childrenOfTeams(ports, person, scene),
    practiceFor(ports, person, scene),
    ports.store.deliveriesToPerson(person.id),
    answersOf(ports, person, scene),
    weekly ? weekFor(ports, person, scene) : [],
    monthly ? monthFor(ports, person, scene) : [],
  ]);
  return {
    type: 'morning',
    id: person.id,
    turn: dayNumber(scene.today),
    changedAt: scene.now,
    person,
    disputes,
    children,
    teamChildren,
    practice,
    told: toldOn(scene.today, deliveries),
    lastTold: lastTold(person, scene.today, deliveries),
    week,
    month,
    ...(answers === undefined || answers.of === 0 ? {} : { answered: answers }),
  };
}

/** The children of the teams whose manager this person is, or covers: who holds the first stage. Their own are theirs already. */
async function childrenOfTeams(
  ports: Ports,
  person: Person,
  { directory, today }: Scene,
): Promise<Morning['children']> {
  const teams = teamsActedFor(person, directory, today, directory.policy.ladder[0]?.id ?? '');
  if (teams.length === 0) return [];
  return (await ports.store.childrenOfTeams(teams))
    .filter(({ document }) => document.iro !== person.upn)
    .map(({ document: child }) => ({
      child,
      sides: sidesOfChild(currentAllocation(child), person, directory, today),
    }));
}

/** How fast a manager answered this quarter, for themselves alone. */
async function answersOf(ports: Ports, person: Person, { directory, today }: Scene) {
  const teams = teamsHeldBy(directory, person).map(({ name }) => name);
  if (teams.length === 0) return undefined;
  const stored = await ports.store.disputes({ by: 'responder', person: person.id, teams, open: false });
  const histories = stored.map(({ document }) => document.history);
  return ownAnswers(histories, person.id, { period: quarterOf(today), asAt: today });
}

/** Good practice that is this person's to pass on. */
async function practiceFor(ports: Ports, person: Person, { directory, today }: Scene) {
  if (teamsActedFor(person, directory, today).length === 0) return [];
  return (await ports.store.all('good-practice'))
    .map(({ document }) => document)
    .filter((note) => note.passedOn === undefined && passerOf(note, directory, today)?.id === person.id);
}

/** Of what a card of its own came on a day. */
const toldOn = (today: Day, deliveries: readonly Stored<Delivery>[]): ReadonlySet<string> =>
  new Set(
    deliveries.flatMap(({ document: { told, subject } }) =>
      told.some(({ at }) => englishDay(at) === today) ? [subject] : [],
    ),
  );

/** When the last morning card before today came. */
const lastTold = ({ id }: Person, today: Day, deliveries: readonly Stored<Delivery>[]): Instant | undefined =>
  deliveries
    .flatMap(({ document: { subject, told } }) => (subject === id ? told : []))
    .map(({ at }) => at)
    .filter((at) => englishDay(at) < today)
    .toSorted()
    .at(-1);

/** Asked for in words: the day as it now is, whatever was told of it by other cards. */
export async function showMyDay(ports: Ports, person: Person, page: number): Promise<Answer> {
  return lasting(await dayShown(ports, person, { page }), { about: person.id });
}

/** The card of the day as it now is, and what a press on it did. */
export async function dayShown(ports: Ports, person: Person, look: DayLook = {}): Promise<Shown> {
  const scene = await sceneOf(ports);
  const fresh = await freshly(ports.store, person);
  const morning = await loadMorning(ports, fresh);
  return askedMorningCard(morning, scene, look) ?? emptyDayCard(nextDay(fresh, scene), scene, look);
}

/** *Not today*: folded up until the next morning. Nothing is put off by it. */
export async function putAwayMyDay(ports: Ports, person: Person): Promise<Answer> {
  const scene = await sceneOf(ports);
  const next = nextDay(await freshly(ports.store, person), scene);
  return lasting(putAwayCard(next, scene), { about: person.id });
}

const nextDay = (person: Person, { directory, now }: Scene): Day | undefined =>
  nextCardOn(person, directory.policy, now);

/** The day with one thing of it opened below. */
export async function besideMyDay(
  ports: Ports,
  person: Person,
  page: number,
  below: Answer,
): Promise<Answer> {
  return { ...(await showMyDay(ports, person, page)), below };
}
