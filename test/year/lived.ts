import { addDays, type Day, weekday } from '../../src/calendar/days.js';
import { isWorkingDay } from '../../src/calendar/workingDays.js';
import { againstConnector, books } from './books.js';
import { aLife, type Life } from './life.js';
import { chats, clocks, surprises } from './state.js';
import { iros } from './town.js';

/** Another year is another seed: `YEAR_SEED=7 npm test -- test/year`. A failure says which it was. */
export const seed = Number(process.env['YEAR_SEED'] ?? 2026);

/** The last two months only end what was begun. */
const endsOnly = 60;

export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly children: number;
  /** The share of working days on which a dispute is raised. */
  readonly raised: number;
}

/** People who go, come and take over, and what the service changes; on the morning of these days. */
const changes: Readonly<Record<Day, (life: Life) => Promise<void>>> = {
  '2026-05-11': (life) => life.install('iro6'),
  // A manager leaves, and somebody who was never met takes the team over a week later.
  '2026-06-10': (life) => life.changes((people) => leaves(people, 'tm-alder', '2026-06-09')),
  '2026-06-17': (life) =>
    life.changes(() => {
      life.town.gives('Alder', 'team-manager', 'tm-new');
    }),
  // An IRO is covered, a manager too; who goes unannounced is covered by nobody.
  '2026-06-19': (life) => life.away('iro1', '2026-06-22', '2026-07-03', 'iro4'),
  '2026-07-13': (life) => life.away('tm-birch', '2026-07-13', '2026-07-24', 'ops-north'),
  '2026-07-16': (life) => life.away('lead1', '2026-07-20', '2026-07-31'),
  '2026-08-10': (life) => life.away('iro5', '2026-08-10', '2026-08-21'),
  '2026-08-24': (life) => life.away('tm-damson', '2026-08-24', '2026-09-04'),
  // Children change hands: half of each IRO’s go to the next, and half of a team’s to another team.
  '2026-07-08': (life) =>
    life.allocates((ref, whose) => {
      if (Number(ref) % 2 === 0) whose.iro = iros[(iros.indexOf(whose.iro) + 1) % iros.length] ?? '';
    }),
  '2026-08-17': (life) =>
    life.allocates((ref, whose) => {
      if (whose.team === 'Alder' && Number(ref) % 2 === 0) whose.team = 'Birch';
    }),
  '2027-01-18': (life) => life.away('iro4', '2027-01-18', '2027-01-29', 'lead2'),
  '2027-01-25': (life) =>
    life.allocates((_, whose) => {
      if (whose.iro === 'iro2') [whose.iro, whose.team] = ['iro8', 'Cedar'];
    }),
  '2026-07-06': async (life) => life.connector.shuts(chatOf('iro2', life), 403),
  '2026-07-27': (life) => life.install('iro2'),
  // An IRO leaves with disputes open: the leads speak for them.
  '2026-08-04': (life) => life.changes((people) => leaves(people, 'iro3', '2026-08-03')),
  // Two stages change hands, one to a lead, who then judges nothing of it.
  '2026-09-01': (life) =>
    life.changes(() => {
      life.town.gives('Cedar', 'operations-manager', 'leadmanager');
      life.town.gives('Damson', 'team-manager', 'tm-birch');
    }),
  '2026-09-14': (life) => life.install('ops-south'),
  // From here on nobody's silence stops a dispute, and a lead speaks for the IRO from the third stage on.
  '2026-10-01': (life) =>
    life.changes(() => undefined, {
      onNoResponse: 'escalate',
      ladder: [
        { id: 'team-manager', label: 'Team manager', workingDays: 5 },
        { id: 'operations-manager', label: 'Operations manager', workingDays: 5 },
        { id: 'assistant-director', label: 'Assistant director', workingDays: 5, iroSide: 'lead' },
        { id: 'director', label: 'Director', workingDays: null, iroSide: 'lead' },
      ],
    }),
  '2026-11-02': async (life) => life.connector.shuts(chatOf('tm-damson', life), 404),
  '2026-11-16': async (life) => life.connector.shuts(chatOf('ad', life), 403),
  '2026-11-30': (life) => life.install('ad'),
  '2027-01-11': (life) =>
    life.changes(() => {
      life.town.gives('Birch', 'assistant-director', '');
    }),
  '2027-02-01': (life) => life.install('tm-cedar'),
};
function leaves(people: readonly { who: string; to?: Day }[], who: string, to: Day): void {
  const person = people.find((each) => each.who === who);
  if (person !== undefined) person.to = to;
}
const chatOf = (who: string, { town }: Life) => `a:${town.entraIdOf(who)}`;

