import { ZodError } from 'zod';
import shipped from '../../src/calendar/bank-holidays.json';
import { bankHolidays, bankHolidaysFileSchema, holidaysFrom } from '../../src/calendar/bankHolidays.js';
import { bankHolidaysByRule } from '../../src/calendar/bankHolidayRule.js';
import { realHolidays } from './realHolidays.js';

const years = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('the bank holidays of England and Wales', () => {
  it('are in the shipped file as the rule and the proclamations have them', () => {
    expect(shipped).toEqual({
      division: 'england-and-wales',
      events: years(2010, 2027).flatMap(bankHolidaysByRule),
    });
  });

  it('are the real ones of 2020 to 2026', () => {
    expect(years(2020, 2026).flatMap((year) => bankHolidays.inYear(year))).toEqual(realHolidays);
  });

  it.each([
    ['2011-04-29', 'Royal wedding'],
    ['2012-06-05', 'Queen’s Diamond Jubilee'],
    ['2020-05-08', 'Early May bank holiday (VE day)'],
    ['2021-12-27', 'Christmas Day'],
    ['2021-12-28', 'Boxing Day'],
    ['2022-01-03', 'New Year’s Day'],
    ['2022-06-02', 'Spring bank holiday'],
    ['2022-12-26', 'Boxing Day'],
    ['2022-12-27', 'Christmas Day'],
    ['2024-03-29', 'Good Friday'],
    ['2024-04-01', 'Easter Monday'],
  ])('%s was %s', (date, title) => {
    expect(shipped.events).toContainEqual({ date, title });
  });

  it.each(['2012-05-28', '2020-05-04', '2022-05-30', '2021-12-25', '2022-01-01', '2024-12-27'])(
    '%s was none',
    (day) => {
      expect(bankHolidays.isBankHoliday(day)).toBe(false);
    },
  );

  it.each([
    [2008, '2008-03-24'],
    [2011, '2011-04-25'],
    [2038, '2038-04-26'],
    [2049, '2049-04-19'],
  ])('Easter Monday of %i is %s', (year, date) => {
    expect(bankHolidaysByRule(year)).toContainEqual({ date, title: 'Easter Monday' });
  });

  it('follow the rule after the file, provisionally', () => {
    expect(bankHolidays.inYear(2033)).toEqual([
      '2033-01-03',
      '2033-04-15',
      '2033-04-18',
      '2033-05-02',
      '2033-05-30',
      '2033-08-29',
      '2033-12-26',
      '2033-12-27',
    ]);
    expect(bankHolidays.isBankHoliday('2033-12-27')).toBe(true);
    expect(bankHolidays.isProvisional('2028-01-03')).toBe(true);
    expect(bankHolidays.isProvisional('2027-12-28')).toBe(false);
  });
});

const ofYear = (year: number, ...more: string[]) => ({
  division: 'england-and-wales',
  events: [...bankHolidaysByRule(year), ...more.map((date) => ({ date, title: 'Proclaimed late' }))],
});

describe("an operator's own file", () => {
  it('brings a day proclaimed late, and leaves other years to the rule', () => {
    const holidays = holidaysFrom(ofYear(2028, '2028-06-16'));
    expect(holidays.isBankHoliday('2028-06-16')).toBe(true);
    expect(holidays.isBankHoliday('2022-09-19')).toBe(true);
    expect(holidays.isBankHoliday('2029-12-25')).toBe(true);
    expect(holidays.isProvisional('2028-06-16')).toBe(false);
    expect(holidays.isProvisional('2029-12-25')).toBe(true);
  });

  it('may be the one of all three divisions, with its notes and bunting', () => {
    const { division, events } = ofYear(2028, '2028-06-16');
    const marked = events.map((event) => ({ ...event, notes: '', bunting: true }));
    const holidays = holidaysFrom({
      'england-and-wales': { division, events: marked },
      scotland: { division: 'scotland', events: [{ title: 'St Andrew’s Day', date: '2028-11-30' }] },
    });
    expect(holidays.isBankHoliday('2028-06-16')).toBe(true);
    expect(holidays.isBankHoliday('2028-11-30')).toBe(false);
  });

  it('counts a day that is listed twice once', () => {
    expect(holidaysFrom(ofYear(2028, '2028-12-25')).inYear(2028)).toHaveLength(8);
  });

  it.each([
    ['another division', { ...ofYear(2028), division: 'scotland' }],
    ['no events', { division: 'england-and-wales', events: [] }],
    ['a day that does not exist', ofYear(2028, '2028-02-30')],
    ['no object', 'bank holidays'],
    ['nothing', null],
  ])('is refused with %s', (_, file) => {
    expect(() => holidaysFrom(file)).toThrow(ZodError);
  });

  it('is refused when a year is not given whole, naming each', () => {
    const file = ofYear(2028, '2030-05-06');
    expect(bankHolidaysFileSchema.safeParse(file).error?.issues.map(({ message }) => message)).toEqual([
      '2029 has 0 bank holidays: at least 8 are wanted',
      '2030 has 1 bank holidays: at least 8 are wanted',
    ]);
  });
});
