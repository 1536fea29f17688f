import { type Day, daysBetween } from '../calendar/days.js';
import type { Child, ChildFact, ReviewFact } from './child.js';
import { comingReview, heldReviewOf } from './comingReview.js';
import { factsAsAt, isLive, withSaid } from './facts.js';
import { careOf } from './careOf.js';
import { type HeldReview, type ToldField, inTeams, nearDays } from './joining.js';
import { hasReviewFor } from './atHome.js';
import { recordedBy } from './correcting.js';
import { heldDayOf, recordNotHeld, takenAway } from './notHeld.js';
import { bornOn, isUnderFour } from './participation.js';
import {
  type Before,
  type HeldForm,
  type Recorded,
  type ReviewWord,
  type Saying,
  type WordProblem,
  type Wrong,
  signed,
  wrongAt,
} from './reviewWord.js';
import type { SaidFact } from './said.js';
import { recordSaid } from './saying.js';
import { recordTakenBack, takingBackOf } from './takingBack.js';
import { type Timetable, timedReviews, timetableOf } from './timetable.js';
import type { TimedReview, TimetablePolicy } from './timing.js';
import { reasonOf } from './withoutReason.js';

/** A child after what somebody said of its reviews, or why nothing was recorded. The same said again is told so. */
export function record(child: Child, word: ReviewWord, saying: Saying, policy: TimetablePolicy): Recorded {
  const same = saying.formId === undefined ? undefined : ofForm(child, saying.formId, saying.by);
  if (same !== undefined) return { kind: 'already', child, fact: takingBackOf(child, same) ?? same };
  if (!hasReviewFor(child, word.act)) return { kind: 'at-home' };
  const { today } = saying;
  const timetable = timetableOf(child, today, policy);
  const known = factsAsAt(child.facts, today);
  const coming = comingReview(timetable, known, today);
  const before = { child, known, timetable, coming, saying, policy };
  const gone = takenAway(heldDayOf(word), before);
  if (gone !== undefined) return { kind: 'already', child, fact: gone };
  if (word.act === 'take-back') return recordTakenBack(word, before);
  if (word.act === 'not-held') return recordNotHeld(word, before);
  if (word.act === 'late-reason') return recordReason(word, before);
  return 'form' in word ? recordHeld(word, before) : recordSaid(word, before);
}

const isPersons = (fact: ChildFact): fact is ReviewFact | SaidFact => fact.source === 'teams' && 'by' in fact;
const ofForm = ({ facts }: Child, formId: string, by: string): ReviewFact | SaidFact | undefined =>
  facts.filter(isPersons).find((fact) => fact.formId === formId && fact.by === by);

function recordHeld(
  { form, asksHow }: Extract<ReviewWord, { form: HeldForm }>,
  { child, timetable, saying, policy }: Before,
): Recorded {
  const { of, emptied = [], sure, withoutMeeting, participation: chosen, ...rest } = form;
  const before = of === undefined ? undefined : heldReviewOf(timetable, of);
  const instead = before?.review.said.filter(({ source }) => source === 'teams');
  const underFour = isUnderFour(bornOn(child), form.heldOn);
  const participation = underFour === true ? 'PN0' : chosen;
  const { lateReason, ...others } = rest;
  // What stood there before, so that what this person was not asked is not lost.
  const { lateReason: lateBefore, ...told } = without(emptied, before?.review.told);
  const { parentsWhy, ...answers } = { ...told, ...given(others) };
  const fact: ReviewFact = {
    kind: 'review',
    ...answers,
    // Why no parent was invited goes with that answer.
    ...(answers.parents === undefined || answers.parents === 'not-invited' ? given({ parentsWhy }) : {}),
    heldOn: form.heldOn,
    ...(withoutMeeting ? { withoutMeeting: true } : {}),
    participation: participation ?? before?.review.participation ?? null,
    ...signed(saying),
  };
  const keep = (kept: ReviewFact) => withSaid(child, kept, instead);
  // As they are with this one, which may be one with what an import brought.
  const reviews = timedReviews(timetableOf(keep(fact), saying.today, policy));
  const at = reviews.findIndex(({ review }) => review.said.includes(fact));
  const timed = reviews[at];
  const there = recordedOn(timetable, form.heldOn, before);
  const dayTaken = (): Wrong[] => {
    if (before !== undefined && isAnothers(before, saying)) return [wrongAt('heldOn', 'recorded-by-another')];
    if (there !== undefined)
      return [wrongAt('heldOn', isAnothers(there, saying) ? 'recorded-by-another' : 'recorded-already')];
    if (sure === form.heldOn || before?.review.heldOn === form.heldOn) return [];
    const near = before === undefined ? recordedNear(timetable, form.heldOn) : undefined;
    return askedFirst(near, timed, reviews, saying);
  };
  const wrong = [
    ...daysWrong(child, form, reviews[at - 1], saying.today),
    ...dayTaken(),
    ...(asksHow && participation === undefined ? [wrongAt('participation', 'how-took-part')] : []),
    ...(participation === 'PN0' && underFour === false ? [wrongAt('participation', 'not-under-four')] : []),
  ];
  if (wrong.length > 0) return { kind: 'wrong', wrong };
  // Asked before the day is known: of a review that was in time it says nothing.
  const late = timed?.due === 'known' && !timed.onTime ? given({ lateReason: lateReason ?? lateBefore }) : {};
  const whole = { ...fact, ...late };
  return { kind: 'done', child: keep(whole), fact: whole };
}

