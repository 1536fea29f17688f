import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { type Note, type RefusedWhole, readText, refuseWhole } from './text.js';

/** Which columns a file has. Order and case are free; what is not named here is left out. */
export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether columns that nobody reads are worth a warning: the national return has many. */
  readonly others: 'warned' | 'expected';
}

export interface Row<T> {
  readonly line: number;
  readonly value: T;
}

/** A file read row by row: the good rows, and what is wrong with the others. */
export interface Table<T> {
  readonly kind: 'table';
  /** As the file names them, in lower case. */
  readonly columns: readonly string[];
  readonly rows: readonly Row<T>[];
  readonly refused: readonly Note[];
  readonly warned: readonly Note[];
}

/** A column that is not there is undefined in a row, an empty cell is ''. */
export function readTable<T>(
  bytes: Uint8Array,
  columns: Columns,
  row: z.ZodType<T>,
): Table<T> | RefusedWhole {
  const text = readText(bytes);
  if (text.kind === 'refused') return text;
  const lines = splitLines(text.text);
  if (lines.kind === 'refused') return lines;
  const [first, ...rest] = lines.lines;
  const header = (first?.cells ?? []).map((cell) => cell.toLowerCase());
  const problem = headerProblem(header, columns);
  if (problem !== undefined) return refuseWhole(problem);

  const rows: Row<T>[] = [];
  const refused: Note[] = [];
  for (const { line, cells } of rest) {
    const read = readRow(header, cells, row);
    if ('reason' in read) refused.push({ line, reason: read.reason });
    else rows.push({ line, value: read.value });
  }
  return {
    kind: 'table',
    columns: header,
    rows,
    refused,
    warned: [...text.warned, ...unread(header, columns)],
  };
}

interface Line {
  readonly line: number;
  readonly cells: string[];
}

function splitLines(text: string): { kind: 'lines'; lines: Line[] } | RefusedWhole {
  const lines: Line[] = [];
  let read = 0;
  try {
    parse(text, {
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: string[], context) => {
        read = context.lines;
        // A record in quotes may go over several lines, and is found at its first.
        const broken = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        lines.push({
          line: context.lines - broken,
          cells: cells.map((cell) => cell.replace(/\s+/g, ' ').trim()),
        });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuseWhole('quotation marks are not balanced from this line on', read + 1);
  }
  return { kind: 'lines', lines: lines.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

function headerProblem(header: readonly string[], { required }: Columns): string | undefined {
  const missing = required.filter((column) => !header.includes(column.toLowerCase()));
  if (missing.length > 0) {
    const separated = header.length === 1 && /[;\t|]/.test(header[0] ?? '');
    return `the header is wrong: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing${
      separated ? '; columns are separated by commas' : ''
    }`;
  }
  const twice = header.find((column, index) => column !== '' && header.indexOf(column) !== index);
  return twice === undefined ? undefined : `the header is wrong: ${twice} is there twice`;
}

function unread(header: readonly string[], { required, optional, others }: Columns): Note[] {
  if (others === 'expected') return [];
  const read = new Set([...required, ...optional].map((column) => column.toLowerCase()));
  const left = header.filter((column) => column !== '' && !read.has(column));
  if (left.length === 0) return [];
  return [{ line: 1, reason: `not read: ${left.length === 1 ? 'column' : 'columns'} ${left.join(', ')}` }];
}

function readRow<T>(
  header: readonly string[],
  cells: readonly string[],
  row: z.ZodType<T>,
): { value: T } | { reason: string } {
  if (cells.length < header.length || cells.slice(header.length).some((cell) => cell !== ''))
    return { reason: `${cells.length} cells where the header has ${header.length}` };
  const parsed = row.safeParse(Object.fromEntries(header.map((column, index) => [column, cells[index]])));
  if (parsed.success) return { value: parsed.data };
  return { reason: parsed.error.issues.map((issue) => issue.message).join('; ') };
}
