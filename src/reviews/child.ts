import { z } from 'zod';
import type { Instant } from '../calendar/days.js';
import { caseSystemSchemas } from './caseSystem.js';
import { saidBy, saidSchemas, toldOfReview } from './said.js';

/** Where a fact was read or said. */
const recorded = {
  recordedAt: z.string(),
  source: z.enum(['ssda903', 'ssd', 'allocations', 'teams']),
  /** Facts are superseded, never overwritten, so that an as-at report is the same later. */
  supersededAt: z.string().optional(),
};

/** A period of care. `startedOn` null: the return holds one year and the start is not in it (start not known). */
export const periodSchema = z.object({
  kind: z.literal('period'),
  startedOn: z.string().nullable(),
  /** The first day that the files know of this period: with an unknown start, what tells it apart. */
  knownFrom: z.string(),
  endedOn: z.string().optional(),
  /** As they followed one another: V3 and V4 are short breaks, which keep clocks of their own. */
  legalStatuses: z.array(z.object({ from: z.string(), code: z.string() })),
  /** From which day the child was placed for adoption, and was not; absent: no source says. Not where. */
  adoption: z.array(z.object({ from: z.string(), placed: z.boolean() })).optional(),
  /** The first day of the return's year, where one is known: what it tells is its own word, beside other years'. */
  year: z.string().optional(),
  /** What the case system calls the period. */
  sourceId: z.string().optional(),
  ...recorded,
});

/** A review that was held, as one source tells it. `participation` null: not recorded. */
export const reviewSchema = z.object({
  kind: z.literal('review'),
  /** Of a series of meetings the last. */
  heldOn: z.string(),
  /** The first of a series of meetings. */
  firstOn: z.string().optional(),
  withoutMeeting: z.literal(true).optional(),
  /** What the case system calls the review, and the due date that it gives. */
  sourceId: z.string().optional(),
  sourceDueOn: z.string().optional(),
  participation: z.enum(['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7']).nullable(),
  ...toldOfReview,
  ...z.object(saidBy).partial().shape,
  ...recorded,
});

/** A review that the case system has and that was not held: it is coming, or was cancelled there. */
export const expectedReviewSchema = z.object({
  kind: z.literal('expected-review'),
  sourceId: z.string(),
  sourceDueOn: z.string().optional(),
  cancelled: z.boolean(),
  ...recorded,
});

export const allocationSchema = z.object({
  kind: z.literal('allocation'),
  initials: z.string(),
  family: z.string().optional(),
  /** Upns and the team's name, as the file gives them; upns in lower case. */
  iro: z.string(),
  team: z.string(),
  socialWorker: z.string().optional(),
  from: z.string().optional(),
  ssdId: z.string().optional(),
  /** A lead's word in Teams: whose it is, by person id, and whom the source named then. */
  by: z.string().optional(),
  instead: z.object({ source: z.enum(['allocations', 'ssd']), iro: z.string() }).optional(),
  ...recorded,
});

export const profileSchema = z.object({
  kind: z.literal('profile'),
  sex: z.string().optional(),
  /** English day. Never shown: it decides which participation code fits. */
  bornOn: z.string().optional(),
  ethnicity: z.string().optional(),
  /** An unaccompanied asylum-seeking child; absent: the return that was read has no list of them. */
  unaccompanied: z.boolean().optional(),
  /** The day on which that ceased. */
  unaccompaniedUntil: z.string().optional(),
  /** The first day of the return's year, where it tells of one: an older return takes nothing from a newer one. */
  year: z.string().optional(),
  ...recorded,
});

const sourceFacts = [
  periodSchema,
  reviewSchema,
  expectedReviewSchema,
  allocationSchema,
  profileSchema,
  ...caseSystemSchemas,
] as const;
const sourceFactSchema = z.discriminatedUnion('kind', sourceFacts);
export const childFactSchema = z.discriminatedUnion('kind', [...sourceFacts, ...saidSchemas]);
export type ChildFact = z.infer<typeof childFactSchema>;
export type Period = z.infer<typeof periodSchema>;
export type ReviewFact = z.infer<typeof reviewSchema>;
export type ExpectedReview = z.infer<typeof expectedReviewSchema>;
export type Allocation = z.infer<typeof allocationSchema>;
export type Profile = z.infer<typeof profileSchema>;

/** In the order in which they were recorded. */
export const byRecording = (
  { recordedAt: one }: { readonly recordedAt: Instant },
  { recordedAt: other }: { readonly recordedAt: Instant },
): number => (one === other ? 0 : one < other ? -1 : 1);

type Unrecorded<F> = F extends ChildFact ? Omit<F, 'recordedAt' | 'supersededAt'> : never;
/** A fact as a source gives it, before it is recorded. */
export type SeenFact = Unrecorded<z.infer<typeof sourceFactSchema>>;

/** A looked-after child as dated facts. */
export const childSchema = z.object({
  /** `child:<ref>` */
  id: z.string(),
  type: z.literal('child'),
  shape: z.literal(1),
  ref: z.string(),
  /** The allocation that holds today, lifted out of the facts so that a query can find it. */
  iro: z.string().optional(),
  team: z.string().optional(),
  family: z.string().optional(),
  facts: z.array(childFactSchema),
  /** The years of the returns that were read of this child, by their first day: of other years reviews may be missing. */
  returns: z.array(z.object({ from: z.string(), recordedAt: z.string() })).optional(),
});
export type Child = z.infer<typeof childSchema>;
