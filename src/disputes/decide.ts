import type { Day, Instant } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import type { Side } from '../people/rights.js';
import type { Act, FieldProblem, Fields, Verb } from './commands.js';
import { actFields, readFields } from './commands.js';
import { type Dispute, stageOf } from './dispute.js';
import { type BareEvent, type DisputedChild, type DisputeEvent, type KeptPolicy, wordsIn } from './events.js';
import { type PersonalDetail, personalDetails } from './personalDetail.js';
import { earlyRefusal, eventsWithText, laterThan, type RefusalReason, stagesAbove } from './rules.js';

/** Two working days: what an answer sent back, or an offer unjudged, gets. */
const graceDays = 2;
/** Typed text in one dispute, in bytes: past it, the case file is the place. */
export const mostText = 400 * 1024;
/** Notes and questions end earlier, so that nobody's words take the room of an answer, an escalation or a closing. */
const mostTalk = 300 * 1024;

/** What the world says when an act is judged; nothing is looked up in here. */
export interface Context {
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly sides: ReadonlySet<Side>;
  readonly at: Instant;
  readonly today: Day;
  /** Today's holder of a stage of this dispute; undefined: the stage is vacant. */
  readonly holder: (stage: string) => string | undefined;
  /** The child of *Add a child…*, if the IRO of this dispute is allocated to it. */
  readonly child?: DisputedChild | undefined;
  /** The warning of the personal-detail check was seen and *Save anyway* pressed. */
  readonly saveAnyway: boolean;
}

export type Refusal =
  | { readonly reason: RefusalReason }
  | { readonly reason: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly reason: 'personal-detail'; readonly found: readonly PersonalDetail[] };

/** `already`: the same act stands in the history, and its answer is this one's too. */
export type Decision =
  | { readonly kind: 'done'; readonly events: readonly DisputeEvent[] }
  | { readonly kind: 'already'; readonly event: DisputeEvent }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const refused = (refusal: Refusal): Decision => ({ kind: 'refused', refusal });

/**
 * Judges one press, in this order: the same act already in the history, rights, an older turn, status, fields,
 * and last the personal-detail check, which only warns.
 */
export function decide(dispute: Dispute, act: Act, context: Context): Decision {
  const already = sameAct(dispute, act, context.by);
  if (already !== undefined) return { kind: 'already', event: already };
  const early = earlyRefusal(dispute, act, context.sides);
  if (early !== undefined) return refused({ reason: early });
  if (hasNoRoom(dispute, act)) return refused({ reason: 'too-much-text' });
  const judged = judge(dispute, act, context);
  if ('refusal' in judged) return refused(judged.refusal);
  const found = personalDetails(textFields(act.fields).join('\n'), context.today);
  if (found.length > 0 && !context.saveAnyway) return refused({ reason: 'personal-detail', found });
  return {
    kind: 'done',
    events: stamp(judged.events, {
      at: context.at,
      on: context.today,
      by: context.by,
      ...(context.onBehalfOf === undefined ? {} : { onBehalfOf: context.onBehalfOf }),
      verb: act.verb,
      ...(act.formId === undefined ? {} : { formId: act.formId }),
      ...(subjectOf(act) === undefined ? {} : { subject: subjectOf(act) }),
      ...(found.length > 0 ? { savedAnyway: true as const } : {}),
      atTurn: dispute.turn,
      turn: dispute.turn + (judged.turns ? 1 : 0),
      seq: dispute.history.length + 1,
    }),
  };
}

const textFields = (fields: Readonly<Record<string, string>>) =>
  ['text', 'changed'].map((field) => fields[field] ?? '').filter((text) => text !== '');

/** By the form's id where there is a form, else verb, person, turn before, and subject. */
function sameAct(dispute: Dispute, act: Act, by: string): DisputeEvent | undefined {
  return dispute.history.find((event) =>
    act.formId === undefined
      ? event.formId === undefined &&
        event.verb === act.verb &&
        event.by === by &&
        event.atTurn === act.seenTurn &&
        event.subject === subjectOf(act)
      : event.formId === act.formId && event.by === by && event.verb === act.verb,
  );
}

const subjectOf = (act: Act) =>
  act.verb === 'on-file' || act.verb === 'add-child' ? act.fields['child'] : undefined;

