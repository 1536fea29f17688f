import { rowsCard, textRow } from './list.js';
import type { Shown } from './scene.js';
import { bold, button, plain } from './template.js';
import { counted, capital } from './words.js';

export interface UnreachableRow {
  /** The name. */
  readonly person: string;
  /** The id of the dispute. */
  readonly dispute: string;
  readonly number: string;
  readonly why: string;
}

/** Who could not be told, for a lead. */
export function unreachableCard(rows: readonly UnreachableRow[], page: number): Shown {
  const heading =
    rows.length === 0
      ? 'Everybody who was to be told has been told.'
      : capital(counted(rows.length, 'notice has not reached anybody', 'notices have not reached anybody'));
  return rowsCard({
    heading,
    summary: 'Who could not be told',
    rows: rows.map(({ person, dispute, number, why }) =>
      textRow(
        [[bold(person), plain(` · ${number}`)], [plain(why)]],
        [button('Open', { press: 'show', dispute, what: 'card' })],
      ),
    ),
    page,
    words: 'unreachable',
  });
}
