import { counted } from '../words/grammar.js';

/** `wrong`: somebody has to do something; `look`: it may be as it should be. */
export type Verdict = 'fine' | 'look' | 'wrong';

/** One thing that was looked at, in plain words, and which ones are meant. */
export interface Check {
  readonly check: string;
  readonly verdict: Verdict;
  readonly says: string;
  readonly which: readonly string[];
}

export const check = (
  name: string,
  verdict: Verdict,
  says: string,
  which: readonly string[] = [],
): Check => ({
  check: name,
  verdict,
  says,
  which,
});

/** Fine where there is none of what is looked for. */
export const none = (
  name: string,
  which: readonly string[],
  verdict: Verdict,
  [one, many, fine]: readonly [one: string, many: string, fine: string],
): Check =>
  which.length === 0
    ? check(name, 'fine', fine)
    : check(name, verdict, counted(which.length, one, many), which);
