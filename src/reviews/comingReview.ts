import { type Day, daysBetween } from '../calendar/days.js';
import { type ChildFact, byRecording } from './child.js';
import type { ReviewType } from './due.js';
import { factsAsAt } from './facts.js';
import { isProgressCheck } from './progressCheck.js';
import { type SaidFact, type SoonerGround, type StepSaid, isAfter } from './said.js';
import { type ReviewedChild, type Timetable, timedReviews, timetableOf } from './timetable.js';
import { type TimedReview, type TimetablePolicy, hasOwnClock } from './timing.js';

/** The next review, and what was said of it. One with a clock of its own is there where the case system has its day. */
export interface ComingReview {
  /** Under which day what is said of it is kept. */
  readonly review: Day;
  /** null: which it is, is not known. */
  readonly type: ReviewType | null;
  /** By law; the case system's where the law's is not known; null where nobody knows. */
  readonly dueOn: Day | null;
  /** `nobody` also where a child came back from a placement for adoption: its lateness is in no figure. */
  readonly dueBy: 'law' | 'case-system' | 'nobody';
  /** The service's own, where it is earlier. */
  readonly targetOn?: Day;
  /** The day it was last moved to. */
  readonly plannedOn?: Day;
  /** By which word it was moved there. */
  readonly movedBy?: 'adjourned' | 'date-changed';
  /** Put off for want of information: once is all. */
  readonly adjourned: boolean;
  readonly sooner?: { readonly ground: SoonerGround; readonly wantedBy?: Day | undefined };
  /** The day on which it is to be held, as far as anybody said. */
  readonly meetsOn: Day | null;
  /** What was said of the steps before it, the last word last. */
  readonly steps: readonly StepSaid[];
}

/** The review that something was said of before it was held, by the day on which it was due then: the nearest. */
export function reviewDueOn(timetable: Timetable, day: Day): TimedReview | 'next' | undefined {
  const { next, caseSystem } = timetable;
  const held = timedReviews(timetable).map((timed) => ({
    meant: timed,
    days: timed.due === 'known' ? [timed.dueOn] : heldDays(timed),
  }));
  if (next.due === 'none') return nearest(held, day);
  const dueOn = next.due === 'known' ? next.dueOn : caseSystem?.dueOn;
  if (dueOn !== undefined)
    return nearest<TimedReview | 'next'>([{ meant: 'next' as const, days: [dueOn] }, ...held], day);
  // Nobody knows when it is due: what was said after the last one was held is of the next.
  const last = held.at(-1)?.days.toSorted().at(-1);
  return last === undefined || day > last ? 'next' : nearest(held, day);
}

/** The review that something was said of once it was held, by the day on which it was held as was known then. */
export const heldReviewOf = (timetable: Timetable, day: Day): TimedReview | undefined =>
  nearest(
    timedReviews(timetable).map((timed) => ({ meant: timed, days: heldDays(timed) })),
    day,
  );

const heldDays = ({ review }: TimedReview): Day[] => [
  review.heldOn,
  ...review.said.map(({ heldOn }) => heldOn),
];

function nearest<M>(
  all: readonly { readonly meant: M; readonly days: readonly Day[] }[],
  day: Day,
): M | undefined {
  const far = (days: readonly Day[]) => Math.min(...days.map((each) => Math.abs(daysBetween(each, day))));
  let found: { meant: M; distance: number } | undefined;
  for (const { meant, days } of all) {
    const distance = far(days);
    if (found === undefined || distance < found.distance) found = { meant, distance };
  }
  return found?.meant;
}

/** What was said of one review. */
export type OfReview = Extract<SaidFact, { review: string }>;
export const isOfReview = (fact: ChildFact): fact is OfReview =>
  fact.source === 'teams' && 'review' in fact && !isProgressCheck(fact);

/** The review that a fact is about, held or the next. */
export function reviewMeant(timetable: Timetable, fact: OfReview): TimedReview | 'next' | undefined {
  const ofHeld = fact.kind === 'decisions-not-agreed' || (fact.kind === 'step' && isAfter(fact.step));
  return (ofHeld ? heldReviewOf : reviewDueOn)(timetable, fact.review);
}

/** What was said of one review, or of the next, in the order of saying. `known`: the facts as at that day. */
export function saidOf(
  known: readonly ChildFact[],
  timetable: Timetable,
  review: TimedReview | 'next',
): OfReview[] {
  return known
    .filter(isOfReview)
    .filter((fact) => reviewMeant(timetable, fact) === review)
    .toSorted(byRecording);
}

/** The next review of a child who is looked after, as was known by the end of `today`. */
export function comingReview(
  timetable: Timetable,
  known: readonly ChildFact[],
  today: Day,
): ComingReview | undefined {
  const { next, caseSystem } = timetable;
  const returnedBy = next.due === 'adoption' ? next.returnedBy : undefined;
  if (next.due === 'none' || (hasOwnClock(next) && (caseSystem?.dueOn ?? returnedBy) === undefined))
    return undefined;
  const said = saidOf(known, timetable, 'next');
  const moved = said.findLast((fact) => fact.kind === 'adjourned' || fact.kind === 'date-changed');
  const plannedOn = moved?.kind === 'adjourned' ? moved.until : moved?.plannedOn;
  const sooner = said.findLast((fact) => fact.kind === 'sooner-asked');
  const byLaw = next.due === 'known' ? next : undefined;
  const dueOn = byLaw?.dueOn ?? caseSystem?.dueOn ?? returnedBy ?? null;
  return {
    review: dueOn ?? said[0]?.review ?? today,
    type: byLaw?.type ?? null,
    dueOn,
    dueBy: byLaw !== undefined ? 'law' : caseSystem !== undefined ? 'case-system' : 'nobody',
    ...(byLaw?.targetOn === undefined ? {} : { targetOn: byLaw.targetOn }),
    ...(moved === undefined || plannedOn === undefined ? {} : { plannedOn, movedBy: moved.kind }),
    adjourned: said.some(({ kind }) => kind === 'adjourned'),
    ...(sooner === undefined ? {} : { sooner: { ground: sooner.ground, wantedBy: sooner.wantedBy } }),
    meetsOn: meetsOn(moved, plannedOn, sooner, dueOn),
    steps: said.filter((fact) => fact.kind === 'step'),
  };
}

/** The later word decides: a sooner day that was asked for after another day was planned is not put off by that. */
function meetsOn(
  moved: SaidFact | undefined,
  plannedOn: Day | undefined,
  sooner: (SaidFact & { kind: 'sooner-asked' }) | undefined,
  dueOn: Day | null,
): Day | null {
  const asked = sooner?.wantedBy;
  if (plannedOn === undefined) return earlier(asked, dueOn);
  const isNewer = moved !== undefined && sooner !== undefined && moved.recordedAt < sooner.recordedAt;
  return isNewer ? earlier(asked, plannedOn) : plannedOn;
}

/** The same of a child, as was known by the end of `today`. */
export const comingOf = (
  child: ReviewedChild,
  today: Day,
  policy: TimetablePolicy,
): ComingReview | undefined =>
  comingReview(timetableOf(child, today, policy), factsAsAt(child.facts, today), today);

const earlier = (one: Day | undefined, other: Day | null): Day | null =>
  one === undefined || (other !== null && other < one) ? other : one;
