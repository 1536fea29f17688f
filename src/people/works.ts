import { type Holidays, bankHolidays } from '../calendar/bankHolidays.js';
import { addDays, type Day, weekday } from '../calendar/days.js';

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const mondayToFriday: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

/** A weekday by its name, short or long; 0 is Sunday. */
function numberOf(name: string): number | undefined {
  const long = /^(sun|mon|tues|wednes|thurs|fri|satur)day$/.test(name);
  const found = names.indexOf(long ? name.slice(0, 3) : name);
  return found < 0 ? undefined : found;
}

/**
 * The weekdays of the column *works*: 'mon-thu', 'mon;tue;wed', 'Monday to Wednesday, Friday'. Empty is Monday to
 * Friday; undefined: nobody can tell.
 */
export function weekdaysIn(works: string): ReadonlySet<number> | undefined {
  const parts = works
    .toLowerCase()
    .replaceAll(/\s*(-|–|\bto\b)\s*/g, '-')
    .split(/[;,\s]+|\band\b/)
    .filter((part) => part !== '');
  if (parts.length === 0) return mondayToFriday;
  const days = new Set<number>();
  for (const part of parts) {
    const ends = part.split('-').map(numberOf);
    const [first, last] = [ends[0], ends.at(-1)];
    if (ends.length > 2 || first === undefined || last === undefined) return undefined;
    // A week begins on Monday: 'fri-sun' is three days, 'sun-tue' is none that anybody means.
    const [from, to] = [(first + 6) % 7, (last + 6) % 7];
    if (from > to) return undefined;
    for (let day = from; day <= to; day += 1) days.add((day + 1) % 7);
  }
  return days;
}

/** As much of a person as says on which days they work. */
export interface Worker {
  readonly works?: string | undefined;
}

/** One of somebody's own working days; bank holidays are nobody's. What cannot be read is Monday to Friday. */
export const worksOn = ({ works = '' }: Worker, day: Day, holidays: Holidays = bankHolidays): boolean =>
  (weekdaysIn(works) ?? mondayToFriday).has(weekday(day)) && !holidays.isBankHoliday(day);

/** The first of somebody's own working days after a day; who works on none within a month is taken as there the next day. */
export function nextWorksOn(person: Worker, after: Day): Day {
  for (let day = addDays(after, 1); day <= addDays(after, 31); day = addDays(day, 1))
    if (worksOn(person, day)) return day;
  return addDays(after, 1);
}

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));
