import { createServer } from 'node:http';
import { once } from 'node:events';
import type { SendResult } from '../../src/outbox/sender.js';
import type { Conversation } from '../../src/people/person.js';
import { TeamsAuthentication } from '../../src/teams/authentication.js';
import { type ConnectorHttp, createConnectorHttp } from '../../src/teams/connectorHttp.js';
import { createSender, type TeamsSender } from '../../src/teams/sender.js';
import { type FakeConnector, type ScriptedAnswer, startFakeConnector } from '../support/fakeConnector.js';
import { recordedLog } from '../support/recordedLog.js';
import { startTokenServer, type TokenServer } from '../support/tokens.js';

const message = { card: { type: 'AdaptiveCard', body: [] }, summary: 'D-2026-0001: your move' };

let connector: FakeConnector;
let http: ConnectorHttp;
let tokens: TokenServer | undefined;

beforeEach(async () => {
  connector = await startFakeConnector();
  http = createConnectorHttp({ deadline: 200 });
});
afterEach(async () => {
  http.close();
  await connector.close();
  await tokens?.close();
  tokens = undefined;
});

const conversation = (serviceUrl = connector.serviceUrl): Conversation => ({
  id: 'a:1 2/3',
  serviceUrl,
  channelId: 'msteams',
  botId: '28:bot',
  userId: '29:someone',
});

/** A sender of local mode; with a token server, one that signs. */
function sender(server?: TokenServer): TeamsSender {
  const log = recordedLog();
  const { httpClient } = http;
  return createSender({
    authentication: new TeamsAuthentication({
      settings: server?.settings ?? {},
      log,
      httpClient,
      ...(server ? { credentials: server.credentials } : {}),
    }),
    appId: server?.appId,
    tenantId: 'our-tenant',
    botId: '28:bot',
    defaultServiceUrl: () => connector.serviceUrl,
    log,
    tokenDeadline: 200,
  });
}

describe('posting a card', () => {
  it('sends it alone, with its summary, and gives the id', async () => {
    const result = await sender().post(conversation(), message);
    expect(result).toEqual({ kind: 'sent', activityId: 'm1' });
    expect(connector.messages('a:1 2/3').map(({ activity }) => activity)).toEqual([
      {
        type: 'message',
        summary: message.summary,
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
      },
    ]);
  });
});

describe('updating a card', () => {
  it('changes the message that carries it', async () => {
    const teams = sender();
    await teams.post(conversation(), message);
    const result = await teams.update(conversation(), 'm1', { ...message, summary: 'Closed' });
    expect(result).toEqual({ kind: 'sent', activityId: 'm1' });
    expect(connector.messages('a:1 2/3')).toMatchObject([
      { id: 'm1', updates: 1, activity: { summary: 'Closed' } },
    ]);
  });

  it('is gone where Teams does not know the message', async () => {
    expect(await sender().update(conversation(), 'm9', message)).toEqual({ kind: 'gone' });
  });

  it('is gone where Teams says so under another status', async () => {
    connector.next('update', { status: 400, body: { error: { code: 'ActivityNotFoundInConversation' } } });
    expect(await sender().update(conversation(), 'm1', message)).toEqual({ kind: 'gone' });
  });
});

describe('opening a chat with somebody who was never met', () => {
  it('gives the conversation, the same one each time', async () => {
    const person = { entraId: 'entra-1', name: 'Sam One' };
    const expected = {
      kind: 'opened',
      conversation: {
        id: 'a:entra-1',
        serviceUrl: connector.serviceUrl,
        channelId: 'msteams',
        tenantId: 'our-tenant',
        botId: '28:bot',
        userId: 'entra-1',
      },
    };
    expect(await sender().open(person)).toEqual(expected);
    expect(await sender().open(person)).toEqual(expected);
    expect(connector.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v3/conversations',
      body: {
        isGroup: false,
        bot: { id: '28:bot' },
        members: [{ id: 'entra-1' }],
        tenantId: 'our-tenant',
        channelData: { tenant: { id: 'our-tenant' } },
      },
    });
  });

  it('is unreachable where Teams does not let us', async () => {
    connector.next('create', { status: 403, body: { error: { code: 'BotNotInstalled' } } });
    const result = await sender().open({ entraId: 'entra-1', name: 'Sam One' });
    expect(result).toEqual({ kind: 'unreachable', why: '403 BotNotInstalled' });
  });
});

