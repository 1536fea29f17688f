import { randomUUID } from 'node:crypto';
import { type ImportPaths, readSources } from './files.js';
import { readArgs } from './options.js';
import type { Ports } from './ports.js';
import { importFiles } from '../flows/import.js';
import { type FileResult, fileReportSchema } from '../imports/report.js';

export const importUsage = `footprint import [--people FILE] [--teams FILE] [--allocations FILE] [--ssda903 FOLDER]
                 [--ssd FOLDER] [--policy FILE] [--complete] [--dry-run] [--json]
  Reads what is given into the store; a second time changes nothing.
  --ssda903  a folder with header.csv, episodes.csv and reviews.csv of one year
  --ssd      a folder with ssd_cla_episodes.csv and ssd_cla_reviews.csv of the Standard Safeguarding Dataset; read too
             where they are there: ssd_legal_status, ssd_cla_placement, ssd_professionals, ssd_department,
             ssd_involvements, ssd_s47_enquiry, ssd_initial_cp_conference, ssd_cp_reviews
  --complete ends the allocations of children who are not in --allocations; without it they are listed as missing
  --dry-run  tells what it would do, and saves nothing
  --json     the report as one line of JSON`;

const files = ['people', 'teams', 'allocations', 'ssda903', 'ssd', 'policy'];

export interface ImportOptions extends ImportPaths {
  readonly complete: boolean;
  readonly 'dry-run': boolean;
  readonly json: boolean;
}

export function readImportOptions(
  args: readonly string[],
): { readonly options: ImportOptions } | { readonly wrong: string } {
  const parsed = readArgs(args, {
    people: { type: 'string' },
    teams: { type: 'string' },
    allocations: { type: 'string' },
    ssda903: { type: 'string' },
    ssd: { type: 'string' },
    policy: { type: 'string' },
    complete: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  if ('wrong' in parsed) return parsed;
  const [stray] = parsed.positionals;
  if (stray !== undefined) return { wrong: `what is ${stray}? A file is named by its option` };
  const options = parsed.values;
  const named = Object.entries(options).filter(([name]) => files.includes(name));
  if (named.length === 0)
    return { wrong: `what is to be imported? ${files.map((name) => `--${name}`).join(', ')}` };
  const empty = named.find(([, value]) => value === '');
  if (options.complete && options.allocations === undefined)
    return { wrong: '--complete is of the list of allocations: name it with --allocations' };
  return empty === undefined ? { options } : { wrong: `--${empty[0]} names no file` };
}

/** 0: every file could be read; 1: one was refused whole. */
export async function runImport(options: ImportOptions, ports: Ports): Promise<0 | 1> {
  const { store, now, out, problem } = ports;
  const sources = await readSources(options);
  const results = await importFiles({ store, now, newId: randomUUID }, sources, {
    dryRun: options['dry-run'],
    complete: options.complete,
  });
  for (const { file, readable, refused } of results)
    if (!readable) problem(`${file} was refused, and nothing of it is saved: ${refused[0]?.reason ?? ''}`);
  if (options.json) out(JSON.stringify({ files: results.map((result) => fileReportSchema.parse(result)) }));
  else out(plainReport(results, options['dry-run']));
  return results.every(({ readable }) => readable) ? 0 : 1;
}

/** For people: a line for each file, then the rows that need a look. */
export function plainReport(results: readonly FileResult[], dryRun: boolean): string {
  const lines = results.flatMap(
    ({ file, readable, added, changed, same, refused, warned, missing, ended }) => [
      readable
        ? `${file}: ${added} added, ${changed} changed, ${same} the same, ${refused.length} refused`
        : `${file}: refused whole`,
      ...refused.map(({ line, reason }) => `  line ${line} refused: ${reason}`),
      ...warned.map(({ line, reason }) => `  line ${line}: ${reason}`),
      ...(missing === undefined
        ? []
        : [`  missing, and still allocated (--complete ends them): ${missing.join(', ')}`]),
      ...(ended === undefined ? [] : [`  not in it, and allocated no more: ${ended.join(', ')}`]),
    ],
  );
  return [...(dryRun ? ['Nothing was saved: this is what an import would do.'] : []), ...lines].join('\n');
}
