import type { Item, Report, Row } from '../reports/report.js';

const columns = [
  'report',
  'from',
  'to',
  'as_at',
  'measure',
  'unit',
  'group',
  'key',
  'label',
  'count',
  'of',
  'value',
];

/** A cell that a spreadsheet would take for a formula is text: a label may be what somebody typed elsewhere. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line for each row, and for each row of each group where the report is split. An empty figure is not recorded. */
export function reportAsCsv({ report, period, asAt, measures }: Report): string {
  const line = (measure: string, unit: string, group: string, { key, label, count, of, value }: Row) =>
    [report, period.from, period.to, asAt, measure, unit, group, key, label, count, of, value]
      .map(cell)
      .join(',');
  const units = new Map(measures.map(({ id, unit }) => [id, unit]));
  const lines = measures.flatMap(({ id, unit, rows, items }) => [
    ...rows.map((row) => line(id, unit, '', row)),
    ...items.flatMap((item) => {
      const row = rowOfGroup(item);
      return row === undefined ? [] : [line(row.measure, units.get(row.measure) ?? '', row.group, row)];
    }),
  ]);
  return [columns.join(','), ...lines].join('\r\n');
}

/** The row that an item of a split is; other items are no figures. */
function rowOfGroup(item: Item): (Row & { readonly measure: string; readonly group: string }) | undefined {
  const { group, measure, key, label } = item;
  if (group === undefined || measure === undefined) return undefined;
  const figure = (value: Item[string] | undefined) => (typeof value === 'number' ? value : null);
  return {
    group: String(group),
    measure: String(measure),
    key: String(key),
    label: String(label),
    count: figure(item['count']),
    of: figure(item['of']),
    value: figure(item['value']),
  };
}
