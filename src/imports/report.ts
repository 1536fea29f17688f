import { z } from 'zod';
import type { Change } from '../reviews/facts.js';
import { type Note, noteSchema, type RefusedWhole } from './text.js';

/** What became of a file. Added, changed, same and refused are its rows, each once. */
export const fileReportSchema = z.object({
  file: z.string(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.array(noteSchema),
  warned: z.array(noteSchema),
  /** Children who are allocated and not in the file: nothing was ended. Absent where there are none. */
  missing: z.array(z.string()).optional(),
  /** Children whose allocation was ended because they are not in the file. */
  ended: z.array(z.string()).optional(),
});
export type FileReport = z.infer<typeof fileReportSchema>;

/** `readable` false: the file was refused whole, and nothing of it is saved. */
export interface FileResult extends FileReport {
  readonly readable: boolean;
}

/** A file as it is being counted. */
export interface Tally {
  readonly count: (change: Change, rows?: number) => void;
  readonly refuse: (line: number, reason: string) => void;
  readonly warn: (line: number, reason: string) => void;
  /** A row that says again what another one has said. */
  readonly again: (line: number, first: number, what: string) => void;
  readonly missing: (children: readonly string[]) => void;
  readonly ended: (children: readonly string[]) => void;
  readonly result: () => FileResult;
}

export function tallyOf(
  file: string,
  read: { readonly refused?: readonly Note[]; readonly warned?: readonly Note[] } | RefusedWhole,
): Tally {
  const gone: { missing?: string[]; ended?: string[] } = {};
  const counts = { added: 0, changed: 0, same: 0 };
  const refused = [...(read.refused ?? [])];
  const warned = 'warned' in read ? [...(read.warned ?? [])] : [];
  const count = (change: Change, rows = 1) => {
    counts[change] += rows;
  };
  const warn = (line: number, reason: string) => {
    warned.push({ line, reason });
  };
  return {
    count,
    warn,
    refuse: (line, reason) => {
      refused.push({ line, reason });
    },
    again: (line, first, what) => {
      count('same');
      warn(line, `${what} is on line ${first} already: this row is left out`);
    },
    missing: (children) => {
      gone.missing = [...children];
    },
    ended: (children) => {
      gone.ended = [...children];
    },
    result: () => ({
      file,
      ...counts,
      refused: refused.toSorted(byLine),
      warned: warned.toSorted(byLine),
      ...gone,
      readable: !('kind' in read && read.kind === 'refused'),
    }),
  };
}

const byLine = (one: Note, other: Note): number => one.line - other.line;
