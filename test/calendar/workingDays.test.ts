import * as fc from 'fast-check';
import { bankHolidaysByRule } from '../../src/calendar/bankHolidayRule.js';
import { bankHolidays, holidaysFrom } from '../../src/calendar/bankHolidays.js';
import { addDays } from '../../src/calendar/days.js';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDayBefore,
  workingDaysBetween,
} from '../../src/calendar/workingDays.js';
import { anyDay } from './anyDay.js';
import { realHolidays } from './realHolidays.js';

const dayLength = 86_400_000;

/** The slow way: one day after another, with a list and JavaScript's own weekdays. */
function walk(day: string, n: number): string {
  let time = Date.parse(day);
  for (let left = n; left > 0;) {
    time += dayLength;
    const weekend = [0, 6].includes(new Date(time).getUTCDay());
    if (!weekend && !realHolidays.includes(new Date(time).toISOString().slice(0, 10))) left--;
  }
  return new Date(time).toISOString().slice(0, 10);
}

const listedDay = fc
  .integer({ min: Date.UTC(2019, 11, 31) / dayLength, max: Date.UTC(2026, 5, 30) / dayLength })
  .map((number) => new Date(number * dayLength).toISOString().slice(0, 10));
const fewDays = fc.integer({ min: 0, max: 120 });

describe('a working day', () => {
  it.each([
    ['2026-03-09', true],
    ['2026-03-07', false],
    ['2026-03-08', false],
    ['2026-04-03', false],
    ['2024-02-29', true],
  ])('%s: %s', (day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });

  it('before or from another passes over weekends and bank holidays', () => {
    expect(workingDayBefore('2026-03-10')).toBe('2026-03-09');
    expect(workingDayBefore('2026-03-09')).toBe('2026-03-06');
    expect(workingDayBefore('2026-04-07')).toBe('2026-04-02');
    expect(nextWorkingDay('2026-04-02')).toBe('2026-04-02');
    expect(nextWorkingDay('2026-04-03')).toBe('2026-04-07');
  });
});

describe('adding working days', () => {
  it.each([
    ['2024-03-25', 20, '2024-04-24'],
    ['2024-06-03', 20, '2024-07-01'],
    ['2025-12-19', 20, '2026-01-21'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-27', 1, '2026-03-30'],
    ['2026-10-23', 1, '2026-10-26'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-07', 0, '2026-03-07'],
    ['2026-12-24', 1, '2026-12-29'],
  ])('%s and %i is %s', (day, n, then) => {
    expect(addWorkingDays(day, n)).toBe(then);
  });

  it('comes to the same as walking day by day with a list', () => {
    fc.assert(
      fc.property(listedDay, fewDays, (day, n) => {
        expect(addWorkingDays(day, n)).toBe(walk(day, n));
      }),
      { numRuns: 1000 },
    );
  });

  it('lands on a working day, which next and before agree with', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = addWorkingDays(day, 1);
        expect(isWorkingDay(next)).toBe(true);
        expect(nextWorkingDay(addDays(day, 1))).toBe(next);
        expect(addWorkingDays(workingDayBefore(day), 1)).toBe(nextWorkingDay(day));
      }),
    );
  });

  it('never comes earlier for a holiday more', () => {
    const years = Array.from({ length: 73 }, (_, i) => 1989 + i);
    const events = years.flatMap(bankHolidaysByRule);
    fc.assert(
      fc.property(anyDay, fewDays, fc.integer({ min: 0, max: 200 }), (day, n, later) => {
        const proclaimed = { date: addDays(day, later), title: 'Proclaimed late' };
        const holidays = holidaysFrom({ division: 'england-and-wales', events: [...events, proclaimed] });
        const before = addWorkingDays(day, n);
        const after = addWorkingDays(day, n, holidays);
        expect(after >= before).toBe(true);
        const onTheWay = later > 0 && proclaimed.date <= before && isWorkingDay(proclaimed.date);
        expect(after).toBe(onTheWay ? addWorkingDays(day, n + 1) : before);
      }),
    );
  });

  it('keeps to the holidays that are given', () => {
    const events = [...bankHolidays.inYear(2026), '2026-03-09', '2026-03-14'];
    const holidays = holidaysFrom({
      division: 'england-and-wales',
      events: events.map((date) => ({ date, title: '' })),
    });
    expect(isWorkingDay('2026-03-09', holidays)).toBe(false);
    expect(workingDayBefore('2026-03-10', holidays)).toBe('2026-03-06');
    expect(nextWorkingDay('2026-03-07', holidays)).toBe('2026-03-10');
    expect(workingDaysBetween('2026-03-06', '2026-03-16', holidays)).toBe(5);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d', (n) => {
    expect(() => addWorkingDays('2026-03-09', n)).toThrow(RangeError);
  });
});

describe('working days between two days', () => {
  it.each([
    ['2026-03-04', '2026-03-09', 3],
    ['2026-03-09', '2026-03-09', 0],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-03-09', '2026-03-04', -3],
    ['2026-03-08', '2026-03-06', 0],
    ['2026-04-02', '2026-04-07', 1],
    ['2025-12-19', '2026-01-21', 20],
    ['2025-01-01', '2025-12-31', 253],
  ])('from %s to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(from, to)).toBe(count);
  });

  it('is the inverse of adding them', () => {
    fc.assert(
      fc.property(anyDay, fewDays, (day, n) => {
        expect(workingDaysBetween(day, addWorkingDays(day, n))).toBe(n);
      }),
    );
  });

  it('adds up over a day between', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (one, two, three) => {
        const thereAndOn = workingDaysBetween(one, two) + workingDaysBetween(two, three);
        expect(thereAndOn).toBe(workingDaysBetween(one, three));
      }),
    );
  });
});
