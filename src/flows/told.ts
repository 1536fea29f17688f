import { addDays, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import { drawnUntil } from '../disputes/clock.js';
import type { Dispute } from '../disputes/dispute.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { Directory } from '../people/directory.js';
import type { Arrivals, Morning } from '../cards/index.js';
import type { Delivery } from '../store/store.js';
import { isArrivals, loadArrivals } from './arrivals.js';
import { loadMorning } from './myDay.js';
import type { Ports } from './ports.js';
import { roleIn } from './telling.js';
import { roleInPractice } from './tellingPractice.js';

/** What people are told of: each posted card is a living card of one of these. */
export type Told = Dispute | GoodPractice | Morning | Arrivals;

/** What has that id, whichever it is: a document, or what somebody has before them today. */
export async function loadTold(ports: Ports, id: string): Promise<Told | undefined> {
  const { store } = ports;
  if (id.startsWith('good-practice:')) return (await store.load('good-practice', id))?.document;
  if (isArrivals(id)) return loadArrivals(ports, id);
  if (!id.startsWith('person:')) return (await store.load('dispute', id))?.document;
  const person = (await store.load('person', id))?.document;
  return person === undefined ? undefined : loadMorning(ports, person);
}

export function roleOf(told: Told, person: string, directory: Directory, now: Instant): Delivery['as'] {
  switch (told.type) {
    case 'good-practice':
      return roleInPractice(told, person, directory, now);
    case 'dispute':
      return roleIn(told, person, directory, englishDay(now));
    case 'morning':
    case 'arrivals':
      return 'follower';
  }
}

/** Until when a card drawn now is true; undefined: it stands. A bare time of day is true of one English day. */
export function trueUntil(told: Told, now: Instant): Instant | undefined {
  if (told.type === 'dispute') return drawnUntil(told, now);
  // The card of a day says which; the next one takes its place.
  if (told.type === 'morning' || told.type === 'arrivals') return undefined;
  const today = englishDay(now);
  // Until it is passed on, its card names who holds the stage today.
  const stands = told.passedOn !== undefined && englishDay(told.changedAt) < today;
  return stands ? undefined : startOfDay(addDays(today, 1));
}
