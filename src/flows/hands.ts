import { addDays, atHour, englishDay, type Instant } from '../calendar/days.js';
import type { Dispute } from '../disputes/dispute.js';
import { type AllocatedTo, handedOver, reallocated } from '../disputes/hands.js';
import { type Directory, personByUpn, teamByName } from '../people/directory.js';
import { currentAllocation } from '../reviews/allocation.js';
import { childId } from '../reviews/facts.js';
import type { DirectoryMark, Stored } from '../store/store.js';
import { tellArrivals } from './arrivals.js';
import { change, readDirectory } from './directory.js';
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
  const open: Listed[] = [];
  for (const { document: dispute } of await store.disputes({ by: 'everyone', open: true }))
    open.push({ dispute, to: await allocatedTo(ports, dispute, directory) });
  const several = [...gettingSeveral(open)].filter((iro) => document.arrived?.includes(iro) !== true);
  if (several.length > 0) {
    // Kept first: once some have moved, nobody can tell that there were several.
    const arrived = [...(document.arrived ?? []), ...several];
    if ((await store.save({ ...document, arrived }, etag)) === 'changedMeanwhile') return false;
    const kept = await store.load('directory', 'directory');
    return kept === undefined ? false : lookAtHands(ports, kept);
  }
  const arrived = new Set(document.arrived);
  for (const listed of open) await handOver(ports, listed, arrived, directory, now);
  for (const iro of arrived) await tellArrivals(ports, iro);
  const wakeAt = nextDayOfHands(directory, now);
  const { wakeAt: _, arrived: __, ...mark } = { ...document, changedAt: now };
  const saved = await store.save(wakeAt === undefined ? mark : { ...mark, wakeAt }, etag);
  return saved === 'saved';
}

interface Listed {
  readonly dispute: Dispute;
  readonly to: AllocatedTo | undefined;
}

/** To whom more than one dispute comes at once, by person id: they are told with one card. */
function gettingSeveral(open: readonly Listed[]): Set<string> {
  const coming = open.flatMap(({ dispute, to }) =>
    to === undefined || to.iro === dispute.iro ? [] : [to.iro],
  );
  return new Set(coming.filter((iro, index) => coming.indexOf(iro) !== index));
}

/** Where the allocation names nobody on the list, or a team that is none, it stays as it was. */
async function allocatedTo(
  { store }: Ports,
  dispute: Dispute,
  directory: Directory,
): Promise<AllocatedTo | undefined> {
  const [first] = dispute.children;
  const child = first === undefined ? undefined : await store.load('child', childId(first.ref));
  const allocation = child === undefined ? undefined : currentAllocation(child.document);
  if (allocation === undefined) return undefined;
  return {
    iro: personByUpn(directory, allocation.iro)?.id ?? dispute.iro,
    team: teamByName(directory, allocation.team)?.name ?? dispute.team,
    by: allocation.by,
  };
}

/** By compare-and-swap, again from the newest where somebody was first. */
async function handOver(
  { store }: Ports,
  { dispute: listed, to }: Listed,
  arrived: ReadonlySet<string>,
  directory: Directory,
  now: Instant,
): Promise<void> {
  const moving = (dispute: Dispute): Dispute | undefined => {
    const moved =
      to === undefined ? undefined : reallocated(dispute, to, now, { quietly: arrived.has(to.iro) });
    return handedOver(moved ?? dispute, directory, now) ?? moved;
  };
  if (moving(listed) === undefined) return;
  await change(store, 'dispute', listed.id, (known) => {
    const next = moving(known);
    return next === undefined ? undefined : wakingAt(next, directory.policy.morningHour);
  });
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
