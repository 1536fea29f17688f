import type { Dispute } from '../disputes/dispute.js';
import { absenceOn, holdsAStage, iroCover, stageCover } from '../people/cover.js';
import { personById } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { actsFor, judging } from '../people/rights.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import { day } from './words.js';

const says = words.cover;

/** For whom somebody acts in a dispute, or who acts for them, and until when; undefined: nobody is away. */
export function actingLine(dispute: Dispute, { person, sides }: Viewer, scene: Scene): string | undefined {
  if (dispute.status === 'closed') return undefined;
  const { directory, today } = scene;
  const absent = personById(directory, actsFor(dispute, person, directory, today) ?? '');
  const absence = absent === undefined ? undefined : absenceOn(absent, today);
  if (absent !== undefined && absence !== undefined)
    return says.actingFor(absent.name, day(absence.to, scene));
  const own = absenceOn(person, today);
  if (own === undefined) return undefined;
  const [acting] = sides.has('iro')
    ? judging(dispute, directory, today).asked.filter(({ id }) => id !== person.id)
    : [sides.has('responder') ? stageCover(person, directory, today) : undefined];
  return acting === undefined ? undefined : says.actsForYou(acting.name, day(own.to, scene));
}

/** Everybody for whom somebody acts today. */
export const actingLines = (person: Person, scene: Scene): string[] =>
  scene.directory.people.flatMap((absent) => {
    const absence = absenceOn(absent, scene.today);
    return absence !== undefined && isActedFor(absent, person, scene)
      ? [says.actingFor(absent.name, day(absence.to, scene))]
      : [];
  });

/** Rights of a cover are looked at every day, not only when it is entered. */
export const isActedFor = (absent: Person, person: Person, { directory, today }: Scene): boolean =>
  (absent.roles.includes('iro') && iroCover(absent, directory, today)?.id === person.id) ||
  (holdsAStage(directory, absent) && stageCover(absent, directory, today)?.id === person.id);
