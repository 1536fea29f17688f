import * as fc from 'fast-check';
import { longDay } from '../../src/calendar/periods.js';
import { dayText } from '../../src/calendar/words.js';
import { writtenDay } from '../../src/calendar/writtenDay.js';
import { anyDay } from './anyDay.js';

// A Wednesday.
const today = '2026-03-04';

describe('a day that somebody writes', () => {
  it.each([
    ['today', '2026-03-04'],
    ['Tomorrow', '2026-03-05'],
    ['2026-03-09', '2026-03-09'],
    ['Mon 9 Mar', '2026-03-09'],
    ['monday, 9th march', '2026-03-09'],
    ['9 March 2027', '2027-03-09'],
    ['1st Sept', '2026-09-01'],
    ['9/3', '2026-03-09'],
    ['09/03/2026', '2026-03-09'],
    ['9.3.26', '2026-03-09'],
    ['Friday', '2026-03-06'],
    ['tues', '2026-03-10'],
    ['29 Feb 2028', '2028-02-29'],
  ])('%s, on Wed 4 Mar: %s', (text, day) => {
    expect(writtenDay(text, today)).toBe(day);
  });

  it('names a weekday of next week on that weekday', () => {
    expect(writtenDay('wed', today)).toBe('2026-03-11');
  });

  it.each([
    ['20 Jan', '2026-01-20'],
    ['20 Dec', '2026-12-20'],
    ['2 Jan', '2027-01-02'],
  ])('without a year is the nearest that is not two months back: %s is %s', (text, day) => {
    expect(writtenDay(text, today)).toBe(day);
  });

  it('is of last year where that was a few days ago', () => {
    expect(writtenDay('20 Dec', '2026-01-05')).toBe('2025-12-20');
  });

  it.each([
    ['10 Jan', '2026-12-20', '2027-01-10'],
    ['Fri 8 Jan', '2026-12-21', '2027-01-08'],
    ['8/1', '2026-12-21', '2027-01-08'],
    ['20 Mar', '2026-03-09', '2026-03-20'],
    ['6 Mar', '2026-03-09', '2026-03-06'],
    ['Fri', '2026-03-09', '2026-03-13'],
    ['Fri', '2026-02-23', '2026-03-06'],
    ['6 Mar', '2026-02-23', '2026-03-06'],
    ['tomorrow', '2026-03-09', '2026-03-05'],
    ['10 Jan 2026', '2026-12-20', '2026-01-10'],
  ])('%s, as the last one from %s on, is %s', (text, first, day) => {
    expect(writtenDay(text, today, first)).toBe(day);
  });

  it.each([
    '',
    'soon',
    'Tue 9 Mar',
    '30 Feb',
    '31/4',
    '13/13',
    '9',
    '9 M',
    'xyz 9 Mar',
    '2026-3-9',
    'Mon-9-Mar',
  ])('is none: "%s"', (text) => {
    expect(writtenDay(text, today)).toBeUndefined();
  });

  it('is of the year whose weekday is written', () => {
    expect(writtenDay('Fri 2 Nov', '1990-01-01')).toBe('1990-11-02');
    expect(writtenDay('Thu 2 Nov', '1990-01-01')).toBe('1989-11-02');
  });

  it('is read as cards and reports write it', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        // Without its year a card means this year's.
        const [now = one, day = one] = [one, other].toSorted();
        expect(writtenDay(dayText(day, now), now)).toBe(day);
        expect(writtenDay(longDay(day), now)).toBe(day);
      }),
    );
  });
});
