import { type Day, addDays, englishDay } from '../calendar/days.js';
import { personByUpn } from '../people/directory.js';
import { openStretch, placedForAdoption } from '../reviews/care.js';
import { childItems, childrenBehind } from './behind.js';
import { type ChildCohort, type CountedChild, tellsOfCare } from './childCohort.js';
import { number, share, toOneDecimal } from './figures.js';
import { type Measuring, capital } from './measuring.js';
import type { Row } from './report.js';

/** IRO Handbook: 50 to 70 looked-after children for a full-time equivalent. */
const handbookMost = 70;

export const isLookedAfter = ({ care }: CountedChild, day: Day): boolean =>
  openStretch(care, day)?.shortBreak === false;

export const inNoTimetable =
  'Children in short breaks (V3, V4) and those placed for adoption (A3 to A6) are not counted.';

/** Reviewed by reg 33, and so in an IRO's caseload: not while placed for adoption. */
export function isInTimetable(child: CountedChild, day: Day): boolean {
  const open = openStretch(child.care, day);
  return open !== undefined && !open.shortBreak && !placedForAdoption(open, day);
}

/**
 * Allocated by the day, and the files have no period of care: nothing says that the child has left. Not one who is
 * known from child protection alone, where the files do tell of care.
 */
const careNotKnown = (
  { care, protections, allocationAtEnd: held }: CountedChild,
  day: Day,
  filesTellOfCare: boolean,
): boolean =>
  care.length === 0 &&
  held !== undefined &&
  (held.from ?? englishDay(held.recordedAt)) <= day &&
  !(filesTellOfCare && protections.length > 0);

/** The children who count as looked after in a caseload; of `unsure` the files have no period of care. */
export function inCareOn(cohort: ChildCohort): {
  readonly inCare: readonly CountedChild[];
  readonly unsure: readonly CountedChild[];
  readonly known: boolean;
} {
  const { children, endsOn, careFrom } = cohort;
  const inCare = children.filter((child) => isInTimetable(child, endsOn));
  const unsure = children.filter((child) => careNotKnown(child, endsOn, careFrom !== undefined));
  return { inCare, unsure, known: tellsOfCare(cohort, endsOn) || unsure.length > 0 };
}

const inShortBreak = ({ care }: CountedChild, day: Day): boolean =>
  openStretch(care, day)?.shortBreak === true;

const isPlacedForAdoption = (child: CountedChild, day: Day): boolean =>
  isLookedAfter(child, day) && !isInTimetable(child, day);

export const childrenLookedAfter: Measuring<ChildCohort> = {
  id: 'children-looked-after',
  unit: 'children',
  says: ({ lookedAfter }) => ({
    title: `Children ${lookedAfter}`,
    definition: `Children ${lookedAfter} at the end of the last day of the period, or of the as-at date where that is earlier. At the start: at the end of the day before the period. Came and left since: those who are in one of the two numbers alone. A child whose start of care is not in the files counts from the first day that they know of; of a day before the first of all of these it is not recorded. Placed for adoption: of those at the end, by A3 to A6. Short breaks (V3, V4) are not counted.`,
  }),
  behind: childrenBehind(
    ({ lookedAfter }) => capital(lookedAfter),
    (child, { endsOn }) => isLookedAfter(child, endsOn),
  ),
  rows: (cohort) => {
    const { children, endsOn } = cohort;
    const placed = children.filter((child) => isPlacedForAdoption(child, endsOn)).length;
    return [
      ...atBothEnds(cohort, {
        tells: tellsOfCare,
        is: isLookedAfter,
        came: ['came', 'Came since'],
        left: ['left', 'Left since'],
      }),
      number('adoption', 'Placed for adoption', tellsOfCare(cohort, endsOn) ? placed : null),
    ];
  },
};

/** How many are so at the end and were at the start, and who in one of the two alone; null of a day of which no file tells. */
export function atBothEnds(
  cohort: ChildCohort,
  {
    tells,
    is,
    came,
    left,
  }: {
    readonly tells: (cohort: ChildCohort, day: Day) => boolean;
    readonly is: (child: CountedChild, day: Day) => boolean;
    /** Key and label of who is so now and was not, and the other way round. */
    readonly came: readonly [key: string, label: string];
    readonly left: readonly [key: string, label: string];
  },
): Row[] {
  const { children, endsOn, period } = cohort;
  const start = addDays(period.from, -1);
  const row = (key: string, label: string, like: (atStart: boolean, atEnd: boolean) => boolean, on = start) =>
    number(
      key,
      label,
      tells(cohort, on) ? children.filter((child) => like(is(child, start), is(child, endsOn))).length : null,
    );
  return [
    row('all', 'At the end', (_, atEnd) => atEnd, endsOn),
    row('at-start', 'At the start', (atStart) => atStart),
    row(...came, (atStart, atEnd) => !atStart && atEnd),
    row(...left, (atStart, atEnd) => atStart && !atEnd),
  ];
}

