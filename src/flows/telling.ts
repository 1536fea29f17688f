import type { Instant } from '../calendar/days.js';
import { englishDay } from '../calendar/days.js';
import { apply } from '../disputes/apply.js';
import { passing, wakesAt } from '../disputes/clock.js';
import { type Dispute, type Intent, stageOf } from '../disputes/dispute.js';
import { intentsOf, withIntents } from '../disputes/intents.js';
import { type Directory, leadsFor, personById } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { judgesOf, responderOf } from '../people/rights.js';
import type { Delivery } from '../store/store.js';
import { type Deliveries, followInPlace, ping, showHere } from './delivery.js';

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
  const { morningHour } = known.directory.policy;
  const passed = passing(dispute, now, {
    morningHour,
    holderWasTold: holderWasTold(dispute, known.deliveries, holder?.id),
    holder: (stage) => responderOf(dispute, stage, known.directory, englishDay(now))?.id,
  });
  if (passed.length > 0) {
    const stepped = withIntents(passed.reduce(apply, dispute), intentsOf(passed));
    return { dispute: wakingAt(stepped, morningHour), deliveries: [] };
  }
  const deliveries = new Map(known.deliveries.map((delivery) => [delivery.id, delivery]));
  for (const intent of dispute.intents) tell(intent, dispute, deliveries, known.directory, now);
  return {
    dispute: wakingAt({ ...dispute, intents: [] }, morningHour),
    deliveries: [...deliveries.values()].filter((delivery) => !known.deliveries.includes(delivery)),
  };
}

export function wakingAt({ wakeAt: _, ...dispute }: Dispute, morningHour: string): Dispute {
  const wakeAt = wakesAt(dispute, morningHour);
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

export function roleIn(dispute: Dispute, person: string, directory: Directory): Delivery['as'] {
  if (person === dispute.iro) return 'iro';
  if (dispute.involved.includes(person)) return 'responder';
  return personById(directory, person)?.roles.includes('lead') === true ? 'lead' : 'follower';
}
