import type { Policy } from '../policy/policy.js';
import type { Item, Measure, Row } from './report.js';

/** What definitions say as the service's policy has it: its nouns, and which codes mean that a child took part. */
export interface Nouns {
  readonly dispute: string;
  readonly disputes: string;
  readonly lookedAfter: string;
  readonly participated: string;
}

export const nounsOf = ({ label, words, participated }: Policy): Nouns => ({
  dispute: label,
  disputes: words.disputes,
  lookedAfter: words.lookedAfter,
  participated: participated.join(', '),
});

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One figure, in one place: what it is called, what it means in words, and how it is counted. */
export interface Measuring<About extends { readonly policy: Policy }> {
  readonly id: string;
  readonly unit: string;
  readonly says: (nouns: Nouns) => { readonly title: string; readonly definition: string };
  /** The first has the key `all`. */
  readonly rows: (about: About) => Row[];
  readonly items?: (about: About) => Item[];
  /** What stands behind the figure one by one, where that can be listed. */
  readonly behind?: Behind<About>;
}

/** Things behind a figure: what these ones are, and each of them with its dispute or its child. */
export interface Behind<About> {
  readonly says: (nouns: Nouns) => string;
  readonly items: (about: About) => Item[];
  /** The key of the row that counts them, where that is not the first. */
  readonly row?: string;
}

export function measured<About extends { readonly policy: Policy }>(
  measuring: Measuring<About>,
  about: About,
): Measure {
  const { title, definition } = measuring.says(nounsOf(about.policy));
  return {
    id: measuring.id,
    title,
    definition,
    unit: measuring.unit,
    rows: measuring.rows(about),
    items: measuring.items?.(about) ?? [],
  };
}
