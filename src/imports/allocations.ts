import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { SeenFact } from '../reviews/child.js';
import { childRef, isUpn, isoDay, optionalText, saying, text, upn } from './cells.js';
import { readTable } from './table.js';

/** Never a name: letters alone, four at most. */
const initials = z
  .string()
  .transform((cell) => cell.replace(/[.\s-]/g, '').toUpperCase())
  .pipe(
    z
      .string()
      .min(1, 'there are no initials')
      .regex(/^$|^\p{L}{1,4}$/u, 'initials are one to four letters'),
  );

const allocationRowSchema = (today: Day) =>
  z.object({
    child: childRef,
    initials,
    family: optionalText,
    iro: upn('iro'),
    team: text('team'),
    social_worker: optionalText,
    from: isoDay('from')
      .refine((day) => day === null || day <= today, 'from is in the future')
      .optional(),
    ssd_id: optionalText,
  });
export type AllocationRow = z.infer<ReturnType<typeof allocationRowSchema>>;

export const readAllocations = (bytes: Uint8Array, today: Day) =>
  readTable(
    bytes,
    {
      required: ['child', 'initials', 'family', 'iro', 'team', 'social_worker'],
      optional: ['from', 'ssd_id'],
      others: 'warned',
    },
    allocationRowSchema(today),
  );

export function allocationFact(row: AllocationRow): SeenFact {
  const worker = row.social_worker;
  return {
    kind: 'allocation',
    source: 'allocations',
    initials: row.initials,
    iro: row.iro,
    team: row.team,
    ...saying({
      family: row.family,
      socialWorker: worker && isUpn(worker) ? worker.toLowerCase() : worker,
      from: row.from,
      ssdId: row.ssd_id,
    }),
  };
}

/** Why nobody can tell that a list is whole: a refused row may be anybody's. */
export function notWhole(rows: number, refused: number): string | undefined {
  if (rows === 0) return '--complete ended nothing: no row could be read';
  return refused === 0 ? undefined : '--complete ended nothing: rows were refused, and may be theirs';
}
