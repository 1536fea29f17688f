import { isLookedAfter } from './caseload.js';
import { type ChildCohort, tellsOfCare } from './childCohort.js';
import { type Cohort, all, those, told } from './cohort.js';
import { share } from './figures.js';
import { type Measuring, capital } from './measuring.js';
import type { Policy } from '../policy/policy.js';

/** Disputes and the children among whom they were raised. */
export interface BothCohorts {
  readonly policy: Policy;
  readonly disputes: Cohort;
  readonly children: ChildCohort;
}

/** A percentage is how many there are for each hundred. */
export const perHundredChildren: Measuring<BothCohorts> = {
  id: 'per-100-children',
  unit: 'disputes',
  says: ({ disputes, lookedAfter }) => ({
    title: `${capital(disputes)} per 100 children`,
    definition: `${capital(disputes)} raised in the period for each 100 children who were ${lookedAfter} at the end of its last day, or of the as-at date where that is earlier: the percentage is the rate. More recorded is not worse: it shows challenge. Short breaks (V3, V4) are not counted among the children.`,
  }),
  rows: ({ disputes, children: cohort }) => {
    const { children, endsOn } = cohort;
    const of = tellsOfCare(cohort, endsOn)
      ? children.filter((child) => isLookedAfter(child, endsOn)).length
      : null;
    const kind = (wanted: 'informal' | 'formal') =>
      told(disputes, those(disputes, (course) => course.kind === wanted).length, disputes.disputes.length);
    return [
      // Not all there is, which would be told as a number: disputes are no part of the children.
      share('all', 'All raised', all(disputes), of),
      share('informal', 'Informal', kind('informal'), of),
      share('formal', 'Formal', kind('formal'), of),
    ];
  },
};
