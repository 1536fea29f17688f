import { careFrom, heldOn, theTimetable } from './childFacts.js';

/** The day on which the next review is due of a child whose last step, the start or a review, was on this day. */
const dueAfter = {
  first: (startedOn: string) => theTimetable([careFrom(startedOn)]).next,
  second: (first: string) => theTimetable([careFrom('2020-01-01'), heldOn(first)]).next,
  later: (second: string) =>
    theTimetable([careFrom('2020-01-01'), heldOn('2020-01-20'), heldOn(second)]).next,
};

/**
 * Twenty working days for the first; 3 and 6 calendar months for the others, which fall on a weekend or a holiday as
 * they fall. Reckoned by hand on a calendar.
 */
describe.each(['first', 'second', 'later'] as const)('the due day of the %s review', (type) => {
  const days = {
    'the clocks going forward on 29 March 2026': {
      first: ['2026-03-02', '2026-03-30'],
      second: ['2025-12-29', '2026-03-29'],
      later: ['2025-09-29', '2026-03-29'],
    },
    'the clocks going back on 25 October 2026': {
      first: ['2026-10-05', '2026-11-02'],
      second: ['2026-07-25', '2026-10-25'],
      later: ['2026-04-25', '2026-10-25'],
    },
    'a 29 February on the way': {
      first: ['2024-02-05', '2024-03-04'],
      second: ['2023-12-15', '2024-03-15'],
      later: ['2023-09-15', '2024-03-15'],
    },
    'a 29 February at its beginning': {
      first: ['2024-02-29', '2024-03-28'],
      second: ['2024-02-29', '2024-05-29'],
      later: ['2024-02-29', '2024-08-29'],
    },
    'a 29 February at its end': {
      first: ['2024-02-01', '2024-02-29'],
      second: ['2023-11-30', '2024-02-29'],
      later: ['2023-08-29', '2024-02-29'],
    },
    'Easter 2026: Good Friday is 3 April': {
      first: ['2026-03-16', '2026-04-15'],
      second: ['2026-01-03', '2026-04-03'],
      later: ['2025-10-03', '2026-04-03'],
    },
    'Christmas and New Year': {
      first: ['2025-12-01', '2025-12-31'],
      second: ['2025-09-25', '2025-12-25'],
      later: ['2025-06-25', '2025-12-25'],
    },
    '31 August, with no leap year to follow': {
      first: ['2024-08-31', '2024-09-27'],
      second: ['2024-08-31', '2024-11-30'],
      later: ['2024-08-31', '2025-02-28'],
    },
    '31 August, with a leap year to follow': {
      first: ['2023-08-31', '2023-09-28'],
      second: ['2023-08-31', '2023-11-30'],
      later: ['2023-08-31', '2024-02-29'],
    },
  };

  it.each(Object.entries(days))('passes over %s', (_, { [type]: [from = '', dueOn] }) => {
    expect(dueAfter[type](from)).toEqual({ due: 'known', type, dueOn });
  });
});
