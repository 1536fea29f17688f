import type { Day } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { words } from '../words/index.js';
import { type Act, actFields, type FieldProblem, type Fields, readFields, type Verb } from './commands.js';
import { type Dispute, stageOf } from './dispute.js';
import type { BareEvent, DisputedChild, KeptPolicy } from './events.js';
import { eventsWithText, laterThan, stagesAbove } from './rules.js';

const says = words.problems;

/** Two working days: what an answer that is sent back gets at the least. */
const graceDays = 2;

/** What the fields of an act are judged by. */
export interface Judging {
  readonly today: Day;
  /** Today's holder of a stage of this dispute; undefined: the stage is vacant. */
  readonly holder: (stage: string) => string | undefined;
  /** The child of *Add a child…*, if the IRO of this dispute is allocated to it. */
  readonly child?: DisputedChild | undefined;
  /** The first child is no longer looked after: only then is *superseded* an outcome of *Close…*. */
  readonly childHasLeft?: boolean | undefined;
}

export type Judged =
  | { readonly events: readonly BareEvent[]; readonly turns: boolean }
  | { readonly problems: readonly FieldProblem[] };

const turning = (...events: BareEvent[]): Judged => ({ events, turns: true });
const staying = (...events: BareEvent[]): Judged => ({ events, turns: false });
const problem = (field: string, sentence: string): Judged => ({
  problems: [{ field, problem: sentence }],
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

/** What an act does where rights, turn and status allow it: its events, or what is wrong with a field. */
export function judge(dispute: Dispute, act: Act, judging: Judging): Judged {
  const read = readFields(actFields[act.verb], act.fields);
  if (!read.ok) return { problems: read.problems };
  const judgeVerb = judges[act.verb] as (dispute: Dispute, fields: unknown, judging: Judging) => Judged;
  return judgeVerb(dispute, read.fields, judging);
}

const now = (dispute: Dispute) => stageOf(dispute)?.id ?? '';

function enter(dispute: Dispute, stage: string, judging: Judging, first = false): BareEvent {
  return entering(dispute.kept, stage, judging.today, judging.holder(stage), first);
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

const judges: { [V in Verb]: (dispute: Dispute, fields: Fields<V>, judging: Judging) => Judged } = {
  sorted: () => turning({ kind: 'closed', outcome: 'action-done', text: '', changed: '' }),
  'make-formal': (dispute, { stage }, judging) => {
    const first = stage ?? dispute.kept.ladder[0]?.id ?? '';
    if (!dispute.kept.ladder.some((each) => each.id === first)) return problem('stage', says.stage);
    return turning({ kind: 'madeFormal' }, enter(dispute, first, judging, true));
  },
  acknowledge: () => staying({ kind: 'acknowledged' }),
  resolve: (_, { text, byOn }, { today }) =>
    byOn !== undefined && byOn < today
      ? problem('byOn', says.todayOrLater)
      : turning({ kind: 'offered', text, ...(byOn === undefined ? {} : { byOn }) }),
  disagree: (_, { text }) => turning({ kind: 'disagreed', text }),
  'not-mine': (_, { text }) => turning({ kind: 'returned', text }),
  'send-to': (dispute, _, judging) => {
    const holder = judging.holder(now(dispute));
    return turning({ kind: 'sentAgain', ...(holder === undefined ? {} : { holder }) });
  },
  ask: (_, { text }) => staying({ kind: 'asked', text }),
  'answer-question': (_, { text }) => staying({ kind: 'questionAnswered', text }),
  'pass-up': (dispute, { reason, text }, judging) => {
    const [to = ''] = stagesAbove(dispute);
    return turning({ kind: 'passedUp', from: now(dispute), to, reason, text }, enter(dispute, to, judging));
  },
  escalate: (dispute, { to, text }, judging) => {
    const above = stagesAbove(dispute);
    const target = to ?? above[0] ?? '';
    if (!above.includes(target)) return problem('to', says.laterStage);
    return turning(climb(dispute, target, text), enter(dispute, target, judging));
  },
  'more-time': (dispute, { dueOn, text }, { today }) => {
    const due = stageOf(dispute)?.dueOn ?? today;
    if (dueOn <= laterThan(due, today)) return problem('dueOn', says.afterDue);
    const total = dispute.formal?.totalDueOn;
    return staying({
      kind: 'moreTimeAllowed',
      dueOn,
      text,
      beyondTotal: total !== undefined && dueOn > total,
    });
  },
  agree: (_, { outcome, checkOn, changed }, { today }) => {
    if (checkOn !== undefined && checkOn < today) return problem('checkOn', says.todayOrLater);
    return checkOn === undefined
      ? turning({ kind: 'agreed', outcome, changed: '' }, { kind: 'closed', outcome, text: '', changed })
      : turning({ kind: 'agreed', outcome, checkOn, changed });
  },
  'accept-explanation': () =>
    turning({ kind: 'closed', outcome: 'explanation-accepted', text: '', changed: '' }),
  'not-resolved': (dispute, { text, next }, judging) => {
    if (next === 'back') {
      const due = stageOf(dispute)?.dueOn ?? null;
      const grace = addWorkingDays(judging.today, graceDays);
      return turning({ kind: 'notResolved', text, next, dueOn: due === null || due > grace ? due : grace });
    }
    const [to] = stagesAbove(dispute);
    if (to === undefined) return problem('next', says.lastStageBack);
    return turning({ kind: 'notResolved', text, next }, climb(dispute, to, ''), enter(dispute, to, judging));
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
  'not-done': (dispute, { text, stage }, judging) => {
    const to = stage === 'same' ? now(dispute) : stagesAbove(dispute)[0];
    if (to === undefined) return problem('stage', says.lastStageSame);
    return turning({ kind: 'reopened', text }, enter(dispute, to, judging));
  },
  close: (_, { outcome, text, changed }, { childHasLeft = false }) => {
    if (outcome === 'withdrawn') return problem('outcome', says.notWithdrawn);
    if (outcome === 'superseded' && !childHasLeft) return problem('outcome', says.notSuperseded);
    return turning({ kind: 'closed', outcome, text, changed });
  },
  withdraw: (_, { text }) => turning({ kind: 'withdrawn', text }),
  note: (_, { text }) => staying({ kind: 'noted', text }),
  cafcass: (_, { referredOn, text }, { today }) =>
    referredOn > today
      ? problem('referredOn', says.todayOrEarlier)
      : staying({ kind: 'referredToCafcass', referredOn, text }),
  advice: (_, { from, takenOn, text }, { today }) =>
    takenOn > today
      ? problem('takenOn', says.todayOrEarlier)
      : staying({ kind: 'adviceTaken', from, takenOn, text }),
  'add-child': (dispute, _, { child }) => {
    if (child === undefined) return problem('child', says.ownChild);
    if (dispute.children.some((each) => each.ref === child.ref)) return problem('child', says.childInAlready);
    return staying({ kind: 'childAdded', child });
  },
  'on-file': (dispute, { child }) => {
    if (!dispute.children.some((each) => each.ref === child)) return problem('child', says.childOfDispute);
    if (dispute.onFile.includes(child)) return problem('child', says.onFileAlready);
    return staying({ kind: 'recordedOnFile', child });
  },
  redact: (dispute, { target, text }) =>
    eventsWithText(dispute).some((event) => event.seq === target)
      ? staying({ kind: 'redacted', target, text })
      : problem('target', says.whoseWords),
};
