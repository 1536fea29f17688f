import { type Day, addDays, daysBetween } from '../calendar/days.js';
import {
  addWorkingDays,
  nextWorkingDay,
  workingDaysBefore,
  workingDaysBetween,
} from '../calendar/workingDays.js';
import type { Policy } from '../policy/policy.js';
import type { ReviewAct } from './acts.js';
import type { ChildFact } from './child.js';
import { type ComingReview, comingReview, saidOf } from './comingReview.js';
import { factsAsAt } from './facts.js';
import type { ConferenceType } from './conferences.js';
import { inTeams } from './joining.js';
import { checkOf } from './progressCheck.js';
import { protectionOf } from './protection.js';
import { type AfterStep, type Step, type StepSaid, stepsAfter } from './said.js';
import { type ReviewedChild, type Timetable, timedReviews, timetableOf } from './timetable.js';
import { type TimedReview, type TimetablePolicy, countsOn, hasOwnClock } from './timing.js';
import { type Asked, unanswered } from './unanswered.js';

export type ComingPolicy = TimetablePolicy &
  Pick<Policy, 'leadTimes' | 'leadDays' | 'ask' | 'questions' | 'decisionsNotAgreed'>;

interface Row {
  /** The day by which: of a review that is due by law, that one, whatever day was planned. */
  readonly on: Day;
  /** Under which day what is said of it is kept: a press gives it back. */
  readonly review: Day;
  readonly standing: 'coming' | 'today' | 'passed';
  /** Until `on`, which counts; below 0, those passed since. 0 although it has passed: none of the days since was one. */
  readonly workingDaysLeft: number;
  readonly as: 'show' | 'chase';
  /** What may be pressed, what is most likely first. Who may is for `people/rights` to say. */
  readonly acts: readonly ReviewAct[];
}

/** What is coming, due or overdue for a child: one line of a morning card. */
export type ReviewStep =
  | (Row & { readonly step: 'review'; readonly coming: ComingReview })
  /** It was held, and of what is asked something is not answered. */
  | (Row & {
      readonly step: 'answers';
      readonly heldOn: Day;
      readonly inTeams: boolean;
      readonly asked: readonly Asked[];
    })
  /** Before the next review, which meets on this day. */
  | (Row & { readonly step: BeforeStep; readonly meetsOn: Day })
  | (Row & { readonly step: AfterStep; readonly heldOn: Day })
  /** A child protection conference: the case system has what became of it, so that nothing is pressed. */
  | (Row & { readonly step: 'conference'; readonly type: ConferenceType })
  /** How a child protection plan goes, between the initial conference and its first review. */
  | (Row & { readonly step: 'progressCheck'; readonly initialOn: Day });

type BeforeStep = Exclude<Step, AfterStep | 'progressCheck'>;

/** A step that nobody spoke of is listed for so many working days after its day: then the figures have it unanswered. */
const listedFor = 20;

/**
 * What is to be done around a child's reviews and child protection conferences, by day, as was known by the end of
 * `today`: what the policy's lead times show or chase. The review itself stays until it is held. Of short breaks and
 * of adoption there is as much as the case system says.
 */
export function stepsOf(child: ReviewedChild, today: Day, policy: ComingPolicy): ReviewStep[] {
  const timetable = timetableOf(child, today, policy);
  const known = factsAsAt(child.facts, today);
  const coming = comingReview(timetable, known, today);
  const last = timedReviews(timetable).at(-1);
  const at = (on: Day): Pick<Row, 'on' | 'standing' | 'workingDaysLeft'> => ({
    on,
    standing: today < on ? 'coming' : today === on ? 'today' : 'passed',
    workingDaysLeft: workingDaysBetween(today, on, policy.holidays),
  });
  const rows = [
    ...(coming === undefined ? [] : before(coming, last, timetable, policy, today, at)),
    ...(last === undefined || hasOwnClock(last)
      ? []
      : after(last, saidSteps(known, timetable, last), policy, at)),
    ...aroundConferences(known, today, policy, at),
  ];
  return rows
    .filter(({ step, standing, workingDaysLeft }) =>
      step === 'review' ? true : standing !== 'passed' || -workingDaysLeft <= listedFor,
    )
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}

