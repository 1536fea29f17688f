import { z } from 'zod';
import { plain, runSchema } from './template.js';

const cell = z.strictObject({
  type: z.literal('TableCell'),
  items: z.array(z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(runSchema).min(1) })),
});
export const tableSchema = z.strictObject({
  type: z.literal('Table'),
  firstRowAsHeaders: z.literal(false),
  showGridLines: z.literal(false),
  columns: z.array(z.strictObject({ width: z.number() })),
  rows: z.array(z.strictObject({ type: z.literal('TableRow'), cells: z.array(cell) })),
});
export type Table = z.infer<typeof tableSchema>;

/** One bar or one line of a table. */
export interface Bar {
  readonly label: string;
  /** What is drawn; undefined: not recorded, which is no bar of no length. */
  readonly count: number | undefined;
  /** What is said of it: '12 of 39 (30.8%)'. */
  readonly text: string;
}

/** Words in runs: a label is what somebody called something, and never Markdown. */
export const tableOf = (bars: readonly Bar[]): Table => ({
  type: 'Table',
  firstRowAsHeaders: false,
  showGridLines: false,
  columns: [{ width: 3 }, { width: 2 }],
  rows: bars.map(({ label, text }) => ({
    type: 'TableRow',
    cells: [label, text].map((words) => ({
      type: 'TableCell',
      items: [{ type: 'RichTextBlock', inlines: [plain(words)] }],
    })),
  })),
});

/** Teams and its Playground draw Chart.*; a client that does not know it draws the table instead. */
export const chartSchema = z.strictObject({
  title: z.string(),
  bars: z.array(z.strictObject({ x: z.string().min(1), y: z.number() })).min(1),
  table: tableSchema,
});
export type Chart = z.infer<typeof chartSchema>;

/** Of what was counted at all: one bar alone shows nothing. */
export function chartsOf(title: string, bars: readonly Bar[]): Chart[] {
  const drawn = bars.flatMap(({ label, count }) => (count === undefined ? [] : [{ x: label, y: count }]));
  return drawn.length < 2 || drawn.every(({ y }) => y === 0)
    ? []
    : [{ title, bars: drawn, table: tableOf(bars) }];
}
