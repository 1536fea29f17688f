import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../src/config.js';
import { importReturn, importService } from '../../src/demo/authority.js';
import { startDemo, type Started } from '../../src/demo/demo.js';
import { stories } from '../../src/demo/stories/index.js';
import { replay } from '../../src/disputes/apply.js';
import { wordsIn } from '../../src/disputes/events.js';
import { personalDetails } from '../../src/disputes/personalDetail.js';
import type { RunningBot } from '../../src/wiring.js';
import { recordedLog } from '../support/recordedLog.js';

const started = (settings: Record<string, string>) =>
  startDemo(readSettings({ PORT: '0', ...settings }), recordedLog());
function running(demo: Started): { bot: RunningBot; greeting: string } {
  if ('problems' in demo) throw new Error(demo.problems.join('\n'));
  return demo;
}
const everyDispute = async ({ ports }: RunningBot) =>
  (await ports.store.disputes({ by: 'everyone', open: false })).map(({ document }) => document);

describe('the demo', () => {
  let demo: ReturnType<typeof running>;
  beforeAll(async () => {
    demo = running(await started({}));
  }, 60_000);
  afterAll(() => demo.bot.close());
  const fromPage = async (path: string, body?: object) => {
    const post = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    return (await fetch(`${demo.bot.address}/local/api/${path}`, body === undefined ? {} : post)).text();
  };
  const chatOf = async (name: string) => {
    const { people } = await demo.bot.ports.directory();
    await demo.bot.settle();
    return fromPage(`people/${people.find(({ upn }) => upn.startsWith(`${name}@`))?.entraId}`);
  };

  /** A chat keeps Teams' pace: its last card may come some seconds after the clock was moved, on the bot's own clock. */
  const chatWith = async (name: string, text: string) => {
    let shown = await chatOf(name);
    for (let look = 0; look < 12 && !shown.includes(text); look += 1) {
      demo.bot.clock.move({ to: new Date(Date.parse(demo.bot.clock.now()) + 5_000).toISOString() });
      shown = await chatOf(name);
    }
    return shown;
  };

  it('brings its files in without a refused or a warned row, and a second time changes nothing', async () => {
    const results = [...(await importService(demo.bot.ports)), ...(await importReturn(demo.bot.ports))];
    expect(results.map(({ file }) => file)).toEqual([
      'people.csv',
      'teams.csv',
      'allocations.csv',
      'header.csv',
      'episodes.csv',
      'reviews.csv',
    ]);
    for (const { added, changed, same, refused, warned } of results) {
      expect({ added, changed, refused, warned }).toEqual({ added: 0, changed: 0, refused: [], warned: [] });
      expect(same).toBeGreaterThan(0);
    }
  });

  it('has ten IROs, a lead, business support, and a holder for every stage of every team', async () => {
    const { people, teams, policy } = await demo.bot.ports.directory();
    const withRole = (role: string) => people.filter(({ roles }) => roles.some((each) => each === role));
    expect(withRole('iro')).toHaveLength(10);
    expect(withRole('lead')).toHaveLength(1);
    expect(withRole('admin')).toHaveLength(1);
    for (const { stages } of teams)
      for (const { id } of policy.ladder) expect(people.map(({ upn }) => upn)).toContain(stages[id]);
  });

  it('has a dispute in every status, and at every stage', async () => {
    const disputes = await everyDispute(demo.bot);
    expect(new Set(disputes.map(({ status }) => status))).toEqual(
      new Set(['informal', 'waiting', 'answered', 'returned', 'agreed', 'closed']),
    );
    const entered = disputes.flatMap(({ history }) =>
      history.filter((event) => event.kind === 'stageEntered'),
    );
    expect(new Set(entered.map(({ stage }) => stage))).toEqual(
      new Set(['team-manager', 'operations-manager', 'assistant-director', 'director']),
    );
  });

  it('shows what the clock does: one stage without a response, and one whose manager could not be told', async () => {
    const happened = (await everyDispute(demo.bot)).flatMap(({ history }) => history.map(({ kind }) => kind));
    expect(happened).toContain('noResponse');
    expect(happened).toContain('couldNotBeTold');
    expect(await demo.bot.ports.store.unreachableDeliveries()).toHaveLength(1);
  });

  it('has histories that lead to where each dispute stands', async () => {
    const disputes = await everyDispute(demo.bot);
    expect(disputes).toHaveLength(stories.length);
    for (const { wakeAt: _, intents, ...stored } of disputes) {
      const { intents: __, ...replayed } = replay(stored.history);
      expect(replayed).toEqual(stored);
      expect(intents).toEqual([]);
    }
  });

  it('says nothing that the personal-detail check would stop at', async () => {
    for (const dispute of await everyDispute(demo.bot))
      for (const event of dispute.history)
        for (const [, words] of wordsIn(event))
          expect({ words, found: personalDetails(words, event.on) }).toEqual({ words, found: [] });
  });

  it('begins an IRO’s day with a review that is late and two that are due this week', async () => {
    const shown = await chatWith('amara.iroby', 'Tue 10 Mar · your day');
    expect(shown).toContain('Tue 10 Mar · your day');
    expect(shown).toContain('Was due Thu 5 Mar (3 working days late)');
    expect(shown.split('Due Thu 12 Mar (2 working days left)')).toHaveLength(3);
  });

  it('has the card of the day there when the clock was moved to it', async () => {
    await fromPage('clock', { to: '2026-03-11T09:00:00.000Z' });
    const next = 'Wed 11 Mar · your day';
    expect(await chatWith('amara.iroby', next)).toContain(next);
  });

  it('has everybody’s card of each day, however fast the days are moved on', async () => {
    for (let day = 0; day < 3; day += 1) await fromPage('clock', { by: { days: 1 } });
    const ofDays = (await demo.bot.ports.store.all('delivery'))
      .map(({ document }) => document)
      .filter(({ subject }) => subject.startsWith('person:'));
    const since = <E extends { readonly at: string }>(entries: readonly E[]) =>
      entries.filter(({ at }) => at >= '2026-03-11');
    const lost = ofDays.flatMap(({ untold }) => since(untold).filter(({ reason }) => reason === 'moved-on'));
    expect(lost).toEqual([]);
    const days = ofDays.flatMap(({ told }) => since(told).map(({ at }) => at.slice(0, 10)));
    expect(new Set(days)).toEqual(new Set(['2026-03-11', '2026-03-12', '2026-03-13']));
  });

  it('prints one address, which opens', async () => {
    const addresses = demo.greeting.match(/http:\S+/g) ?? [];
    expect(addresses).toHaveLength(1);
    const page = await fetch(addresses[0] ?? '');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('IRO Footprint');
  });
});

