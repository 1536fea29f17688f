import * as fc from 'fast-check';
import { addDays, daysBetween } from '../../src/calendar/days.js';
import {
  comparedWith,
  financialYearOf,
  periodBefore,
  periodLabel,
  periodNamed,
  quarterOf,
  within,
} from '../../src/calendar/periods.js';
import { anyDay } from './anyDay.js';

const year = '2016-04-01..2017-03-31';
const named = (text: string, today = '2026-11-24') => {
  const period = periodNamed(text, today);
  return period === undefined ? undefined : `${period.from}..${period.to}`;
};

describe('a period by its name', () => {
  it.each([
    ['2016/17', year],
    ['2016-17', year],
    ['2016/2017', year],
    ['1999/00', '1999-04-01..2000-03-31'],
    ['2016-04-01..2017-03-31', year],
    ['2026-03-09..2026-03-09', '2026-03-09..2026-03-09'],
    ['March 2026', '2026-03-01..2026-03-31'],
    ['feb 2024', '2024-02-01..2024-02-29'],
    ['this quarter', '2026-10-01..2026-12-31'],
    ['last quarter', '2026-07-01..2026-09-30'],
    ['this year', '2026-04-01..2027-03-31'],
    ['last year', '2025-04-01..2026-03-31'],
    ['since April', '2026-04-01..2026-11-24'],
  ])('%s is %s', (text, period) => {
    expect(named(text)).toBe(period);
  });

  it.each([
    [' 2016 / 17 ', '2016/17'],
    ['2016–17', '2016/17'],
    ['LAST  Quarter', 'last quarter'],
    ['lastquarter', 'last quarter'],
    ['Since april', 'since April'],
    ['march  2026', 'March 2026'],
    ['MARCH2026', 'March 2026'],
    ['2016-04-01 .. 2017-03-31', '2016/17'],
    ['2016-04-01…2017-03-31', '2016/17'],
  ])('forgives "%s" for %s', (slip, meant) => {
    expect(named(slip)).toBe(named(meant));
  });

  it.each([
    '',
    '2016',
    '2016/18',
    '2016/15',
    'Marchember 2026',
    'March',
    'last',
    '2026-02-30..2026-03-01',
    '2026-03-31..2026-03-01',
    '9999/00',
    'constructor',
    '__proto__',
  ])('"%s" is none', (text) => {
    expect(named(text)).toBeUndefined();
  });

  it.each([
    ['2026-03-31', '2025-04-01..2026-03-31'],
    ['2026-04-01', '2026-04-01..2026-04-01'],
    ['2027-01-01', '2026-04-01..2027-01-01'],
  ])('since April, on %s, is %s: never an April to come', (today, period) => {
    expect(named('since April', today)).toBe(period);
  });

  it.each([
    ['2026-03-02', '2025-04-01..2026-03-02'],
    ['2026-05-20', '2025-04-01..2026-05-20'],
  ])('since April last year, on %s, is %s: months are those of the calendar', (today, period) => {
    expect(named('since April last year', today)).toBe(period);
  });

  it.each([
    ['2026-01-01', '2025-10-01..2025-12-31'],
    ['2026-03-31', '2025-10-01..2025-12-31'],
    ['2026-04-01', '2026-01-01..2026-03-31'],
    ['2026-09-30', '2026-04-01..2026-06-30'],
  ])('the last quarter on %s is %s', (today, period) => {
    expect(named('last quarter', today)).toBe(period);
  });
});

describe('what a period is called', () => {
  it.each([
    ['2016/17', '2016/17'],
    ['1999/00', '1999/00'],
    ['March 2026', 'March 2026'],
    ['last quarter', 'July to September 2026'],
    ['2025-10-01..2026-01-31', 'October 2025 to January 2026'],
    ['2026-01-01..2026-12-31', 'January to December 2026'],
    ['since April', '1 April 2026 to 24 November 2026'],
    ['2026-04-01..2026-04-01', '1 April 2026'],
  ])('%s: %s', (text, label) => {
    const period = periodNamed(text, '2026-11-24');
    expect(period === undefined ? undefined : periodLabel(period)).toBe(label);
  });
});

describe('the period before', () => {
  it.each([
    ['2016/17', '2015-04-01..2016-03-31'],
    ['March 2024', '2024-02-01..2024-02-29'],
    ['this quarter', '2026-07-01..2026-09-30'],
    ['2026-04-01..2026-11-24', '2025-04-01..2025-11-24'],
    ['2026-03-09..2026-03-13', '2026-03-04..2026-03-08'],
  ])('%s is %s', (text, before) => {
    const period = periodNamed(text, '2026-11-24');
    if (period === undefined) throw new Error(`${text} is no period`);
    const { from, to } = periodBefore(period);
    expect(`${from}..${to}`).toBe(before);
  });
});

describe('what a period is compared with', () => {
  it.each([
    ['2016/17', '2026-11-24', '2015-04-01..2016-03-31'],
    ['2026/27', '2026-11-24', '2025-04-01..2025-11-24'],
    ['2026/27', '2027-03-31', '2025-04-01..2026-03-31'],
    ['2027/28', '2028-02-29', '2026-04-01..2027-02-28'],
    ['March 2026', '2026-03-30', '2026-02-01..2026-02-28'],
    ['2026-10-01..2026-12-31', '2026-11-24', '2026-07-01..2026-08-24'],
    ['2026-03-09..2026-03-13', '2026-03-10', '2026-03-04..2026-03-05'],
    ['since April', '2026-06-29', '2025-04-01..2025-06-29'],
    ['since April', '2026-06-30', '2025-04-01..2025-06-30'],
    ['since 2026-04-01..2026-06-30', '2026-06-30', '2025-04-01..2025-06-30'],
    ['since April', '2026-04-30', '2025-04-01..2025-04-30'],
    ['this quarter', '2026-06-30', '2026-01-01..2026-03-31'],
  ])('%s as at %s is %s', (text, asAt, compared) => {
    const period = periodNamed(text, asAt);
    if (period === undefined) throw new Error(`${text} is no period`);
    const { from, to } = comparedWith(period, asAt);
    expect(`${from}..${to}`).toBe(compared);
  });
});

describe('any day', () => {
  it('is in its financial year and in its quarter, and the quarter in the year', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [whole, quarter] = [financialYearOf(day), quarterOf(day)];
        expect([within(day, whole), within(day, quarter)]).toEqual([true, true]);
        expect([within(quarter.from, whole), within(quarter.to, whole)]).toEqual([true, true]);
      }),
    );
  });

  it('begins a range that comes before the next one, and is found again by its two days', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(800), (from, length) => {
        const period = { from, to: addDays(from, length) };
        expect(periodNamed(`${period.from}..${period.to}`, from)).toEqual(period);
        const before = periodBefore(period);
        expect(before.to < period.to && before.from < period.from).toBe(true);
        expect(from.endsWith('04-01') || daysBetween(before.to, from) === 1).toBe(true);
      }),
    );
  });
});