type At = (on: Day) => Pick<Row, 'on' | 'standing' | 'workingDaysLeft'>;

const saidSteps = (...of: Parameters<typeof saidOf>): ReadonlySet<Step> =>
  new Set(saidOf(...of).flatMap((fact) => (fact.kind === 'step' ? [fact.step] : [])));

function before(
  coming: ComingReview,
  last: TimedReview | undefined,
  { stretches }: Timetable,
  policy: ComingPolicy,
  today: Day,
  at: At,
): ReviewStep[] {
  const { leadTimes, leadDays, holidays } = policy;
  const { review, dueOn, meetsOn } = coming;
  const said = new Set(coming.steps.map(({ step }) => step));
  // Saying that a report is not in ends no wait for it.
  if (reportSaid(coming) === 'not-in') said.delete('reportIn');
  const rows: ReviewStep[] = [];
  if (leadTimes.due !== 'off' && dueOn !== null)
    rows.push({
      step: 'review',
      ...at(dueOn),
      review,
      coming,
      as: leadTimes.due,
      acts: actsOn(coming, today, policy),
    });
  if (meetsOn === null) return rows;
  for (const step of ['speakToSocialWorker', 'childSeen', 'reportIn'] as const) {
    const as = leadTimes[step];
    if (as === 'off' || said.has(step)) continue;
    const on = workingDaysBefore(meetsOn, leadDays[step], holidays);
    const acts = step === 'reportIn' ? reportActs(coming) : actsOf[step];
    rows.push({ step, ...at(on), review, meetsOn, as, acts });
  }
  const ofThisStretch = stretches.some(
    ({ reviews, after: following }) => reviews.at(-1) === last && following !== undefined,
  );
  if (leadTimes.midway === 'off' || said.has('midway')) return rows;
  if (last === undefined || !ofThisStretch || dueOn === null || today > dueOn) return rows;
  const held = countsOn(last.review, policy);
  const on = nextWorkingDay(addDays(held, Math.floor(daysBetween(held, dueOn) / 2)), holidays);
  rows.push({ step: 'midway', ...at(on), review, meetsOn, as: leadTimes.midway, acts: actsOf.midway });
  return rows;
}

function after(last: TimedReview, said: ReadonlySet<Step>, policy: ComingPolicy, at: At): ReviewStep[] {
  const { leadTimes, leadDays, holidays } = policy;
  const { heldOn } = last.review;
  const rows: ReviewStep[] = [];
  // Whoever had its form themselves was asked; business support enters only what they may.
  const wasAsked = last.review.said.some(
    ({ formId, onBehalfOf }) => formId !== undefined && onBehalfOf === undefined,
  );
  const asked = wasAsked ? [] : unanswered(last, policy);
  if (leadTimes.due !== 'off' && asked.length > 0)
    rows.push({
      step: 'answers',
      ...at(heldOn),
      review: heldOn,
      heldOn,
      inTeams: inTeams(last.review),
      asked,
      as: 'show',
      acts: ['record'],
    });
  for (const step of stepsAfter) {
    const as = leadTimes[step];
    if (as === 'off' || said.has(step)) continue;
    const on = addWorkingDays(heldOn, leadDays[step], holidays);
    rows.push({ step, ...at(on), review: heldOn, heldOn, as, acts: actsOf[step] });
  }
  return rows;
}

