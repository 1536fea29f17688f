import type { Day } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import { caseSystemAsAt, isOld } from '../people/imported.js';
import type { Child, ReviewFact } from '../reviews/child.js';
import { type HeldReview, differences } from '../reviews/joining.js';
import { type Timetable, timedReviews, timetableOf } from '../reviews/timetable.js';
import type { NextReview, TimedReview } from '../reviews/timing.js';
import { words } from '../words/index.js';
import { dueText } from './reviewRow.js';
import type { Scene } from './scene.js';
import { type Labelled, labelled } from './template.js';
import { day, dayWithLeft, listed } from './words.js';

const says = words.reviews;

/** Two days that are told of a review: which of them is right, or whether they are of two, nobody has said yet. */
export interface Unsettled {
  readonly text: string;
  readonly days: readonly [Day, Day];
}

/** A child's reviews on a card: the last one, the next one, and where the case system has it otherwise. */
export function reviewsOnCard(
  child: Child,
  scene: Scene,
): {
  readonly facts: readonly Labelled[];
  readonly lines: readonly string[];
  readonly unsettled: readonly Unsettled[];
} {
  const { policy } = scene.directory;
  const timetable = timetableOf(child, scene.today, policy);
  const reviews = timedReviews(timetable);
  const last = reviews.at(-1);
  const { review } = policy.words;
  return {
    facts: [
      labelled(says.last(review), last === undefined ? says.lastNotKnown : lastText(last, scene)),
      labelled(says.next(review), nextText(timetable.next, scene)),
      ...caseSystemText(timetable, scene).map((text) => labelled(says.caseSystem.label, text)),
    ],
    lines: asAtText(scene),
    unsettled: [
      ...reviews.flatMap((timed) => differentDays(timed.review, scene)),
      ...timetable.perhapsTheSame.map((pair): Unsettled => {
        const [one, other] = pair;
        return { text: perhapsText(pair, scene), days: [one.heldOn, other.heldOn] };
      }),
    ],
  };
}

/** Days that may have moved on in the case system since say of which day they are. */
export function asAtText(scene: Scene): string[] {
  const asAt = caseSystemAsAt(scene.directory.importedAt ?? {});
  return asAt !== undefined && isOld(asAt, scene.today) ? [says.caseSystemAsAt(day(asAt, scene))] : [];
}

function lastText(timed: TimedReview, scene: Scene): string {
  const held = heldText(timed.review, scene);
  switch (timed.due) {
    case 'short-break':
    case 'adoption':
      return says.ownClock(held);
    case 'not-known':
      return says.dueNotKnown(held);
    case 'known': {
      if (timed.onTime) return says.onTime(held);
      const due = day(timed.dueOn, scene);
      return timed.workingDaysLate === 0
        ? says.late(held, due)
        : says.lateBy(held, timed.workingDaysLate, due);
    }
  }
}

function heldText({ firstOn, heldOn, withoutMeeting }: HeldReview, scene: Scene): string {
  if (firstOn !== undefined) return says.heldFromTo(day(firstOn, scene), day(heldOn, scene));
  return (withoutMeeting ? says.heldWithoutMeeting : says.heldOn)(day(heldOn, scene));
}

function nextText(next: NextReview, scene: Scene): string {
  const { lookedAfter, review } = scene.directory.policy.words;
  switch (next.due) {
    case 'none':
      return says.noneNext(lookedAfter);
    case 'short-break':
      return says.nextOfOwnClock(review);
    case 'adoption':
      return next.returnedBy === undefined
        ? says.nextOfOwnClock(review)
        : says.dueByOwnClock(dueText({ type: null, dueOn: next.returnedBy }, scene));
    case 'not-known':
      return says.nextNotKnown;
    case 'known': {
      const text = dueText(next, scene);
      return next.targetOn === undefined ? text : says.withTarget(text, day(next.targetOn, scene));
    }
  }
}

/** Only where it says something else than we do. */
function caseSystemText({ next, caseSystem }: Timetable, scene: Scene): string[] {
  if (caseSystem === undefined || next.due === 'none') return [];
  const due = day(caseSystem.dueOn, scene);
  if (caseSystem.cancelled) return [says.caseSystem.cancelled(due)];
  if (next.due !== 'known') return [says.caseSystem.due(dayWithLeft(caseSystem.dueOn, scene))];
  if (next.dueOn === caseSystem.dueOn) return [];
  const between = Math.abs(workingDaysBetween(next.dueOn, caseSystem.dueOn));
  const { later, laterBy, earlier, earlierBy } = says.caseSystem;
  if (between === 0) return [(caseSystem.dueOn > next.dueOn ? later : earlier)(due)];
  return [(caseSystem.dueOn > next.dueOn ? laterBy : earlierBy)(due, between)];
}

const sources: Readonly<Record<ReviewFact['source'], string>> = says.sources;

function differentDays(review: HeldReview, scene: Scene): Unsettled[] {
  const others = differences(review).filter(
    ({ heldOn }) => heldOn !== review.heldOn && !review.settled.includes(heldOn),
  );
  const [first] = others;
  if (first === undefined) return [];
  const shown = sources[review.said.at(-1)?.source ?? 'teams'];
  const text = others.map(({ heldOn, source }) => says.inSource(day(heldOn, scene), sources[source]));
  return [
    {
      text: says.different(listed(text), day(review.heldOn, scene), shown),
      days: [first.heldOn, review.heldOn],
    },
  ];
}

function perhapsText([one, other]: readonly [HeldReview, HeldReview], scene: Scene): string {
  const { review } = scene.directory.policy.words;
  const text = ({ heldOn, said }: HeldReview) =>
    says.ofSource(day(heldOn, scene), sources[said.at(-1)?.source ?? 'teams']);
  return says.perhapsOne(review, text(one), text(other));
}
