import type { Stored } from '../store/store.js';
import type { Dispute } from '../disputes/dispute.js';
import type { Ports } from './ports.js';
import { wake } from './telling.js';

/**
 * Wakes one dispute: loads what the pure step needs, saves the deliveries first and the dispute last. Every crash in
 * between repeats harmlessly, and `changedMeanwhile` anywhere leaves the dispute due for the next sweep.
 */
export async function wakeDispute(ports: Ports, { document, etag }: Stored<Dispute>): Promise<boolean> {
  const [stored, directory] = await Promise.all([
    ports.store.deliveriesOfDispute(document.id),
    ports.directory(),
  ]);
  const etags = new Map(stored.map((delivery) => [delivery.document.id, delivery.etag]));
  const woken = wake(
    document,
    { deliveries: stored.map((delivery) => delivery.document), directory },
    ports.now(),
  );
  for (const delivery of woken.deliveries)
    if ((await ports.store.save(delivery, etags.get(delivery.id))) === 'changedMeanwhile') return false;
  return (await ports.store.save(woken.dispute, etag)) === 'saved';
}
