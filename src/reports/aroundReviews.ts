import { englishDay } from '../calendar/days.js';
import { within } from '../calendar/periods.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import { type ParentsPart, type SoonerGround, type StepSaid, soonerGrounds } from '../reviews/said.js';
import { type ChildCohort, type Held, heldIn, ownClocks, pressedOf, shareOf, toldOf } from './childCohort.js';
import { number, share } from './figures.js';
import type { Measuring } from './measuring.js';
import type { Row } from './report.js';

const beside = 'Those of which nobody has said it are counted beside.';

/** Some of those of which it is known, and how many are not. What nobody was asked in Teams is not recorded, never 0. */
function ofThoseKnown(
  cohort: ChildCohort,
  label: string,
  some: number,
  known: number,
  all: number,
  rows: readonly (readonly [key: string, label: string, count: number])[] = [],
): Row[] {
  const row = ([key, called]: readonly [string, string], count: number) =>
    known === 0 && all > 0 ? share(key, called, null, null) : shareOf(cohort, [key, called], count, known);
  return [
    row(['all', label], some),
    ...rows.map(([key, called, count]) => row([key, called], count)),
    number('not-recorded', 'Not recorded', toldOf(cohort, all) === null ? null : all - known),
  ];
}

const parts: Readonly<Record<Exclude<ParentsPart, 'none'>, string>> = {
  'took-part': 'Took part',
  'other-way': 'Gave their views another way',
  'did-not': 'Invited, did not take part',
  'not-invited': 'Not invited',
};

export const parents: Measuring<ChildCohort> = {
  id: 'parents',
  unit: 'reviews',
  says: () => ({
    title: 'Parents',
    definition: `Of reviews held in the period for which the parents’ part is recorded and there was a parent to invite, those in which one took part or gave views another way. Reviews without a parent to invite stand beside. ${beside} ${ownClocks}`,
  }),
  rows: (cohort) => {
    const all = heldIn(cohort, cohort.period).map(({ timed }) => timed.review.told.parents);
    const count = (part: ParentsPart) => all.filter((each) => each === part).length;
    const none = count('none');
    const known = all.filter((part) => part !== undefined).length - none;
    const [first, ...rest] = ofThoseKnown(
      cohort,
      'Took part or gave their views',
      count('took-part') + count('other-way'),
      known,
      all.length - none,
      (Object.keys(parts) as (keyof typeof parts)[]).map((part) => [part, parts[part], count(part)]),
    );
    return [
      ...(first === undefined ? [] : [first]),
      ...rest,
      number('none', 'No parent to invite', known + none === 0 ? null : none),
    ];
  },
};

export const seenAlone: Measuring<ChildCohort> = {
  id: 'seen-alone',
  unit: 'reviews',
  says: () => ({
    title: 'Seen alone',
    definition: `Of reviews held in the period for which it is recorded, those at which the IRO spoke to the child alone. ${beside} ${ownClocks}`,
  }),
  rows: (cohort) => {
    const all = heldIn(cohort, cohort.period).map(({ timed }) => timed.review.told.seenAlone);
    const count = (answer: NonNullable<(typeof all)[number]>) => all.filter((each) => each === answer).length;
    const known = all.filter((answer) => answer !== undefined).length;
    return ofThoseKnown(cohort, 'Spoken to alone', count('yes'), known, all.length, [
      ['no', 'Not spoken to alone', count('no')],
      ['declined', 'The child chose not to', count('declined')],
    ]);
  },
};

const stepsOf = ({ said }: Held, step: StepSaid['step']): StepSaid[] =>
  said.flatMap((fact) => (fact.kind === 'step' && fact.step === step ? [fact] : []));

/** A report that came later was not in all the same. */
export const reportLate: Measuring<ChildCohort> = {
  id: 'report-late',
  unit: 'reviews',
  says: () => ({
    title: 'Reports late',
    definition: `Of reviews held in the period for which somebody said whether the social worker’s report was in, those for which it was not, whether it came later or not. ${beside} ${ownClocks}`,
  }),
  rows: (cohort) => {
    const all = heldIn(cohort, cohort.period).map((held) => stepsOf(held, 'reportIn'));
    const late = all.filter((said) => said.some((fact) => fact.said === 'not-in')).length;
    const known = all.filter((said) => said.length > 0).length;
    return ofThoseKnown(cohort, 'Not in', late, known, all.length);
  },
};

