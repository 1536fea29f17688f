import { type Day, englishDay } from '../../src/calendar/days.js';
import { apply, replay } from '../../src/disputes/apply.js';
import type { Act, RaiseFields, Verb } from '../../src/disputes/commands.js';
import { type Context, type Decision, decide } from '../../src/disputes/decide.js';
import type { Dispute, DisputeIn, Status } from '../../src/disputes/dispute.js';
import type { DisputedChild, DisputeEvent, KeptPolicy } from '../../src/disputes/events.js';
import { raise } from '../../src/disputes/raise.js';
import type { Directory } from '../../src/people/directory.js';
import { personById } from '../../src/people/directory.js';
import { responderOf, sidesOf } from '../../src/people/rights.js';
import { ladders, type LadderName } from '../../src/policy/ladders.js';
import { anAuthority } from '../people/authority.js';

/** Monday 2 March 2026: five working days end on Monday 9 March, twenty on Monday 30 March. */
export const raisedOn = '2026-03-02';
/** Wednesday of the same week. */
export const pressedOn = '2026-03-04';

export const morning = (day: Day) => `${day}T09:14:00.000Z`;
export const formId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const child: DisputedChild = { ref: '700123', initials: 'AB', family: 'F1' };

export const secondChild: DisputedChild = { ref: '700124', initials: 'CD', family: 'F1' };

export function keptWith(ladder: LadderName): KeptPolicy {
  return {
    ladder: ladders[ladder].map(({ label: _, ...stage }) => stage),
    totalWorkingDays: 20,
    onNoResponse: 'prompt',
  };
}

export function fieldsToRaise(differs: Partial<RaiseFields> = {}): RaiseFields {
  return {
    child: '700123',
    family: false,
    kind: 'formal',
    theme: 'drift',
    otherThemes: [],
    worrying: 'The plan agreed in September has not been started.',
    right: 'A start date by the end of March.',
    spokenTo: 'nobody-yet',
    sorted: false,
    sendToManager: false,
    systemFault: false,
    resources: false,
    ...differs,
  };
}

export interface Raised {
  readonly ladder?: LadderName;
  readonly directory?: Directory;
  readonly on?: Day;
  readonly savedAnyway?: boolean;
}

export function raisedEvents(differs: Partial<RaiseFields> = {}, raised: Raised = {}): DisputeEvent[] {
  const { ladder = 'ealing', directory = anAuthority(), on = raisedOn, savedAnyway = false } = raised;
  const kept = keptWith(ladder);
  const disputed = {
    status: 'informal',
    iro: 'person:iro',
    team: 'Team North',
    involved: [],
    judges: [],
    kept,
  } as const;
  return raise(fieldsToRaise(differs), {
    id: `dispute:${formId(1)}`,
    formId: formId(1),
    number: 'D-2026-0042',
    by: 'person:iro',
    at: morning(on),
    today: on,
    iro: 'person:iro',
    team: 'Team North',
    children: [child],
    kept,
    savedAnyway,
    holder: (stage) => responderOf(disputed, stage, directory, on)?.id,
  });
}

export const raised = (differs: Partial<RaiseFields> = {}, how: Raised = {}): Dispute =>
  replay(raisedEvents(differs, how));

/** Who presses what and when, where it matters; the rest is a press that should be accepted. */
export interface Press {
  readonly by?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly on?: Day;
  readonly seenTurn?: number;
  readonly formId?: string;
  readonly directory?: Directory;
  readonly child?: DisputedChild;
  readonly childHasLeft?: boolean;
  readonly saveAnyway?: boolean;
  readonly onBehalfOf?: string;
}

/** Fields that each verb accepts on `pressedOn`. */
export const goodFields: Partial<Record<Verb, Readonly<Record<string, string>>>> = {
  resolve: { text: 'The work starts on Monday.', byOn: '2026-03-23' },
  disagree: { text: 'The work has started.' },
  'not-mine': { text: 'The child moved to another team.' },
  ask: { text: 'Which review do you mean?' },
  'answer-question': { text: 'The one in September.' },
  'pass-up': { reason: 'needs-funding', text: 'This is above my budget.' },
  escalate: { text: 'No answer that helps.' },
  'more-time': { dueOn: '2026-03-16', text: 'The holder is on leave.' },
  agree: { outcome: 'action-done' },
  'not-resolved': { text: 'There is still no date.', next: 'back' },
  'not-done': { text: 'The work has not begun.' },
  close: { outcome: 'stands-not-agreed', text: 'The ladder has ended.' },
  withdraw: { text: 'The plan has changed since.' },
  note: { text: 'Spoken on the telephone.' },
  cafcass: { referredOn: '2026-03-04', text: 'The plan is not in the child’s interest.' },
  advice: { from: 'legal', takenOn: '2026-03-03', text: 'Advice of the legal team.' },
  'add-child': { child: '700124' },
  'on-file': { child: '700123' },
  redact: { target: '1', text: 'It named a school.' },
};

