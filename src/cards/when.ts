import { addDays, type Day } from '../calendar/days.js';
import { mondayOf } from '../people/works.js';

/** `after`: to be seen beside the others, and no reason to write; `aside`: nothing of one's own, and counted in nothing. */
export type When = 'today' | 'week' | 'after' | 'aside';

export const whenOf = (on: Day, today: Day): When =>
  on <= today ? 'today' : on <= addDays(mondayOf(today), 6) ? 'week' : 'after';
