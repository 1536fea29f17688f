/** Periods of a report and their days in full, as they are said and as they may be written. */
export const periods = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  month: (month: string, year: string) => `${month} ${year}`,
  day: (date: number, monthAndYear: string) => `${date} ${monthAndYear}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,

  /** What a period may be called, for whoever called it something else. */
  examples:
    '2016/17, last quarter, this quarter, last year, this year, since April, March 2026, or 2026-01-01..2026-03-31',
  /** On buttons, and understood as they stand there. */
  thisYear: 'this year',
  lastYear: 'last year',
  lastQuarter: 'last quarter',
  sinceApril: 'since April',
};
