import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { SeenFact } from '../reviews/child.js';
import { id, optionalCell, optionalDay, optionalFlag } from './ssdCells.js';
import { readTable } from './table.js';

/** Child protection conferences of the Standard Safeguarding Dataset. */

const held = (column: string, today: Day) =>
  optionalDay(column).refine((day) => day === undefined || day <= today, `${column} is in the future`);

const enquiryRowSchema = (today: Day) =>
  z
    .object({
      s47e_s47_enquiry_id: id('s47e_s47_enquiry_id'),
      s47e_s47_start_date: held('s47e_s47_start_date', today),
    })
    .transform((row) => ({ id: row.s47e_s47_enquiry_id, strategyOn: row.s47e_s47_start_date }));
export type SsdEnquiryRow = z.infer<ReturnType<typeof enquiryRowSchema>>;

/** The start of an enquiry is, by the dataset, the strategy discussion at which it was initiated. */
export const readSsdEnquiries = (bytes: Uint8Array, today: Day) =>
  readTable(
    bytes,
    { required: ['s47e_s47_enquiry_id', 's47e_s47_start_date'], optional: [], others: 'expected' },
    enquiryRowSchema(today),
  );

const neither = 'there is neither a due date nor the date on which it was held';

const initialRowSchema = (today: Day) =>
  z
    .object({
      icpc_icpc_id: id('icpc_icpc_id'),
      icpc_person_id: id('icpc_person_id'),
      icpc_s47_enquiry_id: optionalCell,
      icpc_cp_plan_id: optionalCell,
      icpc_icpc_transfer_in: optionalFlag('icpc_icpc_transfer_in'),
      icpc_icpc_target_date: optionalDay('icpc_icpc_target_date'),
      icpc_icpc_date: held('icpc_icpc_date', today),
      icpc_icpc_outcome_cp_flag: optionalFlag('icpc_icpc_outcome_cp_flag'),
    })
    .transform((row) => ({
      conference: 'initial' as const,
      id: row.icpc_icpc_id,
      person: row.icpc_person_id,
      // Transferred from another authority: the strategy discussion there starts no clock here.
      enquiry: row.icpc_icpc_transfer_in === true ? null : row.icpc_s47_enquiry_id,
      plan: row.icpc_cp_plan_id,
      dueOn: row.icpc_icpc_target_date,
      heldOn: row.icpc_icpc_date,
      plans: row.icpc_icpc_outcome_cp_flag,
    }))
    .refine(({ dueOn, heldOn, enquiry }) => (dueOn ?? heldOn ?? enquiry) != null, neither);

const reviewRowSchema = (today: Day) =>
  z
    .object({
      cppr_cp_review_id: id('cppr_cp_review_id'),
      cppr_person_id: id('cppr_person_id'),
      cppr_cp_plan_id: optionalCell,
      cppr_cp_review_due: optionalDay('cppr_cp_review_due'),
      cppr_cp_review_date: held('cppr_cp_review_date', today),
      cppr_cp_review_outcome_continue_cp: optionalFlag('cppr_cp_review_outcome_continue_cp'),
    })
    .transform((row) => ({
      conference: 'review' as const,
      id: row.cppr_cp_review_id,
      person: row.cppr_person_id,
      enquiry: undefined,
      plan: row.cppr_cp_plan_id,
      dueOn: row.cppr_cp_review_due,
      heldOn: row.cppr_cp_review_date,
      plans: row.cppr_cp_review_outcome_continue_cp,
    }))
    .refine(({ dueOn, heldOn }) => (dueOn ?? heldOn) !== undefined, neither);

export type SsdConferenceRow =
  z.infer<ReturnType<typeof initialRowSchema>> | z.infer<ReturnType<typeof reviewRowSchema>>;

export const readSsdInitialConferences = (bytes: Uint8Array, today: Day) =>
  readTable<SsdConferenceRow>(
    bytes,
    {
      required: ['icpc_icpc_id', 'icpc_person_id', 'icpc_icpc_target_date', 'icpc_icpc_date'],
      optional: [
        'icpc_s47_enquiry_id',
        'icpc_cp_plan_id',
        'icpc_icpc_transfer_in',
        'icpc_icpc_outcome_cp_flag',
      ],
      others: 'expected',
    },
    initialRowSchema(today),
  );

export const readSsdConferenceReviews = (bytes: Uint8Array, today: Day) =>
  readTable<SsdConferenceRow>(
    bytes,
    {
      required: ['cppr_cp_review_id', 'cppr_person_id', 'cppr_cp_review_due', 'cppr_cp_review_date'],
      optional: ['cppr_cp_plan_id', 'cppr_cp_review_outcome_continue_cp'],
      others: 'expected',
    },
    reviewRowSchema(today),
  );

/** `strategyOn`: the start of the enquiry that the row names, where the extract has it; null: none counts. */
export function conferenceFact(
  { conference, id: sourceId, plan, dueOn, heldOn, plans }: SsdConferenceRow,
  strategyOn: Day | null | undefined,
): SeenFact {
  return {
    kind: 'conference',
    source: 'ssd',
    conference,
    sourceId,
    ...(heldOn === undefined ? {} : { heldOn }),
    ...(strategyOn === undefined ? {} : { strategyOn }),
    ...(dueOn === undefined ? {} : { sourceDueOn: dueOn }),
    ...(plan === undefined ? {} : { plan }),
    ...(plans === undefined ? {} : { plans }),
  };
}
