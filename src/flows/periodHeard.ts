import { type Period, periodNamed } from '../calendar/periods.js';
import { words } from '../words/index.js';
import { meantBy } from './slips.js';

const { periods } = words;

/** A period, and which of the words it was. */
export interface PeriodHeard {
  readonly period: Period;
  readonly from: number;
  readonly length: number;
}

const longest = 5;
const ofTime = new Set<string>(periods.ofTime);

/** Words that are of time, whether or not they make a period: 'next winter' is asked about, never guessed. */
export const isOfTime = (word: string): boolean => /\d/.test(word) || ofTime.has(word);

/** Every period among some words, the longest of those that begin at one word. */
export function periodsIn(said: readonly string[], today: string): PeriodHeard[] {
  const found: PeriodHeard[] = [];
  for (let from = 0; from < said.length; from += 1) {
    const heard = longestAt(said, from, (text) => periodNamed(text, today));
    if (heard !== undefined) {
      found.push(heard);
      from += heard.length - 1;
    }
  }
  return found;
}

/** The same for words with a slip in them: 'lst quarter', 'since aprl', 'Marhc 2026'. */
export function slippedPeriodsIn(said: readonly string[], today: string): PeriodHeard[] {
  const heard = said.flatMap((_, from) => {
    const at = longestAt(said, from, (text) => slipped(text, today));
    return at === undefined ? [] : [at];
  });
  return heard.slice(0, 1);
}

function longestAt(
  said: readonly string[],
  from: number,
  read: (text: string) => Period | undefined,
): PeriodHeard | undefined {
  for (let length = Math.min(longest, said.length - from); length > 0; length -= 1) {
    const period = read(said.slice(from, from + length).join(' '));
    if (period !== undefined) return { period, from, length };
  }
  return undefined;
}

const relative = [periods.thisYear, periods.lastYear, periods.lastQuarter, periods.thisQuarter];
const months = periods.months.map((month) => month.toLowerCase());
const since = months.map((month) => periods.since(month));

function slipped(text: string, today: string): Period | undefined {
  const [, word = '', year = ''] = /^(.*?)( \d{4})?$/.exec(text) ?? [];
  const names = year === '' ? [...relative, ...since] : [...months, ...since];
  const meant = meantBy(
    word,
    names.map((name) => [name, name]),
  );
  return meant === undefined ? undefined : periodNamed(`${meant}${year}`, today);
}