describe('starting the demo', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('goes on with a named file where it stopped', async () => {
    const DATA_FILE = path.join(folder, 'demo.db');
    const first = running(await started({ DATA_FILE }));
    const disputes = await everyDispute(first.bot);
    first.bot.clock.move({ by: { days: 1 } });
    await first.bot.settle();
    await first.bot.close();
    const second = running(await started({ DATA_FILE }));
    expect(await everyDispute(second.bot)).toHaveLength(disputes.length);
    await second.bot.close();
  }, 60_000);

  it('says plainly that its port is taken', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const PORT = typeof address === 'object' && address !== null ? String(address.port) : '';
    expect(await started({ PORT })).toEqual({
      problems: [`PORT: ${PORT} is taken by another program: PORT=3979 npm run demo`],
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('keeps away from a real tenant and from Cosmos DB', async () => {
    const teams = {
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: 'app',
      MicrosoftAppTenantId: 'tenant',
    };
    const cosmos = { COSMOS_ENDPOINT: 'https://council.example' };
    expect(await started({ ...teams, ...cosmos })).toEqual({
      problems: [
        'MicrosoftAppId: the demo runs in local mode: leave it unset',
        'COSMOS_ENDPOINT: the demo runs on SQLite alone: leave it unset',
      ],
    });
  });
});
