import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { AppCredentials, type ServiceClientCredentialsFactory } from 'botframework-connector';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { z } from 'zod';

const tokenSchema = z.object({ access_token: z.string() });

/** The claims and header of a token; what is not named is right. `null` leaves a claim out. */
export interface TokenParts {
  readonly aud?: string;
  readonly iss?: string;
  /** Seconds from now. */
  readonly nbf?: number;
  readonly exp?: number | null;
  readonly serviceurl?: string | null;
  readonly kid?: string;
  /** `stranger`: signed with a key that the channel never published. */
  readonly key?: 'channel' | 'stranger';
  readonly alg?: 'RS256' | 'none';
}

export interface TokenServer {
  readonly appId: string;
  readonly tenantId: string;
  readonly issuer: string;
  /** The SDK's settings that point it to this server. */
  readonly settings: Readonly<Record<string, string>>;
  /** A token as the channel sends it, for an activity of this serviceUrl. */
  tokenFor(serviceUrl: string, parts?: TokenParts): Promise<string>;
  /**
   * The bot's own tokens for the Connector, from this server's /login. The SDK's credentials ask for them by MSAL,
   * which takes no plain http and asks Microsoft which hosts it may trust.
   */
  readonly credentials: ServiceClientCredentialsFactory;
  /** The login service's next answers are refusals, silence or, again, tokens. */
  login: 'gives' | 'refuses' | 'silent' | 'unreachable';
  close(): Promise<void>;
}

/** The SDK's settings for a local OpenID server: any one of them makes all count. */
export function sdkSettings(port: number, appId: string, tenantId: string): Record<string, string> {
  const base = `http://127.0.0.1:${port}`;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'a password',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    ToBotFromChannelTokenIssuer: 'https://issuer.example',
    ToBotFromChannelOpenIdMetadataUrl: `${base}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${base}/openid`,
    ToChannelFromBotLoginUrl: `${base}/login`,
    ToChannelFromBotOAuthScope: 'https://connector.example',
    OAuthUrl: base,
    ValidateAuthority: 'false',
  };
}

/** A real HTTP server that stands for Microsoft's: OpenID metadata, keys, and login for the bot itself. */
export async function startTokenServer(): Promise<TokenServer> {
  const appId = randomUUID();
  const tenantId = randomUUID();
  const channel = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  // As Microsoft's keys do, this one stands for several channels.
  const jwk = { ...(await exportJWK(channel.publicKey)), kid: 'k1', endorsements: ['msteams', 'webchat'] };
  const keys: Record<string, CryptoKey> = { channel: channel.privateKey, stranger: stranger.privateKey };

  const server = createServer((request, response) => {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const path = request.url ?? '';
    if (path === '/openid')
      send(200, { issuer: settings.ToBotFromChannelTokenIssuer, jwks_uri: `${base}/keys` });
    else if (path === '/keys') send(200, { keys: [jwk] });
    else if (path !== '/login') send(404, {});
    else if (tokens.login === 'gives') send(200, { access_token: `token of ${appId}`, expires_in: 3600 });
    else if (tokens.login === 'refuses') send(401, { error: 'invalid_client' });
    else if (tokens.login === 'unreachable') request.socket.resetAndDestroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const base = `http://127.0.0.1:${address.port}`;
  const settings = { ToBotFromChannelTokenIssuer: '', ...sdkSettings(address.port, appId, tenantId) };

  class LocalCredentials extends AppCredentials {
    protected async refreshToken() {
      const response = await fetch(`${base}/login`, { method: 'POST' });
      // As MSAL names an answer that says no.
      if (!response.ok) throw Object.assign(new Error('invalid_client'), { name: 'ServerError' });
      const { access_token: accessToken } = tokenSchema.parse(await response.json());
      return { accessToken, expiresOn: new Date(Date.now() + 3_600_000) };
    }
  }

  const tokens: TokenServer = {
    appId,
    tenantId,
    issuer: settings.ToBotFromChannelTokenIssuer,
    settings,
    login: 'gives',
    credentials: {
      isValidAppId: (id) => Promise.resolve(id === appId),
      isAuthenticationDisabled: () => Promise.resolve(false),
      createCredentials: (_id, audience) => Promise.resolve(new LocalCredentials(appId, tenantId, audience)),
    },
    async tokenFor(serviceUrl, parts = {}) {
      const now = Math.floor(Date.now() / 1000);
      const { aud = appId, iss = settings.ToBotFromChannelTokenIssuer, nbf = -10, exp = 3600 } = parts;
      const { serviceurl = serviceUrl, kid = 'k1', key = 'channel', alg = 'RS256' } = parts;
      const claims = {
        iss,
        aud,
        nbf: now + nbf,
        ...(exp === null ? {} : { exp: now + exp }),
        ...(serviceurl === null ? {} : { serviceurl }),
      };
      if (alg === 'none') return new UnsecuredJWT(claims).encode();
      const signing = keys[key];
      if (!signing) throw new Error(`no key ${key}`);
      return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(signing);
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return tokens;
}
