import { type Day, addMonths } from '../calendar/days.js';
import { financialYearFrom } from '../calendar/periods.js';

/** A return tells of the reviews of one year, 1 April to 31 March: the day it begins. */
const returnYear = (day: Day): Day => financialYearFrom(day);

/** The year of a return's reviews; undefined where they are of several, so that they tell of no one year. */
export function yearOfReviews(heldOn: readonly Day[]): Day | undefined {
  const [year, ...others] = new Set(heldOn.map(returnYear));
  return others.length === 0 ? year : undefined;
}

/** One stray day makes a return no year's: a year that at least nine in ten of its reviews are of was meant. */
export function yearMeant(heldOn: readonly Day[]): Day | undefined {
  const counts = new Map<Day, number>();
  for (const year of heldOn.map(returnYear)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].find(([, count]) => count < heldOn.length && count >= heldOn.length * 0.9)?.[0];
}

/**
 * The year of a return's episodes. They do not say it, but for the last thing that happened in them: it is asked of
 * them where there are no reviews. undefined: the reviews are of no one year.
 */
export function yearOfEpisodes(heldOn: readonly Day[], happenedOn: readonly Day[]): Day | undefined {
  const last = happenedOn.toSorted().at(-1);
  if (heldOn.length === 0) return last === undefined ? undefined : returnYear(last);
  return yearOfReviews(heldOn) ?? yearMeant(heldOn);
}

export const isOfYear = (day: Day, year: Day): boolean => returnYear(day) === year;

/**
 * Whether a review that fell due on this day may have been held without being in the files: their returns do not
 * tell of that year, and later ones were read. `elsewhere` is the earliest review that another source tells of.
 */
export function maybeNotInFiles(dueOn: Day, yearsRead: readonly Day[], elsewhere: Day | undefined): boolean {
  const last = yearsRead.toSorted().at(-1);
  if (last === undefined || yearsRead.includes(returnYear(dueOn))) return false;
  if (elsewhere !== undefined && elsewhere <= dueOn) return false;
  return dueOn < addMonths(last, 12);
}
