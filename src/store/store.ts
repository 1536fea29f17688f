import { z } from 'zod';
import { type Child, childSchema } from '../reviews/child.js';
import { askedFor, type Dispute, disputeSchema } from '../disputes/dispute.js';
import { type GoodPractice, goodPracticeSchema } from '../disputes/goodPractice.js';
import { type Person, personSchema } from '../people/person.js';
import { importedSources } from '../people/imported.js';
import { type Team, teamSchema } from '../people/team.js';
import { policySchema } from '../policy/policy.js';

/** One thing to be told with a new card: the event, and the turn that it left. */
export const pingSchema = z.object({
  turn: z.number().int(),
  /** The others are told to one person alone. */
  why: z.enum([...askedFor, 'not-reached', 'raised', 'morning', 'arrivals']),
  event: z.number().int(),
  /** Of *not-reached*: who was not, by person id; absent: nobody holds the stage. */
  about: z.string().optional(),
});
export type Ping = z.infer<typeof pingSchema>;

/** The living card of one dispute, or of one note of good practice, in one conversation: what is to be told, and what was. Never a rendered card. */
export const deliverySchema = z.object({
  id: z.string(),
  type: z.literal('delivery'),
  shape: z.literal(1),
  /** The id of what it tells of. */
  subject: z.string(),
  person: z.string(),
  /** The conversation's id, or `none` for somebody whom the bot has never met. */
  conversation: z.string(),
  /** Why this person is told: it decides what a drop means, and whether a lapse counts as "no response". */
  as: z.enum(['responder', 'iro', 'lead', 'follower']),
  /** A new card is to be posted for this turn; absent: the posted one is edited in place. */
  ping: pingSchema.optional(),
  /** The message that carries the living card, and the ones that are to become pointers to it. */
  live: z.string().optional(),
  overtaken: z.array(z.string()),
  /** What was sent as a new card: a lapse asks it whether the stage's holder had been told. */
  told: z.array(pingSchema.omit({ about: true }).partial({ why: true }).extend({ at: z.string() })),
  /** What was not sent as a new card, and why: nothing that was to be told is ever just gone. */
  untold: z.array(
    pingSchema.extend({
      at: z.string(),
      result: z.enum(['dropped', 'unreachable', 'failed']),
      reason: z.string(),
    }),
  ),
  turnShown: z.number().int().optional(),
  /** The relay has it in hand until then; who changes it meanwhile sets `sendAt`, and it is sent once more. */
  claimedUntil: z.string().optional(),
  /** How often a new card went out for this event (0: one posted anew) without anybody knowing whether it arrived. */
  posting: z.object({ event: z.number().int(), tries: z.number().int() }).optional(),
  /** A form is open in the living card until this instant: edits in place wait. */
  formOpenUntil: z.string().optional(),
  /** The living card could not follow, for its reader could not be reached: it is drawn anew when they turn up. */
  behind: z.literal(true).optional(),
  sendAt: z.string().optional(),
  attempts: z.number().int(),
  result: z.enum(['waiting', 'sent', 'dropped', 'unreachable', 'failed']),
  reason: z.string().optional(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** The last number given out in a year of disputes. */
export const counterSchema = z.object({
  id: z.string(),
  type: z.literal('counter'),
  shape: z.literal(1),
  last: z.number().int(),
});
export type Counter = z.infer<typeof counterSchema>;

/** Who may run the relay until when, so that its pace is one however many replicas there are. */
export const leaseSchema = z.object({
  id: z.string(),
  type: z.literal('lease'),
  shape: z.literal(1),
  holder: z.string(),
  until: z.string(),
});
export type Lease = z.infer<typeof leaseSchema>;

/** Its ETag changes whenever a person, a team or the policy does, or something was imported: one small read tells a cache that it is old. */
export const directoryMarkSchema = z.object({
  id: z.literal('directory'),
  type: z.literal('directory'),
  shape: z.literal(1),
  changedAt: z.string(),
  /** When each source was last read, also where it brought nothing new. */
  importedAt: z.partialRecord(z.enum(importedSources), z.string()).optional(),
  /** When open disputes are next looked at for whose they are: something changed, or somebody's day comes. */
  wakeAt: z.string().optional(),
  /** To whom children came that are told of in one card, by person id: until that is asked for. */
  arrived: z.array(z.string()).optional(),
});
export type DirectoryMark = z.infer<typeof directoryMarkSchema>;

/** What was read of figures: which, of which days, spread how, and about whom. */
export const auditedReadSchema = z.object({
  /** How: the figure, the list behind it, two periods side by side, a file, or the audit itself. */
  how: z.enum(['report', 'list', 'compare', 'export', 'audit']),
  /** The name of the report or the id of the measure. */
  figures: z.string(),
  from: z.string(),
  to: z.string(),
  asAt: z.string(),
  by: z.string().optional(),
  /** Names of teams and areas, ids of people; empty: everybody. */
  about: z.array(z.string()),
});
export type AuditedRead = z.infer<typeof auditedReadSchema>;

/** A read of figures about people, or an export: who, what, when. */
export const auditSchema = z.object({
  id: z.string(),
  type: z.literal('audit'),
  shape: z.literal(1),
  at: z.string(),
  person: z.string(),
  what: z.string(),
  read: auditedReadSchema.optional(),
});
export type Audit = z.infer<typeof auditSchema>;

/** An earlier record of disputes that was imported: the days of which it is the whole, so that what it has none of is 0. */
export const recordSchema = z.object({
  id: z.string(),
  type: z.literal('record'),
  shape: z.literal(1),
  from: z.string(),
  to: z.string(),
  recordedAt: z.string(),
  /** Nobody said it of these days: a financial year that has rows. */
  ofRows: z.literal(true).optional(),
  /** From then on it is taken for no record of them: a correction left no row in the year. */
  endedAt: z.string().optional(),
});
export type EarlierRecordDocument = z.infer<typeof recordSchema>;

/** The service's policy as one document. */
export const policyDocumentSchema = z.object({
  id: z.literal('policy'),
  type: z.literal('policy'),
  shape: z.literal(1),
  policy: policySchema,
});
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;

/** Every kind of document that the store holds. The world is checked here, once, when a document is read. */
export const documentSchemas = {
  dispute: disputeSchema,
  'good-practice': goodPracticeSchema,
  child: childSchema,
  person: personSchema,
  team: teamSchema,
  delivery: deliverySchema,
  policy: policyDocumentSchema,
  directory: directoryMarkSchema,
  counter: counterSchema,
  lease: leaseSchema,
  audit: auditSchema,
  record: recordSchema,
} as const;

export interface DocumentTypes {
  dispute: Dispute;
  'good-practice': GoodPractice;
  child: Child;
  person: Person;
  team: Team;
  delivery: Delivery;
  policy: PolicyDocument;
  directory: DirectoryMark;
  counter: Counter;
  lease: Lease;
  audit: Audit;
  record: EarlierRecordDocument;
}
export type DocumentType = keyof DocumentTypes;
export type Document = DocumentTypes[DocumentType];

/** A document with the ETag that a later save must give back. */
export interface Stored<D extends Document = Document> {
  readonly document: D;
  readonly etag: string;
}

/** `changedMeanwhile`: another writer was first (or, for a creation, the id exists); nothing was written. */
export type Saved = 'saved' | 'changedMeanwhile';

/** Which disputes: each is one indexed query. `open` leaves out closed ones. */
export type DisputeQuery =
  | { readonly by: 'number'; readonly number: string }
  | { readonly by: 'child'; readonly child: string }
  | { readonly by: 'iro'; readonly iro: string; readonly open: boolean }
  | {
      readonly by: 'responder';
      readonly person: string;
      readonly teams: readonly string[];
      readonly open: boolean;
    }
  | { readonly by: 'everyone'; readonly open: boolean };

/** The port. No transaction spans documents: what must be atomic is in one document. */
export interface Store {
  /** Which store this is, in words for the start line and for health: "SQLite" or "Cosmos DB". */
  readonly name: string;
  load<T extends DocumentType>(type: T, id: string): Promise<Stored<DocumentTypes[T]> | undefined>;
  /** Compare-and-swap on the ETag; without one it creates. */
  save(document: Document, etag?: string): Promise<Saved>;
  /** Every document of a type. For people, teams, policy, and for imports. */
  all<T extends DocumentType>(type: T): Promise<Stored<DocumentTypes[T]>[]>;
  disputes(query: DisputeQuery): Promise<Stored<Dispute>[]>;
  /** Children whose allocated IRO has this upn (lower case). */
  childrenOfIro(upn: string): Promise<Stored<Child>[]>;
  /** Children whose allocation names one of these teams. */
  childrenOfTeams(teams: readonly string[]): Promise<Stored<Child>[]>;
  childrenOfFamily(family: string): Promise<Stored<Child>[]>;
  deliveriesAbout(subject: string): Promise<Stored<Delivery>[]>;
  deliveriesToPerson(person: string): Promise<Stored<Delivery>[]>;
  /** Those whose last word reached nobody. */
  unreachableDeliveries(): Promise<Stored<Delivery>[]>;
  /**
   * Ids of documents of any type whose `wakeAt` is at or before `now` (ISO instant), earliest first, at most `limit`. Ids alone: a
   * document that cannot be read must not keep the others from being found.
   */
  dueToWake(now: string, limit: number): Promise<string[]>;
  /** Ids of deliveries whose `sendAt` is at or before `now` (ISO instant), earliest first, at most `limit`. */
  dueToSend(now: string, limit: number): Promise<string[]>;
  /** The instant of the newest change of a dispute or a note of good practice, or undefined in an empty store. */
  newestChangeAt(): Promise<string | undefined>;
  close(): Promise<void>;
}