interface Load {
  readonly iro: string;
  readonly children: number;
  readonly fte: number | undefined;
}

function loadsOf({ directory }: ChildCohort, held: readonly CountedChild[]): Load[] {
  const byIro = new Map<string, number>();
  for (const { allocationAtEnd } of held)
    if (allocationAtEnd !== undefined)
      byIro.set(allocationAtEnd.iro, (byIro.get(allocationAtEnd.iro) ?? 0) + 1);
  return [...byIro].map(([iro, children]) => {
    const fte = personByUpn(directory, iro)?.fte;
    return { iro, children, fte: fte === 0 ? undefined : fte };
  });
}

const isAllocated = ({ allocationAtEnd }: CountedChild) => allocationAtEnd !== undefined;

/** What each IRO has of all children, whichever of them are counted here: too many are too many in every area. */
function wholeLoads(cohort: ChildCohort): Load[] {
  const { inCare, unsure } = inCareOn({ ...cohort, children: cohort.everybody });
  return loadsOf(cohort, [...inCare, ...unsure].filter(isAllocated));
}

const isOver = (children: number, fte: number | undefined): boolean =>
  fte !== undefined && children / fte > handbookMost;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A number of children, and of how many IROs or posts. */
const each = (key: string, label: string, value: number, of: number): Row =>
  of === 0
    ? number(key, label, null)
    : { key, label, count: toOneDecimal(of), of: null, value: toOneDecimal(value) };

/** For each IRO and for each full-time equivalent, the lowest and the highest: of the IROs who hold cases. */
export function loadRows(cohort: ChildCohort, held: readonly CountedChild[]) {
  const loads = loadsOf(cohort, held);
  const withFte = loads.flatMap(({ children: own, fte }) => (fte === undefined ? [] : [{ own, fte }]));
  const posts = sum(withFte.map(({ fte }) => fte));
  const sizes = loads.map((load) => load.children);
  return {
    loads,
    withFte,
    rows: [
      each('per-head', 'For each IRO', held.length / loads.length, loads.length),
      each('per-fte', 'For each full-time equivalent', sum(withFte.map(({ own }) => own)) / posts, posts),
      each('lowest', 'Lowest', Math.min(...sizes), loads.length),
      each('highest', 'Highest', Math.max(...sizes), loads.length),
    ],
  };
}

export const caseload: Measuring<ChildCohort> = {
  id: 'caseload',
  unit: 'children',
  says: ({ lookedAfter }) => ({
    title: 'Caseload',
    definition: `Children allocated to an IRO and ${lookedAfter} at the end of the last day of the period, or of the as-at date where that is earlier, by the allocation that held on that day. For each IRO, and for each full-time equivalent (as people are on the list today): of the IROs who hold cases. The IRO Handbook says 50 to 70 children for a full-time equivalent; over ${handbookMost}: IROs with more than that. Lowest and highest: of one IRO, whatever their hours. Care not in the files: children among these of whom the files have no period of care. Without an IRO: ${lookedAfter} and not allocated, not counted in the rest. In a split, and for an area, each IRO’s children of the group alone; but over ${handbookMost} by all that each of these IROs has. In short breaks (V3, V4), and placed for adoption (A3 to A6): counted beside, not in the rest.`,
  }),
  behind: {
    says: () => 'Children with an IRO',
    items: (cohort) => {
      const { inCare, unsure } = inCareOn(cohort);
      return childItems([...inCare, ...unsure].filter(isAllocated));
    },
  },
  rows: (cohort) => {
    const { inCare, unsure, known } = inCareOn(cohort);
    const held = [...inCare, ...unsure].filter(isAllocated);
    const { loads, withFte, rows } = loadRows(cohort, held);
    const here = new Set(loads.map(({ iro }) => iro));
    const over = wholeLoads(cohort).filter(
      ({ iro, children, fte }) => here.has(iro) && isOver(children, fte),
    ).length;
    const told = (count: number) => (known ? count : null);
    const beside = (like: (child: CountedChild, day: Day) => boolean) =>
      told(cohort.children.filter((child) => like(child, cohort.endsOn)).length);
    return [
      number('all', 'Children with an IRO', told(held.length)),
      ...rows,
      share(
        'over-70',
        `IROs over ${handbookMost} for a full-time equivalent`,
        told(over),
        told(withFte.length),
      ),
      share(
        'fte-not-recorded',
        'IROs whose full-time equivalent is not recorded',
        told(loads.length - withFte.length),
        told(loads.length),
      ),
      number('care-not-known', 'Care not in the files', told(unsure.length)),
      number(
        'without-iro',
        'Without an IRO',
        told(inCare.filter(({ allocationAtEnd }) => allocationAtEnd === undefined).length),
      ),
      number('short-breaks', 'In short breaks', beside(inShortBreak)),
      number('adoption', 'Placed for adoption', beside(isPlacedForAdoption)),
    ];
  },
};
