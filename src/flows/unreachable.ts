import { type Scene, unreachableCard, type UnreachableRow } from '../cards/index.js';
import { isCurrent, personById } from '../people/directory.js';
import type { Person } from '../people/person.js';
import type { Delivery } from '../store/store.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import type { Ports } from './ports.js';

/** Who could not be told of what, and who cannot be reached: for leads. */
export async function listUnreachable(ports: Ports, person: Person, page: number): Promise<Answer> {
  const scene = await sceneOf(ports);
  const untold = await unreachableRows(ports, person, scene);
  return lasting(unreachableCard([...untold, ...othersOutOfReach(untold, person, scene)], scene, page));
}

/** One row for each notice that reached nobody, with who was told of it instead; of these teams alone. */
export async function unreachableRows(
  ports: Ports,
  person: Person,
  scene: Scene,
  counts: (team: string) => boolean = () => true,
): Promise<UnreachableRow[]> {
  const disputes = new Map(
    (await ports.store.disputes({ by: 'everyone', open: true })).map(({ document }) => [
      document.id,
      document,
    ]),
  );
  const notes = new Map(
    (await ports.store.all('good-practice')).map(({ document }) => [document.id, document]),
  );
  const rows: UnreachableRow[] = [];
  for (const { document: delivery } of await ports.store.unreachableDeliveries()) {
    const dispute = disputes.get(delivery.subject);
    const note = notes.get(delivery.subject);
    const who = personById(scene.directory, delivery.person);
    if (who === undefined || person.id === who.id) continue;
    if (!counts((dispute ?? note)?.team ?? '')) continue;
    const row = { person: who.name, reach: who.reach, why: delivery.reason ?? '' };
    if (dispute !== undefined) {
      const insteadOf = await toldInstead(ports, delivery, scene);
      rows.push({ ...row, about: { dispute: dispute.id, number: dispute.number }, insteadOf });
    } else if (note !== undefined && note.passedOn === undefined)
      rows.push({ ...row, about: { goodPractice: note.id }, insteadOf: [] });
  }
  return rows;
}

/** By name: who was told of the event that did not get through. */
async function toldInstead({ store }: Ports, missed: Delivery, scene: Scene): Promise<string[]> {
  const last = missed.untold.findLast(({ result }) => result === 'unreachable');
  const deliveries = await store.deliveriesAbout(missed.subject);
  const told = deliveries
    .map(({ document }) => document)
    .filter(
      ({ person, told: cards }) =>
        person !== missed.person && cards.some(({ event }) => event === last?.event),
    );
  return [...new Set(told.map(({ person }) => person))].flatMap(
    (id) => personById(scene.directory, id)?.name ?? [],
  );
}

/** Who took the app away or blocked it, and to whom nothing was to be told since. */
function othersOutOfReach(
  untold: readonly UnreachableRow[],
  person: Person,
  { directory, today }: Scene,
): UnreachableRow[] {
  return directory.people
    .filter((each) => isCurrent(each, today) && each.id !== person.id)
    .filter(
      ({ reach, name }) =>
        reach !== undefined && reach.state !== 'installed' && !untold.some((row) => row.person === name),
    )
    .map(({ name, reach }) => ({ person: name, reach, why: '', insteadOf: [] }));
}
