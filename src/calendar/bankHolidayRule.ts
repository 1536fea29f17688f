import { type Day, addDays, isWeekend, weekday } from './days.js';

export interface BankHoliday {
  readonly date: Day;
  readonly title: string;
}

/** One-off proclamations since 2010, and the ordinary holidays that they moved. */
const proclaimed: readonly BankHoliday[] = [
  { date: '2011-04-29', title: 'Royal wedding' },
  { date: '2012-06-04', title: 'Spring bank holiday' },
  { date: '2012-06-05', title: 'Queen’s Diamond Jubilee' },
  { date: '2020-05-08', title: 'Early May bank holiday (VE day)' },
  { date: '2022-06-02', title: 'Spring bank holiday' },
  { date: '2022-06-03', title: 'Platinum Jubilee bank holiday' },
  { date: '2022-09-19', title: 'Bank Holiday for the State Funeral of Queen Elizabeth II' },
  { date: '2023-05-08', title: 'Bank holiday for the coronation of King Charles III' },
];
const movedAway: ReadonlySet<Day> = new Set(['2012-05-28', '2020-05-04', '2022-05-30']);

/** The Gregorian reckoning of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return dated(year, month, date);
}

const dated = (year: number, month: number, date: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

const mondayFrom = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);

const lastMondayOf31 = (year: number, month: number): Day => mondayFrom(dated(year, month, 25));

/** Each on its own day where that is a weekday; then the others on the next weekday that is free. */
function substituted(holidays: readonly BankHoliday[]): BankHoliday[] {
  const placed = holidays.filter(({ date }) => !isWeekend(date));
  for (const { date, title } of holidays.filter((holiday) => !placed.includes(holiday))) {
    let free = date;
    while (isWeekend(free) || placed.some((other) => other.date === free)) free = addDays(free, 1);
    placed.push({ date: free, title });
  }
  return placed;
}

/** The bank holidays of England and Wales in a year from 2010: the ordinary rule and the proclaimed exceptions. */
export function bankHolidaysByRule(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  return [
    ...substituted([{ date: dated(year, 1, 1), title: 'New Year’s Day' }]),
    { date: addDays(easter, -2), title: 'Good Friday' },
    { date: addDays(easter, 1), title: 'Easter Monday' },
    { date: mondayFrom(dated(year, 5, 1)), title: 'Early May bank holiday' },
    { date: lastMondayOf31(year, 5), title: 'Spring bank holiday' },
    { date: lastMondayOf31(year, 8), title: 'Summer bank holiday' },
    ...substituted([
      { date: dated(year, 12, 25), title: 'Christmas Day' },
      { date: dated(year, 12, 26), title: 'Boxing Day' },
    ]),
    ...proclaimed.filter(({ date }) => date.startsWith(`${year}-`)),
  ]
    .filter(({ date }) => !movedAway.has(date))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
}
