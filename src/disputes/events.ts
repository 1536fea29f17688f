import { z } from 'zod';
import { outcomeSchema } from '../policy/policy.js';
import { stageSchema } from '../policy/ladders.js';

/** A child as a dispute keeps it: reference and initials, nothing else. */
export const disputedChildSchema = z.object({
  ref: z.string(),
  initials: z.string(),
  family: z.string().optional(),
});
export type DisputedChild = z.infer<typeof disputedChildSchema>;

/** The parts of the policy that a dispute keeps as they were at its start. Labels are not among them. */
export const keptPolicySchema = z.object({
  ladder: z.array(stageSchema.omit({ label: true })),
  totalWorkingDays: z.number().int(),
  onNoResponse: z.enum(['prompt', 'escalate']),
});
export type KeptPolicy = z.infer<typeof keptPolicySchema>;

export const marksSchema = z.object({
  systemFault: z.boolean(),
  resources: z.boolean(),
  cameFrom: z.enum(['review', 'midway', 'between-reviews', 'child-told-me']).optional(),
});

/** A moment as an earlier record has it: the English day, and the instant where it gives a time. */
export const momentSchema = z.object({ on: z.string(), at: z.string().optional() });
export type Moment = z.infer<typeof momentSchema>;

/** Everything that an event of any kind has. The clock acts as `clock`, an import as `import`. */
const base = {
  seq: z.number().int(),
  at: z.string(),
  /** The English day of `at`. */
  on: z.string(),
  by: z.string(),
  onBehalfOf: z.string().optional(),
  verb: z.string(),
  /** The turn that the act was judged at, and the turn that it left. */
  atTurn: z.number().int(),
  turn: z.number().int(),
  formId: z.string().optional(),
  /** What else tells two acts apart: the child of *Recorded on file*, say. */
  subject: z.string().optional(),
  /** The personal-detail check warned and the writer saved anyway. */
  savedAnyway: z.literal(true).optional(),
  /** The typed text of this event was replaced by a lead. */
  redacted: z.literal(true).optional(),
};

const event = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...base, ...shape });

