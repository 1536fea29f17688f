import type { Store } from '../store/store.js';

/** A record may have numbers in the bot's own form: the counter of their year goes past them, so that none is given twice. */
export async function keepNumbers(store: Store, numbers: readonly string[]): Promise<void> {
  const highest = new Map<string, number>();
  for (const number of numbers) {
    const [, year = '', last = ''] = /^D-(\d{4})-(\d{4,6})$/i.exec(number) ?? [];
    if (year !== '') highest.set(year, Math.max(highest.get(year) ?? 0, Number(last)));
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
