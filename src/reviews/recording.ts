import { type Day, daysBetween, type Instant } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { type StepAct, stepActs } from './acts.js';
import type { Child, ChildFact, Profile, ReviewFact } from './child.js';
import {
  type ComingReview,
  comingReview,
  heldReviewOf,
  reviewDueOn,
  reviewMeant,
  saidOf,
} from './comingReview.js';
import { factsAsAt, isLive, withReview, withSaid } from './facts.js';
import { type Participation, isUnderFour } from './participation.js';
import { type IroTold, type SaidFact, type SoonerGround, type StepSaid, isAfter } from './said.js';
import { type Timetable, timedReviews, timetableOf } from './timetable.js';
import { type NextReview, type TimedReview, type TimetablePolicy, countsOn } from './timing.js';

/** Who says it and when. */
export interface Saying {
  readonly by: string;
  readonly onBehalfOf?: string | undefined;
  readonly formId?: string | undefined;
  readonly savedAnyway?: boolean;
  readonly at: Instant;
  readonly today: Day;
}

/** A review that was held, as the form has it. */
export interface HeldForm extends Pick<
  ReviewFact,
  'heldOn' | 'firstOn' | 'parents' | 'parentsWhy' | 'seenAlone' | 'lateReason' | 'answers' | 'outcome'
> {
  readonly withoutMeeting: boolean;
  readonly participation: Participation | undefined;
  /** The day of the review that is already there and is added to or corrected; undefined for one that is new. */
  readonly of?: Day | undefined;
}

/** What somebody says with a press, once the form that came with it was read. */
export type ReviewWord =
  | {
      readonly act: 'record' | 'already-held';
      /** Under which day the card had it. */
      readonly review: Day;
      readonly form: HeldForm;
      readonly asksHow: boolean;
    }
  /** Why one that is there already was late: once somebody has said, it stands. */
  | { readonly act: 'late-reason'; readonly held: Day; readonly lateReason: string }
  | { readonly act: StepAct; readonly review: Day; readonly on?: Day }
  | { readonly act: 'adjourn'; readonly review: Day; readonly until: Day }
  | { readonly act: 'change-date'; readonly review: Day; readonly plannedOn: Day }
  | {
      readonly act: 'ask-sooner';
      readonly review: Day;
      readonly ground: SoonerGround;
      readonly wantedBy: Day | undefined;
    }
  | { readonly act: 'log-concern'; readonly review: Day; readonly text: string }
  | { readonly act: 'raised-midway'; readonly review: Day }
  | { readonly act: 'not-agreed'; readonly review: Day; readonly text: string }
  | { readonly act: 'tell-iro'; readonly what: IroTold['what']; readonly on: Day; readonly text: string };

/** What is wrong, and at which field: a sentence of `words.reviewForms.problems`. */
export type WordProblem =
  | 'in-the-future'
  | 'before-birth'
  | 'not-looked-after'
  | 'recorded-already'
  | 'recorded-meanwhile'
  | 'first-day-later'
  | 'how-took-part'
  | 'not-under-four'
  | 'today-or-later'
  | 'too-long-adjourned'
  | 'after-today'
  | 'before-it-was-held'
  | 'after-due';
export interface Wrong {
  readonly field: string;
  readonly problem: WordProblem;
}

export type Recorded =
  | { readonly kind: 'done' | 'already'; readonly child: Child; readonly fact: ReviewFact | SaidFact }
  | { readonly kind: 'wrong'; readonly wrong: readonly Wrong[] }
  /** There is nothing of which that could be said: no review is coming, or none was held. */
  | { readonly kind: 'no-review' }
  /** The card is older: that review was held by then, and another one is coming. */
  | { readonly kind: 'held-before'; readonly heldOn: Day }
  | { readonly kind: 'adjourned-before' };

/** A child after what somebody said of its reviews, or why nothing was recorded. The same said again is told so. */
export function record(child: Child, word: ReviewWord, saying: Saying, policy: TimetablePolicy): Recorded {
  const same = saying.formId === undefined ? undefined : ofForm(child, saying.formId, saying.by);
  if (same !== undefined) return { kind: 'already', child, fact: same };
  const timetable = timetableOf(child, saying.today, policy);
  if (word.act === 'late-reason') return recordReason(child, word, saying, timetable, policy);
  return 'form' in word
    ? recordHeld(child, word, saying, timetable, policy)
    : recordSaid(child, word, saying, timetable, policy);
}

const isPersons = (fact: ChildFact): fact is ReviewFact | SaidFact => fact.source === 'teams' && 'by' in fact;
const ofForm = ({ facts }: Child, formId: string, by: string): ReviewFact | SaidFact | undefined =>
  facts.filter(isPersons).find((fact) => fact.formId === formId && fact.by === by);

const signed = ({ by, onBehalfOf, formId, savedAnyway = false, at }: Saying) => ({
  by,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  ...(formId === undefined ? {} : { formId }),
  ...(savedAnyway ? { savedAnyway: true as const } : {}),
  source: 'teams' as const,
  recordedAt: at,
});