export const eventSchema = z.discriminatedUnion('kind', [
  event('raised', {
    id: z.string(),
    number: z.string(),
    dispute: z.enum(['informal', 'formal']),
    children: z.array(disputedChildSchema).min(1),
    iro: z.string(),
    team: z.string(),
    theme: z.string(),
    otherThemes: z.array(z.string()),
    worrying: z.string(),
    right: z.string(),
    marks: marksSchema,
    kept: keptPolicySchema,
    spokenTo: z.enum(['social-worker', 'manager', 'nobody-yet']).optional(),
    lookAgainOn: z.string().optional(),
    sentToManager: z.boolean(),
    /** The holder of the first stage, where an informal one was sent there. */
    holder: z.string().optional(),
  }),
  /**
   * What an earlier record, a spreadsheet say, has of a dispute: all of it in one event of the day of the import. What
   * the record does not say is absent. A later one of the same dispute corrects it.
   */
  event('imported', {
    id: z.string(),
    number: z.string(),
    raisedOn: z.string(),
    /** Absent: informal, or made formal on a day that the record does not have. */
    formal: z.object({ startedOn: z.string(), totalDueOn: z.string() }).optional(),
    madeFormal: z.boolean(),
    /** A person's id, or what the record calls somebody who is not on the list; empty: not recorded. */
    iro: z.string(),
    team: z.string(),
    children: z.array(disputedChildSchema),
    /** The first is the primary one; none: not recorded. */
    themes: z.array(z.string()),
    /** null: the record has no marks. */
    marks: marksSchema.nullable(),
    /** Stages that it entered, lowest first. */
    stages: z.array(
      z.object({ id: z.string(), entered: momentSchema.optional(), answered: momentSchema.optional() }),
    ),
    /** Whether the stages are all that it entered. */
    climbTold: z.boolean(),
    outcome: outcomeSchema.optional(),
    closedOn: z.string().optional(),
    closedStage: z.string().optional(),
    text: z.string(),
    kept: keptPolicySchema,
  }),
  event('madeFormal', {}),
  event('stageEntered', {
    stage: z.string(),
    /** null: a stage without days. */
    dueOn: z.string().nullable(),
    /** Set when the formal clock starts: all stages together by this day. */
    totalDueOn: z.string().optional(),
    /** Who held the stage when it was entered; absent: nobody did. */
    holder: z.string().optional(),
  }),
  event('acknowledged', {}),
  event('offered', { text: z.string(), byOn: z.string().optional() }),
  event('disagreed', { text: z.string() }),
  event('returned', { text: z.string() }),
  event('sentAgain', { holder: z.string().optional() }),
  event('asked', { text: z.string() }),
  event('questionAnswered', { text: z.string() }),
  event('passedUp', {
    from: z.string(),
    to: z.string(),
    reason: z.enum(['not-my-decision', 'needs-funding', 'other']),
    text: z.string(),
  }),
  event('escalated', { from: z.string(), to: z.string(), text: z.string() }),
  event('bypassed', { from: z.string(), to: z.string(), left: z.array(z.string()), text: z.string() }),
  event('moreTimeAllowed', { dueOn: z.string(), text: z.string(), beyondTotal: z.boolean() }),
  /** `changed` stands here while it is to be checked, else with `closed`. */
  event('agreed', { outcome: outcomeSchema, checkOn: z.string().optional(), changed: z.string() }),
  event('notResolved', {
    text: z.string(),
    next: z.enum(['back', 'up']),
    dueOn: z.string().nullable().optional(),
  }),
  event('checkedDone', {}),
  event('reopened', { text: z.string() }),
  event('closed', { outcome: outcomeSchema, text: z.string(), changed: z.string() }),
  event('withdrawn', { text: z.string() }),
  event('noted', { text: z.string() }),
  event('referredToCafcass', { referredOn: z.string(), text: z.string() }),
  event('adviceTaken', { from: z.enum(['legal', 'cafcass']), takenOn: z.string(), text: z.string() }),
  event('childAdded', { child: disputedChildSchema }),
  event('recordedOnFile', { child: z.string() }),
  /**
   * Somebody else has it from here on, without a press: who is away is covered, or comes back; a stage has another
   * holder. `to`: who is asked now; absent: of a stage nobody, of the IRO side the IRO, or, while they are `away`,
   * the leads.
   */
  event('handedOver', {
    side: z.enum(['iro', 'responder']),
    to: z.string().optional(),
    away: z.string().optional(),
  }),
  /** The first child has another IRO by now, or another team. Figures stay with the team that it was raised for. */
  event('reallocated', { from: z.string(), to: z.string(), toTeam: z.string().optional() }),
  event('redacted', { target: z.number().int(), text: z.string() }),
  /** The due day passed; nominal dates, whenever the clock came to it. */
  event('noResponse', { stage: z.string(), dueOn: z.string() }),
  event('couldNotBeTold', { stage: z.string(), dueOn: z.string() }),
  /** A later due day of the same stage passed: the IRO is prompted, no second lapse. */
  event('duePassedAgain', { stage: z.string(), dueOn: z.string() }),
  /** Somebody was to be asked once more, on the nominal day, whenever the clock came to it: these move nothing. */
  event('reminderFellDue', {
    stage: z.string(),
    nominalOn: z.string(),
    /** null: a weekly one, at a stage without days. */
    dueOn: z.string().nullable(),
  }),
  event('totalNeared', { nominalOn: z.string(), totalDueOn: z.string() }),
  /** `answer`: the event of it. */
  event('stillUnjudged', { nominalOn: z.string(), answer: z.number().int() }),
  event('checkDayCame', { nominalOn: z.string(), checkOn: z.string() }),
]);
export type DisputeEvent = z.infer<typeof eventSchema>;

/** The fields of events that a person types. */
export const wordFields = ['text', 'worrying', 'right', 'changed'] as const;

/** What a person typed in an event, by field; an empty field is none. */
export function wordsIn(event: DisputeEvent | BareEvent): [field: string, words: string][] {
  return wordFields.flatMap((field): [string, string][] => {
    const words: unknown = Reflect.get(event, field);
    return typeof words === 'string' && words !== '' ? [[field, words]] : [];
  });
}
export type EventKind = DisputeEvent['kind'];
export type EventOf<K extends EventKind> = Extract<DisputeEvent, { kind: K }>;

/** What `decide` answers: the event without what the act has in common. */
type Bare<E> = E extends DisputeEvent
  ? Omit<
      E,
      | 'seq'
      | 'at'
      | 'on'
      | 'by'
      | 'onBehalfOf'
      | 'verb'
      | 'atTurn'
      | 'turn'
      | 'formId'
      | 'subject'
      | 'savedAnyway'
      | 'redacted'
    >
  : never;
export type BareEvent = Bare<DisputeEvent>;

type Common = Pick<
  DisputeEvent,
  | 'at'
  | 'on'
  | 'by'
  | 'onBehalfOf'
  | 'verb'
  | 'formId'
  | 'subject'
  | 'savedAnyway'
  | 'atTurn'
  | 'turn'
  | 'seq'
>;

/** Gives the events of one act what they have in common, numbering them on from `seq`. */
export function stamp(events: readonly BareEvent[], common: Common): DisputeEvent[] {
  return events.map((event, index) => ({ ...event, ...common, seq: common.seq + index }));
}