describe('what Teams answers to a post or an update', () => {
  const status = (code: number, headers: Record<string, string> = {}): ScriptedAnswer => ({
    status: code,
    headers,
  });
  const rows: [string, ScriptedAnswer, SendResult, SendResult?][] = [
    ['408', status(408), { kind: 'perhapsSent' }],
    ['500', status(500), { kind: 'perhapsSent' }],
    ['502', status(502), { kind: 'perhapsSent' }],
    ['503 with Retry-After', status(503, { 'retry-after': '1' }), { kind: 'perhapsSent' }],
    ['a reset', 'reset', { kind: 'perhapsSent' }],
    ['an answer lost on its way', 'lost', { kind: 'perhapsSent' }],
    ['silence', 'silence', { kind: 'perhapsSent' }],
    ['429', status(429, { 'retry-after': '7' }), { kind: 'tooMany', retryAfterSeconds: 7 }],
    [
      '429 until a date',
      status(429, { date: 'Mon, 09 Mar 2026 08:00:00 GMT', 'retry-after': 'Mon, 09 Mar 2026 08:00:30 GMT' }),
      { kind: 'tooMany', retryAfterSeconds: 30 },
    ],
    ['429 without a time', status(429), { kind: 'tooMany', retryAfterSeconds: 5 }],
    ['412', status(412), { kind: 'tryAgain' }],
    ['413', status(413), { kind: 'tooLarge' }],
    ['401', status(401), { kind: 'unauthorised' }],
    ['403', status(403), { kind: 'unreachable', why: '403' }],
    ['404', status(404), { kind: 'unreachable', why: '404' }, { kind: 'gone' }],
    ['a redirect', status(307, { location: '/elsewhere' }), { kind: 'unreachable', why: '307' }],
  ];

  it.each(rows)('%s to a post, asked once', async (_, answer, expected) => {
    connector.next('post', answer);
    expect(await sender().post(conversation(), message)).toEqual(expected);
    expect(connector.requests).toHaveLength(1);
  });

  it.each(rows)('%s to an update, asked once', async (_, answer, posted, updated = posted) => {
    connector.next('update', answer);
    const teams = sender();
    await teams.post(conversation(), message);
    expect(await teams.update(conversation(), 'm1', message)).toEqual(updated);
    expect(connector.requests.map(({ call }) => call)).toEqual(['post', 'update']);
  });
});

describe('a Connector that is not there', () => {
  it('got nothing where it refuses the connection', async () => {
    const gone = await startFakeConnector();
    await gone.close();
    expect(await sender().post(conversation(gone.serviceUrl), message)).toEqual({ kind: 'notSent' });
  });

  it('got nothing where the name is unknown', async () => {
    const nowhere = 'http://connector.invalid/';
    expect(await sender().post(conversation(nowhere), message)).toEqual({ kind: 'notSent' });
  });

  it('got nothing where TLS does not stand', async () => {
    const plain = connector.serviceUrl.replace('http:', 'https:');
    expect(await sender().post(conversation(plain), message)).toEqual({ kind: 'notSent' });
    expect(connector.requests).toEqual([]);
  });

  it('is unreachable where the address is none', async () => {
    const result = await sender().post(conversation('https://'), message);
    expect(result).toEqual({ kind: 'unreachable', why: 'no address' });
  });
});

describe('an answer that begins and does not end', () => {
  it('is perhaps sent', async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(201, { 'content-type': 'application/json' });
      response.write('{"id":');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const result = await sender().post(conversation(`http://127.0.0.1:${address.port}/`), message);
    expect(result).toEqual({ kind: 'perhapsSent' });
    server.closeAllConnections();
    server.close();
  });
});

describe('signing in to the Connector', () => {
  it('carries the token, asked for once', async () => {
    tokens = await startTokenServer();
    const teams = sender(tokens);
    await teams.post(conversation(), message);
    tokens.login = 'unreachable';
    await teams.post(conversation(), message);
    const token = `Bearer token of ${tokens.appId}`;
    expect(connector.requests.map(({ authorization }) => authorization)).toEqual([token, token]);
  });

  it('stops where the login service says no', async () => {
    tokens = await startTokenServer();
    tokens.login = 'refuses';
    expect(await sender(tokens).post(conversation(), message)).toEqual({ kind: 'unauthorised' });
    expect(connector.requests).toEqual([]);
  });

  it.each(['silent', 'unreachable'] as const)('has sent nothing where it is %s', async (login) => {
    tokens = await startTokenServer();
    tokens.login = login;
    expect(await sender(tokens).post(conversation(), message)).toEqual({ kind: 'notSent' });
    expect(connector.requests).toEqual([]);
  });

  it('needs no token without an app id', async () => {
    await sender().post(conversation(), message);
    expect(connector.requests[0]?.authorization).toBeUndefined();
  });
});

describe('asking the roster', () => {
  it('gives the upn that an activity does not name', async () => {
    connector.addMember({
      id: '29:someone',
      aadObjectId: 'entra-1',
      name: 'Sam One',
      userPrincipalName: 'Sam.One@Example.org',
    });
    expect(await sender().member(conversation(), '29:someone')).toEqual({
      name: 'Sam One',
      entraId: 'entra-1',
      upn: 'sam.one@example.org',
    });
  });

  it('gives nothing for a stranger', async () => {
    expect(await sender().member(conversation(), '29:stranger')).toBeUndefined();
  });
});
