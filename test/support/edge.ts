import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { type Bot, createAdapter } from '../../src/teams/adapter.js';
import { type SdkSettings, TeamsAuthentication } from '../../src/teams/authentication.js';
import { createConnectorHttp } from '../../src/teams/connectorHttp.js';
import { createServer } from '../../src/teams/server.js';
import { recordedLog } from './recordedLog.js';

/** The Teams edge with a bot of the test's own, listening on a port of its own. */
export async function startEdge(
  bot: Bot,
  {
    settings = {},
    credentials,
    ...rest
  }: {
    settings?: SdkSettings;
    credentials?: ServiceClientCredentialsFactory;
  } & Partial<Pick<Parameters<typeof createServer>[0], 'health' | 'local'>> = {},
) {
  const log = recordedLog();
  const http = createConnectorHttp();
  const { httpClient } = http;
  const authentication = new TeamsAuthentication({
    settings,
    log,
    httpClient,
    ...(credentials === undefined ? {} : { credentials }),
  });
  const adapter = createAdapter({ authentication, log });
  const server = createServer({
    adapter,
    bot,
    health: () => Promise.resolve({ status: 'well' }),
    log,
    ...rest,
  });
  const address = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return {
    address,
    log,
    /** Sends an activity as the channel does. */
    deliver: (activity: unknown, token?: string) =>
      fetch(`${address}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      }),
    close: async () => {
      await server.close();
      http.close();
    },
  };
}
export type Edge = Awaited<ReturnType<typeof startEdge>>;
