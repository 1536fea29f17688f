import type { Policy } from '../policy/policy.js';
import type { Cohort } from './cohort.js';
import type { Item, Measure, Row } from './report.js';

/** What the service calls a dispute. */
export interface Nouns {
  readonly dispute: string;
  readonly disputes: string;
}

export const nounsOf = ({ label, words }: Policy): Nouns => ({ dispute: label, disputes: words.disputes });

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One figure, in one place: what it is called, what it means in words, and how it is counted. */
export interface Measuring {
  readonly id: string;
  readonly unit: string;
  readonly says: (nouns: Nouns) => { readonly title: string; readonly definition: string };
  /** The first has the key `all`. */
  readonly rows: (cohort: Cohort) => Row[];
  readonly items?: (cohort: Cohort) => Item[];
}

export function measured(measuring: Measuring, cohort: Cohort): Measure {
  const { title, definition } = measuring.says(nounsOf(cohort.policy));
  return {
    id: measuring.id,
    title,
    definition,
    unit: measuring.unit,
    rows: measuring.rows(cohort),
    items: measuring.items?.(cohort) ?? [],
  };
}