/** One day: the morning's changes, what people do at some minutes of it, and the night. */
async function live(life: Life, day: Day, { to, raised }: Span): Promise<void> {
  const { chance } = life;
  await life.until(life.at(day, 6 * 60 + 30));
  await changes[day]?.(life);
  const working = isWorkingDay(day);
  const begins = day < addDays(to, -endsOnly);
  const open = life.disputes().filter(({ status }) => status !== 'closed').length;
  const ofDay = [
    ...Array.from({ length: working ? Math.ceil(open * 0.45) : chance.upTo(1) }, () => life.press),
    ...(working && chance.happens(raised) && begins ? [life.raise] : []),
    ...(working && chance.happens(0.06) && begins ? [life.note] : []),
    ...(working && chance.happens(0.04) ? [life.passOn] : []),
    ...(chance.happens(0.02) ? [async () => void life.connector.goesDown()] : []),
  ];
  const minutes = ofDay.map(() => chance.between(8 * 60, 18 * 60)).sort((a, b) => a - b);
  for (const happens of shuffled(ofDay, life)) {
    const at = life.at(day, minutes.shift() ?? 0);
    if (at > life.now()) await life.until(at);
    await happens();
  }
  if (chance.happens(0.7)) life.connector.comesBack();
  await life.until(life.at(day, 23 * 60 + 30));
}
function shuffled<T>(list: readonly T[], { chance }: Life): T[] {
  return list
    .map((each) => ({ each, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

/** Lives through it, and throws where anything was left untold, told twice or missed. What it came to is for its reader. */
export async function lived(span: Span) {
  const life = await aLife(seed, span.from, span.children);
  try {
    for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
      await live(life, day, span);
      const wrong = [...clocks(life), ...(weekday(day) === 0 ? [...books(life).wrong, ...chats(life)] : [])];
      expect({ seed, day, wrong }).toEqual({ seed, day, wrong: [] });
    }
    // Some quiet days: what waited for the network or for a process goes.
    life.connector.calms();
    life.connector.comesBack();
    await life.until(life.at(addDays(span.to, 3), 23 * 60));
    const { owed, outcomes, wrong } = books(life);
    const connector = againstConnector(life);
    const all = [...wrong, ...connector.wrong, ...clocks(life), ...chats(life), ...surprises(life)];
    expect({ seed, wrong: all }).toEqual({ seed, wrong: [] });

    const tally = { told: 0, dropped: 0, unreachable: 0, failed: 0, waiting: 0 };
    for (const outcome of outcomes.values()) tally[outcome] += 1;
    expect(tally.told + tally.dropped + tally.unreachable + tally.failed + tally.waiting).toBe(owed.size);
    expect(tally).toMatchObject({ told: connector.told, waiting: 0 });
    const [disputes, endings] = [life.disputes().length, life.bots.endings.length];
    const events = life.disputes().flatMap(({ history }) => history);
    const changedHands = {
      covered: events.filter((event) => event.kind === 'handedOver' && event.away !== undefined).length,
      allocated: events.filter(({ kind }) => kind === 'reallocated').length,
    };
    console.info(
      `Seed ${seed}: ${disputes} disputes, ${life.told.done} presses, ${endings} processes ended, ` +
        `${changedHands.covered} times away and ${changedHands.allocated} allocated to others. ` +
        `Owed ${owed.size} = told ${tally.told} + dropped ${tally.dropped} + unreachable ${tally.unreachable} + ` +
        `failed ${tally.failed} + waiting ${tally.waiting}. The Connector had ${connector.told} and ` +
        `${connector.secondTries} of them twice, in ${life.connector.requests.length} requests.`,
    );
    return { disputes, endings, changedHands, secondTries: connector.secondTries };
  } finally {
    await life.close();
  }
}
