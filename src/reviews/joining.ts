import { type Day, daysBetween } from '../calendar/days.js';
import { type ReviewFact, byRecording } from './child.js';
import type { Participation } from './participation.js';
import type { SameOrTwo } from './said.js';

/** A review that was held, as all its sources tell it together. */
export interface HeldReview {
  readonly heldOn: Day;
  /** The first of a series of meetings, `heldOn` being the last. */
  readonly firstOn?: Day;
  readonly withoutMeeting: boolean;
  /** null: not recorded. */
  readonly participation: Participation | null;
  /** The due date that the case system gives. */
  readonly sourceDueOn?: Day;
  /** What those who were there told in Teams. */
  readonly told: Pick<ReviewFact, ToldField>;
  /** Days of which somebody has said that they are of this review: they are listed no longer. */
  readonly settled: readonly Day[];
  /** What each source says, the latest recorded last: that one is shown. */
  readonly said: readonly ReviewFact[];
}

export const toldFields = ['parents', 'parentsWhy', 'seenAlone', 'lateReason', 'answers', 'outcome'] as const;
export type ToldField = (typeof toldFields)[number];

/** Calendar days within which two that are told of may be one review: an import's and one of Teams, or two of Teams. */
export const nearDays = 10;

/**
 * One review for each that was held, in order. Two sources tell of the same one by the case system's id, else by
 * the same day; an import and Teams also where each has only the other within ten days in the same period.
 * Nothing is taken away because a source does not have it.
 */
export function joinReviews(
  facts: readonly ReviewFact[],
  periodOf: (day: Day) => string,
  choices: readonly SameOrTwo[] = [],
): HeldReview[] {
  const byId = gathered(
    facts.map((fact) => [fact]),
    sharing('sourceId'),
  );
  const byDay = gathered(byId, sharing('heldOn'));
  const same = choices.filter((choice) => choice.same);
  const chosen = gathered(byDay, (one, other) => same.some((choice) => isOf(choice, one, other)));
  const isNear = (one: Told, other: Told) =>
    areNear(one, other, periodOf) && !choices.some((choice) => !choice.same && isOf(choice, one, other));
  return withTeams(chosen, isNear)
    .map((told) => heldReview(told, same))
    .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1));
}

/** Somebody has said of these two whether they are one. */
const isOf = ({ days: [first, second] }: SameOrTwo, one: Told, other: Told): boolean =>
  (tellsOf(one, first) && tellsOf(other, second)) || (tellsOf(one, second) && tellsOf(other, first));

const tellsOf = (told: Told, day: Day): boolean => told.some(({ heldOn }) => heldOn === day);

type Told = readonly ReviewFact[];

const sharing =
  (field: 'sourceId' | 'heldOn') =>
  (one: Told, other: Told): boolean =>
    one.some((a) => a[field] !== undefined && other.some((b) => a[field] === b[field]));

function gathered(all: readonly Told[], same: (one: Told, other: Told) => boolean): Told[] {
  const groups: Told[] = [];
  for (const told of all) {
    const found = groups.filter((group) => same(group, told));
    for (const group of found) groups.splice(groups.indexOf(group), 1);
    groups.push([...found.flat(), ...told]);
  }
  return groups;
}

function withTeams(all: readonly Told[], areClose: (one: Told, other: Told) => boolean): Told[] {
  const inTeams = all.filter((told) => told.some(({ source }) => source === 'teams'));
  const imported = all.filter((told) => !inTeams.includes(told));
  const isNear = (told: Told, other: Told) => !sharesSource(told, other) && areClose(told, other);
  const joined = new Map(inTeams.map((told) => [told, [...told]]));
  const alone = imported.filter((told) => {
    const [only, ...others] = inTeams.filter((each) => isNear(told, each));
    if (only === undefined || others.length > 0) return true;
    // The case system may have two where Teams has one: which of them it is, only the IRO knows.
    const rivals = imported.filter((each) => sharesSource(each, told) && isNear(each, only));
    if (rivals.length > 1) return true;
    joined.get(only)?.push(...told);
    return false;
  });
  return [...joined.values(), ...alone];
}

const sharesSource = (one: Told, other: Told): boolean =>
  one.some((a) => other.some((b) => a.source === b.source));

const areNear = (one: Told, other: Told, periodOf: (day: Day) => string): boolean =>
  one.some((a) =>
    other.some(
      (b) =>
        Math.abs(daysBetween(a.heldOn, b.heldOn)) <= nearDays && periodOf(a.heldOn) === periodOf(b.heldOn),
    ),
  );

function heldReview(facts: Told, same: readonly SameOrTwo[]): HeldReview {
  const said = facts.toSorted(byRecording);
  const choices = same.filter(({ days }) => days.every((day) => tellsOf(facts, day))).toSorted(byRecording);
  const choice = choices.at(-1);
  const last = said.at(-1);
  const chosen = choice !== undefined && last !== undefined && choice.recordedAt >= last.recordedAt;
  const heldOn = (chosen ? choice.heldOn : undefined) ?? last?.heldOn ?? '';
  const firstOn = said.findLast((fact) => fact.firstOn !== undefined)?.firstOn;
  const sourceDueOn = said.findLast((fact) => fact.sourceDueOn !== undefined)?.sourceDueOn;
  return {
    heldOn,
    ...(firstOn !== undefined && firstOn < heldOn ? { firstOn } : {}),
    withoutMeeting: said.some((fact) => fact.withoutMeeting === true),
    participation: said.findLast((fact) => fact.participation !== null)?.participation ?? null,
    ...(sourceDueOn === undefined ? {} : { sourceDueOn }),
    told: toldIn(said),
    settled: choices.flatMap(({ days }) => days),
    said,
  };
}

/** The last word on each. */
function toldIn(said: Told): HeldReview['told'] {
  return Object.assign(
    {},
    ...said.flatMap((fact) =>
      toldFields.filter((field) => fact[field] !== undefined).map((field) => ({ [field]: fact[field] })),
    ),
  );
}

/** Whether somebody has recorded it in Teams. */
export const inTeams = ({ said }: Pick<HeldReview, 'said'>): boolean =>
  said.some(({ source }) => source === 'teams');

/** What other sources say differently from what is shown: listed until somebody chooses. */
export const differences = ({ heldOn, participation, said, settled }: HeldReview): ReviewFact[] =>
  said.filter(
    (fact) =>
      (fact.heldOn !== heldOn && !settled.includes(fact.heldOn)) ||
      (fact.participation !== null && fact.participation !== participation),
  );

/** Reviews of different sources, so near that they may be one: the IRO is asked, until they have said. */
export function perhapsTheSame(
  reviews: readonly HeldReview[],
  periodOf: (day: Day) => string,
  choices: readonly SameOrTwo[] = [],
): [HeldReview, HeldReview][] {
  return reviews.flatMap((one, index) =>
    reviews
      .slice(index + 1)
      .filter((other) => !sharesSource(one.said, other.said) && areNear([...one.said], other.said, periodOf))
      .filter((other) => !choices.some((choice) => isOf(choice, one.said, other.said)))
      .map((other): [HeldReview, HeldReview] => [one, other]),
  );
}
