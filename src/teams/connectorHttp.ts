import { Agent, type IncomingMessage, request as askHttp } from 'node:http';
import { Agent as TlsAgent, request as askHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { ConnectorClientOptions } from 'botframework-connector';

/** What came of one request. `perhapsSent`: the connection stood, and no whole answer came. */
export type Attempt =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'notSent'; readonly why: string }
  | { readonly kind: 'perhapsSent'; readonly why: string };

export interface ConnectorRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

export interface ConnectorHttp {
  ask(request: ConnectorRequest): Promise<Attempt>;
  /** The same for the SDK: what is no 2xx is thrown, and `attemptIn` reads it back. */
  readonly httpClient: HttpClient;
  close(): void;
}

/** Larger than any answer of the Connector. */
const longestAnswer = 1_000_000;

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestAnswer) throw new Error('an endless answer');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const),
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/**
 * One request, one deadline over the whole of it (milliseconds), no retries. The SDK's own client posts up to four
 * times and waits without limit; its options to stop that do nothing.
 */
export function createConnectorHttp({ deadline = 10_000 }: { deadline?: number } = {}): ConnectorHttp {
  // A kept connection is let go before the other side does it: a request on one that is just closing may be lost.
  const kept = { keepAlive: true, timeout: 4_000 };
  const agents = { http: new Agent(kept), https: new TlsAgent(kept) };

  function ask({ url, method, headers, body }: ConnectorRequest): Promise<Attempt> {
    return new Promise((resolve) => {
      if (!URL.canParse(url)) return resolve({ kind: 'notSent', why: 'an address that is none' });
      let connected = false;
      const failed = (error: unknown) =>
        resolve({ kind: connected ? 'perhapsSent' : 'notSent', why: wordsOf(error) });
      const tls = url.startsWith('https:');
      const sent = (tls ? askHttps : askHttp)(url, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        agent: tls ? agents.https : agents.http,
      });
      const timer = setTimeout(() => sent.destroy(new Error('silence')), deadline);
      sent.once('close', () => clearTimeout(timer));
      sent.once('socket', (socket: Socket) => {
        if (sent.reusedSocket) connected = true;
        // Nothing of the request leaves before TLS stands.
        else socket.once(tls ? 'secureConnect' : 'connect', () => (connected = true));
      });
      sent.once('error', failed);
      sent.once('response', (response) => {
        const { statusCode: status = 0 } = response;
        textOf(response)
          .then((text) => resolve({ kind: 'answered', status, headers: headersOf(response), body: text }))
          .catch(failed);
      });
      sent.end(body);
    });
  }

  const httpClient: HttpClient = {
    async sendRequest(request) {
      const headers = request.headers.toJson();
      // Our answer is read as it comes, and the SDK asks for gzip.
      delete headers['accept-encoding'];
      const body: unknown = request.body;
      const attempt = await ask({
        url: request.url,
        method: request.method,
        headers,
        ...(typeof body === 'string' ? { body } : {}),
      });
      if (attempt.kind !== 'answered' || attempt.status < 200 || attempt.status > 299) throw refusal(attempt);
      const answered = request.headers.clone();
      for (const name of answered.headerNames()) answered.remove(name);
      for (const [name, value] of Object.entries(attempt.headers)) answered.set(name, value);
      return { request, status: attempt.status, headers: answered, bodyAsText: attempt.body };
    },
  };

  return {
    ask,
    httpClient,
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

const attempts = new WeakMap<object, Attempt>();

/** Not a RestError and without a code: the SDK would take either as leave to ask again. */
function refusal(attempt: Attempt): Error {
  const why = attempt.kind === 'answered' ? `status ${attempt.status}` : attempt.why;
  const error = new Error(`The Connector: ${why}`);
  attempts.set(error, attempt);
  return error;
}

/** What came of the request that made the SDK throw; undefined for an error that is none of ours. */
export function attemptIn(error: unknown): Attempt | undefined {
  return error instanceof Error ? attempts.get(error) : undefined;
}
