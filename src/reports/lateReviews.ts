import type { ReviewType } from '../reviews/due.js';
import { type ChildCohort, heldIn, shareOf, timedOf, toldOf } from './childCohort.js';
import { share } from './figures.js';
import type { Measuring } from './measuring.js';
import { lateBehind, reviewTypes } from './timeliness.js';

const lateOf = (cohort: ChildCohort) =>
  timedOf(heldIn(cohort, cohort.period)).filter(({ onTime }) => !onTime);

export const lateReviews: Measuring<ChildCohort> = {
  id: 'late-reviews',
  unit: 'reviews',
  says: () => ({
    title: 'Late reviews',
    definition:
      'Of reviews held in the period whose due date is known, those held after it: what is not on time by review held. Each is listed with its child, when it was due and held, and by how many working days it was late; 0 where no working day lay between. A reason that is empty was not recorded. Short breaks (V3, V4) are not counted.',
  }),
  behind: lateBehind,
  rows: (cohort) => {
    const timed = timedOf(heldIn(cohort, cohort.period));
    const late = lateOf(cohort);
    return [
      shareOf(cohort, ['all', 'Late'], late.length, timed.length),
      ...reviewTypes.map((called) => {
        const like = ({ type }: { readonly type: ReviewType }) => type === called[0];
        return shareOf(cohort, called, late.filter(like).length, timed.filter(like).length);
      }),
    ];
  },
  items: (cohort) =>
    cohort.children
      .flatMap((child) =>
        heldIn({ ...cohort, children: [child] }, cohort.period).flatMap(({ on, timed }) =>
          timed.due === 'known' && !timed.onTime
            ? [
                {
                  child: child.ref,
                  type: timed.type,
                  dueOn: timed.dueOn,
                  heldOn: on,
                  workingDaysLate: timed.workingDaysLate,
                  reason: null,
                },
              ]
            : [],
        ),
      )
      .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : one.heldOn > other.heldOn ? 1 : 0)),
};

/** No source tells a reason yet: not one of them is 0. */
export const lateByReason: Measuring<ChildCohort> = {
  id: 'late-by-reason',
  unit: 'reviews',
  says: () => ({
    title: 'Late reviews by reason',
    definition: 'Late reviews held in the period by the reason that was recorded, of all of them.',
  }),
  behind: lateBehind,
  rows: (cohort) => {
    const timed = timedOf(heldIn(cohort, cohort.period));
    const late = toldOf(cohort, timed.length) === null ? null : lateOf(cohort).length;
    return [
      share('all', 'With a reason', null, late),
      ...cohort.policy.lateReasons.map(({ id, label }) => share(id, label, null, late)),
      share('not-recorded', 'Not recorded', late, late),
    ];
  },
};
