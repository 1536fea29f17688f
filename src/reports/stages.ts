import { disputesBehind } from './behind.js';
import { type Cohort, endingTold, isResolved, those, told, withRows } from './cohort.js';
import type { Course } from './course.js';
import { share } from './figures.js';
import { type Measuring, capital } from './measuring.js';
import type { Row } from './report.js';

interface Counting {
  /** The stages at which a dispute counts. */
  readonly at: (course: Course) => readonly string[];
  /** Whether its source would have told. */
  readonly told: (course: Course) => boolean;
  readonly all: string;
}

/** A row for every stage of the policy, then for those that only histories know, then what is not recorded. */
function rowsByStage(cohort: Cohort, { at, told: tells, all }: Counting): Row[] {
  const formal = those(cohort, ({ kind }) => kind === 'formal');
  const tellers = formal.filter(tells);
  const of = told(cohort, formal.length, cohort.disputes.length);
  const counting = (like: (course: Course) => boolean) =>
    told(
      cohort,
      tellers.filter(like).length,
      tellers.length + (formal.length === 0 ? cohort.disputes.length : 0),
    );
  return [
    share(
      'all',
      all,
      counting((course) => at(course).length > 0),
      of,
    ),
    ...stagesOf(cohort).map(([id, label]) =>
      share(
        id,
        label,
        counting((course) => at(course).includes(id)),
        of,
      ),
    ),
    share(
      'not-recorded',
      'Not recorded',
      told(cohort, formal.length - tellers.length, cohort.disputes.length),
      of,
    ),
  ];
}

/** Labels are not kept by a dispute: a stage that the policy no longer has is called by its id. */
function stagesOf(cohort: Cohort): [id: string, label: string][] {
  const known = cohort.policy.ladder.map(({ id, label }): [string, string] => [id, label]);
  const ids = known.map(([id]) => id);
  const others = withRows(cohort)
    .flatMap(({ stays }) => stays.map(({ stage }) => stage))
    .filter((id) => !ids.includes(id));
  return [
    ...known,
    ...[...new Set(others)].map((id): [string, string] => [id, capital(id.replaceAll('-', ' '))]),
  ];
}

const entered = ({ stays }: Course) => stays.map(({ stage }) => stage);

/** Where it ended, if it ended so. */
const endedAt = (like: (course: Course) => boolean) => (course: Course) =>
  course.ending.kind === 'closed' && course.ending.stage !== undefined && like(course)
    ? [course.ending.stage]
    : [];

const resolved = ({ ending }: Course) => isResolved(ending);

/** A formal dispute ends at a stage; a record may know how it ended and not where. */
const endTold = (course: Course) =>
  endingTold(course) && (course.ending.kind !== 'closed' || course.ending.stage !== undefined);

const endedOtherwise = (course: Course) =>
  course.ending.kind === 'closed' && endTold(course) && !resolved(course);

export const stagesEntered: Measuring<Cohort> = {
  id: 'stages-entered',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Stages entered',
    definition: `Formal ${disputes} that entered each stage at least once, of all formal ${disputes}. One that climbed counts at each stage that it entered, so the stages may add up to more than all.`,
  }),
  behind: disputesBehind(
    () => 'Entered a stage',
    ({ kind, stays }) => kind === 'formal' && stays.length > 0,
  ),
  rows: (cohort) =>
    rowsByStage(cohort, { at: entered, told: ({ stays }) => stays.length > 0, all: 'Entered a stage' }),
};

export const stagesResolved: Measuring<Cohort> = {
  id: 'stages-resolved',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Resolved at each stage',
    definition: `Formal ${disputes} closed as resolved (the plan was changed, the action was done, or the explanation is accepted) while at each stage, of all formal ${disputes}.`,
  }),
  behind: disputesBehind(
    () => 'Resolved',
    (course) => course.kind === 'formal' && endTold(course) && resolved(course),
  ),
  rows: (cohort) => rowsByStage(cohort, { at: endedAt(resolved), told: endTold, all: 'Resolved' }),
};

export const stagesEndedOtherwise: Measuring<Cohort> = {
  id: 'stages-ended-otherwise',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Ended otherwise at each stage',
    definition: `Formal ${disputes} closed without being resolved (the decision stands and the IRO does not agree, withdrawn, or overtaken) while at each stage, of all formal ${disputes}.`,
  }),
  behind: disputesBehind(
    () => 'Ended otherwise',
    (course) => course.kind === 'formal' && endedOtherwise(course),
  ),
  rows: (cohort) =>
    rowsByStage(cohort, {
      at: endedAt((course) => endingTold(course) && !resolved(course)),
      told: endTold,
      all: 'Ended otherwise',
    }),
};

export const stagesHighest: Measuring<Cohort> = {
  id: 'stages-highest',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Highest stage reached',
    definition: `Formal ${disputes} by the highest stage that each had reached, of all formal ${disputes}: each counts once.`,
  }),
  rows: (cohort) =>
    rowsByStage(cohort, {
      at: (course) => entered(course).slice(-1),
      // Where a record has only the stage at which it was closed, that is the highest: a ladder is climbed.
      told: ({ stays, climbTold, ending }) =>
        stays.length > 0 && (climbTold || (ending.kind === 'closed' && ending.stage !== undefined)),
      all: 'Reached a stage',
    }),
};