function recordHeld(
  child: Child,
  word: Extract<ReviewWord, { form: HeldForm }>,
  saying: Saying,
  timetable: Timetable,
  policy: TimetablePolicy,
): Recorded {
  const { form, asksHow } = word;
  const { of, withoutMeeting, participation: chosen, ...rest } = form;
  const before = of === undefined ? undefined : heldReviewOf(timetable, of);
  const inTeams = before?.review.said.findLast(({ source }) => source === 'teams');
  const underFour = isUnderFour(bornOn(child), form.heldOn);
  const participation = underFour === true ? 'PN0' : chosen;
  const wrong = [
    ...daysWrong(child, form, saying.today),
    ...(recordedOn(timetable, form.heldOn, before)
      ? [at('heldOn', 'recorded-already')]
      : before === undefined && recordedMeanwhile(child, word, saying.today, timetable)
        ? [at('heldOn', 'recorded-meanwhile')]
        : []),
    ...(asksHow && participation === undefined ? [at('participation', 'how-took-part')] : []),
    ...(participation === 'PN0' && underFour === false ? [at('participation', 'not-under-four')] : []),
  ];
  if (wrong.length > 0) return { kind: 'wrong', wrong };
  const { lateReason, ...others } = rest;
  // What stood there before, so that what this person was not asked is not lost.
  const { lateReason: lateBefore, ...told } = before?.review.told ?? {};
  const fact: ReviewFact = {
    kind: 'review',
    ...told,
    ...given(others),
    // Asked before the day is known: of a review that was in time it says nothing.
    ...(isLate(form, before ?? timetable.next, policy)
      ? given({ lateReason: lateReason ?? lateBefore })
      : {}),
    heldOn: form.heldOn,
    ...(withoutMeeting ? { withoutMeeting: true } : {}),
    participation: participation ?? before?.review.participation ?? null,
    ...signed(saying),
  };
  return { kind: 'done', child: withReview(child, fact, inTeams), fact };
}

function recordReason(
  child: Child,
  { held, lateReason }: Extract<ReviewWord, { act: 'late-reason' }>,
  saying: Saying,
  timetable: Timetable,
  policy: TimetablePolicy,
): Recorded {
  const timed = heldReviewOf(timetable, held);
  if (timed === undefined || timed.review.heldOn !== held) return { kind: 'no-review' };
  const { firstOn, withoutMeeting, said } = timed.review;
  const before = said.findLast((fact) => fact.lateReason !== undefined);
  if (before !== undefined) return { kind: 'already', child, fact: before };
  const form = { of: held, heldOn: held, firstOn, withoutMeeting, participation: undefined, lateReason };
  const word = { act: 'record', review: held, form, asksHow: false } as const;
  // A reason alone answers nothing else: whoever had the form before was asked, and nobody else was.
  const { formId } =
    said.findLast((fact) => fact.formId !== undefined && fact.onBehalfOf === undefined) ?? {};
  return recordHeld(child, word, { ...saying, formId }, timetable, policy);
}

const at = (field: string, problem: WordProblem): Wrong => ({ field, problem });
const given = <F extends object>(form: F): Partial<F> =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)) as Partial<F>;

const isLate = (form: HeldForm, due: TimedReview | NextReview, policy: TimetablePolicy): boolean =>
  due.due === 'known' && countsOn(form, policy) > due.dueOn;

/** English day of birth, as the newest file has it. */
export const bornOn = ({ facts }: Pick<Child, 'facts'>): Day | undefined =>
  facts.filter(isLive).find((fact): fact is Profile => fact.kind === 'profile')?.bornOn;

function daysWrong(child: Child, { heldOn, firstOn }: HeldForm, today: Day): Wrong[] {
  const born = bornOn(child);
  if (heldOn > today) return [at('heldOn', 'in-the-future')];
  if (born !== undefined && heldOn < born) return [at('heldOn', 'before-birth')];
  if (!lookedAfterOn(child, heldOn)) return [at('heldOn', 'not-looked-after')];
  return firstOn !== undefined && firstOn > heldOn ? [at('firstOn', 'first-day-later')] : [];
}

/** Whether a child may have been looked after on a day, as far as the files go: where a start is not known, before it. */
function lookedAfterOn(child: Child, day: Day): boolean {
  const periods = child.facts.filter(isLive).filter((fact) => fact.kind === 'period');
  if (periods.length === 0) return true;
  return periods.some(
    ({ startedOn, endedOn }) =>
      (startedOn === null || startedOn <= day) && (endedOn === undefined || day <= endedOn),
  );
}

/** Somebody has recorded a review of that day in Teams, and this is not a correction of it. */
const recordedOn = (timetable: Timetable, day: Day, except: TimedReview | undefined): boolean =>
  timedReviews(timetable)
    .filter((timed) => timed !== except)
    .some(({ review }) => review.said.some(({ source, heldOn }) => source === 'teams' && heldOn === day));

/** The review that an older card had as the next was held since then; undefined: it is still to come. */
function heldSince(
  coming: ComingReview | undefined,
  review: Day,
  timetable: Timetable,
): TimedReview | undefined {
  const meant = review === coming?.review ? 'next' : reviewDueOn(timetable, review);
  return meant === 'next' ? undefined : meant;
}

