import type { Day } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import { disputesBehind } from './behind.js';
import { type Cohort, those, told } from './cohort.js';
import { type Course, startedOn } from './course.js';
import { middle, number, share } from './figures.js';
import { type Measuring, capital } from './measuring.js';
import { timesOf } from './moves.js';
import type { Row } from './report.js';

const closedOn = ({ ending }: Course): Day | undefined => (ending.kind === 'closed' ? ending.on : undefined);
const isOpen = ({ ending }: Course) => ending.kind === 'open';
const isFormal = ({ kind }: Course) => kind === 'formal';
const isInformal = ({ kind }: Course) => kind === 'informal';
const closingTold = (course: Course) => isOpen(course) || closedOn(course) !== undefined;

const daysUntil = (day: (course: Course) => Day | undefined) => (courses: readonly Course[]) =>
  courses.flatMap((course) => {
    const until = day(course);
    return until === undefined ? [] : [workingDaysBetween(startedOn(course), until)];
  });

export const timeToClose: Measuring<Cohort> = {
  id: 'time-to-close',
  unit: 'working days',
  says: ({ disputes }) => ({
    title: 'Time to close',
    definition: `Of ${disputes} closed by the as-at date, the median of the working days from the formal start (for informal ones, from the day that they were raised) to the day that they were closed. One that was agreed and checked is closed on the day that it was found done.`,
  }),
  behind: disputesBehind(
    () => 'Closed',
    (course) => closedOn(course) !== undefined,
  ),
  rows: (cohort) => {
    const closed = those(cohort, (course) => closedOn(course) !== undefined);
    return daysByKind(cohort, 'All closed', closed, closedOn);
  },
};

/** The middle of the days of these, and of the formal and the informal ones among them. */
function daysByKind(
  cohort: Cohort,
  label: string,
  courses: readonly Course[],
  until: (course: Course) => Day | undefined,
): Row[] {
  const tellers = those(cohort, closingTold).length;
  const row = (key: string, of: string, some: readonly Course[]) =>
    middle(key, of, told(cohort, some.length, tellers), daysUntil(until)(some));
  return [
    row('all', label, courses),
    row('formal', 'Formal', courses.filter(isFormal)),
    row('informal', 'Informal', courses.filter(isInformal)),
    number(
      'not-recorded',
      'Not recorded',
      unknownClosing(cohort, () => true),
    ),
  ];
}

const unknownClosing = (cohort: Cohort, like: (course: Course) => boolean) =>
  told(
    cohort,
    those(cohort, (course) => like(course) && !closingTold(course)).length,
    cohort.disputes.length,
  );

const dueBeyond = ({ stays, formal }: Course) =>
  formal !== undefined && stays.some(({ dueOn }) => (dueOn ?? '') > formal.totalDueOn);

export const overTwentyDays: Measuring<Cohort> = {
  id: 'over-20-days',
  unit: 'disputes',
  says: ({ dispute, disputes }) => ({
    title: 'Over 20 working days',
    definition: `Formal ${disputes} that were closed after the day by which all stages together should have ended (20 working days from the formal start, or what the policy had then), or were open at the as-at date after it; of all formal ${disputes}. Beside them, how often more time was allowed beyond that day, and each ${dispute} with a stage whose own due day lay beyond it.`,
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
    const formal = those(cohort, (course) => isFormal(course) && closingTold(course));
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
      number('not-recorded', 'Not recorded', unknownClosing(cohort, isFormal)),
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
      ...daysByKind(cohort, 'All open', those(cohort, isOpen), asAt),
      middle(
        'raised-earlier',
        'Raised earlier',
        told(cohort, earlier.length, cohort.disputes.length),
        daysUntil(asAt)(earlier),
      ),
    ];
  },
  items: (cohort) =>
    those(cohort, isOpen).map((course) => ({
      number: course.number,
      kind: course.kind,
      stage: course.stays.at(-1)?.stage ?? null,
      raisedOn: course.raisedOn,
      workingDays: workingDaysBetween(startedOn(course), cohort.asAt),
    })),
};
