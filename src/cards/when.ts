import { addDays, type Day } from '../calendar/days.js';
import { mondayOf, nextWorksOn, type Worker } from '../people/works.js';

/** `after`: to be seen beside the others, and no reason to write; `aside`: nothing of one's own, and counted in nothing. */
export type When = 'today' | 'week' | 'after' | 'aside';

/**
 * What falls on a day before somebody is there next is for their last day before it; their week reaches to the day
 * before they are there in the next one. So a review that is due on Easter Monday is no surprise on the Tuesday.
 */
export function whenOf(on: Day, today: Day, person: Worker): When {
  if (on < nextWorksOn(person, today)) return 'today';
  return on < nextWorksOn(person, addDays(mondayOf(today), 6)) ? 'week' : 'after';
}
