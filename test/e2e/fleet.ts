import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '../../src/calendar/days.js';
import { importFiles } from '../../src/flows/import.js';
import { openStore } from '../../src/store/open.js';
import { allocationsFile, cast, everyHolder, peopleFile, teamsFile, upn } from '../stories/authority.js';
import type { StoreName } from '../stories/theatre.js';
import { conversationUpdate, execute, user } from '../support/activities.js';
import { startCosmos } from '../support/cosmos.js';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.js';
import type { Chance } from '../year/chance.js';
import { type BotProcess, startProcess } from './processes.js';

const startsAt = '2026-03-02T00:00:00.000Z';
const met = ['ida', 'tess', 'olga', 'amir', 'dina', 'lena'];

/** Some processes of the bot on one store, with one Connector and one clock, which may be killed at any moment. */
export async function aFleet(storeName: StoreName, size: number, chance: Chance | undefined) {
  const folder = mkdtempSync(path.join(tmpdir(), 'footprint-fleet-'));
  const cosmos = storeName === 'Cosmos DB' ? await startCosmos() : undefined;
  const connector: FakeConnector = await startFakeConnector();
  const dataFile = path.join(folder, 'data.db');
  const database = { database: 'd', container: 'c' };
  const store = await openStore({
    dataFile,
    authority: 'local',
    ...(cosmos === undefined ? {} : { cosmos: { endpoint: cosmos.endpoint, key: cosmos.key, ...database } }),
  });
  let now: Instant = startsAt;
  const counted = { kills: 0, lost: 0, presses: 0, again: 0 };

  const people = new Map(Object.entries(cast).map(([who, { name }]) => [who, user(who, name)]));
  for (const [who, member] of people) connector.addMember({ ...member, userPrincipalName: upn(who) });
  let ids = 0;
  const office = { store, now, newId: () => `p${(ids += 1)}` };
  const files = { people: peopleFile(cast), teams: teamsFile(everyHolder), allocations: allocationsFile };
  await importFiles(office, files, { dryRun: false });

  const start = () =>
    startProcess({
      LOCAL_CLOCK: now,
      ...(cosmos === undefined
        ? { DATA_FILE: dataFile }
        : {
            COSMOS_ENDPOINT: cosmos.endpoint,
            COSMOS_KEY: cosmos.key,
            COSMOS_DATABASE: database.database,
            COSMOS_CONTAINER: database.container,
          }),
    });
  const bots: BotProcess[] = await Promise.all(Array.from({ length: size }, start));
  const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

  /** What is gone is started again, at the time of by now. */
  async function restart(): Promise<void> {
    await Promise.all(
      bots.map(async (bot, index) => {
        if (bot.gone) bots[index] = await start();
      }),
    );
  }
  /** Every process that lives is given the time, and has done what was due when it answers. */
  async function tellTime(to: Instant): Promise<void> {
    const tell = (move: object) => Promise.all(bots.map((bot) => bot.post('/local/api/clock', move)));
    // Nobody leaps while somebody has a delivery in hand.
    await tell({ by: { hours: 0 } });
    now = to;
    await tell({ to });
  }
  /**
   * Nobody dies: what is to be told is told, at the pace that Teams is given. What somebody left in hand is free after a
   * minute, and what was perhaps sent goes again after three.
   */
  async function settles(hurt: boolean): Promise<void> {
    await restart();
    // Half a minute first: who was just started may have a delivery in hand, for a minute, and the clock of another
    // would leap over it. When all have answered, what was under way has ended.
    for (const minutes of hurt ? [0.5, 2, 4, 4] : [0.1]) await tellTime(later(minutes));
    // A lost answer that was waiting for its post comes as late: the second try is within three minutes.
    while ((await store.dueToSend(later(4), 1)).length > 0) await tellTime(later(0.5));
  }
  async function kill(some: readonly BotProcess[]): Promise<void> {
    const living = some.filter((bot) => !bot.gone);
    counted.kills += living.length;
    await Promise.all(living.map((bot) => bot.kill()));
  }
  /** One of them, or now and then all. */
  const victims = (chosen: Chance) => (chosen.happens(0.3) ? bots : [chosen.pick(bots)]);

  /**
   * Kills at a moment that the run itself tells of: when so many are left to be woken, at the nth request to the
   * Connector, or at once.
   */
  async function killSometime(chosen: Chance, over: () => boolean): Promise<void> {
    const some = victims(chosen);
    const moment = chosen.pick(['at-once', 'while-waking', 'while-sending', 'while-sending'] as const);
    const from = connector.requests.length;
    const nth = chosen.between(1, 5);
    while (!over()) {
      if (moment === 'at-once') break;
      if (moment === 'while-sending' && connector.requests.length >= from + nth) break;
      if (moment === 'while-waking' && (await store.dueToWake(now, 20)).length <= nth) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await kill(some);
  }

  return {
    store,
    connector,
    counted,
    person: (who: string) => people.get(who) ?? user(who, who),
    scene: () => ({ serviceUrl: connector.serviceUrl, tenantId: 'local', botId: '28:bot' }),
    async install(): Promise<void> {
      for (const who of met) {
        const activity = conversationUpdate(this.scene(), this.person(who));
        await bots[0]?.post('/api/messages', activity);
      }
      await settles(false);
    },
    /** Moves the clock; now and then somebody dies of it. */
    async moveTo(to: Instant): Promise<void> {
      if (to <= now) return;
      // Its answer is lost: nobody knows whether the card arrived.
      const loses = chance?.happens(0.1) === true;
      if (loses) {
        counted.lost += 1;
        connector.next('post', 'lost');
      }
      const deadly = chance?.happens(0.5) === true;
      let over = false;
      const told = tellTime(to).then(() => (over = true));
      if (chance !== undefined && deadly) await killSometime(chance, () => over);
      await told;
      await settles(deadly || loses);
    },
    /** Pressed again until it is answered; whoever answers may die of it. */
    async press(who: string, verb: string, data: object): Promise<void> {
      counted.presses += 1;
      const activity = execute(this.scene(), this.person(who), { verb, data });
      const { kills } = counted;
      for (let times = 0; ; times += 1) {
        const bot = chance === undefined ? bots[0] : chance.pick(bots);
        if (bot === undefined) throw new Error('there is no bot');
        const answer = bot.post('/api/messages', activity);
        if (chance !== undefined && times === 0 && chance.happens(0.3)) await kill([bot]);
        const given = await answer;
        if (given?.status === 200) {
          if (times > 0) counted.again += 1;
          break;
        }
        if (given !== undefined) throw new Error(`answered ${given.status}: ${given.text}`);
        await restart();
      }
      await settles(counted.kills > kills);
    },
    async close(): Promise<void> {
      await Promise.all(bots.map((bot) => bot.kill()));
      await store.close();
      await connector.close();
      await cosmos?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Fleet = Awaited<ReturnType<typeof aFleet>>;
