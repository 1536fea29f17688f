import { type Day, addDays, addMonths, englishDay } from '../calendar/days.js';
import type { Child } from '../reviews/child.js';
import type { EarlierRecord, Recording } from './recording.js';

/**
 * Of which days the files tell whether a review was held. A return tells of its year. Other sources are live from the
 * day on which they were first read, and tell of the days before it back to the earliest review that they have.
 */
export function reviewRecording(children: readonly Child[]): Recording {
  const live = liveReadings(children);
  return { liveFrom: live[0]?.recordedOn, records: [...yearsRead(children), ...live] };
}

function yearsRead(children: readonly Child[]): EarlierRecord[] {
  const firstRead = new Map<Day, Day>();
  for (const { from, recordedAt } of children.flatMap(({ returns = [] }) => returns)) {
    const [on, known] = [englishDay(recordedAt), firstRead.get(from)];
    if (known === undefined || on < known) firstRead.set(from, on);
  }
  return [...firstRead].map(([from, recordedOn]) => ({
    from,
    to: addDays(addMonths(from, 12), -1),
    recordedOn,
  }));
}

/** Each day on which they were read and told of earlier days than before. */
function liveReadings(children: readonly Child[]): EarlierRecord[] {
  const earliest = new Map<Day, Day>();
  for (const fact of children.flatMap(({ facts }) => facts)) {
    if (fact.kind !== 'review' && fact.kind !== 'expected-review') continue;
    if (fact.source === 'ssda903') continue;
    const on = englishDay(fact.recordedAt);
    // Somebody who records one review of long ago in Teams has not recorded all since.
    const day = fact.kind === 'review' && fact.source !== 'teams' ? fact.heldOn : on;
    const known = earliest.get(on) ?? on;
    earliest.set(on, day < known ? day : known);
  }
  const readings: EarlierRecord[] = [];
  for (const [on, from] of [...earliest].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    if (from < (readings.at(-1)?.from ?? addDays(on, 1))) readings.push({ from, to: on, recordedOn: on });
  return readings;
}
