import { z } from 'zod';
import { daySchema } from '../calendar/days.js';
import { periodSchema } from '../calendar/periods.js';

/**
 * One line of a measure. null is "not recorded", or where there is nothing to count it of. `value` is a percentage of
 * `of` to one decimal where there is an `of`, else a number of the measure's unit.
 */
export const rowSchema = z.object({
  key: z.string(),
  label: z.string(),
  count: z.number().nullable(),
  of: z.number().nullable(),
  value: z.number().nullable(),
});
export type Row = z.infer<typeof rowSchema>;

/** One of the things that a measure lists, beside its rows. */
export const itemSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Item = z.infer<typeof itemSchema>;

/** A figure with its definition. The first row has the key `all`. */
export const measureSchema = z.object({
  id: z.string(),
  title: z.string(),
  definition: z.string(),
  unit: z.string(),
  rows: z.array(rowSchema).min(1),
  items: z.array(itemSchema),
});
export type Measure = z.infer<typeof measureSchema>;

export const reportSchema = z.object({
  report: z.string(),
  period: periodSchema,
  asAt: daySchema,
  /** What a reader must know before the figures: what was not recorded, and what is not counted. */
  notes: z.array(z.string()),
  measures: z.array(measureSchema),
});
export type Report = z.infer<typeof reportSchema>;