function aroundConferences(
  known: readonly ChildFact[],
  today: Day,
  { leadTimes, leadDays, holidays }: ComingPolicy,
  at: At,
): ReviewStep[] {
  const protections = protectionOf(known, today, holidays);
  return protections.flatMap(({ held, next }): ReviewStep[] => {
    if (next === undefined) return [];
    const { type, dueOn } = next;
    const rows: ReviewStep[] = [];
    if (leadTimes.conference !== 'off' && dueOn !== null)
      rows.push({
        step: 'conference',
        ...at(dueOn),
        review: dueOn,
        type,
        as: leadTimes.conference,
        acts: [],
      });
    const initialOn = held.at(-1)?.heldOn;
    if (leadTimes.progressCheck === 'off' || type !== 'first-review' || initialOn === undefined) return rows;
    if (checkOf(known, protections, initialOn) !== undefined) return rows;
    const on = addWorkingDays(initialOn, leadDays.progressCheck, holidays);
    const { progressCheck: as } = leadTimes;
    rows.push({
      step: 'progressCheck',
      ...at(on),
      review: initialOn,
      initialOn,
      as,
      acts: actsOf.progressCheck,
    });
    return rows;
  });
}

/** After care has ended, a review that was held by then is recorded for so many working days. */
const recordedFor = 20;

/** The day on which care ended, as long as a review that was held by then may still be recorded. */
export function leftOn(
  { next, stretches }: Timetable,
  today: Day,
  { holidays }: TimetablePolicy,
): Day | undefined {
  if (next.due !== 'none') return undefined;
  const ended = stretches
    .flatMap(({ stretch }) => stretch.endedOn ?? [])
    .toSorted()
    .findLast((day) => day <= today);
  return ended !== undefined && today <= addWorkingDays(ended, recordedFor, holidays) ? ended : undefined;
}

const actsOf: Readonly<Record<Step, readonly ReviewAct[]>> = {
  speakToSocialWorker: ['spoken-to-worker'],
  childSeen: ['child-seen'],
  reportIn: ['report-not-in', 'report-in'],
  midway: ['on-track', 'log-concern', 'raise-midway'],
  progressCheck: ['progress-checked'],
  decisionsOut: ['decisions-sent', 'decisions-sent-on'],
  planUpdated: ['plan-updated'],
  recordWritten: ['record-written'],
  recordSent: ['record-sent', 'record-sent-on'],
};

/** The last word on the report of the review that is coming. */
const reportSaid = ({ steps }: Pick<ComingReview, 'steps'>): StepSaid['said'] | undefined =>
  steps.findLast(({ step }) => step === 'reportIn')?.said;

/** Of a report that was said not to be in, that it came is all that is left to say. */
const reportActs = (coming: Pick<ComingReview, 'steps'>): readonly ReviewAct[] =>
  reportSaid(coming) === 'not-in' ? ['report-in'] : actsOf.reportIn;

/**
 * What may be pressed on the review that is coming: from the day on which it is to be held, what happened; before it,
 * what moves it. The report is asked about from its day on, until somebody has said.
 */
export function actsOn(
  { meetsOn, adjourned, steps, dueOn }: ComingReview,
  today: Day,
  { leadTimes, leadDays, holidays }: Pick<ComingPolicy, 'leadTimes' | 'leadDays' | 'holidays'>,
): ReviewAct[] {
  const reportOn = meetsOn === null ? null : workingDaysBefore(meetsOn, leadDays.reportIn, holidays);
  const near = reportOn !== null && reportOn <= today;
  // Where the policy has the report in a row of its own, it is asked about there.
  const asksHere = near && leadTimes.reportIn === 'off' && reportSaid({ steps }) !== 'done';
  const report = asksHere ? reportActs({ steps }).slice(0, 1) : [];
  const adjourn: ReviewAct[] = near && !adjourned ? ['adjourn'] : [];
  const mayHaveBeen = [meetsOn, dueOn].some((day) => day !== null && day <= today);
  return mayHaveBeen
    ? ['record', 'already-held', ...adjourn, 'change-date', ...report]
    : [...report, 'record', ...adjourn, 'change-date', 'ask-sooner', 'already-held'];
}
