import { createHeldBack } from '../flows/heldBack.js';
import type { Ports } from '../flows/ports.js';
import { neverMet } from '../flows/delivery.js';
import type { Delivery, Stored } from '../store/store.js';
import { createBrakes } from './brakes.js';
import { deliver, type Outbox, type Render, requestsOf } from './deliver.js';
import { holdLease } from './lease.js';
import type { Sender } from './sender.js';

const batch = 100;
/** Conversations that are written to at the same time: one that hangs does not stop the others. */
const atOnce = 8;

export interface RelayOptions {
  /** Who we are to the other replicas: fresh for each process. */
  readonly relayer: string;
  readonly random: () => number;
}

/**
 * Sends what is due, as far as pace and Teams allow, if the lease is ours; answers how many deliveries it dealt with.
 * What would be too fast stays due, for a little later.
 */
export function createRelay(
  ports: Ports,
  sender: Sender,
  render: Render,
  { relayer, random }: RelayOptions,
): () => Promise<number> {
  const { store, now, log } = ports;
  const brakes = createBrakes();
  const heldBack = createHeldBack();
  const outbox: Outbox = { ports, sender, render, brakes, random };

  /** Each in its own catch: a delivery that cannot be read or sent keeps no other from it. */
  async function guarded<T>(id: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      heldBack.threw(id, now());
      log.error({ delivery: id, error: String(error) }, 'A delivery failed: it is held back');
      return undefined;
    }
  }

  async function due(): Promise<string[]> {
    const at = now();
    const ids = await store.dueToSend(at, batch + heldBack.count());
    return ids.filter((each) => !heldBack.holds(each, at)).slice(0, batch);
  }

  async function read(ids: readonly string[]): Promise<Stored<Delivery>[]> {
    const found: Stored<Delivery>[] = [];
    for (const id of ids) {
      const stored = await guarded(id, () => store.load('delivery', id));
      if (stored !== undefined) found.push(stored);
    }
    return found;
  }

  async function sendOne({ document, etag }: Stored<Delivery>): Promise<boolean> {
    const { claimedUntil } = document;
    // In hand of a relay that went down: what it did is not known before its minute is over.
    if (claimedUntil !== undefined && claimedUntil > now()) return false;
    if (brakes.stopped(now()) || !(await holdLease(ports, relayer))) return false;
    const room = brakes.take(lineOf(document), now(), requestsOf(document));
    if (room === 'full') return false;
    if (room !== 'taken') {
      await store.save({ ...document, sendAt: room.opensAt }, etag);
      return false;
    }
    return deliver(outbox, document, etag);
  }

  return async () => {
    if (brakes.stopped(now())) return 0;
    const ids = await due();
    // The lease first: a replica that waits reads one small document each time, however much is due.
    if (ids.length === 0 || !(await holdLease(ports, relayer))) return 0;
    const queues = byConversation(await read(ids));
    let sent = 0;
    const lane = async () => {
      for (let queue = queues.shift(); queue !== undefined; queue = queues.shift())
        for (const stored of queue)
          if ((await guarded(stored.document.id, () => sendOne(stored))) === true) {
            heldBack.worked(stored.document.id);
            sent += 1;
          }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return sent;
  };
}

/** Whose pace it keeps: of somebody never met, the person's. */
const lineOf = ({ conversation, person }: Delivery) => (conversation === neverMet ? person : conversation);

/** One conversation is written to in order. */
function byConversation(deliveries: readonly Stored<Delivery>[]): Stored<Delivery>[][] {
  const queues = new Map<string, Stored<Delivery>[]>();
  for (const delivery of deliveries) {
    const line = lineOf(delivery.document);
    queues.set(line, [...(queues.get(line) ?? []), delivery]);
  }
  return [...queues.values()];
}
