import type { Card, Shown } from '../../src/cards/index.js';

/** One card as somebody is shown it. */
export interface Drawn {
  readonly group: string;
  readonly name: string;
  readonly card: Card;
  readonly summary: string;
  /** Somebody asked for the words, or wrote them in this form. */
  readonly ownWords: boolean;
}

export const drawn = (group: string, name: string, { card, summary }: Shown, ownWords = false): Drawn => ({
  group,
  name,
  card,
  summary,
  ownWords,
});
