import type { Day } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { type StepAct, stepActs } from './acts.js';
import { type ComingReview, heldReviewOf, reviewDueOn, reviewMeant, saidOf } from './comingReview.js';
import type { ChildFact } from './child.js';
import { withSaid } from './facts.js';
import {
  type Before,
  type HeldForm,
  type Recorded,
  type ReviewWord,
  type WordProblem,
  signed,
  wrongAt,
} from './reviewWord.js';
import { checkOf, initialMeant } from './progressCheck.js';
import { protectionOf } from './protection.js';
import { type SameOrTwo, type SaidFact, type StepSaid, isAfter } from './said.js';
import type { Timetable } from './timetable.js';
import type { TimedReview } from './timing.js';

export type SaidWord = Exclude<
  ReviewWord,
  { form: HeldForm } | { act: 'late-reason' | 'not-held' | 'take-back' }
>;

/** What somebody said around a review, beside the facts that are there; that one was held is in `recording`. */
export function recordSaid(word: SaidWord, before: Before): Recorded {
  const { child, timetable, saying } = before;
  const by = signed(saying);
  switch (word.act) {
    case 'tell-iro':
      return done(child, {
        kind: 'iro-told',
        what: word.what,
        on: word.on,
        ...(word.text === '' ? {} : { text: word.text }),
        ...by,
      });
    case 'adjourn':
    case 'change-date':
    case 'ask-sooner':
      return recordMoved(word, before);
    case 'not-agreed': {
      const held = heldReviewOf(timetable, word.review);
      if (held === undefined) return { kind: 'no-review' };
      const review = held.review.heldOn;
      return done(child, { kind: 'decisions-not-agreed', review, text: word.text, ...by });
    }
    case 'same-or-two':
      return recordSameOrTwo(word, before);
    case 'log-concern':
    case 'raised-midway':
    case 'spoken-to-worker':
    case 'child-seen':
    case 'report-in':
    case 'report-not-in':
    case 'decisions-sent':
    case 'plan-updated':
    case 'record-written':
    case 'record-sent':
    case 'on-track':
    case 'progress-checked':
      return recordStep(word, before);
  }
}

const done = (child: Before['child'], fact: SaidFact): Recorded => ({
  kind: 'done',
  child: withSaid(child, fact),
  fact,
});

const wrong = (field: string, problem: WordProblem): Recorded => ({
  kind: 'wrong',
  wrong: [wrongAt(field, problem)],
});

/** The review that an older card had as the next was held since then; undefined: it is still to come. */
function heldSince(
  coming: ComingReview | undefined,
  review: Day,
  timetable: Timetable,
): TimedReview | undefined {
  const meant = review === coming?.review ? 'next' : reviewDueOn(timetable, review);
  return meant === 'next' ? undefined : meant;
}

/** An adjournment takes at most so many working days (IRO Handbook 3.14). */
export const mostAdjourned = 20;

/** The review that is coming is put off, planned for another day or asked for sooner. */
function recordMoved(
  word: Extract<ReviewWord, { act: 'adjourn' | 'change-date' | 'ask-sooner' }>,
  { child, coming, timetable, saying, policy }: Before,
): Recorded {
  const { today } = saying;
  if (coming === undefined) return { kind: 'no-review' };
  const held = heldSince(coming, word.review, timetable);
  if (held !== undefined) return { kind: 'held-before', heldOn: held.review.heldOn };
  const { review, dueOn } = coming;
  const by = signed(saying);
  switch (word.act) {
    case 'adjourn':
      if (coming.adjourned) return { kind: 'adjourned-before' };
      if (word.until <= today) return wrong('until', 'after-today');
      if (word.until > addWorkingDays(today, mostAdjourned, policy.holidays))
        return wrong('until', 'too-long-adjourned');
      return done(child, { kind: 'adjourned', review, until: word.until, ...by });
    case 'change-date':
      if (word.plannedOn < today) return wrong('plannedOn', 'today-or-later');
      return done(child, { kind: 'date-changed', review, plannedOn: word.plannedOn, ...by });
    case 'ask-sooner': {
      const { ground, wantedBy } = word;
      if (wantedBy !== undefined && wantedBy < today) return wrong('wantedBy', 'today-or-later');
      if (wantedBy !== undefined && dueOn !== null && wantedBy >= dueOn && dueOn >= today)
        return wrong('wantedBy', 'after-due');
      const when = wantedBy === undefined ? {} : { wantedBy };
      return done(child, { kind: 'sooner-asked', review, ground, ...when, ...by });
    }
  }
}

