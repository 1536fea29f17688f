import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalPerson, createLocalChannel } from '../../src/local/channel.js';

export interface Received {
  type: string;
  id: string;
  name?: string;
  action?: string;
  text?: string;
  channelId: string;
  serviceUrl: string;
  timestamp: string;
  replyToId?: string;
  value?: { action?: { type: string; id?: string; verb?: string; data?: Record<string, unknown> } };
  from: { id: string; aadObjectId: string; name: string };
  recipient: { id: string };
  conversation: { id: string; conversationType: string; tenantId: string };
  membersAdded?: { id: string }[];
}

export interface Shown {
  revision: number;
  access: string;
  now: string;
  messages: {
    id: string;
    revision: number;
    content: number;
    from: string;
    text?: string;
    cards: unknown[];
    note?: { kind: string; text: string };
  }[];
}

export interface Reply<T> {
  status: number;
  body: T;
}

export interface Refusal {
  error: { code: string; message: string };
}

export const anna: LocalPerson = {
  entraId: '00000000-0000-0000-0000-00000000000a',
  name: 'Anna Example',
  upn: 'anna@example.invalid',
  roles: ['iro'],
};
export const bert: LocalPerson = {
  entraId: '00000000-0000-0000-0000-00000000000b',
  name: 'Bert Example',
  upn: 'bert@example.invalid',
  roles: ['manager'],
};

export const cardMessage = (text: string): object => ({
  type: 'message',
  summary: text,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(text) }],
});
export const card = (text: string): object => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
export const cardAnswer = (text: string): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card(text),
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${String(port)}`;
}

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

async function json(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** What a bot does with an activity: its answer's body, if any; throwing is a 500. */
type Script = (activity: Received) => unknown;

/** A channel on a server of its own, a bot that follows a script, and the requests that either would make. */
export async function openDesk(script: Script = () => undefined) {
  const received: Received[] = [];
  const errors: object[] = [];
  const moves: object[] = [];
  let now = '2026-03-09T09:14:00.000Z';

  const bot = createServer((request, response) => {
    void json(request).then(async (body) => {
      const activity = body as Received;
      received.push(activity);
      try {
        const answer = await script(activity);
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end(answer === undefined ? '' : JSON.stringify(answer));
      } catch (error) {
        // Not chained: restify's `writeHead` gives nothing back.
        response.writeHead(500);
        response.end(String(error));
      }
    });
  });
  const botUrl = await listening(bot);
  const channel = createLocalChannel({
    botUrl: () => `${botUrl}/api/messages`,
    ownUrl: () => `${base}/local/connector/`,
    people: () => Promise.resolve([anna, bert]),
    now: () => now,
    moveClock: (to) => {
      moves.push(to);
      now = 'to' in to ? to.to : '2026-03-10T09:14:00.000Z';
      return Promise.resolve(now);
    },
    log: { error: (fields) => errors.push(fields) },
  });
  const server = createServer((request, response) => {
    if (channel.handle(request, response)) return;
    response.writeHead(404);
    response.end('not the channel');
  });
  const base: string = await listening(server);

  async function ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const response = await fetch(base + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  return {
    base,
    received,
    errors,
    moves,
    page: <T = Shown>(method: string, path: string, body?: unknown) =>
      ask<T>(method, `/local/api/${path}`, body),
    connector: <T = { id: string }>(method: string, path: string, body?: unknown) =>
      ask<T>(method, `/local/connector/v3/conversations${path}`, body),
    channel,
    async close(): Promise<void> {
      channel.closed();
      await Promise.all([stop(server), stop(bot)]);
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
