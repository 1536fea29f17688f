import { englishDay } from '../calendar/days.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import { rowsCard, textRow } from './list.js';
import type { PressData } from './press.js';
import type { Scene, Shown } from './scene.js';
import { bold, button, plain } from './template.js';
import { day, listed } from './words.js';

const says = words.lists.unreachable;

export interface UnreachableRow {
  /** The name. */
  readonly person: string;
  /** Whether they can be reached, and since when, where Teams has told. */
  readonly reach?: Person['reach'];
  /** What they were not told of; absent: of nothing so far. */
  readonly about?: { readonly dispute: string; readonly number: string } | { readonly goodPractice: string };
  readonly why: string;
  /** Names of who was told of it instead. */
  readonly insteadOf: readonly string[];
}

/** Teams' own codes, in words. What Teams does not explain is said to be just that. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/BotNotInConversationRoster|has not opened/, says.notInstalled],
  [/MessageWritesBlocked|ForbiddenOperation|^403/, says.blocked],
  [/nobody knows/, says.notKnown],
  [/gone|^404/, says.gone],
];
const reason = (why: string) => reasons.find(([code]) => code.test(why))?.[1] ?? says.other;

/** How it stands with somebody, and since when. */
function stateText({ reach, why }: UnreachableRow, scene: Scene): string {
  if (reach === undefined || reach.state === 'installed') return reason(why);
  return says.since[reach.state](day(englishDay(reach.since), scene));
}

const insteadText = ({ about, insteadOf }: UnreachableRow): string[] =>
  about === undefined || 'goodPractice' in about
    ? []
    : [insteadOf.length === 0 ? says.nobodyInstead : says.insteadOf(listed(insteadOf))];

/** Who could not be told, and who cannot be reached, for a lead. */
export function unreachableCard(rows: readonly UnreachableRow[], scene: Scene, page: number): Shown {
  const notices = rows.filter(({ about }) => about !== undefined).length;
  const heading =
    rows.length === 0 ? says.nobody : notices > 0 ? says.heading(notices) : says.people(rows.length);
  return rowsCard({
    heading,
    summary: words.notices.buttons.unreachable,
    rows: rows.map((row) =>
      textRow(
        [
          [bold(row.person), ...(row.about === undefined ? [] : [plain(says.row(nameOf(row.about)))])],
          [plain(stateText(row, scene))],
          ...insteadText(row).map((text) => [plain(text)]),
        ],
        row.about === undefined ? [] : [button(words.acts.open, opening(row.about))],
      ),
    ),
    page,
    words: 'unreachable',
  });
}

type About = NonNullable<UnreachableRow['about']>;

const nameOf = (about: About) => ('number' in about ? about.number : words.goodPractice.heading);

const opening = (about: About): PressData =>
  'goodPractice' in about
    ? { press: 'show-good-practice', goodPractice: about.goodPractice, what: 'card' }
    : { press: 'show', dispute: about.dispute, what: 'card' };
