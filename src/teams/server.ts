import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { AuthenticationError } from 'botframework-connector';
import restify from 'restify';
import type { Bot, TeamsAdapter } from './adapter.js';
import { activityIn } from './activityIn.js';
import type { Log } from './log.js';

interface ServerParts {
  readonly adapter: TeamsAdapter;
  readonly bot: Bot;
  /** Throws where the bot is not well. */
  readonly health: () => Promise<object>;
  /** The channel of local mode: everything below /local. `handle` says whether it took the request. */
  readonly local?: { handle(request: IncomingMessage, response: ServerResponse): boolean };
  readonly log: Log;
}

export interface Server {
  /** Gives the port, which is the one asked for but where that is 0. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more; settles when what is being answered has been. */
  close(): Promise<void>;
}

/** Teams' messages stay below 100 KB, and a form holds a few fields of 4,000 characters. */
const longestBody = 256 * 1024;

/** The whole body, or undefined where it is too long: read to its end all the same, so that the answer is heard. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= longestBody) chunks.push(chunk);
  }
  return size > longestBody ? undefined : Buffer.concat(chunks);
}

/** restify replaces `writeHead` of every server in this process by one that gives nothing back to go on from. */
function answerWith(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body?: string,
): void {
  response.writeHead(status, headers);
  response.end(body);
}

function answerLine(response: ServerResponse, status: number, line: string): void {
  answerWith(response, status, { 'content-type': 'text/plain; charset=utf-8' }, `${line}\n`);
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  if (body === undefined) answerWith(response, status, {});
  else
    answerWith(response, status, { 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(body));
}

/** A page elsewhere can make a browser post to this machine, but neither as JSON nor under this machine's name. */
const ownName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export function createServer({ adapter, bot, health, local, log }: ServerParts): Server {
  async function message(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (
      !/^application\/json\b/i.test(request.headers['content-type'] ?? '') ||
      request.headers['content-encoding']
    ) {
      return answerLine(response, 415, 'An activity is plain application/json.');
    }
    if (body === undefined) return answerLine(response, 413, 'The body is too long.');
    const activity = activityIn(body.toString());
    if (typeof activity === 'string') return answerLine(response, 400, activity);
    try {
      const answer = await adapter.receive(request.headers.authorization ?? '', activity, bot);
      answerJson(response, answer?.status ?? 200, answer?.body);
    } catch (error) {
      if (error instanceof AuthenticationError && error.statusCode < 500) {
        return answerJson(response, error.statusCode, undefined);
      }
      log.error(
        { error: error instanceof Error ? error.stack : String(error) },
        'An activity could not be taken',
      );
      answerJson(response, 500, undefined);
    }
  }

  async function wellness(_: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      answerJson(response, 200, await health());
    } catch (error) {
      log.error({ error: String(error) }, 'The bot is not well');
      answerJson(response, 503, { status: 'not well' });
    }
  }

  const beingAnswered = new Set<ServerResponse>();

  function route(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
    return (request: IncomingMessage, response: ServerResponse, next: (go: false) => void): void => {
      beingAnswered.add(response);
      answer(request, response)
        .catch((error: unknown) => {
          log.warn({ error: String(error) }, 'A request broke off');
          if (response.headersSent) response.destroy();
          else answerWith(response, 500, {});
        })
        .finally(() => {
          beingAnswered.delete(response);
          next(false);
        });
    };
  }

  // An empty name keeps the banner away.
  const server = restify.createServer({ name: '' });
  server.on('restifyError', (_request: unknown, _response: unknown, error: unknown, done: () => void) => {
    log.info({ error: String(error) }, 'A request that is not for the bot');
    done();
  });
  if (local) {
    server.pre((request, response, next) => {
      const [pathname = '/'] = (request.url ?? '/').split('?');
      if (!ownName.test(request.headers.host ?? '')) {
        answerLine(response, 403, 'In local mode the bot answers to this machine alone.');
      } else if (pathname === '/') {
        answerWith(response, 302, { location: '/local/' });
      } else if (!/^\/local(\/|$)/.test(pathname) || !local.handle(request, response)) {
        return next();
      }
      // Restify answers 500 where its chain ends before there is an answer.
      if (response.writableEnded) next(false);
      else response.once('close', () => next(false));
    });
  }
  server.post('/api/messages', route(message));
  server.get('/healthz', route(wellness));

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve(server.address().port));
      }),
    close: () =>
      new Promise((resolve) => {
        // A connection kept for the next request would hold us up for seconds.
        for (const response of beingAnswered)
          if (!response.headersSent) response.setHeader('connection', 'close');
        server.close(() => resolve());
      }),
  };
}
