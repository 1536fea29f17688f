import { type Day } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { type Period, within } from '../calendar/periods.js';
import type { DisputeEvent, Moment } from '../disputes/events.js';
import { disputesBehind } from './behind.js';
import { type Cohort, told } from './cohort.js';
import { type Stay, courseAsAt } from './course.js';
import { middle, number, share } from './figures.js';
import type { Measuring } from './measuring.js';
import type { Row } from './report.js';

/** What became of the wait for an answer. */
type Answering =
  'answered' | 'none' | 'not-due' | 'passed-up' | 'returned' | 'could-not-be-told' | 'not-recorded';

function answeringOf(stay: Stay, asAt: Day): Answering {
  // Whenever an answer came after that, it was no wait of theirs.
  if (stay.couldNotBeTold) return 'could-not-be-told';
  if (stay.answered !== undefined) return 'answered';
  if (!stay.answerTold) return 'not-recorded';
  if (stay.passedUp) return 'passed-up';
  if (stay.returned) return 'returned';
  // The due day is the manager's to the end: it passes at midnight after it.
  const until = stay.endedOn ?? asAt;
  return stay.dueOn !== null && until > stay.dueOn ? 'none' : 'not-due';
}

type Answer = (stay: Stay) => Moment | undefined;
const answered: Answer = (stay) => stay.answered;
const acknowledged: Answer = (stay) => stay.acknowledged;

const hour = 3_600_000;

/** From the start of the stage by the clock; undefined where either has no time of day. */
function hoursTo(answer: Answer, stay: Stay): number | undefined {
  const [from, to] = [stay.entered?.at, answer(stay)?.at];
  return from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / hour;
}

/** By the end of so many working days after the day on which the stage started. */
function byWorkingDay(answer: Answer, days: number, stay: Stay): boolean | undefined {
  const [from, to] = [stay.entered?.on, answer(stay)?.on];
  return from === undefined || to === undefined ? undefined : to <= addWorkingDays(from, days);
}

export const responseTime: Measuring<Cohort> = {
  id: 'response-time',
  unit: 'hours',
  says: ({ disputes }) => ({
    title: 'Response time',
    definition: `From the start of a stage to the first answer there, an offer or a disagreement, for every stage that these ${disputes} entered. Answered, and how fast, is of the stages that were answered and those with none: not answered when the due day had passed. Within 24 hours is by the clock, weekends included; by the next working day and within 2 working days count to the end of that day. Not in these: stages that ended or still wait before their due day, were passed up, were returned as not theirs, or whose holder could not be told by the due day. Acknowledgement is not an answer and is counted apart, of all stages entered whose holder could be told. What is recorded without a time of day has no hours.`,
  }),
  behind: {
    ...disputesBehind(
      () => 'A stage was not answered by its due day',
      ({ stays }, { asAt }) => stays.some((stay) => answeringOf(stay, asAt) === 'none'),
    ),
    row: 'none',
  },
  rows: (cohort) => {
    const stays = cohort.disputes.flatMap((course) => course.stays);
    const became = (wanted: Answering) => stays.filter((stay) => answeringOf(stay, cohort.asAt) === wanted);
    const [given, none] = [became('answered'), became('none')];
    const everything = tellersOf(cohort, ({ allTold }) => allTold);
    const beside = (key: Answering, label: string, tellers = everything) =>
      number(key, label, told(cohort, became(key).length, tellers));
    const tellers = tellersOf(cohort, ({ answerTold }) => answerTold);
    const of = told(cohort, given.length + none.length, tellers);
    return [
      share(
        'all',
        'Answered',
        of === null || of === 0 ? told(cohort, given.length, tellers) : given.length,
        of,
      ),
      ...speeds(cohort, answered, '', given, none, tellers),
      share('none', 'No answer', told(cohort, none.length, everything), of),
      beside('not-due', 'Ended or waiting before the due day'),
      beside('passed-up', 'Passed up'),
      beside('returned', 'Returned as not theirs'),
      beside('could-not-be-told', 'Could not be told'),
      beside('not-recorded', 'Not recorded', cohort.disputes.length),
      ...acknowledgement(
        cohort,
        stays.filter(({ allTold, couldNotBeTold }) => allTold && !couldNotBeTold),
      ),
    ];
  },
};

