import { randomUUID } from 'node:crypto';
import { routeConsole } from '../../src/teams/log.js';
import { message } from '../support/activities.js';
import { recordedLog } from '../support/recordedLog.js';
import { startTokenServer, type TokenParts, type TokenServer } from '../support/tokens.js';
import { type Actor, openTheatre, type Theatre } from './theatre.js';

let tokens: TokenServer;
let theatre: Theatre;
let ida: Actor;
let tess: Actor;

// The SDK writes to the console why it refuses a token; the bot's own main routes that to its log.
const fromConsole = recordedLog();
let unroute: () => void;

beforeAll(async () => {
  unroute = routeConsole(fromConsole);
  tokens = await startTokenServer();
  theatre = await openTheatre('SQLite', { access: tokens });
  [ida, tess] = [theatre.person('ida'), theatre.person('tess')];
});
afterAll(async () => {
  await theatre.close();
  await tokens.close();
  unroute();
});

describe('the bot with an app id', () => {
  it('takes what comes with a right token, and signs what it sends', async () => {
    const raised = await ida.raises();
    expect(raised.words).toMatch(/You raised D-\d{4}-0001/);
    expect((await tess.sees()).words).toContain('Your answer is needed by');
    expect((await tess.presses('Acknowledge')).words).toContain('You acknowledged this at');
    await theatre.settled();
    const { requests } = theatre.connector;
    expect(requests.filter(({ call }) => call === 'post').length).toBeGreaterThan(1);
    expect([...new Set(requests.map(({ authorization }) => authorization))]).toEqual([
      `Bearer token of ${tokens.appId}`,
    ]);
  });

  it('opens the chat with somebody it has never met in the one tenant', () => {
    const opened = theatre.connector.requests.find(({ call }) => call === 'create');
    expect(opened?.body).toMatchObject({
      isGroup: false,
      tenantId: tokens.tenantId,
      members: [{ id: tess.user.aadObjectId }],
    });
  });

  const wrong: [string, TokenParts][] = [
    ['an expired one', { nbf: -172_800, exp: -86_400 }],
    ['an early one', { nbf: 86_400, exp: 172_800 }],
    ['one for another bot', { aud: randomUUID() }],
    ['one of another issuer', { iss: 'https://another.example' }],
    ['one signed with another key', { key: 'stranger' }],
    ['one with an unknown kid', { kid: 'k2' }],
    ['one for another serviceUrl', { serviceurl: 'https://elsewhere.example/' }],
    ['an unsigned one', { alg: 'none' }],
  ];

  it.each(wrong)('refuses %s without a reason, and does nothing', async (_, parts) => {
    const before = JSON.stringify(await theatre.disputes());
    const sent = theatre.connector.requests.length;
    const press = tess.press('Disagree…');
    const token = await tokens.tokenFor(theatre.connector.serviceUrl, parts);
    expect(await theatre.deliver(press, token)).toEqual({ status: 401, body: '' });
    expect(JSON.stringify(await theatre.disputes())).toBe(before);
    expect(theatre.connector.requests).toHaveLength(sent);
  });

  it('refuses a missing token, and an activity without a serviceUrl', async () => {
    const hello = message(theatre.scene(), ida.user, 'disputes');
    expect(await theatre.deliver(hello, 'none')).toEqual({ status: 401, body: '' });
    const { serviceUrl: _, ...without } = hello;
    expect(await theatre.deliver(without)).toEqual({ status: 401, body: '' });
  });

  it.each([
    ['another tenant', () => randomUUID()],
    ['an unheard-of tenant', () => 'local'],
  ])('refuses a right token from %s without a reason', async (_, tenant) => {
    const sent = theatre.connector.requests.length;
    const scene = { ...theatre.scene(), tenantId: tenant() };
    const answer = await theatre.deliver(message(scene, ida.user, 'disputes'));
    expect(answer).toEqual({ status: 403, body: '' });
    expect(theatre.connector.requests).toHaveLength(sent);
  });

  it('refuses a right token from Web Chat, where anybody may say who they are', async () => {
    const hello = { ...message(theatre.scene(), ida.user, 'disputes'), channelId: 'webchat' };
    expect(await theatre.deliver(hello)).toEqual({ status: 403, body: '' });
  });

  it('has no local channel', async () => {
    for (const path of ['/', '/local/', '/local/api/people', '/local/connector/v3/conversations']) {
      const { status } = await fetch(`${theatre.bot.address}${path}`, { redirect: 'manual' });
      expect(status).toBe(404);
    }
  });

  it('says that it is well without saying for whom', async () => {
    const health = await fetch(`${theatre.bot.address}/healthz`);
    expect(await health.json()).toEqual({ status: 'ok', store: 'SQLite' });
  });
});
