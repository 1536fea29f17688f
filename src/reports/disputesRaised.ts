import { disputesBehind } from './behind.js';
import { type Cohort, all, endingTold, those, told } from './cohort.js';
import type { Course } from './course.js';
import { number, share } from './figures.js';
import { type Measuring, capital } from './measuring.js';

export const disputesRaised: Measuring<Cohort> = {
  id: 'disputes-raised',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: `${capital(disputes)} raised`,
    definition: `${capital(disputes)} raised in the period, each once, as informal or formal as it was at the as-at date. Made formal: raised informally and made formal since, counted among the formal ones. Raised in error: not counted in the rest. Children, families and IROs: how many different ones these ${disputes} concern; a child whose family is not known is a family.`,
  }),
  behind: disputesBehind(
    ({ disputes }) => `${capital(disputes)} raised`,
    () => true,
  ),
  rows: (cohort) => {
    const { disputes } = cohort;
    const kind = (wanted: Course['kind']) =>
      told(cohort, those(cohort, (c) => c.kind === wanted).length, disputes.length);
    const different = (
      key: string,
      label: string,
      found: readonly string[],
      tellers: (course: Course) => boolean,
    ) => number(key, label, told(cohort, new Set(found).size, those(cohort, tellers).length));
    const withChildren = (course: Course) => course.children.length > 0;
    return [
      number('all', 'All', all(cohort)),
      share('informal', 'Informal', kind('informal'), all(cohort)),
      share('formal', 'Formal', kind('formal'), all(cohort)),
      number(
        'made-formal',
        'Made formal',
        told(cohort, those(cohort, (c) => c.madeFormal).length, disputes.length),
      ),
      number('raised-in-error', 'Raised in error', raisedInError(cohort)),
      different(
        'children',
        'Children',
        disputes.flatMap((c) => c.children.map(({ ref }) => ref)),
        withChildren,
      ),
      different('families', 'Families', familiesOf(disputes), withChildren),
      different(
        'iros',
        'IROs',
        disputes.map((c) => c.iro).filter((iro) => iro !== ''),
        (c) => c.iro !== '',
      ),
    ];
  },
};

export const raisedInError = (cohort: Cohort): number | null =>
  told(cohort, cohort.inError.length, those(cohort, endingTold).length);

/** A child may be known with its family in one dispute and without in another. */
function familiesOf(disputes: readonly Course[]): string[] {
  const children = disputes.flatMap((course) => course.children);
  const families = new Map(
    children.flatMap(({ ref, family }) => (family === undefined ? [] : [[ref, family]])),
  );
  return children.map(({ ref }) => {
    const family = families.get(ref);
    return family === undefined ? `child ${ref}` : `family ${family}`;
  });
}
