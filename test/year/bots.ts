import type { Ports } from '../../src/flows/ports.js';
import { createDirectory, markDirectoryChanged } from '../../src/flows/directory.js';
import { createSweep } from '../../src/flows/sweep.js';
import { createRelay } from '../../src/outbox/relay.js';
import { render } from '../../src/outbox/rendering.js';
import type { Sender } from '../../src/outbox/sender.js';
import type { Store } from '../../src/store/store.js';
import { mortal } from '../outbox/mortal.js';
import { recordedLog } from '../support/recordedLog.js';
import type { Chance } from './chance.js';
import { noting } from './connector.js';

const draw = noting(render);

/** Two replicas on one store. Each ends at some step, before or after a save or a request; another takes its place. */
export function replicas(store: Store, sender: Sender, now: () => string, chance: Chance) {
  const log = recordedLog();
  const endings: string[] = [];

  function aProcess() {
    const life = mortal(store, sender, chance.between(30, 2_500));
    const directory = createDirectory(life.store, () => Date.parse(now()));
    const ports: Ports = {
      store: life.store,
      now,
      newId: chance.uuid,
      directory: (when) => directory.get(when),
      directoryChanged: async (what) => {
        await markDirectoryChanged(life.store, now(), what);
        directory.forget();
      },
      nudge: () => undefined,
      log,
    };
    return {
      ports,
      ended: life.ended,
      sweep: createSweep(ports),
      relay: createRelay(ports, life.sender, draw, { relayer: chance.uuid(), random: chance.next }),
    };
  }
  const running = [aProcess(), aProcess()];

  /** What is gone is replaced; anything else that throws is a fault. */
  function buried(error?: unknown): void {
    if (error !== undefined && !running.some((process) => process.ended())) throw error;
    for (const [index, process] of running.entries())
      if (process.ended()) {
        endings.push(now());
        running[index] = aProcess();
      }
  }

  return {
    log,
    /** When one ended. */
    endings,
    /** Both look at the same time, until neither has anything due: as much as is due now, and no waiting. */
    async look(): Promise<void> {
      for (let done = 1; done > 0;) {
        done = 0;
        const work = running.flatMap(({ sweep, relay }) => [sweep(), relay()]);
        for (const result of await Promise.allSettled(work))
          if (result.status === 'fulfilled') done += result.value;
          else buried(result.reason);
        buried();
      }
    },
    /** Asks the nth replica; one that ends meanwhile has answered nothing, and it is asked for again. */
    async ask<T>(nth: number, work: (ports: Ports) => Promise<T>): Promise<T> {
      for (;;) {
        const process = running[nth % running.length];
        if (process === undefined) throw new Error('nothing runs');
        try {
          return await work(process.ports);
        } catch (error) {
          if (!process.ended()) throw error;
          buried();
        }
      }
    },
  };
}
export type Replicas = ReturnType<typeof replicas>;
