import type { Instant } from '../calendar/days.js';
import { englishDay } from '../calendar/days.js';
import { apply } from '../disputes/apply.js';
import { passing, wakesAt } from '../disputes/clock.js';
import { type Dispute, type Intent, stageOf } from '../disputes/dispute.js';
import { intentsOf, withIntents } from '../disputes/intents.js';
import { type Directory, leadsFor, personById } from '../people/directory.js';
import { idPart } from '../people/ids.js';
import type { Person } from '../people/person.js';
import { judgesOf, responderOf } from '../people/rights.js';
import type { Delivery, Ping } from '../store/store.js';

/** Where somebody is told who was never met: until they open the app, or the bot opens the chat. */
export const neverMet = 'none';

const own = (id: string) => idPart(id.slice(id.indexOf(':') + 1));
export const deliveryId = (subject: string, person: string, conversation: string) =>
  `delivery:${own(subject)}:${own(person)}:${idPart(conversation)}`;

/** The first word to somebody about something: nothing posted yet. */
export function newDelivery(
  subject: string,
  person: string,
  conversation: string,
  as: Delivery['as'],
): Delivery {
  return {
    id: deliveryId(subject, person, conversation),
    type: 'delivery',
    shape: 1,
    subject,
    person,
    conversation,
    as,
    overtaken: [],
    told: [],
    untold: [],
    attempts: 0,
    result: 'waiting',
  };
}

export interface Known {
  readonly deliveries: readonly Delivery[];
  readonly directory: Directory;
}

export interface Woken {
  readonly dispute: Dispute;
  /** Deliveries to create or replace, before the dispute is saved without its intents. */
  readonly deliveries: readonly Delivery[];
}

/**
 * The next step of a dispute: what passed by the clock, else what is to be told, as deliveries. Pure, and harmless to
 * repeat: a delivery that has told an event is not asked to tell it again. Never both in one step: a lapse is saved
 * before anybody is told of it, or the relay could send, or a press take its place in the history, in between.
 */
export function wake(dispute: Dispute, known: Known, now: Instant): Woken {
  const holder = holderNow(dispute, known.directory, englishDay(now));
  const passed = passing(
    dispute,
    now,
    holderWasTold(dispute, known.deliveries, holder?.id),
    (stage) => responderOf(dispute, stage, known.directory, englishDay(now))?.id,
  );
  if (passed.length > 0) {
    const stepped = withIntents(passed.reduce(apply, dispute), intentsOf(passed));
    return { dispute: wakingAt(stepped), deliveries: [] };
  }
  const deliveries = new Map(known.deliveries.map((delivery) => [delivery.id, delivery]));
  for (const intent of dispute.intents) tell(intent, dispute, deliveries, known.directory, now);
  return {
    dispute: wakingAt({ ...dispute, intents: [] }),
    deliveries: [...deliveries.values()].filter((delivery) => !known.deliveries.includes(delivery)),
  };
}

function wakingAt({ wakeAt: _, ...dispute }: Dispute): Dispute {
  const wakeAt = wakesAt(dispute);
  return wakeAt === undefined ? dispute : { ...dispute, wakeAt };
}

function holderNow(dispute: Dispute, directory: Directory, today: string): Person | undefined {
  const stage = dispute.status === 'informal' ? dispute.kept.ladder[0]?.id : stageOf(dispute)?.id;
  return stage === undefined ? undefined : responderOf(dispute, stage, directory, today);
}

/** A lapse is "no response" only where the notice of the stage was delivered to who holds it today. */
export function holderWasTold(
  dispute: Dispute,
  deliveries: readonly Delivery[],
  holder: string | undefined,
): boolean {
  const told = stageOf(dispute)?.toldFrom ?? 0;
  return deliveries.some(
    (delivery) => delivery.person === holder && delivery.told.some(({ turn }) => turn >= told),
  );
}

/** The deliveries about one thing by id, to be added to. */
export type Deliveries = Map<string, Delivery>;

export function tell(
  intent: Intent,
  dispute: Dispute,
  deliveries: Deliveries,
  directory: Directory,
  now: Instant,
): void {
  const today = englishDay(now);
  switch (intent.to) {
    case 'posted':
      followInPlace(deliveries, now);
      return;
    case 'here':
      showHere(intent, dispute.id, roleIn(dispute, intent.person, directory), deliveries, now);
      return;
    case 'iro': {
      const judges = judgesOf(dispute, directory, today);
      for (const person of judges)
        ping(person, person.id === dispute.iro ? 'iro' : 'lead', intent, dispute, deliveries, now);
      return;
    }
    case 'raiser': {
      const { event, turn } = intent;
      const raiser = personById(directory, intent.person);
      if (raiser !== undefined) ping(raiser, 'iro', { event, turn, why: 'raised' }, dispute, deliveries, now);
      return;
    }
    case 'responder': {
      const holder = holderNow(dispute, directory, today);
      if (holder !== undefined) ping(holder, 'responder', intent, dispute, deliveries, now);
      else notReached(intent, dispute, deliveries, directory, now);
    }
  }
}

