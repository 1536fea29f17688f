import { openStretch } from '../reviews/care.js';
import type { Participation } from '../reviews/participation.js';
import { hasOwnClock } from '../reviews/timing.js';
import { participationCodes } from '../policy/policy.js';
import { reviewsBehind } from './behind.js';
import { inNoTimetable, isInTimetable } from './caseload.js';
import {
  type ChildCohort,
  type CountedChild,
  type Held,
  heldIn,
  ownClocks,
  shareOf,
  toldOf,
} from './childCohort.js';
import { number } from './figures.js';
import type { Measuring } from './measuring.js';
import type { Row } from './report.js';

/** The national codes in short, as rows. */
const codes: Record<Participation, string> = {
  PN0: 'PN0: under 4 at the review',
  PN1: 'PN1: was there and spoke for themselves',
  PN2: 'PN2: was there; an advocate spoke for them',
  PN3: 'PN3: was there; showed their views without words',
  PN4: 'PN4: was there; gave no views and had nobody speak for them',
  PN5: 'PN5: not there; asked an advocate or the IRO to speak for them',
  PN6: 'PN6: not there; sent views',
  PN7: 'PN7: not there; no views given',
};
const wasThere: readonly Participation[] = ['PN1', 'PN2', 'PN3', 'PN4'];

type Code = Participation | null;
const codeOf = ({ timed }: Held): Code => timed.review.participation;
const codesIn = (cohort: ChildCohort): Code[] => heldIn(cohort, cohort.period).map(codeOf);
const recorded = (all: readonly Code[]): Participation[] => all.flatMap((code) => code ?? []);

const beside =
  'Reviews of children under 4 (PN0), and those whose participation is not recorded, are counted beside.';

/** What some of the codes are of all that are known and none is PN0; those stand beside. */
function ofFourAndOver(
  cohort: ChildCohort,
  label: string,
  all: readonly Code[],
  some: readonly Participation[],
): Row[] {
  const known = recorded(all).filter((code) => code !== 'PN0');
  const count = (like: (code: Code) => boolean) => toldOf(cohort, all.filter(like).length);
  return [
    shareOf(cohort, ['all', label], known.filter((code) => some.includes(code)).length, known.length),
    number(
      'under-4',
      'Under 4 (PN0)',
      count((code) => code === 'PN0'),
    ),
    number(
      'not-recorded',
      'Not recorded',
      count((code) => code === null),
    ),
  ];
}

export const participation: Measuring<ChildCohort> = {
  id: 'participation',
  unit: 'reviews',
  says: ({ participated }) => ({
    title: 'Participation',
    definition: `Of reviews held in the period of children of 4 and over whose participation is recorded, those in which the child took part: ${participated}. ${beside} ${ownClocks}`,
  }),
  behind: reviewsBehind(
    () => 'The child did not take part',
    (held, { policy }) => {
      const code = codeOf(held);
      return code !== null && code !== 'PN0' && !policy.participated.includes(code);
    },
  ),
  rows: (cohort) => ofFourAndOver(cohort, 'Took part', codesIn(cohort), cohort.policy.participated),
};

/** By no clock of its own, in the period of care that the child is in on the last day; undefined: none was held yet. */
function lastReview({ care, held }: CountedChild, { endsOn }: ChildCohort): Held | undefined {
  const period = openStretch(care, endsOn)?.period;
  return held
    .filter(({ on, stretch, timed }) => on <= endsOn && stretch.period === period && !hasOwnClock(timed))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1);
}

export const participationLastReview: Measuring<ChildCohort> = {
  id: 'participation-last-review',
  unit: 'children',
  says: ({ participated, lookedAfter }) => ({
    title: 'Participation in the last review',
    definition: `Of children ${lookedAfter} at the end of the last day of the period, or of the as-at date where that is earlier, by the last review held by then in their present period of care: those who took part in it (${participated}), of those of 4 and over whose participation in it is recorded. The others are counted beside. ${inNoTimetable} ${ownClocks}`,
  }),
  rows: (cohort) => {
    const children = cohort.children.filter((child) => isInTimetable(child, cohort.endsOn));
    const last = children.map((child) => lastReview(child, cohort));
    const codesOfLast = last.flatMap((held) => (held === undefined ? [] : [codeOf(held)]));
    return [
      ...ofFourAndOver(cohort, 'Took part', codesOfLast, cohort.policy.participated),
      number('no-review', 'No review yet', toldOf(cohort, last.filter((held) => held === undefined).length)),
    ];
  },
};

export const participationAllAges: Measuring<ChildCohort> = {
  id: 'participation-all-ages',
  unit: 'reviews',
  says: ({ participated }) => ({
    title: 'Participation, all ages',
    definition: `Of all reviews held in the period whose participation is recorded, those of children under 4 (PN0) too, those in which the child took part: ${participated}. Those whose participation is not recorded are counted beside. ${ownClocks}`,
  }),
  rows: (cohort) => {
    const all = codesIn(cohort);
    const known = recorded(all);
    const tookPart = known.filter((code) => cohort.policy.participated.includes(code)).length;
    return [
      shareOf(cohort, ['all', 'Took part'], tookPart, known.length),
      number('not-recorded', 'Not recorded', toldOf(cohort, all.length - known.length)),
    ];
  },
};

export const participationByCode: Measuring<ChildCohort> = {
  id: 'participation-by-code',
  unit: 'reviews',
  says: () => ({
    title: 'Participation by code',
    definition: `Reviews held in the period by the code of the national return (SSDA903), of all of them. A code that does not fit the child’s age is not recorded. ${ownClocks}`,
  }),
  rows: (cohort) => {
    const all = codesIn(cohort);
    const row = (key: string, label: string, like: (code: Code) => boolean) =>
      shareOf(cohort, [key, label], all.filter(like).length, all.length);
    return [
      row('all', 'With a code', (code) => code !== null),
      ...participationCodes.map((wanted) => row(wanted, codes[wanted], (code) => code === wanted)),
      row('not-recorded', 'Not recorded', (code) => code === null),
    ];
  },
};

export const attended: Measuring<ChildCohort> = {
  id: 'attended',
  unit: 'reviews',
  says: () => ({
    title: 'Attended',
    definition: `Of reviews held in the period of children of 4 and over whose participation is recorded, those at which the child was there: ${wasThere.join(', ')}. ${beside} ${ownClocks}`,
  }),
  behind: reviewsBehind(
    () => 'The child was not there',
    (held) => {
      const code = codeOf(held);
      return code !== null && code !== 'PN0' && !wasThere.includes(code);
    },
  ),
  rows: (cohort) => ofFourAndOver(cohort, 'Was there', codesIn(cohort), wasThere),
};
