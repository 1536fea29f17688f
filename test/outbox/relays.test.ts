import { releaseLease } from '../../src/outbox/lease.js';
import { anAuthority, withHolders } from '../people/authority.js';
import { aDelivery } from '../store/documents.js';
import { aWorld, chatOf, met, waits, type World } from './world.js';

const manager = 'person:team-manager';
const minute = 60_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.store.close());

describe('two relays', () => {
  const another = () => world.relayOn(world.store, world.sender, 'another-relay');

  it('send nothing twice', async () => {
    await world.raise();
    await world.sweep();
    await Promise.all([world.relay(), another()()]);
    expect(world.news()).toHaveLength(1);
  });

  it('have one pace: while one holds the lease the other does nothing', async () => {
    const other = another();
    await world.raise();
    await world.settle();
    world.news();
    await world.press('resolve', { by: manager });
    await world.sweep();
    expect(await other()).toBe(0);
    expect(world.news()).toEqual([]);
    expect(await world.relay()).toBe(2);
  });

  it('take over from each other once the lease has ended', async () => {
    const other = another();
    await world.raise();
    await world.settle();
    await world.press('resolve', { by: manager });
    await world.sweep();
    world.pass(minute);
    expect(await other()).toBe(2);
    expect(await world.relay()).toBe(0);
  });
});

describe('a relay that has ended in order', () => {
  it('has given its lease back, so that the next one sends at once; nobody gives back another’s', async () => {
    const other = world.relayOn(world.store, world.sender, 'another-relay');
    await world.raise();
    await world.settle();
    await world.press('resolve', { by: manager });
    await world.sweep();
    const now = () => world.now();
    await releaseLease({ store: world.store, now }, 'another-relay');
    expect(await other()).toBe(0);
    await releaseLease({ store: world.store, now }, 'this-relay');
    expect(await other()).toBe(2);
  });
});

describe('the pace', () => {
  /** Some chats, each with cards to be edited. */
  const edits = async (chats: number, cards: number) => {
    const dispute = await world.raise();
    await world.settle();
    world.news();
    const { length: before } = await world.deliveries();
    for (let chat = 0; chat < chats; chat += 1)
      for (let card = 0; card < cards; card += 1)
        await world.store.save(
          aDelivery(`${chat}-${card}`, {
            subject: dispute.id,
            person: 'person:iro',
            as: 'iro',
            conversation: `chat-${chat}`,
            live: `card-${chat}-${card}`,
            sendAt: world.now(),
          }),
        );
    return before + chats * cards;
  };
  const eachSecond = (sent: World['sent']) => {
    const seconds = new Map<string, number>();
    for (const { at } of sent) seconds.set(at, (seconds.get(at) ?? 0) + 1);
    return [...seconds.values()];
  };
  const untilAllIsSent = async () => {
    for (let seconds = 0; ; seconds += 1) {
      await world.settle();
      if (!(await world.deliveries()).some((delivery) => waits(delivery, world.now()))) return seconds;
      world.pass(1_000);
    }
  };

  it('is at most 25 requests a second in all', async () => {
    await edits(60, 1);
    expect(await untilAllIsSent()).toBe(2);
    expect(eachSecond(world.sent)).toEqual([24, 25, 11]);
  });

  it('is at most 3 a second in one conversation, and holds up no other', async () => {
    await edits(2, 7);
    expect(await untilAllIsSent()).toBe(2);
    const first = world.sent.filter(({ to }) => to === 'chat-0');
    expect(eachSecond(first)).toEqual([3, 3, 1]);
  });
});

describe('what is no longer true when its turn comes', () => {
  it('is dropped, saying that it moved on', async () => {
    await world.raise();
    await world.sweep();
    await world.press('withdraw');
    await world.settle();
    expect(world.news()).toEqual([]);
    expect(await world.deliveryTo(manager)).toMatchObject({
      result: 'dropped',
      reason: 'moved-on',
      untold: [{ event: 2, why: 'your-move', result: 'dropped', reason: 'moved-on' }],
    });
  });

  it('becomes an edit of the card that is there', async () => {
    await world.raise();
    await world.press('resolve', { by: manager });
    await world.settle();
    await world.press('not-resolved');
    await world.sweep();
    await world.press('withdraw');
    world.news();
    await world.settle();
    expect(world.news().map(({ call, says }) => [call, says])).toEqual([
      ['update', 'card closed 4 person:iro'],
    ]);
  });

  it('is not sent to somebody who has left; today’s holder is told instead', async () => {
    await world.raise();
    await world.sweep();
    world.setDirectory({
      ...withHolders({ 'team-manager': 'operations-manager@example.org' }),
      people: met().map((person) => (person.id === manager ? { ...person, to: '2026-03-01' } : person)),
    });
    await world.settle();
    expect(world.news().map(({ to }) => to)).toEqual(['chat-person:operations-manager']);
    expect(await world.deliveryTo(manager)).toMatchObject({ result: 'dropped', reason: 'no-right' });
  });

  it('is not sent to who held the stage; where nobody does now, IRO and lead are told', async () => {
    await world.raise();
    await world.sweep();
    world.setDirectory({ ...withHolders({ 'team-manager': undefined }), people: met() });
    await world.settle();
    expect(world.news().map(({ to }) => to)).toEqual(['chat-person:iro', 'chat-person:lead']);
    expect(await world.deliveryTo(manager)).toMatchObject({ result: 'dropped', reason: 'not-the-holder' });
  });

  it('is a question that was answered already', async () => {
    await world.raise();
    await world.settle();
    await world.press('ask', { by: manager });
    await world.sweep();
    await world.press('answer-question');
    await world.settle();
    expect(await world.deliveryTo('person:iro')).toMatchObject({ reason: 'answered-already' });
  });
});

