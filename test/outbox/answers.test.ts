import { metPerson } from '../../src/outbox/firstMeeting.js';
import type { SendResult } from '../../src/outbox/sender.js';
import { aPerson, anAuthority } from '../people/authority.js';
import { aWorld, chatOf, met, type World } from './world.js';

const manager = 'person:team-manager';
const minute = 60_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.store.close());

const posts = () => world.news().filter(({ call }) => call === 'post');

describe('telling the holder of a stage', () => {
  it('posts one card, and keeps its id and the turn that it shows', async () => {
    await world.raise();
    await world.settle();
    expect(world.news()).toEqual([
      { call: 'post', to: `chat-${manager}`, says: `card waiting 1 ${manager}` },
    ]);
    expect(await world.deliveryTo(manager)).toEqual({
      id: expect.stringMatching(/^delivery:/) as string,
      type: 'delivery',
      shape: 1,
      subject: (await world.dispute()).id,
      person: manager,
      conversation: `chat-${manager}`,
      as: 'responder',
      live: 'm1',
      overtaken: [],
      told: [{ turn: 1, event: 2, why: 'your-move', at: world.now() }],
      untold: [],
      turnShown: 1,
      attempts: 0,
      result: 'sent',
      // "5 working days left" is true of one day: the card is drawn anew on the next.
      sendAt: '2026-03-03T00:00:00.000Z',
    });
  });

  it('writes to nobody because a card that had only to be drawn anew was deleted', async () => {
    await world.raise();
    await world.settle();
    world.news();
    world.moveTo('2026-03-03T00:00:00.000Z');
    world.next('update', { kind: 'gone' });
    await world.settle();
    expect(world.news().filter(({ call }) => call === 'post')).toEqual([]);
    expect(await world.deliveryTo(manager)).not.toHaveProperty('live');
  });

  it('draws the living card anew on the next English day, in place, until the day after it is closed', async () => {
    await world.raise();
    await world.settle();
    world.news();
    world.moveTo('2026-03-03T00:00:00.000Z');
    await world.settle();
    expect(world.news()).toEqual([
      { call: 'update', to: `chat-${manager}`, message: 'm1', says: `card waiting 1 ${manager}` },
    ]);
    await world.press('withdraw');
    await world.settle();
    world.news();
    world.moveTo('2026-03-04T00:00:00.000Z');
    await world.settle();
    expect(world.news()).toHaveLength(1);
    expect(await world.deliveryTo(manager)).not.toHaveProperty('sendAt');
  });

  it('edits the posted card in place for what moves nothing', async () => {
    await world.raise();
    await world.settle();
    world.news();
    await world.press('note', { by: 'person:iro' });
    await world.settle();
    expect(world.news()).toEqual([
      { call: 'update', to: `chat-${manager}`, says: `card waiting 1 ${manager}`, message: 'm1' },
    ]);
  });

  it('posts a new card for a new move, and turns the older one into a pointer', async () => {
    await world.raise();
    await world.press('resolve', { by: manager });
    await world.settle();
    world.news();
    await world.press('not-resolved');
    await world.settle();
    world.pass(2_000);
    await world.press('resolve', { by: manager });
    await world.settle();
    const news = world.news();
    expect(news.filter(({ to }) => to === 'chat-person:iro')).toEqual([
      { call: 'update', to: 'chat-person:iro', says: 'card waiting 3 person:iro', message: 'm1' },
      { call: 'post', to: 'chat-person:iro', says: 'card answered 4 person:iro' },
      { call: 'update', to: 'chat-person:iro', says: 'pointer answered 4 person:iro', message: 'm1' },
    ]);
    expect(news.filter(({ to }) => to === `chat-${manager}`)).toEqual([
      { call: 'post', to: `chat-${manager}`, says: `card waiting 3 ${manager}` },
      { call: 'update', to: `chat-${manager}`, says: `card answered 4 ${manager}`, message: 'm2' },
    ]);
  });
});

