import { englishDay } from '../calendar/days.js';
import { change } from '../flows/directory.js';
import { keepReach } from '../flows/meet.js';
import type { Ports } from '../flows/ports.js';
import { neverMet } from '../flows/delivery.js';
import { loadTold, type Told, trueUntil } from '../flows/told.js';
import type { Shown } from '../cards/scene.js';
import { type Directory, personById } from '../people/directory.js';
import type { Conversation, Person } from '../people/person.js';
import type { Delivery } from '../store/store.js';
import { withoutTaken } from './dayMessages.js';
import { moveFromNowhere } from './firstMeeting.js';
import { claimed, gaveUp, lost, pointed, posted, released, unposted, updated, waiting } from './outcome.js';
import { mostAtOnce } from './pace.js';
import { maySendAgain, planFor } from './plan.js';
import { type Line, lateSecondTry, nextTry, request } from './requests.js';
import type { Message, Sender, SendResult } from './sender.js';
import { drop, notDelivered } from './unreached.js';

/** A card from the state as it now is; undefined: there is nothing to show to this person. */
export type Render = (
  delivery: Delivery,
  told: Told,
  person: Person,
  directory: Directory,
  now: string,
  as: 'card' | 'pointer' | 'compact',
) => Shown | undefined;

export interface Outbox extends Line {
  readonly sender: Sender;
  readonly render: Render;
}

/** How many requests a delivery is going to make at once. */
export const requestsOf = ({ overtaken, live, ping }: Delivery) =>
  Math.min(1 + overtaken.length + (ping !== undefined && live !== undefined ? 1 : 0), mostAtOnce);

const settle = ({ store }: Ports, id: string, how: (delivery: Delivery) => Delivery) =>
  change(store, 'delivery', id, how);

/** Takes a delivery in hand, sends what is true of it by now, and keeps what came of it. False: another was first. */
export async function deliver(outbox: Outbox, delivery: Delivery, etag: string): Promise<boolean> {
  const { ports } = outbox;
  const posts =
    delivery.conversation !== neverMet && (delivery.ping !== undefined || delivery.live === undefined);
  const claim = claimed(delivery, ports.now(), posts);
  if ((await ports.store.save(claim, etag)) === 'changedMeanwhile') return false;
  const send = await prepared(outbox, claim);
  await send();
  return true;
}

/** Everything before the request. A throw in here has sent nothing, and is not held against the delivery. */
async function prepared(outbox: Outbox, claim: Delivery): Promise<() => Promise<unknown>> {
  const { ports } = outbox;
  try {
    const delivery = await withoutTaken(ports, claim);
    // Its card was to follow, and is another's by now.
    if (delivery.ping === undefined && delivery.live === undefined && claim.live !== undefined)
      return () => settle(ports, claim.id, (current) => released(current));
    const told = await loadTold(ports, delivery.subject);
    if (told === undefined) throw new Error(`There is no ${delivery.subject}`);
    const directory = await ports.directory('now');
    const plan = planFor(delivery, told, directory, ports.now());
    if (plan.do === 'drop') return () => drop(ports, delivery, told, plan.reason);
    if (plan.do === 'wait')
      return () => settle(ports, delivery.id, (current) => waiting(current, plan.until));
    if (plan.do === 'give-up')
      return () => notDelivered(ports, delivery, told, 'failed', 'nobody knows whether it arrived');
    const person = personById(directory, delivery.person);
    if (person === undefined) throw new Error(`There is no ${delivery.person}`);
    if (delivery.conversation === neverMet) return () => moveFromNowhere(outbox, delivery, told, person);
    const conversation = await conversationOf(ports, person, delivery.conversation);
    if (conversation === undefined)
      return () => notDelivered(ports, delivery, told, 'unreachable', 'has not opened the app');
    const message = (as: 'card' | 'pointer' | 'compact') =>
      outbox.render(delivery, told, person, directory, ports.now(), as);
    const card = message('card');
    if (card === undefined) return () => nothingToShow(ports, delivery);
    const parts: Parts = { outbox, delivery, told, person, conversation, message, card };
    switch (plan.do) {
      case 'hold':
        return () => hold(parts, plan);
      case 'post':
        return () => post(parts);
      case 'update':
        return () => update(parts, plan.message);
    }
  } catch (error) {
    const next = nextTry(outbox, { kind: 'notSent' }, claim.attempts);
    await settle(ports, claim.id, (current) => released(unposted(current), next));
    throw error;
  }
}

interface Parts {
  readonly outbox: Outbox;
  readonly delivery: Delivery;
  readonly told: Told;
  readonly person: Person;
  readonly conversation: Conversation;
  readonly message: (as: 'card' | 'pointer' | 'compact') => Message | undefined;
  readonly card: Message;
}

/** The address is the person's, the conversation the one that the delivery names: one bot, one serviceUrl. */
async function conversationOf(ports: Ports, person: Person, id: string): Promise<Conversation | undefined> {
  const known = person.conversation ?? (await ports.store.load('person', person.id))?.document.conversation;
  return known === undefined ? undefined : { ...known, id };
}

function nothingToShow(ports: Ports, { id, ping }: Delivery) {
  const why = { result: 'dropped', reason: 'nothing-to-show', at: ports.now() } as const;
  return settle(ports, id, (current) => gaveUp(current, ping, why));
}

/** A card that is too large goes once more as a compact one. */
async function once(
  { outbox, conversation, message, card }: Parts,
  send: (card: Message) => Promise<SendResult>,
): Promise<SendResult> {
  const result = await request(outbox, conversation.id, () => send(card));
  const compact = result.kind === 'tooLarge' ? message('compact') : undefined;
  if (compact === undefined) return result;
  outbox.brakes.over(conversation.id, outbox.ports.now());
  return request(outbox, conversation.id, () => send(compact));
}

