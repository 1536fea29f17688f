import type { ReviewType } from '../reviews/due.js';
import { type ChildCohort, heldIn, ownClocks, shareOf, timedOf, toldOf } from './childCohort.js';
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
    definition: `Of reviews held in the period whose due date is known, those held after it: what is not on time by review held. Each is listed with its child, when it was due and held, and by how many working days it was late; 0 where no working day lay between. A reason that is empty was not recorded. ${ownClocks}`,
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
                  reason: timed.review.told.lateReason ?? null,
                },
              ]
            : [],
        ),
      )
      .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : one.heldOn > other.heldOn ? 1 : 0)),
};

/** A reason that the policy no longer has is counted under its id. */
export const lateByReason: Measuring<ChildCohort> = {
  id: 'late-by-reason',
  unit: 'reviews',
  says: () => ({
    title: 'Late reviews by reason',
    definition:
      'Late reviews held in the period by the reason that was recorded in Teams, of all of them. No file brings a reason: it is not recorded until somebody says it.',
  }),
  behind: lateBehind,
  rows: (cohort) => {
    const timed = timedOf(heldIn(cohort, cohort.period));
    const reasons = lateOf(cohort).map(({ review }) => review.told.lateReason);
    const late = toldOf(cohort, timed.length) === null ? null : reasons.length;
    const known = reasons.filter((reason) => reason !== undefined);
    const listed = cohort.policy.lateReasons;
    const others = new Set(known.filter((reason) => !listed.some(({ id }) => id === reason)));
    const row = (key: string, label: string, count: number) =>
      share(key, label, late === null || (count === 0 && known.length === 0) ? null : count, late);
    return [
      row('all', 'With a reason', known.length),
      ...[...listed, ...[...others].map((id) => ({ id, label: id }))].map(({ id, label }) =>
        row(id, label, known.filter((reason) => reason === id).length),
      ),
      share('not-recorded', 'Not recorded', late === null ? null : late - known.length, late),
    ];
  },
};
