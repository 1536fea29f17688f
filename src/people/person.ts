import { z } from 'zod';
import { coverSchema } from './cover.js';

export const roles = ['iro', 'manager', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];

/** `removed`: they took the app away; `blocked`: it is there, and may not write. */
const reachStates = ['installed', 'removed', 'blocked'] as const;
export type ReachState = (typeof reachStates)[number];

/** Where the bot writes to a person: learnt from their first authenticated activity, or by opening the conversation. */
export const conversationSchema = z.object({
  id: z.string(),
  serviceUrl: z.string(),
  channelId: z.string(),
  tenantId: z.string().optional(),
  /** The bot's and the person's ids in the channel. */
  botId: z.string(),
  userId: z.string(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** Somebody on the list. The Entra id and the upn are fields: the id is our own, so that neither ties us. */
export const personSchema = z.object({
  /** `person:<our own id>` */
  id: z.string(),
  type: z.literal('person'),
  shape: z.literal(1),
  name: z.string(),
  /** Lower case. */
  upn: z.string(),
  entraId: z.string().optional(),
  /** What the case system calls them, where it is not the upn. */
  staffId: z.string().optional(),
  roles: z.array(z.enum(roles)),
  /** Full-time equivalent, 0 to 1. */
  fte: z.number().optional(),
  area: z.string().optional(),
  /** On which weekdays they work, as the file has it: 'mon-thu', 'mon;tue;wed'. Absent: Monday to Friday. */
  works: z.string().optional(),
  employment: z.string().optional(),
  /** English days, both ends in. */
  from: z.string().optional(),
  to: z.string().optional(),
  conversation: conversationSchema.optional(),
  /** Whether a message gets through, as Teams last told, and since when; absent: nothing was heard yet. */
  reach: z.object({ state: z.enum(reachStates), since: z.string() }).optional(),
  /** The welcome is sent once, however often the app is opened. */
  welcomedAt: z.string().optional(),
  /** When they are away, and who acts for them then: past ones too. */
  covers: z.array(coverSchema).optional(),
  /** The next hour at which the day may be told, on one of their working days. */
  wakeAt: z.string().optional(),
  /** The days on which a morning card was last asked for, and of those with the week's or the month's part in it. */
  mornings: z
    .object({
      lastOn: z.string().optional(),
      weeklyOn: z.string().optional(),
      monthlyOn: z.string().optional(),
    })
    .optional(),
  /** No notices until this instant, at their own wish: cards in place and clocks go on. */
  pausedUntil: z.string().optional(),
});
export type Person = z.infer<typeof personSchema>;
