import { z } from 'zod';
import { type Day, daySchema, parseBritishDay } from '../calendar/days.js';

/** The cells that several files share. Each refuses with a sentence for whoever reads the list. */

export const text = (column: string) =>
  z.string().min(1, `there is no ${column}`).max(200, `${column} is too long`);

/** A cell of a column that may be missing: undefined where it is, null where the cell is empty. */
export const optionalText = z
  .string()
  .max(200, 'a cell is too long')
  .transform((cell) => (cell === '' ? null : cell))
  .optional();

export const childRef = z
  .string()
  .min(1, 'there is no child')
  .max(40, 'the child’s reference is too long')
  .regex(/^[^\p{Cc}<>]*$/u, 'the child’s reference has characters that no reference has');

const upnPattern = /^[^\s@,;:<>()[\]\\"/]+@[^\s@,;:<>()[\]\\"/]+\.[^\s@,;:<>()[\]\\"/]+$/;
export const isUpn = (cell: string): boolean => upnPattern.test(cell);

/** A user principal name, in lower case. */
export const upn = (column: string) =>
  z
    .string()
    .min(1, `there is no ${column}`)
    .refine((cell) => cell === '' || isUpn(cell), `${column} is no upn: it looks like name@council.gov.uk`)
    .transform((cell) => cell.toLowerCase());

/** An ISO day, as the service's own files write it; null where the cell is empty. */
export const isoDay = (column: string) =>
  z
    .string()
    .refine(
      (cell) => cell === '' || daySchema.safeParse(cell).success,
      `${column} is no valid date (yyyy-mm-dd is wanted)`,
    )
    .transform((cell): Day | null => (cell === '' ? null : cell));

/** A day of the SSDA903 return that may be missing, and is not in the future. */
export const maybePastDay = (column: string, today: Day) =>
  z
    .string()
    .transform((cell, context) => (cell === '' ? undefined : readPastDay(cell, column, today, context)));

/** A day of the SSDA903 return that a row needs, and that has come. */
export const pastDay = (column: string, today: Day) =>
  z
    .string()
    .min(1, `there is no date in ${column}`)
    .transform((cell, context) => readPastDay(cell, column, today, context));

function readPastDay(cell: string, column: string, today: Day, context: z.RefinementCtx): Day {
  const day = parseBritishDay(cell);
  if (day !== undefined && day <= today) return day;
  const message =
    day === undefined ? `${column} is no valid date (dd/mm/yyyy is wanted)` : `${column} is in the future`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** The entries of an object that say something. */
export function saying<T extends Record<string, unknown>>(
  record: T,
): { [K in keyof T]?: Exclude<T[K], null | undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], null | undefined> };
}
