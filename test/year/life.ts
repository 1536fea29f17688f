import { addDays, atHour, type Day, englishDay, type Instant, startOfDay } from '../../src/calendar/days.js';
import { isWorkingDay } from '../../src/calendar/workingDays.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { GoodPractice } from '../../src/disputes/goodPractice.js';
import { answerCover } from '../../src/flows/cover.js';
import { importFiles } from '../../src/flows/import.js';
import { remember } from '../../src/flows/meet.js';
import { metPerson } from '../../src/outbox/firstMeeting.js';
import { passerOf } from '../../src/people/rights.js';
import type { Person } from '../../src/people/person.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { chanceOf } from './chance.js';
import { allocationsFile, returnBefore } from './children.js';
import { replicas } from './bots.js';
import { aConnector, chatOf, conversationFor } from './connector.js';
import { aNote, aPress, aRaise, passesOn, somePress } from './presses.js';
import { recording } from './record.js';
import { aTown, iros, upnOf, type Townsperson } from './town.js';

const second = 1_000;

/** An authority with its bots over some time: people press, go and come, the network fails, processes end. */
export async function aLife(seed: number, startsOn: Day, children: number) {
  let time = Date.parse(atHour(startsOn, '00:00'));
  const now = (): Instant => new Date(time).toISOString();
  const chance = chanceOf(seed, 'people');
  const connector = aConnector(now, chanceOf(seed, 'network'));
  const sqlite = openSqlite(':memory:');
  const record = recording(sqlite, now);
  const bots = replicas(record.store, connector.sender, now, chanceOf(seed, 'processes'));
  const town = aTown(children);
  /** Raised from a dialog: the card was promised to come by itself. */
  const fromDialog = new Set<string>();
  const told = { presses: 0, done: 0, raised: 0, noted: 0 };
  /** Business support, whose imports are a process of their own. */
  const office = { store: record.store, now, newId: chanceOf(seed, 'office').uuid };

  await town.tell(office);
  const files = {
    allocations: allocationsFile(town),
    ssda903: returnBefore(town, startsOn, chanceOf(seed, 'children')),
  };
  const refused = (await importFiles({ ...office, now: now() }, files, { dryRun: false })).flatMap(
    (result) => result.refused,
  );
  if (refused.length > 0) throw new Error(JSON.stringify(refused.slice(0, 5)));
  for (const { who, reach } of town.people) {
    const entraId = town.entraIdOf(who);
    if (reach === 'met') await install(who);
    if (reach === 'refused') connector.shuts(chatOf(entraId), 403);
  }

  async function load(who: string): Promise<Person> {
    const stored = await record.store.load('person', town.personId(who));
    if (stored === undefined) throw new Error(`${who} is not in the store`);
    return stored.document;
  }
  /** As the bot does it when an activity comes in. */
  async function install(who: string): Promise<void> {
    const conversation = conversationFor(town.entraIdOf(who));
    connector.lets(conversation.id);
    await bots.ask(0, async (ports) => {
      await remember(ports, await load(who), conversation);
      await metPerson(ports, { ...(await load(who)), conversation });
    });
  }

  /** Everything that is due until then, at the second at which a process would have looked. */
  async function until(instant: Instant): Promise<void> {
    const end = Date.parse(instant);
    for (let pause = second; ;) {
      await bots.look();
      const due = await nextDue(instant);
      if (due === undefined) break;
      if (due > time) {
        time = Math.min(end, Math.ceil(due / second) * second);
        pause = second;
      } else {
        // It waits for the pace, for the lease of a process that is gone, or is held back.
        if (time + pause > end) break;
        time += pause;
        pause = Math.min(pause * 2, 64 * second);
      }
    }
    time = Math.max(time, end);
  }
  async function nextDue(instant: Instant): Promise<number | undefined> {
    const [send, wake] = [
      (await sqlite.dueToSend(instant, 1))[0],
      (await sqlite.dueToWake(instant, 1))[0],
    ].map((id) => (id === undefined ? undefined : record.documents.get(id)));
    const at = [
      send?.type === 'delivery' ? send.sendAt : undefined,
      wake !== undefined && 'wakeAt' in wake ? wake.wakeAt : undefined,
    ].flatMap((each) => (each === undefined ? [] : [Date.parse(each)]));
    return at.length === 0 ? undefined : Math.min(...at);
  }

  const disputes = () =>
    [...record.documents.values()].filter((document): document is Dispute => document.type === 'dispute');
  const notes = () =>
    [...record.documents.values()].filter(
      (document): document is GoodPractice => document.type === 'good-practice',
    );
  const isPresent = (person: Person) =>
    person.conversation !== undefined &&
    town.isListed(person.id, now()) &&
    !connector.isShut(person.conversation.id);
  const isOpen = ({ status, history }: Dispute) =>
    status !== 'closed' || (history.at(-1)?.on ?? '') >= addDays(englishDay(now()), -5);

  async function press(): Promise<void> {
    told.presses += 1;
    const nth = chance.upTo(1);
    const pressing = await bots.ask(nth, (ports) =>
      somePress(ports, disputes().filter(isOpen), isPresent, chance),
    );
    if (pressing === undefined) return;
    const { person, dispute } = pressing;
    const living = record
      .deliveries()
      .find((each) => each.person === person.id && each.subject === dispute.id && each.live !== undefined);
    const pressed = aPress(pressing, living?.live, englishDay(now()), chance);
    await bots.ask(nth, (ports) => pressed.opens(ports));
    if (chance.happens(0.2)) await until(later(chance.between(1, 20)));
    const before = events(dispute.id);
    // Now and then Teams sends it twice, to two replicas at once.
    const times = chance.happens(0.08) ? [nth, nth + 1] : [nth];
    await Promise.all(times.map((each) => bots.ask(each, (ports) => pressed.sent(ports))));
    if (events(dispute.id) > before) told.done += 1;
  }
  const events = (id: string) => {
    const document = record.documents.get(id);
    return document?.type === 'dispute' ? document.history.length : 0;
  };
  const later = (minutes: number): Instant => new Date(time + minutes * 60_000).toISOString();

  const childrenOf = (who: string) =>
    [...town.allocations].flatMap(([ref, { iro }]) => (iro === who ? [ref] : []));
  const anIro = () => chance.pick(iros.filter((who) => childrenOf(who).length > 0));

  async function raise(): Promise<void> {
    const who = anIro();
    const person = await load(who);
    const child = chance.pick(childrenOf(who));
    const raised = aRaise(person, child, chance);
    if (!town.isListed(person.id, now())) return;
    told.raised += 1;
    if (raised.dialog) fromDialog.add(raised.id);
    await bots.ask(chance.upTo(1), (ports) => raised.sent(ports));
  }
  async function note(): Promise<void> {
    const who = anIro();
    const noted = aNote(await load(who), chance.pick(childrenOf(who)), chance);
    if (!town.isListed(town.personId(who), now())) return;
    told.noted += 1;
    await bots.ask(chance.upTo(1), noted);
  }
  async function passOn(): Promise<void> {
    const open = notes().filter(({ passedOn }) => passedOn === undefined);
    if (open.length === 0) return;
    const chosen = chance.pick(open);
    await bots.ask(0, async (ports) => {
      const passer = passerOf(chosen, await ports.directory(), englishDay(now()));
      if (passer !== undefined && isPresent(passer)) await passesOn(passer, chosen.id)(ports);
    });
  }

  return {
    startsOn,
    now,
    town,
    connector,
    record,
    bots,
    told,
    fromDialog,
    disputes,
    notes,
    until,
    install,
    press,
    raise,
    note,
    passOn,
    chance,
    /** Something changes on the list, in the office, before people come to work; every replica knows it soon. */
    async changes(how: (people: Townsperson[]) => void, policy?: object): Promise<void> {
      how(town.people);
      await town.tell(office, policy);
      time += 20 * second;
    },
    /** A lead writes that somebody will be away, and who acts for them. */
    async away(who: string, from: Day, to: Day, by?: string): Promise<void> {
      const acts = by === undefined ? '' : town.personId(by);
      const words =
        by === undefined
          ? `away from ${from} to ${to}`
          : `cover ${upnOf(who)} from ${from} to ${to} by ${upnOf(by)}`;
      const writes = await load(by === undefined ? who : 'lead1');
      await bots.ask(0, (ports) => answerCover(ports, writes, words, 0));
      if ((await load(who)).covers?.some((cover) => cover.from === from) !== true)
        throw new Error(`not taken: ${words}`);
      town.goesAway({ who: town.personId(who), from, to, ...(by === undefined ? {} : { by: acts }) }, now());
      time += 20 * second;
    },
    /** Children change hands in the office's list, those of whom a dispute is open among them. */
    async allocates(how: (ref: string, whose: { iro: string; team: string }) => void): Promise<void> {
      for (const [ref, whose] of town.allocations) how(ref, whose);
      const list = { allocations: allocationsFile(town) };
      await importFiles({ ...office, now: now() }, list, { dryRun: false });
      town.allocatedAt.push(now());
      time += 20 * second;
    },
    at: (day: Day, minute: number): Instant =>
      new Date(Date.parse(startOfDay(day)) + minute * 60_000).toISOString(),
    isWorkingDay,
    /** What the store says in the end is what was read along. */
    stored: async () => [
      ...(await sqlite.all('dispute')),
      ...(await sqlite.all('delivery')),
      ...(await sqlite.all('good-practice')),
    ],
    close: () => sqlite.close(),
  };
}
export type Life = Awaited<ReturnType<typeof aLife>>;
