import type { Item } from '../reports/report.js';
import { words } from '../words/index.js';

const says = words.figures.late;

const few = 5;

/** What was late in one line, from the list of the late reviews, and of how many nobody knows. */
export function lateLine(late: readonly Item[], notKnown: number): string {
  const unknown = notKnown > 0 ? [says.notKnown(notKnown)] : [];
  if (late.length === 0) return [says.none, ...unknown].join(' ');
  const fewer = late.filter(({ workingDaysLate }) => Number(workingDaysLate) < few).length;
  const noReason = late.filter(({ reason }) => reason === null).length;
  const parts = [
    typesText(late),
    ...(fewer > 0 ? [says.byFewer(fewer, late.length)] : []),
    ...(noReason > 0 ? [says.noReason(noReason, late.length)] : []),
  ];
  return [says.some(late.length, parts.join(says.between)), ...unknown].join(' ');
}

function typesText(late: readonly Item[]): string {
  const counts = Object.entries(says.types).flatMap(([type, [one = '', many = '']]) => {
    const count = late.filter((item) => item['type'] === type).length;
    return count === 0 ? [] : [{ count, name: count === 1 ? one : many }];
  });
  const [only, ...others] = counts;
  if (only !== undefined && others.length === 0)
    return only.count === 1 ? says.one(only.name) : says.allOf(only.name);
  return counts.map(({ count, name }) => says.ofType(count, name)).join(', ');
}
