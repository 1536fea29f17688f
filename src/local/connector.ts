import type { IncomingMessage } from 'node:http';
import {
  type Conversation,
  type Conversations,
  entraIdOf,
  entraIdOfConversation,
  messageIn,
  userId,
} from './conversations.js';
import { type Answer, ok, readBody, refused } from './http.js';
import { type Activity, type LocalPerson, activitySchema, createConversationSchema } from './protocol.js';

export interface Roster {
  tenantId: string;
  person: (entraId: string) => Promise<LocalPerson | undefined>;
}

const notFound = refused(404, 'ConversationNotFound', 'There is no such conversation.');

/** Why the bot may not write here, in the words of Teams; undefined when it may. */
function unreachable(conversation: Conversation): Answer | undefined {
  if (conversation.access === 'installed') return undefined;
  return conversation.access === 'blocked'
    ? refused(403, 'ForbiddenOperationException', 'The person has blocked the bot.')
    : refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}

/** Only messages are seen: *typing* and traces are taken and dropped. */
function post(conversations: Conversations, conversation: Conversation, activity: Activity): Answer {
  if (activity.type !== 'message') return ok({ id: '' });
  return ok({ id: conversations.post(conversation, 'bot', activity).id });
}

function member(person: LocalPerson, tenantId: string): unknown {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: userId(person.entraId),
    aadObjectId: person.entraId,
    objectId: person.entraId,
    name: person.name,
    givenName,
    surname: rest.join(' '),
    userPrincipalName: person.upn,
    email: person.upn,
    tenantId,
    userRole: 'user',
  };
}

/** The Connector's REST interface, below `…/v3/conversations`; `path` is what follows it. */
export async function connector(
  conversations: Conversations,
  roster: Roster,
  request: IncomingMessage,
  path: string[],
): Promise<Answer> {
  const method = request.method ?? '';
  const [id, part, child, ...more] = path;
  if (more.length > 0) return refused(404, 'NotFound', 'There is no such address.');
  if (id === undefined) return method === 'POST' ? create(conversations, roster, request) : wrongMethod;

  const entraId = entraIdOfConversation(id);
  const person = entraId === undefined ? undefined : await roster.person(entraId);
  if (!person) return notFound;
  const conversation = conversations.of(person.entraId);
  const no = unreachable(conversation);
  if (no) return no;

  switch (part) {
    case 'activities':
      return activities(conversations, conversation, request, child);
    case 'members':
      if (method !== 'GET') return wrongMethod;
      if (child === undefined) return ok([member(person, roster.tenantId)]);
      return entraIdOf(child) === person.entraId
        ? ok(member(person, roster.tenantId))
        : refused(404, 'MemberNotFoundInConversation', 'The person is not in this conversation.');
    case 'pagedmembers':
      return method === 'GET' ? ok({ members: [member(person, roster.tenantId)] }) : wrongMethod;
    case undefined:
    default:
      return refused(404, 'NotFound', 'There is no such address.');
  }
}

const wrongMethod = refused(405, 'MethodNotAllowed', 'This address does not take that method.');

async function create(
  conversations: Conversations,
  roster: Roster,
  request: IncomingMessage,
): Promise<Answer> {
  const body = await readBody(request, createConversationSchema);
  if (!body.ok) return body.answer;
  const person = await roster.person(entraIdOf(body.value.members[0]?.id ?? ''));
  if (!person) return refused(404, 'MemberNotFound', 'There is no such person in this tenant.');
  const conversation = conversations.of(person.entraId);
  const no = unreachable(conversation);
  if (no) return no;
  const { activity } = body.value;
  const posted = activity ? conversations.post(conversation, 'bot', activity) : undefined;
  return {
    status: 201,
    body: { id: conversation.id, ...(posted ? { activityId: posted.id } : {}) },
  };
}

async function activities(
  conversations: Conversations,
  conversation: Conversation,
  request: IncomingMessage,
  id: string | undefined,
): Promise<Answer> {
  const message = id === undefined ? undefined : messageIn(conversation, id);
  const unknown = refused(404, 'ActivityNotFoundInConversation', 'There is no such message.');
  switch (request.method) {
    case 'POST': {
      const body = await readBody(request, activitySchema);
      return body.ok ? post(conversations, conversation, body.value) : body.answer;
    }
    case 'PUT': {
      if (message?.from !== 'bot') return unknown;
      const body = await readBody(request, activitySchema);
      if (!body.ok) return body.answer;
      conversations.rewrite(conversation, message, body.value);
      return ok({ id: message.id });
    }
    case 'DELETE':
      if (message?.from !== 'bot') return unknown;
      conversations.remove(conversation, message);
      return ok({});
    case undefined:
    default:
      return wrongMethod;
  }
}
