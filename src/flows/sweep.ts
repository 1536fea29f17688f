import type { Ports } from './ports.js';
import { lookAtHands } from './hands.js';
import { createHeldBack } from './heldBack.js';
import { loadSleeper, wakeOne } from './wake.js';

const batch = 100;
/** More than this many others in between is no race but a fault: it may not hold up the rest. */
const attempts = 20;

/** Wakes every document that is due, earliest first; answers how many were. One that throws is held back and logged. */
export function createSweep(ports: Ports): () => Promise<number> {
  const heldBack = createHeldBack();

  async function wokenIfDue(id: string): Promise<boolean | 'changedMeanwhile'> {
    // Another replica may have been first.
    const isDue = ({ wakeAt }: { readonly wakeAt?: string | undefined }) =>
      wakeAt !== undefined && wakeAt <= ports.now();
    if (id === 'directory') {
      const stored = await ports.store.load('directory', id);
      if (stored === undefined || !isDue(stored.document)) return false;
      return (await lookAtHands(ports, stored)) ? true : 'changedMeanwhile';
    }
    const stored = await loadSleeper(ports, id);
    if (stored === undefined || !isDue(stored.document)) return false;
    return (await wakeOne(ports, stored)) ? true : 'changedMeanwhile';
  }

  async function guarded(id: string): Promise<boolean> {
    try {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const woken = await wokenIfDue(id);
        if (woken === 'changedMeanwhile') continue;
        heldBack.worked(id);
        return woken;
      }
      throw new Error(`changed by somebody else ${attempts} times over`);
    } catch (error) {
      heldBack.threw(id, ports.now());
      ports.log.error(
        { document: id, error: String(error) },
        'A document could not be woken: it is held back',
      );
      return false;
    }
  }

  return async () => {
    const now = ports.now();
    const ids = await ports.store.dueToWake(now, batch + heldBack.count());
    let woken = 0;
    for (const id of ids.filter((each) => !heldBack.holds(each, now)).slice(0, batch))
      if (await guarded(id)) woken += 1;
    return woken;
  };
}
