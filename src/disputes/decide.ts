import type { Instant } from '../calendar/days.js';
import type { Side } from '../people/rights.js';
import type { Act, FieldProblem } from './commands.js';
import type { Dispute } from './dispute.js';
import { type DisputeEvent, stamp, wordsIn } from './events.js';
import { judge, type Judging } from './judging.js';
import { type PersonalDetail, personalDetails } from './personalDetail.js';
import { earlyRefusal, type RefusalReason } from './rules.js';

/** Typed text in one dispute, in bytes: past it, the case file is the place. */
export const mostText = 400 * 1024;
/** Notes and questions end earlier, so that nobody's words take the room of an answer, an escalation or a closing. */
const mostTalk = 300 * 1024;

/** What the world says when an act is judged; nothing is looked up in here. */
export interface Context extends Judging {
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly sides: ReadonlySet<Side>;
  readonly at: Instant;
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
  const judged = judge(dispute, act, { ...context, holder: otherThanJudge(context) });
  if ('problems' in judged) return refused({ reason: 'fields', problems: judged.problems });
  const typed = judged.events.flatMap((event) => wordsIn(event).map(([, words]) => words));
  const found = personalDetails(typed.join('\n'), context.today);
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

/** Nobody decides on both sides: a stage that who judges would hold themself is vacant. */
function otherThanJudge({ sides, by, holder }: Context): Judging['holder'] {
  if (!sides.has('judge')) return holder;
  return (stage) => (holder(stage) === by ? undefined : holder(stage));
}

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
