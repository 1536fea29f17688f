import type { Instant } from '../calendar/days.js';
import { englishDay } from '../calendar/days.js';
import { apply } from '../disputes/apply.js';
import { passing, wakesAt } from '../disputes/clock.js';
import { type Dispute, type Intent, stageOf } from '../disputes/dispute.js';
import { intentsOf, withIntents } from '../disputes/intents.js';
import { type Directory, leadsFor, personById } from '../people/directory.js';
import { idPart } from '../people/ids.js';
import type { Person } from '../people/person.js';
import { responderOf } from '../people/rights.js';
import type { Delivery } from '../store/store.js';

/** Where somebody is told who was never met: until they open the app, or the bot opens the chat. */
export const neverMet = 'none';

const own = (id: string) => idPart(id.slice(id.indexOf(':') + 1));
export const deliveryId = (dispute: string, person: string, conversation: string) =>
  `delivery:${own(dispute)}:${own(person)}:${idPart(conversation)}`;

/** The first word to somebody about a dispute: nothing posted yet. */
export function newDelivery(
  dispute: string,
  person: string,
  conversation: string,
  as: Delivery['as'],
): Delivery {
  return {
    id: deliveryId(dispute, person, conversation),
    type: 'delivery',
    shape: 1,
    dispute,
    person,
    conversation,
    as,
    overtaken: [],
    told: [],
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
 * The next step of a dispute: what passed by the clock, then what is to be told as deliveries. Pure, and harmless to
 * repeat: a delivery that has told an event is not asked to tell it again.
 */
export function wake(dispute: Dispute, known: Known, now: Instant): Woken {
  const passed = passing(dispute, now, holderWasTold(dispute, known.deliveries));
  const stepped = withIntents(passed.reduce(apply, dispute), intentsOf(passed));
  const deliveries = new Map(known.deliveries.map((delivery) => [delivery.id, delivery]));
  for (const intent of stepped.intents) tell(intent, stepped, deliveries, known.directory, now);
  const told: Dispute = { ...stepped, intents: [] };
  const { wakeAt: _, ...rest } = told;
  const wakeAt = wakesAt(told);
  return {
    dispute: wakeAt === undefined ? rest : { ...rest, wakeAt },
    deliveries: [...deliveries.values()].filter((delivery) => !known.deliveries.includes(delivery)),
  };
}

/** A lapse is "no response" only for a stage whose notice was delivered to a holder. */
export function holderWasTold(dispute: Dispute, deliveries: readonly Delivery[]): boolean {
  const entered = stageOf(dispute)?.enteredTurn ?? 0;
  return deliveries.some(({ as, told }) => as === 'responder' && told.some(({ turn }) => turn >= entered));
}

type Deliveries = Map<string, Delivery>;
type Why = NonNullable<Delivery['ping']>['why'];

function tell(
  intent: Intent,
  dispute: Dispute,
  deliveries: Deliveries,
  directory: Directory,
  now: Instant,
): void {
  const today = englishDay(now);
  switch (intent.to) {
    case 'posted':
      for (const delivery of deliveries.values())
        if (delivery.live !== undefined && delivery.sendAt === undefined)
          deliveries.set(delivery.id, { ...delivery, sendAt: now, attempts: 0 });
      return;
    case 'here':
      showHere(intent, dispute, deliveries, directory, now);
      return;
    case 'iro': {
      const judges = judgesOf(dispute, directory, today);
      for (const person of judges)
        ping(person, person.id === dispute.iro ? 'iro' : 'lead', intent, dispute, deliveries, now);
      return;
    }
    case 'responder': {
      const stage = dispute.status === 'informal' ? dispute.kept.ladder[0]?.id : stageOf(dispute)?.id;
      const holder = stage === undefined ? undefined : responderOf(dispute, stage, directory, today);
      if (holder !== undefined) ping(holder, 'responder', intent, dispute, deliveries, now);
      else notReached(intent, dispute, deliveries, directory, now);
    }
  }
}

/** Who judges now: the IRO, or from a stage on the leads who speak for the IRO. */
export function judgesOf(dispute: Dispute, directory: Directory, today: string): Person[] {
  const stage = stageOf(dispute)?.id;
  const leadJudges = dispute.kept.ladder.find(({ id }) => id === stage)?.iroSide === 'lead';
  const iro = personById(directory, dispute.iro);
  const leads = leadsFor(directory, dispute.team, today).filter(({ id }) => !dispute.involved.includes(id));
  return leadJudges && leads.length > 0 ? leads : iro === undefined ? leads : [iro];
}

/** Nobody holds the stage: lead and IRO are told, each in words of their own. */
function notReached(
  { event, turn }: { readonly event: number; readonly turn: number },
  dispute: Dispute,
  deliveries: Deliveries,
  directory: Directory,
  now: Instant,
): void {
  const intent = { event, turn, why: 'not-reached' as const };
  const iro = personById(directory, dispute.iro);
  if (iro !== undefined) ping(iro, 'iro', intent, dispute, deliveries, now);
  for (const lead of leadsFor(directory, dispute.team, englishDay(now)))
    if (lead.id !== dispute.iro) ping(lead, 'lead', intent, dispute, deliveries, now);
}

function ping(
  person: Person,
  as: Delivery['as'],
  intent: { readonly event: number; readonly turn: number; readonly why: Why },
  dispute: Dispute,
  deliveries: Deliveries,
  now: Instant,
): void {
  const conversation = person.conversation?.id ?? neverMet;
  const id = deliveryId(dispute.id, person.id, conversation);
  const delivery = deliveries.get(id) ?? newDelivery(dispute.id, person.id, conversation, as);
  if (delivery.told.some(({ event }) => event >= intent.event)) return;
  deliveries.set(id, {
    ...delivery,
    as,
    ping: { turn: intent.turn, why: intent.why, event: intent.event },
    sendAt: now,
    attempts: 0,
    result: 'waiting',
  });
}

/** The pressed message is the living card from now on; an earlier one becomes a pointer to it. */
function showHere(
  intent: Extract<Intent, { to: 'here' }>,
  dispute: Dispute,
  deliveries: Deliveries,
  directory: Directory,
  now: Instant,
): void {
  const id = deliveryId(dispute.id, intent.person, intent.conversation);
  const as = intent.person === dispute.iro ? 'iro' : roleIn(dispute, intent.person, directory);
  const delivery = deliveries.get(id) ?? newDelivery(dispute.id, intent.person, intent.conversation, as);
  const overtaken =
    delivery.live === undefined || delivery.live === intent.message
      ? delivery.overtaken
      : [...delivery.overtaken, delivery.live];
  const { formOpenUntil: _, ...withoutForm } = delivery;
  deliveries.set(id, {
    ...withoutForm,
    live: intent.message,
    overtaken: overtaken.filter((message) => message !== intent.message),
    sendAt: now,
    attempts: 0,
  });
}

function roleIn(dispute: Dispute, person: string, directory: Directory): Delivery['as'] {
  if (dispute.involved.includes(person)) return 'responder';
  return personById(directory, person)?.roles.includes('lead') === true ? 'lead' : 'follower';
}
