import { createSweep } from '../../src/flows/sweep.js';
import { wakeOne } from '../../src/flows/wake.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { aWorld, met, type World } from '../outbox/world.js';
import { anAuthority } from '../people/authority.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.store.close());

const kinds = async () => (await world.dispute()).history.map(({ kind }) => kind);

/** The working day before has come and gone. */
async function reminded(): Promise<void> {
  world.moveTo('2026-03-06T08:00:00.000Z');
  await world.settle();
}

describe('waking a dispute', () => {
  it('makes deliveries of what was pressed, and then sleeps until there is something to remind of', async () => {
    await world.raise();
    expect(await world.sweep()).toBe(1);
    expect((await world.deliveries()).map(({ person }) => person)).toEqual(['person:team-manager']);
    expect(await world.dispute()).toMatchObject({ intents: [], wakeAt: '2026-03-06T08:00:00.000Z' });
    expect(await world.sweep()).toBe(0);
  });

  it('after its reminder, until its due day has passed', async () => {
    await world.raise();
    await world.settle();
    world.moveTo('2026-03-06T08:00:00.000Z');
    await world.settle();
    expect(await kinds()).toEqual(['raised', 'stageEntered', 'reminderFellDue']);
    expect(await world.dispute()).toMatchObject({ intents: [], wakeAt: '2026-03-10T00:00:00.000Z' });
  });

  it('sleeps on where the service’s hour has become a later one', async () => {
    await world.raise();
    await world.settle();
    const { policy, ...rest } = anAuthority({ people: met() });
    world.setDirectory({ ...rest, policy: { ...policy, morningHour: '09:30' } });
    world.moveTo('2026-03-06T08:00:00.000Z');
    await world.settle();
    expect(await kinds()).toEqual(['raised', 'stageEntered']);
    expect(await world.dispute()).toMatchObject({ wakeAt: '2026-03-06T09:30:00.000Z' });
  });

  it('records a lapse first, and tells of it from what was saved', async () => {
    await world.raise();
    await world.settle();
    await reminded();
    world.moveTo('2026-03-10T00:00:00.000Z');
    await world.sweep();
    expect(await kinds()).toContain('noResponse');
    expect((await world.dispute()).intents).not.toEqual([]);
    expect((await world.deliveries()).map(({ person }) => person)).toEqual(['person:team-manager']);
    await world.sweep();
    expect((await world.dispute()).intents).toEqual([]);
    expect(await world.deliveryTo('person:iro')).toMatchObject({ ping: { why: 'no-response' } });
  });

  it('records no lapse a millisecond too early', async () => {
    await world.raise();
    await world.settle();
    await reminded();
    world.moveTo('2026-03-09T23:59:59.999Z');
    await world.sweep();
    expect(await kinds()).toEqual(['raised', 'stageEntered', 'reminderFellDue']);
  });

  it('leaves it to a press that came in between', async () => {
    await world.raise();
    const [stored] = await world.store.disputes({ by: 'everyone', open: true });
    if (stored === undefined) throw new Error('nothing was raised');
    await world.press('note');
    expect(await wakeOne(world.ports, stored)).toBe(false);
    await world.settle();
    expect((await world.deliveryTo('person:team-manager')).told).toHaveLength(1);
  });

  it('by two replicas at once tells and records once', async () => {
    await world.raise();
    await world.settle();
    world.moveTo('2026-03-11T12:00:00.000Z');
    const other = createSweep(world.portsOn(world.store));
    for (let times = 0; times < 3; times += 1) await Promise.all([world.sweep(), other()]);
    await world.settle();
    expect((await kinds()).filter((kind) => kind === 'noResponse')).toHaveLength(1);
    expect((await world.deliveryTo('person:iro')).told).toHaveLength(1);
  });
});

const breakOne = async () => {
  const broken = { ...(await world.raise()), id: 'dispute:broken', wakeAt: '2026-01-01T00:00:00.000Z' };
  await world.store.save({ ...broken, status: 'unheard-of' } as unknown as Dispute);
};

const complaints = () => world.log.lines.filter(({ level }) => level === 'error');

describe('a dispute that cannot be woken', () => {
  it('is logged by its id, and keeps no other from being woken', async () => {
    await breakOne();
    expect(await world.sweep()).toBe(1);
    expect(complaints()).toEqual([
      expect.objectContaining({ fields: expect.objectContaining({ document: 'dispute:broken' }) as unknown }),
    ]);
  });

  it('is tried again after longer and longer', async () => {
    await breakOne();
    const tried: number[] = [];
    for (let seconds = 0; seconds <= 40; seconds += 5) {
      const before = complaints().length;
      await world.sweep();
      if (complaints().length > before) tried.push(seconds);
      world.pass(5_000);
    }
    expect(tried).toEqual([0, 5, 15, 35]);
  });
});
