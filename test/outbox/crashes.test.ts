import { createSweep } from '../../src/flows/sweep.js';
import { anAuthority } from '../people/authority.js';
import { mortal } from './mortal.js';
import { aWorld, met, waits, type World } from './world.js';

const manager = 'person:team-manager';
const hour = 3_600_000;

/** One process tells of what was pressed until it ends at its nth step; the next one goes on. */
async function endingAt(world: World, step: number): Promise<boolean> {
  const process = mortal(world.store, world.sender, step);
  const sweep = createSweep(world.portsOn(process.store));
  const relay = world.relayOn(process.store, process.sender, 'the-one-that-ends');
  try {
    while ((await sweep()) + (await relay()) > 0);
  } catch (error) {
    if (!process.ended()) throw error;
  }
  if (!process.ended()) return false;
  world.pass(hour);
  await world.settle(world.relayOn(world.store, world.sender, 'the-next-one'));
  world.pass(hour);
  await world.settle(world.relayOn(world.store, world.sender, 'the-next-one'));
  return true;
}

/** Runs a story once for each step at which the process could end. */
async function atEachStep(
  begin: () => Promise<World>,
  check: (world: World, step: number) => Promise<void>,
): Promise<number> {
  for (let step = 1; ; step += 1) {
    const world = await begin();
    const ended = await endingAt(world, step);
    await check(world, step);
    await world.store.close();
    if (!ended) return step - 1;
  }
}

describe('a process that ends while it tells', () => {
  it('leaves no holder untold, and none told twice but after a post of which nobody knows', async () => {
    const twice: number[] = [];
    const steps = await atEachStep(
      async () => {
        const world = await aWorld();
        await world.raise();
        return world;
      },
      async (world, step) => {
        const posts = world.sent.filter(({ call }) => call === 'post');
        expect(posts.every(({ to }) => to === `chat-${manager}`)).toBe(true);
        if (posts.length > 1) twice.push(step);
        expect(posts.length).toBeLessThanOrEqual(2);
        expect((await world.dispute()).intents).toEqual([]);
        const delivery = await world.deliveryTo(manager);
        expect(delivery).toMatchObject({
          result: 'sent',
          told: [{ event: 2 }],
          live: expect.any(String) as string,
        });
        expect(waits(delivery, world.now())).toBe(false);
      },
    );
    // Wake: two saves. Relay: lease, claim, post, what came of it, release. Each step before and after.
    expect(steps).toBe(14);
    // After the post, and before its answer was kept.
    expect(twice).toEqual([10, 11]);
  });

  it('never loses the id of a new card whose older one is still to become a pointer', async () => {
    await atEachStep(
      async () => {
        const world = await aWorld();
        await world.raise();
        await world.press('resolve', { by: manager });
        await world.settle();
        await world.press('not-resolved');
        await world.settle();
        world.pass(hour);
        await world.press('resolve', { by: manager });
        return world;
      },
      async (world) => {
        const iro = await world.deliveryTo('person:iro');
        expect(iro).toMatchObject({ overtaken: [], result: 'sent', turnShown: 4 });
        const newest = new Map(world.sent.map(({ message, says }) => [message, says]));
        expect(newest.get('m1')).toBe('pointer answered 4 person:iro');
      },
    );
  });

  it('tells IRO and lead of a holder who is not reached, whenever it ends', async () => {
    await atEachStep(
      async () => {
        const world = await aWorld({ directory: anAuthority({ people: met(manager) }) });
        await world.raise();
        return world;
      },
      async (world) => {
        expect((await world.deliveryTo(manager, 'none')).result).toBe('unreachable');
        expect((await world.deliveryTo('person:iro')).told).toEqual([expect.objectContaining({ event: 2 })]);
        expect((await world.deliveryTo('person:lead')).told).toEqual([expect.objectContaining({ event: 2 })]);
      },
    );
  });

  it('opens a chat, keeps where it is and posts there, whenever it ends', async () => {
    await atEachStep(
      async () => {
        const people = met(manager).map((person) =>
          person.id === manager ? { ...person, entraId: 'entra-1' } : person,
        );
        const world = await aWorld({ directory: anAuthority({ people }) });
        await world.raise();
        return world;
      },
      async (world) => {
        expect((await world.deliveryTo(manager, 'none')).reason).toBe('moved');
        expect((await world.deliveryTo(manager, 'chat-opened-entra-1')).told).toHaveLength(1);
      },
    );
  });
});
