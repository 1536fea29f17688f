import type { Day } from '../calendar/days.js';
import { dayText } from '../calendar/words.js';
import type { Policy } from '../policy/policy.js';
import type { Child, ReviewFact } from '../reviews/child.js';
import { isLive } from '../reviews/facts.js';
import { type HeldReview, differences } from '../reviews/joining.js';
import { type Timetable, timedReviews, timetableOf } from '../reviews/timetable.js';
import type { TimedReview } from '../reviews/timing.js';

const said: Readonly<Record<ReviewFact['source'], string>> = {
  ssda903: 'in the return',
  ssd: 'in the case system',
  allocations: 'in the allocations',
  teams: 'in Teams',
};

/**
 * Where the case system's word on a review differs from another's, in sentences: of a held one the day and the
 * code, and its due date where that would make an on time review late or the other way round; of the next one the
 * due date. Each import lists them again, until they are the same.
 */
export function differencesOf(child: Child, reviewId: string, today: Day, policy: Policy): string[] {
  const timetable = timetableOf(child, today, policy);
  const date = (day: Day) => dayText(day, today);
  const held = timedReviews(timetable).find(({ review }) => isCaseSystems(review, reviewId));
  return [
    ...(held === undefined ? [] : [...ofWhatWasHeld(held.review, date), ...ofItsDueDate(held, date)]),
    ...ofWhatMayBeOne(timetable, reviewId, date),
    ...ofTheNext(timetable, child, reviewId, date),
  ];
}

type Dated = (day: Day) => string;

const isCaseSystems = ({ said: facts }: HeldReview, reviewId: string): boolean =>
  facts.some(({ source, sourceId }) => source === 'ssd' && sourceId === reviewId);

const inWords = ({ heldOn, participation }: HeldReview | ReviewFact, date: Dated): string =>
  `on ${date(heldOn)} (${participation ?? 'no code'})`;

const lastSource = (review: HeldReview): string => said[review.said.at(-1)?.source ?? 'ssd'];

const ofWhatWasHeld = (review: HeldReview, date: Dated): string[] =>
  differences(review).map(
    (other) =>
      `held ${inWords(other, date)} ${said[other.source]} and ${inWords(review, date)} ${lastSource(review)}: ` +
      'the later recorded is shown',
  );

function ofItsDueDate(held: TimedReview, date: Dated): string[] {
  const { sourceDueOn, heldOn } = held.review;
  if (held.due !== 'known' || sourceDueOn === undefined) return [];
  if (heldOn <= sourceDueOn === held.onTime) return [];
  const late = (isLate: boolean) => (isLate ? 'late' : 'on time');
  return [
    `due on ${date(sourceDueOn)} in the case system (${late(held.onTime)}), ` +
      `and on ${date(held.dueOn)} by law (${late(!held.onTime)})`,
  ];
}

const ofWhatMayBeOne = ({ perhapsTheSame }: Timetable, reviewId: string, date: Dated): string[] =>
  perhapsTheSame
    .filter((pair) => pair.some((review) => isCaseSystems(review, reviewId)))
    .flatMap((pair) => pair.filter((review) => !isCaseSystems(review, reviewId)))
    .map(
      (other) =>
        `perhaps the review of ${date(other.heldOn)} ${lastSource(other)}: both are kept, and the IRO is asked`,
    );

function ofTheNext({ next, caseSystem }: Timetable, child: Child, reviewId: string, date: Dated): string[] {
  if (next.due !== 'known' || caseSystem === undefined || caseSystem.cancelled) return [];
  const isOfThis = child.facts
    .filter(isLive)
    .some(
      (fact) =>
        fact.kind === 'expected-review' &&
        fact.sourceId === reviewId &&
        fact.sourceDueOn === caseSystem.dueOn,
    );
  return isOfThis && next.dueOn !== caseSystem.dueOn
    ? [`due on ${date(caseSystem.dueOn)} in the case system, and on ${date(next.dueOn)} by law`]
    : [];
}
