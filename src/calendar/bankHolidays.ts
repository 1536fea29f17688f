import { z } from 'zod';
import shipped from './bank-holidays.json';
import { bankHolidaysByRule } from './bankHolidayRule.js';
import { type Day, daySchema } from './days.js';

/** No year since 1978 has had fewer: a file that gives a year gives the whole of it. */
const fewestInAYear = 8;

const yearOf = (day: Day): number => Number(day.slice(0, 4));

const divisionSchema = z
  .object({
    division: z.literal('england-and-wales'),
    events: z.array(z.object({ date: daySchema, title: z.string() })).min(1),
  })
  .superRefine(({ events }, context) => {
    const days = [...new Set(events.map(({ date }) => date))];
    const years = days.map(yearOf);
    for (let year = Math.min(...years); year <= Math.max(...years); year++) {
      const found = years.filter((other) => other === year).length;
      if (found < fewestInAYear)
        context.addIssue({
          code: 'custom',
          path: ['events'],
          message: `${year} has ${found} bank holidays: at least ${fewestInAYear} are wanted`,
        });
    }
  });

/** The government's file: https://www.gov.uk/bank-holidays/england-and-wales.json, or bank-holidays.json whole. */
export const bankHolidaysFileSchema = z.preprocess(
  (file) =>
    typeof file === 'object' && file !== null && 'england-and-wales' in file
      ? file['england-and-wales']
      : file,
  divisionSchema,
);

export interface Holidays {
  isBankHoliday(day: Day): boolean;
  /** Each day once, in order. */
  inYear(year: number): readonly Day[];
  /** Later than the file: by the rule, and a proclamation may still change it. */
  isProvisional(day: Day): boolean;
  /** The last day of the last year that the file gives. */
  givenUntil(): Day;
}
export type BankHolidays = Holidays;

/** The years of a file as it gives them, all others by the rule. Throws a ZodError that lists every problem. */
export function holidaysFrom(file: unknown): Holidays {
  const given = [...new Set(bankHolidaysFileSchema.parse(file).events.map(({ date }) => date))].toSorted();
  const lastYear = yearOf(given.at(-1) ?? '');
  const years = new Map<number, readonly Day[]>();
  for (const day of given) years.set(yearOf(day), [...(years.get(yearOf(day)) ?? []), day]);

  function inYear(year: number): readonly Day[] {
    const known = years.get(year);
    if (known) return known;
    const days = bankHolidaysByRule(year).map(({ date }) => date);
    years.set(year, days);
    return days;
  }

  return {
    inYear,
    isBankHoliday: (day) => inYear(yearOf(day)).includes(day),
    isProvisional: (day) => yearOf(day) > lastYear,
    givenUntil: () => `${lastYear}-12-31`,
  };
}

let inForce = holidaysFrom(shipped);

/** The operator's own file from now on, or the shipped one again: one-offs are proclaimed late. Throws as `holidaysFrom`. */
export function replaceBankHolidays(file: unknown = shipped): void {
  inForce = holidaysFrom(file);
}

/** The shipped ones, as proclaimed and published, or the operator's; then by the rule. */
export const bankHolidays: BankHolidays = {
  inYear: (year) => inForce.inYear(year),
  isBankHoliday: (day) => inForce.isBankHoliday(day),
  isProvisional: (day) => inForce.isProvisional(day),
  givenUntil: () => inForce.givenUntil(),
};
