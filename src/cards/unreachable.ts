import { words } from '../words/index.js';
import { rowsCard, textRow } from './list.js';
import type { Shown } from './scene.js';
import { bold, button, plain } from './template.js';

const says = words.lists.unreachable;

export interface UnreachableRow {
  /** The name. */
  readonly person: string;
  /** What they were not told of. */
  readonly about: { readonly dispute: string; readonly number: string } | { readonly goodPractice: string };
  readonly why: string;
}

/** Teams' own codes, in words. What Teams does not explain is said to be just that. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/BotNotInConversationRoster|has not opened/, says.notInstalled],
  [/MessageWritesBlocked|ForbiddenOperation|^403/, says.blocked],
  [/nobody knows/, says.notKnown],
  [/gone|^404/, says.gone],
];
const reason = (why: string) => reasons.find(([code]) => code.test(why))?.[1] ?? says.other;

/** Who could not be told, for a lead. */
export function unreachableCard(rows: readonly UnreachableRow[], page: number): Shown {
  const heading = rows.length === 0 ? says.nobody : says.heading(rows.length);
  return rowsCard({
    heading,
    summary: words.notices.buttons.unreachable,
    rows: rows.map(({ person, about, why }) => {
      const practice = 'goodPractice' in about;
      return textRow(
        [
          [bold(person), plain(says.row(practice ? words.goodPractice.heading : about.number))],
          [plain(reason(why))],
        ],
        [
          button(
            words.acts.open,
            practice
              ? { press: 'show-good-practice', goodPractice: about.goodPractice, what: 'card' }
              : { press: 'show', dispute: about.dispute, what: 'card' },
          ),
        ],
      );
    }),
    page,
    words: 'unreachable',
  });
}
