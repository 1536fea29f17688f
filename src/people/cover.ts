import { z } from 'zod';
import { addDays, type Day } from '../calendar/days.js';
import { type Directory, isCurrent, personById, teamsHeldBy } from './directory.js';
import type { Person } from './person.js';
import { worksOn } from './works.js';

/** The English days, both ends in, on which somebody is away, and who acts for them then; absent: nobody does. */
export const coverSchema = z.object({
  by: z.string().optional(),
  from: z.string(),
  to: z.string(),
  enteredBy: z.string(),
  at: z.string(),
});
export type Cover = z.infer<typeof coverSchema>;

/** The absence that a day falls into. */
export const absenceOn = ({ covers = [] }: Pick<Person, 'covers'>, day: Day): Cover | undefined =>
  covers.find(({ from, to }) => from <= day && day <= to);

/** The last day before one on which somebody was there: one of their own working days, and not away. */
export function lastThereBefore(person: Person, day: Day): Day {
  for (let each = addDays(day, -1); each > addDays(day, -62); each = addDays(each, -1))
    if (worksOn(person, each) && absenceOn(person, each) === undefined) return each;
  return addDays(day, -1);
}

/** Absences that are not over: today's, and those to come, the next one first. */
export const absencesFrom = ({ covers = [] }: Pick<Person, 'covers'>, today: Day): Cover[] =>
  covers.filter(({ to }) => today <= to).toSorted((a, b) => (a.from < b.from ? -1 : 1));

export const holdsAStage = (directory: Directory, person: Person): boolean =>
  teamsHeldBy(directory, person).length > 0;

export const isOnIroSide = ({ roles }: Person): boolean => roles.includes('iro') || roles.includes('lead');

/** Whoever is away or has left covers nobody on that day, and what they cover is not passed on. */
const inForce = (person: Person, directory: Directory, today: Day): Person | undefined => {
  const by = absenceOn(person, today)?.by;
  const cover = by === undefined ? undefined : personById(directory, by);
  if (cover === undefined || !isCurrent(cover, today)) return undefined;
  return absenceOn(cover, today) === undefined ? cover : undefined;
};

/** English days, both ends in. */
export type Days = Pick<Cover, 'from' | 'to'>;

const common = (one: Days, other: Days): Days[] =>
  one.from <= other.to && other.from <= one.to
    ? [
        {
          from: one.from < other.from ? other.from : one.from,
          to: one.to < other.to ? one.to : other.to,
        },
      ]
    : [];

/** The days of an absence, from today on, on which who covers is away too: nobody covers then. */
export const daysBothAway = (cover: Cover, by: Pick<Person, 'covers'>, today: Day): Days[] =>
  absencesFrom(by, today)
    .flatMap((absence) => common(absence, cover))
    .flatMap((days) => common(days, { from: today, to: days.to }));

/** Whom somebody covers on some of these days, and on which. */
export const coveredBy = (
  person: Person,
  period: Days,
  { people }: Directory,
): (Days & { absent: Person })[] =>
  people.flatMap((absent) =>
    (absent.covers ?? [])
      .filter(({ by }) => by === person.id)
      .flatMap((cover) => common(cover, period))
      .map((days) => ({ absent, ...days })),
  );

/** A stage is covered by a manager. */
export const mayCoverAStage = ({ roles }: Person): boolean => roles.includes('manager');

/** Who acts for the holder of a stage today. */
export function stageCover(holder: Person, directory: Directory, today: Day): Person | undefined {
  const cover = inForce(holder, directory, today);
  return cover !== undefined && mayCoverAStage(cover) ? cover : undefined;
}

/** Answers for a stage today, as its holder or for one: of any team, for independence is not weighed case by case. */
function actsAtAStage(person: Person, directory: Directory, today: Day): boolean {
  if (holdsAStage(directory, person)) return true;
  return directory.people.some(
    (each) => holdsAStage(directory, each) && stageCover(each, directory, today)?.id === person.id,
  );
}

