import type { Scene } from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import { irosActedFor, teamsActedFor } from '../people/cover.js';
import type { Person } from '../people/person.js';
import { mayRead } from '../people/rights.js';
import { viewerOf } from './answer.js';
import type { Ports } from './ports.js';

/** Open disputes: an IRO's own, those of the stages that a manager holds or held, of whom they cover, every one for a lead. */
export async function openFor(ports: Ports, person: Person, scene: Scene): Promise<Dispute[]> {
  const found = new Map<string, Dispute>();
  const add = (stored: readonly { document: Dispute }[]) => {
    for (const { document } of stored) found.set(document.id, document);
  };
  const { store } = ports;
  if (person.roles.includes('lead')) add(await store.disputes({ by: 'everyone', open: true }));
  else {
    const { directory, today } = scene;
    for (const { id } of irosActedFor(person, directory, today))
      add(await store.disputes({ by: 'iro', iro: id, open: true }));
    const teams = teamsActedFor(person, directory, today);
    if (teams.length > 0 || person.roles.includes('manager'))
      add(await store.disputes({ by: 'responder', person: person.id, teams, open: true }));
  }
  return [...found.values()].filter((dispute) => mayRead(viewerOf(dispute, person, scene).sides));
}
