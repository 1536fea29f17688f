import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bankHolidaysByRule } from '../../src/calendar/bankHolidayRule.js';
import { replaceBankHolidays } from '../../src/calendar/bankHolidays.js';
import { addWorkingDays } from '../../src/calendar/workingDays.js';
import { startBot } from '../../src/wiring.js';
import { recordedLog } from '../support/recordedLog.js';

describe('BANK_HOLIDAYS_FILE', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'footprint-'));
  });
  afterEach(() => {
    replaceBankHolidays();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(events: readonly object[]) {
    const bankHolidaysFile = path.join(folder, 'bank-holidays.json');
    writeFileSync(bankHolidaysFile, JSON.stringify({ division: 'england-and-wales', events }));
    const store = { dataFile: path.join(folder, 'data.db'), authority: 'local' };
    const app = { mode: 'local' as const };
    return startBot({ port: 0, host: '127.0.0.1', app, store, bankHolidaysFile, sdk: {} }, recordedLog());
  }

  it('is read at the start: a day that was proclaimed late is no working day', async () => {
    expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-09');
    const proclaimed = { date: '2026-03-09', title: 'Proclaimed late' };
    const bot = await start([...bankHolidaysByRule(2026), proclaimed]);
    await bot.close();
    expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-10');
  });

  it('keeps the bot from starting where it is wrong, so that no day is reckoned with half a file', async () => {
    await expect(start(bankHolidaysByRule(2026).slice(0, 3))).rejects.toThrow(
      'BANK_HOLIDAYS_FILE: events: 2026 has 3 bank holidays',
    );
  });
});
