import { type Day, daysBetween } from '../calendar/days.js';
import type { ChildFact } from './child.js';
import type { Protection } from './protection.js';
import type { StepSaid } from './said.js';

/** A progress check is of a child protection plan, and is kept under the day of its initial conference. */
export const isProgressCheck = (fact: ChildFact): fact is StepSaid =>
  fact.kind === 'step' && fact.step === 'progressCheck';

/** A file may move the day of a conference by some days later on; conferences of two plans are further apart. */
const near = 31;

/** The initial conference that is meant by a day: the nearest. */
export function initialMeant(protections: readonly Protection[], day: Day): Day | undefined {
  const far = (on: Day) => Math.abs(daysBetween(on, day));
  return protections
    .flatMap(({ held }) => held.filter(({ type }) => type === 'initial').map(({ heldOn }) => heldOn))
    .filter((on) => far(on) <= near)
    .toSorted((one, other) => far(one) - far(other))[0];
}

/** What was said of the plan that began at this conference; undefined: nobody has checked it. */
export const checkOf = (
  known: readonly ChildFact[],
  protections: readonly Protection[],
  initialOn: Day,
): StepSaid | undefined =>
  known.filter(isProgressCheck).findLast(({ review }) => initialMeant(protections, review) === initialOn);
