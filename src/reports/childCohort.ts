import { type Day, byEndOf, englishDay } from '../calendar/days.js';
import { type Period, within } from '../calendar/periods.js';
import type { Directory } from '../people/directory.js';
import type { Policy } from '../policy/policy.js';
import { allocationOn } from '../reviews/allocation.js';
import type { Stretch } from '../reviews/care.js';
import type { Allocation, Child, Profile } from '../reviews/child.js';
import { type OfReview, isOfReview, reviewMeant } from '../reviews/comingReview.js';
import { factsAsAt } from '../reviews/facts.js';
import { type Protection, protectionOf } from '../reviews/protection.js';
import { timetableOf } from '../reviews/timetable.js';
import { type OwnClock, type TimedReview, countsOn, hasOwnClock } from '../reviews/timing.js';
import { type FellDue, fellDueIn } from './fellDue.js';
import { number, share } from './figures.js';
import { type Recording, recordedFrom } from './recording.js';
import type { Row } from './report.js';

/** A review that was held: the day that counts, and when it was due where that is known. */
export interface Held {
  readonly on: Day;
  readonly stretch: Stretch;
  readonly timed: TimedReview;
  /** What people said of it in Teams, the last word last. */
  readonly said: readonly OfReview[];
}

/** What is known of one child at the end of the as-at day: what every measure of reviews and of caseload folds. */
export interface CountedChild {
  readonly ref: string;
  readonly held: readonly Held[];
  /** What people said in Teams of its reviews, the next one's too. */
  readonly said: readonly OfReview[];
  readonly fellDue: readonly FellDue[];
  /** Times of being looked after that the files have, short breaks among them. */
  readonly care: readonly Stretch[];
  /** Child protection enquiries and plans: they count in the combined caseload, and in nothing about reviews. */
  readonly protections: readonly Protection[];
  /** What the newest return that was read by then says of the child. */
  readonly profile: Profile | undefined;
  readonly allocation: Allocation | undefined;
  /** The one that held on the last day of the period. */
  readonly allocationAtEnd: Allocation | undefined;
}

/** The children that a report is about. */
export interface ChildCohort {
  readonly policy: Policy;
  readonly directory: Directory;
  readonly period: Period;
  readonly asAt: Day;
  /** The last day of the period, or the as-at day where that is earlier. */
  readonly endsOn: Day;
  readonly children: readonly CountedChild[];
  /** All children, whoever of them is counted: what an IRO has in all is of these. */
  readonly everybody: readonly CountedChild[];
  /** The first day of any care that the files know of, of all children: before it nothing is known, which is not none. */
  readonly careFrom: Day | undefined;
  /** The same of child protection conferences: the first that was held, or the day on which the first was read. */
  readonly conferencesFrom: Day | undefined;
  /** Of which days the files tell of every review that was held. */
  readonly recording: Recording;
  /** Of which days somebody could press what is said around a review. */
  readonly pressing: Recording;
}

export function childCohortOf(
  children: readonly Child[],
  about: Pick<ChildCohort, 'period' | 'asAt' | 'directory' | 'recording' | 'pressing'>,
): ChildCohort {
  const { period, asAt, directory } = about;
  const endsOn = asAt < period.to ? asAt : period.to;
  const by = byEndOf(asAt);
  const counted = children
    .filter(({ facts }) => facts.some(({ recordedAt }) => by(recordedAt)))
    .map((child) => countedChild(child, { asAt, endsOn, policy: directory.policy }));
  const [careFrom] = counted.flatMap(({ care }) => care.map(({ from }) => from)).toSorted();
  const [conferencesFrom] = children.flatMap((child) => conferenceDays(child, asAt)).toSorted();
  return {
    ...about,
    policy: directory.policy,
    endsOn,
    children: counted,
    everybody: counted,
    careFrom,
    conferencesFrom,
  };
}

/** The days of which an extract of conferences tells of one child: on which they were held, and read. */
const conferenceDays = ({ facts }: Child, asAt: Day): Day[] =>
  factsAsAt(facts, asAt).flatMap((fact) =>
    fact.kind === 'conference'
      ? [englishDay(fact.recordedAt), ...(fact.heldOn === undefined ? [] : [fact.heldOn])]
      : [],
  );

