import { words } from '../words/index.js';
import { type Day, addDays, daySchema, weekday } from './days.js';

const { periods, writtenDays } = words;

/** A day without a year is of this one, or of the next where it would be further back than this, in days. */
const lookingBack = 60;

/**
 * The day that somebody writes: 'Mon 9 Mar', '9th March 2026', '9/3', '09/03/26', 'tomorrow', 'Friday' (the
 * next one after today) or '2026-03-09'. Undefined where nobody can tell which, or the weekday is not that day's.
 * Case, commas and blanks are free. `first`: the first day of what ends on this one, from which it is looked for.
 */
export function writtenDay(text: string, today: Day, first = today): Day | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[,\s]+/g, ' ')
    .trim();
  if (plain === writtenDays.today) return today;
  if (plain === writtenDays.tomorrow) return addDays(today, 1);
  const from = first > today ? first : today;
  const only = weekdayNamed(plain);
  if (only !== undefined) return nextWeekday(only, from);
  const [, name, rest = plain] = /^([a-z]+) (\d.*)$/.exec(plain) ?? [];
  const days = [isoDay(rest) ?? [], inFigures(rest, from), inWords(rest, from)].flat();
  return name === undefined ? days[0] : days.find((day) => weekdayNamed(name) === weekday(day));
}

const isoDay = (text: string): Day | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? daySchema.safeParse(text).data : undefined;

/** As the British write it, the day first. */
function inFigures(text: string, today: Day): Day[] {
  const [, day = '', month = '', year] = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d\d))?$/.exec(text) ?? [];
  return day === '' ? [] : daysOf(day, Number(month), year, today);
}

function inWords(text: string, today: Day): Day[] {
  const [, day = '', name = '', year] =
    /^(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})(?: (\d{4}))?$/.exec(text) ?? [];
  const month = periods.months.findIndex((each) => isShort(name, each));
  return month < 0 ? [] : daysOf(day, month + 1, year, today);
}

/** Of one that has just passed the next one too: where a weekday is written, it says which is meant. */
function daysOf(day: string, month: number, year: string | undefined, today: Day): Day[] {
  const inYear = (each: string) =>
    daySchema.safeParse(`${each}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`).data ?? [];
  if (year !== undefined) return [inYear(year.length === 2 ? `20${year}` : year)].flat();
  const thisYear = Number(today.slice(0, 4));
  const earliest = addDays(today, -lookingBack);
  // In January, 20 December is last month's.
  const [nearest, next] = [thisYear - 1, thisYear, thisYear + 1]
    .flatMap((each) => inYear(String(each)))
    .filter((each) => each >= earliest);
  return [nearest ?? [], nearest !== undefined && nearest < today ? (next ?? []) : []].flat();
}

/** 'mar', 'sept' or 'march'. */
const isShort = (word: string, whole: string): boolean =>
  word.length >= 3 && whole.toLowerCase().startsWith(word);

/** 0 is Sunday, as in `weekday`. */
function weekdayNamed(word: string): number | undefined {
  const { weekdays } = writtenDays;
  const found = Object.values(weekdays).findIndex((each) => isShort(word, each));
  return found < 0 ? undefined : found;
}

function nextWeekday(wanted: number, today: Day): Day {
  const ahead = (wanted - weekday(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}
