import { addDays, atHour, englishDay, type Instant } from '../calendar/days.js';
import { nextWorkingDay } from '../calendar/workingDays.js';
import type { Intent } from '../disputes/dispute.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { Directory } from '../people/directory.js';
import { passerOf, sideOfPractice } from '../people/rights.js';
import { personById } from '../people/directory.js';
import type { Delivery } from '../store/store.js';
import { type Deliveries, followInPlace, ping, showHere } from './delivery.js';
import { type Known } from './telling.js';

/** What is to be told of a note of good practice, as deliveries. Pure, and harmless to repeat. */
export function wakePractice(
  { wakeAt: _, ...note }: GoodPractice,
  { deliveries: known, directory }: Known,
  now: Instant,
): { readonly note: GoodPractice; readonly deliveries: readonly Delivery[] } {
  const deliveries: Deliveries = new Map(known.map((delivery) => [delivery.id, delivery]));
  for (const intent of note.intents) tellPractice(intent, note, deliveries, directory, now);
  const passer = note.passedOn === undefined ? passerOf(note, directory, englishDay(now)) : undefined;
  // The stage may have changed hands since: whoever holds it by now is asked too, once.
  const asked = [...deliveries.values()].some(
    ({ person, ping: waiting, told, untold }) =>
      person === passer?.id && (waiting !== undefined || told.length + untold.length > 0),
  );
  if (passer !== undefined && !asked)
    ping(passer, 'responder', { event: 1, turn: note.turn, why: 'good-practice' }, note, deliveries, now);
  const wakeAt = note.passedOn === undefined ? { wakeAt: nextMorning(now, directory) } : {};
  return {
    note: { ...note, intents: [], ...wakeAt },
    deliveries: [...deliveries.values()].filter((delivery) => !known.includes(delivery)),
  };
}

/** The policy's hour of the next working day. */
const nextMorning = (now: Instant, { policy }: Directory): Instant =>
  atHour(nextWorkingDay(addDays(englishDay(now), 1)), policy.morningHour);

/** Where nobody holds the stage, nobody is told: the IRO's card says so, and there is no due day to miss. */
export function tellPractice(
  intent: Intent,
  note: GoodPractice,
  deliveries: Deliveries,
  directory: Directory,
  now: Instant,
): void {
  switch (intent.to) {
    case 'posted':
      return followInPlace(deliveries, now);
    case 'here':
      return showHere(intent, note.id, roleInPractice(note, intent.person, directory, now), deliveries, now);
    case 'responder': {
      const passer = passerOf(note, directory, englishDay(now));
      if (passer !== undefined) ping(passer, 'responder', intent, note, deliveries, now);
      return;
    }
    // Of good practice the IRO is told nothing with a new card: their own follows in place.
    case 'iro':
    case 'raiser':
  }
}

export function roleInPractice(
  note: GoodPractice,
  id: string,
  directory: Directory,
  now: Instant,
): Delivery['as'] {
  const person = personById(directory, id);
  switch (person === undefined ? undefined : sideOfPractice(note, person, directory, englishDay(now))) {
    case 'iro':
      return 'iro';
    case 'manager':
      return 'responder';
    case 'reader':
      return person?.roles.includes('lead') === true ? 'lead' : 'follower';
    case undefined:
      return 'follower';
  }
}
