import type { Instant } from '../calendar/days.js';
import { type Day, englishDay } from '../calendar/days.js';
import { apply } from '../disputes/apply.js';
import { passing, wakesAt } from '../disputes/clock.js';
import { type Dispute, type Intent, stageOf } from '../disputes/dispute.js';
import { handedOver } from '../disputes/hands.js';
import { intentsOf, withIntents } from '../disputes/intents.js';
import { absenceOn } from '../people/cover.js';
import { type Directory, isCurrent, leadsFor, personById } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { answeringAt, iroCoverIn, judging, responderOf } from '../people/rights.js';
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
  const last = dispute.history.at(-1);
  const { morningHour } = known.directory.policy;
  // Who is who may be a little old here: what has just changed hands is told first.
  const handed = last?.kind === 'handedOver' ? undefined : handedOver(dispute, known.directory, now);
  if (handed !== undefined) return { dispute: wakingAt(handed, morningHour), deliveries: [] };
  const today = englishDay(now);
  const passed = passing(dispute, now, {
    morningHour,
    holderWasTold: holderWasTold(dispute, known.deliveries, holdersNow(dispute, known.directory, today)),
    holder: (stage) => responderOf(dispute, stage, known.directory, today)?.id,
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

/** The stage that is told of a dispute: of an informal one, the first. */
export const stageNow = (dispute: Dispute): string | undefined =>
  dispute.status === 'informal' ? dispute.kept.ladder[0]?.id : stageOf(dispute)?.id;

/** By person id: who holds the stage, and who covers them. */
function holdersNow(dispute: Dispute, directory: Directory, today: string): string[] {
  const stage = stageNow(dispute);
  const { holder, asked } = stage === undefined ? {} : answeringAt(dispute, stage, directory, today);
  return [holder, asked].flatMap((person) => (person === undefined ? [] : [person.id]));
}

/** A lapse is "no response" only where the notice of the stage was delivered to who holds or covers it today. */
export function holderWasTold(
  dispute: Dispute,
  deliveries: readonly Delivery[],
  holders: readonly string[],
): boolean {
  const told = stageOf(dispute)?.toldFrom ?? 0;
  return deliveries.some(
    (delivery) => holders.includes(delivery.person) && delivery.told.some(({ turn }) => turn >= told),
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
      showHere(intent, dispute.id, roleIn(dispute, intent.person, directory, today), deliveries, now);
      return;
    case 'iro': {
      for (const person of askedOnIroSide(dispute, directory, today))
        ping(person, roleIn(dispute, person.id, directory, today), intent, dispute, deliveries, now);
      return;
    }
    case 'raiser': {
      const { event, turn } = intent;
      const raiser = personById(directory, intent.person);
      if (raiser !== undefined) ping(raiser, 'iro', { event, turn, why: 'raised' }, dispute, deliveries, now);
      return;
    }
    case 'responder': {
      const stage = stageNow(dispute);
      const holder = stage === undefined ? undefined : responderOf(dispute, stage, directory, today);
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
  const today = englishDay(now);
  const iro = missed?.as !== 'iro' ? iroPresent(dispute, directory, today) : undefined;
  const iros = iro === undefined ? [] : [iro];
  const leads = leadsFor(directory, dispute.team, today);
  for (const person of iros)
    if (!leads.some(({ id }) => id === person.id)) ping(person, 'iro', intent, dispute, deliveries, now);
  for (const lead of leads) {
    const asIro = lead.id === dispute.iro || iroCoverIn(dispute, directory, today)?.id === lead.id;
    if (!asIro || missed?.as !== 'iro') ping(lead, asIro ? 'iro' : 'lead', intent, dispute, deliveries, now);
  }
}

/** The IRO, or who covers them; undefined: they are away or have left, and nobody does. */
function iroPresent(dispute: Dispute, directory: Directory, today: Day): Person | undefined {
  const iro = personById(directory, dispute.iro);
  const present = iro !== undefined && isCurrent(iro, today) && absenceOn(iro, today) === undefined;
  return present ? iro : iroCoverIn(dispute, directory, today);
}

/** What waits at a stage is asked of its holder, or of who covers them. */
export function isAskedAtStage(dispute: Dispute, person: string, directory: Directory, today: Day): boolean {
  const stage = stageNow(dispute);
  return stage !== undefined && responderOf(dispute, stage, directory, today)?.id === person;
}

/** Not an IRO who is away while somebody stands in, and not who covered them before. */
export function isAskedOnIroSide(
  dispute: Dispute,
  { id }: Person,
  directory: Directory,
  today: Day,
): boolean {
  const present = iroPresent(dispute, directory, today);
  return present?.id === id || askedOnIroSide(dispute, directory, today).some((person) => person.id === id);
}

/** An IRO who is away is not disturbed: who covers them is told, or the leads. */
export const askedOnIroSide = (dispute: Dispute, directory: Directory, today: Day): readonly Person[] =>
  judging(dispute, directory, today).asked;

export function roleIn(dispute: Dispute, person: string, directory: Directory, today: Day): Delivery['as'] {
  if (person === dispute.iro || iroCoverIn(dispute, directory, today)?.id === person) return 'iro';
  if (dispute.involved.includes(person)) return 'responder';
  return personById(directory, person)?.roles.includes('lead') === true ? 'lead' : 'follower';
}
