import type { Render } from '../../src/outbox/deliver.js';
import type { Message, Sender, SendResult } from '../../src/outbox/sender.js';
import type { Conversation } from '../../src/people/person.js';
import type { Delivery } from '../../src/store/store.js';
import { type Call, failureOf } from '../../src/teams/sendResult.js';
import type { Chance } from './chance.js';

/** What a card was drawn for: it goes with the card, unseen, so that each message is known again. */
export interface Drawn {
  readonly delivery: string;
  readonly subject: string;
  readonly person: string;
  readonly ping: Delivery['ping'];
  readonly as: 'card' | 'pointer' | 'compact';
  /** How far the history was, and the turn. */
  readonly turn: number;
  readonly events: number;
}
const drawn = new WeakMap<object, Drawn>();

/** Draws as the bot does, and notes of each card what it is. */
export const noting =
  (render: Render): Render =>
  (delivery, told, person, directory, now, as) => {
    const shown = render(delivery, told, person, directory, now, as);
    if (shown !== undefined)
      drawn.set(shown.card, {
        delivery: delivery.id,
        subject: told.id,
        person: person.id,
        ping: delivery.ping,
        as,
        turn: told.turn,
        events: 'history' in told ? told.history.length : 0,
      });
    return shown;
  };

/** One request as Teams' Connector had it. */
export interface Request {
  readonly at: string;
  readonly call: Call;
  readonly conversation: string;
  readonly drawn?: Drawn;
  readonly message?: string;
  /** Whether it was done, and whether the bot was told so. */
  readonly done: boolean;
  readonly answered: boolean;
  readonly result: SendResult['kind'] | 'opened';
}

type Trouble = 'refused' | 'reset' | 'lost' | 'silence' | 'deleted' | number;

/** The network on an ordinary day: the share of requests that meet each trouble. `lost`: done, and the answer is lost. */
const weather: readonly (readonly [number, Trouble])[] = [
  [0.008, 'refused'],
  [0.01, 'reset'],
  [0.014, 'lost'],
  [0.006, 'silence'],
  [0.012, 429],
  [0.004, 412],
  [0.01, 503],
  [0.008, 504],
  [0.003, 413],
  [0.004, 'deleted'],
  [0.0004, 401],
];

export const chatOf = (entraId: string) => `a:${entraId}`;
const serviceUrl = 'https://connector.example/';
export const conversationFor = (entraId: string): Conversation => ({
  id: chatOf(entraId),
  serviceUrl,
  channelId: 'msteams',
  botId: '28:bot',
  userId: `29:${entraId}`,
});

/** Stands for Teams' Connector in this process: it keeps every request, and each chat as people see it. */
export function aConnector(now: () => string, chance: Chance) {
  const requests: Request[] = [];
  const chats = new Map<string, Map<string, Drawn | undefined>>();
  /** Chats into which nothing is let, with the status that says so. */
  const shut = new Map<string, 403 | 404>();
  let down = false;
  let calm = false;
  let posted = 0;

  const answeredWith = (status: number, call: Call) =>
    failureOf(
      { kind: 'answered', status, headers: { 'retry-after': String(chance.between(2, 90)) }, body: '' },
      call,
    );

  /** What becomes of a request: whether it is done, and what the bot is told. */
  function fate(call: Call, conversation: string): { done: boolean; failure?: ReturnType<typeof failureOf> } {
    if (down) return { done: false, failure: failureOf({ kind: 'notSent', why: 'ECONNREFUSED' }, call) };
    const status = shut.get(conversation);
    if (status !== undefined) return { done: false, failure: answeredWith(status, call) };
    const trouble = calm ? undefined : chance.oneOf(weather);
    switch (trouble) {
      case undefined:
        return { done: true };
      case 'refused':
        return { done: false, failure: failureOf({ kind: 'notSent', why: 'ECONNREFUSED' }, call) };
      case 'reset':
        return { done: false, failure: failureOf({ kind: 'perhapsSent', why: 'ECONNRESET' }, call) };
      case 'lost':
      case 'silence':
        return { done: true, failure: failureOf({ kind: 'perhapsSent', why: trouble }, call) };
      case 'deleted':
        return call === 'update' ? { done: false, failure: answeredWith(404, call) } : { done: true };
      default:
        // A gateway that gave up waiting may have passed it on.
        return { done: trouble === 504, failure: answeredWith(trouble, call) };
    }
  }

  const chat = (conversation: string) => {
    const known = chats.get(conversation) ?? new Map<string, Drawn | undefined>();
    chats.set(conversation, known);
    return known;
  };
  const keep = (request: Omit<Request, 'at'>) => requests.push({ at: now(), ...request });

  const sender: Sender = {
    post: async ({ id: conversation }, { card }: Message) => {
      const { done, failure } = fate('post', conversation);
      const what = drawn.get(card as object);
      let message: string | undefined;
      if (done) {
        posted += 1;
        message = `m${posted}`;
        chat(conversation).set(message, what);
      }
      const result = failure ?? { kind: 'sent' as const, activityId: message ?? '' };
      keep({
        call: 'post',
        conversation,
        ...(what === undefined ? {} : { drawn: what }),
        ...(message === undefined ? {} : { message }),
        done,
        answered: failure === undefined,
        result: result.kind,
      });
      return result;
    },
    update: async ({ id: conversation }, message, { card }) => {
      const before = fate('update', conversation);
      const known = chat(conversation).has(message);
      const { done, failure } =
        known || before.failure !== undefined
          ? before
          : { done: false, failure: answeredWith(404, 'update') };
      if (failure?.kind === 'gone') chat(conversation).delete(message);
      const what = drawn.get(card as object);
      if (done && known) chat(conversation).set(message, what);
      keep({
        call: 'update',
        conversation,
        message,
        ...(what === undefined ? {} : { drawn: what }),
        done: done && known,
        answered: failure === undefined,
        result: failure?.kind ?? 'sent',
      });
      return failure ?? { kind: 'sent', activityId: message };
    },
    open: async ({ entraId }) => {
      const conversation = chatOf(entraId);
      const { done, failure } = fate('create', conversation);
      const answered = failure === undefined;
      keep({ call: 'create', conversation, done, answered, result: failure?.kind ?? 'opened' });
      return failure ?? { kind: 'opened', conversation: conversationFor(entraId) };
    },
  };

  return {
    sender,
    requests,
    /** The messages of a chat by id, oldest first, with what each shows now. */
    messages: (conversation: string): ReadonlyMap<string, Drawn | undefined> => chat(conversation),
    shuts: (conversation: string, status: 403 | 404) => void shut.set(conversation, status),
    lets: (conversation: string) => void shut.delete(conversation),
    isShut: (conversation: string) => shut.has(conversation),
    goesDown: () => (down = true),
    comesBack: () => (down = false),
    /** No trouble from now on but what is shut. */
    calms: () => (calm = true),
  };
}
export type Connector = ReturnType<typeof aConnector>;
