import type { Instant } from '../calendar/days.js';
import type { Intent } from '../disputes/dispute.js';
import { idPart } from '../people/ids.js';
import type { Person } from '../people/person.js';
import type { Delivery, Ping } from '../store/store.js';
import type { Ports } from './ports.js';

/** Where somebody is told who was never met: until they open the app, or the bot opens the chat. */
export const neverMet = 'none';

/** A note of good practice keeps its type: a form's id could be a dispute's too. */
const own = (id: string) => idPart(id.replace(/^(dispute|person):/, ''));
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

/** The deliveries about one thing by id, to be added to. */
export type Deliveries = Map<string, Delivery>;

/** Every card that is posted, or is just being, is drawn anew. */
export function followInPlace(deliveries: Deliveries, now: Instant): void {
  for (const delivery of deliveries.values()) {
    const { live, posting, ping, sendAt, claimedUntil } = delivery;
    // A first card that waits for its time shows it all by itself; one that is being sent shows what it was a moment
    // ago, and is asked for once more; where one is there already, that one follows while the next waits.
    const waits =
      live === undefined && ping !== undefined && sendAt !== undefined && claimedUntil === undefined;
    if ((live !== undefined || posting !== undefined) && !waits)
      deliveries.set(delivery.id, { ...delivery, sendAt: now, attempts: 0 });
  }
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

/** What the clock has to say of one thing goes first, so that the card of the day says nothing for a second time. */
const afterTheOthers = 30_000;
/** Of a digest nobody asks what it told a month ago. */
const morningsKept = 20;

/** Somebody's morning card, in their own chat: one for each day, whoever asks for it how often. */
export function tellMorning(
  person: Person,
  day: number,
  known: readonly Delivery[],
  now: Instant,
): readonly Delivery[] {
  const deliveries: Deliveries = new Map(known.map((delivery) => [delivery.id, delivery]));
  ping(person, 'follower', { event: day, turn: day, why: 'morning' }, person, deliveries, now);
  const sendAt = new Date(Date.parse(now) + afterTheOthers).toISOString();
  return [...deliveries.values()]
    .filter((delivery) => !known.includes(delivery))
    .map((delivery) => ({
      ...delivery,
      sendAt,
      told: delivery.told.slice(-morningsKept),
      untold: delivery.untold.slice(-morningsKept),
    }));
}

/** What only reminds of a move, and moves nothing. */
const prompts: readonly Ping['why'][] = ['reminder', 'total', 'unjudged', 'check-day'];
export const isPrompting = ({ why }: Pick<Ping, 'why'>): boolean => prompts.includes(why);

/**
 * Asks a delivery to tell one thing more. One card tells of one move: a later event takes the place of an earlier, but
 * what only reminds does not take the place of the move itself, whose card says it all.
 */
export function toTell(delivery: Delivery, as: Delivery['as'], ping: Ping, now: Instant): Delivery {
  const { told, untold, ping: before } = delivery;
  const same = (each: Ping) => each.event === ping.event && each.why === ping.why;
  // That somebody else was not reached is news, also to who was told of the event itself.
  const tells = ({ event, why = ping.why }: (typeof told)[number]) =>
    event === ping.event && (why === ping.why || ping.why !== 'not-reached');
  if (told.some(tells) || untold.some(same)) return delivery;
  if (before !== undefined && same(before)) return delivery;
  const overtaken = (late: Ping, reason = 'moved-on'): Delivery['untold'][number] => ({
    ...late,
    at: now,
    result: 'dropped',
    reason,
  });
  const later = told.at(-1)?.event ?? 0;
  if (Math.max(before?.event ?? 0, later) > ping.event)
    return { ...delivery, untold: [...untold, overtaken(ping)] };
  if (before !== undefined && before.turn === ping.turn && isPrompting(ping) && !isPrompting(before))
    return { ...delivery, untold: [...untold, overtaken(ping, 'told-with-the-move')] };
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
  deliveries.set(id, { ...livingIn(delivery, intent.message, now), sendAt: now, attempts: 0 });
}

/**
 * The message that is the living card from now on; an earlier one is to become a pointer, but where a form is open in
 * it: that one is left. No form is open in the new one.
 */
export function livingIn(delivery: Delivery, message: string, now: Instant): Delivery {
  const { formOpenUntil, ...withoutForm } = delivery;
  const leaves = formOpenUntil !== undefined && formOpenUntil > now;
  const before = delivery.live === undefined || delivery.live === message || leaves ? [] : [delivery.live];
  return {
    ...withoutForm,
    live: message,
    overtaken: [...delivery.overtaken, ...before].filter((each) => each !== message),
  };
}

/** Asks for more to be told of one thing, whatever else is done with its deliveries meanwhile: by compare-and-swap. */
export async function askToTell(
  { store }: Ports,
  subject: string,
  how: (deliveries: Deliveries) => void,
): Promise<void> {
  for (;;) {
    const stored = await store.deliveriesAbout(subject);
    const before = new Map(stored.map((delivery) => [delivery.document.id, delivery]));
    const deliveries: Deliveries = new Map(stored.map(({ document }) => [document.id, document]));
    how(deliveries);
    const changed = [...deliveries.values()].filter((each) => each !== before.get(each.id)?.document);
    let first = true;
    for (const delivery of changed)
      if ((await store.save(delivery, before.get(delivery.id)?.etag)) === 'changedMeanwhile') first = false;
    if (first) return;
  }
}
