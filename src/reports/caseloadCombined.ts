import { isProtected } from '../reviews/protection.js';
import { atBothEnds, inCareOn, loadRows } from './caseload.js';
import { type ChildCohort, tellsOfConferences } from './childCohort.js';
import { number } from './figures.js';
import type { Measuring } from './measuring.js';

export const childProtection: Measuring<ChildCohort> = {
  id: 'child-protection',
  unit: 'children',
  says: () => ({
    title: 'Children on a child protection plan',
    definition:
      'Children on a child protection plan at the end of the last day of the period, or of the as-at date where that is earlier, by the conferences that the case system’s extracts have: from the initial conference that a plan came of to the review at which it ended. At the start: at the end of the day before the period. Began and ended since: those who are in one of the two numbers alone. Of a day before the first of which the extracts tell it is not recorded.',
  }),
  rows: (cohort) =>
    atBothEnds(cohort, {
      tells: tellsOfConferences,
      is: ({ protections }, day) => isProtected(protections, day),
      came: ['began', 'Began since'],
      left: ['ended', 'Ended since'],
    }),
};

export const caseloadCombined: Measuring<ChildCohort> = {
  id: 'caseload-combined',
  unit: 'children',
  says: ({ lookedAfter }) => ({
    title: 'Combined caseload',
    definition: `Children allocated to an IRO who are ${lookedAfter} (as in the caseload) or on a child protection plan, at the end of the last day of the period, or of the as-at date where that is earlier, each child once; both: those who are in each of the two numbers. For each IRO, and for each full-time equivalent (as people are on the list today): of the IROs who hold cases. The 50 to 70 of the IRO Handbook are of children ${lookedAfter} alone, and are not compared with this.`,
  }),
  rows: (cohort) => {
    const { children, endsOn } = cohort;
    const { inCare, unsure, known: careKnown } = inCareOn(cohort);
    const lookedAfter = new Set([...inCare, ...unsure]);
    const onPlan = new Set(children.filter(({ protections }) => isProtected(protections, endsOn)));
    const counted = children.filter((child) => lookedAfter.has(child) || onPlan.has(child));
    const held = counted.filter(({ allocationAtEnd }) => allocationAtEnd !== undefined);
    const conferencesKnown = tellsOfConferences(cohort, endsOn);
    const known = careKnown || conferencesKnown;
    const row = (key: string, label: string, count: number, told = known) =>
      number(key, label, told ? count : null);
    const some = (like: (child: (typeof held)[number]) => boolean) => held.filter(like).length;
    return [
      row('all', 'Children with an IRO', held.length),
      row(
        'looked-after',
        'Looked after',
        some((child) => lookedAfter.has(child)),
        careKnown,
      ),
      row(
        'child-protection',
        'On a child protection plan',
        some((child) => onPlan.has(child)),
        conferencesKnown,
      ),
      row(
        'both',
        'Both',
        some((child) => lookedAfter.has(child) && onPlan.has(child)),
        careKnown && conferencesKnown,
      ),
      ...loadRows(cohort, held).rows,
      row('without-iro', 'Without an IRO', counted.length - held.length),
    ];
  },
};
