import type { Day } from '../calendar/days.js';
import type { Side } from '../people/rights.js';
import type { Verb } from './commands.js';
import { type Dispute, type Status, stageOf } from './dispute.js';
import { wordsIn } from './events.js';

/** Why an act is refused. A value, never a throw; the sentences are in one table with the cards. */
export type RefusalReason =
  | 'not-your-side'
  | 'moved-on'
  | 'closed'
  | 'with-iro'
  | 'with-manager'
  | 'answer-given'
  | 'informal-has-no-stage'
  | 'not-informal'
  | 'last-stage'
  | 'no-due-day'
  | 'no-question'
  | 'nothing-to-redact'
  | 'too-much-text';

interface Rule {
  readonly from: readonly Status[];
  readonly by: readonly Side[];
  /** What the status alone does not say. */
  readonly unless?: (dispute: Dispute) => RefusalReason | undefined;
}

const open = ['informal', 'waiting', 'answered', 'returned', 'agreed'] as const;
const all = [...open, 'closed'] as const;

/** The stages above the one that it is on, lowest first. */
export function stagesAbove(dispute: Dispute): string[] {
  const ids = dispute.kept.ladder.map((stage) => stage.id);
  const now = stageOf(dispute);
  return now === undefined ? ids : ids.slice(ids.indexOf(now.id) + 1);
}

const lastStage = (dispute: Dispute) => (stagesAbove(dispute).length === 0 ? 'last-stage' : undefined);
const withoutQuestion = (dispute: Dispute) =>
  dispute.status === 'waiting' && dispute.stage.question !== undefined ? undefined : 'no-question';
const withoutDueDay = (dispute: Dispute) =>
  dispute.status === 'waiting' && dispute.stage.dueOn === null ? 'no-due-day' : undefined;
const withoutOffer = (dispute: Dispute) =>
  dispute.status === 'answered' && dispute.answer.kind !== 'offered' ? 'with-iro' : undefined;
const withoutDisagreement = (dispute: Dispute) =>
  dispute.status === 'answered' && dispute.answer.kind !== 'disagreed' ? 'with-iro' : undefined;

/** The machine: who may do what from where. Answers by responders, judgements by the IRO side, and nothing else ends one. */
export const rules: Record<Verb, Rule> = {
  sorted: { from: ['informal'], by: ['judge'] },
  'make-formal': { from: ['informal'], by: ['judge'] },
  acknowledge: { from: ['waiting', 'informal'], by: ['responder'] },
  resolve: { from: ['waiting'], by: ['responder'] },
  disagree: { from: ['waiting'], by: ['responder'] },
  'not-mine': { from: ['waiting'], by: ['responder'] },
  'send-to': { from: ['returned'], by: ['judge'] },
  ask: { from: ['waiting'], by: ['responder'] },
  'answer-question': { from: ['waiting'], by: ['judge'], unless: withoutQuestion },
  'pass-up': { from: ['waiting'], by: ['responder'], unless: lastStage },
  escalate: { from: ['waiting', 'answered', 'returned'], by: ['judge'], unless: lastStage },
  'more-time': { from: ['waiting'], by: ['judge'], unless: withoutDueDay },
  agree: { from: ['answered'], by: ['judge'], unless: withoutOffer },
  'accept-explanation': { from: ['answered'], by: ['judge'], unless: withoutDisagreement },
  'not-resolved': { from: ['answered'], by: ['judge'] },
  done: { from: ['agreed'], by: ['judge'] },
  'not-done': { from: ['agreed'], by: ['judge'] },
  close: { from: open, by: ['judge'] },
  withdraw: { from: open, by: ['judge', 'iro'] },
  note: { from: all, by: ['judge', 'iro', 'responder', 'past', 'lead'] },
  cafcass: { from: open, by: ['judge'] },
  advice: { from: open, by: ['judge'] },
  'add-child': { from: open, by: ['judge'] },
  'on-file': { from: all, by: ['judge', 'iro'] },
  redact: { from: all, by: ['lead'] },
};

