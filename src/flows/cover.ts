import { addDays, type Day } from '../calendar/days.js';
import { writtenDay } from '../calendar/writtenDay.js';
import {
  coverCard,
  coverEndedCard,
  coverNotEndedCard,
  coverList,
  type CoverProblem,
  coverProblem,
  type Scene,
  whichPersonCard,
} from '../cards/index.js';
import {
  absenceOn,
  absencesFrom,
  type Cover,
  coveredBy,
  coveringBy,
  type CoverRefusal,
  type Days,
  overlapping,
} from '../people/cover.js';
import { isCurrent } from '../people/directory.js';
import { namedAs } from '../people/named.js';
import type { Person } from '../people/person.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import { type CoverAsked, coverAsked, coverWords, self } from './coverAsked.js';
import { onlyTheirs, otherSideOf } from './coverSides.js';
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
  const problem = (what: CoverProblem) => lasting(coverProblem(what, person));
  if (asked.kind === 'how') return problem({ kind: 'how' });
  if (asked.kind === 'list') return lasting(coverList(seenBy(person, scene), person, scene, page));
  const who = asked.who === self ? [person] : found(asked.who, scene);
  const [absent, ...others] = who;
  if (absent === undefined) return problem({ kind: 'no-name', text: asked.who });
  if (others.length > 0)
    return lasting(whichPersonCard(asked.who, who, (upn) => coverWords({ ...asked, who: upn })));
  if (!lead && absent.id !== person.id) return problem({ kind: 'lead-only' });
  return asked.kind === 'end'
    ? endCover(ports, person, absent, asked, scene)
    : enter(ports, person, absent, asked, scene);
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
  const problem = (what: CoverProblem) => lasting(coverProblem(what, person));
  const from = writtenDay(asked.from, scene.today);
  if (from === undefined) return problem({ kind: 'no-day', text: asked.from });
  const to = writtenDay(asked.to, scene.today, from);
  if (to === undefined) return problem({ kind: 'no-day', text: asked.to });
  if (to < from) return problem({ kind: 'backwards' });
  if (to < scene.today) return problem({ kind: 'over' });
  const candidates = asked.by === '' ? [] : found(asked.by, scene);
  const [by, ...others] = candidates;
  if (asked.by !== '' && by === undefined) return problem({ kind: 'no-name', text: asked.by });
  if (others.length > 0)
    return lasting(whichPersonCard(asked.by, candidates, (upn) => coverWords({ ...asked, by: upn })));
  const cover: Cover = {
    ...(by === undefined ? {} : { by: by.id }),
    from,
    to,
    enteredBy: person.id,
    at: scene.now,
  };
  let refused = refusalOf(absent, by, cover, scene);
  // As they are in the store: somebody else may have entered or ended one a moment ago.
  await change(ports.store, 'person', absent.id, (known) => {
    refused = refusalOf(known, by, cover, scene);
    return refused === undefined ? { ...known, covers: [...(known.covers ?? []), cover] } : undefined;
  });
  if (refused !== undefined)
    return problem({ kind: 'refused', why: refused, name: absent.name, by: by?.name ?? '' });
  await ports.directoryChanged({ hands: true });
  ports.nudge();
  const covering =
    by === undefined ? undefined : coveringBy({ ...absent, covers: [] }, by, cover, scene.directory);
  const then = await sceneOf(ports);
  const staysIn = await onlyTheirs(ports, absent, cover, then);
  const notIn = by === undefined ? [] : await otherSideOf(ports, absent, by, then);
  return lasting(
    coverCard(absent, by, cover, person, then, {
      covers: covering !== undefined && 'covers' in covering ? covering.covers : [],
      notIn: notIn.filter((number) => !staysIn.includes(number)),
      staysIn,
      leaves: coveredBy(absent, { from: from < then.today ? then.today : from, to }, then.directory),
      hasLead: then.directory.people.some(
        (each) => each.id !== absent.id && each.roles.includes('lead') && isCurrent(each, then.today),
      ),
    }),
  );
}

function refusalOf(
  absent: Person,
  by: Person | undefined,
  period: Days,
  { directory }: Scene,
): CoverRefusal | undefined {
  if (by === undefined)
    return overlapping(absent, period.from, period.to) === undefined ? undefined : 'overlaps';
  const covering = coveringBy(absent, by, period, directory);
  return 'refused' in covering ? covering.refused : undefined;
}

/** Ends the absence that begins on a day, else the one of today; of no other. What is past stays. */
async function endCover(
  ports: Ports,
  person: Person,
  absent: Person,
  asked: Extract<CoverAsked, { kind: 'end' }>,
  scene: Scene,
): Promise<Answer> {
  const { today: on } = scene;
  const from = asked.from === undefined ? undefined : writtenDay(asked.from, on);
  if (asked.from !== undefined && from === undefined)
    return lasting(coverProblem({ kind: 'no-day', text: asked.from }, person));
  let left: readonly Cover[] = [];
  let ending: Cover | undefined;
  await change(ports.store, 'person', absent.id, (known) => {
    left = absencesFrom(known, on);
    const which = from === undefined ? absenceOn(known, on) : left.find((each) => each.from === from);
    ending = which;
    if (which === undefined) return undefined;
    return { ...known, covers: (known.covers ?? []).flatMap((each) => endedBefore(on, each, which)) };
  });
  if (ending === undefined) return lasting(coverNotEndedCard(absent, from, left, person, scene));
  await ports.directoryChanged({ hands: true });
  ports.nudge();
  return lasting(coverEndedCard(absent, ending, scene));
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
