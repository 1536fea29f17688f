import { replaceBankHolidays } from '../calendar/bankHolidays.js';
import type { Settings } from '../config.js';
import { readBankHolidays } from '../imports/bankHolidays.js';
import { readSource } from '../imports/source.js';
import { readSourceFile } from './files.js';

/** `BANK_HOLIDAYS_FILE` takes the place of the shipped file, once, at the start. Answers every problem with it. */
export async function useBankHolidays({
  bankHolidaysFile,
}: Pick<Settings, 'bankHolidaysFile'>): Promise<readonly string[]> {
  if (bankHolidaysFile === undefined) return [];
  const read = readSource(await readSourceFile(bankHolidaysFile), readBankHolidays);
  if (read.kind === 'refused') return read.refused.map(({ reason }) => `BANK_HOLIDAYS_FILE: ${reason}`);
  replaceBankHolidays(read.file);
  return [];
}
