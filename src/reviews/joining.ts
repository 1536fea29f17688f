import { type Day, daysBetween } from '../calendar/days.js';
import type { ReviewFact } from './child.js';
import type { Participation } from './participation.js';

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
  /** What each source says, the latest recorded last: that one is shown. */
  readonly said: readonly ReviewFact[];
}

/** Calendar days within which an imported review may be one that was recorded in Teams. */
const near = 10;

/**
 * One review for each that was held, in order. Two sources tell of the same one by the case system's id, else by
 * the same day; an import and Teams also where each has only the other within ten days in the same period.
 * Nothing is taken away because a source does not have it.
 */
export function joinReviews(facts: readonly ReviewFact[], periodOf: (day: Day) => string): HeldReview[] {
  const byId = gathered(
    facts.map((fact) => [fact]),
    sharing('sourceId'),
  );
  const byDay = gathered(byId, sharing('heldOn'));
  return withTeams(byDay, periodOf)
    .map(heldReview)
    .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1));
}

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

function withTeams(all: readonly Told[], periodOf: (day: Day) => string): Told[] {
  const inTeams = all.filter((told) => told.some(({ source }) => source === 'teams'));
  const imported = all.filter((told) => !inTeams.includes(told));
  const isNear = (told: Told, other: Told) => !sharesSource(told, other) && areNear(told, other, periodOf);
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
      (b) => Math.abs(daysBetween(a.heldOn, b.heldOn)) <= near && periodOf(a.heldOn) === periodOf(b.heldOn),
    ),
  );

function heldReview(told: Told): HeldReview {
  const said = told.toSorted((one, other) =>
    one.recordedAt === other.recordedAt ? 0 : one.recordedAt < other.recordedAt ? -1 : 1,
  );
  const heldOn = said.at(-1)?.heldOn ?? '';
  const firstOn = said.findLast((fact) => fact.firstOn !== undefined)?.firstOn;
  const sourceDueOn = said.findLast((fact) => fact.sourceDueOn !== undefined)?.sourceDueOn;
  return {
    heldOn,
    ...(firstOn !== undefined && firstOn < heldOn ? { firstOn } : {}),
    withoutMeeting: said.some((fact) => fact.withoutMeeting === true),
    participation: said.findLast((fact) => fact.participation !== null)?.participation ?? null,
    ...(sourceDueOn === undefined ? {} : { sourceDueOn }),
    said,
  };
}

/** What other sources say differently from what is shown: listed until somebody chooses. */
export const differences = ({ heldOn, participation, said }: HeldReview): ReviewFact[] =>
  said.filter(
    (fact) => fact.heldOn !== heldOn || (fact.participation !== null && fact.participation !== participation),
  );

/** Reviews of different sources, so near that they may be one: the IRO is asked. */
export function perhapsTheSame(
  reviews: readonly HeldReview[],
  periodOf: (day: Day) => string,
): [HeldReview, HeldReview][] {
  return reviews.flatMap((one, index) =>
    reviews
      .slice(index + 1)
      .filter((other) => !sharesSource(one.said, other.said) && areNear([...one.said], other.said, periodOf))
      .map((other): [HeldReview, HeldReview] => [one, other]),
  );
}
