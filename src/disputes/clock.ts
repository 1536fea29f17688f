import { addDays, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import type { Dispute, DisputeIn } from './dispute.js';
import { type BareEvent, type DisputeEvent, stamp } from './events.js';
import { entering } from './judging.js';
import { stagesAbove } from './rules.js';
import { nextStep, type Step } from './steps.js';

/** When the clock next has something to do with it, whichever step is first. Telling is always at once. */
export function wakesAt(dispute: Dispute, morningHour: string): Instant | undefined {
  return dispute.intents.length > 0 ? dispute.changedAt : nextStep(dispute, morningHour)?.at;
}

/** The next step, if it is due: nothing is recorded before its instant. */
export function dueStep(dispute: Dispute, morningHour: string, now: Instant): Step | undefined {
  const step = nextStep(dispute, morningHour);
  return step !== undefined && step.at <= now ? step : undefined;
}

/** What a step depends on beside the dispute. */
export interface Around {
  /** The service's hour of today, 'HH:MM' in London. */
  readonly morningHour: string;
  /** A notice of this stay on the stage was delivered to who holds it today. */
  readonly holderWasTold: boolean;
  readonly holder: (stage: string) => string | undefined;
}

/** The next step that is due, as events with its nominal day, whenever it is recorded; none where nothing is due. */
export function passing(
  dispute: Dispute,
  now: Instant,
  { morningHour, holderWasTold, holder }: Around,
): DisputeEvent[] {
  const step = dueStep(dispute, morningHour, now);
  if (step === undefined) return [];
  if (step.what === 'prompt') return byClock(dispute, now, step.event.kind, [step.event]);
  return dispute.status === 'waiting' ? dueDayPassed(dispute, now, step.dueOn, holderWasTold, holder) : [];
}

/**
 * *No response* is recorded once a stage, and only where the notice was delivered; an answer by the due day means that
 * there is none; a later due day of the same stage only prompts the IRO. Where the service's policy says so, no
 * response moves it up by itself, dated on the day on which that is done; a holder who could not be told is no such
 * case, and the last stage has none above it.
 */
function dueDayPassed(
  dispute: DisputeIn<'waiting'>,
  now: Instant,
  dueOn: string,
  holderWasTold: boolean,
  holder: (stage: string) => string | undefined,
): DisputeEvent[] {
  const { id, lapse, answered, acknowledged } = dispute.stage;
  const told = holderWasTold || acknowledged !== undefined;
  const first = lapse === undefined && !answered;
  const kind = !first ? 'duePassedAgain' : told ? 'noResponse' : 'couldNotBeTold';
  const recorded = byClock(dispute, now, 'due-day-passed', [{ kind, stage: id, dueOn }]);
  const [to] = kind === 'noResponse' && dispute.kept.onNoResponse === 'escalate' ? stagesAbove(dispute) : [];
  if (to === undefined) return recorded;
  const moved: BareEvent[] = [
    { kind: 'escalated', from: id, to, text: '' },
    entering(dispute.kept, to, englishDay(now), holder(to), false),
  ];
  return [...recorded, ...byClock(dispute, now, 'due-day-passed', moved, recorded)];
}

/** Events of the clock. What follows from others of the same step is a move: the next turn. */
function byClock(
  { history, turn: atTurn }: Dispute,
  at: Instant,
  verb: string,
  events: readonly BareEvent[],
  before: readonly DisputeEvent[] = [],
): DisputeEvent[] {
  const turn = atTurn + (before.length > 0 ? 1 : 0);
  const seq = history.length + before.length + 1;
  return stamp(events, { at, on: englishDay(at), by: 'clock', verb, atTurn, turn, seq });
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
