import { randomUUID } from 'node:crypto';
import { englishDay } from '../calendar/days.js';
import { periodLabel } from '../calendar/periods.js';
import { importDisputes } from '../flows/importDisputes.js';
import { fileReportSchema } from '../imports/report.js';
import { listed } from '../words/grammar.js';
import { readSourceFile } from './files.js';
import { plainReport } from './import.js';
import { readArgs } from './options.js';
import { type Ports, notBegun, periodGiven } from './ports.js';

export const importDisputesUsage = `footprint import-disputes FILE [--covers PERIOD] [--dry-run] [--json]
  Reads a service's old spreadsheet of disputes, saved as CSV; a second time changes nothing.
  --covers   the period of which the file is the whole record, so that what it has none of is 0;
             up to today; else the financial years from its first row to its last. Where some rows are
             refused it is so all the same, with a warning; where no row goes in, of no day
  --dry-run and --json as with import`;

export interface ImportDisputesOptions {
  readonly file: string;
  readonly covers?: string | undefined;
  readonly 'dry-run': boolean;
  readonly json: boolean;
}

export function readImportDisputesOptions(
  args: readonly string[],
): { readonly options: ImportDisputesOptions } | { readonly wrong: string } {
  const parsed = readArgs(args, {
    covers: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  if ('wrong' in parsed) return parsed;
  const [file, ...more] = parsed.positionals;
  if (file === undefined || file === '') return { wrong: 'which file is to be imported?' };
  if (more.length > 0) return { wrong: `one file at a time, not also ${more.join(' ')}` };
  return { options: { ...parsed.values, file } };
}

/** 0: the file could be read; 1: it was refused whole; or what is wrong with the period. */
export async function runImportDisputes(
  options: ImportDisputesOptions,
  ports: Ports,
): Promise<0 | 1 | { readonly wrong: string }> {
  const { store, now, out, problem } = ports;
  const named = options.covers === undefined ? undefined : periodGiven(options.covers, now);
  if (named !== undefined && 'wrong' in named) return named;
  const ahead = named === undefined ? undefined : notBegun(named, englishDay(now));
  if (ahead !== undefined) return ahead;
  const dryRun = options['dry-run'];
  const source = await readSourceFile(options.file);
  const { result, covers } = await importDisputes({ store, now, newId: randomUUID }, source, {
    covers: named,
    dryRun,
  });
  if (!result.readable)
    problem(`${result.file} was refused, and nothing of it is saved: ${result.refused[0]?.reason ?? ''}`);
  if (options.json) out(JSON.stringify({ files: [fileReportSchema.parse(result)], covers }));
  else
    out(
      [
        plainReport([result], dryRun),
        ...(covers.length === 0 ? [] : [`Taken for the whole record of ${listed(covers.map(periodLabel))}.`]),
      ].join('\n'),
    );
  return result.readable ? 0 : 1;
}
