import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** Which of the Connector's calls a request is. */
export type ConnectorCall = 'post' | 'update' | 'delete' | 'create' | 'member' | 'members' | 'unknown';

/** A request as it came in. `body` is what it carried. */
export interface ConnectorRequest {
  readonly call: ConnectorCall;
  readonly method: string;
  readonly path: string;
  readonly conversation: string | undefined;
  readonly activityId: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

const activitySchema = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).optional(),
});
/** What a message carries; tests read further into the card by themselves. */
export type SentActivity = z.infer<typeof activitySchema>;

const creationSchema = z.looseObject({ members: z.tuple([z.looseObject({ id: z.string() })]) });

/** `lost`: done, and then the answer is lost. `silence` is broken when the connector closes. */
export type ScriptedAnswer = Answered | 'silence' | 'reset' | 'lost';

interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface RosterMember {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly userPrincipalName: string;
}

/** A message in a conversation as it now stands. */
export interface LiveMessage {
  readonly id: string;
  readonly activity: SentActivity;
  readonly updates: number;
}

export interface FakeConnector {
  /** The serviceUrl, with a slash at the end as Teams has it. */
  readonly serviceUrl: string;
  readonly requests: ConnectorRequest[];
  /** Answers the next such request so (in that conversation, where one is named); several wait in line. */
  next(call: ConnectorCall, answer: ScriptedAnswer, conversation?: string): void;
  /** The messages of a conversation, oldest first. */
  messages(conversation: string): LiveMessage[];
  addMember(member: RosterMember): void;
  /** The personal chat that `create` gives for a member's id or Entra id. */
  chatWith(member: string): string;
  /** Settles once the predicate holds, which is asked after each request. */
  waitFor(predicate: (connector: FakeConnector) => boolean): Promise<void>;
  close(): Promise<void>;
}

interface Route {
  readonly call: ConnectorCall;
  readonly conversation?: string;
  readonly activityId?: string;
  readonly member?: string;
}

function routeOf(method: string, path: string): Route {
  const [v3, conversations, conversation, what, id] = path.split('/').slice(1).map(decodeURIComponent);
  if (v3 !== 'v3' || conversations !== 'conversations') return { call: 'unknown' };
  if (conversation === undefined) return { call: method === 'POST' ? 'create' : 'unknown' };
  if (what === 'activities') {
    if (method === 'POST') return { call: 'post', conversation };
    if (id !== undefined && method === 'PUT') return { call: 'update', conversation, activityId: id };
    if (id !== undefined && method === 'DELETE') return { call: 'delete', conversation, activityId: id };
  }
  if (what === 'members' && method === 'GET') {
    return id === undefined
      ? { call: 'members', conversation }
      : { call: 'member', conversation, member: id };
  }
  return { call: 'unknown', conversation };
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

const notFound = (code: string): Answered => ({ status: 404, body: { error: { code, message: code } } });

/** A real HTTP server that stands for Teams' Connector. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const requests: ConnectorRequest[] = [];
  const scripts: { call: ConnectorCall; answer: ScriptedAnswer; conversation: string | undefined }[] = [];
  const conversations = new Map<string, LiveMessage[]>();
  const roster: RosterMember[] = [];
  const heard = new EventEmitter().setMaxListeners(0);
  let lastId = 0;

  const messages = (conversation: string) => conversations.get(conversation) ?? [];
  const chatWith = (member: string) => `a:${roster.find(({ id }) => id === member)?.aadObjectId ?? member}`;

  /** Does what Teams would and gives its answer. */
  function work({ call, conversation = '', activityId, member }: Route, body: unknown): Answered {
    const inConversation = messages(conversation);
    switch (call) {
      case 'create': {
        const [first] = creationSchema.parse(body).members;
        return { status: 201, body: { id: chatWith(first.id) } };
      }
      case 'post': {
        const activity = activitySchema.parse(body);
        lastId += 1;
        conversations.set(conversation, [...inConversation, { id: `m${lastId}`, activity, updates: 0 }]);
        return { status: 201, body: { id: `m${lastId}` } };
      }
      case 'update': {
        const known = inConversation.find(({ id }) => id === activityId);
        if (!known) return notFound('ActivityNotFoundInConversation');
        const updated = { ...known, activity: activitySchema.parse(body), updates: known.updates + 1 };
        conversations.set(
          conversation,
          inConversation.map((one) => (one === known ? updated : one)),
        );
        return { status: 200, body: { id: activityId } };
      }
      case 'delete':
        conversations.set(
          conversation,
          inConversation.filter(({ id }) => id !== activityId),
        );
        return { status: 200 };
      case 'member': {
        const known = roster.find(({ id, aadObjectId }) => id === member || aadObjectId === member);
        return known ? { status: 200, body: known } : notFound('MemberNotFoundInConversation');
      }
      case 'members':
        return { status: 200, body: roster };
      case 'unknown':
        return notFound('ServiceError');
    }
  }

  function scripted({ call, conversation }: Route): ScriptedAnswer | undefined {
    const at = scripts.findIndex(
      (script) => script.call === call && (script.conversation ?? conversation) === conversation,
    );
    return at === -1 ? undefined : scripts.splice(at, 1)[0]?.answer;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?');
    const method = request.method ?? '';
    const route = routeOf(method, path);
    const body = await jsonOf(request);
    const script = scripted(route);
    const { call, conversation, activityId } = route;
    const { authorization } = request.headers;
    const refused = typeof script === 'object' || script === 'reset' || script === 'silence';
    const done = refused ? undefined : work(route, body);
    requests.push({ call, method, path, conversation, activityId, authorization, body });
    const given = typeof script === 'object' ? script : done;
    if (script === 'reset' || script === 'lost') request.socket.resetAndDestroy();
    else if (script !== 'silence' && given) {
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
      response.end(given.body === undefined ? undefined : JSON.stringify(given.body));
    }
    heard.emit('request');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 400;
      response.end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  const connector: FakeConnector = {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    requests,
    next: (call, scriptedAnswer, conversation) => {
      scripts.push({ call, answer: scriptedAnswer, conversation });
    },
    messages,
    addMember: (member) => {
      roster.push(member);
    },
    chatWith,
    waitFor: async (predicate) => {
      while (!predicate(connector)) await once(heard, 'request');
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return connector;
}
