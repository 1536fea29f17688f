import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  type AuthenticateRequestResult,
  type ConnectorClientOptions,
  GovernmentConstants,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { z } from 'zod';
import type { Log } from './log.js';

/** The SDK's settings, named as the SDK names them. Empty counts as unset. */
export type SdkSettings = Readonly<Record<string, string | undefined>>;

interface AuthenticationParts {
  readonly settings: SdkSettings;
  readonly log: Log;
  readonly httpClient: NonNullable<ConnectorClientOptions['httpClient']>;
  /** Where tokens for the Connector come from; the SDK's choice by `MicrosoftAppType` where absent. */
  readonly credentials?: ServiceClientCredentialsFactory;
}

/** Why an activity was refused. The sender is told the status alone. */
interface Refusal {
  readonly status: 401 | 403;
  readonly reason: string;
}

const claimsSchema = z.looseObject({ iss: z.string(), exp: z.number() });

/** What a token says of itself, its signature unchecked, or undefined for what is no token. */
function claimsOf(authHeader: string): z.infer<typeof claimsSchema> | undefined {
  const token = /^Bearer ([^ .]+)\.([^ .]+)\.[^ .]*$/.exec(authHeader);
  if (token?.[1] === undefined || token[2] === undefined) return undefined;
  try {
    // The SDK's decoder throws over a header that is not JSON: look at both parts here.
    JSON.parse(Buffer.from(token[1], 'base64url').toString());
    return claimsSchema.safeParse(JSON.parse(Buffer.from(token[2], 'base64url').toString())).data;
  } catch (notJson) {
    if (notJson instanceof SyntaxError) return undefined;
    throw notJson;
  }
}

const tenantsSchema = z.object({
  conversation: z.object({ tenantId: z.string().optional() }).optional().catch(undefined),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional().catch(undefined) })
    .nullish()
    .catch(undefined),
});

/** The tenants that an activity names: Teams puts the same one in both places. */
function tenantsOf(activity: Activity): string[] {
  const { conversation, channelData } = tenantsSchema.parse(activity);
  return [conversation?.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
}

const tokenErrors = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'];

/** The reason, where the error says that the token is wrong; undefined where we failed (keys out of reach). */
function reasonIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AuthenticationError) return error.statusCode < 500 ? error.message : undefined;
  return tokenErrors.includes(error.name) ? `${error.name}: ${error.message}` : undefined;
}

/**
 * The SDK's authentication with its gaps closed: only tokens of the channel, with an end, for the serviceUrl that the
 * activity names; only Teams; only the one tenant; and no reason to the sender. Without an app id nobody is asked.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #settings: SdkSettings;
  readonly #log: Log;

  constructor({ settings, log, httpClient, credentials }: AuthenticationParts) {
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value));
    super(given, credentials, undefined, undefined, { httpClient });
    this.#settings = given;
    this.#log = log;
  }

  /** Throws an AuthenticationError with an empty message and 401 (wrong token) or 403 (right token, not for us). */
  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    if (this.#settings['MicrosoftAppId'] === undefined)
      return super.authenticateRequest(activity, authHeader);
    const refused = this.#wrongToken(activity, authHeader);
    if (refused) throw this.#refuse(refused);
    let result: AuthenticateRequestResult;
    try {
      result = await super.authenticateRequest(activity, authHeader);
    } catch (error) {
      const reason = reasonIn(error);
      if (reason === undefined) throw error;
      throw this.#refuse({ status: 401, reason });
    }
    const notForUs = this.#notForUs(activity);
    if (notForUs) throw this.#refuse(notForUs);
    return result;
  }

  /**
   * The SDK also takes tokens of the emulator, of other bots and of another channel: it skips the serviceUrl for
   * them, and keeps a list of issuers that any unsigned token makes longer. So those never get to it.
   */
  #wrongToken(activity: Activity, authHeader: string): Refusal | undefined {
    if (!authHeader) return { status: 401, reason: 'no token' };
    if (!activity.serviceUrl) return { status: 401, reason: 'the activity has no serviceUrl' };
    const claims = claimsOf(authHeader);
    if (!claims) return { status: 401, reason: 'no token with an issuer and an end' };
    if (claims.iss !== this.#issuer())
      return { status: 401, reason: `token of another issuer: ${claims.iss}` };
    return undefined;
  }

  #issuer(): string {
    const government = this.#settings['ChannelService'] === GovernmentConstants.ChannelService;
    return (
      this.#settings['ToBotFromChannelTokenIssuer'] ??
      (government ? GovernmentConstants : AuthenticationConstants).ToBotFromChannelTokenIssuer
    );
  }

  /** A new bot also has Web Chat, where who is speaking is what the page says. */
  #notForUs(activity: Activity): Refusal | undefined {
    if (activity.channelId !== 'msteams') {
      return { status: 403, reason: `an activity of the channel ${activity.channelId}` };
    }
    const allowed = this.#settings['MicrosoftAppTenantId']?.toLowerCase();
    const tenants = tenantsOf(activity);
    if (tenants.length === 0) return { status: 403, reason: 'an activity of no tenant' };
    const stranger = tenants.find((tenant) => tenant.toLowerCase() !== allowed);
    return stranger === undefined
      ? undefined
      : { status: 403, reason: `an activity of the tenant ${stranger}` };
  }

  #refuse({ status, reason }: Refusal): AuthenticationError {
    this.#log.warn({ status, reason: reason.slice(0, 300) }, 'An activity was refused');
    return new AuthenticationError('', status);
  }
}
