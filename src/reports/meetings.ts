import { type ChildCohort, type Held, heldIn, ownClockRows, toldOf } from './childCohort.js';
import { number } from './figures.js';
import type { Measuring } from './measuring.js';
import { reviewTypes } from './timeliness.js';

const withMeeting = ({ timed }: Held) => !(timed.review.withoutMeeting ?? false);

/** What is chaired: a review may be held without a meeting. */
export const meetings: Measuring<ChildCohort> = {
  id: 'meetings',
  unit: 'meetings',
  says: ({ lookedAfter }) => ({
    title: 'Meetings chaired',
    definition: `Reviews of children ${lookedAfter} that were held with a meeting in the period, each once, by type; of a series of meetings one. Without a meeting: reviews that were held otherwise, counted beside. In short breaks (V3, V4), and of children placed for adoption (A3 to A6), up to the first after that has ended: counted beside, not in all.`,
  }),
  rows: (cohort) => {
    const held = heldIn(cohort, cohort.period);
    const met = held.filter(withMeeting);
    const row = (key: string, label: string, some: readonly Held[]) =>
      number(key, label, toldOf(cohort, some.length));
    return [
      row('all', 'All', met),
      ...reviewTypes.map(([type, label]) =>
        row(
          type,
          label,
          met.filter(({ timed }) => timed.due === 'known' && timed.type === type),
        ),
      ),
      row(
        'due-not-known',
        'Due date not known',
        met.filter(({ timed }) => timed.due === 'not-known'),
      ),
      row(
        'without-meeting',
        'Without a meeting',
        held.filter((each) => !withMeeting(each)),
      ),
      ...ownClockRows(cohort),
    ];
  },
};
