import { routeConsole } from '../../src/teams/log.js';
import { execute, message, user } from '../support/activities.js';
import { type Edge, startEdge } from '../support/edge.js';
import { recordedLog } from '../support/recordedLog.js';
import { startTokenServer, type TokenParts, type TokenServer } from '../support/tokens.js';

const serviceUrl = 'https://smba.example/emea/';
const someone = user('someone', 'Sam One');
const day = 86_400;

let tokens: TokenServer;
let edge: Edge;
let heard: string[];

const fromConsole = recordedLog();
let unroute: () => void;

beforeAll(async () => {
  unroute = routeConsole(fromConsole);
  tokens = await startTokenServer();
  edge = await startEdge(
    async (context) => {
      heard.push(context.activity.text);
      if (context.activity.type === 'invoke') {
        await context.sendActivity({
          type: 'invokeResponse',
          value: { status: 200, body: { statusCode: 403 } },
        });
      }
    },
    { settings: tokens.settings, credentials: tokens.credentials },
  );
});
afterAll(async () => {
  await edge.close();
  await tokens.close();
  unroute();
});
beforeEach(() => {
  heard = [];
  edge.log.lines.length = 0;
});

const scene = () => ({ serviceUrl, tenantId: tokens.tenantId, botId: '28:bot' });
const hello = (changed: object = {}) => ({ ...message(scene(), someone, 'hello'), ...changed });

describe('an activity with a right token', () => {
  it('gets through', async () => {
    const response = await edge.deliver(hello(), await tokens.tokenFor(serviceUrl));
    expect(response.status).toBe(200);
    expect(heard).toEqual(['hello']);
  });

  it('has its invoke answered, a refusal shown to the person with 200', async () => {
    const press = execute(scene(), someone, { verb: 'escalate' });
    const response = await edge.deliver(press, await tokens.tokenFor(serviceUrl));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ statusCode: 403 });
  });
});

describe('an activity with a wrong token', () => {
  const wrong: [string, TokenParts][] = [
    ['an expired one', { nbf: -2 * day, exp: -day }],
    ['one that never ends', { exp: null }],
    ['an early one', { nbf: day, exp: 2 * day }],
    ['one for another audience', { aud: 'another-bot' }],
    ['one of another issuer', { iss: 'https://another.example' }],
    [
      "one of Microsoft's for the emulator",
      { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' },
    ],
    ['one signed with another key', { key: 'stranger' }],
    ['one with an unknown kid', { kid: 'k2' }],
    ['one for another serviceUrl', { serviceurl: 'https://elsewhere.example/' }],
    ['one for no serviceUrl', { serviceurl: null }],
    ['an unsigned one', { alg: 'none' }],
  ];

  it.each(wrong)('%s is refused without a reason', async (_, parts) => {
    const response = await edge.deliver(hello(), await tokens.tokenFor(serviceUrl, parts));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(heard).toEqual([]);
    expect(edge.log.text()).toContain('An activity was refused');
  });

  it.each(['', 'x', 'a.b.c', 'e30.e30.e30', 'bm8.bm8.bm8'])('so is "%s", which is none', async (token) => {
    const response = await edge.deliver(hello(), token);
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(heard).toEqual([]);
  });

  it('so is a missing one', async () => {
    const response = await edge.deliver(hello());
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(heard).toEqual([]);
  });

  it('tells our log why, and nobody on the console', async () => {
    const said: unknown[][] = [];
    const before = { error: console.error, warn: console.warn, log: console.log };
    const keep = (...parts: unknown[]) => void said.push(parts);
    Object.assign(console, { error: keep, warn: keep, log: keep });
    const log = recordedLog();
    const undo = routeConsole(log);
    try {
      await edge.deliver(hello(), await tokens.tokenFor(serviceUrl, { nbf: -2 * day, exp: -day }));
      await edge.deliver(hello(), await tokens.tokenFor(serviceUrl, { key: 'stranger' }));
    } finally {
      undo();
      Object.assign(console, before);
    }
    expect(said).toEqual([]);
    expect(log.text()).toContain('jwt expired');
    expect(edge.log.text()).toContain('The token has expired');
    expect(edge.log.text()).toContain('invalid signature');
  });
});

describe('an activity that is not for us, though the token is right', () => {
  const strange: [string, object, number][] = [
    ['names no serviceUrl', { serviceUrl: undefined }, 401],
    ['names another tenant for the conversation', { conversation: { id: 'a:1', tenantId: 'another' } }, 403],
    ['names another tenant for the channel', { channelData: { tenant: { id: 'another' } } }, 403],
    ['names no tenant', { conversation: { id: 'a:1' }, channelData: {} }, 403],
    ['comes from another channel', { channelId: 'webchat' }, 403],
    ['comes from a channel that the key does not stand for', { channelId: 'email' }, 401],
  ];

  it.each(strange)('is refused where it %s', async (_, changed, status) => {
    const response = await edge.deliver(hello(changed), await tokens.tokenFor(serviceUrl));
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(heard).toEqual([]);
  });
});

describe('an activity whose token cannot be looked at, the keys being out of reach', () => {
  it('is not taken, and is not called wrong', async () => {
    const away = await startEdge(
      async (context) => {
        heard.push(context.activity.text);
      },
      {
        settings: { ...tokens.settings, ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid' },
        credentials: tokens.credentials,
      },
    );
    const response = await away.deliver(hello(), await tokens.tokenFor(serviceUrl));
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    expect(heard).toEqual([]);
    await away.close();
  });
});

describe('without an app id', () => {
  it('nobody is asked for a token', async () => {
    const local = await startEdge(async (context) => {
      heard.push(context.activity.text);
    });
    expect((await local.deliver(hello())).status).toBe(200);
    expect(heard).toEqual(['hello']);
    await local.close();
  });
});
