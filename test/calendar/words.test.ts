import { holidaysFrom, bankHolidays } from '../../src/calendar/bankHolidays.js';
import { atOrOnText, atText, dayText, daysLeftText, timeText } from '../../src/calendar/words.js';

describe('a day in words', () => {
  it.each([
    ['2026-03-09', '2026-03-04', 'Mon 9 Mar'],
    ['2027-03-08', '2026-12-31', 'Mon 8 Mar 2027'],
    ['2025-12-31', '2026-01-01', 'Wed 31 Dec 2025'],
    ['2024-02-29', '2024-03-01', 'Thu 29 Feb'],
    ['1969-12-28', '1969-12-28', 'Sun 28 Dec'],
  ])('%s on %s: %s', (day, today, text) => {
    expect(dayText(day, today)).toBe(text);
  });
});

describe('days left in words', () => {
  it.each([
    ['three before', '2026-03-09', '2026-03-04', '3 working days left'],
    ['the Friday before', '2026-03-09', '2026-03-06', '1 working day left'],
    ['the weekend before', '2026-03-09', '2026-03-07', '1 working day left'],
    ['over Easter', '2026-04-07', '2026-04-02', '1 working day left'],
    ['the day', '2026-03-09', '2026-03-09', 'today'],
    ['a weekend that is the day', '2026-03-07', '2026-03-07', 'today'],
    ['the day after', '2026-03-09', '2026-03-10', '1 working day late'],
    ['two after', '2026-03-09', '2026-03-11', '2 working days late'],
    ['the Saturday after a Friday', '2026-03-06', '2026-03-07', 'passed'],
    ['the Monday after a Friday', '2026-03-06', '2026-03-09', '1 working day late'],
    ['the Friday before a Saturday', '2026-03-07', '2026-03-06', 'no working days left after today'],
    ['the Saturday before a Sunday', '2026-03-08', '2026-03-07', 'no working days left after today'],
    ['the Sunday after a Saturday', '2026-03-07', '2026-03-08', 'passed'],
    ['the Monday after a Saturday', '2026-03-07', '2026-03-09', '1 working day late'],
  ])('%s', (_, due, today, text) => {
    expect(daysLeftText(due, today)).toBe(text);
  });

  it('keep to the holidays that are given', () => {
    const events = [...bankHolidays.inYear(2026), '2026-03-06'].map((date) => ({ date, title: '' }));
    const holidays = holidaysFrom({ division: 'england-and-wales', events });
    expect(daysLeftText('2026-03-09', '2026-03-04', holidays)).toBe('2 working days left');
  });
});

describe('a time in words', () => {
  it('is what a London clock shows', () => {
    expect(timeText('2026-03-09T09:14:59Z')).toBe('09:14');
    expect(timeText('2026-07-01T08:14:00Z')).toBe('09:14');
    expect(timeText('2026-06-30T23:05:00Z')).toBe('00:05');
  });

  it('goes by the clock on the days that it changes', () => {
    expect(timeText('2026-03-29T00:59:00Z')).toBe('00:59');
    expect(timeText('2026-03-29T01:00:00Z')).toBe('02:00');
    expect(timeText('2026-10-25T00:59:00Z')).toBe('01:59');
    expect(timeText('2026-10-25T01:00:00Z')).toBe('01:00');
  });

  it('says its day when that is not today', () => {
    expect(atText('2026-03-09T09:14:00Z', '2026-03-09')).toBe('09:14');
    expect(atText('2026-03-09T09:14:00Z', '2026-03-10')).toBe('Mon 9 Mar at 09:14');
    expect(atText('2026-06-30T23:05:00Z', '2026-07-01')).toBe('00:05');
    expect(atText('2026-12-31T09:14:00Z', '2027-01-01')).toBe('Thu 31 Dec 2026 at 09:14');
  });

  it('stands in a sentence with its day or without', () => {
    expect(atOrOnText('2026-03-09T09:14:00Z', '2026-03-09')).toBe('at 09:14');
    expect(atOrOnText('2026-03-09T09:14:00Z', '2026-03-10')).toBe('on Mon 9 Mar at 09:14');
  });
});
