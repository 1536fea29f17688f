import type { Dispute } from '../disputes/dispute.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import { wakePerson } from '../people/mornings.js';
import type { Person } from '../people/person.js';
import type { Delivery, Stored } from '../store/store.js';
import { tellMorning } from './delivery.js';
import type { Ports } from './ports.js';
import { type Known, wake } from './telling.js';
import { wakePractice } from './tellingPractice.js';

/** What a clock can wake. */
export type Sleeper = Dispute | GoodPractice | Person;

export function loadSleeper({ store }: Ports, id: string): Promise<Stored<Sleeper> | undefined> {
  if (id.startsWith('person:')) return store.load('person', id);
  return id.startsWith('good-practice:') ? store.load('good-practice', id) : store.load('dispute', id);
}

/**
 * Wakes one document: loads what the pure step needs, saves the deliveries first and the document last. Every crash in
 * between repeats harmlessly, and `changedMeanwhile` anywhere leaves it due for the next sweep.
 */
export async function wakeOne(ports: Ports, { document, etag }: Stored<Sleeper>): Promise<boolean> {
  const [stored, directory] = await Promise.all([
    ports.store.deliveriesAbout(document.id),
    ports.directory('now'),
  ]);
  const etags = new Map(stored.map((delivery) => [delivery.document.id, delivery.etag]));
  const known = { deliveries: stored.map((delivery) => delivery.document), directory };
  const { next, deliveries } = step(document, known, ports.now());
  for (const delivery of deliveries)
    if ((await ports.store.save(delivery, etags.get(delivery.id))) === 'changedMeanwhile') return false;
  return (await ports.store.save(next, etag)) === 'saved';
}

function step(
  document: Sleeper,
  known: Known,
  now: string,
): { readonly next: Sleeper; readonly deliveries: readonly Delivery[] } {
  switch (document.type) {
    case 'person': {
      const { person, tells } = wakePerson(document, known.directory.policy, now);
      return {
        next: person,
        deliveries: tells === undefined ? [] : tellMorning(person, tells, known.deliveries, now),
      };
    }
    case 'good-practice': {
      const { note, deliveries } = wakePractice(document, known, now);
      return { next: note, deliveries };
    }
    case 'dispute': {
      const { dispute, deliveries } = wake(document, known, now);
      return { next: dispute, deliveries };
    }
  }
}
