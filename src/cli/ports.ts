import { type Day, type Instant, englishDay } from '../calendar/days.js';
import { type Period, periodNamed } from '../calendar/periods.js';
import type { Store } from '../store/store.js';
import { words } from '../words/index.js';

/** What a command is run with. */
export interface Ports {
  readonly store: Store;
  readonly now: Instant;
  readonly out: (text: string) => void;
  readonly problem: (text: string) => void;
}

/** The period that was written as an option, or what is wrong with it. */
export function periodGiven(text: string, now: Instant): Period | { readonly wrong: string } {
  return periodNamed(text, englishDay(now)) ?? { wrong: `"${text}" is no period: ${words.periods.examples}` };
}

/** What is wrong with a period that lies ahead: nobody can know of its days. */
export const notBegun = ({ from }: Period, today: Day): { readonly wrong: string } | undefined =>
  from > today
    ? { wrong: `the period has not begun: it begins on ${from}, and today is ${today}` }
    : undefined;
