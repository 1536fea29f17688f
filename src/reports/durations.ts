import type { Day } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import { disputesBehind } from './behind.js';
import { type Cohort, those, told } from './cohort.js';
import { type Course, startedOn } from './course.js';
import { middle, number, share } from './figures.js';
import { type Measuring, capital } from './measuring.js';
import { timesOf } from './moves.js';
import type { Item, Row } from './report.js';

const closedOn = ({ ending }: Course): Day | undefined => (ending.kind === 'closed' ? ending.on : undefined);
const isOpen = ({ ending }: Course) => ending.kind === 'open';
const isFormal = ({ kind }: Course) => kind === 'formal';
const isInformal = ({ kind }: Course) => kind === 'informal';
const closingTold = (course: Course) => isOpen(course) || closedOn(course) !== undefined;

/** Whether it is known how long it took, or that it is open. */
const timeTold = (course: Course) =>
  isOpen(course) || (closedOn(course) !== undefined && startedOn(course) !== undefined);
const timedClosing = (course: Course) => !isOpen(course) && timeTold(course);

const daysUntil = (day: (course: Course) => Day | undefined) => (courses: readonly Course[]) =>
  courses.flatMap((course) => {
    const [from, until] = [startedOn(course), day(course)];
    return from === undefined || until === undefined ? [] : [workingDaysBetween(from, until)];
  });

export const timeToClose: Measuring<Cohort> = {
  id: 'time-to-close',
  unit: 'working days',
  says: ({ disputes }) => ({
    title: 'Time to close',
    definition: `Of ${disputes} closed by the as-at date, the median of the working days from the formal start (for informal ones, from the day that they were raised) to the day that they were closed. Not recorded: those of which one of the two days is in no record. One that was agreed and checked is closed on the day that it was found done.`,
  }),
  behind: disputesBehind(() => 'Closed', timedClosing),
  rows: (cohort) =>
    daysByKind(cohort, 'All closed', those(cohort, timedClosing), { until: closedOn, tells: timeTold }),
};

/** The middle of the days of these, and of the formal and the informal ones among them. */
function daysByKind(
  cohort: Cohort,
  label: string,
  courses: readonly Course[],
  {
    until,
    tells,
  }: {
    readonly until: (course: Course) => Day | undefined;
    readonly tells: (course: Course) => boolean;
  },
): Row[] {
  const tellers = those(cohort, tells).length;
  const row = (key: string, of: string, some: readonly Course[]) =>
    middle(key, of, told(cohort, some.length, tellers), daysUntil(until)(some));
  return [
    row('all', label, courses),
    row('formal', 'Formal', courses.filter(isFormal)),
    row('informal', 'Informal', courses.filter(isInformal)),
    number(
      'not-recorded',
      'Not recorded',
      untold(cohort, (course) => !tells(course)),
    ),
  ];
}

const untold = (cohort: Cohort, like: (course: Course) => boolean) =>
  told(cohort, those(cohort, like).length, cohort.disputes.length);

const dueBeyond = ({ stays, formal }: Course) =>
  formal !== undefined && stays.some(({ dueOn }) => (dueOn ?? '') > formal.totalDueOn);

export const overTwentyDays: Measuring<Cohort> = {
  id: 'over-20-days',
  unit: 'disputes',
  says: ({ dispute, disputes }) => ({
    title: 'Over 20 working days',
    definition: `Formal ${disputes} that were closed after the day by which all stages together should have ended (20 working days from the formal start, or what the policy had then), or were open at the as-at date after it; of all formal ${disputes} of which that is known. Beside them, how often more time was allowed beyond that day, and each ${dispute} with a stage whose own due day lay beyond it.`,
  }),
  behind: disputesBehind(
    () => 'Over 20 working days',
    (course, { asAt }) => {
      const total = course.formal?.totalDueOn;
      return (
        isFormal(course) && total !== undefined && (isOpen(course) ? asAt : (closedOn(course) ?? '')) > total
      );
    },
  ),
  rows: (cohort) => {
    const formal = those(cohort, (course) => isFormal(course) && timeTold(course));
    const of = told(cohort, formal.length, cohort.disputes.length);
    const counting = (like: (course: Course, total: Day) => boolean) =>
      told(
        cohort,
        formal.filter((course) => course.formal !== undefined && like(course, course.formal.totalDueOn))
          .length,
        formal.length + (those(cohort, isFormal).length === 0 ? cohort.disputes.length : 0),
      );
    const closedLate = (course: Course, total: Day) => (closedOn(course) ?? '') > total;
    const openLate = (course: Course, total: Day) => isOpen(course) && cohort.asAt > total;
    return [
      share(
        'all',
        'Over',
        counting((c, total) => closedLate(c, total) || openLate(c, total)),
        of,
      ),
      share('closed', 'Closed after it', counting(closedLate), of),
      share('open', 'Open after it', counting(openLate), of),
      number('more-time', 'More time allowed beyond it (times)', timesOf(cohort, 'moreTimeBeyond')),
      number(
        'stage-due',
        'A stage due beyond it',
        told(
          cohort,
          formal.filter(dueBeyond).length,
          those(cohort, ({ times }) => times.moreTimeBeyond !== null).length,
        ),
      ),
      number(
        'not-recorded',
        'Not recorded',
        untold(cohort, (course) => isFormal(course) && !timeTold(course)),
      ),
    ];
  },
};

export const openAtEnd: Measuring<Cohort> = {
  id: 'open-at-end',
  unit: 'working days',
  says: ({ disputes }) => ({
    title: 'Open at the end',
    definition: `${capital(disputes)} raised in the period and open at the end of the as-at day (one that is agreed and still to be checked is open), with the median of the working days from the formal start, or for informal ones from the day that they were raised. Raised earlier: those raised before the period that are open too, not counted in the rest.`,
  }),
  behind: disputesBehind(() => 'Open', isOpen),
  rows: (cohort) => {
    const asAt = () => cohort.asAt;
    const earlier = cohort.earlier.filter(isOpen);
    return [
      ...daysByKind(cohort, 'All open', those(cohort, isOpen), { until: asAt, tells: closingTold }),
      middle(
        'raised-earlier',
        'Raised earlier',
        told(cohort, earlier.length, cohort.disputes.length),
        daysUntil(asAt)(earlier),
      ),
    ];
  },
  items: (cohort) =>
    those(cohort, isOpen).map((course): Item => ({
      number: course.number,
      kind: course.kind,
      stage: course.stays.at(-1)?.stage ?? null,
      raisedOn: course.raisedOn,
      workingDays: daysUntil(() => cohort.asAt)([course])[0] ?? null,
    })),
};
