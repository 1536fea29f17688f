import { addDays, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import { drawnUntil } from '../disputes/clock.js';
import type { Dispute } from '../disputes/dispute.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { Directory } from '../people/directory.js';
import type { Delivery, Stored } from '../store/store.js';
import type { Ports } from './ports.js';
import { roleIn } from './telling.js';
import { roleInPractice } from './tellingPractice.js';

/** What people are told of: each posted card is a living card of one of these. */
export type Told = Dispute | GoodPractice;

/** The document of that id, whichever it is. */
export function loadTold({ store }: Ports, id: string): Promise<Stored<Told> | undefined> {
  return id.startsWith('good-practice:') ? store.load('good-practice', id) : store.load('dispute', id);
}

export function roleOf(told: Told, person: string, directory: Directory, now: Instant): Delivery['as'] {
  return told.type === 'good-practice'
    ? roleInPractice(told, person, directory, now)
    : roleIn(told, person, directory, englishDay(now));
}

/** Until when a card drawn now is true; undefined: it stands. A bare time of day is true of one English day. */
export function trueUntil(told: Told, now: Instant): Instant | undefined {
  if (told.type === 'dispute') return drawnUntil(told, now);
  const today = englishDay(now);
  // Until it is passed on, its card names who holds the stage today.
  const stands = told.passedOn !== undefined && englishDay(told.changedAt) < today;
  return stands ? undefined : startOfDay(addDays(today, 1));
}
