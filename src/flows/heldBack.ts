import type { Instant } from '../calendar/days.js';

const first = 5_000;
const longest = 60 * 60_000;

/**
 * Documents whose step threw: each waits longer every time, so that it blocks nobody. In memory alone: after a restart
 * each is tried again, which is what a restart is for.
 */
export function createHeldBack() {
  const held = new Map<string, { readonly until: number; readonly times: number }>();
  return {
    /** How many more than one wants must be asked for: they may stand at the front of the queue. */
    count: () => held.size,
    holds: (id: string, now: Instant) => (held.get(id)?.until ?? 0) > Date.parse(now),
    threw(id: string, now: Instant): void {
      const times = (held.get(id)?.times ?? 0) + 1;
      held.set(id, { until: Date.parse(now) + Math.min(first * 2 ** (times - 1), longest), times });
    },
    worked(id: string): void {
      held.delete(id);
    },
  };
}
