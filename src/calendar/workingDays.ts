import { type Holidays, bankHolidays } from './bankHolidays.js';
import { type Day, addDays, dayNumber, dayOfNumber, isWeekend } from './days.js';

/** Neither Saturday, Sunday nor a bank holiday of England and Wales. */
export const isWorkingDay = (day: Day, holidays: Holidays = bankHolidays): boolean =>
  !isWeekend(day) && !holidays.isBankHoliday(day);

/** Weekdays since Sunday 4 January 1970, up to and with this day. Negative before it. */
function weekdaysUpTo(number: number): number {
  const sinceSunday = number - 3;
  const weeks = Math.floor(sinceSunday / 7);
  return weeks * 5 + Math.min(sinceSunday - weeks * 7, 5);
}

/** Day number of the nth weekday in the count of `weekdaysUpTo`. */
function nthWeekday(n: number): number {
  const weeks = Math.floor((n - 1) / 5);
  return weeks * 7 + (n - weeks * 5) + 3;
}

/** Bank holidays on weekdays after `from`, up to and with `to`. */
function holidaysBetween(from: Day, to: Day, holidays: Holidays): number {
  let count = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const day of holidays.inYear(year)) if (day > from && day <= to && !isWeekend(day)) count++;
  return count;
}

/** The day after is day 1; n = 0 gives the day itself. */
export function addWorkingDays(day: Day, n: number, holidays: Holidays = bankHolidays): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`cannot add ${n} working days`);
  let reached = day;
  // Count weekdays, then as many again as were bank holidays on the way, until none were.
  for (let left = n; left > 0;) {
    const next = dayOfNumber(nthWeekday(weekdaysUpTo(dayNumber(reached)) + left));
    left = holidaysBetween(reached, next, holidays);
    reached = next;
  }
  return reached;
}

/** The last working day before this one. */
export function workingDayBefore(day: Day, holidays: Holidays = bankHolidays): Day {
  let before = addDays(day, -1);
  while (!isWorkingDay(before, holidays)) before = addDays(before, -1);
  return before;
}

/** The last working day before is day 1; n = 0 gives the day itself. */
export function workingDaysBefore(day: Day, n: number, holidays: Holidays = bankHolidays): Day {
  let before = day;
  for (let left = n; left > 0; left--) before = workingDayBefore(before, holidays);
  return before;
}

/** The day itself where it is a working day, else the next one that is. */
export function nextWorkingDay(day: Day, holidays: Holidays = bankHolidays): Day {
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, 1, holidays);
}

/**
 * Leaves out the earlier day and counts the later one; negative when `to` is before `from`. So from a Sunday
 * back to the Friday before it is 0: no working day has gone by since.
 */
export function workingDaysBetween(from: Day, to: Day, holidays: Holidays = bankHolidays): number {
  if (to < from) return 0 - workingDaysBetween(to, from, holidays);
  const weekdays = weekdaysUpTo(dayNumber(to)) - weekdaysUpTo(dayNumber(from));
  return weekdays - holidaysBetween(from, to, holidays);
}