/** The gravest that was found counts: what was raised, else a concern, else on track. */
export const midway: Measuring<ChildCohort> = {
  id: 'midway',
  unit: 'reviews',
  says: () => ({
    title: 'Midway checks',
    definition: `Of second and later reviews held in the period before which a midway check was recorded, those for which it found the plan on track. A check that was raised is no longer counted as a concern. ${beside} ${ownClocks}`,
  }),
  rows: (cohort) => {
    const all = heldIn(cohort, cohort.period)
      .filter(({ timed }) => timed.due === 'known' && timed.type !== 'first')
      .map((held) => stepsOf(held, 'midway').map(({ said }) => said));
    const raised = all.filter((said) => said.includes('raised')).length;
    const concern = all.filter((said) => said.includes('concern') && !said.includes('raised')).length;
    const known = all.filter((said) => said.length > 0).length;
    return ofThoseKnown(cohort, 'On track', known - concern - raised, known, all.length, [
      ['concern', 'A concern was logged', concern],
      ['raised', 'It was raised', raised],
    ]);
  },
};

export const recordsInTime: Measuring<ChildCohort> = {
  id: 'records-in-time',
  unit: 'reviews',
  says: () => ({
    title: 'Records sent in time',
    definition: `Of reviews held in the period whose record is known to have been sent, those sent within the working days that the service’s policy gives it (20 by default) of the day on which they were held. Those for which that time is not over and nothing was said are counted beside, and so are those of which nobody has said it after that. ${ownClocks}`,
  }),
  rows: (cohort) => {
    const { asAt, policy } = cohort;
    const days = policy.leadDays.recordSent;
    const all = heldIn(cohort, cohort.period).map((held) => ({
      heldOn: held.timed.review.heldOn,
      sentOn: stepsOf(held, 'recordSent').at(-1)?.on,
    }));
    const sent = all.flatMap(({ heldOn, sentOn }) =>
      sentOn === undefined ? [] : [workingDaysBetween(heldOn, sentOn)],
    );
    const open = all.filter(
      ({ heldOn, sentOn }) => sentOn === undefined && workingDaysBetween(heldOn, asAt) <= days,
    ).length;
    return [
      ...ofThoseKnown(
        cohort,
        'Sent in time',
        sent.filter((took) => took <= days).length,
        sent.length,
        all.length - open,
      ),
      number('not-yet', 'Not sent yet, in time still', toldOf(cohort, all.length) === null ? null : open),
    ];
  },
};

export const adjourned: Measuring<ChildCohort> = {
  id: 'adjourned',
  unit: 'reviews',
  says: () => ({
    title: 'Adjourned',
    definition: `Of reviews held in the period, those that had been adjourned for want of information. ${ownClocks}`,
  }),
  rows: (cohort) => {
    const all = heldIn(cohort, cohort.period);
    const some = all.filter(({ said }) => said.some(({ kind }) => kind === 'adjourned')).length;
    return [share('all', 'Adjourned', pressedOf(cohort, some), toldOf(cohort, all.length))];
  },
};

const grounds: Readonly<Record<SoonerGround, string>> = {
  child: 'The child asked',
  iro: 'The IRO asked',
  'not-safeguarded': 'Not safeguarded well enough (reg 30)',
  'accommodation-ends': 'Accommodation from the police or the court was to end',
  'detention-ends': 'Detention was to end',
  'return-home': 'Accommodation was to end, and no parent took over',
  other: 'Something else',
};

export const soonerByReason: Measuring<ChildCohort> = {
  id: 'sooner-by-reason',
  unit: 'reviews',
  says: () => ({
    title: 'Sooner reviews by reason',
    definition:
      'Reviews that were asked for before they were due in the period, by the ground of regulation 33(3), each time that somebody asked; by the day on which it was recorded.',
  }),
  rows: (cohort) => {
    const asked = cohort.children
      .flatMap(({ said }) => said)
      .flatMap((fact) =>
        fact.kind === 'sooner-asked' && within(englishDay(fact.recordedAt), cohort.period)
          ? [fact.ground]
          : [],
      );
    const row = (key: string, label: string, count: number) =>
      share(
        key,
        label,
        pressedOf(cohort, count) ?? (asked.length > 0 ? count : null),
        pressedOf(cohort, asked.length),
      );
    return [
      row('all', 'All', asked.length),
      ...soonerGrounds.map((ground) =>
        row(ground, grounds[ground], asked.filter((each) => each === ground).length),
      ),
    ];
  },
};
