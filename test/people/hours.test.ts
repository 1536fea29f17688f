import * as fc from 'fast-check';
import { addDays, atHour, englishDay } from '../../src/calendar/days.js';
import { isWorking, nextMorning, opening } from '../../src/people/hours.js';
import { weekdaysIn, worksOn } from '../../src/people/works.js';
import { anyDay } from '../calendar/anyDay.js';

const hours = { morningHour: '08:00' };
const works = (text: string) => ({ works: text });

describe('the days on which somebody works', () => {
  it.each([
    ['', 'mon tue wed thu fri'],
    ['mon-thu', 'mon tue wed thu'],
    ['Mon - Wed', 'mon tue wed'],
    ['mon;tue;wed', 'mon tue wed'],
    ['Monday to Wednesday, Friday', 'mon tue wed fri'],
    ['tuesday and thursday', 'tue thu'],
    ['fri-sun', 'fri sat sun'],
    ['sat', 'sat'],
  ])('are read from "%s"', (text, days) => {
    const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
    const read = [1, 2, 3, 4, 5, 6, 0].filter((day) => weekdaysIn(text)?.has(day));
    expect(read.map((day) => names[day]).join(' ')).toBe(days);
  });

  it.each(['term time', '4 days', 'mon-', 'thu-mon', 'mon-wed-fri', 'm t w'])(
    'cannot be read from "%s"',
    (text) => {
      expect(weekdaysIn(text)).toBeUndefined();
    },
  );

  it('are never a bank holiday, and Monday to Friday where nobody can tell', () => {
    // Good Friday, and the Saturday before it.
    expect(worksOn(works('fri'), '2026-04-03')).toBe(false);
    expect(worksOn(works('term time'), '2026-04-02')).toBe(true);
    expect(worksOn(works('term time'), '2026-04-04')).toBe(false);
  });
});

describe('the hours of somebody', () => {
  it.each([
    ['in the night', '2026-03-03T02:00:00.000Z', '2026-03-03T08:00:00.000Z'],
    ['at the hour', '2026-03-03T08:00:00.000Z', '2026-03-03T08:00:00.000Z'],
    ['in the afternoon', '2026-03-03T17:59:59.999Z', '2026-03-03T17:59:59.999Z'],
    ['in the evening', '2026-03-03T18:00:00.000Z', '2026-03-04T08:00:00.000Z'],
    [
      'on Wednesday evening, of who works to Wednesday',
      '2026-03-04T18:00:00.000Z',
      '2026-03-09T08:00:00.000Z',
    ],
    ['before Easter', '2026-04-01T18:00:00.000Z', '2026-04-07T07:00:00.000Z'],
  ])('%s open', (_, at, opens) => {
    expect(opening(works('mon-wed'), hours, at)).toBe(opens);
  });

  it('end at midnight where the service begins its day in the evening', () => {
    const late = { morningHour: '19:00' };
    expect(opening({}, late, '2026-03-03T23:30:00.000Z')).toBe('2026-03-03T23:30:00.000Z');
    expect(opening({}, late, '2026-03-04T00:00:00.000Z')).toBe('2026-03-04T19:00:00.000Z');
  });

  it('open on a day of theirs, never before they are asked for, and never twice', () => {
    const anybody = fc.constantFrom('', 'mon-wed', 'thu;fri', 'sat', 'nobody knows').map(works);
    const anyHour = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(anybody, anyDay, anyHour, (person, day, minute) => {
        const at = new Date(Date.parse(atHour(day, '00:00')) + minute * 60_000).toISOString();
        const opens = opening(person, hours, at);
        expect(opens >= at).toBe(true);
        expect(isWorking(person, hours, opens)).toBe(true);
        expect(opening(person, hours, opens)).toBe(opens);
        const morning = nextMorning(person, hours, at);
        expect(worksOn(person, englishDay(morning))).toBe(true);
        for (let each = englishDay(at); each < englishDay(morning); each = addDays(each, 1))
          expect(atHour(each, '08:00') < at || !worksOn(person, each)).toBe(true);
      }),
    );
  });
});
