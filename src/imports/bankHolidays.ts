import { bankHolidaysFileSchema } from '../calendar/bankHolidays.js';
import { readJson } from './json.js';
import type { RefusedWhole } from './text.js';

/** The government's file of bank holidays, or one in its shape: whole or not at all. */
export function readBankHolidays(
  bytes: Uint8Array,
): { readonly kind: 'bank-holidays'; readonly file: unknown } | RefusedWhole {
  const json = readJson(bytes, bankHolidaysFileSchema);
  return json.kind === 'refused' ? json : { kind: 'bank-holidays', file: json.value };
}