function recordReason(
  { held, lateReason }: Extract<ReviewWord, { act: 'late-reason' }>,
  now: Before,
): Recorded {
  const { child, saying, timetable } = now;
  const timed = heldReviewOf(timetable, held);
  if (timed === undefined || timed.review.heldOn !== held) return { kind: 'no-review' };
  const { firstOn, withoutMeeting, said } = timed.review;
  const before = reasonOf(timetable, held);
  if (before !== undefined) return { kind: 'already', child, fact: before };
  const form = { of: held, heldOn: held, firstOn, withoutMeeting, participation: undefined, lateReason };
  const word = { act: 'record', form, asksHow: false } as const;
  // A reason alone answers nothing else: whoever had the form before was asked, and nobody else was.
  const { formId } =
    said.findLast((fact) => fact.formId !== undefined && fact.onBehalfOf === undefined) ?? {};
  return recordHeld(word, { ...now, saying: { ...saying, formId } });
}

const without = (fields: readonly ToldField[], told: HeldReview['told'] = {}): HeldReview['told'] =>
  Object.fromEntries(Object.entries(told).filter(([field]) => !fields.some((each) => each === field)));

const given = <F extends object>(form: F): Partial<F> =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)) as Partial<F>;

function daysWrong(
  child: Child,
  { heldOn, firstOn = heldOn }: HeldForm,
  last: TimedReview | undefined,
  today: Day,
): Wrong[] {
  if (heldOn > today) return [wrongAt('heldOn', 'in-the-future')];
  const held = dayWrong(child, heldOn);
  if (held !== undefined) return [wrongAt('heldOn', held)];
  if (firstOn > heldOn) return [wrongAt('firstOn', 'first-day-later')];
  const first = dayWrong(child, firstOn);
  if (first !== undefined) return [wrongAt('firstOn', first)];
  return last !== undefined && firstOn < last.review.heldOn
    ? [{ field: 'firstOn', problem: 'first-day-before-it', review: last.review.heldOn }]
    : [];
}

function dayWrong(child: Child, day: Day): WordProblem | undefined {
  const born = bornOn(child);
  if (born !== undefined && day < born) return 'before-birth';
  return lookedAfterOn(child, day) ? undefined : 'not-looked-after';
}

/** Whether a child may have been looked after on a day, as far as the files go: where a start is not known, before it. */
function lookedAfterOn(child: Child, day: Day): boolean {
  const periods = careOf(child.facts.filter(isLive));
  if (periods.length === 0) return true;
  return periods.some(
    ({ startedOn, endedOn }) =>
      (startedOn === null || startedOn <= day) && (endedOn === undefined || day <= endedOn),
  );
}

/** Whoever puts right their own alone leaves what somebody else recorded last. */
const isAnothers = (timed: TimedReview, { ownAlone, by }: Saying): boolean =>
  ownAlone === true && inTeams(timed.review) && recordedBy(timed) !== by;

/** Somebody has recorded a review of that day in Teams, and this is not a correction of it. */
const recordedOn = (
  timetable: Timetable,
  day: Day,
  except: TimedReview | undefined,
): TimedReview | undefined =>
  timedReviews(timetable)
    .filter((timed) => timed !== except)
    .find(({ review }) => review.said.some(({ source, heldOn }) => source === 'teams' && heldOn === day));

/** Once: whether it is the one near by, or whether a day before the last review is right. */
function askedFirst(
  near: TimedReview | undefined,
  timed: TimedReview | undefined,
  reviews: readonly TimedReview[],
  saying: Saying,
): Wrong[] {
  const last = reviews.at(-1);
  const [problem, other] =
    near === undefined
      ? (['before-the-last', last] as const)
      : ([isAnothers(near, saying) ? 'recorded-near-by-another' : 'recorded-near', near] as const);
  return timed === undefined || other === undefined || other === timed
    ? []
    : [{ field: 'heldOn', problem, review: other.review.heldOn }];
}

/** The review nearest to a day that was recorded in Teams, and so near that it may be the same. */
const recordedNear = (timetable: Timetable, day: Day): TimedReview | undefined => {
  const far = ({ review }: TimedReview) => Math.abs(daysBetween(review.heldOn, day));
  return timedReviews(timetable)
    .filter((timed) => inTeams(timed.review) && far(timed) <= nearDays)
    .toSorted((one, other) => far(one) - far(other))[0];
};