/** How many of the stages that started in a period with somebody as their holder were answered within 2 working days. */
export interface OwnAnswers {
  readonly within: number;
  /** Answered, or not answered when the due day had passed, as the measure counts them. */
  readonly of: number;
}

/** The same count as *answered within 2 working days*, for one manager: of the stages that started with them. */
export function ownAnswers(
  histories: readonly (readonly DisputeEvent[])[],
  person: string,
  { period, asAt }: { readonly period: Period; readonly asAt: Day },
): OwnAnswers {
  const stays = histories
    .flatMap((history) => courseAsAt(history, asAt)?.stays ?? [])
    .filter(
      ({ holder, entered }) => holder === person && entered !== undefined && within(entered.on, period),
    );
  const became = (wanted: Answering) => stays.filter((stay) => answeringOf(stay, asAt) === wanted);
  const given = became('answered');
  return {
    within: given.filter((stay) => byWorkingDay(answered, 2, stay) === true).length,
    of: given.length + became('none').length,
  };
}

/** Stays whose source would have told; where no stage was entered, the disputes are asked. */
function tellersOf(cohort: Cohort, tells: (stay: Stay) => boolean): number {
  const stays = cohort.disputes.flatMap((course) => course.stays);
  const none = cohort.disputes.filter((course) => course.climbTold).length;
  return stays.length === 0 ? none : stays.filter(tells).length;
}

function acknowledgement(cohort: Cohort, stays: readonly Stay[]): Row[] {
  const given = stays.filter((stay) => stay.acknowledged !== undefined);
  const tellers = tellersOf(cohort, ({ allTold }) => allTold);
  return [
    share(
      'acknowledged',
      'Acknowledged',
      told(cohort, given.length, tellers),
      told(cohort, stays.length, tellers),
    ),
    ...speeds(
      cohort,
      acknowledged,
      'acknowledged-',
      given,
      stays.filter((stay) => stay.acknowledged === undefined),
      tellers,
    ),
  ];
}

/** How fast: of those given whose times are known, and those that never came. */
function speeds(
  cohort: Cohort,
  answer: Answer,
  prefix: string,
  given: readonly Stay[],
  none: readonly Stay[],
  tellers: number,
): Row[] {
  // Where none was given, whoever would have told of one tells that it was not fast.
  const tellersFor = (known: number) => (given.length === 0 ? tellers : known);
  const hours = given.flatMap((stay) => hoursTo(answer, stay) ?? []);
  const fast = (key: string, label: string, known: readonly boolean[]) => {
    // What is taken of some is known; of none, where somebody would have told.
    const of = known.length > 0 || given.length === 0 ? known.length + none.length : 0;
    const count = of > 0 ? known.filter(Boolean).length : told(cohort, 0, tellersFor(known.length));
    return share(`${prefix}${key}`, label, count, count === null ? null : of);
  };
  const of = prefix === '' ? 'Answered' : 'Acknowledged';
  const within = (days: number) => given.flatMap((stay) => byWorkingDay(answer, days, stay) ?? []);
  return [
    middle(
      `${prefix}median-hours`,
      `${of}: median hours`,
      told(cohort, hours.length, tellersFor(hours.length)),
      hours,
    ),
    fast(
      'within-24-hours',
      `${of} within 24 hours`,
      hours.map((each) => each <= 24),
    ),
    fast('by-next-working-day', `${of} by the next working day`, within(1)),
    fast('within-2-working-days', `${of} within 2 working days`, within(2)),
  ];
}