/** Events with typed text that has not been replaced: what *Redact…* can choose from. */
export const eventsWithText = (dispute: Dispute) =>
  dispute.history.filter(
    (event) => event.redacted === undefined && event.kind !== 'redacted' && wordsIn(event).length > 0,
  );

/** Rights before status, so that a stranger learns nothing of where it stands. */
export function rightRefusal(
  verb: Verb,
  dispute: Dispute,
  sides: ReadonlySet<Side>,
): RefusalReason | undefined {
  const may = rules[verb].by.some((side) => sides.has(side));
  if (!may) return 'not-your-side';
  // The operational line can neither edit nor hide: a lead who holds or held a stage replaces nobody's words.
  if (verb === 'redact' && (sides.has('responder') || sides.has('past'))) return 'not-your-side';
  // After it is closed, notes are the IRO side's alone.
  if (verb === 'note' && dispute.status === 'closed' && !sides.has('judge') && !sides.has('iro'))
    return 'closed';
  return undefined;
}

/** Refuses what the status does not allow, naming what is true instead. */
export function statusRefusal(verb: Verb, dispute: Dispute): RefusalReason | undefined {
  const rule = rules[verb];
  if (rule.from.includes(dispute.status)) {
    if (verb === 'redact' && eventsWithText(dispute).length === 0) return 'nothing-to-redact';
    return rule.unless?.(dispute);
  }
  if (dispute.status === 'closed') return 'closed';
  if (verb === 'sorted' || verb === 'make-formal') return 'not-informal';
  switch (dispute.status) {
    case 'informal':
      return 'informal-has-no-stage';
    case 'waiting':
      return 'with-manager';
    case 'answered':
      return rule.by.includes('responder') ? 'answer-given' : 'with-iro';
    case 'returned':
    case 'agreed':
      return 'with-iro';
  }
}

/** Whose move it may have been at the turn that they saw: the holder of then, and the IRO before a lead judged. */
const couldHave = (verb: Verb, sides: ReadonlySet<Side>) =>
  (sides.has('past') && rules[verb].by.includes('responder')) ||
  (sides.has('iro') && rules[verb].by.includes('judge'));

/**
 * What can be refused before a field is looked at, in this order: rights, an older turn, the status. Whoever lost the
 * right with the turn is told that it moved on.
 */
export function earlyRefusal(
  dispute: Dispute,
  { verb, seenTurn }: { readonly verb: Verb; readonly seenTurn: number },
  sides: ReadonlySet<Side>,
): RefusalReason | undefined {
  const right = rightRefusal(verb, dispute, sides);
  if (right === 'not-your-side' && seenTurn < dispute.turn && couldHave(verb, sides)) return 'moved-on';
  if (right !== undefined) return right;
  // A turn still to come was drawn on no card.
  return seenTurn !== dispute.turn ? 'moved-on' : statusRefusal(verb, dispute);
}

/** What somebody could do now: the buttons of their card, and no other. */
export function offeredTo(dispute: Dispute, sides: ReadonlySet<Side>, person: string): Verb[] {
  return (Object.keys(rules) as Verb[]).filter(
    (verb) =>
      rightRefusal(verb, dispute, sides) === undefined &&
      statusRefusal(verb, dispute) === undefined &&
      !(verb === 'acknowledge' && acknowledgedBy(dispute) === person) &&
      !(verb === 'on-file' && dispute.children.every((child) => dispute.onFile.includes(child.ref))),
  );
}

function acknowledgedBy(dispute: Dispute): string | undefined {
  return dispute.status === 'informal' ? dispute.acknowledged?.by : stageOf(dispute)?.acknowledged?.by;
}

/** A date that may be chosen for more time: after today and after the due day. */
export const laterThan = (dueOn: Day, today: Day) => (dueOn > today ? dueOn : today);
