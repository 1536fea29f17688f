import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';

const largestBody = 256 * 1024;
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** What a request is answered with: a status and a JSON body. */
export interface Answer {
  status: number;
  body?: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** The shape in which the Connector tells of errors; the page reads the same. */
export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

/**
 * Anything that a web page elsewhere could have sent is refused: a Host that is no loopback name (DNS
 * rebinding), an Origin that is not this server, or a browser's own word that it comes from another site.
 */
export function foreign(request: IncomingMessage): Answer | undefined {
  const host = request.headers.host ?? '';
  if (!loopback.test(host)) return refused(403, 'BadHost', 'This channel answers on this computer alone.');
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  const elsewhere = site === 'cross-site' || site === 'same-site';
  const navigates = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (origin !== undefined && origin !== `http://${host}`) {
    return refused(403, 'BadOrigin', 'This channel answers its own page alone.');
  }
  return elsewhere && !navigates
    ? refused(403, 'BadOrigin', 'This channel answers its own page alone.')
    : undefined;
}

type Body<T> = { ok: true; value: T } | { ok: false; answer: Answer };

const bad = (status: number, code: string, message: string): { ok: false; answer: Answer } => ({
  ok: false,
  answer: refused(status, code, message),
});

/** Reads a JSON body and checks its shape. Only `application/json` is taken: a foreign form cannot send it. */
export async function readBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<Body<T>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return bad(415, 'BadArgument', 'The body must be application/json.');
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= largestBody) parts.push(part);
  }
  if (size > largestBody) return bad(413, 'MessageSizeTooBig', 'The body is too large.');
  const json = parseJson(Buffer.concat(parts).toString('utf8'));
  if (json === undefined) return bad(400, 'BadSyntax', 'The body is not JSON.');
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : bad(
        400,
        'BadArgument',
        parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
      );
}

/** Undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The decoded parts of a path below a prefix; undefined when it cannot be decoded. */
export function segments(path: string): string[] | undefined {
  try {
    return path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

export function send(response: ServerResponse, answer: Answer): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
}
