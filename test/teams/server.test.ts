import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { execute, message, user } from '../support/activities.js';
import { type Edge, startEdge } from '../support/edge.js';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.js';

const someone = user('someone', 'Sam One');
let connector: FakeConnector;
let edge: Edge | undefined;

beforeEach(async () => {
  connector = await startFakeConnector();
});
afterEach(async () => {
  await edge?.close();
  edge = undefined;
  await connector.close();
});

const scene = () => ({ serviceUrl: connector.serviceUrl, tenantId: 'tenant', botId: '28:bot' });
const quiet = () => Promise.resolve();
const broken = () => Promise.reject(new Error('a bug with a secret in it'));

describe('a body that is no activity', () => {
  const bodies: [string, string][] = [
    ['nothing', ''],
    ['no JSON', '{"type":'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['nested beyond sense', '['.repeat(100_000)],
    ['an object without a type', '{}'],
    ['a type that is no word', '{"type":7}'],
    ['a conversation that is no conversation', '{"type":"message","channelId":"msteams","conversation":"a"}'],
    [
      'a sender that is no account',
      '{"type":"message","channelId":"msteams","conversation":{"id":"a"},"from":7}',
    ],
  ];

  it.each(bodies)('%s is refused with one plain line', async (_, body) => {
    edge = await startEdge(broken);
    const response = await edge.deliver(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toMatch(/^[^\n]{5,200}\n$/);
  });

  it('is refused where it is too long', async () => {
    edge = await startEdge(quiet);
    const activity = message(scene(), someone, 'x'.repeat(300_000));
    expect((await edge.deliver(activity)).status).toBe(413);
  });

  it.each<Record<string, string>>([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  ])('is refused as %j', async (headers) => {
    edge = await startEdge(quiet);
    const body = JSON.stringify(message(scene(), someone, 'hello'));
    const response = await fetch(`${edge.address}/api/messages`, { method: 'POST', headers, body });
    expect(response.status).toBe(415);
  });
});

describe('a turn that fails by a bug', () => {
  it('apologises to who wrote, and says nothing of the bug', async () => {
    edge = await startEdge(broken);
    const response = await edge.deliver(message(scene(), someone, 'hello'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(connector.requests).toHaveLength(1);
    expect(JSON.stringify(connector.requests)).toMatch(/went wrong/);
    expect(JSON.stringify(connector.requests)).not.toMatch(/secret/);
    expect(edge.log.text()).toMatch(/a bug with a secret in it/);
  });

  it('apologises to who pressed, in the answer', async () => {
    edge = await startEdge(broken);
    const response = await edge.deliver(execute(scene(), someone, { verb: 'escalate' }));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
  });

  it('answers all the same where the person cannot be told', async () => {
    edge = await startEdge(broken);
    connector.next('post', { status: 403 });
    expect((await edge.deliver(message(scene(), someone, 'hello'))).status).toBe(200);
    expect(edge.log.text()).toMatch(/Nor could the person be told/);
  });
});

describe('health', () => {
  it('is what the bot says of itself', async () => {
    edge = await startEdge(quiet, { health: () => Promise.resolve({ status: 'well', store: 'SQLite' }) });
    const response = await fetch(`${edge.address}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'well', store: 'SQLite' });
  });

  it('is 503 where the bot is not well, without the reason', async () => {
    edge = await startEdge(quiet, { health: broken });
    const response = await fetch(`${edge.address}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toMatch(/secret/);
  });
});

describe('the server', () => {
  it('names neither itself nor its version', async () => {
    edge = await startEdge(quiet);
    const { headers } = await fetch(`${edge.address}/healthz`);
    expect([...headers.keys()].toSorted()).toEqual([
      'connection',
      'content-type',
      'date',
      'keep-alive',
      'transfer-encoding',
    ]);
  });

  it.each(['/', '/local/', '/api/messages', '//'])('has nothing at %s for a reader', async (path) => {
    edge = await startEdge(quiet);
    expect([404, 405]).toContain((await fetch(`${edge.address}${path}`)).status);
  });

  it('finishes what it is answering before it closes', async () => {
    const turn = new EventEmitter();
    const started = once(turn, 'started');
    edge = await startEdge(async () => {
      const held = once(turn, 'let go');
      turn.emit('started');
      await held;
    });
    const answer = edge.deliver(message(scene(), someone, 'hello'));
    await started;
    const closed = edge.close();
    edge = undefined;
    turn.emit('let go');
    expect((await answer).status).toBe(200);
    await closed;
  });
});

describe('the channel of local mode', () => {
  const local = {
    handle: (request: { url?: string | undefined }, response: { end(text: string): unknown }) => {
      if (request.url !== '/local/page?x=%zz') return false;
      response.end('the page');
      return true;
    },
  };

  it('answers below /local, and / leads there', async () => {
    edge = await startEdge(quiet, { local });
    expect(await (await fetch(`${edge.address}/local/page?x=%zz`)).text()).toBe('the page');
    expect((await fetch(`${edge.address}/local/other`)).status).toBe(404);
    const root = await fetch(`${edge.address}/`, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/local/']);
  });

  it('leaves the rest to the bot', async () => {
    edge = await startEdge(quiet, { local });
    expect((await fetch(`${edge.address}/healthz`)).status).toBe(200);
    expect((await edge.deliver(message(scene(), someone, 'hello'))).status).toBe(200);
  });

  it('is for this machine alone', async () => {
    edge = await startEdge(quiet, { local });
    const { port } = new URL(edge.address);
    const status = await new Promise((resolve, reject) => {
      request({
        port,
        host: '127.0.0.1',
        path: '/local/page',
        headers: { host: `elsewhere.example:${port}` },
      })
        .once('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .once('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