/** An act without words always has room. */
function hasNoRoom(dispute: Dispute, { verb, fields }: Act): boolean {
  const typed = Buffer.byteLength(Object.values(fields).join(''));
  const most = verb === 'note' || verb === 'ask' ? mostTalk : mostText;
  return typed > 0 && textOf(dispute) + typed > most;
}

function textOf(dispute: Dispute): number {
  const words = dispute.history.flatMap(wordsIn).map(([, typed]) => typed);
  return Buffer.byteLength(words.join(''));
}

type Common = Pick<
  DisputeEvent,
  | 'at'
  | 'on'
  | 'by'
  | 'onBehalfOf'
  | 'verb'
  | 'formId'
  | 'subject'
  | 'savedAnyway'
  | 'atTurn'
  | 'turn'
  | 'seq'
>;

/** Gives the events of one act what they have in common, numbering them on from `seq`. */
export function stamp(events: readonly BareEvent[], common: Common): DisputeEvent[] {
  return events.map((event, index) => ({ ...event, ...common, seq: common.seq + index }) as DisputeEvent);
}

type Judged =
  { readonly events: readonly BareEvent[]; readonly turns: boolean } | { readonly refusal: Refusal };

const turning = (...events: BareEvent[]): Judged => ({ events, turns: true });
const staying = (...events: BareEvent[]): Judged => ({ events, turns: false });
const problem = (field: string, sentence: string): Judged => ({
  refusal: { reason: 'fields', problems: [{ field, problem: sentence }] },
});

/** Entering a stage on `today`: due after the stage's own days, not capped by the total. */
export function entering(
  kept: KeptPolicy,
  stage: string,
  today: Day,
  holder: string | undefined,
  startsFormalClock: boolean,
): BareEvent {
  const days = kept.ladder.find((each) => each.id === stage)?.workingDays ?? null;
  return {
    kind: 'stageEntered',
    stage,
    dueOn: days === null ? null : addWorkingDays(today, days),
    ...(startsFormalClock ? { totalDueOn: addWorkingDays(today, kept.totalWorkingDays) } : {}),
    ...(holder === undefined ? {} : { holder }),
  };
}

function judge(dispute: Dispute, act: Act, context: Context): Judged {
  const read = readFields(actFields[act.verb], act.fields);
  if (!read.ok) return { refusal: { reason: 'fields', problems: read.problems } };
  const judgeVerb = judges[act.verb] as (dispute: Dispute, fields: unknown, context: Context) => Judged;
  return judgeVerb(dispute, read.fields, context);
}

const now = (dispute: Dispute) => stageOf(dispute)?.id ?? '';

function enter(dispute: Dispute, stage: string, context: Context, first = false): BareEvent {
  return entering(dispute.kept, stage, context.today, context.holder(stage), first);
}

/** Up the ladder: the next stage is an escalation, a later one a bypass that names those left out, never both. */
function climb(dispute: Dispute, to: string, text: string): BareEvent {
  const above = stagesAbove(dispute);
  const left = above.slice(0, above.indexOf(to));
  const from = now(dispute);
  return left.length === 0
    ? { kind: 'escalated', from, to, text }
    : { kind: 'bypassed', from, to, left, text };
}

