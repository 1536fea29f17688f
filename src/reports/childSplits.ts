import { personByUpn, teamByName } from '../people/directory.js';
import type { Allocation } from '../reviews/child.js';
import type { ChildCohort, CountedChild } from './childCohort.js';
import { groupsOf, itemsOf } from './groups.js';
import { type Measuring, measured } from './measuring.js';
import type { Measure, Row } from './report.js';
import type { Only } from './sources.js';
import { type Splitter, nameOf, splitId } from './splits.js';

export const childSplitters = ['team', 'area', 'iro'] as const satisfies readonly Splitter[];
export type ChildSplitter = (typeof childSplitters)[number];

/** Which of a child's allocations says where it counts: the one that holds, or the one of the period's last day. */
export type Allocated = 'as at' | 'at the end';

const allocated: Record<Allocated, string> = {
  'as at': 'allocation that is current at the as-at date',
  'at the end':
    'allocation that held on the last day of the period, or at the as-at date where that is earlier',
};

const allocationOf = (child: CountedChild, when: Allocated): Allocation | undefined =>
  when === 'as at' ? child.allocation : child.allocationAtEnd;

interface Splitting {
  readonly says: string;
  /** Under which one group a child falls: each under one, so that the groups add up to the whole. */
  readonly keyOf: (allocation: Allocation | undefined) => string;
  readonly known: readonly (readonly [key: string, label: string])[];
}

function splittingBy(by: ChildSplitter, { children, directory }: ChildCohort, when: Allocated): Splitting {
  switch (by) {
    case 'team':
      return {
        says: `by the team of the child’s ${allocated[when]}`,
        keyOf: (allocation) => allocation?.team ?? '',
        known: directory.teams.map(({ name }) => [name, name]),
      };
    case 'area':
      return {
        says: `by the area, as it is today, of the team of the child’s ${allocated[when]}`,
        keyOf: (allocation) => teamByName(directory, allocation?.team ?? '')?.area ?? '',
        known: [...new Set(directory.teams.map(({ area }) => area))].map((area) => [area, area]),
      };
    case 'iro':
      return {
        says: `by the IRO of the child’s ${allocated[when]}`,
        keyOf: (allocation) => personByUpn(directory, allocation?.iro ?? '')?.id ?? allocation?.iro ?? '',
        // Somebody who is an IRO no more is called by name too.
        known: [
          ...directory.people.filter(({ roles }) => roles.includes('iro')),
          ...children.flatMap((child) => personByUpn(directory, allocationOf(child, when)?.iro ?? '') ?? []),
        ].map(({ id, name }) => [id, name]),
      };
  }
}

/** The children of a cohort that fall under some groups of a split. */
export function childrenOf(cohort: ChildCohort, { by, keys }: Only, when: Allocated): ChildCohort {
  // Children have no theme.
  if (by === 'theme') return cohort;
  const { keyOf } = splittingBy(by, cohort, when);
  return {
    ...cohort,
    children: cohort.children.filter((child) => keys.includes(keyOf(allocationOf(child, when)))),
  };
}

/** How the first row of one measure spreads over the groups; its items have every row of all of them for each group. */
export function splitChildren(
  by: ChildSplitter,
  cohort: ChildCohort,
  spread: Measuring<ChildCohort>,
  measurings: readonly Measuring<ChildCohort>[],
  when: Allocated,
): Measure {
  const { says, keyOf, known } = splittingBy(by, cohort, when);
  const groupOf = (child: CountedChild) => keyOf(allocationOf(child, when));
  const groups = groupsOf(cohort.children.map(groupOf), known);
  const cohorts = groups.map((group) => ({
    group,
    own: { ...cohort, children: cohort.children.filter((child) => groupOf(child) === group.own) },
  }));
  const whole = measured(spread, cohort);
  const first = (about: ChildCohort): Row[] => spread.rows(about).slice(0, 1);
  return {
    id: splitId(by),
    title: `${whole.title}, by ${nameOf(by)}`,
    definition: `${whole.definition} Here ${says}; each child counts in one group, so that the groups add up to all.`,
    unit: whole.unit,
    rows: [
      ...whole.rows.slice(0, 1),
      ...cohorts.flatMap(({ group: { key, label }, own }) =>
        first(own).map((row) => ({ ...row, key, label })),
      ),
    ],
    items: cohorts.flatMap(({ group, own }) => itemsOf(group, own, measurings)),
  };
}
