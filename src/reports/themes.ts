import type { Policy } from '../policy/policy.js';
import { disputesBehind } from './behind.js';
import { type Cohort, all, notRecorded, those, told, withRows } from './cohort.js';
import type { Course } from './course.js';
import { share } from './figures.js';
import { type Measuring, capital } from './measuring.js';
import type { Row } from './report.js';

export const topOf = (theme: string): string => theme.split('/')[0] ?? '';

/** Themes as a dispute counts under them: `safety/missing` is a mention of `safety` too, and two of its subs are one. */
const mentionsOf = (themes: readonly string[]): string[] => [...new Set([...themes.map(topOf), ...themes])];

const hasThemes = ({ themes }: Course) => themes.length > 0;

/** Every theme of the policy and its subs, in its order, then what only histories know. */
export function themesOf(policy: Policy, courses: readonly Course[]): [id: string, label: string][] {
  const known = policy.themes.flatMap(({ id, label, sub }): [string, string][] => [
    [id, label],
    ...sub.map((each): [string, string] => [`${id}/${each.id}`, `${label}: ${each.label}`]),
  ]);
  const ids = new Set(known.map(([id]) => id));
  const others = courses.flatMap(({ themes }) => mentionsOf(themes)).filter((id) => !ids.has(id));
  return [...known, ...[...new Set(others)].toSorted().map((id): [string, string] => [id, called(id)])];
}

const called = (id: string) => capital(id.replaceAll('-', ' ').replace('/', ': '));

function rowsByTheme(cohort: Cohort, under: (course: Course) => readonly string[], first: Row): Row[] {
  const of = all(cohort);
  const tellers = those(cohort, hasThemes);
  const counting = (id: string) =>
    told(cohort, tellers.filter((course) => under(course).includes(id)).length, tellers.length);
  return [
    first,
    ...themesOf(cohort.policy, withRows(cohort)).map(([id, label]) => share(id, label, counting(id), of)),
    share('not-recorded', 'Not recorded', notRecorded(cohort, tellers.length), of),
  ];
}

export const themesMentioned: Measuring<Cohort> = {
  id: 'themes-mentions',
  unit: 'disputes',
  says: ({ disputes }) => ({
    title: 'Themes mentioned',
    definition: `${capital(disputes)} that mention each theme, as the primary one or another, of all that were raised. One with several themes counts under each, so mentions may exceed ${disputes}; the first row has all mentions beside all ${disputes}. One with several sub-themes of a theme counts once under the theme and once under each. Percentages are computed and need not add up to 100.`,
  }),
  behind: disputesBehind(() => 'With a theme', hasThemes),
  rows: (cohort) => {
    const mentions = cohort.disputes.flatMap(({ themes }) => [...new Set(themes.map(topOf))]);
    const count = told(cohort, mentions.length, those(cohort, hasThemes).length);
    // Mentions are no part of the disputes: a share of them would say nothing.
    const first = { key: 'all', label: 'All mentions', count, of: all(cohort), value: null };
    return rowsByTheme(cohort, ({ themes }) => mentionsOf(themes), first);
  },
};

export const themesPrimary: Measuring<Cohort> = {
  id: 'themes-primary',
  unit: 'disputes',
  says: ({ dispute, disputes }) => ({
    title: 'Primary themes',
    definition: `${capital(disputes)} by primary theme, of all that were raised: each ${dispute} counts once, and under its sub-theme too where it has one. Percentages are computed and need not add up to 100.`,
  }),
  behind: disputesBehind(() => 'With a theme', hasThemes),
  rows: (cohort) => {
    const count = told(cohort, those(cohort, hasThemes).length, those(cohort, hasThemes).length);
    return rowsByTheme(
      cohort,
      ({ themes }) => mentionsOf(themes.slice(0, 1)),
      share('all', 'With a theme', count, all(cohort)),
    );
  },
};
