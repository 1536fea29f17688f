import { longDay, periodLabel } from '../calendar/periods.js';
import { changeOf, isMiddleOfNone } from '../reports/figures.js';
import { capital } from '../reports/measuring.js';
import type { Item, Measure, Report, Row } from '../reports/report.js';

/** A label is what somebody called something: it makes no table, no emphasis and no link. */
const plain = (text: string) => text.replaceAll(/[\\|*_`<>[\]#]/g, '\\$&').replaceAll(/\s+/g, ' ');
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line), ''];
}

/**
 * For people: each measure with its definition, beside the period before at the same as-at date. Where that was not
 * recorded whole, nothing has gone up or down on it.
 */
export function reportAsMarkdown(report: Report, before: Report): string {
  const label = periodLabel(report.period);
  return [
    `# ${capital(report.report.replaceAll('-', ' '))}, ${label}`,
    '',
    `${longDay(report.period.from)} to ${longDay(report.period.to)}, as at ${longDay(report.asAt)}.`,
    '',
    ...report.notes.flatMap((note) => [`> ${plain(note)}`, '']),
    ...before.notes.flatMap((note) => [`> ${periodLabel(before.period)}: ${plain(note)}`, '']),
    ...report.measures.flatMap((measure) =>
      section(
        measure,
        label,
        before.measures.find(({ id }) => id === measure.id),
        periodLabel(before.period),
        before.notes.length > 0,
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
  partly: boolean,
): string[] {
  const { title, definition, unit, rows, items } = measure;
  const head = ['', label, 'of', '%', beforeLabel, 'change'];
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
          countText(row, unit),
          ofText(row),
          valueText(row),
          beforeText(then, unit),
          partly ? '' : changeText(row, then),
        ];
      }),
    ),
    ...itemsTable(items),
  ];
}

/** A number of the unit, a median say: its count is of how many it is. */
const isOfUnit = ({ of, value }: Row) => of === null && value !== null;
const figure = (value: number | null) => (value === null ? '' : String(value));
const countText = (row: Row, unit: string) =>
  row.count === null
    ? 'not recorded'
    : isMiddleOfNone(row, unit)
      ? 'none'
      : isOfUnit(row)
        ? `${row.value} ${unit}`
        : String(row.count);
const ofText = (row: Row) => figure(isOfUnit(row) ? row.count : row.of);
const valueText = ({ of, value }: Row) => (value === null || of === null ? '' : `${value}%`);
const beforeText = (row: Row | undefined, unit: string) =>
  row === undefined ? '' : [countText(row, unit), valueText(row)].filter(Boolean).join(', ');

/** Percentages differ by points, never by per cent. */
function changeText(row: Row, then: Row | undefined): string {
  const { count, value, in: measuredIn } = changeOf(row, then);
  const signed = (difference: number) => (difference > 0 ? `+${difference}` : String(difference));
  if (value !== null)
    return measuredIn === 'points'
      ? `${signed(value)} ${Math.abs(value) === 1 ? 'point' : 'points'}`
      : signed(value);
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
