import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  atHour,
  byEndOf,
  daySchema,
  daysBetween,
  englishDay,
  englishHour,
  parseBritishDay,
  startOfDay,
} from '../../src/calendar/days.js';
import { anyDay } from './anyDay.js';

describe('a day', () => {
  it.each(['2026-03-09', '2024-02-29', '2000-02-29'])('is a real one: %s', (day) => {
    expect(daySchema.safeParse(day).success).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-3-9',
    '0026-03-09',
    '2026-03-09T00:00Z',
    '',
  ])('is not %j', (day) => {
    expect(daySchema.safeParse(day).success).toBe(false);
  });
});

describe('the English day of an instant', () => {
  it.each([
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01'],
    ['2026-06-30T23:30Z', '2026-07-01'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['2026-03-28T23:30:00Z', '2026-03-28'],
    ['2026-03-29T23:00:00Z', '2026-03-30'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2024-02-28T23:30:00Z', '2024-02-28'],
    ['2024-02-29T00:00:00Z', '2024-02-29'],
  ])('%s is %s', (at, day) => {
    expect(englishDay(at)).toBe(day);
  });

  it('is what Intl says it is in London', () => {
    const intl = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const between = { min: new Date('1990-01-01'), max: new Date('2037-01-01'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(between), (date) => {
        const at = date.toISOString();
        const [year, month, day] = englishDay(at).split('-');
        expect(`${day}/${month}/${year}, ${englishHour(at)}`).toBe(intl.format(date));
      }),
    );
  });

  it('is over at the same instant for one and for many', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -48 * 60, max: 48 * 60 }), (day, minutes) => {
        const at = new Date(Date.parse(day) + minutes * 60_000).toISOString();
        expect(byEndOf(day)(at)).toBe(englishDay(at) <= day);
      }),
    );
  });

  it('refuses what is no instant', () => {
    expect(() => englishDay('soon')).toThrow(RangeError);
  });
});

describe('an hour of an English day', () => {
  it('starts the day at midnight in London', () => {
    expect(startOfDay('2026-01-15')).toBe('2026-01-15T00:00:00.000Z');
    expect(startOfDay('2026-07-01')).toBe('2026-06-30T23:00:00.000Z');
  });

  it('changes from winter to summer on 29 March 2026', () => {
    expect(startOfDay('2026-03-29')).toBe('2026-03-29T00:00:00.000Z');
    expect(atHour('2026-03-29', '00:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(atHour('2026-03-29', '02:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(atHour('2026-03-29', '08:00')).toBe('2026-03-29T07:00:00.000Z');
    expect(startOfDay('2026-03-30')).toBe('2026-03-29T23:00:00.000Z');
  });

  it('takes an hour that the spring change leaves out as one later', () => {
    expect(atHour('2026-03-29', '01:30')).toBe(atHour('2026-03-29', '02:30'));
  });

  it('changes from summer to winter on 25 October 2026', () => {
    expect(startOfDay('2026-10-25')).toBe('2026-10-24T23:00:00.000Z');
    expect(atHour('2026-10-25', '02:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(atHour('2026-10-25', '08:00')).toBe('2026-10-25T08:00:00.000Z');
    expect(startOfDay('2026-10-26')).toBe('2026-10-26T00:00:00.000Z');
  });

  it('takes an hour that the autumn change repeats as its first time', () => {
    expect(atHour('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('agrees with the English day: a day starts as the one before ends', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOfDay(day);
        expect(englishDay(start)).toBe(day);
        expect(englishHour(start)).toBe('00:00');
        expect(englishDay(new Date(Date.parse(start) - 1).toISOString())).toBe(addDays(day, -1));
        expect(englishHour(atHour(day, '08:00'))).toBe('08:00');
        expect(englishDay(atHour(day, '23:59'))).toBe(day);
      }),
    );
  });

  it('refuses what is no hour', () => {
    expect(() => atHour('2026-03-09', '25:00')).toThrow(RangeError);
  });
});

describe('adding days and months', () => {
  it('passes over months, leap days and clock changes', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-09', 3, '2026-03-09'],
    ['2026-06-15', 6, '2026-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });

  it('counts calendar days, either way', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9999, max: 9999 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });
});

describe('a day as English case systems write it', () => {
  it('is read', () => {
    expect(parseBritishDay('09/03/2026')).toBe('2026-03-09');
    expect(parseBritishDay('29/02/2024')).toBe('2024-02-29');
  });

  it.each([
    '9/3/2026',
    '29/02/2026',
    '03/31/2026',
    '09/03/26',
    '09-03-2026',
    ' 09/03/2026',
    '09/03/2026\n',
    '09/03/0026',
    '',
  ])('is not guessed from %j', (text) => {
    expect(parseBritishDay(text)).toBeUndefined();
  });
});
