import { z } from 'zod';
import { outcomeSchema } from '../policy/policy.js';
import { disputedChildSchema, eventSchema, keptPolicySchema, marksSchema } from './events.js';

/** One stay on a stage of the ladder: from its entry until the next one. */
export const stageRunSchema = z.object({
  id: z.string(),
  enteredOn: z.string(),
  /** A notice of this turn or a later one told its holder: the turn of its entry, or of its being sent on since. */
  toldFrom: z.number().int(),
  dueOn: z.string().nullable(),
  acknowledged: z.object({ by: z.string(), at: z.string() }).optional(),
  /** Once a stage, and it stays recorded. */
  lapse: z.object({ kind: z.enum(['noResponse', 'couldNotBeTold']), dueOn: z.string() }).optional(),
  /** The due day that the clock has dealt with. */
  passed: z.string().optional(),
  /** Answered at least once: a later due day is no lapse. */
  answered: z.boolean(),
  /** The event of a question that waits for the IRO. */
  question: z.number().int().optional(),
});
export type StageRun = z.infer<typeof stageRunSchema>;

/** Why somebody who stands on a side is told. */
export const askedFor = [
  'your-move',
  'question',
  'question-answered',
  'no-response',
  'reminder',
  'total',
  'unjudged',
  'check-day',
  'informal',
  'good-practice',
] as const;

/** What is to be told, from what was saved: it leaves with the event and is cleared by the wake that made deliveries of it. */
export const intentSchema = z.discriminatedUnion('to', [
  z.object({
    to: z.enum(['responder', 'iro']),
    event: z.number().int(),
    turn: z.number().int(),
    why: z.enum(askedFor),
  }),
  /** Who raised it from a dialog, in whatever chat, or whose it has become, gets its card in their own. */
  z.object({ to: z.literal('raiser'), event: z.number().int(), turn: z.number().int(), person: z.string() }),
  /** Cards already posted follow in place. */
  z.object({ to: z.literal('posted'), event: z.number().int() }),
  /** The message that was pressed shows this dispute from now on. */
  z.object({
    to: z.literal('here'),
    event: z.number().int(),
    person: z.string(),
    conversation: z.string(),
    message: z.string(),
  }),
]);
export type Intent = z.infer<typeof intentSchema>;

const common = {
  /** `dispute:<the raise form's id>` */
  id: z.string(),
  type: z.literal('dispute'),
  shape: z.literal(1),
  number: z.string(),
  raisedAt: z.string(),
  raisedOn: z.string(),
  raisedBy: z.string(),
  iro: z.string(),
  team: z.string(),
  /** At least one, but where an earlier record names none. */
  children: z.array(disputedChildSchema),
  /** Empty: an earlier record has none. */
  theme: z.string(),
  otherThemes: z.array(z.string()),
  marks: marksSchema,
  kept: keptPolicySchema,
  turn: z.number().int(),
  /** The day that the formal clock started, and the day by which all stages together should have answered. */
  formal: z.object({ startedOn: z.string(), totalDueOn: z.string() }).optional(),
  /** Who holds or held a stage of it, by person id: they may read it. */
  involved: z.array(z.string()),
  /** Leads who judged it for the IRO side: from then on none of them answers it. */
  judges: z.array(z.string()),
  /** References of the children on whose case file it is recorded. */
  onFile: z.array(z.string()),
  cafcassOn: z.string().optional(),
  changedAt: z.string(),
  history: z.array(eventSchema).min(1),
  intents: z.array(intentSchema),
  /** The next step of the clock or of telling, whichever is first. */
  wakeAt: z.string().optional(),
};

const informal = {
  spokenTo: z.enum(['social-worker', 'manager', 'nobody-yet']),
  lookAgainOn: z.string().optional(),
  sentToManager: z.boolean(),
  acknowledged: z.object({ by: z.string(), at: z.string() }).optional(),
};
const onStage = { stage: stageRunSchema };

export const disputeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('informal'), ...common, ...informal }),
  z.object({ status: z.literal('waiting'), ...common, ...onStage }),
  z.object({
    status: z.literal('answered'),
    ...common,
    ...onStage,
    /** The event of the answer, and which it was. */
    answer: z.object({ event: z.number().int(), kind: z.enum(['offered', 'disagreed']) }),
  }),
  z.object({ status: z.literal('returned'), ...common, ...onStage, returned: z.number().int() }),
  z.object({
    status: z.literal('agreed'),
    ...common,
    ...onStage,
    outcome: outcomeSchema,
    checkOn: z.string(),
  }),
  z.object({
    status: z.literal('closed'),
    ...common,
    stage: stageRunSchema.optional(),
    /** Absent where it was imported and the record does not say. */
    outcome: outcomeSchema.optional(),
    closedAt: z.string().optional(),
    closedOn: z.string().optional(),
  }),
]);
export type Dispute = z.infer<typeof disputeSchema>;
export type Status = Dispute['status'];
export type DisputeIn<S extends Status> = Extract<Dispute, { status: S }>;

/** An earlier record may have it made formal and not say when: then the formal clock is not known. */
export const isFormal = ({ formal, history }: Dispute): boolean =>
  formal !== undefined || history.findLast((event) => event.kind === 'imported')?.madeFormal === true;

/** The stage that it is on, or was on when it was closed; informal disputes have none. */
export function stageOf(dispute: Dispute): StageRun | undefined {
  return dispute.status === 'informal' ? undefined : dispute.stage;
}