export function anAct(dispute: Dispute, verb: Verb, press: Press = {}): Act {
  return {
    verb,
    dispute: dispute.id,
    seenTurn: press.seenTurn ?? dispute.turn,
    ...(press.formId === undefined ? {} : { formId: press.formId }),
    fields: press.fields ?? goodFields[verb] ?? {},
  };
}

/** The world as it answers when `by` presses, with sides and holders from the directory, as in the running bot. */
export function aContext(dispute: Dispute, press: Press = {}): Context {
  const { by = 'person:iro', on = pressedOn, directory = anAuthority() } = press;
  const person = personById(directory, by);
  return {
    by,
    ...(press.onBehalfOf === undefined ? {} : { onBehalfOf: press.onBehalfOf }),
    sides: person === undefined ? new Set() : sidesOf(dispute, person, directory, on),
    at: morning(on),
    today: englishDay(morning(on)),
    holder: (stage) => responderOf(dispute, stage, directory, on)?.id,
    child: press.child,
    saveAnyway: press.saveAnyway ?? false,
    childHasLeft: press.childHasLeft,
  };
}

export const pressing = (dispute: Dispute, verb: Verb, press: Press = {}): Decision =>
  decide(dispute, anAct(dispute, verb, press), aContext(dispute, press));

/** The events of an accepted press; a refusal fails the test in its own words. */
export function eventsOf(dispute: Dispute, verb: Verb, press: Press = {}): readonly DisputeEvent[] {
  const decision = pressing(dispute, verb, press);
  if (decision.kind !== 'done') throw new Error(`${verb} was not done: ${JSON.stringify(decision)}`);
  return decision.events;
}

export const after = (dispute: Dispute, verb: Verb, press: Press = {}): Dispute =>
  eventsOf(dispute, verb, press).reduce(apply, dispute);

/** What a refused press is refused for. */
export function refusalOf(dispute: Dispute, verb: Verb, press: Press = {}): string {
  const decision = pressing(dispute, verb, press);
  return decision.kind === 'refused' ? decision.refusal.reason : decision.kind;
}

export function fieldProblems(dispute: Dispute, verb: Verb, press: Press = {}): string[] {
  const decision = pressing(dispute, verb, press);
  if (decision.kind !== 'refused' || decision.refusal.reason !== 'fields') return [decision.kind];
  return decision.refusal.problems.map(({ field }) => field);
}

const manager = { by: 'person:team-manager' };

/** One dispute in each status, all of them raised on `raisedOn` and at most one press further. */
export const informal = (sendToManager = false) => raised({ kind: 'informal', sendToManager });
export const waiting = () => raised();
export const asked = () => after(waiting(), 'ask', manager);
export const offered = () => after(waiting(), 'resolve', manager);
export const disagreed = () => after(waiting(), 'disagree', manager);
export const returned = () => after(waiting(), 'not-mine', manager);
export const agreed = () =>
  after(offered(), 'agree', { fields: { outcome: 'plan-changed', checkOn: '2026-03-23' } });
export const closed = () => after(waiting(), 'withdraw');
/** With the director, above whom there is nobody. */
export const onLastStage = () => raised({ stage: 'director' });

export const inEachStatus: Record<Status, () => Dispute> = {
  informal,
  waiting,
  answered: offered,
  returned,
  agreed,
  closed,
};

/** Narrows to a status, or fails naming the one it has. */
export function inStatus<S extends Status>(dispute: Dispute, status: S): DisputeIn<S> {
  if (dispute.status !== status) throw new Error(`expected ${status}, found ${dispute.status}`);
  return dispute as DisputeIn<S>;
}
