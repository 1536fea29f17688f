import { z } from 'zod';
import { type Day, daySchema, englishDay, parseBritishDay } from '../calendar/days.js';

/** Cells of the Standard Safeguarding Dataset. What wrote the extracts differs by council: so do the cells. */

/** SQL Server's own export writes NULL where a cell is empty. */
export const cell = z.string().transform((text) => (text.toUpperCase() === 'NULL' ? '' : text));

export const id = (column: string) =>
  cell.pipe(z.string().min(1, `there is no ${column}`).max(100, `${column} is too long`));

/** The day of a cell, whatever its time; a time with a zone is an instant, and its day is the English one. */
export function readSsdDay(text: string): Day | undefined {
  const british = /^(\d\d\/\d\d\/\d{4})(?: \d\d:\d\d(?::\d\d)?)?$/.exec(text)?.[1];
  if (british !== undefined) return parseBritishDay(british);
  const [, iso, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:([T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  const day = daySchema.safeParse(iso).data;
  if (day === undefined || zone === undefined) return day;
  const instant = Date.parse(`${day}${time?.replace(' ', 'T')}${zone}`);
  return Number.isNaN(instant) ? undefined : englishDay(new Date(instant).toISOString());
}

export const maybeDay = (column: string) =>
  cell.transform((text, context): Day | undefined => {
    if (text === '') return undefined;
    const day = readSsdDay(text);
    if (day === undefined)
      context.addIssue({
        code: 'custom',
        message: `${column} is no valid date (yyyy-mm-dd or dd/mm/yyyy is wanted)`,
      });
    return day;
  });

export const yesOrNo = (column: string) =>
  cell.transform((text, context): boolean => {
    if (/^(y|yes|1|true)$/i.test(text)) return true;
    if (!/^(n|no|0|false)?$/i.test(text))
      context.addIssue({ code: 'custom', message: `${column} "${text}" is neither Y nor N` });
    return false;
  });

/** A cell of a column that older extracts do not have. */
export const optionalCell = cell
  .optional()
  .transform((text) => (text === undefined || text === '' ? undefined : text));

/** The same as a day. */
export const optionalDay = (column: string) =>
  z
    .string()
    .optional()
    .transform((text) => text ?? '')
    .pipe(maybeDay(column));

/** Y or N; undefined where nothing is said. */
export const optionalFlag = (column: string) =>
  optionalCell.transform((text, context): boolean | undefined => {
    if (text === undefined) return undefined;
    const read = yesOrNo(column).safeParse(text);
    for (const { message } of read.error?.issues ?? []) context.addIssue({ code: 'custom', message });
    return read.data;
  });
