import { longDay, periodLabel } from '../calendar/periods.js';
import { changeOf } from '../reports/figures.js';
import { capital } from '../reports/measuring.js';
import type { Item, Measure, Report, Row } from '../reports/report.js';

/** A label is what somebody called something: it makes no table, no emphasis and no link. */
const plain = (text: string) => text.replaceAll(/[\\|*_`<>[\]#]/g, '\\$&').replaceAll(/\s+/g, ' ');
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line), ''];
}

/** For people: each measure with its definition, beside the period before at the same as-at date. */
export function reportAsMarkdown(report: Report, before: Report): string {
  const label = periodLabel(report.period);
  return [
    `# ${capital(report.report.replaceAll('-', ' '))}, ${label}`,
    '',
    `${longDay(report.period.from)} to ${longDay(report.period.to)}, as at ${longDay(report.asAt)}.`,
    '',
    ...report.notes.flatMap((note) => [`> ${plain(note)}`, '']),
    ...report.measures.flatMap((measure) =>
      section(
        measure,
        label,
        before.measures.find(({ id }) => id === measure.id),
        periodLabel(before.period),
      ),
    ),
  ]
    .join('\n')
    .trimEnd();
}

function section(
  measure: Measure,
  label: string,
  before: Measure | undefined,
  beforeLabel: string,
): string[] {
  const { title, definition, unit, rows, items } = measure;
  // Rows without an "of" have a number of the unit, a median say.
  const numbers = rows.some(({ of, value }) => of === null && value !== null);
  const head = ['', label, 'of', numbers ? `% or ${unit}` : '%', beforeLabel, 'change'];
  return [
    `## ${plain(title)}`,
    '',
    plain(definition),
    '',
    ...table(
      head,
      rows.map((row) => {
        const then = before?.rows.find(({ key }) => key === row.key);
        return [
          plain(row.label),
          countText(row),
          figure(row.of),
          valueText(row),
          beforeText(then),
          changeText(row, then),
        ];
      }),
    ),
    ...itemsTable(items),
  ];
}

const figure = (value: number | null) => (value === null ? '' : String(value));
const countText = ({ count }: Row) => (count === null ? 'not recorded' : String(count));
const valueText = ({ of, value }: Row) => (value === null ? '' : of === null ? String(value) : `${value}%`);
const beforeText = (row: Row | undefined) =>
  row === undefined ? '' : [countText(row), valueText(row)].filter(Boolean).join(', ');

/** Percentages differ by points, never by per cent. */
function changeText(row: Row, then: Row | undefined): string {
  const { count, value, in: measuredIn } = changeOf(row, then);
  const signed = (difference: number) => (difference > 0 ? `+${difference}` : String(difference));
  if (value !== null) return measuredIn === 'points' ? `${signed(value)} points` : signed(value);
  return count === null ? '' : signed(count);
}

/** What a measure lists; of the rows of groups, those that have something. */
function itemsTable(items: readonly Item[]): string[] {
  const telling = items.filter((item) => item['count'] !== 0 && item['count'] !== null);
  // The label of a group says to people what its key says to programs.
  const forPrograms = telling[0]?.['groupLabel'] === undefined ? [] : ['group', 'key'];
  const keys = Object.keys(telling[0] ?? {}).filter((key) => !forPrograms.includes(key));
  if (keys.length === 0) return [];
  return table(
    keys.map((key) => capital(key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))),
    telling.map((item) => keys.map((key) => plain(String(item[key] ?? '')))),
  );
}