/** Two days that are told in Teams of a review within so many calendar days are of one, as those of an import are. */
const near = 10;

/** Somebody has recorded in Teams, since the card was drawn, the review that it asked for. */
function recordedMeanwhile(
  child: Child,
  { review, form }: Extract<ReviewWord, { form: HeldForm }>,
  today: Day,
  timetable: Timetable,
): boolean {
  const coming = comingReview(timetable, factsAsAt(child.facts, today), today);
  const held = heldSince(coming, review, timetable)?.review;
  return (
    held !== undefined &&
    held.said.some(({ source }) => source === 'teams') &&
    Math.abs(daysBetween(held.heldOn, form.heldOn)) <= near
  );
}

function recordSaid(
  child: Child,
  word: Exclude<ReviewWord, { form: HeldForm } | { act: 'late-reason' }>,
  saying: Saying,
  timetable: Timetable,
  policy: TimetablePolicy,
): Recorded {
  const { today } = saying;
  const known = factsAsAt(child.facts, today);
  const coming = comingReview(timetable, known, today);
  const by = signed(saying);
  const done = (fact: SaidFact): Recorded => ({ kind: 'done', child: withSaid(child, fact), fact });
  const wrong = (field: string, problem: WordProblem): Recorded => ({
    kind: 'wrong',
    wrong: [at(field, problem)],
  });
  switch (word.act) {
    case 'tell-iro':
      return done({
        kind: 'iro-told',
        what: word.what,
        on: word.on,
        ...(word.text === '' ? {} : { text: word.text }),
        ...by,
      });
    case 'adjourn': {
      if (coming === undefined) return { kind: 'no-review' };
      const held = heldSince(coming, word.review, timetable);
      if (held !== undefined) return { kind: 'held-before', heldOn: held.review.heldOn };
      if (coming.adjourned) return { kind: 'adjourned-before' };
      if (word.until <= today) return wrong('until', 'after-today');
      if (word.until > addWorkingDays(today, mostAdjourned, policy.holidays))
        return wrong('until', 'too-long-adjourned');
      return done({ kind: 'adjourned', review: coming.review, until: word.until, ...by });
    }
    case 'change-date': {
      if (coming === undefined) return { kind: 'no-review' };
      const held = heldSince(coming, word.review, timetable);
      if (held !== undefined) return { kind: 'held-before', heldOn: held.review.heldOn };
      if (word.plannedOn < today) return wrong('plannedOn', 'today-or-later');
      return done({
        kind: 'date-changed',
        review: coming.review,
        plannedOn: word.plannedOn,
        ...by,
      });
    }
    case 'ask-sooner': {
      if (coming === undefined) return { kind: 'no-review' };
      const held = heldSince(coming, word.review, timetable);
      if (held !== undefined) return { kind: 'held-before', heldOn: held.review.heldOn };
      const { ground, wantedBy } = word;
      if (wantedBy !== undefined && wantedBy < today) return wrong('wantedBy', 'today-or-later');
      if (
        wantedBy !== undefined &&
        coming.dueOn !== null &&
        wantedBy >= coming.dueOn &&
        coming.dueOn >= today
      )
        return wrong('wantedBy', 'after-due');
      const when = wantedBy === undefined ? {} : { wantedBy };
      return done({ kind: 'sooner-asked', review: coming.review, ground, ...when, ...by });
    }
    case 'not-agreed': {
      const held = heldReviewOf(timetable, word.review);
      if (held === undefined) return { kind: 'no-review' };
      return done({ kind: 'decisions-not-agreed', review: held.review.heldOn, text: word.text, ...by });
    }
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
      return recordStep(child, word, saying, timetable, known);
  }
}

/** An adjournment takes at most so many working days (IRO Handbook 3.14). */
export const mostAdjourned = 20;

type StepWord = Extract<ReviewWord, { act: StepAct | 'log-concern' | 'raised-midway' }>;

const stepOf = (act: StepWord['act']) =>
  act === 'log-concern'
    ? ({ step: 'midway', said: 'concern' } as const)
    : act === 'raised-midway'
      ? ({ step: 'midway', said: 'raised' } as const)
      : stepActs[act];

function recordStep(
  child: Child,
  word: StepWord,
  saying: Saying,
  timetable: Timetable,
  known: readonly ChildFact[],
): Recorded {
  const { step, said } = stepOf(word.act);
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
  if (on > saying.today) return { kind: 'wrong', wrong: [at('on', 'in-the-future')] };
  if (meant !== 'next' && isAfter(step) && on < meant.review.heldOn)
    return { kind: 'wrong', wrong: [at('on', 'before-it-was-held')] };
  const last = saidOf(known, timetable, meant).findLast(
    (each): each is StepSaid => each.kind === 'step' && each.step === step,
  );
  // The same press again, by whomever: a concern with other words is one more.
  const otherDay = 'on' in word && word.on !== undefined && word.on !== last?.on;
  if (last !== undefined && last.said === said && said !== 'concern' && !otherDay)
    return { kind: 'already', child, fact: last };
  return { kind: 'done', child: withSaid(child, fact), fact };
}
