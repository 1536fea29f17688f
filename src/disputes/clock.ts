import { addDays, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import type { Dispute } from './dispute.js';
import { type BareEvent, type DisputeEvent, stamp } from './events.js';
import { entering } from './judging.js';
import { stagesAbove } from './rules.js';

/** When the clock next has something to do with it: 00:00 London after the due day. Telling is always at once. */
export function wakesAt(dispute: Dispute): Instant | undefined {
  if (dispute.intents.length > 0) return dispute.changedAt;
  if (dispute.status !== 'waiting') return undefined;
  const { dueOn, passed } = dispute.stage;
  return dueOn === null || dueOn === passed ? undefined : startOfDay(addDays(dueOn, 1));
}

/**
 * What passed by `now`, with its nominal day. *No response* is recorded once a stage, and only where the notice was
 * delivered; an answer by the due day means that there is none; a later due day of the same stage only prompts the IRO.
 * Where the service's policy says so, no response moves it up by itself, dated on the day on which that is done; a
 * holder who could not be told is no such case, and the last stage has none above it.
 */
export function passing(
  dispute: Dispute,
  now: Instant,
  holderWasTold: boolean,
  holder: (stage: string) => string | undefined = () => undefined,
): DisputeEvent[] {
  if (dispute.status !== 'waiting') return [];
  const { id, dueOn, passed, lapse, answered, acknowledged } = dispute.stage;
  if (dueOn === null || dueOn === passed || now < startOfDay(addDays(dueOn, 1))) return [];
  const told = holderWasTold || acknowledged !== undefined;
  const first = lapse === undefined && !answered;
  const kind = !first ? 'duePassedAgain' : told ? 'noResponse' : 'couldNotBeTold';
  const seq = dispute.history.length + 1;
  const common = { at: now, on: englishDay(now), by: 'clock', verb: 'due-day-passed', atTurn: dispute.turn };
  const recorded = stamp([{ kind, stage: id, dueOn }], { ...common, turn: dispute.turn, seq });
  const [to] = kind === 'noResponse' && dispute.kept.onNoResponse === 'escalate' ? stagesAbove(dispute) : [];
  if (to === undefined) return recorded;
  const moved: BareEvent[] = [
    { kind: 'escalated', from: id, to, text: '' },
    entering(dispute.kept, to, common.on, holder(to), false),
  ];
  return [...recorded, ...stamp(moved, { ...common, turn: dispute.turn + 1, seq: seq + 1 })];
}

/**
 * Until when a card drawn now is true: "3 working days left", "today" and a bare time of day are true of one English
 * day. A closed dispute's card is drawn once more on the day after, and then stands.
 */
export function drawnUntil(dispute: Dispute, now: Instant): Instant | undefined {
  const today = englishDay(now);
  const stands = dispute.status === 'closed' && englishDay(dispute.changedAt) < today;
  return stands ? undefined : startOfDay(addDays(today, 1));
}
