import { type Period, isMonth, periodNamed, saidSince } from '../calendar/periods.js';
import { words } from '../words/index.js';
import { meantBy } from './slips.js';

const { periods } = words;

/** A period, and which of the words it was. */
export interface PeriodHeard {
  readonly period: Period;
  readonly from: number;
  readonly length: number;
}

const { joins } = periods;
const longest = 5;
const ofTime = new Set<string>(periods.ofTime);

/** Words that are of time, whether or not they make a period: 'next winter' is asked about, never guessed. */
export const isOfTime = (word: string): boolean => /\d/.test(word) || ofTime.has(word) || isMonth(word);

/**
 * Every period among some words, the longest of those that begin at one word. Two that are joined are one, from the
 * first day to the last: where two are compared, 'to' joins nothing.
 */
export function periodsIn(said: readonly string[], today: string, comparing: boolean): PeriodHeard[] {
  const found: PeriodHeard[] = [];
  for (let from = 0; from < said.length; from += 1) {
    const joined = joinedAt(said, from, today, comparing);
    const heard = joined ?? exactAt(said, from, today);
    if (heard === undefined) continue;
    if (heard.period !== undefined) found.push({ ...heard, period: heard.period });
    from += heard.length - 1;
  }
  return found;
}

const exactAt = (said: readonly string[], from: number, today: string) =>
  longestAt(said, from, (text) => periodNamed(text, today));

/** Two periods as one; without a period where they make none, as 'since April this year' in March. */
function joinedAt(
  said: readonly string[],
  at: number,
  today: string,
  comparing: boolean,
): { period: Period | undefined; from: number; length: number } | undefined {
  const between = said[at] === joins.between;
  const from = between ? at + 1 : at;
  const since = said[from] === joins.since;
  const first = exactAt(said, from, today);
  const after = from + (first?.length ?? 1);
  const word = said[after] ?? '';
  const joint = joins.to.includes(word) || (between && word === joins.and);
  const second = exactAt(said, joint ? after + 1 : after, today);
  if (second === undefined || said[second.from] === joins.since) return undefined;
  // A month without a year is of that of the month it goes to. It is no period of its own, and compared with nothing.
  const began = first?.period ?? periodNamed(`${said[from]} ${said[second.from + 1]}`, today);
  if (began === undefined || (!joint && !since)) return undefined;
  if (joint && comparing && first !== undefined && !since) return undefined;
  const whole = { from: began.from, to: second.period.to };
  const length = second.from + second.length - at;
  if (!joint || whole.from > whole.to) return { period: undefined, from: at, length };
  return { period: since ? saidSince(whole) : whole, from: at, length };
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
