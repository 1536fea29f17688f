import { type Directory, personById, teamByName } from '../people/directory.js';
import { type Cohort, all, those, told, withRows } from './cohort.js';
import type { Course } from './course.js';
import { share } from './figures.js';
import { type Group, groupsOf, itemsOf } from './groups.js';
import { type Measuring, nounsOf, capital } from './measuring.js';
import { type Measure, rowSchema } from './report.js';
import type { Only } from './sources.js';
import { themesOf, topOf } from './themes.js';

export const splitters = ['team', 'area', 'iro', 'theme'] as const;
export type Splitter = (typeof splitters)[number];

export const splitId = (by: Splitter): string => `by-${by}`;
export const nameOf = (by: Splitter): string => (by === 'iro' ? 'IRO' : by);

interface Splitting {
  /** Under which one group a dispute falls: each under one, so that the groups add up to the whole. */
  readonly keyOf: (course: Course) => string;
  /** Groups that are there whether or not they have any. */
  readonly known: readonly (readonly [key: string, label: string])[];
  readonly by: string;
}

function splittingBy(by: Splitter, cohort: Cohort, directory: Directory): Splitting {
  switch (by) {
    case 'team':
      return {
        by: 'by the team of the first child when it was raised',
        keyOf: ({ team }) => team,
        known: directory.teams.map(({ name }) => [name, name]),
      };
    case 'area':
      return {
        by: 'by the area of that team as it is today',
        keyOf: ({ team }) => teamByName(directory, team)?.area ?? '',
        known: [...new Set(directory.teams.map(({ area }) => area))].map((area) => [area, area]),
      };
    case 'iro':
      return {
        by: 'by the IRO whose child it was when it was raised. More recorded is not worse: it shows challenge',
        keyOf: ({ iro }) => iro,
        known: [
          ...directory.people.filter(({ roles }) => roles.includes('iro')),
          ...withRows(cohort).flatMap(({ iro }) => personById(directory, iro) ?? []),
        ].map(({ id, name }) => [id, name]),
      };
    case 'theme':
      return {
        by: 'by primary theme',
        keyOf: ({ themes }) => topOf(themes[0] ?? ''),
        known: themesOf(cohort.policy, withRows(cohort)).filter(([id]) => !id.includes('/')),
      };
  }
}

/** The disputes of a cohort that fall under some groups of a split. */
export function disputesOf(cohort: Cohort, directory: Directory, { by, keys, formal = false }: Only): Cohort {
  const { keyOf } = splittingBy(by, cohort, directory);
  return narrowed(cohort, (course) => keys.includes(keyOf(course)) && (!formal || course.kind === 'formal'));
}

const ofGroup = (cohort: Cohort, keyOf: Splitting['keyOf'], { own }: Group): Cohort =>
  narrowed(cohort, (course) => keyOf(course) === own);

function narrowed(cohort: Cohort, like: (course: Course) => boolean): Cohort {
  const inGroup = (courses: readonly Course[]) => courses.filter(like);
  return {
    ...cohort,
    disputes: inGroup(cohort.disputes),
    inError: inGroup(cohort.inError),
    earlier: inGroup(cohort.earlier),
    beside: inGroup(cohort.beside),
  };
}

/**
 * A measure by the groups of a split: its first row of each. Undefined: the split has nothing of it, for it counts
 * something else than disputes.
 */
export function spreadOf(measure: Measure, split: Measure, by: Splitter): Measure | undefined {
  const [all] = measure.rows;
  const rows = split.items.flatMap(({ measure: of, key, group, groupLabel, ...row }) => {
    const read = rowSchema.safeParse({ ...row, key: group, label: groupLabel });
    return of === measure.id && key === 'all' && read.success ? [read.data] : [];
  });
  if (all === undefined || rows.length === 0) return undefined;
  return {
    ...measure,
    id: split.id,
    title: `${measure.title}, by ${nameOf(by)}`,
    definition: `${measure.definition} ${split.definition}`,
    rows: [all, ...rows],
  };
}

/** How the disputes spread over the groups; its items have every row of the other measures for each group. */
export function splitBy(
  by: Splitter,
  cohort: Cohort,
  measurings: readonly Measuring<Cohort>[],
  directory: Directory,
): Measure {
  const { keyOf, known, by: splitting } = splittingBy(by, cohort, directory);
  const found = [...withRows(cohort), ...cohort.inError, ...cohort.earlier].map(keyOf);
  const groups = groupsOf(found, known).map((group) => ({ group, cohort: ofGroup(cohort, keyOf, group) }));
  const { disputes } = nounsOf(cohort.policy);
  const raised = those(cohort, () => true).length;
  return {
    id: splitId(by),
    title: `${capital(disputes)} by ${nameOf(by)}`,
    definition: `${capital(disputes)} raised in the period, ${splitting}; each counts in one group, so that the groups add up to all.`,
    unit: 'disputes',
    rows: [
      share('all', 'All', all(cohort), all(cohort)),
      ...groups.map(({ group, cohort: own }) =>
        share(group.key, group.label, told(cohort, own.disputes.length, raised), all(cohort)),
      ),
    ],
    items: groups.flatMap(({ group, cohort: own }) => itemsOf(group, own, measurings)),
  };
}
