import type { Day } from '../calendar/days.js';
import { isLookedAfter } from './caseload.js';
import { type ChildCohort, type CountedChild, tellsOfCare } from './childCohort.js';
import { share } from './figures.js';
import type { Measuring } from './measuring.js';
import type { Row } from './report.js';

const sexes: readonly (readonly [code: string, label: string])[] = [
  ['1', 'Male'],
  ['2', 'Female'],
  ['3', 'Neither'],
];

/** Codes of the national return. */
const ethnicities: readonly (readonly [code: string, label: string])[] = [
  ['WBRI', 'White British'],
  ['WIRI', 'White Irish'],
  ['WIRT', 'Traveller of Irish heritage'],
  ['WROM', 'Gypsy or Roma'],
  ['WOTH', 'Any other White background'],
  ['MWBC', 'White and Black Caribbean'],
  ['MWBA', 'White and Black African'],
  ['MWAS', 'White and Asian'],
  ['MOTH', 'Any other mixed background'],
  ['AIND', 'Indian'],
  ['APKN', 'Pakistani'],
  ['ABAN', 'Bangladeshi'],
  ['AOTH', 'Any other Asian background'],
  ['CHNE', 'Chinese'],
  ['BCRB', 'Black Caribbean'],
  ['BAFR', 'Black African'],
  ['BOTH', 'Any other Black background'],
  ['OOTH', 'Any other ethnic group'],
  ['REFU', 'Ethnicity refused'],
  ['NOBT', 'Ethnicity not obtained'],
];

/** The return lists a child who was at any time of its year, with the day on which that ceased. */
const isUnaccompanied = ({ profile }: CountedChild, day: Day): boolean =>
  profile?.unaccompanied === true && day < (profile.unaccompaniedUntil ?? '9999');

/** Who the children are: for leads, and never published below 5. */
export const profile: Measuring<ChildCohort> = {
  id: 'profile',
  unit: 'children',
  says: ({ lookedAfter }) => ({
    title: 'Who the children are',
    definition: `Children ${lookedAfter} at the end of the last day of the period, or of the as-at date where that is earlier, by the sex and the ethnicity that the national return gives, and those whom it has as unaccompanied asylum-seeking children on that day, of all of them. Not recorded: no return that was read says. Short breaks (V3, V4) are not counted.`,
  }),
  rows: (cohort) => {
    const { children, endsOn } = cohort;
    const known = tellsOfCare(cohort, endsOn);
    const inCare = children.filter((child) => isLookedAfter(child, endsOn));
    const of = known ? inCare.length : null;
    const row = (key: string, label: string, like: (child: CountedChild) => boolean) =>
      share(key, label, known ? inCare.filter(like).length : null, of);
    const by = (
      prefix: string,
      codes: readonly (readonly [string, string])[],
      codeOf: (child: CountedChild) => string | undefined,
    ): Row[] => {
      const others = inCare.flatMap((child) => codeOf(child) ?? []);
      const more = [...new Set(others)].filter((code) => !codes.some(([each]) => each === code)).toSorted();
      return [
        ...[...codes, ...more.map((code) => [code, code] as const)].map(([code, label]) =>
          row(`${prefix}-${code}`, label, (child) => codeOf(child) === code),
        ),
        row(`${prefix}-not-recorded`, `${prefix === 'sex' ? 'Sex' : 'Ethnicity'} not recorded`, (child) => {
          return codeOf(child) === undefined;
        }),
      ];
    };
    const told = inCare.some((child) => child.profile?.unaccompanied !== undefined);
    const unaccompanied = inCare.filter((child) => isUnaccompanied(child, endsOn)).length;
    return [
      share('all', 'All', of, of),
      ...by('sex', sexes, (child) => child.profile?.sex),
      ...by('ethnicity', ethnicities, (child) => child.profile?.ethnicity?.toUpperCase()),
      share('unaccompanied', 'Unaccompanied', told ? unaccompanied : null, of),
    ];
  },
};
