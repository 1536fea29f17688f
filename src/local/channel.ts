import type { IncomingMessage, ServerResponse } from 'node:http';
import { speakTo } from './bot.js';
import { connector } from './connector.js';
import { type Change, keepConversations } from './conversations.js';
import { foreign, refused, segments, send } from './http.js';
import { pageApi } from './page-api.js';
import { sendPageFile } from './page-files.js';
import type { ClockMove, LocalPerson } from './protocol.js';

export type { ClockMove, LocalPerson };

export interface LocalChannelOptions {
  /** The bot's endpoint, e.g. `http://127.0.0.1:3978/api/messages`. */
  botUrl: () => string;
  /** The serviceUrl that the bot is given: this server's address and `/local/connector/`. */
  ownUrl: () => string;
  people: () => Promise<LocalPerson[]>;
  now: () => string;
  moveClock: (to: ClockMove) => Promise<string>;
  log: { error: (fields: object, message: string) => void };
  tenantId?: string;
  botId?: string;
}

export interface LocalChannel {
  /** True when the path was the channel's own: then it answers. */
  handle: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Ends the streams to open pages, so that the server can close. */
  closed: () => void;
}

/**
 * A stand-in for Microsoft Teams in local mode: a small Bot Framework Connector, and a page where several
 * people sit side by side. It serves everything below `/local`, and refuses whatever is not this computer.
 */
export function createLocalChannel(options: LocalChannelOptions): LocalChannel {
  const { botUrl, ownUrl, people, now, moveClock, log } = options;
  const tenantId = options.tenantId ?? 'local';
  const conversations = keepConversations(now);
  const bot = speakTo({ botUrl, ownUrl, now, tenantId, botId: options.botId ?? '28:local' });
  const person = async (entraId: string): Promise<LocalPerson | undefined> =>
    (await people()).find((each) => each.entraId === entraId);
  const streams = new Set<ServerResponse>();

  function stream(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': open\n\n');
    streams.add(response);
    const stop = conversations.listen((change: Change) => {
      response.write(`data: ${JSON.stringify(change)}\n\n`);
    });
    response.on('close', () => {
      stop();
      streams.delete(response);
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const parts = segments(path);
    const no =
      foreign(request) ?? (parts ? undefined : refused(400, 'BadArgument', 'The address is malformed.'));
    if (no || !parts) return send(response, no ?? refused(400, 'BadArgument', 'The address is malformed.'));
    const [, area, ...rest] = parts;
    if (area === 'connector') {
      const [version, kind, ...below] = rest;
      return send(
        response,
        version === 'v3' && kind === 'conversations'
          ? await connector(conversations, { tenantId, person }, request, below)
          : refused(404, 'NotFound', 'There is no such address.'),
      );
    }
    if (area === 'api') {
      if (rest.length === 1 && rest[0] === 'events' && request.method === 'GET') return stream(response);
      return send(response, await pageApi({ conversations, bot, people, now, moveClock }, request, rest));
    }
    if (request.method === 'GET' && (await sendPageFile(response, parts.slice(1)))) return;
    send(response, refused(404, 'NotFound', 'There is no such address.'));
  }

  return {
    handle(request, response) {
      const url = request.url ?? '';
      const path = url.split('?')[0] ?? '';
      if (path === '/local') {
        // Relative addresses in the page want the slash.
        // Not chained: restify's `writeHead`, which this server has where the bot is mounted, gives nothing back.
        response.writeHead(308, { Location: `/local/${url.slice(path.length)}` });
        response.end();
        return true;
      }
      if (!path.startsWith('/local/')) return false;
      answer(request, response, path).catch((error: unknown) => {
        log.error({ err: error, path }, 'The local channel failed');
        if (response.headersSent) response.destroy();
        else send(response, refused(500, 'ServiceError', 'The local channel failed; see the log.'));
      });
      return true;
    },
    closed() {
      for (const response of streams) response.end();
    },
  };
}
