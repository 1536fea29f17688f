import type { Access, Activity, ShownConversation, ShownMessage } from './protocol.js';

export interface Message {
  id: string;
  from: 'bot' | 'person';
  at: string;
  activity: Activity;
  updatedAt: string;
  revision: number;
  /** The revision at which its content last changed; a note alone leaves the card, and what is typed in it. */
  content: number;
  /** The card that answered a press. It stands in the message's place until the bot writes the message anew. */
  answer?: unknown;
  note?: { kind: 'message' | 'error'; text: string };
}

export interface Conversation {
  id: string;
  entraId: string;
  access: Access;
  /** The bot has been told that the app was installed. */
  introduced: boolean;
  revision: number;
  messages: Message[];
}

export type Change =
  { kind: 'conversation'; entraId: string; revision: number } | { kind: 'clock'; now: string };

const conversationPrefix = 'a:local-';
const userPrefix = '29:local-';

/** Ids follow from the Entra id, so what a bot has stored is still good when the channel starts again empty. */
export const conversationId = (entraId: string): string => conversationPrefix + entraId;
export const userId = (entraId: string): string => userPrefix + entraId;
export const entraIdOf = (id: string): string =>
  id.startsWith(userPrefix) ? id.slice(userPrefix.length) : id;
export const entraIdOfConversation = (id: string): string | undefined =>
  id.startsWith(conversationPrefix) ? id.slice(conversationPrefix.length) : undefined;

export type Conversations = ReturnType<typeof keepConversations>;

/** Everything said, in memory. Each change is told to whoever listens, after it was made. */
export function keepConversations(now: () => string) {
  const kept = new Map<string, Conversation>();
  const listeners = new Set<(change: Change) => void>();
  let lastId = 0;

  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const touch = (conversation: Conversation, message?: Message, redrawn = true): void => {
    conversation.revision += 1;
    if (message) message.revision = conversation.revision;
    if (message && redrawn) message.content = conversation.revision;
    tell({ kind: 'conversation', entraId: conversation.entraId, revision: conversation.revision });
  };

  return {
    of(entraId: string): Conversation {
      const known = kept.get(entraId);
      if (known) return known;
      const conversation: Conversation = {
        id: conversationId(entraId),
        entraId,
        access: 'installed',
        introduced: false,
        revision: 1,
        messages: [],
      };
      kept.set(entraId, conversation);
      return conversation;
    },
    post(conversation: Conversation, from: Message['from'], activity: Activity): Message {
      lastId += 1;
      const at = now();
      // As in Teams an id is a number that looks like a time; two starts of the channel must not share ids.
      const id = `${String(Date.now())}${String(lastId).padStart(4, '0')}`;
      const message: Message = { id, from, at, activity, updatedAt: at, revision: 0, content: 0 };
      conversation.messages.push(message);
      touch(conversation, message);
      return message;
    },
    rewrite(conversation: Conversation, message: Message, activity: Activity): void {
      message.activity = activity;
      message.updatedAt = now();
      delete message.answer;
      delete message.note;
      touch(conversation, message);
    },
    remove(conversation: Conversation, message: Message): void {
      conversation.messages = conversation.messages.filter((each) => each !== message);
      touch(conversation);
    },
    answer(
      conversation: Conversation,
      message: Message,
      shown: { card?: unknown; note?: Message['note'] },
    ): void {
      if (shown.card !== undefined) message.answer = shown.card;
      if (shown.note) message.note = shown.note;
      else delete message.note;
      touch(conversation, message, shown.card !== undefined);
    },
    allow(conversation: Conversation, access: Access): void {
      conversation.access = access;
      touch(conversation);
    },
    tell,
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const messageIn = (conversation: Conversation, id: string): Message | undefined =>
  conversation.messages.find((message) => message.id === id);

const cardType = 'application/vnd.microsoft.card.adaptive';

function shownMessage(message: Message): ShownMessage {
  const { activity } = message;
  const attachments = activity.attachments ?? [];
  const cards = attachments.filter((one) => one.contentType === cardType).map((one) => one.content);
  const others = attachments.filter((one) => one.contentType !== cardType).map((one) => one.contentType);
  const text = [activity.text ?? '', ...others.map((type) => `(attachment: ${type})`)]
    .filter(Boolean)
    .join('\n\n');
  return {
    id: message.id,
    revision: message.revision,
    content: message.content,
    from: message.from,
    at: message.at,
    cards: message.answer === undefined ? cards : [message.answer],
    suggested: (activity.suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value })),
    ...(text ? { text } : {}),
    ...(activity.summary ? { summary: activity.summary } : {}),
    ...(message.note ? { note: message.note } : {}),
  };
}

export const shown = (conversation: Conversation, now: string): ShownConversation => ({
  entraId: conversation.entraId,
  revision: conversation.revision,
  access: conversation.access,
  now,
  messages: conversation.messages.map(shownMessage),
});
