import { addDays, atHour, type Day, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import { act } from '../flows/act.js';
import type { Ports } from '../flows/ports.js';
import { raiseDispute } from '../flows/raiseInChat.js';
import type { Person } from '../people/person.js';
import type { Policy } from '../policy/policy.js';
import type { RunningBot } from '../wiring.js';
import { importReturn, importService } from './authority.js';
import { atThePage } from './page.js';
import { stories } from './stories/index.js';
import type { Step, Story } from './stories/story.js';

/** Mon 12 Jan 2026 08:00 in London: before the first story. */
export const weeksBefore: Instant = '2026-01-12T08:00:00.000Z';
/** Tue 10 Mar 2026 09:00 in London: the demo's today, a working day. */
export const demoToday: Instant = '2026-03-10T09:00:00.000Z';
/** He has not installed the app: what is for him reaches nobody. */
const notInstalled = 'tom';
/** They have their lists open when the demo begins. */
const withLists = ['amara', 'tess'];

/** Pressed as a card would: nothing is open, and the cards in the chats follow. */
const where = { lasting: false, saveAnyway: false };
const form = (fields: Step['fields'], ports: Ports) =>
  fields === undefined ? {} : { formId: ports.newId() };

/** The Borough of Exampleton lives through its weeks: files come in, people press, the clock passes, cards go out. */
export async function seed(bot: RunningBot): Promise<void> {
  const { ports, clock } = bot;
  await importService(ports);
  await leaveOut(bot);
  const page = atThePage(bot.address);
  const { people, policy } = await ports.directory();
  for (const person of people) if (firstNameOf(person) !== notInstalled) await page.open(entraIdOf(person));
  for (const { at, happen } of happenings(ports, policy)) {
    clock.move({ to: at });
    await happen();
    await bot.settle();
  }
}

/** The local channel forgets who has the app when it stops. */
export async function leaveOut({ ports, address }: RunningBot): Promise<void> {
  await atThePage(address).neverInstall(entraIdOf(await personCalled(ports, notInstalled)));
}

/** What the page opens with. */
export async function openLists({ ports, address }: RunningBot): Promise<void> {
  for (const name of withLists)
    await atThePage(address).write(entraIdOf(await personCalled(ports, name)), 'disputes');
}

interface Happening {
  readonly at: Instant;
  readonly happen: () => Promise<unknown>;
}

/**
 * Presses in the order of the clock, the return the day before the demo, and each midnight and morning: due days pass,
 * and people are reminded.
 */
function happenings(ports: Ports, policy: Policy): Happening[] {
  const presses = stories.flatMap((story) => {
    let dispute: string | undefined;
    const raise = async () => {
      dispute = await raiseIt(ports, story);
    };
    return [
      { at: instantOf(story.at), happen: raise },
      ...story.presses.map((step) => ({ at: instantOf(step.at), happen: () => press(ports, dispute, step) })),
    ];
  });
  const nights: Happening[] = [];
  for (let day = englishDay(weeksBefore); day < englishDay(demoToday); day = addDays(day, 1))
    for (const at of [startOfDay(addDays(day, 1)), atHour(addDays(day, 1), policy.morningHour)])
      nights.push({ at, happen: async () => {} });
  const theReturn = { at: instantOf('2026-03-09 07:30'), happen: () => importReturn(ports) };
  return [...presses, ...nights, theReturn].toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

async function raiseIt(ports: Ports, { at, by, raise }: Story): Promise<string> {
  const formId = ports.newId();
  await raiseDispute(
    ports,
    await personCalled(ports, by),
    { formId, fields: raise, saveAnyway: false },
    where,
  );
  const id = `dispute:${formId}`;
  if ((await ports.store.load('dispute', id)) === undefined)
    throw new Error(`${by} could not raise at ${at}`);
  return id;
}

async function press(ports: Ports, id: string | undefined, { at, by, verb, fields }: Step): Promise<void> {
  const before = id === undefined ? undefined : (await ports.store.load('dispute', id))?.document;
  if (before === undefined) throw new Error(`${verb} at ${at} is before its dispute was raised`);
  const { id: dispute, turn: seenTurn } = before;
  const pressed = { verb, dispute, seenTurn, fields: fields ?? {}, ...form(fields, ports) };
  await act(ports, await personCalled(ports, by), pressed, where);
  const after = (await ports.store.load('dispute', dispute))?.document;
  if (after?.history.length === before.history.length)
    throw new Error(`${by} could not ${verb} ${before.number} at ${at}`);
}

/** '2026-03-09 14:20' on a London clock. */
function instantOf(london: string): Instant {
  const [day = '', hour = ''] = london.split(' ');
  return atHour(day satisfies Day, hour);
}

const firstNameOf = ({ upn }: Person) => upn.slice(0, upn.indexOf('.'));

async function personCalled(ports: Ports, name: string): Promise<Person> {
  const found = (await ports.directory()).people.find((person) => firstNameOf(person) === name);
  if (found === undefined) throw new Error(`there is no ${name} in Exampleton`);
  return found;
}

function entraIdOf({ name, entraId }: Person): string {
  if (entraId === undefined) throw new Error(`${name} has no Entra id in the file`);
  return entraId;
}