/** Every card that is posted, or is just being, is drawn anew. */
export function followInPlace(deliveries: Deliveries, now: Instant): void {
  for (const delivery of deliveries.values()) {
    const { live, posting, ping, sendAt, claimedUntil } = delivery;
    // A new card that waits for its time shows it all by itself; one that is being sent shows what it was a
    // moment ago, and is asked for once more.
    const waits = ping !== undefined && sendAt !== undefined && claimedUntil === undefined;
    if ((live !== undefined || posting !== undefined) && !waits)
      deliveries.set(delivery.id, { ...delivery, sendAt: now, attempts: 0 });
  }
}

/**
 * Nobody holds the stage, or its holder cannot be reached: IRO and lead are told, each in words of their own. An IRO
 * who cannot be reached: the lead. Never the next stage: that would be an escalation that nobody pressed.
 */
export function notReached(
  { event, turn }: { readonly event: number; readonly turn: number },
  dispute: Dispute,
  deliveries: Deliveries,
  directory: Directory,
  now: Instant,
  missed?: { readonly as: 'responder' | 'iro'; readonly person: string },
): void {
  const about = missed === undefined ? {} : { about: missed.person };
  const intent = { event, turn, why: 'not-reached' as const, ...about };
  const iro = missed?.as !== 'iro' ? personById(directory, dispute.iro) : undefined;
  if (iro !== undefined) ping(iro, 'iro', intent, dispute, deliveries, now);
  for (const lead of leadsFor(directory, dispute.team, englishDay(now)))
    if (lead.id !== dispute.iro) ping(lead, 'lead', intent, dispute, deliveries, now);
}

/** Somebody is to be told one thing, with a new card in their own chat. */
export function ping(
  person: Person,
  as: Delivery['as'],
  telling: Ping,
  { id: subject }: { readonly id: string },
  deliveries: Deliveries,
  now: Instant,
): void {
  const conversation = person.conversation?.id ?? neverMet;
  const id = deliveryId(subject, person.id, conversation);
  const delivery = deliveries.get(id) ?? newDelivery(subject, person.id, conversation, as);
  deliveries.set(id, toTell(delivery, as, telling, now));
}

/** Asks a delivery to tell one thing more. One card tells of one move: a later event takes the place of an earlier. */
export function toTell(delivery: Delivery, as: Delivery['as'], ping: Ping, now: Instant): Delivery {
  const { told, untold, ping: before } = delivery;
  const same = (each: Ping) => each.event === ping.event && each.why === ping.why;
  if (told.some(({ event }) => event === ping.event) || untold.some(same)) return delivery;
  if (before !== undefined && same(before)) return delivery;
  const overtaken = (late: Ping): Delivery['untold'][number] => ({
    ...late,
    at: now,
    result: 'dropped',
    reason: 'moved-on',
  });
  const later = told.at(-1)?.event ?? 0;
  if (Math.max(before?.event ?? 0, later) > ping.event)
    return { ...delivery, untold: [...untold, overtaken(ping)] };
  return {
    ...delivery,
    as,
    ping,
    untold: before === undefined ? untold : [...untold, overtaken(before)],
    sendAt: now,
    attempts: 0,
    result: 'waiting',
  };
}

/** The pressed message is the living card from now on; an earlier one becomes a pointer to it. */
export function showHere(
  intent: Extract<Intent, { to: 'here' }>,
  subject: string,
  as: Delivery['as'],
  deliveries: Deliveries,
  now: Instant,
): void {
  const id = deliveryId(subject, intent.person, intent.conversation);
  const delivery = deliveries.get(id) ?? newDelivery(subject, intent.person, intent.conversation, as);
  deliveries.set(id, { ...livingIn(delivery, intent.message), sendAt: now, attempts: 0 });
}

/** The message that is the living card from now on; an earlier one is to become a pointer. No form is open in it. */
export function livingIn(delivery: Delivery, message: string): Delivery {
  const { formOpenUntil: _, ...withoutForm } = delivery;
  const before = delivery.live === undefined || delivery.live === message ? [] : [delivery.live];
  return {
    ...withoutForm,
    live: message,
    overtaken: [...delivery.overtaken, ...before].filter((each) => each !== message),
  };
}

export function roleIn(dispute: Dispute, person: string, directory: Directory): Delivery['as'] {
  if (person === dispute.iro) return 'iro';
  if (dispute.involved.includes(person)) return 'responder';
  return personById(directory, person)?.roles.includes('lead') === true ? 'lead' : 'follower';
}
