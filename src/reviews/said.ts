import { z } from 'zod';

/** Who said it, and for whom: business support and whoever covers say it on behalf of the child's IRO. */
export const saidBy = {
  /** Person ids. */
  by: z.string(),
  onBehalfOf: z.string().optional(),
  /** The form it came from, so that the same form sent twice is one act. */
  formId: z.string().optional(),
  /** The personal-detail check found something in the words, and they were saved all the same. */
  savedAnyway: z.literal(true).optional(),
};

const recorded = {
  ...saidBy,
  recordedAt: z.string(),
  source: z.literal('teams'),
  supersededAt: z.string().optional(),
};

/** The parents' part in a review. */
export const parentsParts = ['took-part', 'other-way', 'did-not', 'not-invited', 'none'] as const;
export type ParentsPart = (typeof parentsParts)[number];

/** Whether the IRO spoke to the child alone; `declined`: the child chose not to. */
export const seenAloneAnswers = ['yes', 'no', 'declined'] as const;

/** What only those who were there can tell of a review that was held: no import brings it. */
export const toldOfReview = {
  parents: z.enum(parentsParts).optional(),
  /** Why no parent was invited. Typed. */
  parentsWhy: z.string().optional(),
  seenAlone: z.enum(seenAloneAnswers).optional(),
  /** An id of the policy's `lateReasons`. */
  lateReason: z.string().optional(),
  /** By the id of the policy's own question. */
  answers: z.record(z.string(), z.boolean()).optional(),
  /** In one line. Typed. */
  outcome: z.string().optional(),
};

/**
 * The review that something was said of: the day on which it was due then, or, once it was held, the day on which it
 * was held. What is imported later may move either by some days: the review whose day is nearest is meant. Of a
 * progress check it is the initial conference.
 */
const ofReview = { review: z.string() };

/** Not enough information (reg 33): put off once, by at most 20 working days. The due day goes on deciding. */
const adjournedSchema = z.object({
  kind: z.literal('adjourned'),
  ...ofReview,
  until: z.string(),
  ...recorded,
});

/** Another day was planned. The due day goes on deciding. */
const dateChangedSchema = z.object({
  kind: z.literal('date-changed'),
  ...ofReview,
  plannedOn: z.string(),
  ...recorded,
});

/** The grounds of reg 33(3) on which a review is held before it is due, in its order; `other` is a parent, say. */
export const soonerGrounds = [
  'child',
  'iro',
  'not-safeguarded',
  'accommodation-ends',
  'detention-ends',
  'return-home',
  'other',
] as const;
export type SoonerGround = (typeof soonerGrounds)[number];

const soonerAskedSchema = z.object({
  kind: z.literal('sooner-asked'),
  ...ofReview,
  ground: z.enum(soonerGrounds),
  /** The day by which it is wanted. */
  wantedBy: z.string().optional(),
  ...recorded,
});

/** What is to be done around a review or a conference, by the names of the policy's lead times. */
export const steps = [
  'speakToSocialWorker',
  'childSeen',
  'reportIn',
  'decisionsOut',
  'planUpdated',
  'recordWritten',
  'recordSent',
  'midway',
  'progressCheck',
] as const;
export type Step = (typeof steps)[number];
export const stepsAfter = ['decisionsOut', 'planUpdated', 'recordWritten', 'recordSent'] as const;
export type AfterStep = (typeof stepsAfter)[number];
/** Whether a step follows a review that was held; the others come before the next one, but for the progress check. */
export const isAfter = (step: Step): step is AfterStep => stepsAfter.some((each) => each === step);

/** Of a report `done` or `not-in`; of midway `done` (on track), `concern` or `raised`; of all others `done`. */
const stepSaidSchema = z.object({
  kind: z.literal('step'),
  ...ofReview,
  step: z.enum(steps),
  said: z.enum(['done', 'not-in', 'concern', 'raised']),
  /** The day on which it was so. */
  on: z.string(),
  /** The concern. Typed. */
  text: z.string().optional(),
  ...recorded,
});

/** The authority does not agree with what was decided at the review. */
const notAgreedSchema = z.object({
  kind: z.literal('decisions-not-agreed'),
  ...ofReview,
  text: z.string(),
  ...recorded,
});

/** What a manager of the child's team lets the IRO know: no dispute, and nothing that pings. */
const iroToldSchema = z.object({
  kind: z.literal('iro-told'),
  what: z.enum(['court', 'placement', 'plan', 'worker']),
  /** The day on which it happens or happened. */
  on: z.string(),
  text: z.string().optional(),
  ...recorded,
});

/** Two days that sources tell of, and whether they are of one review; `heldOn` is the one that is right. */
const sameOrTwoSchema = z.object({
  kind: z.literal('same-or-two'),
  days: z.tuple([z.string(), z.string()]),
  heldOn: z.string().optional(),
  same: z.boolean(),
  ...recorded,
});

/** What was recorded in Teams of a review on this day was a mistake. */
const notHeldSchema = z.object({ kind: z.literal('not-held'), heldOn: z.string(), ...recorded });

/** A word of the same person, said at that instant by mistake. */
const takenBackSchema = z.object({ kind: z.literal('taken-back'), said: z.string(), ...recorded });

export const saidSchemas = [
  adjournedSchema,
  dateChangedSchema,
  soonerAskedSchema,
  stepSaidSchema,
  notAgreedSchema,
  iroToldSchema,
  sameOrTwoSchema,
  notHeldSchema,
  takenBackSchema,
] as const;
const saidFactSchema = z.discriminatedUnion('kind', saidSchemas);
/** What people said in Teams of a child's reviews; that a review was held is a fact that sources share. */
export type SaidFact = z.infer<typeof saidFactSchema>;
export type StepSaid = z.infer<typeof stepSaidSchema>;
export type IroTold = z.infer<typeof iroToldSchema>;
export type NotHeld = z.infer<typeof notHeldSchema>;
export type TakenBack = z.infer<typeof takenBackSchema>;
export type SameOrTwo = z.infer<typeof sameOrTwoSchema>;
