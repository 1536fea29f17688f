import { disputesBehind } from './behind.js';
import { type Cohort, all, notRecorded, those, told } from './cohort.js';
import type { Course, Happening } from './course.js';
import { share } from './figures.js';
import { type Measuring, capital } from './measuring.js';

/** How many are like this, of those whose source would have told. */
function counted(
  cohort: Cohort,
  key: string,
  label: string,
  like: (course: Course) => boolean,
  tells: (course: Course) => boolean,
) {
  return share(
    key,
    label,
    told(cohort, those(cohort, like).length, those(cohort, tells).length),
    all(cohort),
  );
}

function marked(
  id: string,
  mark: 'systemFault' | 'resources',
  title: string,
  means: string,
): Measuring<Cohort> {
  const tells = ({ marks }: Course) => marks !== null;
  return {
    id,
    unit: 'disputes',
    says: ({ disputes }) => ({
      title,
      definition: `${capital(disputes)} marked by the IRO as ${means}, of all that were raised.`,
    }),
    behind: disputesBehind(
      () => title,
      ({ marks }) => marks?.[mark] === true,
    ),
    rows: (cohort) => [
      counted(cohort, 'all', 'Marked', ({ marks }) => marks?.[mark] === true, tells),
      share('not-recorded', 'Not recorded', notRecorded(cohort, those(cohort, tells).length), all(cohort)),
    ],
  };
}

export const systemFault = marked(
  'system-fault',
  'systemFault',
  'System fault',
  'the fault of a computer system, not of a plan',
);
export const resources = marked(
  'resources',
  'resources',
  'Resources',
  'a matter of resources: placement, staff or money',
);

const origins = [
  ['review', 'A review'],
  ['midway', 'Midway between reviews'],
  ['between-reviews', 'Between reviews'],
  ['child-told-me', 'The child told the IRO'],
] as const;

export const byOrigin: Measuring<Cohort> = {
  id: 'by-origin',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Where they came from',
    definition: `${capital(disputes)} by what the IRO marked as their origin, of all that were raised. The mark is optional: not recorded are those without it.`,
  }),
  behind: disputesBehind(
    () => 'Marked with an origin',
    ({ origin }) => origin !== undefined,
  ),
  rows: (cohort) => {
    const tells = ({ originTold }: Course) => originTold;
    const marks = those(cohort, ({ origin }) => origin !== undefined);
    return [
      counted(cohort, 'all', 'Marked with an origin', ({ origin }) => origin !== undefined, tells),
      ...origins.map(([id, label]) => counted(cohort, id, label, ({ origin }) => origin === id, tells)),
      share('not-recorded', 'Not recorded', notRecorded(cohort, marks.length), all(cohort)),
    ];
  },
};

const happened = (...happenings: readonly Happening[]) => ({
  like: ({ times }: Course) => happenings.some((each) => (times[each] ?? 0) > 0),
  tells: ({ times }: Course) => happenings.every((each) => times[each] !== null),
});

export const cafcass: Measuring<Cohort> = {
  id: 'cafcass',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Referred to Cafcass',
    definition: `${capital(disputes)} that were referred to Cafcass (section 25B of the Children Act 1989), of all that were raised. Advice alone is no referral.`,
  }),
  behind: disputesBehind(() => 'Referred to Cafcass', happened('cafcass').like),
  rows: (cohort) => {
    const { like, tells } = happened('cafcass');
    return [counted(cohort, 'all', 'Referred', like, tells)];
  },
};

export const advice: Measuring<Cohort> = {
  id: 'advice',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Advice taken',
    definition: `${capital(disputes)} on which the IRO side took independent legal advice or the advice of Cafcass, of all that were raised. One with both counts under each.`,
  }),
  behind: disputesBehind(() => 'Advice taken', happened('legalAdvice', 'cafcassAdvice').like),
  rows: (cohort) => {
    const row = (key: string, label: string, ...happenings: Happening[]) => {
      const { like, tells } = happened(...happenings);
      return counted(cohort, key, label, like, tells);
    };
    return [
      row('all', 'Advice taken', 'legalAdvice', 'cafcassAdvice'),
      row('legal', 'Legal', 'legalAdvice'),
      row('cafcass', 'Cafcass', 'cafcassAdvice'),
    ];
  },
};

const doneOnFile = ({ children, onFile }: Course) =>
  children.filter(({ ref }) => onFile.includes(ref)).length;
const wholeOnFile = (course: Course) =>
  doneOnFile(course) > 0 && doneOnFile(course) === course.children.length;

export const recordedOnFile: Measuring<Cohort> = {
  id: 'recorded-on-file',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Recorded on the case file',
    definition: `${capital(disputes)} that the IRO has said to be recorded on the case file of every child concerned, of all that were raised; and those recorded on the file of some of the children.`,
  }),
  behind: disputesBehind(
    () => 'Not yet recorded for every child',
    (course) => course.onFileTold && !wholeOnFile(course),
  ),
  rows: (cohort) => {
    const tells = ({ onFileTold }: Course) => onFileTold;
    return [
      counted(cohort, 'all', 'For every child', wholeOnFile, tells),
      counted(
        cohort,
        'some',
        'For some of the children',
        (course) => doneOnFile(course) > 0 && !wholeOnFile(course),
        tells,
      ),
    ];
  },
};
