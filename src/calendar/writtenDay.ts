import { words } from '../words/index.js';
import { type Day, addDays, daySchema, weekday } from './days.js';

const { periods, writtenDays } = words;

/** A day without a year is of this one, or of the next where it would be further back than this, in days. */
const lookingBack = 60;

/**
 * The day that somebody writes: 'Mon 9 Mar', '9th March 2026', '9/3', '09/03/26', 'tomorrow', 'Friday' (the
 * next one after today) or '2026-03-09'. Undefined where nobody can tell which, or the weekday is not that day's.
 * Case, commas and blanks are free.
 */
export function writtenDay(text: string, today: Day): Day | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[,\s]+/g, ' ')
    .trim();
  if (plain === writtenDays.today) return today;
  if (plain === writtenDays.tomorrow) return addDays(today, 1);
  const only = weekdayNamed(plain);
  if (only !== undefined) return nextWeekday(only, today);
  const [, name, rest = plain] = /^([a-z]+) (\d.*)$/.exec(plain) ?? [];
  const day = isoDay(rest) ?? inFigures(rest, today) ?? inWords(rest, today);
  if (day === undefined || name === undefined) return day;
  return weekdayNamed(name) === weekday(day) ? day : undefined;
}

const isoDay = (text: string): Day | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? daySchema.safeParse(text).data : undefined;

/** As the British write it, the day first. */
function inFigures(text: string, today: Day): Day | undefined {
  const [, day = '', month = '', year] = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d\d))?$/.exec(text) ?? [];
  return day === '' ? undefined : dayOf(day, Number(month), year, today);
}

function inWords(text: string, today: Day): Day | undefined {
  const [, day = '', name = '', year] =
    /^(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})(?: (\d{4}))?$/.exec(text) ?? [];
  const month = periods.months.findIndex((each) => isShort(name, each));
  return month < 0 ? undefined : dayOf(day, month + 1, year, today);
}

function dayOf(day: string, month: number, year: string | undefined, today: Day): Day | undefined {
  const inYear = (each: string) =>
    daySchema.safeParse(`${each}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`).data;
  if (year !== undefined) return inYear(year.length === 2 ? `20${year}` : year);
  const thisYear = Number(today.slice(0, 4));
  const earliest = addDays(today, -lookingBack);
  // In January, 20 December is last month's.
  return [thisYear - 1, thisYear, thisYear + 1]
    .map((each) => inYear(String(each)))
    .find((each) => each !== undefined && each >= earliest);
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
