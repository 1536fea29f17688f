import type { Sender } from '../../src/outbox/sender.js';
import type { Store } from '../../src/store/store.js';

/**
 * A process that ends at its nth step: before or after a save, before or after a request. From then on nothing that it
 * does has any effect, as of a process that is gone.
 */
export function mortal(store: Store, sender: Sender, endsAt: number) {
  let steps = 0;
  let ended = false;
  const step = (): void => {
    steps += 1;
    if (steps === endsAt) ended = true;
    if (ended) throw new Error('the process has ended');
  };
  const around =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      step();
      const result = await work(...given);
      step();
      return result;
    };
  const load: Store['load'] = async (type, id) => {
    if (ended) throw new Error('the process has ended');
    return store.load(type, id);
  };
  return {
    store: { ...store, load, save: around((...given: Parameters<Store['save']>) => store.save(...given)) },
    sender: {
      post: around((...given: Parameters<Sender['post']>) => sender.post(...given)),
      update: around((...given: Parameters<Sender['update']>) => sender.update(...given)),
      open: around((...given: Parameters<Sender['open']>) => sender.open(...given)),
    },
    ended: () => ended,
  };
}
