import type { Holidays } from './bankHolidays.js';
import { type Day, type Instant, englishDay, englishHour, weekday } from './days.js';
import { workingDaysBetween } from './workingDays.js';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 'Mon 9 Mar', with the year when it is not today's. */
export function dayText(day: Day, today: Day): string {
  const year = day.slice(0, 4);
  const text = `${weekdays[weekday(day)]} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`;
  return year === today.slice(0, 4) ? text : `${text} ${year}`;
}

/**
 * '3 working days left', 'today', '2 working days late': today is left out, the due day is counted. A due day on
 * a weekend or bank holiday may have no working day between: then it is not yet, or no longer, in time.
 */
export function daysLeftText(due: Day, today: Day, holidays?: Holidays): string {
  if (due === today) return 'today';
  const left = workingDaysBetween(today, due, holidays);
  if (left === 0) return due > today ? 'no working days left after today' : 'passed';
  const count = Math.abs(left);
  return `${count} working ${count === 1 ? 'day' : 'days'} ${left > 0 ? 'left' : 'late'}`;
}

/** 'HH:MM' in London. */
export const timeText = (at: Instant): string => englishHour(at);

/** '09:14' when it is today, else 'Mon 9 Mar at 09:14'. */
export function atText(at: Instant, today: Day): string {
  const day = englishDay(at);
  return day === today ? timeText(at) : `${dayText(day, today)} at ${timeText(at)}`;
}
