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

/** Teams' own codes, in words. What Teams does not explain is said to be just that. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/BotNotInConversationRoster|has not opened/, 'Has not installed this app.'],
  [/MessageWritesBlocked|ForbiddenOperation|^403/, 'Has blocked or removed this app.'],
  [/nobody knows/, 'Teams did not say whether the notice arrived.'],
  [/gone|^404/, 'Their chat with this app is gone.'],
];
const reason = (why: string) =>
  reasons.find(([code]) => code.test(why))?.[1] ?? 'Could not be reached in Teams.';

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
        [[bold(person), plain(` · ${number}`)], [plain(reason(why))]],
        [button('Open', { press: 'show', dispute, what: 'card' })],
      ),
    ),
    page,
    words: 'unreachable',
  });
}
