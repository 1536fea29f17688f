import type { Ports } from '../flows/ports.js';

const id = 'lease:relay';
/** Longer than the requests of one delivery can take, so that two relays never send at the same time. */
const lasts = 60_000;

/**
 * Holds the relay's lease, or takes it once the holder's has ended; prolongs it when half of it has passed. False: it
 * is another's.
 */
export async function holdLease(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  holder: string,
): Promise<boolean> {
  const stored = await store.load('lease', id);
  const time = Date.parse(now());
  const left = stored === undefined ? 0 : Date.parse(stored.document.until) - time;
  if (stored !== undefined && stored.document.holder !== holder && left > 0) return false;
  // More than a whole one is left where a clock has been set back.
  if (stored?.document.holder === holder && left > lasts / 2 && left <= lasts) return true;
  const until = new Date(time + lasts).toISOString();
  return (await store.save({ id, type: 'lease', shape: 1, holder, until }, stored?.etag)) === 'saved';
}

/** Gives the lease back, of a process that ends in order and has nothing in hand: the next one need not wait. */
export async function releaseLease(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  holder: string,
): Promise<void> {
  const stored = await store.load('lease', id);
  if (stored?.document.holder === holder) await store.save({ ...stored.document, until: now() }, stored.etag);
}
