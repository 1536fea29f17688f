import type { Tally } from './report.js';
import type { Row } from './table.js';

/** The first row of each key; those that say it again are the same, and listed. */
export function firsts<T>(
  rows: readonly Row<T>[],
  key: (row: T) => string,
  what: string | ((row: T) => string),
  tally: Tally,
): Row<T>[] {
  const lines = new Map<string, number>();
  return rows.filter(({ line, value }) => {
    const first = lines.get(key(value));
    if (first === undefined) lines.set(key(value), line);
    else tally.again(line, first, typeof what === 'string' ? what : what(value));
    return first === undefined;
  });
}
