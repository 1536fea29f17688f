import type { IncomingMessage } from 'node:http';
import type { Bot, BotAnswer } from './bot.js';
import { type Conversation, type Conversations, type Message, messageIn, shown } from './conversations.js';
import { extension } from './page-extension.js';
import { type Answer, ok, readBody, refused } from './http.js';
import {
  type ClockMove,
  type LocalPerson,
  accessChangeSchema,
  clockMoveSchema,
  invokeAnswerSchema,
  pressSchema,
  typedSchema,
} from './protocol.js';

export interface PageNeeds {
  conversations: Conversations;
  bot: Bot;
  people: () => Promise<LocalPerson[]>;
  now: () => string;
  moveClock: (to: ClockMove) => Promise<string>;
}

const nowhere = refused(404, 'NotFound', 'There is no such address.');

/** The page's own requests, below `/local/api`; `path` is what follows it. */
export async function pageApi(needs: PageNeeds, request: IncomingMessage, path: string[]): Promise<Answer> {
  const [what, entraId, act, ...more] = path;
  if (more.length > 0) return nowhere;
  const asked = `${request.method ?? ''} ${what ?? ''}`;
  if (asked === 'GET people' && entraId === undefined) {
    return ok({ people: await needs.people(), now: needs.now() });
  }
  if (asked === 'GET clock') return ok({ now: needs.now() });
  if (asked === 'POST clock') return moveClock(needs, request);
  if (what !== 'people') return nowhere;

  const person = (await needs.people()).find((each) => each.entraId === entraId);
  if (!person) return refused(404, 'MemberNotFound', 'There is no such person.');
  const conversation = needs.conversations.of(person.entraId);
  switch (`${request.method ?? ''} ${act ?? ''}`) {
    case 'GET ':
      return ok(shown(conversation, needs.now()));
    case 'POST open':
      return open(needs, conversation, person);
    case 'POST messages':
      return type(needs, conversation, person, request);
    case 'POST actions':
      return press(needs, conversation, person, request);
    case 'POST dialog':
    case 'POST dialog-press':
    case 'POST search':
    case 'POST put':
      return conversation.access === 'installed'
        ? extension(needs, conversation, person, request, act ?? '')
        : silent;
    case 'POST access':
      return allow(needs, conversation, person, request);
    default:
      return nowhere;
  }
}

async function moveClock(needs: PageNeeds, request: IncomingMessage): Promise<Answer> {
  const body = await readBody(request, clockMoveSchema);
  if (!body.ok) return body.answer;
  if ('to' in body.value && Date.parse(body.value.to) < Date.parse(needs.now())) {
    return refused(409, 'ClockBack', 'The clock goes forward only.');
  }
  const now = await needs.moveClock(body.value);
  needs.conversations.tell({ kind: 'clock', now });
  return ok({ now });
}

const told = (needs: PageNeeds, conversation: Conversation, answer: BotAnswer): Answer =>
  answer.ok ? ok(shown(conversation, needs.now())) : refused(502, 'BotUnreachable', answer.reason);

/** The first time that somebody is opened, the bot is told of it as when an app is installed. */
async function open(needs: PageNeeds, conversation: Conversation, person: LocalPerson): Promise<Answer> {
  if (conversation.introduced || conversation.access !== 'installed') {
    return ok(shown(conversation, needs.now()));
  }
  conversation.introduced = true;
  const answer = await needs.bot.installed(conversation, person);
  if (!answer.ok) conversation.introduced = false;
  return told(needs, conversation, answer);
}

const silent = refused(409, 'NotInstalled', 'The app is not installed here, or is blocked.');

async function type(
  needs: PageNeeds,
  conversation: Conversation,
  person: LocalPerson,
  request: IncomingMessage,
): Promise<Answer> {
  const body = await readBody(request, typedSchema);
  if (!body.ok) return body.answer;
  if (conversation.access !== 'installed') return silent;
  const { text } = body.value;
  const message = needs.conversations.post(conversation, 'person', { type: 'message', text });
  const answer = await needs.bot.typed(conversation, person, message.id, text);
  if (!answer.ok) {
    needs.conversations.answer(conversation, message, { note: { kind: 'error', text: answer.reason } });
  }
  return ok(shown(conversation, needs.now()));
}

async function press(
  needs: PageNeeds,
  conversation: Conversation,
  person: LocalPerson,
  request: IncomingMessage,
): Promise<Answer> {
  const body = await readBody(request, pressSchema);
  if (!body.ok) return body.answer;
  if (conversation.access !== 'installed') return silent;
  const pressed = messageIn(conversation, body.value.messageId);
  if (!pressed) return refused(404, 'ActivityNotFoundInConversation', 'The message is no longer there.');
  if (body.value.type === 'Action.Submit') {
    const answer = await needs.bot.submitted(conversation, person, body.value);
    if (!answer.ok) {
      needs.conversations.answer(conversation, pressed, { note: { kind: 'error', text: answer.reason } });
    }
  } else {
    const answer = await needs.bot.executed(conversation, person, body.value);
    needs.conversations.answer(conversation, pressed, invokeShown(answer));
  }
  return ok(shown(conversation, needs.now()));
}

const error = (text: string): { note: NonNullable<Message['note']> } => ({ note: { kind: 'error', text } });

/** How the answer to an Action.Execute is seen: a card, a line, or an error. */
function invokeShown(answer: BotAnswer): { card?: unknown; note?: Message['note'] } {
  if (!answer.ok) return error(answer.reason);
  const parsed = invokeAnswerSchema.safeParse(answer.body);
  if (!parsed.success) return error('The bot answered with something that is no answer to a press.');
  const { statusCode = 200, type: kind, value } = parsed.data;
  if (statusCode === 200 && kind === 'application/vnd.microsoft.card.adaptive') return { card: value };
  if (statusCode === 200 && kind === 'application/vnd.microsoft.activity.message') {
    return { note: { kind: 'message', text: String(value) } };
  }
  const message =
    typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : kind;
  return error(`The bot refused (${String(statusCode)}): ${message}`);
}

async function allow(
  needs: PageNeeds,
  conversation: Conversation,
  person: LocalPerson,
  request: IncomingMessage,
): Promise<Answer> {
  const body = await readBody(request, accessChangeSchema);
  if (!body.ok) return body.answer;
  const before = conversation.access;
  const { access } = body.value;
  if (access === before) return ok(shown(conversation, needs.now()));
  needs.conversations.allow(conversation, access);
  if (access === 'notInstalled') {
    conversation.introduced = false;
    return told(needs, conversation, await needs.bot.removed(conversation, person));
  }
  if (access === 'installed' && before === 'notInstalled') return open(needs, conversation, person);
  return ok(shown(conversation, needs.now()));
}