async function post(parts: Parts): Promise<void> {
  const { outbox, delivery, told, conversation } = parts;
  const { ports, sender } = outbox;
  const { id, ping, formOpenUntil } = delivery;
  const result = await once(parts, (card) => sender.post(conversation, card));
  switch (result.kind) {
    case 'sent': {
      const at = ports.now();
      const leaves = formOpenUntil !== undefined && formOpenUntil > at;
      if (parts.person.reach !== undefined) await keepReach(ports, parts.person, 'installed');
      const { activityId: message } = result;
      const stands = await settle(ports, id, (current) =>
        posted(current, { message, ping, turn: told.turn, at, leaves }),
      );
      return point(parts, stands);
    }
    case 'notSent':
    case 'tryAgain':
    case 'tooMany':
    case 'unauthorised': {
      const next = nextTry(outbox, result, delivery.attempts);
      await settle(ports, id, (current) => released(unposted(current), next));
      return;
    }
    case 'perhapsSent':
      if (!maySendAgain(delivery))
        return notDelivered(ports, delivery, told, 'failed', 'nobody knows whether it arrived');
      await settle(ports, id, (current) => released(current, lateSecondTry(outbox)));
      return;
    case 'tooLarge':
      return notDelivered(ports, delivery, told, 'failed', 'too large');
    case 'gone':
      return notDelivered(ports, delivery, told, 'unreachable', 'the chat is gone');
    case 'unreachable':
      return notDelivered(ports, delivery, told, 'unreachable', result.why);
  }
}

/**
 * Nothing was posted; the card that is there shows how it stands until then. Only new cards wait: an edit that was not
 * taken is tried again as any other.
 */
async function hold(
  parts: Parts,
  { until, message }: { readonly until: string; readonly message: string },
): Promise<void> {
  const { outbox, delivery, told, conversation } = parts;
  const { ports, sender } = outbox;
  const result = await once(parts, (card) => sender.update(conversation, message, card));
  const sooner = (at: string | undefined) => (at !== undefined && at < until ? at : until);
  switch (result.kind) {
    case 'notSent':
    case 'tryAgain':
    case 'perhapsSent':
    case 'tooMany':
    case 'unauthorised': {
      const next = sooner(nextTry(outbox, result, delivery.attempts));
      await settle(ports, delivery.id, (current) => released(unposted(current), next));
      return;
    }
    case 'sent':
    case 'gone':
    case 'tooLarge':
    case 'unreachable':
      await settle(ports, delivery.id, (current) => {
        const shown = result.kind === 'sent' && current.live === message;
        // What it shows is true of one day, however long it waits.
        const next = result.kind === 'sent' ? sooner(trueUntil(told, ports.now())) : until;
        return waiting(shown ? { ...current, turnShown: told.turn } : current, next);
      });
  }
}

async function update(parts: Parts, message: string): Promise<void> {
  const { outbox, delivery, told, conversation } = parts;
  const { ports, sender } = outbox;
  const { id } = delivery;
  const result = await once(parts, (card) => sender.update(conversation, message, card));
  switch (result.kind) {
    case 'sent':
      return point(parts, await settle(ports, id, (current) => updated(current, message, told.turn)));
    case 'gone': {
      // Only drawn anew for the day, and somebody has deleted it: that is no reason to write to them.
      const quietly = englishDay(told.changedAt) < englishDay(ports.now());
      await settle(ports, id, (current) => lost(current, message, ports.now(), quietly));
      return;
    }
    case 'notSent':
    case 'tryAgain':
    case 'perhapsSent':
    case 'tooMany':
    case 'unauthorised': {
      const next = nextTry(outbox, result, delivery.attempts);
      await settle(ports, id, (current) => released(current, next));
      return;
    }
    // Told already: a card that cannot follow in place is no notice that was not delivered.
    case 'tooLarge':
    case 'unreachable':
      ports.log.warn({ delivery: id, result: result.kind }, 'A posted card could not follow');
      await settle(ports, id, (current) => ({
        ...released(current),
        ...(result.kind === 'unreachable' ? { behind: true } : {}),
      }));
      return;
  }
}

/** The messages before the living card become pointers to it, as many as fit; the rest follow a little later. */
async function point(
  { outbox, conversation, message, delivery, told }: Parts,
  stands: Delivery | undefined,
): Promise<void> {
  const { ports, sender } = outbox;
  const pointer = message('pointer');
  let next: string | undefined;
  for (const old of (stands?.overtaken ?? []).slice(0, mostAtOnce - 1)) {
    const result =
      pointer === undefined || next !== undefined
        ? undefined
        : await request(outbox, conversation.id, () => sender.update(conversation, old, pointer));
    switch (result?.kind) {
      case 'notSent':
      case 'tryAgain':
      case 'perhapsSent':
      case 'tooMany':
      case 'unauthorised':
        next = nextTry(outbox, result, delivery.attempts);
        break;
      case undefined:
        break;
      case 'sent':
      case 'gone':
      case 'tooLarge':
      case 'unreachable':
        await settle(ports, delivery.id, (current) => pointed(current, old));
    }
  }
  await settle(ports, delivery.id, (current) => {
    const more = current.overtaken.length > 0 && pointer !== undefined;
    const stale = current.live === undefined ? undefined : trueUntil(told, ports.now());
    return released(current, next ?? (more ? ports.now() : stale));
  });
}