/** Of days that sources tell of alone. */
function recordSameOrTwo(
  { days: [one, other], day }: Extract<ReviewWord, { act: 'same-or-two' }>,
  { child, known, saying }: Before,
): Recorded {
  const fact: SameOrTwo = {
    kind: 'same-or-two',
    days: [one, other],
    same: day !== undefined,
    ...(day === undefined ? {} : { heldOn: day }),
    ...signed(saying),
  };
  const before = known.findLast((each): each is SameOrTwo => saysTheSame(each, fact));
  if (before !== undefined) return { kind: 'already', child, fact: before };
  const isTold = (heldOn: Day) =>
    child.facts.some((each) => each.kind === 'review' && each.heldOn === heldOn);
  const which = day === undefined || day === one || day === other;
  return which && one !== other && isTold(one) && isTold(other) ? done(child, fact) : { kind: 'no-review' };
}

const saysTheSame = (fact: ChildFact, other: SameOrTwo): boolean =>
  fact.kind === 'same-or-two' &&
  fact.same === other.same &&
  fact.heldOn === other.heldOn &&
  fact.days.every((day) => other.days.includes(day));

type StepWord = Extract<ReviewWord, { act: StepAct | 'log-concern' | 'raised-midway' }>;

const stepOf = (act: StepWord['act']) =>
  act === 'log-concern'
    ? ({ step: 'midway', said: 'concern' } as const)
    : act === 'raised-midway'
      ? ({ step: 'midway', said: 'raised' } as const)
      : stepActs[act];

function recordStep(word: StepWord, before: Before): Recorded {
  const { child, known, timetable, saying } = before;
  const { step, said } = stepOf(word.act);
  if (step === 'progressCheck') return recordProgressCheck(word.review, before);
  const on = ('on' in word ? word.on : undefined) ?? saying.today;
  const fact: StepSaid = {
    kind: 'step',
    review: word.review,
    step,
    said,
    on,
    ...('text' in word ? { text: word.text } : {}),
    ...signed(saying),
  };
  const meant = reviewMeant(timetable, fact);
  if (meant === undefined) return { kind: 'no-review' };
  if (on > saying.today) return wrong('on', 'in-the-future');
  if (meant !== 'next' && isAfter(step) && on < meant.review.heldOn) return wrong('on', 'before-it-was-held');
  const last = saidOf(known, timetable, meant).findLast(
    (each): each is StepSaid => each.kind === 'step' && each.step === step,
  );
  // The same press again, by whomever: a concern with other words is one more.
  const otherDay = 'on' in word && word.on !== undefined && word.on !== last?.on;
  if (last !== undefined && last.said === said && said !== 'concern' && !otherDay)
    return { kind: 'already', child, fact: last };
  return done(child, fact);
}

/** Once for each plan. */
function recordProgressCheck(day: Day, { child, known, saying, policy }: Before): Recorded {
  const protections = protectionOf(known, saying.today, policy.holidays);
  const initialOn = initialMeant(protections, day);
  if (initialOn === undefined) return { kind: 'no-review' };
  const checked = checkOf(known, protections, initialOn);
  if (checked !== undefined) return { kind: 'already', child, fact: checked };
  return done(child, {
    kind: 'step',
    review: initialOn,
    step: 'progressCheck',
    said: 'done',
    on: saying.today,
    ...signed(saying),
  });
}
