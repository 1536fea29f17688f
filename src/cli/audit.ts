import { randomUUID } from 'node:crypto';
import { englishDay } from '../calendar/days.js';
import { periodLabel, within } from '../calendar/periods.js';
import { auditWhat } from '../cards/index.js';
import { readAudit } from '../flows/audit.js';
import { createDirectory } from '../flows/directory.js';
import { personById } from '../people/directory.js';
import { words } from '../words/index.js';
import { readArgs } from './options.js';
import { type Ports, periodGiven } from './ports.js';

export const auditUsage = `footprint audit [--period PERIOD] [--format text|json]
  Who read which figures about whom, newest first; no figure stands in it. That it was read is kept too.
  --period   ${words.periods.examples}; without it, all`;

export interface AuditOptions {
  readonly period?: string | undefined;
  readonly format: 'text' | 'json';
}

export function readAuditOptions(
  args: readonly string[],
): { readonly options: AuditOptions } | { readonly wrong: string } {
  const parsed = readArgs(args, {
    period: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  if ('wrong' in parsed) return parsed;
  const { period, format } = parsed.values;
  if (parsed.positionals.length > 0)
    return { wrong: `audit takes options alone, not "${parsed.positionals.join(' ')}"` };
  if (format !== 'text' && format !== 'json')
    return { wrong: `--format is one of text, json, not "${format}"` };
  return { options: { period, format } };
}

/** 0: it was written; or what is wrong with the period. */
export async function runAudit(
  { period: named, format }: AuditOptions,
  { store, now, out }: Ports,
): Promise<0 | { readonly wrong: string }> {
  const period = named === undefined ? undefined : periodGiven(named, now);
  if (period !== undefined && 'wrong' in period) return period;
  const audits = (await readAudit({ store, now, newId: randomUUID }, 'command line')).filter(({ at }) => {
    const on = englishDay(at);
    return period === undefined || within(on, period);
  });
  if (format === 'json') {
    out(
      JSON.stringify(
        audits.map(({ at, person, what, read }) => ({ at, person, what, read })),
        null,
        2,
      ),
    );
    return 0;
  }
  const directory = await createDirectory(store, () => 0).get();
  const scene = { directory, now, today: englishDay(now) };
  for (const audit of audits) {
    const who = personById(directory, audit.person)?.name ?? words.audit.commandLine;
    out(`${audit.at}  ${who}  ${auditWhat(audit, scene)}`);
  }
  if (audits.length === 0)
    out(period === undefined ? words.audit.none : `Nobody asked for figures in ${periodLabel(period)}.`);
  return 0;
}
