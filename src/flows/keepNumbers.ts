import { partsOf, plainWords } from '../disputes/number.js';
import type { Store } from '../store/store.js';

/**
 * A record may have numbers in the bot's own form: the counter of their year goes past them, so that none is given
 * twice, whatever noughts they were written with.
 */
export async function keepNumbers(store: Store, numbers: readonly string[]): Promise<void> {
  const highest = new Map<string, number>();
  for (const number of numbers) {
    const own = partsOf(plainWords(number));
    if (own !== undefined) highest.set(own.year, Math.max(highest.get(own.year) ?? 0, own.last));
  }
  for (const [year, last] of highest) await raiseCounter(store, `counter:${year}`, last);
}

async function raiseCounter(store: Store, id: string, last: number): Promise<void> {
  for (;;) {
    const stored = await store.load('counter', id);
    if ((stored?.document.last ?? 0) >= last) return;
    if ((await store.save({ id, type: 'counter', shape: 1, last }, stored?.etag)) === 'saved') return;
  }
}
