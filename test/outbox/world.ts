import { randomUUID } from 'node:crypto';
import { addDays, englishDay, startOfDay } from '../../src/calendar/days.js';
import { apply } from '../../src/disputes/apply.js';
import { wakesAt } from '../../src/disputes/clock.js';
import type { Verb } from '../../src/disputes/commands.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { intentsOf, withIntents } from '../../src/disputes/intents.js';
import type { Ports } from '../../src/flows/ports.js';
import { createSweep } from '../../src/flows/sweep.js';
import { deliveryId } from '../../src/flows/delivery.js';
import type { Render } from '../../src/outbox/deliver.js';
import { createRelay } from '../../src/outbox/relay.js';
import type { Message, Sender, SendResult } from '../../src/outbox/sender.js';
import type { Directory } from '../../src/people/directory.js';
import type { Person } from '../../src/people/person.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Delivery, Store } from '../../src/store/store.js';
import { eventsOf, type Press, raisedEvents } from '../disputes/builders.js';
import { anAuthority, people } from '../people/authority.js';
import { recordedLog } from '../support/recordedLog.js';

export const chatOf = (person: string) => ({
  id: `chat-${person}`,
  serviceUrl: 'https://connector.example/',
  channelId: 'msteams',
  botId: '28:bot',
  userId: `29:${person}`,
});

/** Everybody on the list has been met, but those named, of whom nothing is known but their Entra id. */
export const met = (...strangers: string[]): Person[] =>
  people.map((person) =>
    strangers.includes(person.id) ? person : { ...person, conversation: chatOf(person.id) },
  );

/** One request as the sender was asked for it. */
export interface Sent {
  readonly call: 'post' | 'update' | 'open';
  readonly to: string;
  readonly message?: string;
  readonly says: string;
  readonly at: string;
}
type Opened = Awaited<ReturnType<Sender['open']>>;

/** What the card says in these tests: who sees which turn of which dispute, as what. */
export const render: Render = (_delivery, told, person, _directory, _now, as) => ({
  card: { as, seen: 'history' in told ? told.history.length : 0 },
  summary: `${as} ${told.type === 'dispute' ? told.status : told.type} ${told.turn} ${person.id}`,
});

/** The running half of the bot on a real store, with a sender that keeps what it was asked for. */
export async function aWorld({
  directory = anAuthority({ people: met() }),
  store = openSqlite(':memory:'),
} = {}) {
  let time = Date.parse('2026-03-02T09:15:00.000Z');
  let directoryNow: Directory = directory;
  let posted = 0;
  const sent: Sent[] = [];
  const answers: { call: Sent['call']; answer: SendResult | Opened | Error }[] = [];
  const log = recordedLog();
  const now = () => new Date(time).toISOString();

  function answerTo(call: Sent['call']): SendResult | Opened | undefined {
    const at = answers.findIndex((each) => each.call === call);
    const answer = at === -1 ? undefined : answers.splice(at, 1)[0]?.answer;
    if (answer instanceof Error) throw answer;
    return answer;
  }
  function record(call: Sent['call'], to: string, { summary }: Pick<Message, 'summary'>, message?: string) {
    sent.push({ call, to, says: summary, at: now(), ...(message === undefined ? {} : { message }) });
  }

  const sender: Sender = {
    post: async ({ id }, message) => {
      record('post', id, message);
      posted += 1;
      return (answerTo('post') as SendResult | undefined) ?? { kind: 'sent', activityId: `m${posted}` };
    },
    update: async ({ id }, activityId, message) => {
      record('update', id, message, activityId);
      return (answerTo('update') as SendResult | undefined) ?? { kind: 'sent', activityId };
    },
    open: async ({ entraId, name }) => {
      record('open', entraId, { summary: name });
      const answer = answerTo('open') as Opened | undefined;
      return answer ?? { kind: 'opened', conversation: chatOf(`opened-${entraId}`) };
    },
  };

  for (const person of directory.people) await store.save(person);

  const portsOn = (over: Store): Ports => ({
    store: over,
    now,
    newId: randomUUID,
    directory: async () => directoryNow,
    directoryChanged: async () => {
      directoryNow = { ...directoryNow, people: (await store.all('person')).map(({ document }) => document) };
    },
    nudge: () => undefined,
    log,
  });
  const relayOn = (over: Store, by: Sender = sender, relayer = 'this-relay') =>
    createRelay(portsOn(over), by, render, { relayer, random: () => 0 });
  const ports = portsOn(store);
  const sweep = createSweep(ports);
  const relay = relayOn(store);

  const world = {
    store,
    ports,
    portsOn,
    relayOn,
    sender,
    sent,
    log,
    now,
    sweep,
    relay,
    /** The next such call is answered so; an error is a process that ends after the request went out. */
    next: (call: Sent['call'], ...these: (SendResult | Opened | Error)[]) => {
      answers.push(...these.map((answer) => ({ call, answer })));
    },
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    moveTo: (instant: string) => {
      time = Date.parse(instant);
    },
    setDirectory: (next: Directory) => {
      directoryNow = next;
    },
    /** Saves events of a press as the flows do: with their intents, due at once. */
    save: async (
      dispute: Dispute | undefined,
      events: readonly DisputeEvent[],
      etag?: string,
    ): Promise<Dispute> => {
      const next = withIntents(
        events.reduce<Dispute | undefined>(apply, dispute) as Dispute,
        intentsOf(events),
      );
      const wakeAt = wakesAt(next, directoryNow.policy.morningHour);
      const saved = { ...next, ...(wakeAt === undefined ? {} : { wakeAt }) };
      if ((await store.save(saved, etag)) !== 'saved') throw new Error('not saved');
      return saved;
    },
    raise: (differs: Parameters<typeof raisedEvents>[0] = {}) =>
      world.save(undefined, raisedEvents(differs, { directory: directoryNow })),
    press: async (verb: Verb, press: Press = {}): Promise<Dispute> => {
      const [stored] = await store.disputes({ by: 'everyone', open: false });
      if (stored === undefined) throw new Error('nothing was raised');
      const { document, etag } = stored;
      return world.save(
        document,
        eventsOf(document, verb, { directory: directoryNow, on: englishDay(now()), ...press }),
        etag,
      );
    },
    settle: async (sending: () => Promise<number> = relay) => {
      while ((await sweep()) + (await sending()) > 0);
    },
    dispute: async (): Promise<Dispute> => {
      const [stored] = await store.disputes({ by: 'everyone', open: false });
      if (stored === undefined) throw new Error('nothing was raised');
      return stored.document;
    },
    deliveries: async (): Promise<Delivery[]> =>
      (await store.all('delivery')).map(({ document }) => document),
    deliveryTo: async (person: string, conversation = `chat-${person}`): Promise<Delivery> => {
      const { id } = await world.dispute();
      const stored = await store.load('delivery', deliveryId(id, person, conversation));
      if (stored === undefined) throw new Error(`nothing is to be told to ${person} in ${conversation}`);
      return stored.document;
    },
    /** What was asked for since the last look. */
    news: () =>
      sent.splice(0).map(({ call, to, says, message }) => ({
        call,
        to,
        says,
        ...(message === undefined ? {} : { message }),
      })),
  };
  return world;
}
/** Whether a delivery waits for more than being drawn anew on the next English day. */
export const waits = ({ sendAt }: Delivery, now: string): boolean =>
  sendAt !== undefined && sendAt < startOfDay(addDays(englishDay(now), 1));

export type World = Awaited<ReturnType<typeof aWorld>>;