/** Whether the files tell who was looked after on a day. */
export const tellsOfCare = ({ careFrom }: ChildCohort, day: Day): boolean =>
  careFrom !== undefined && careFrom <= day;

/** Whether the files tell who was on a child protection plan on a day. */
export const tellsOfConferences = ({ conferencesFrom }: ChildCohort, day: Day): boolean =>
  conferencesFrom !== undefined && conferencesFrom <= day;

function countedChild(
  child: Child,
  { asAt, endsOn, policy }: { readonly asAt: Day; readonly endsOn: Day; readonly policy: Policy },
): CountedChild {
  const timetable = timetableOf(child, asAt, policy);
  const { stretches } = timetable;
  const said = factsAsAt(child.facts, asAt)
    .filter(isOfReview)
    .toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))
    .map((fact) => ({ fact, of: reviewMeant(timetable, fact) }));
  const care = stretches.map(({ stretch }) => stretch).filter(({ inFiles }) => inFiles);
  return {
    ref: child.ref,
    held: stretches.flatMap(({ stretch, reviews }) =>
      reviews.map((timed) => ({
        on: countsOn(timed.review, policy),
        stretch,
        timed,
        said: said.filter(({ of }) => of === timed).map(({ fact }) => fact),
      })),
    ),
    said: said.map(({ fact }) => fact),
    fellDue: fellDueIn(stretches, { asAt, policy }),
    care,
    protections: protectionOf(child.facts, asAt),
    profile: child.facts.findLast(
      (fact): fact is Profile => fact.kind === 'profile' && englishDay(fact.recordedAt) <= asAt,
    ),
    allocation: allocationOn(child.facts, asAt, asAt),
    allocationAtEnd: allocationOn(child.facts, endsOn, asAt),
  };
}

/** Held in the period, and not by a clock of their own. */
export const heldIn = ({ children }: ChildCohort, period: Period): Held[] =>
  children.flatMap(({ held }) => held.filter(({ on, timed }) => !hasOwnClock(timed) && within(on, period)));

/** What those that `heldIn` leaves out are, as definitions say it. */
export const ownClocks =
  'Reviews in short breaks (V3, V4) are not counted, nor are those of children placed for adoption (A3 to A6), up to the first after that has ended.';

/** Those that `heldIn` leaves out, counted beside. */
export function ownClockRows(cohort: ChildCohort): Row[] {
  const held = cohort.children.flatMap((child) => child.held).filter(({ on }) => within(on, cohort.period));
  const row = (key: string, label: string, clock: OwnClock) =>
    number(key, label, toldOf(cohort, held.filter(({ timed }) => timed.due === clock).length));
  return [
    row('short-breaks', 'In short breaks', 'short-break'),
    row('adoption', 'Of children placed for adoption', 'adoption'),
  ];
}

/** Those whose due date is known, as they were timed. */
export const timedOf = (held: readonly Held[]) =>
  held.flatMap(({ timed }) => (timed.due === 'known' ? [timed] : []));

/** 0 only where the files tell of the whole period. */
export function toldOf(
  { recording, asAt, period: own }: ChildCohort,
  count: number,
  period = own,
): number | null {
  return count > 0 || recordedFrom(recording, period, asAt) === period.from ? count : null;
}

/** The same of what people press: 0 only where somebody could have pressed it in the whole period. */
export function pressedOf({ pressing, asAt, period }: ChildCohort, count: number): number | null {
  return count > 0 || recordedFrom(pressing, period, asAt) === period.from ? count : null;
}

/** So many of so many: what is taken of some is known, and of none only where the files tell of the whole period. */
export function shareOf(
  cohort: ChildCohort,
  [key, label]: readonly [key: string, label: string],
  count: number,
  of: number,
  period = cohort.period,
): Row {
  const known = toldOf(cohort, of, period);
  return share(key, label, known === null ? null : count, known);
}
