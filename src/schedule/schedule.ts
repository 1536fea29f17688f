import type { Log } from '../flows/ports.js';

export interface Schedule {
  start(): void;
  /** Something was saved that is due now: both loops look at once. */
  nudge(): void;
  /** Runs both until neither has anything due. */
  settle(): Promise<void>;
  /** Settles once what is under way has ended. */
  stop(): Promise<void>;
}

interface Work {
  /** Each answers how much was done; while it was something, there may be more. */
  readonly sweep: () => Promise<number>;
  readonly relay: () => Promise<number>;
  /** Milliseconds between two looks. */
  readonly every?: number;
  readonly log: Log;
}

/** When to sweep and relay. Two loops that know nothing of each other: a sender that stands never stops a deadline. */
export function createSchedule({ sweep, relay, every = 1_000, log }: Work): Schedule {
  const loops = [createLoop('sweep', sweep, every, log), createLoop('relay', relay, every, log)];
  return {
    start: () => {
      for (const loop of loops) loop.start();
    },
    nudge: () => {
      for (const loop of loops) loop.nudge();
    },
    settle: async () => {
      let done: number;
      do {
        done = 0;
        for (const loop of loops) done += await loop.drain();
      } while (done > 0);
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

function createLoop(name: string, work: () => Promise<number>, every: number, log: Log) {
  let running: Promise<number> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let nudged = false;
  let started = false;

  async function untilNothingIsDue(): Promise<number> {
    let all = 0;
    let done: number;
    do {
      nudged = false;
      done = await work();
      all += done;
    } while (done > 0 || nudged);
    return all;
  }

  /** One run at a time, so that one process keeps one pace. What throws is tried again at the next look. */
  function run(): Promise<number> {
    clearTimeout(timer);
    running ??= untilNothingIsDue()
      .catch((error: unknown) => {
        log.error({ loop: name, error: String(error) }, 'A loop failed: it goes on at its next turn');
        return 0;
      })
      .finally(() => {
        running = undefined;
        // A nudge may have come after the last look and before here.
        if (started && nudged) void run();
        else if (started) timer = setTimeout(() => void run(), every);
      });
    return running;
  }

  return {
    start(): void {
      started = true;
      void run();
    },
    nudge(): void {
      nudged = true;
      if (started) void run();
    },
    /** A run that begins after this call: one under way may have looked too early. */
    async drain(): Promise<number> {
      await running;
      return run();
    },
    async stop(): Promise<void> {
      started = false;
      clearTimeout(timer);
      await running;
    },
  };
}
