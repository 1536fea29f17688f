import { addDays, atHour, englishDay, type Instant } from '../calendar/days.js';
import { handedOver } from '../disputes/hands.js';
import type { Directory } from '../people/directory.js';
import type { DirectoryMark, Stored } from '../store/store.js';
import { readDirectory } from './directory.js';
import type { Ports } from './ports.js';
import { wakingAt } from './telling.js';

/**
 * Looks at every open dispute for whose it is by now: people, teams or covers have changed, or the day of one has come.
 * The mark itself is saved last, so that a crash in between repeats harmlessly. False: another was first.
 */
export async function lookAtHands(ports: Ports, { document, etag }: Stored<DirectoryMark>): Promise<boolean> {
  const { store } = ports;
  const now = ports.now();
  const directory = await readDirectory(store);
  for (const { document } of await store.disputes({ by: 'everyone', open: true }))
    if (handedOver(document, directory, now) !== undefined)
      await handOver(ports, document.id, directory, now);
  const wakeAt = nextDayOfHands(directory, now);
  const { wakeAt: _, ...mark } = { ...document, changedAt: now };
  const saved = await store.save(wakeAt === undefined ? mark : { ...mark, wakeAt }, etag);
  return saved === 'saved';
}

async function handOver({ store }: Ports, id: string, directory: Directory, now: Instant): Promise<void> {
  for (;;) {
    const stored = await store.load('dispute', id);
    const next = stored === undefined ? undefined : handedOver(stored.document, directory, now);
    if (stored === undefined || next === undefined) return;
    if ((await store.save(wakingAt(next, directory.policy.morningHour), stored.etag)) === 'saved') return;
  }
}

/** The policy's hour of the next day on which somebody goes, comes back, starts or has left. */
export function nextDayOfHands({ people, policy }: Directory, now: Instant): Instant | undefined {
  const days = people.flatMap(({ from, to, covers = [] }) => [
    from,
    to === undefined ? undefined : addDays(to, 1),
    ...covers.flatMap((cover) => [cover.from, addDays(cover.to, 1)]),
  ]);
  const today = englishDay(now);
  return days
    .filter((day) => day !== undefined)
    .filter((day) => day >= today)
    .map((day) => atHour(day, policy.morningHour))
    .filter((at) => at > now)
    .toSorted()[0];
}
