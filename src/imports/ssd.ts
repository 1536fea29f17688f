import { z } from 'zod';
import { type Day, daySchema, englishDay, parseBritishDay } from '../calendar/days.js';
import type { SeenFact } from '../reviews/child.js';
import { readParticipation } from '../reviews/participation.js';
import { readTable } from './table.js';

/** Extracts of the Standard Safeguarding Dataset. What wrote them differs by council: so do the cells. */

/** SQL Server's own export writes NULL where a cell is empty. */
const cell = z.string().transform((text) => (text.toUpperCase() === 'NULL' ? '' : text));

const id = (column: string) =>
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

const maybeDay = (column: string) =>
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

const yesOrNo = (column: string) =>
  cell.transform((text, context): boolean => {
    if (/^(y|yes|1|true)$/i.test(text)) return true;
    if (!/^(n|no|0|false)?$/i.test(text))
      context.addIssue({ code: 'custom', message: `${column} "${text}" is neither Y nor N` });
    return false;
  });

const episodeRowSchema = z.object({
  clae_cla_id: id('clae_cla_id'),
  clae_person_id: id('clae_person_id'),
});
export type SsdEpisodeRow = z.infer<typeof episodeRowSchema>;

export const readSsdEpisodes = (bytes: Uint8Array) =>
  readTable(
    bytes,
    { required: ['clae_cla_id', 'clae_person_id'], optional: [], others: 'expected' },
    episodeRowSchema,
  );

const reviewRowSchema = (today: Day) =>
  z
    .object({
      clar_cla_review_id: id('clar_cla_review_id'),
      clar_cla_id: id('clar_cla_id'),
      clar_cla_review_due_date: maybeDay('clar_cla_review_due_date'),
      clar_cla_review_date: maybeDay('clar_cla_review_date'),
      clar_cla_review_cancelled: yesOrNo('clar_cla_review_cancelled'),
      clar_cla_review_participation: cell,
    })
    .transform((row) => ({
      id: row.clar_cla_review_id,
      claId: row.clar_cla_id,
      dueOn: row.clar_cla_review_due_date,
      // A review that was cancelled keeps the day on which it was to be: it was not held.
      heldOn: row.clar_cla_review_cancelled ? undefined : row.clar_cla_review_date,
      cancelled: row.clar_cla_review_cancelled,
      participation: row.clar_cla_review_participation,
    }))
    .refine(({ heldOn }) => heldOn === undefined || heldOn <= today, 'clar_cla_review_date is in the future')
    .refine(
      ({ heldOn, dueOn, cancelled }) => cancelled || heldOn !== undefined || dueOn !== undefined,
      'there is neither a due date nor a review date',
    );
export type SsdReviewRow = z.infer<ReturnType<typeof reviewRowSchema>>;

export const readSsdReviews = (bytes: Uint8Array, today: Day) =>
  readTable(
    bytes,
    {
      required: [
        'clar_cla_review_id',
        'clar_cla_id',
        'clar_cla_review_due_date',
        'clar_cla_review_date',
        'clar_cla_review_cancelled',
        'clar_cla_review_participation',
      ],
      optional: [],
      others: 'expected',
    },
    reviewRowSchema(today),
  );

/** A review that was held goes in whatever its code: `reason` says why participation is not recorded. */
export function ssdReviewFact(
  { id: sourceId, dueOn, heldOn, cancelled, participation }: SsdReviewRow,
  bornOn: Day | undefined,
): { readonly fact: SeenFact; readonly reason?: string | undefined } {
  const source = 'ssd';
  const due = dueOn === undefined ? {} : { sourceDueOn: dueOn };
  if (heldOn === undefined) return { fact: { kind: 'expected-review', source, sourceId, ...due, cancelled } };
  const { code, reason } = readParticipation(participation, heldOn, bornOn);
  return { fact: { kind: 'review', source, sourceId, ...due, heldOn, participation: code }, reason };
}
