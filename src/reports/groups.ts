import type { Policy } from '../policy/policy.js';
import { type Measuring, measured } from './measuring.js';
import type { Item } from './report.js';

export const notRecorded = { key: 'not-recorded', label: 'Not recorded' } as const;

/** One of the groups that a report is spread over; `own` is what the things in it are known by, '' where by nothing. */
export interface Group {
  readonly own: string;
  readonly key: string;
  readonly label: string;
}

/** Groups that are there whether or not they have any, then those that were found, and last what is not recorded. */
export function groupsOf(
  found: readonly string[],
  known: readonly (readonly [key: string, label: string])[],
): Group[] {
  const labels = new Map(known);
  const others = [...new Set(found)].filter((own) => !labels.has(own) && own !== '').toSorted();
  return [
    ...[...labels.keys(), ...others].map((own) => ({ own, key: own, label: labels.get(own) ?? own })),
    ...(found.includes('') ? [{ own: '', ...notRecorded }] : []),
  ];
}

/** Every row of every measure for a group. */
export function itemsOf<About extends { readonly policy: Policy }>(
  { key, label: groupLabel }: Group,
  about: About,
  measurings: readonly Measuring<About>[],
): Item[] {
  return measurings.flatMap((measuring) => {
    const { id, rows } = measured(measuring, about);
    return rows.map(({ key: row, label, count, of, value }) => ({
      group: key,
      groupLabel,
      measure: id,
      key: row,
      label,
      count,
      of,
      value,
    }));
  });
}
