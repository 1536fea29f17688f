import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { SeenFact } from '../reviews/child.js';
import { readParticipation } from '../reviews/participation.js';
import { cell, id, maybeDay, yesOrNo } from './ssdCells.js';
import { readTable } from './table.js';

/** Reviews of looked-after children in the Standard Safeguarding Dataset. */

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
