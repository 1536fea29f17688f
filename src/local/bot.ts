import { randomUUID } from 'node:crypto';
import { type Conversation, userId } from './conversations.js';
import { parseJson } from './http.js';
import type { LocalPerson, Press } from './protocol.js';

/** Teams gives an invoke up about then. */
const patience = 15_000;

export interface BotAddress {
  botUrl: () => string;
  ownUrl: () => string;
  now: () => string;
  botId: string;
  tenantId: string;
}

/** What the bot answered, or that it did not, in a sentence that the page can show. */
export type BotAnswer = { ok: true; body: unknown } | { ok: false; reason: string };

type Sent = Record<string, unknown>;

const otherChat = { id: '19:another-chat@unq.gbl.spaces' };

function envelope(address: BotAddress, conversation: Pick<Conversation, 'id'>, person: LocalPerson): Sent {
  const at = address.now();
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: address.ownUrl(),
    timestamp: at,
    localTimestamp: at,
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    from: { id: userId(person.entraId), aadObjectId: person.entraId, name: person.name },
    recipient: { id: address.botId, name: 'Bot' },
    conversation: { id: conversation.id, conversationType: 'personal', tenantId: address.tenantId },
    channelData: { tenant: { id: address.tenantId } },
    entities: [
      { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' },
    ],
  };
}

async function deliver(address: BotAddress, activity: Sent): Promise<BotAnswer> {
  try {
    const response = await fetch(address.botUrl(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    return response.ok
      ? { ok: true, body: text === '' ? undefined : parseJson(text) }
      : { ok: false, reason: `The bot answered ${String(response.status)}.` };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      return { ok: false, reason: 'The bot did not answer within 15 seconds.' };
    }
    // fetch tells of every trouble of the network by a TypeError.
    if (error instanceof TypeError) return { ok: false, reason: 'The bot cannot be reached.' };
    throw error;
  }
}

/** The activities that Teams sends a bot, in its shapes, for one person in their personal chat. */
export function speakTo(address: BotAddress) {
  const to = (conversation: Conversation, person: LocalPerson, rest: Sent): Promise<BotAnswer> =>
    deliver(address, { ...envelope(address, conversation, person), ...rest });

  /** What people do with the app in another chat: Teams names that chat, and calls one between two people personal. */
  const elsewhere = (person: LocalPerson, name: string, value: Sent): Promise<BotAnswer> => {
    const sent = envelope(address, otherChat, person);
    return deliver(address, { ...sent, type: 'invoke', name: `composeExtension/${name}`, value });
  };

  return {
    typed: (conversation: Conversation, person: LocalPerson, id: string, text: string) =>
      to(conversation, person, { type: 'message', id, text, textFormat: 'plain' }),

    submitted: (conversation: Conversation, person: LocalPerson, press: Press) =>
      to(conversation, person, { type: 'message', value: press.data ?? {}, replyToId: press.messageId }),

    executed: (conversation: Conversation, person: LocalPerson, press: Press) =>
      to(conversation, person, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: press.messageId,
        value: {
          action: { type: 'Action.Execute', id: press.id, verb: press.verb, data: press.data ?? {} },
          trigger: 'manual',
        },
      }),

    /** The dialog of the message extension, opened from the compose box or from a message. */
    opensDialog: (person: LocalPerson, message?: { id: string; text: string }) =>
      elsewhere(person, 'fetchTask', {
        commandId: 'raiseDispute',
        commandContext: message === undefined ? 'compose' : 'message',
        ...(message === undefined
          ? {}
          : { messagePayload: { id: message.id, body: { contentType: 'text', content: message.text } } }),
      }),

    pressesInDialog: (person: LocalPerson, data: unknown) =>
      elsewhere(person, 'submitAction', {
        commandId: 'raiseDispute',
        commandContext: 'compose',
        data: data ?? {},
      }),

    searches: (person: LocalPerson, what: string) =>
      elsewhere(person, 'query', {
        commandId: 'findDispute',
        parameters: [{ name: 'what', value: what }],
        queryOptions: { skip: 0, count: 25 },
      }),

    /** A card that somebody puts into the chat with the bot. */
    puts: (conversation: Conversation, person: LocalPerson, id: string, attachment: Sent) =>
      to(conversation, person, { type: 'message', id, attachments: [attachment] }),

    installed: async (conversation: Conversation, person: LocalPerson): Promise<BotAnswer> => {
      const first = await to(conversation, person, { type: 'installationUpdate', action: 'add' });
      if (!first.ok) return first;
      const membersAdded = [
        { id: address.botId },
        { id: userId(person.entraId), aadObjectId: person.entraId },
      ];
      return to(conversation, person, { type: 'conversationUpdate', membersAdded });
    },

    removed: (conversation: Conversation, person: LocalPerson) =>
      to(conversation, person, { type: 'installationUpdate', action: 'remove' }),
  };
}

export type Bot = ReturnType<typeof speakTo>;
