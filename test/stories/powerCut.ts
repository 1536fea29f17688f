import type { Store } from '../../src/store/store.js';
import type { TeamsSender } from '../../src/teams/sender.js';
import type { Around } from '../../src/wiring.js';

/** One process of the bot: how many steps it has made, and whether it still runs. */
interface Process {
  steps: number;
  gone: boolean;
}

/**
 * A bot whose power can be cut at its nth step: before or after a save, before or after a request to the Connector.
 * From then on nothing that it does has any effect. A bot started later is another process.
 */
export function powerCuts() {
  let process: Process = { steps: 0, gone: false };
  let cutAt = Infinity;

  function step(own: Process): void {
    own.steps += 1;
    if (own.steps >= cutAt) own.gone = true;
    stillOn(own);
  }
  function stillOn(own: Process): void {
    if (own.gone) throw new Error('the power is cut');
  }
  const stepping =
    <A extends unknown[], R>(own: Process, work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      step(own);
      const result = await work(...given);
      step(own);
      return result;
    };

  function storeIn(own: Process, store: Store): Store {
    return {
      ...store,
      load: async (type, id) => {
        stillOn(own);
        return store.load(type, id);
      },
      save: stepping(own, (document, etag) => store.save(document, etag)),
      dueToWake: async (now, limit) => (own.gone ? [] : store.dueToWake(now, limit)),
      dueToSend: async (now, limit) => (own.gone ? [] : store.dueToSend(now, limit)),
    };
  }
  function senderIn(own: Process, sender: TeamsSender): TeamsSender {
    return {
      post: stepping(own, (conversation, message) => sender.post(conversation, message)),
      update: stepping(own, (conversation, id, message) => sender.update(conversation, id, message)),
      open: stepping(own, (person) => sender.open(person)),
      member: (conversation, id) => sender.member(conversation, id),
    };
  }

  const around: Around = {
    // The store is wrapped first: a process begins with it.
    store: (store) => {
      process = { steps: 0, gone: false };
      cutAt = Infinity;
      return storeIn(process, store);
    },
    sender: (sender) => senderIn(process, sender),
  };
  return {
    around,
    steps: () => process.steps,
    gone: () => process.gone,
    /** Cuts the power at the nth step from now. */
    cutAfter(steps: number): void {
      cutAt = process.steps + steps;
    },
  };
}
