import { type Day, byEndOf } from '../calendar/days.js';
import { type Stretch, openStretch, stretchAt, stretchesOf } from './care.js';
import type { Child, ChildFact, ReviewFact } from './child.js';
import type { Due } from './due.js';
import { type CaseSystemReview, expectedByCaseSystem } from './expected.js';
import { factsAsAt } from './facts.js';
import { type HeldReview, joinReviews, perhapsTheSame } from './joining.js';
import { careOf } from './careOf.js';
import { maybeNotInFiles } from './returnYears.js';
import {
  type NextReview,
  type TimedReview,
  type TimetablePolicy,
  dueAfterLast,
  nextOf,
  timedIn,
} from './timing.js';

/** A period of care, or part of one between short breaks, with its reviews in order. */
export interface ReviewedStretch {
  readonly stretch: Stretch;
  readonly reviews: readonly TimedReview[];
  /** When the one after the last of them is due, or would have been had care gone on; undefined: by no known day. */
  readonly after: Due | undefined;
}

export interface Timetable {
  readonly stretches: readonly ReviewedStretch[];
  readonly next: NextReview;
  /** What the case system says of the next review, in its own words. */
  readonly caseSystem?: CaseSystemReview;
  readonly perhapsTheSame: readonly (readonly [HeldReview, HeldReview])[];
}

/** As much of a child as its reviews need. */
export interface ReviewedChild {
  readonly facts: readonly ChildFact[];
  readonly returns?: Child['returns'];
}

/** A child's reviews as they were known by the end of an English day, and the next one as at that day. */
export function timetableOf(child: ReviewedChild, asAt: Day, policy: TimetablePolicy): Timetable {
  const known = factsAsAt(child.facts, asAt);
  const periods = careOf(known);
  const stretches = stretchesOf(periods);
  const at = (day: Day) => stretchAt(stretches, day);
  const periodOf = (day: Day) => at(day).period;
  const told = known.filter((fact) => fact.kind === 'review').filter(({ heldOn }) => heldOn <= asAt);
  const choices = known.filter((fact) => fact.kind === 'same-or-two');
  const reviews = joinReviews(told, periodOf, choices);

  const held = new Map<string, { stretch: Stretch; reviews: HeldReview[] }>(
    stretches.map((stretch) => [stretch.id, { stretch, reviews: [] }]),
  );
  for (const review of reviews) {
    const stretch = at(review.heldOn);
    const found = held.get(stretch.id);
    if (found === undefined) held.set(stretch.id, { stretch, reviews: [review] });
    else found.reviews.push(review);
  }

  const reckoning = { policy, mayBeMissing: missingFrom(child, told, asAt) };
  const open = periods.length === 0 ? at(asAt) : openStretch(stretches, asAt);
  const timed = [...held.values()]
    .toSorted((one, other) => (one.stretch.from < other.stretch.from ? -1 : 1))
    .map(({ stretch, reviews: ofStretch }) => {
      const inOrder = timedIn(stretch, ofStretch, reckoning);
      return { stretch, reviews: inOrder, after: dueAfterLast(stretch, inOrder, reckoning, asAt) };
    });
  const ofOpen = timed.find(({ stretch }) => stretch.id === open?.id)?.reviews ?? [];
  const next = nextOf(open, ofOpen, reckoning, asAt);
  const caseSystem = expectedByCaseSystem(known, timedReviews({ stretches: timed }), next);
  return {
    stretches: timed,
    next,
    ...(caseSystem === undefined ? {} : { caseSystem }),
    perhapsTheSame: perhapsTheSame(reviews, periodOf, choices),
  };
}

function missingFrom(
  { returns = [] }: ReviewedChild,
  told: readonly ReviewFact[],
  asAt: Day,
): (dueOn: Day) => boolean {
  const by = byEndOf(asAt);
  const years = returns.filter(({ recordedAt }) => by(recordedAt)).map(({ from }) => from);
  const elsewhere = told
    // Nor does one that somebody recorded in Teams say that all since are known.
    .filter(({ source }) => source !== 'ssda903' && source !== 'teams')
    .map(({ heldOn }) => heldOn)
    .toSorted()[0];
  return (dueOn) => maybeNotInFiles(dueOn, years, elsewhere);
}

/** Every review of a timetable, in the order in which they were held. */
export const timedReviews = ({ stretches }: Pick<Timetable, 'stretches'>): TimedReview[] =>
  stretches
    .flatMap(({ reviews }) => reviews)
    .toSorted((one, other) => (one.review.heldOn < other.review.heldOn ? -1 : 1));
