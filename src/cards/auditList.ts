import { longDay } from '../calendar/periods.js';
import { atText } from '../calendar/words.js';
import { personById } from '../people/directory.js';
import { words } from '../words/index.js';
import { listed } from '../words/grammar.js';
import { rowsCard, textRow } from './list.js';
import type { Scene, Shown } from './scene.js';
import { bold, plain } from './template.js';

const says = words.audit;

/** One time that somebody read figures. */
export interface AuditedRow {
  readonly at: string;
  readonly person: string;
  /** In the words of the audit, where nothing more is known. */
  readonly what: string;
  readonly read?:
    | {
        readonly how: keyof typeof says.how;
        readonly figures: string;
        readonly from: string;
        readonly to: string;
        readonly by?: string | undefined;
        readonly about: readonly string[];
      }
    | undefined;
}

/** Newest first, ten at a time: who, what and when, and no figure. */
export function auditCard(rows: readonly AuditedRow[], page: number, again: string, scene: Scene): Shown {
  return rowsCard({
    heading: says.heading,
    summary: says.summary,
    lines: [rows.length === 0 ? says.none : says.count(rows.length)],
    rows: rows.map((row) =>
      textRow(
        [
          [bold(nameOf(row.person, scene)), plain(says.row(atText(row.at, scene.today)))],
          [plain(auditWhat(row, scene))],
        ],
        [],
      ),
    ),
    page,
    words: again,
  });
}

const nameOf = (person: string, { directory }: Scene) =>
  personById(directory, person)?.name ?? says.commandLine;

/** What was read, in words: 'Asked for timeliness by review, 1 April 2025 to 31 March 2026, by IRO.' */
export function auditWhat({ person, what, read }: AuditedRow, { directory }: Scene): string {
  if (read === undefined) return what;
  if (read.how === 'audit') return says.looked(says.how.audit);
  const whom = read.about.map((each) =>
    each === person ? says.themselves : (personById(directory, each)?.name ?? each),
  );
  const period = words.periods.fromTo(longDay(read.from), longDay(read.to));
  const split = read.by === undefined ? '' : says.by(read.by === 'iro' ? says.iro : read.by);
  return says.what(
    says.how[read.how],
    read.figures === 'all' ? says.everything : read.figures.replaceAll('-', ' '),
    [period, split, whom.length === 0 ? '' : says.about(listed(whom))].join(''),
  );
}
