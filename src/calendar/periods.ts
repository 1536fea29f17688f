import { z } from 'zod';
import { words } from '../words/index.js';
import { type Day, addDays, addMonths, dayNumber, daySchema } from './days.js';

/** Days of a report, both ends in. */
export const periodSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, 'a period ends on its first day or later');
export type Period = z.infer<typeof periodSchema> & {
  /** It was said as a year so far, and ends with a month today: it is no quarter and no month. */
  readonly yearSoFar?: true;
};

const { periods } = words;

/** From the first of this month on, so many calendar months. */
const monthsFrom = (first: Day, count: number): Period => ({
  from: first,
  to: addDays(addMonths(first, count), -1),
});

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** 1 April to 31 March, the year that councils report by. */
export const financialYearOf = (day: Day): Period => monthsFrom(financialYearFrom(day), 12);

/** The 1 April on which the year of a day began. */
export function financialYearFrom(day: Day): Day {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
  return `${year}-04-01`;
}

/** Of the financial year: April to June is its first. */
export function quarterOf(day: Day): Period {
  const month = Number(day.slice(5, 7));
  return monthsFrom(addMonths(firstOfMonth(day), -((month - 1) % 3)), 3);
}

export const within = (day: Day, { from, to }: Period): boolean => from <= day && day <= to;

/** The period that somebody names; undefined where nobody can tell which. Case and blanks are free. */
export function periodNamed(text: string, today: Day): Period | undefined {
  const name = text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  const relative = relativePeriods.get(name)?.(today);
  const period =
    relative ?? financialYearNamed(name) ?? monthNamed(name) ?? sinceNamed(name, today) ?? rangeNamed(name);
  const { data } = periodSchema.safeParse(period);
  return data !== undefined && name.startsWith('since') ? saidSince(data) : data;
}

/** Days since a day: from 1 April on they are the year so far, on the last day of a month too. */
export function saidSince({ from, to }: Period): Period {
  const soFar = from.endsWith('-04-01') && to <= financialYearOf(from).to;
  return soFar && wholeMonths({ from, to }) !== undefined ? { from, to, yearSoFar: true } : { from, to };
}

const relativePeriods = new Map<string, (today: Day) => Period>([
  ['thisquarter', quarterOf],
  ['lastquarter', (today) => periodBefore(quarterOf(today))],
  ['thisyear', financialYearOf],
  ['lastyear', (today) => periodBefore(financialYearOf(today))],
]);

/** 2016/17, 16/17, 2016-17, 2016/2017: the second year is the one after the first. */
function financialYearNamed(name: string): Period | undefined {
  const full = name.replace(/^\d{2}(?=[/\-–]\d{2}$)/, '20$&');
  const [, first = '', second = ''] = /^(\d{4})[/\-–](\d{2}|\d{4})$/.exec(full) ?? [];
  const next = String(Number(first) + 1);
  return first !== '' && next.endsWith(second) ? monthsFrom(`${first}-04-01`, 12) : undefined;
}

function monthNamed(name: string): Period | undefined {
  const [, word = '', year] = /^([a-z]{3,9})(\d{4})$/.exec(name) ?? [];
  const month = monthCalled(word);
  return month === undefined ? undefined : monthsFrom(`${year}-${month}-01`, 1);
}

/** '04' for April or Apr: three letters tell them apart. */
function monthCalled(word: string): string | undefined {
  const index =
    word.length < 3 ? -1 : periods.months.findIndex((month) => month.toLowerCase().startsWith(word));
  return index < 0 ? undefined : String(index + 1).padStart(2, '0');
}

/** 'April', 'apr', 'Sept'. */
export const isMonth = (word: string): boolean => monthCalled(word.toLowerCase()) !== undefined;

/**
 * Since April: the most recent one. In March that is last year's, never the one to come. Since April last year: months
 * are those of the calendar.
 */
function sinceNamed(name: string, today: Day): Period | undefined {
  const [, word = '', year] = /^since([a-z]{3,9}?)(\d{4}|lastyear)?$/.exec(name) ?? [];
  const month = monthCalled(word);
  if (month === undefined) return undefined;
  const thisYear = `${today.slice(0, 4)}-${month}-01`;
  const lastYear = addMonths(thisYear, -12);
  const latest = thisYear <= today ? thisYear : lastYear;
  const from = year === undefined ? latest : year === 'lastyear' ? lastYear : `${year}-${month}-01`;
  return { from, to: today };
}

/** As buttons write it; with 'since' in front for a year so far. */
function rangeNamed(name: string): Period | undefined {
  const [, from, to] = /^(?:since)?(\d{4}-\d{2}-\d{2})(?:\.{2,3}|to)(\d{4}-\d{2}-\d{2})$/.exec(name) ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** How many whole calendar months it is; undefined where it begins or ends within one. */
function wholeMonths({ from, to }: Period): number | undefined {
  const after = addDays(to, 1);
  if (!from.endsWith('-01') || !after.endsWith('-01')) return undefined;
  return monthNumber(after) - monthNumber(from);
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

const isFinancialYear = (period: Period): boolean =>
  period.from.endsWith('-04-01') && wholeMonths(period) === 12;

/** '2016/17', 'March 2026', 'April to June 2026', '3 April 2026 to 9 May 2026', '1 April 2026'. */
export function periodLabel(period: Period): string {
  const { from, to } = period;
  if (from === to) return longDay(from);
  if (isFinancialYear(period)) return `${from.slice(0, 4)}/${to.slice(2, 4)}`;
  const [first, last] = [monthText(from), monthText(to)];
  if (wholeMonths(period) === undefined) return periods.fromTo(longDay(from), longDay(to));
  if (first === last) return last;
  return periods.fromTo(from.slice(0, 4) === to.slice(0, 4) ? monthName(from) : first, last);
}

const monthName = (day: Day): string => periods.months[Number(day.slice(5, 7)) - 1] ?? '';

const monthText = (day: Day): string => periods.month(monthName(day), day.slice(0, 4));

/** '3 April 2026', for reports: it is the same whenever it is read. */
export const longDay = (day: Day): string => periods.day(Number(day.slice(8)), monthText(day));

/** A year so far stands beside the same days of the year before, whichever day it is. */
const comparedMonths = (period: Period): number | undefined =>
  period.yearSoFar === true ? undefined : wholeMonths(period);

/**
 * What a period is compared with: as many whole months before it; for a year so far (from 1 April) the same days a
 * year earlier; else as many days before it.
 */
export function periodBefore(period: Period): Period {
  const { from, to } = period;
  const count = comparedMonths(period);
  if (count !== undefined) return monthsFrom(addMonths(from, -count), count);
  if (from.endsWith('-04-01') && to <= financialYearOf(from).to)
    return { from: addMonths(from, -12), to: addMonths(to, -12) };
  const days = dayNumber(to) - dayNumber(from) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/**
 * What a period is compared with as at a day: one that is not over yet, with as much of the one before it. A month
 * that ends sooner there ends the comparison.
 */
export function comparedWith(period: Period, asAt: Day): Period {
  const before = periodBefore(period);
  if (asAt >= period.to || asAt < period.from) return before;
  const count = comparedMonths(period);
  const to =
    count === undefined
      ? addDays(before.from, dayNumber(asAt) - dayNumber(period.from))
      : addMonths(asAt, -count);
  return { from: before.from, to: to < before.to ? to : before.to };
}
