import { type Activity, ActivityTypes, type ConversationParameters } from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConstants,
  ClaimsIdentity,
  type BotFrameworkAuthentication,
  type ConnectorClient,
} from 'botframework-connector';
import { z } from 'zod';
import type { Message, Sender, SendResult } from '../outbox/sender.js';
import type { Conversation } from '../people/person.js';
import { attemptIn } from './connectorHttp.js';
import type { Log } from './log.js';
import { type Call, failureOf } from './sendResult.js';

/** Teams' Connector for Europe: where a chat is opened before any activity has named a better one. */
export const teamsInEurope = 'https://smba.trafficmanager.net/emea/';

/** Who is behind an account of the channel, by the roster. */
export interface Member {
  readonly entraId?: string | undefined;
  /** Lower case. */
  readonly upn?: string | undefined;
  readonly name?: string | undefined;
}

/** What Teams alone offers beside sending. */
export interface TeamsSender extends Sender {
  /** An activity names no upn: the roster does. Undefined: the roster does not know them, or did not answer. */
  member(conversation: Conversation, userId: string): Promise<Member | undefined>;
}

interface SenderParts {
  readonly authentication: BotFrameworkAuthentication;
  /** Undefined in local mode: then nothing is signed. */
  readonly appId?: string | undefined;
  readonly tenantId?: string | undefined;
  /** The bot's id in the channel: `28:<app id>` in Teams. */
  readonly botId: string;
  /** The serviceUrl last seen, or `teamsInEurope`. */
  readonly defaultServiceUrl: () => string;
  readonly log: Log;
  /** Milliseconds for a token from the login service, which the SDK would wait for without limit. */
  readonly tokenDeadline?: number;
}

type Failure = Exclude<SendResult, { kind: 'sent' }>;
type Asked<T> = { readonly kind: 'done'; readonly answer: T } | Failure;

const memberSchema = z.object({
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  userPrincipalName: z.string().optional(),
});

function activityOf({ card, summary }: Message): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** Sends as Teams wants it: one request for each call, whatever comes of it. */
export function createSender(parts: SenderParts): TeamsSender {
  const { authentication, appId, tenantId, botId, defaultServiceUrl, log, tokenDeadline = 10_000 } = parts;
  const identity = new ClaimsIdentity(
    appId === undefined ? [] : [{ type: AuthenticationConstants.AudienceClaim, value: appId }],
    true,
  );

  /** Gets the token before anything else, so that a failure here is known to have sent nothing. */
  async function signIn(client: ConnectorClient): Promise<Failure | undefined> {
    const { credentials } = client;
    if (appId === undefined || !(credentials instanceof AppCredentials)) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('silence')), tokenDeadline);
    });
    try {
      await Promise.race([credentials.getToken(), silence]);
      return undefined;
    } catch (error) {
      log.error({ error: String(error).slice(0, 300) }, 'No token for the Connector');
      // The login service has answered, and no: a wrong or old password. Anything else may pass.
      const refused =
        error instanceof Error && ['ServerError', 'ClientConfigurationError'].includes(error.name);
      return { kind: refused ? 'unauthorised' : 'notSent' };
    } finally {
      clearTimeout(timer);
    }
  }

  async function ask<T>(
    serviceUrl: string,
    call: Call,
    request: (client: ConnectorClient) => Promise<T>,
  ): Promise<Asked<T>> {
    if (!URL.canParse(serviceUrl)) return { kind: 'unreachable', why: 'no address' };
    const client = await authentication.createConnectorFactory(identity).create(serviceUrl);
    const failed = await signIn(client);
    if (failed) return failed;
    try {
      return { kind: 'done', answer: await request(client) };
    } catch (error) {
      const attempt = attemptIn(error);
      if (attempt === undefined) throw error;
      const failure = failureOf(attempt, call);
      log.warn(
        { call, result: failure.kind, answer: attempt.kind === 'answered' ? attempt.status : attempt.why },
        'The Connector did not take it',
      );
      return failure;
    }
  }

  return {
    async post({ id, serviceUrl }, message) {
      const asked = await ask(serviceUrl, 'post', (client) =>
        client.conversations.sendToConversation(id, activityOf(message)),
      );
      return asked.kind === 'done' ? { kind: 'sent', activityId: asked.answer.id ?? '' } : asked;
    },

    async update({ id, serviceUrl }, activityId, message) {
      const asked = await ask(serviceUrl, 'update', (client) =>
        client.conversations.updateActivity(id, activityId, { ...activityOf(message), id: activityId }),
      );
      return asked.kind === 'done' ? { kind: 'sent', activityId: asked.answer.id ?? activityId } : asked;
    },

    async open({ entraId, name }) {
      const serviceUrl = defaultServiceUrl();
      // The SDK's type wants a first message too: that one is posted when the chat stands.
      const parameters: Partial<ConversationParameters> = {
        isGroup: false,
        bot: { id: botId, name: '' },
        members: [{ id: entraId, name }],
        ...(tenantId === undefined ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }),
      };
      const asked = await ask(serviceUrl, 'create', (client) =>
        client.conversations.createConversation(parameters as ConversationParameters),
      );
      if (asked.kind !== 'done') return asked;
      const conversation: Conversation = {
        id: asked.answer.id,
        serviceUrl: asked.answer.serviceUrl || serviceUrl,
        channelId: 'msteams',
        ...(tenantId === undefined ? {} : { tenantId }),
        botId,
        userId: entraId,
      };
      return { kind: 'opened', conversation };
    },

    async member({ id, serviceUrl }, userId) {
      const asked = await ask(serviceUrl, 'create', (client) =>
        client.conversations.getConversationMember(id, userId),
      );
      if (asked.kind !== 'done') return undefined;
      const { name, aadObjectId, objectId, userPrincipalName } = memberSchema.parse(asked.answer);
      return { name, entraId: aadObjectId ?? objectId, upn: userPrincipalName?.toLowerCase() };
    },
  };
}