/** An IRO is covered by an IRO or a lead, never by anyone who holds a stage. */
export function iroCover(iro: Person, directory: Directory, today: Day): Person | undefined {
  const cover = inForce(iro, directory, today);
  if (cover === undefined || !isOnIroSide(cover)) return undefined;
  return actsAtAStage(cover, directory, today) ? undefined : cover;
}

/** For whom somebody acts on the IRO side today, themselves first. */
export function irosActedFor(person: Person, directory: Directory, today: Day): Person[] {
  const own = person.roles.includes('iro') ? [person] : [];
  const covered = directory.people.filter(
    (each) =>
      each.id !== person.id &&
      each.roles.includes('iro') &&
      isCurrent(each, today) &&
      iroCover(each, directory, today)?.id === person.id,
  );
  return [...own, ...covered];
}

/** For whom a lead stands in today: IROs who are away or have left, and whom nobody covers. */
export const irosWithoutCover = (lead: Person, directory: Directory, today: Day): Person[] =>
  lead.roles.includes('lead')
    ? directory.people.filter(
        (each) =>
          each.id !== lead.id &&
          each.roles.includes('iro') &&
          (!isCurrent(each, today) || absenceOn(each, today) !== undefined) &&
          iroCover(each, directory, today) === undefined,
      )
    : [];

/** Who acts for a child today: the allocated IRO, by upn, and who covers them. */
export const actsForChildrenOf = (iro: string, person: Person, directory: Directory, today: Day): boolean =>
  irosActedFor(person, directory, today).some(({ upn }) => upn === iro);

/** Names of the teams in which somebody answers for a stage today, for any or for one, as its holder or for them. */
export function teamsActedFor(person: Person, directory: Directory, today: Day, stage?: string): string[] {
  const covered = directory.people.filter((each) => stageCover(each, directory, today)?.id === person.id);
  const teams = [person, ...covered].flatMap((each) =>
    teamsHeldBy(directory, each).filter(({ stages }) => stage === undefined || stages[stage] === each.upn),
  );
  return [...new Set(teams.map(({ name }) => name))];
}

/** Why somebody may not cover, or what it would cover. */
export type Covering = 'iro' | 'stage';
export type CoverRefusal =
  | 'oneself'
  | 'nothing-to-cover'
  | 'holds-a-stage'
  | 'not-iro-side'
  | 'not-a-manager'
  | 'not-on-the-list'
  | 'overlaps'
  | 'away-too';

export const overlapping = (person: Person, from: Day, to: Day): Cover | undefined =>
  person.covers?.find((each) => each.from <= to && from <= each.to);

/** Whether somebody may act for another on these days, and in what; the rules are looked at again every day. */
export function coveringBy(
  person: Person,
  by: Person,
  period: Days,
  directory: Directory,
): { readonly covers: readonly Covering[] } | { readonly refused: CoverRefusal } {
  if (person.id === by.id) return { refused: 'oneself' };
  const asIro = person.roles.includes('iro');
  const asHolder = holdsAStage(directory, person);
  if (!asIro && !asHolder) return { refused: 'nothing-to-cover' };
  if (!isCurrent(by, period.from) || !isCurrent(by, period.to)) return { refused: 'not-on-the-list' };
  if (overlapping(person, period.from, period.to) !== undefined) return { refused: 'overlaps' };
  if (overlapping(by, period.from, period.to) !== undefined) return { refused: 'away-too' };
  const coversStage = directory.people.some(
    (each) =>
      holdsAStage(directory, each) &&
      each.covers?.some((cover) => cover.by === by.id && cover.from <= period.to && period.from <= cover.to),
  );
  const independent = !holdsAStage(directory, by) && !coversStage && !(asHolder && mayCoverAStage(by));
  const covers: Covering[] = [
    ...(asIro && isOnIroSide(by) && independent ? (['iro'] as const) : []),
    ...(asHolder && mayCoverAStage(by) ? (['stage'] as const) : []),
  ];
  if (covers.length > 0) return { covers };
  if (!asIro) return { refused: 'not-a-manager' };
  return { refused: isOnIroSide(by) ? 'holds-a-stage' : 'not-iro-side' };
}
