import type { Scene } from '../cards/index.js';
import { type Cover, teamsActedFor } from '../people/cover.js';
import type { Person } from '../people/person.js';
import { judging } from '../people/rights.js';
import type { Ports } from './ports.js';

/** Open disputes of theirs in which nobody else can speak for the IRO side while they are away, by number. */
export async function onlyTheirs(
  { store }: Ports,
  absent: Person,
  { from }: Cover,
  { directory, today: on }: Scene,
): Promise<string[]> {
  const day = from < on ? on : from;
  return (await store.disputes({ by: 'iro', iro: absent.id, open: true }))
    .map(({ document }) => document)
    .filter((dispute) => {
      const [asked, ...others] = judging(dispute, directory, day).asked;
      return asked?.id === absent.id && others.length === 0;
    })
    .map(({ number }) => number);
}

/** Open disputes in which the cover stands, or stood, on the other side: there nobody decides on both. */
export async function otherSideOf(
  { store }: Ports,
  absent: Person,
  by: Person,
  scene: Scene,
): Promise<string[]> {
  const teams = teamsActedFor(absent, scene.directory, scene.today);
  const [own, answered] = await Promise.all([
    store.disputes({ by: 'iro', iro: absent.id, open: true }),
    store.disputes({ by: 'responder', person: absent.id, teams, open: true }),
  ]);
  return [
    ...own.filter(({ document }) => document.involved.includes(by.id)),
    ...answered.filter(({ document }) => document.iro === by.id || document.judges.includes(by.id)),
  ].map(({ document }) => document.number);
}
