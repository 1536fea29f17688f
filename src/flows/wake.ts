import type { Delivery, Stored } from '../store/store.js';
import type { Ports } from './ports.js';
import { type Known, wake } from './telling.js';
import { wakePractice } from './tellingPractice.js';
import type { Told } from './told.js';

/**
 * Wakes one document: loads what the pure step needs, saves the deliveries first and the document last. Every crash in
 * between repeats harmlessly, and `changedMeanwhile` anywhere leaves it due for the next sweep.
 */
export async function wakeOne(ports: Ports, { document, etag }: Stored<Told>): Promise<boolean> {
  const [stored, directory] = await Promise.all([
    ports.store.deliveriesAbout(document.id),
    ports.directory(),
  ]);
  const etags = new Map(stored.map((delivery) => [delivery.document.id, delivery.etag]));
  const known = { deliveries: stored.map((delivery) => delivery.document), directory };
  const { next, deliveries } = step(document, known, ports.now());
  for (const delivery of deliveries)
    if ((await ports.store.save(delivery, etags.get(delivery.id))) === 'changedMeanwhile') return false;
  return (await ports.store.save(next, etag)) === 'saved';
}

function step(
  document: Told,
  known: Known,
  now: string,
): { readonly next: Told; readonly deliveries: readonly Delivery[] } {
  if (document.type === 'good-practice') {
    const { note, deliveries } = wakePractice(document, known, now);
    return { next: note, deliveries };
  }
  const { dispute, deliveries } = wake(document, known, now);
  return { next: dispute, deliveries };
}
