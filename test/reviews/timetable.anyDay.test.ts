import * as fc from 'fast-check';
import { bankHolidaysByRule } from '../../src/calendar/bankHolidayRule.js';
import { holidaysFrom } from '../../src/calendar/bankHolidays.js';
import { conferenceTimetable } from '../../src/reviews/conferences.js';
import { anyDay } from '../calendar/anyDay.js';
import { realHolidays } from '../calendar/realHolidays.js';
import { careFrom, heldOn, theTimetable } from './childFacts.js';

const dayLength = 86_400_000;
const textOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const monthOf = (time: number) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth();
const dateOf = (time: number) => new Date(time).getUTCDate();

/** The slow way, with nothing of the calendar under test: one day after another, the holidays typed out. */
function twentyWorkingDaysAfter(day: string): string {
  let time = Date.parse(day);
  for (let left = 20; left > 0;) {
    time += dayLength;
    if (![0, 6].includes(new Date(time).getUTCDay()) && !realHolidays.includes(textOf(time))) left--;
  }
  return textOf(time);
}

/** Day after day until the month is reached, and in it the same date or the month's end, whichever is first. */
function monthsAfter(day: string, months: number): string {
  const start = Date.parse(day);
  let time = start;
  while (monthOf(time) < monthOf(start) + months) time += dayLength;
  while (dateOf(time) < dateOf(start) && monthOf(time + dayLength) === monthOf(time)) time += dayLength;
  return textOf(time);
}

/** Days for which the typed list has every holiday that could count. */
const startOfCare = fc
  .integer({ min: Date.UTC(2019, 11, 31) / dayLength, max: Date.UTC(2026, 10, 20) / dayLength })
  .map((number) => textOf(number * dayLength));
const daysUntilHeld = fc.integer({ min: 1, max: 250 });
const after = (day: string, days: number) => textOf(Date.parse(day) + days * dayLength);

describe('any start of care, and any days on which reviews were held', () => {
  it('give the due days of an independent count, day by day', () => {
    fc.assert(
      fc.property(startOfCare, daysUntilHeld, daysUntilHeld, (startedOn, toFirst, toSecond) => {
        const first = after(startedOn, toFirst);
        const second = after(first, toSecond);
        const due = (...days: string[]) =>
          theTimetable([careFrom(startedOn), ...days.map((day) => heldOn(day))]).next;
        expect(due()).toMatchObject({ type: 'first', dueOn: twentyWorkingDaysAfter(startedOn) });
        expect(due(first)).toMatchObject({ type: 'second', dueOn: monthsAfter(first, 3) });
        expect(due(first, second)).toMatchObject({ type: 'later', dueOn: monthsAfter(second, 6) });
      }),
      { numRuns: 10_000 },
    );
  });

  it('are due no earlier for a bank holiday more: the first, the second, a later one, or a conference', () => {
    const events = Array.from({ length: 73 }, (_, index) => 1989 + index).flatMap(bankHolidaysByRule);
    const fewer = holidaysFrom({ division: 'england-and-wales', events });
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 45 }),
        fc.nat({ max: 2 }),
        (startedOn, ahead, reviews) => {
          const more = holidaysFrom({
            division: 'england-and-wales',
            events: [...events, { date: after(startedOn, ahead), title: 'Proclaimed' }],
          });
          const held = [after(startedOn, 20), after(startedOn, 100)]
            .slice(0, reviews)
            .map((day) => heldOn(day));
          const dueWith = (holidays: typeof fewer) => {
            const { next } = theTimetable([careFrom(startedOn), ...held], { holidays }, '2061-12-31');
            return next.due === 'known' ? next.dueOn : 'not known';
          };
          expect(dueWith(more) >= dueWith(fewer)).toBe(true);
          const conferenceWith = (holidays: typeof fewer) =>
            conferenceTimetable({ strategyOn: startedOn, reviewsOn: [] }, holidays).next.dueOn ?? 'not known';
          expect(conferenceWith(more) >= conferenceWith(fewer)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keep every review that was held, once', () => {
    fc.assert(
      fc.property(startOfCare, fc.uniqueArray(daysUntilHeld, { maxLength: 8 }), (startedOn, held) => {
        const days = held.map((each) => after(startedOn, each));
        const { stretches } = theTimetable([careFrom(startedOn), ...days.map((day) => heldOn(day))]);
        expect(stretches.flatMap(({ reviews }) => reviews.map(({ review }) => review.heldOn))).toEqual(
          days.toSorted(),
        );
      }),
    );
  });
});
