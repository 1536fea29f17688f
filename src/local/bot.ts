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

function envelope(address: BotAddress, conversation: Conversation, person: LocalPerson): Sent {
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