describe('a card with a form open in it', () => {
  const withForm = async () => {
    await world.raise();
    await world.settle();
    world.news();
    const { id } = await world.deliveryTo(manager);
    const stored = await world.store.load('delivery', id);
    if (stored === undefined) throw new Error('nothing there');
    const formOpenUntil = '2026-03-02T09:30:00.000Z';
    await world.store.save({ ...stored.document, formOpenUntil }, stored.etag);
  };

  it('is not edited under the writer’s hands', async () => {
    await withForm();
    await world.press('note');
    await world.settle();
    expect(world.news()).toEqual([]);
    world.moveTo('2026-03-02T09:30:00.000Z');
    await world.settle();
    expect(world.news()).toEqual([expect.objectContaining({ call: 'update', message: 'm1' })]);
  });

  it('is left as it is when a new card must come', async () => {
    await withForm();
    await world.press('ask', { by: manager });
    await world.press('answer-question');
    await world.settle();
    expect(world.news().filter(({ to }) => to === `chat-${manager}`)).toEqual([
      expect.objectContaining({ call: 'post' }),
    ]);
    const delivery = await world.deliveryTo(manager);
    expect(delivery).toMatchObject({ overtaken: [] });
    expect(delivery).not.toHaveProperty('formOpenUntil');
  });
});

describe('what changes while a card is on its way', () => {
  it('is on the card in the end', async () => {
    await world.raise();
    await world.sweep();
    const relay = world.relayOn(world.store, {
      ...world.sender,
      post: async (conversation, message) => {
        const result = await world.sender.post(conversation, message);
        await world.press('note');
        await world.sweep();
        return result;
      },
    });
    await world.settle(relay);
    expect(world.sent.at(-1)).toMatchObject({ call: 'update', message: 'm1' });
    expect(await world.deliveryTo(manager)).toMatchObject({ live: 'm1', told: [{ event: 2 }] });
  });

  it('brings a new card where it is a new move, and the first is not forgotten', async () => {
    await world.raise();
    await world.press('resolve', { by: manager });
    await world.sweep();
    let first = true;
    const relay = world.relayOn(world.store, {
      ...world.sender,
      post: async (conversation, message) => {
        const result = await world.sender.post(conversation, message);
        if (first && conversation.id === 'chat-person:iro') {
          first = false;
          await world.press('not-resolved');
          await world.press('resolve', { by: manager });
          await world.sweep();
        }
        return result;
      },
    });
    await world.settle(relay);
    world.pass(2_000);
    await world.settle(relay);
    const iro = await world.deliveryTo('person:iro');
    expect(iro.told.map(({ turn }) => turn)).toEqual([2, 4]);
    expect(iro.untold).toEqual([]);
    expect(iro.overtaken).toEqual([]);
  });
});

describe('a delivery that cannot be read', () => {
  it('is held back with its id in the log, and keeps no other from being sent', async () => {
    const broken = { ...aDelivery('broken', { sendAt: '2026-03-01T00:00:00.000Z' }), told: 'nothing' };
    await world.store.save(broken as unknown as ReturnType<typeof aDelivery>);
    await world.raise();
    await world.settle();
    expect(world.news()).toHaveLength(1);
    expect(world.log.text()).toContain('delivery:broken');
  });
});

describe('after ten days without a process', () => {
  it('each step that was missed is told once', async () => {
    await world.raise();
    await world.settle();
    world.news();
    world.moveTo('2026-03-19T12:00:00.000Z');
    await world.settle();
    expect(world.news().map(({ call, to }) => [call, to])).toEqual(
      expect.arrayContaining([
        ['post', 'chat-person:iro'],
        ['update', `chat-${manager}`],
      ]),
    );
    const { history } = await world.dispute();
    expect(history.filter(({ kind }) => kind === 'noResponse')).toEqual([
      expect.objectContaining({ dueOn: '2026-03-09' }),
    ]);
    await world.settle();
    expect(world.news()).toEqual([]);
  });

  it('a stage of which nobody was told has no lapse, but "could not be told"', async () => {
    await world.store.close();
    world = await aWorld({ directory: anAuthority({ people: met(manager) }) });
    await world.raise();
    await world.settle();
    world.moveTo('2026-03-19T12:00:00.000Z');
    await world.settle();
    const { history } = await world.dispute();
    expect(history.map(({ kind }) => kind)).toEqual([
      'raised',
      'stageEntered',
      'reminderFellDue',
      'couldNotBeTold',
    ]);
  });
});

describe('the address', () => {
  it('is the person’s own, in the conversation that the delivery names', async () => {
    const { serviceUrl } = chatOf(manager);
    const seen: unknown[] = [];
    const relay = world.relayOn(world.store, {
      ...world.sender,
      post: async (conversation, message) => {
        seen.push(conversation);
        return world.sender.post(conversation, message);
      },
    });
    await world.raise();
    await world.settle(relay);
    expect(seen).toEqual([expect.objectContaining({ id: `chat-${manager}`, serviceUrl })]);
  });
});
