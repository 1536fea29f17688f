import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBot } from '../../src/wiring.js';
import { recordedLog } from '../support/recordedLog.js';

describe('POLICY_FILE', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'footprint-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function start(policy: object) {
    const policyFile = path.join(folder, 'policy.json');
    writeFileSync(policyFile, JSON.stringify(policy));
    const log = recordedLog();
    const store = { dataFile: path.join(folder, 'data.db'), authority: 'local' };
    const settings = {
      port: 0,
      host: '127.0.0.1',
      app: { mode: 'local' as const },
      store,
      policyFile,
      sdk: {},
    };
    return { bot: await startBot(settings, log), log };
  }

  it('is applied at start, and what deserves a look is logged', async () => {
    const ladder = [
      { id: 'team-manager', label: 'Team manager', workingDays: 15 },
      { id: 'director', label: 'Director', workingDays: 15 },
    ];
    const { bot, log } = await start({ label: 'escalation', ladder });
    expect((await bot.ports.directory()).policy).toMatchObject({
      label: 'escalation',
      textInCards: 'onRequest',
    });
    expect(log.text()).toContain('the stages add up to 30 working days');
    await bot.close();
  });

  it('is refused at start with every problem listed', async () => {
    await expect(start({ textInCards: 'sometimes', morningHour: 'eight' })).rejects.toThrow(
      /textInCards.*morningHour|morningHour.*textInCards/s,
    );
  });
});
