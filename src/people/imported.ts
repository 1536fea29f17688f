import { type Day, type Instant, englishDay } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';

/** What a service imports. */
export const importedSources = ['policy', 'people', 'teams', 'allocations', 'ssda903', 'ssd'] as const;
export type ImportedSource = (typeof importedSources)[number];

/** When each was last read, whether or not it brought anything new. */
export type ImportedAt = Readonly<Partial<Record<ImportedSource, Instant>>>;

/** After so many working days what is shown says of which day it is. */
const fresh = 2;

/** The day as at which the case system was last read: its extracts or its return, else the list of allocations. */
export function caseSystemAsAt({ ssd, ssda903, allocations }: ImportedAt): Day | undefined {
  const last =
    [ssd, ssda903]
      .filter((at) => at !== undefined)
      .toSorted()
      .at(-1) ?? allocations;
  return last === undefined ? undefined : englishDay(last);
}

/** Whether more than two working days have gone by since. */
export const isOld = (asAt: Day, today: Day): boolean => workingDaysBetween(asAt, today) > fresh;