const judges: { [V in Verb]: (dispute: Dispute, fields: Fields<V>, context: Context) => Judged } = {
  sorted: () => turning({ kind: 'closed', outcome: 'action-done', text: '', changed: '' }),
  'make-formal': (dispute, { stage }, context) => {
    const first = stage ?? dispute.kept.ladder[0]?.id ?? '';
    if (!dispute.kept.ladder.some((each) => each.id === first)) return problem('stage', 'Choose a stage.');
    return turning({ kind: 'madeFormal' }, enter(dispute, first, context, true));
  },
  acknowledge: () => staying({ kind: 'acknowledged' }),
  resolve: (_, { text, byOn }, { today }) =>
    byOn !== undefined && byOn < today
      ? problem('byOn', 'Choose today or a later day.')
      : turning({ kind: 'offered', text, ...(byOn === undefined ? {} : { byOn }) }),
  disagree: (_, { text }) => turning({ kind: 'disagreed', text }),
  'not-mine': (_, { text }) => turning({ kind: 'returned', text }),
  'send-to': (dispute, _, context) => {
    const holder = context.holder(now(dispute));
    return turning({ kind: 'sentAgain', ...(holder === undefined ? {} : { holder }) });
  },
  ask: (_, { text }) => staying({ kind: 'asked', text }),
  'answer-question': (_, { text }) => staying({ kind: 'questionAnswered', text }),
  'pass-up': (dispute, { reason, text }, context) => {
    const [to = ''] = stagesAbove(dispute);
    return turning({ kind: 'passedUp', from: now(dispute), to, reason, text }, enter(dispute, to, context));
  },
  escalate: (dispute, { to, text }, context) => {
    const above = stagesAbove(dispute);
    const target = to ?? above[0] ?? '';
    if (!above.includes(target)) return problem('to', 'Choose a later stage.');
    return turning(climb(dispute, target, text), enter(dispute, target, context));
  },
  'more-time': (dispute, { dueOn, text }, { today }) => {
    const due = stageOf(dispute)?.dueOn ?? today;
    if (dueOn <= laterThan(due, today))
      return problem('dueOn', 'Choose a day after today and after the due day.');
    const total = dispute.formal?.totalDueOn;
    return staying({
      kind: 'moreTimeAllowed',
      dueOn,
      text,
      beyondTotal: total !== undefined && dueOn > total,
    });
  },
  agree: (_, { outcome, checkOn, changed }, { today }) => {
    if (checkOn !== undefined && checkOn < today) return problem('checkOn', 'Choose today or a later day.');
    return checkOn === undefined
      ? turning({ kind: 'agreed', outcome, changed: '' }, { kind: 'closed', outcome, text: '', changed })
      : turning({ kind: 'agreed', outcome, checkOn, changed });
  },
  'accept-explanation': () =>
    turning({ kind: 'closed', outcome: 'explanation-accepted', text: '', changed: '' }),
  'not-resolved': (dispute, { text, next }, context) => {
    if (next === 'back') {
      const due = stageOf(dispute)?.dueOn ?? null;
      const grace = addWorkingDays(context.today, graceDays);
      return turning({ kind: 'notResolved', text, next, dueOn: due === null || due > grace ? due : grace });
    }
    const [to] = stagesAbove(dispute);
    if (to === undefined) return problem('next', 'This is the last stage: send it back, or close it.');
    return turning({ kind: 'notResolved', text, next }, climb(dispute, to, ''), enter(dispute, to, context));
  },
  done: (dispute) =>
    turning(
      { kind: 'checkedDone' },
      {
        kind: 'closed',
        outcome: dispute.status === 'agreed' ? dispute.outcome : 'action-done',
        text: '',
        changed: '',
      },
    ),
  'not-done': (dispute, { text, stage }, context) => {
    const to = stage === 'same' ? now(dispute) : stagesAbove(dispute)[0];
    if (to === undefined) return problem('stage', 'This is the last stage: choose the same one.');
    return turning({ kind: 'reopened', text }, enter(dispute, to, context));
  },
  close: (_, { outcome, text, changed }) =>
    outcome === 'withdrawn'
      ? problem('outcome', 'Choose an outcome; Withdraw… has a button of its own.')
      : turning({ kind: 'closed', outcome, text, changed }),
  withdraw: (_, { text }) => turning({ kind: 'withdrawn', text }),
  note: (_, { text }) => staying({ kind: 'noted', text }),
  cafcass: (_, { referredOn, text }, { today }) =>
    referredOn > today
      ? problem('referredOn', 'Choose today or an earlier day.')
      : staying({ kind: 'referredToCafcass', referredOn, text }),
  advice: (_, { from, takenOn, text }, { today }) =>
    takenOn > today
      ? problem('takenOn', 'Choose today or an earlier day.')
      : staying({ kind: 'adviceTaken', from, takenOn, text }),
  'add-child': (dispute, _, { child }) => {
    if (child === undefined) return problem('child', 'Choose one of your own children.');
    if (dispute.children.some((each) => each.ref === child.ref))
      return problem('child', 'This child is in the dispute already.');
    return staying({ kind: 'childAdded', child });
  },
  'on-file': (dispute, { child }) => {
    if (!dispute.children.some((each) => each.ref === child))
      return problem('child', 'Choose a child of this dispute.');
    if (dispute.onFile.includes(child))
      return problem('child', 'This is recorded on that child’s file already.');
    return staying({ kind: 'recordedOnFile', child });
  },
  redact: (dispute, { target, text }) =>
    eventsWithText(dispute).some((event) => event.seq === target)
      ? staying({ kind: 'redacted', target, text })
      : problem('target', 'Choose whose words are to be replaced.'),
};
