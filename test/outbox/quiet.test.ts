import type { SendResult } from '../../src/outbox/sender.js';
import { anAuthority } from '../people/authority.js';
import { aWorld, met, type World } from './world.js';

const manager = 'person:team-manager';
const thursday = '2026-03-05T08:00:00.000Z';
const second = 1_000;

let world: World;
/** What comes of the next edits of the manager's card. */
let troubles: SendResult[];
let settle: () => Promise<void>;
/** The manager has a card, asked the IRO something, and is answered while they want no notices. */
beforeEach(async () => {
  world = await aWorld();
  await world.raise();
  await world.settle();
  await world.press('ask', { by: manager });
  await world.settle();
  const people = met().map((person) =>
    person.id === manager ? { ...person, pausedUntil: thursday } : person,
  );
  world.setDirectory(anAuthority({ people }));
  world.news();
  troubles = [];
  const relay = world.relayOn(world.store, {
    ...world.sender,
    update: async (conversation, message, card) => {
      const done = await world.sender.update(conversation, message, card);
      return conversation.id === `chat-${manager}` ? (troubles.shift() ?? done) : done;
    },
  });
  settle = () => world.settle(relay);
});
afterEach(() => world.store.close());

const toManager = () => world.news().filter(({ to }) => to === `chat-${manager}`);
const edit = { call: 'update', to: `chat-${manager}`, says: `card waiting 1 ${manager}`, message: 'm1' };

describe('a card that waits for its time', () => {
  it('is not posted before, and the one that is there follows at once', async () => {
    await world.press('answer-question');
    await settle();
    expect(toManager()).toEqual([edit]);
    world.moveTo(thursday);
    await settle();
    expect(toManager().map(({ call }) => call)).toContain('post');
  });

  it.each<[string, SendResult]>([
    ['a gateway that fails', { kind: 'tryAgain' }],
    ['too many requests', { kind: 'tooMany', retryAfterSeconds: 5 }],
    ['an answer that never comes', { kind: 'perhapsSent' }],
    ['a connection that is refused', { kind: 'notSent' }],
  ])('lets the one that is there follow within a minute after %s', async (_, answer) => {
    troubles.push(answer, answer);
    await world.press('answer-question');
    await settle();
    for (let passed = 0; passed < 60; passed += 1) {
      world.pass(second);
      await settle();
    }
    expect(toManager()).toEqual([edit, edit, edit]);
    expect(await world.deliveryTo(manager)).toMatchObject({ attempts: 0, result: 'waiting' });
  });

  it('is not tried again sooner where the one that is there was deleted', async () => {
    troubles.push({ kind: 'gone' });
    await world.press('answer-question');
    await settle();
    world.pass(60 * second);
    await settle();
    expect(toManager()).toEqual([edit]);
    expect(await world.deliveryTo(manager)).toMatchObject({ sendAt: thursday });
  });

  it('lets the one that is there follow once the form in it is done with, not in the morning', async () => {
    const { id } = await world.deliveryTo(manager);
    const stored = await world.store.load('delivery', id);
    if (stored === undefined) throw new Error('gone');
    const formOpenUntil = '2026-03-02T09:45:00.000Z';
    await world.store.save({ ...stored.document, formOpenUntil }, stored.etag);
    await world.press('answer-question');
    await settle();
    expect(toManager()).toEqual([]);
    world.moveTo(formOpenUntil);
    await settle();
    expect(toManager()).toEqual([edit]);
  });
});