describe('what was not sent', () => {
  it.each<[string, SendResult, number]>([
    ['notSent', { kind: 'notSent' }, 5_000],
    ['tryAgain', { kind: 'tryAgain' }, 5_000],
    ['tooMany', { kind: 'tooMany', retryAfterSeconds: 30 }, 30_000],
    ['unauthorised', { kind: 'unauthorised' }, 5 * minute],
  ])('goes out later: %s', async (_, answer, wait) => {
    world.next('post', answer);
    await world.raise();
    await world.settle();
    expect(posts()).toHaveLength(1);
    expect(await world.deliveryTo(manager)).toMatchObject({ result: 'waiting', attempts: 1 });
    world.pass(wait - 1);
    await world.settle();
    expect(posts()).toEqual([]);
    world.pass(1);
    await world.settle();
    expect(posts()).toHaveLength(1);
    expect(await world.deliveryTo(manager)).toMatchObject({ result: 'sent', attempts: 0, live: 'm2' });
  });

  it('waits longer each time, never more than a quarter of an hour and its jitter', async () => {
    await world.raise();
    await world.sweep();
    const waits: number[] = [];
    for (let times = 0; times < 10; times += 1) {
      world.next('post', { kind: 'notSent' });
      await world.relay();
      const { sendAt = '' } = await world.deliveryTo(manager);
      waits.push((Date.parse(sendAt) - Date.parse(world.now())) / 1_000);
      world.moveTo(sendAt);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  });

  it('is never held against it that it was tried often: a third refused connection is no doubt', async () => {
    world.next('post', { kind: 'notSent' }, { kind: 'notSent' }, { kind: 'notSent' });
    await world.raise();
    await world.settle();
    for (let times = 0; times < 3; times += 1) {
      world.pass(minute);
      await world.settle();
    }
    expect((await world.deliveryTo(manager)).result).toBe('sent');
  });
});

const twoManagers = async () => {
  await world.raise();
  await world.settle();
  await world.press('resolve', { by: manager });
  await world.sweep();
  world.news();
};

describe('too many requests', () => {
  it('rests the one conversation; others go on', async () => {
    await twoManagers();
    world.next('post', { kind: 'tooMany', retryAfterSeconds: 60 });
    await world.relay();
    expect(world.news().map(({ call }) => call)).toEqual(['update', 'post']);
    await world.press('note', { by: 'person:iro' });
    await world.settle();
    expect(world.news()).toEqual([expect.objectContaining({ call: 'update', to: `chat-${manager}` })]);
  });

  it('a second time rests everything', async () => {
    await twoManagers();
    world.next('post', { kind: 'tooMany', retryAfterSeconds: 60 });
    world.next('update', { kind: 'tooMany', retryAfterSeconds: 60 });
    await world.relay();
    world.news();
    await world.press('withdraw');
    await world.settle();
    expect(world.news()).toEqual([]);
    world.pass(2 * minute);
    await world.settle();
    expect(world.news()).not.toEqual([]);
  });
});

describe('a post of which nobody knows whether it arrived', () => {
  it('is tried once more, late, where a deadline hangs on it', async () => {
    world.next('post', { kind: 'perhapsSent' });
    await world.raise();
    await world.settle();
    world.pass(2 * minute - 1);
    await world.settle();
    expect(posts()).toHaveLength(1);
    world.pass(1);
    await world.settle();
    expect(posts()).toHaveLength(1);
    expect((await world.deliveryTo(manager)).told).toHaveLength(1);
  });

  it('is failed after the second time, and who must know is told', async () => {
    world.next('post', { kind: 'perhapsSent' }, { kind: 'perhapsSent' });
    await world.raise();
    await world.settle();
    world.pass(2 * minute);
    await world.settle();
    world.pass(60 * minute);
    await world.settle();
    expect(posts().map(({ to }) => to)).toEqual([
      `chat-${manager}`,
      `chat-${manager}`,
      'chat-person:iro',
      'chat-person:lead',
    ]);
    expect(await world.deliveryTo(manager)).toMatchObject({
      result: 'failed',
      told: [],
      untold: [{ event: 2, why: 'your-move', result: 'failed' }],
    });
  });

  it('is not tried again where nothing hangs on it', async () => {
    await world.raise({ kind: 'informal', sendToManager: true });
    world.next('post', { kind: 'perhapsSent' });
    await world.settle();
    world.pass(60 * minute);
    await world.settle();
    expect(posts()).toHaveLength(1);
    expect((await world.deliveryTo(manager)).result).toBe('failed');
  });

  it('is in the card that stands, where there is one', async () => {
    await world.raise();
    await world.settle();
    await world.press('ask', { by: manager });
    await world.settle();
    world.next('post', { kind: 'perhapsSent' });
    world.pass(2_000);
    await world.press('answer-question');
    await world.settle();
    world.pass(2_000);
    await world.settle();
    expect((await world.deliveryTo(manager)).untold).toMatchObject([
      { why: 'question-answered', result: 'failed' },
    ]);
    expect(world.sent.at(-1)).toMatchObject({ call: 'update', to: `chat-${manager}`, message: 'm1' });
  });

  it('is repeated without harm where it was an edit', async () => {
    await world.raise();
    await world.settle();
    world.next('update', { kind: 'perhapsSent' });
    await world.press('note');
    await world.settle();
    world.pass(minute);
    await world.settle();
    expect(world.news().map(({ call }) => call)).toEqual(['post', 'update', 'update']);
  });
});

describe('an edit of a card that Teams does not know any more', () => {
  it('posts anew, and the old one is forgotten', async () => {
    await world.raise();
    await world.settle();
    world.news();
    world.next('update', { kind: 'gone' });
    await world.press('note');
    await world.settle();
    expect(world.news().map(({ call }) => call)).toEqual(['update', 'post']);
    expect(await world.deliveryTo(manager)).toMatchObject({ live: 'm2', overtaken: [], result: 'sent' });
  });
});

describe('a card that is too large', () => {
  it('goes once more as a compact one', async () => {
    world.next('post', { kind: 'tooLarge' });
    await world.raise();
    await world.settle();
    expect(posts().map(({ says }) => says)).toEqual([
      `card waiting 1 ${manager}`,
      `compact waiting 1 ${manager}`,
    ]);
    expect((await world.deliveryTo(manager)).result).toBe('sent');
  });

  it('is given up where that is too large as well', async () => {
    world.next('post', { kind: 'tooLarge' }, { kind: 'tooLarge' });
    await world.raise();
    await world.settle();
    expect(await world.deliveryTo(manager)).toMatchObject({ result: 'failed', reason: 'too large' });
  });
});

describe('being refused by the Connector', () => {
  it('stops all sending for five minutes, and says so to the operator', async () => {
    world.next('post', { kind: 'unauthorised' });
    await world.raise();
    await world.settle();
    world.news();
    await world.press('resolve', { by: manager });
    await world.settle();
    expect(world.news()).toEqual([]);
    expect(world.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    world.pass(5 * minute);
    await world.settle();
    expect(posts().map(({ to }) => to)).toEqual(['chat-person:iro']);
  });
});

describe('somebody who cannot be reached', () => {
  const unreachable: SendResult = { kind: 'unreachable', why: '403 BotNotInConversationRoster' };

  it('as the holder: the IRO and the lead are told, and nobody of a later stage', async () => {
    world.next('post', unreachable);
    await world.raise();
    await world.settle();
    expect(posts().map(({ to }) => to)).toEqual([`chat-${manager}`, 'chat-person:iro', 'chat-person:lead']);
    expect(await world.deliveryTo(manager)).toMatchObject({
      result: 'unreachable',
      reason: '403 BotNotInConversationRoster',
      untold: [{ turn: 1, event: 2, why: 'your-move', result: 'unreachable' }],
    });
    expect(await world.store.unreachableDeliveries()).toHaveLength(1);
  });

  it('as the IRO: the lead is told', async () => {
    await world.raise();
    await world.settle();
    world.next('post', unreachable);
    await world.press('resolve', { by: manager });
    await world.settle();
    expect(posts().map(({ to }) => to)).toEqual([`chat-${manager}`, 'chat-person:iro', 'chat-person:lead']);
  });

  it('as the lead: nobody else is told; it stands in the log', async () => {
    world.next('post', unreachable, unreachable, unreachable);
    await world.raise();
    await world.settle();
    expect(posts()).toHaveLength(3);
    expect((await world.deliveryTo('person:lead')).result).toBe('unreachable');
    expect(world.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(3);
  });

  it('is sent again what is still true, when they turn up', async () => {
    world.next('post', unreachable);
    await world.raise();
    await world.settle();
    world.news();
    await metPerson(world.ports, aPerson('team-manager', 'manager'));
    await world.settle();
    expect(posts().map(({ to }) => to)).toEqual([`chat-${manager}`]);
    expect(await world.deliveryTo(manager)).toMatchObject({ result: 'sent', untold: [] });
  });

  /** Whoever raised it so was promised its card. */
  const raisedFromDialog = async () => {
    const { id } = await world.raise();
    const stored = await world.store.load('dispute', id);
    if (stored === undefined) throw new Error('nothing was raised');
    const { document, etag } = stored;
    const toRaiser = { to: 'raiser', event: 2, turn: 1, person: 'person:iro' } as const;
    await world.store.save({ ...document, intents: [toRaiser, ...document.intents] }, etag);
  };

  it('tells the IRO of it who had the card of that very event, from a dialog', async () => {
    await raisedFromDialog();
    const relay = world.relayOn(world.store, {
      ...world.sender,
      post: async (conversation, message) => {
        const result = await world.sender.post(conversation, message);
        return conversation.id === `chat-${manager}` ? unreachable : result;
      },
    });
    await world.settle(relay);
    world.pass(minute);
    await world.settle(relay);
    expect((await world.deliveryTo('person:iro')).told).toEqual([
      expect.objectContaining({ event: 2, why: 'raised' }),
      expect.objectContaining({ event: 2, why: 'not-reached' }),
    ]);
  });

  it('tells the IRO of it as well where that comes while the card of the event is being sent', async () => {
    await raisedFromDialog();
    const asked = async () => (await world.deliveryTo('person:iro')).ping?.why === 'not-reached';
    let waited = false;
    const relay = world.relayOn(world.store, {
      ...world.sender,
      post: async (conversation, message) => {
        const result = await world.sender.post(conversation, message);
        if (conversation.id === `chat-${manager}`) return unreachable;
        // The answer to the IRO's card comes when the manager's has been dealt with.
        if (!waited) while (!(await asked()));
        waited = true;
        return result;
      },
    });
    await world.settle(relay);
    world.pass(minute);
    await world.settle(relay);
    expect((await world.deliveryTo('person:iro')).told.map(({ why }) => why)).toEqual([
      'raised',
      'not-reached',
    ]);
  });

  it('is told of, once they turn up themselves, with who was not reached', async () => {
    world.next('post', unreachable, unreachable);
    await world.raise();
    await world.settle();
    const about = async () => (await world.deliveryTo('person:iro')).untold.map((each) => each.about);
    expect(await about()).toEqual([manager]);
    await metPerson(world.ports, aPerson('iro', 'iro'));
    expect((await world.deliveryTo('person:iro')).ping).toMatchObject({ why: 'not-reached', about: manager });
  });

  it('has a card that could not follow drawn anew when they turn up, and is not written to', async () => {
    await world.raise();
    await world.settle();
    world.next('update', unreachable);
    await world.press('note');
    await world.settle();
    world.news();
    await metPerson(world.ports, aPerson('team-manager', 'manager'));
    await world.settle();
    expect(world.news()).toEqual([expect.objectContaining({ call: 'update', message: 'm1' })]);
    expect(await world.deliveryTo(manager)).not.toHaveProperty('behind');
    await metPerson(world.ports, aPerson('team-manager', 'manager'));
    await world.settle();
    expect(world.news()).toEqual([]);
  });
});

const strangers = async (entraId?: string) => {
  await world.store.close();
  const people = met(manager).map((person) =>
    person.id === manager && entraId !== undefined ? { ...person, entraId } : person,
  );
  world = await aWorld({ directory: anAuthority({ people }) });
};

describe('somebody whom the bot has never met', () => {
  it('is written to where the chat can be opened, and keeps that address', async () => {
    await strangers('entra-1');
    await world.raise();
    await world.settle();
    expect(world.news().map(({ call, to }) => [call, to])).toEqual([
      ['open', 'entra-1'],
      ['post', 'chat-opened-entra-1'],
    ]);
    expect((await world.store.load('person', manager))?.document.conversation).toEqual(
      chatOf('opened-entra-1'),
    );
    expect(await world.deliveryTo(manager, 'none')).toMatchObject({ result: 'dropped', reason: 'moved' });
    expect(await world.deliveryTo(manager, 'chat-opened-entra-1')).toMatchObject({ result: 'sent' });
  });

  it.each<SendResult['kind']>(['notSent', 'tryAgain', 'perhapsSent'])(
    'is tried again where opening it came to nothing: %s',
    async (kind) => {
      await strangers('entra-1');
      world.next('open', { kind } as Extract<SendResult, { kind: 'notSent' }>);
      await world.raise();
      await world.settle();
      world.pass(minute);
      await world.settle();
      expect(world.news().map(({ call }) => call)).toEqual(['open', 'open', 'post']);
    },
  );

  it('is unreachable where their Entra id is not known, until they open the app', async () => {
    await strangers();
    await world.raise();
    await world.settle();
    expect(await world.deliveryTo(manager, 'none')).toMatchObject({
      result: 'unreachable',
      reason: 'has not opened the app',
    });
    expect(posts().map(({ to }) => to)).toEqual(['chat-person:iro', 'chat-person:lead']);

    const stored = await world.store.load('person', manager);
    if (stored === undefined) throw new Error('nobody');
    const person = { ...stored.document, conversation: chatOf(manager) };
    await world.store.save(person, stored.etag);
    await world.ports.directoryChanged();
    await metPerson(world.ports, person);
    await world.settle();
    expect(posts().map(({ to }) => to)).toEqual([`chat-${manager}`]);
  });
});
