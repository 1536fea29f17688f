import type { Day } from '../calendar/days.js';
import { isStepAct, stepActs } from './acts.js';
import type { ChildFact } from './child.js';
import { heldReviewOf, saidOf } from './comingReview.js';
import { withSaid } from './facts.js';
import { type HeldReview, inTeams } from './joining.js';
import { type Before, type Recorded, type ReviewWord, signed } from './reviewWord.js';
import { type NotHeld, isAfter } from './said.js';
import { timedReviews } from './timetable.js';

/** Only Teams has it: what an import brought is put right where it comes from. */
export const isOfTeamsAlone = ({ said }: Pick<HeldReview, 'said'>): boolean =>
  said.every(({ source }) => source === 'teams');

/** A recording was a mistake: it is taken away, with what was said of that review since. */
export function recordNotHeld(
  { held }: Extract<ReviewWord, { act: 'not-held' }>,
  { child, known, timetable, saying }: Before,
): Recorded {
  const timed = heldReviewOf(timetable, held);
  if (timed === undefined || !inTeams(timed.review)) return { kind: 'no-review' };
  if (!isOfTeamsAlone(timed.review)) return { kind: 'imported' };
  const { heldOn, said } = timed.review;
  const since = saidOf(known, timetable, timed).filter(
    (fact) => fact.kind === 'decisions-not-agreed' || (fact.kind === 'step' && isAfter(fact.step)),
  );
  const fact: NotHeld = { kind: 'not-held', heldOn, ...signed(saying) };
  return { kind: 'done', child: withSaid(child, fact, [...said, ...since]), fact };
}

/** A card may be older: the review that a word is about was taken away, and the nearest one is not meant. */
export function takenAway(
  heldOn: Day | undefined,
  { known, timetable }: Pick<Before, 'known' | 'timetable'>,
): NotHeld | undefined {
  const isTold = timedReviews(timetable).some(({ review }) =>
    review.said.some((fact) => fact.heldOn === heldOn),
  );
  return isTold
    ? undefined
    : known.findLast(
        (fact: ChildFact): fact is NotHeld => fact.kind === 'not-held' && fact.heldOn === heldOn,
      );
}

/** The day of the review that was held, where a word is about one. */
export function heldDayOf(word: ReviewWord): Day | undefined {
  if ('form' in word) return word.form.of;
  if ('held' in word) return word.held;
  const isOfHeld = word.act === 'not-agreed' || (isStepAct(word.act) && isAfter(stepActs[word.act].step));
  return isOfHeld && 'review' in word ? word.review : undefined;
}
