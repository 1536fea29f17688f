import type { Day } from '../calendar/days.js';
import { type Period, within } from '../calendar/periods.js';
import type { Policy } from '../policy/policy.js';
import type { Course, Ending } from './course.js';

/**
 * The disputes that a report is about: raised in the period, each once, followed to the as-at day. Those raised in
 * error stand beside it, not in it; so do those raised before it.
 */
export interface Cohort {
  readonly asAt: Day;
  readonly policy: Policy;
  readonly disputes: readonly Course[];
  readonly inError: readonly Course[];
  readonly earlier: readonly Course[];
  /** Those of the period that stands beside: themes and stages that they alone have get a row too. */
  readonly beside: readonly Course[];
  /** Everything in the period was recorded by somebody: what did not happen is 0. */
  readonly whole: boolean;
}

const isInError = ({ ending }: Course): boolean =>
  ending.kind === 'closed' && ending.outcome === 'raised-in-error';

export function cohortOf(
  courses: readonly Course[],
  about: {
    readonly period: Period;
    readonly beside: Period | undefined;
    readonly asAt: Day;
    readonly policy: Policy;
    readonly whole: boolean;
  },
): Cohort {
  const { period, beside, asAt, policy, whole } = about;
  const raised = courses.filter(({ raisedOn }) => within(raisedOn, period));
  return {
    asAt,
    policy,
    whole,
    disputes: raised.filter((course) => !isInError(course)),
    inError: raised.filter(isInError),
    earlier: courses.filter((course) => course.raisedOn < period.from && !isInError(course)),
    beside:
      beside === undefined
        ? []
        : courses.filter((course) => within(course.raisedOn, beside) && !isInError(course)),
  };
}

/** The disputes whose themes, stages and outcomes have a row, though the policy no longer has them. */
export const withRows = ({ disputes, beside }: Cohort): readonly Course[] => [...disputes, ...beside];

/** The disputes of it that are like this. */
export const those = (cohort: Cohort, like: (course: Course) => boolean): readonly Course[] =>
  cohort.disputes.filter(like);

/**
 * A count as it may be told: 0 only where recording was live for the whole period and some source could have told of
 * it; null, not recorded, where none could. `tellers` are the disputes whose source would have.
 */
export function told(cohort: Cohort, count: number, tellers: number): number | null {
  if (count > 0) return count;
  return cohort.whole && (tellers > 0 || cohort.disputes.length === 0) ? 0 : null;
}

/** What a share is taken of: all that were raised, which is known wherever one is. */
export const all = (cohort: Cohort): number | null =>
  told(cohort, cohort.disputes.length, cohort.disputes.length);

/** How many their sources do not tell of: known wherever the disputes are. */
export const notRecorded = (cohort: Cohort, tellers: number): number | null =>
  told(cohort, cohort.disputes.length - tellers, cohort.disputes.length);

const resolving: readonly (string | undefined)[] = ['plan-changed', 'action-done', 'explanation-accepted'];

export const isResolved = (ending: Ending): boolean =>
  ending.kind === 'closed' && resolving.includes(ending.outcome);

/** Whether it is known that it is open, or how it ended. */
export const endingTold = ({ ending }: Course): boolean =>
  ending.kind === 'open' || (ending.kind === 'closed' && ending.outcome !== undefined);
