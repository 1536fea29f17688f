import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type Day, daySchema, englishDay } from '../calendar/days.js';
import { reportAsCsv } from '../exports/csv.js';
import { reportAsMarkdown } from '../exports/markdown.js';
import { type Figures, readReport } from '../flows/report.js';
import { reportSchema } from '../reports/report.js';
import { type ReportName, isReportName, reportNames, splittersOf } from '../reports/reports.js';
import { splitters } from '../reports/splits.js';
import { words } from '../words/index.js';
import { codedError } from './errorCode.js';
import { readArgs } from './options.js';
import { type Ports, notBegun, periodGiven } from './ports.js';

export const reportUsage = `footprint report <${reportNames.join('|')}> --period PERIOD [--as-at YYYY-MM-DD]
                 [--by ${splitters.join('|')}] [--format json|md|csv] [--out FILE]
  The figures of a period as they were known at the end of a day (today, unless --as-at says another).
  --period   ${words.periods.examples}
  --by       how they spread over teams, areas, IROs or primary themes (themes are of disputes alone)
  --format   json (the default), md for people (beside the period before), csv for a spreadsheet`;

const formats = ['json', 'md', 'csv'] as const;
type Format = (typeof formats)[number];

/** Who reads figures at a terminal is not known to this program. */
const reader = 'command line';

export interface ReportOptions {
  readonly name: ReportName;
  readonly period: string;
  readonly asAt?: Day | undefined;
  readonly by?: (typeof splitters)[number] | undefined;
  readonly format: Format;
  readonly out?: string | undefined;
}

const oneOf = <V extends string>(values: readonly V[], text: string | undefined): V | undefined =>
  values.find((value) => value === text?.toLowerCase());

export function readReportOptions(
  args: readonly string[],
): { readonly options: ReportOptions } | { readonly wrong: string } {
  const parsed = readArgs(args, {
    period: { type: 'string' },
    'as-at': { type: 'string' },
    by: { type: 'string' },
    format: { type: 'string', default: 'json' },
    out: { type: 'string' },
  });
  if ('wrong' in parsed) return parsed;
  const { period, 'as-at': asAt, out } = parsed.values;
  const [name, ...more] = parsed.positionals;
  if (name === undefined) return { wrong: `which report? ${reportNames.join(', ')}` };
  if (!isReportName(name)) return { wrong: `there is no report "${name}": ${reportNames.join(', ')}` };
  if (more.length > 0) return { wrong: `one report at a time, not also "${more.join(' ')}"` };
  if (period === undefined) return { wrong: `which period? --period ${words.periods.examples}` };
  if (asAt !== undefined && !daySchema.safeParse(asAt).success)
    return { wrong: `--as-at is a day, written YYYY-MM-DD, not "${asAt}"` };
  const by = oneOf(splitters, parsed.values.by);
  if (parsed.values.by !== undefined && by === undefined)
    return { wrong: `--by is one of ${splitters.join(', ')}, not "${parsed.values.by}"` };
  if (by !== undefined && !splittersOf(name).includes(by))
    return { wrong: `${name} is spread --by ${splittersOf(name).join(', ')}, not ${by}` };
  const format = oneOf(formats, parsed.values.format);
  if (format === undefined)
    return { wrong: `--format is one of ${formats.join(', ')}, not "${parsed.values.format}"` };
  if (out === '') return { wrong: '--out names no file' };
  return { options: { name, period, asAt, by, format, out } };
}

/** 0: it was written; 1: the file could not be; or what is wrong with the period. */
export async function runReport(
  options: ReportOptions,
  ports: Ports,
): Promise<0 | 1 | { readonly wrong: string }> {
  const { store, now, out, problem } = ports;
  const today = englishDay(now);
  const asAt = options.asAt ?? today;
  const period = periodGiven(options.period, now);
  if ('wrong' in period) return period;
  if (asAt > today) return { wrong: `--as-at ${asAt} is in the future: today is ${today}` };
  const ahead = notBegun(period, today);
  if (ahead !== undefined) return ahead;
  if (asAt < period.from)
    return { wrong: `--as-at ${asAt} is before the period, which begins on ${period.from}` };
  const asked = { period, asAt, by: options.by };
  const figures = await readReport({ store, now, newId: randomUUID }, reader, options.name, asked);
  // A table has no place for what must be read before it.
  if (options.format === 'csv') for (const note of figures.report.notes) problem(note);
  const text = written(figures, options.format);
  if (options.out === undefined) out(text);
  else {
    const failed = await failureToWrite(options.out, `${text}\n`);
    if (failed !== undefined) {
      problem(`${options.out} could not be written: ${failed}`);
      return 1;
    }
    out(`Written to ${options.out}`);
  }
  return 0;
}

function written({ report, before }: Figures, format: Format): string {
  switch (format) {
    case 'json':
      return JSON.stringify(reportSchema.parse(report), null, 2);
    case 'md':
      return reportAsMarkdown(report, before);
    case 'csv':
      return reportAsCsv(report);
  }
}

async function failureToWrite(file: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    const coded = codedError(error);
    if (coded === undefined) throw error;
    return coded.message;
  }
}
