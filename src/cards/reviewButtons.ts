import { daySchema } from '../calendar/days.js';
import type { ChildSide } from '../people/rights.js';
import type { ReviewAct } from '../reviews/acts.js';
import { isFormAct, mayPress } from '../reviews/mayPress.js';
import { words } from '../words/index.js';
import type { ReviewCard } from './press.js';
import { type ButtonLook, type CardAction, button } from './template.js';

const { acts } = words;
const says = words.reviewForms;
const inRow: Partial<Record<ReviewAct, string>> = says.inRow;

/** Whose review it is, on which card the buttons stand, and as what whoever looks stands to the child. */
export interface ReviewRowOf {
  readonly child: string;
  readonly card: ReviewCard;
  readonly sides: ReadonlySet<ChildSide>;
}

/** What a row knows of what may be pressed on it: a `ReviewStep` is one. `held`: it is about a review that was. */
export interface Pressable {
  readonly acts: readonly ReviewAct[];
  readonly review: string;
  readonly held?: string | undefined;
  /** It was recorded in Teams. */
  readonly inTeams?: boolean;
}

/** What *Record* is called where there is a review: what only an import has is completed, else it is corrected. */
export const toHeld = (inTeams: boolean) => (inTeams ? 'correct' : 'complete');

const inSight = 2;

/**
 * The buttons of a row about a child's reviews: what this person may press, the first two in sight and the rest
 * under *More*. The same on the child's card and in the morning.
 */
export function reviewButtons(row: Pressable, of: ReviewRowOf): CardAction[] {
  return row.acts
    .filter((act) => mayPress(of.sides, act))
    .map((act, index) => reviewButton(act, row, of, index < inSight ? {} : { mode: 'secondary' }));
}

export function reviewButton(
  act: ReviewAct,
  { review, held, inTeams = false }: Omit<Pressable, 'acts'>,
  { child, card }: Pick<ReviewRowOf, 'child' | 'card'>,
  look: ButtonLook = {},
): CardAction {
  const name = inRow[act] ?? says.acts[act === 'record' && held !== undefined ? toHeld(inTeams) : act];
  if (act === 'raise-midway') return button(name, { press: 'open-raise', child, cameFrom: 'midway' }, look);
  if (isFormAct(act))
    return button(
      acts.withForm(name),
      { press: 'open-review', child, card, act, review, ...(held === undefined ? {} : { held }) },
      look,
    );
  return button(name, { press: 'review-step', child, card, act, review }, look);
}

/** What stands for a row in the input `rows` of several that are saved at once. */
export const rowValue = ({ child, review }: { readonly child: string; readonly review: string }): string =>
  `${encodeURIComponent(child)}|${review}`;

/** The rows of such an input; what is none of them is left out. */
export function rowsIn(text: string): { child: string; review: string }[] {
  return text.split(',').flatMap((each) => {
    const [child, review] = each.trim().split('|');
    return child === undefined || child === '' || review === undefined || !daySchema.safeParse(review).success
      ? []
      : [{ child: decoded(child), review }];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
