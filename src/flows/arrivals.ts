import { arrivalsCard, type Arrivals } from '../cards/index.js';
import { addDays, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import { isCurrent, personById } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { arrivalOf, arrivalsBetween } from '../reviews/arrivals.js';
import type { Delivery } from '../store/store.js';
import { type Answer, lasting, sceneOf, viewerOf } from './answer.js';
import { childrenOfIro } from './children.js';
import { askToTell, ping } from './delivery.js';
import type { Ports } from './ports.js';

const prefix = 'arrivals:';
export const isArrivals = (id: string): boolean => id.startsWith(prefix);
const arrivalsId = (person: string) => `${prefix}${person}`;

/** What came more days ago than this is no news, whether it was told or not. */
const newsFor = 14;

/** Each card tells of what came up to an instant: its event is that instant, in milliseconds. */
const at = (event: number): Instant => new Date(event).toISOString();

/**
 * After what a card tells, and up to what: on the day of it, and of those before it that were overtaken untold; never
 * what an earlier card has told.
 */
function spanOf(deliveries: readonly Delivery[], now: Instant): { after: Instant; until: Instant } {
  const told = deliveries.flatMap((delivery) => delivery.told.map(({ event }) => event));
  const waits = deliveries.flatMap(({ ping: waiting }) => (waiting === undefined ? [] : [waiting.event]));
  const last = Math.max(...waits, ...told, 0);
  const before = Math.max(0, ...told.filter((event) => event < last));
  const untold = deliveries.flatMap((delivery) => delivery.untold.map(({ event }) => event));
  const until = last === 0 ? now : at(last);
  const first = Math.min(Date.parse(until), ...untold.filter((event) => event > before));
  const day = startOfDay(englishDay(at(first)));
  return { after: at(before) > day ? at(before) : day, until };
}

/** What the last card about it tells somebody, or is going to. */
export async function loadArrivals(ports: Ports, id: string): Promise<Arrivals | undefined> {
  const person = (await ports.store.load('person', id.slice(prefix.length)))?.document;
  if (person === undefined) return undefined;
  const deliveries = (await ports.store.deliveriesAbout(id)).map(({ document }) => document);
  const now = ports.now();
  const { after, until } = spanOf(deliveries, now);
  const children = arrivalsBetween(await childrenOfIro(ports, person), after, until);
  const refs = new Set(children.map(({ ref }) => ref));
  const disputes = (await ports.store.disputes({ by: 'iro', iro: person.id, open: true }))
    .map(({ document }) => document)
    .filter(({ children: [first] }) => first !== undefined && refs.has(first.ref));
  return { type: 'arrivals', id, turn: 0, changedAt: until, person, children, disputes };
}

/** Asks for one card about what came to somebody. Harmless to repeat: what a card has told is not told again. */
export async function tellArrivals(ports: Ports, to: string): Promise<void> {
  const { directory, today } = await sceneOf(ports);
  const person = personById(directory, to);
  if (person === undefined || !isCurrent(person, today)) return;
  const came = (await childrenOfIro(ports, person))
    .flatMap((child) => arrivalOf(child)?.at ?? [])
    .toSorted()
    .at(-1);
  const now = ports.now();
  if (came === undefined || came < startOfDay(addDays(today, -newsFor))) return;
  const id = arrivalsId(person.id);
  const event = Date.parse(came);
  await askToTell(ports, id, (deliveries) => {
    if ([...deliveries.values()].some(({ told }) => told.some((each) => each.event >= event))) return;
    ping(person, 'follower', { event, turn: 0, why: 'arrivals' }, { id }, deliveries, now);
  });
}

/** *Show more* of that card. */
export async function showArrivals(ports: Ports, person: Person, page: number): Promise<Answer | undefined> {
  const arrivals = await loadArrivals(ports, arrivalsId(person.id));
  if (arrivals === undefined) return undefined;
  const scene = await sceneOf(ports);
  return lasting(arrivalsCard(arrivals, (dispute) => viewerOf(dispute, person, scene), scene, page));
}
