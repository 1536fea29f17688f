import { words } from '../words/index.js';
import type { Holidays } from './bankHolidays.js';
import { type Day, type Instant, englishDay, englishHour, weekday } from './days.js';
import { workingDaysBetween } from './workingDays.js';

const { days } = words;

/** 'Mon 9 Mar', with the year when it is not today's. */
export function dayText(day: Day, today: Day): string {
  const year = day.slice(0, 4);
  const month = days.months[Number(day.slice(5, 7)) - 1] ?? '';
  const text = days.day(days.weekdays[weekday(day)] ?? '', Number(day.slice(8)), month);
  return year === today.slice(0, 4) ? text : days.inYear(text, year);
}

/**
 * '3 working days left', 'today', '2 working days late': today is left out, the due day is counted. A due day on
 * a weekend or bank holiday may have no working day between: then it is not yet, or no longer, in time.
 */
export function daysLeftText(due: Day, today: Day, holidays?: Holidays): string {
  if (due === today) return days.dueToday;
  const left = workingDaysBetween(today, due, holidays);
  if (left === 0) return due > today ? days.noneLeft : days.passed;
  return left > 0 ? days.left(left) : days.late(-left);
}

/** 'HH:MM' in London. */
export const timeText = (at: Instant): string => englishHour(at);

/** '09:14' when it is today, else 'Mon 9 Mar at 09:14'. */
export function atText(at: Instant, today: Day): string {
  const day = englishDay(at);
  return day === today ? timeText(at) : days.dayAndTime(dayText(day, today), timeText(at));
}

/** 'at 09:14' when it is today, else 'on Mon 9 Mar at 09:14'. */
export const atOrOnText = (at: Instant, today: Day): string =>
  englishDay(at) === today ? days.atTime(timeText(at)) : days.onDay(atText(at, today));
