import { addDays, type Day } from '../calendar/days.js';
import { writtenDay } from '../calendar/writtenDay.js';
import {
  coverCard,
  coverEndedCard,
  coverList,
  coverProblem,
  type Scene,
  whichPersonCard,
} from '../cards/index.js';
import { absencesFrom, type Cover, coveringBy, overlapping, teamsActedFor } from '../people/cover.js';
import { isCurrent, leadsFor } from '../people/directory.js';
import { namedAs } from '../people/named.js';
import type { Person } from '../people/person.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import { type CoverAsked, coverAsked, coverWords, self } from './coverAsked.js';
import { change } from './directory.js';
import type { Ports } from './ports.js';

/** Answers what is written about who is away; undefined: it is about something else. */
export async function answerCover(
  ports: Ports,
  person: Person,
  words: string,
  page: number,
): Promise<Answer | undefined> {
  const asked = coverAsked(words);
  if (asked === undefined || person.roles.every((role) => role === 'admin')) return undefined;
  const scene = await sceneOf(ports);
  const lead = person.roles.includes('lead');
  if (asked.kind === 'how') return lasting(coverProblem({ kind: lead ? 'how-cover' : 'how-away' }));
  if (asked.kind === 'list') return lasting(coverList(seenBy(person, scene), person, scene, page));
  const who = asked.who === self ? [person] : found(asked.who, scene);
  const [absent, ...others] = who;
  if (absent === undefined) return lasting(coverProblem({ kind: 'no-name', text: asked.who }));
  if (others.length > 0)
    return lasting(whichPersonCard(asked.who, who, (upn) => coverWords({ ...asked, who: upn })));
  if (!lead && absent.id !== person.id) return lasting(coverProblem({ kind: 'lead-only' }));
  return asked.kind === 'end' ? endCover(ports, absent, scene) : enter(ports, person, absent, asked, scene);
}

const found = (text: string, { directory, today: on }: Scene) =>
  namedAs(text, directory.people).filter(
    (each) => isCurrent(each, on) && each.roles.some((role) => role !== 'admin'),
  );

async function enter(
  ports: Ports,
  person: Person,
  absent: Person,
  asked: Extract<CoverAsked, { kind: 'enter' }>,
  scene: Scene,
): Promise<Answer> {
  const [from, to] = [writtenDay(asked.from, scene.today), writtenDay(asked.to, scene.today)];
  if (from === undefined) return lasting(coverProblem({ kind: 'no-day', text: asked.from }));
  if (to === undefined) return lasting(coverProblem({ kind: 'no-day', text: asked.to }));
  if (to < from) return lasting(coverProblem({ kind: 'backwards' }));
  if (to < scene.today) return lasting(coverProblem({ kind: 'over' }));
  const candidates = asked.by === '' ? [] : found(asked.by, scene);
  const [by, ...others] = candidates;
  if (asked.by !== '' && by === undefined) return lasting(coverProblem({ kind: 'no-name', text: asked.by }));
  if (others.length > 0)
    return lasting(whichPersonCard(asked.by, candidates, (upn) => coverWords({ ...asked, by: upn })));
  const refused = refusalOf(absent, by, { from, to }, scene);
  if (refused !== undefined)
    return lasting(coverProblem({ kind: 'refused', why: refused, name: absent.name, by: by?.name ?? '' }));
  const cover: Cover = {
    ...(by === undefined ? {} : { by: by.id }),
    from,
    to,
    enteredBy: person.id,
    at: scene.now,
  };
  await change(ports.store, 'person', absent.id, (known) =>
    overlapping(known, from, to) === undefined
      ? { ...known, covers: [...(known.covers ?? []), cover] }
      : undefined,
  );
  await ports.directoryChanged({ hands: true });
  ports.nudge();
  const covering = by === undefined ? undefined : coveringBy(absent, by, cover, scene.directory);
  return lasting(
    coverCard(absent, by, cover, person, scene, {
      covers: covering !== undefined && 'covers' in covering ? covering.covers : [],
      notIn: by === undefined ? [] : await otherSideOf(ports, absent, by, scene),
      leads: leadsFor(scene.directory, '', scene.today).filter(({ id }) => id !== absent.id),
    }),
  );
}

function refusalOf(absent: Person, by: Person | undefined, period: Pick<Cover, 'from' | 'to'>, scene: Scene) {
  if (by === undefined)
    return overlapping(absent, period.from, period.to) === undefined ? undefined : ('overlaps' as const);
  const covering = coveringBy(absent, by, period, scene.directory);
  return 'refused' in covering ? covering.refused : undefined;
}

/** Open disputes in which the cover stands, or stood, on the other side: there nobody decides on both. */
async function otherSideOf({ store }: Ports, absent: Person, by: Person, scene: Scene): Promise<string[]> {
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

/** Ends the absence of today, else the next one to come. What is past stays. */
async function endCover(ports: Ports, absent: Person, scene: Scene): Promise<Answer> {
  const [ending] = absencesFrom(absent, scene.today);
  if (ending === undefined) return lasting(coverEndedCard(absent, undefined, scene));
  const began = ending.from <= scene.today;
  await change(ports.store, 'person', absent.id, ({ covers = [], ...known }) => ({
    ...known,
    covers: covers.flatMap((each) => endedBefore(scene.today, each, ending)),
  }));
  await ports.directoryChanged({ hands: true });
  ports.nudge();
  return lasting(coverEndedCard(absent, { ...ending, began }, scene));
}

function endedBefore(day: Day, cover: Cover, ending: Cover): Cover[] {
  if (cover.from !== ending.from || cover.at !== ending.at) return [cover];
  return cover.from < day ? [{ ...cover, to: addDays(day, -1) }] : [];
}

/** A lead sees every absence, anybody else their own and those in which they act. */
function seenBy(person: Person, { directory, today: on }: Scene) {
  return directory.people
    .flatMap((absent) => absencesFrom(absent, on).map((cover) => ({ absent, cover })))
    .filter(
      ({ absent, cover }) =>
        person.roles.includes('lead') || absent.id === person.id || cover.by === person.id,
    )
    .toSorted((a, b) => (a.cover.from < b.cover.from ? -1 : 1));
}
