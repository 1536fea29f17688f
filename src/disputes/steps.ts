import { addDays, atHour, type Day, type Instant, startOfDay } from '../calendar/days.js';
import { addWorkingDays, nextWorkingDay, workingDayBefore } from '../calendar/workingDays.js';
import type { Dispute, DisputeIn } from './dispute.js';
import type { BareEvent, DisputeEvent, EventKind } from './events.js';

/** Working days after which an answer that nobody has judged is brought to the IRO side's mind. */
const unjudgedDays = 2;
/** A stage without a due day is reminded of every so many days. */
const week = 7;

type Prompt = Extract<
  BareEvent,
  { kind: 'reminderFellDue' | 'totalNeared' | 'stillUnjudged' | 'checkDayCame' }
>;

/** What the clock has to record next, and from when. What a due day that passed means depends on who had been told. */
export type Step =
  | { readonly at: Instant; readonly what: 'due-day-passed'; readonly dueOn: Day }
  | { readonly at: Instant; readonly what: 'prompt'; readonly event: Prompt };

/** A prompt asks somebody once more for what is theirs already: it moves nothing. */
export const isPrompt = (event: { readonly kind: EventKind }): boolean =>
  event.kind === 'reminderFellDue' ||
  event.kind === 'totalNeared' ||
  event.kind === 'stillUnjudged' ||
  event.kind === 'checkDayCame';

/**
 * The earliest step that is not recorded yet, if any. `morningHour`: the service's hour of today ('HH:MM', London),
 * which a dispute does not keep. Every press finds the steps before it recorded, so that one whose instant lies before
 * the press that made it is none.
 */
export function nextStep(dispute: Dispute, morningHour: string): Step | undefined {
  const prompts = [reminder(dispute), totalWarning(dispute), unjudged(dispute), checkDay(dispute)];
  const steps = prompts.flatMap((prompt): Step[] => {
    if (prompt === undefined) return [];
    const at = atHour(prompt.event.nominalOn, morningHour);
    return at > prompt.since ? [{ at, what: 'prompt', event: prompt.event }] : [];
  });
  return [...dueDay(dispute), ...steps].reduce<Step | undefined>(
    (first, step) => (first === undefined || step.at < first.at ? step : first),
    undefined,
  );
}

/** 00:00 London after the due day. */
function dueDay(dispute: Dispute): Step[] {
  if (dispute.status !== 'waiting') return [];
  const { dueOn, passed } = dispute.stage;
  if (dueOn === null || dueOn === passed) return [];
  return [{ at: startOfDay(addDays(dueOn, 1)), what: 'due-day-passed', dueOn }];
}

interface Candidate {
  readonly event: Prompt;
  /** The press that made it something to be reminded of. */
  readonly since: Instant;
}

const isA =
  (...kinds: readonly EventKind[]) =>
  ({ kind }: DisputeEvent) =>
    kinds.includes(kind);

/** The history from the event on that began what it is in now. */
function historySince(dispute: Dispute, begins: (event: DisputeEvent) => boolean): readonly DisputeEvent[] {
  const from = dispute.history.findLastIndex(begins);
  return from === -1 ? [] : dispute.history.slice(from);
}

/** Whoever is to answer is told by a new card on the day of these: one notice about one thing in a day. */
const told = (event: DisputeEvent) =>
  isA('stageEntered', 'sentAgain')(event) || (event.kind === 'notResolved' && event.next === 'back');

function reminder(dispute: Dispute): Candidate | undefined {
  if (dispute.status !== 'waiting') return undefined;
  const stay = historySince(dispute, isA('stageEntered'));
  const before = stay.filter((event) => event.kind === 'reminderFellDue');
  const toldOn = stay.findLast(told)?.on ?? '';
  return dispute.stage.dueOn === null
    ? weekly(dispute, before.at(-1)?.nominalOn ?? '', toldOn, stay)
    : dayBefore(dispute, dispute.stage.dueOn, before, toldOn, stay);
}

type Reminders = readonly { readonly dueOn: string | null }[];

/** On the working day before the due day, also before one that more time has moved. */
function dayBefore(
  { stage }: DisputeIn<'waiting'>,
  dueOn: Day,
  before: Reminders,
  toldOn: Day,
  stay: readonly DisputeEvent[],
): Candidate | undefined {
  const nominalOn = workingDayBefore(dueOn);
  if (nominalOn <= toldOn || before.some((each) => each.dueOn === dueOn)) return undefined;
  const since = stay.findLast((event) => told(event) || event.kind === 'moreTimeAllowed')?.at ?? '';
  return { event: { kind: 'reminderFellDue', stage: stage.id, nominalOn, dueOn }, since };
}

/** Every seventh day from the entry, or the next working day. */
function weekly(
  { stage }: DisputeIn<'waiting'>,
  lastOn: Day,
  toldOn: Day,
  stay: readonly DisputeEvent[],
): Candidate | undefined {
  let counted = addDays(stage.enteredOn, week);
  while (counted <= lastOn || nextWorkingDay(counted) <= toldOn) counted = addDays(counted, week);
  const nominalOn = nextWorkingDay(counted);
  const since = stay.findLast(told)?.at ?? '';
  return { event: { kind: 'reminderFellDue', stage: stage.id, nominalOn, dueOn: null }, since };
}

/** One working day before all stages together should have ended, once. */
function totalWarning({ status, formal, history }: Dispute): Candidate | undefined {
  const open = status === 'waiting' || status === 'answered' || status === 'returned';
  if (!open || formal === undefined || history.some(isA('totalNeared'))) return undefined;
  const { totalDueOn } = formal;
  const begins = (event: DisputeEvent) =>
    event.kind === 'reopened' || (event.kind === 'stageEntered' && event.totalDueOn !== undefined);
  const since = history.findLast(begins)?.at ?? '';
  return { event: { kind: 'totalNeared', nominalOn: workingDayBefore(totalDueOn), totalDueOn }, since };
}

/** Once for each answer. */
function unjudged(dispute: Dispute): Candidate | undefined {
  if (dispute.status !== 'answered') return undefined;
  const { event: answer } = dispute.answer;
  const [given, ...after] = historySince(dispute, ({ seq }) => seq === answer);
  if (given === undefined || after.some(isA('stillUnjudged'))) return undefined;
  const nominalOn = addWorkingDays(given.on, unjudgedDays);
  return { event: { kind: 'stillUnjudged', nominalOn, answer }, since: given.at };
}

/** On the day, or the next working day; agreed after the hour of that very day, there is no second word. */
function checkDay(dispute: Dispute): Candidate | undefined {
  if (dispute.status !== 'agreed') return undefined;
  const [agreed, ...after] = historySince(dispute, isA('agreed'));
  if (agreed === undefined || after.some(isA('checkDayCame'))) return undefined;
  const { checkOn } = dispute;
  return { event: { kind: 'checkDayCame', nominalOn: nextWorkingDay(checkOn), checkOn }, since: agreed.at };
}
