import { type Outcome, outcomeIds } from '../policy/policy.js';
import { disputesBehind } from './behind.js';
import { type Cohort, all, endingTold, isResolved, notRecorded, those, told, withRows } from './cohort.js';
import type { Course } from './course.js';
import { raisedInError } from './disputesRaised.js';
import { number, share } from './figures.js';
import { type Measuring, capital } from './measuring.js';
import { timesOf } from './moves.js';

export const outcomes: Measuring<Cohort> = {
  id: 'outcomes',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Outcomes',
    definition: `${capital(disputes)} closed by the as-at date, of all that were raised, and each outcome of all that were raised. Resolved: the plan was changed, the action was done, or the explanation is accepted. Agreed: how often an offer was agreed; done: how often a check found it done; reopened: how often a check found it not done. An agreement that is still to be checked is open.`,
  }),
  behind: disputesBehind(
    () => 'Closed',
    ({ ending }) => ending.kind === 'closed',
  ),
  rows: (cohort) => {
    const of = all(cohort);
    const tellers = those(cohort, endingTold);
    const counting = (like: (course: Course) => boolean) =>
      told(cohort, tellers.filter(like).length, tellers.length);
    const ended = those(cohort, ({ ending }) => ending.kind !== 'not-recorded');
    const closed = ended.filter(({ ending }) => ending.kind === 'closed');
    return [
      share('all', 'Closed', told(cohort, closed.length, ended.length), of),
      share(
        'resolved',
        'Resolved',
        counting(({ ending }) => isResolved(ending)),
        of,
      ),
      ...outcomesOf(cohort).map(({ id, label }) => share(id, label, counting(withOutcome(id)), of)),
      share(
        'open',
        'Open',
        counting(({ ending }) => ending.kind === 'open'),
        of,
      ),
      share('not-recorded', 'Not recorded', notRecorded(cohort, tellers.length), of),
      number('raised-in-error', 'Raised in error (not counted above)', raisedInError(cohort)),
      number('agreed', 'Agreed (times)', timesOf(cohort, 'agreed')),
      number('done', 'Checked and done (times)', timesOf(cohort, 'done')),
      number('reopened', 'Reopened (times)', timesOf(cohort, 'reopened')),
    ];
  },
};

/** Those of the policy, then those that only histories know. Raised in error stands beside. */
function outcomesOf(cohort: Cohort): { id: Outcome; label: string }[] {
  const { policy } = cohort;
  const known = policy.outcomes.filter(({ id }) => id !== 'raised-in-error');
  const others = outcomeIds.filter(
    (id) => !policy.outcomes.some((each) => each.id === id) && withRows(cohort).some(withOutcome(id)),
  );
  return [...known, ...others.map((id) => ({ id, label: capital(id.replaceAll('-', ' ')) }))];
}

const withOutcome =
  (id: string) =>
  ({ ending }: Course) =>
    ending.kind === 'closed' && ending.outcome === id;
