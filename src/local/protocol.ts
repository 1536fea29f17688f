import { z } from 'zod';

/** Somebody who can sit at the page. */
export const localPersonSchema = z.object({
  entraId: z.string(),
  name: z.string(),
  upn: z.string(),
  roles: z.array(z.string()),
});
export type LocalPerson = z.infer<typeof localPersonSchema>;

/** Whether the bot reaches a person: as in Teams, an app may never have been installed, or be blocked. */
export const accessSchema = z.enum(['installed', 'notInstalled', 'blocked']);
export type Access = z.infer<typeof accessSchema>;

/** What a bot sends, as far as the page shows it. The rest is kept as it came. */
export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.string() })) })
    .nullish(),
});
export type Activity = z.infer<typeof activitySchema>;

/** The body of `POST /v3/conversations`. */
export const createConversationSchema = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).min(1),
  activity: activitySchema.nullish(),
});

/** The answer of a bot to `adaptiveCard/action`. */
export const invokeAnswerSchema = z.looseObject({
  statusCode: z.number().optional(),
  type: z.string(),
  value: z.unknown().optional(),
});
export type InvokeAnswer = z.infer<typeof invokeAnswerSchema>;

/** The answers of a bot to what is done with it in another chat. */
export const dialogAnswerSchema = z.object({
  task: z.looseObject({
    type: z.literal('continue'),
    value: z.looseObject({
      title: z.string().default(''),
      card: z.looseObject({ content: z.looseObject({}) }),
    }),
  }),
});
const attachmentSchema = z.looseObject({ contentType: z.string(), content: z.unknown() });
export const searchAnswerSchema = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.looseObject({
      type: z.literal('result'),
      attachments: z.array(
        attachmentSchema.extend({
          preview: z.looseObject({
            content: z.looseObject({ title: z.string().default(''), text: z.string().default('') }),
          }),
        }),
      ),
    }),
    z.looseObject({ type: z.literal('message'), text: z.string() }),
  ]),
});

/** The page's own requests. */
export const dialogOpenedSchema = z.object({ messageId: z.string().optional() });
export const dialogPressedSchema = z.object({ data: z.unknown() });
export const searchSchema = z.object({ what: z.string() });
export const putSchema = z.object({ attachment: attachmentSchema });
export const typedSchema = z.object({ text: z.string().trim().min(1) });
export const accessChangeSchema = z.object({ access: accessSchema });
export const clockMoveSchema = z.union([
  z.strictObject({
    by: z.strictObject({
      days: z.int().nonnegative().exactOptional(),
      hours: z.int().nonnegative().exactOptional(),
    }),
  }),
  z.strictObject({ to: z.iso.datetime() }),
]);
export type ClockMove = z.infer<typeof clockMoveSchema>;
export const pressSchema = z.object({
  messageId: z.string(),
  type: z.enum(['Action.Execute', 'Action.Submit']),
  id: z.string().optional(),
  verb: z.string().optional(),
  data: z.unknown().optional(),
});
export type Press = z.infer<typeof pressSchema>;

/** One message as the page shows it. A change of `content` means: draw it again; of `revision` alone: its note. */
export interface ShownMessage {
  id: string;
  revision: number;
  content: number;
  from: 'bot' | 'person';
  at: string;
  text?: string;
  summary?: string;
  cards: unknown[];
  suggested: { title: string; value: string }[];
  /** A line under the card: what the bot answered to the last press, or why there was no answer. */
  note?: { kind: 'message' | 'error'; text: string };
}

export interface ShownConversation {
  entraId: string;
  revision: number;
  access: Access;
  now: string;
  messages: ShownMessage[];
}
