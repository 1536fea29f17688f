import { z } from 'zod';

/** What the case system alone tells of a child. */
const recorded = {
  recordedAt: z.string(),
  source: z.literal('ssd'),
  supersededAt: z.string().optional(),
};

/**
 * Who works with the child by the case system. The service's own allocations come first: this fills what they do not
 * say. `iro` and `socialWorker` null: the last one's time has ended, and nobody follows; absent: no word of it.
 */
export const involvementSchema = z.object({
  kind: z.literal('involvement'),
  /** A upn of the list of people, in lower case. */
  iro: z.string().nullable().optional(),
  /** The day from which the IRO is the child's. */
  from: z.string().optional(),
  /** A upn of the list of people, else a name. */
  socialWorker: z.string().nullable().optional(),
  team: z.string().optional(),
  ...recorded,
});

/** A child protection conference: held, or still to come. */
export const conferenceSchema = z.object({
  kind: z.literal('conference'),
  conference: z.enum(['initial', 'review']),
  sourceId: z.string(),
  heldOn: z.string().optional(),
  /** Of an initial one: the strategy discussion that started the enquiry (section 47); null: none starts a clock here. */
  strategyOn: z.string().nullable().optional(),
  /** Of an initial one the target day, 15 working days after the strategy discussion by the dataset's definition. */
  sourceDueOn: z.string().optional(),
  plan: z.string().optional(),
  /** Whether a child protection plan followed, or went on; absent: the case system does not say. */
  plans: z.boolean().optional(),
  ...recorded,
});

export const caseSystemSchemas = [involvementSchema, conferenceSchema] as const;
export type Involvement = z.infer<typeof involvementSchema>;
export type Conference = z.infer<typeof conferenceSchema>;
