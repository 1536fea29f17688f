import type { Day } from '../calendar/days.js';
import type { Stage } from '../policy/ladders.js';
import { absenceOn, actsForChildrenOf, iroCover, stageCover, teamsActedFor } from './cover.js';
import { type Directory, holderOf, isCurrent, leadsFor, personById } from './directory.js';
import type { Person } from './person.js';

/**
 * On which side of a dispute somebody stands.
 * `judge` speaks for the IRO side now; `iro` is the IRO of it (where a lead judges, the IRO may note and withdraw);
 * `responder` holds its stage today; `past` held one; `lead` reads everything.
 */
export type Side = 'judge' | 'iro' | 'responder' | 'past' | 'lead';

/** What rights need to know of a dispute. */
export interface Disputed {
  readonly status: 'informal' | 'waiting' | 'answered' | 'returned' | 'agreed' | 'closed';
  readonly iro: string;
  readonly team: string;
  readonly involved: readonly string[];
  readonly judges: readonly string[];
  readonly kept: { readonly ladder: readonly Omit<Stage, 'label'>[] };
  readonly stage?: { readonly id: string } | undefined;
  readonly sentToManager?: boolean;
}

/**
 * Who answers a stage of this dispute today. `holder`: whose stage it is. `asked`: who is told and waited for; the
 * holder, or who covers them. Who is its IRO, or judged it, cannot answer it: then nobody is asked.
 */
export function answeringAt(
  dispute: Disputed,
  stage: string,
  directory: Directory,
  today: Day,
): { readonly holder?: Person | undefined; readonly asked?: Person | undefined } {
  const may = (person: Person | undefined) =>
    person === undefined || person.id === dispute.iro || dispute.judges.includes(person.id)
      ? undefined
      : person;
  const holder = may(holderOf(directory, dispute.team, stage, today));
  if (holder === undefined || absenceOn(holder, today) === undefined) return { holder, asked: holder };
  return { holder, asked: may(stageCover(holder, directory, today)) };
}

/** Whose answer is waited for at a stage of this dispute. */
export const responderOf = (
  dispute: Disputed,
  stage: string,
  directory: Directory,
  today: Day,
): Person | undefined => answeringAt(dispute, stage, directory, today).asked;

/** Whether somebody answers, or has answered, at a stage of it: they never speak for its IRO side. */
export const isOpposite = (dispute: Disputed, { id }: Person, directory: Directory, today: Day): boolean =>
  dispute.involved.includes(id) ||
  dispute.kept.ladder.some((stage) => {
    const { holder, asked } = answeringAt(dispute, stage.id, directory, today);
    return holder?.id === id || asked?.id === id;
  });

/** The stage whose holder may see it: of an informal one, the first, if the IRO sent it there. */
function stageNow(dispute: Disputed): string | undefined {
  if (dispute.status !== 'informal') return dispute.stage?.id;
  return dispute.sentToManager === true ? dispute.kept.ladder[0]?.id : undefined;
}

/** Holder and cover of the stage that it is on. */
function answeringNow(dispute: Disputed, directory: Directory, today: Day): Person[] {
  const stage = stageNow(dispute);
  const { holder, asked } = stage === undefined ? {} : answeringAt(dispute, stage, directory, today);
  return [holder, asked].filter((person) => person !== undefined);
}

/** Its IRO, unless they have left, or answered it before it was theirs. */
function ownIro(dispute: Disputed, directory: Directory, today: Day): Person | undefined {
  const iro = personById(directory, dispute.iro);
  const may = iro !== undefined && isCurrent(iro, today) && !dispute.involved.includes(iro.id);
  return may ? iro : undefined;
}

/** Who covers the IRO in this dispute. Who holds or held a stage of it does not: then it falls to the leads. */
export function iroCoverIn(dispute: Disputed, directory: Directory, today: Day): Person | undefined {
  const iro = ownIro(dispute, directory, today);
  const cover = iro === undefined ? undefined : iroCover(iro, directory, today);
  return cover === undefined || dispute.involved.includes(cover.id) ? undefined : cover;
}

/** Nobody decides on both sides: who holds, covers or held a stage of it judges nothing. */
function leadsIn(dispute: Disputed, directory: Directory, today: Day): Person[] {
  const answering = answeringNow(dispute, directory, today);
  return leadsFor(directory, dispute.team, today).filter(
    ({ id }) => !answering.some((person) => person.id === id) && !dispute.involved.includes(id),
  );
}

/** From this stage on the ladder has the lead speak for the IRO. */
const isForLead = (dispute: Disputed): boolean =>
  dispute.kept.ladder.find(({ id }) => id === dispute.stage?.id)?.iroSide === 'lead';

/**
 * Who speaks for the IRO side. `asked`: who is told and waited for. `may`: who has the right: an IRO who is away keeps
 * theirs. It is the IRO; who covers them; from a stage on, where the ladder says so, the leads; and the leads for an
 * IRO who has left, or whom nobody can cover. Where a lead should judge and none can, the IRO does, so that no dispute
 * is locked.
 */
export function judging(
  dispute: Disputed,
  directory: Directory,
  today: Day,
): { readonly may: readonly Person[]; readonly asked: readonly Person[] } {
  const iro = ownIro(dispute, directory, today);
  const leads = leadsIn(dispute, directory, today);
  if ((isForLead(dispute) || iro === undefined) && leads.length > 0)
    return { may: leads, asked: thereOf(leads, today) };
  if (iro === undefined) return { may: [], asked: [] };
  if (absenceOn(iro, today) === undefined) return { may: [iro], asked: [iro] };
  const cover = iroCoverIn(dispute, directory, today);
  const standIns = cover === undefined ? leads.filter(({ id }) => id !== iro.id) : [cover];
  return { may: [iro, ...standIns], asked: standIns.length > 0 ? thereOf(standIns, today) : [iro] };
}

/** Those who are there today, else all of them: somebody must know. */
function thereOf(people: readonly Person[], today: Day): readonly Person[] {
  const there = people.filter((person) => absenceOn(person, today) === undefined);
  return there.length > 0 ? there : people;
}

export const judgesOf = (dispute: Disputed, directory: Directory, today: Day): readonly Person[] =>
  judging(dispute, directory, today).may;

export function sidesOf(dispute: Disputed, person: Person, directory: Directory, today: Day): Set<Side> {
  const sides = new Set<Side>();
  if (!isCurrent(person, today)) return sides;
  if (person.roles.includes('lead')) sides.add('lead');
  if (judgesOf(dispute, directory, today).some(({ id }) => id === person.id)) sides.add('judge');
  const isIro = person.id === dispute.iro && !dispute.involved.includes(person.id);
  if (isIro || iroCoverIn(dispute, directory, today)?.id === person.id) return sides.add('iro');
  if (answeringNow(dispute, directory, today).some(({ id }) => id === person.id)) sides.add('responder');
  else if (dispute.involved.includes(person.id)) sides.add('past');
  // Who was its IRO, or covered them, goes on reading it: their card says who has it now.
  else if (sides.size === 0 && dispute.judges.includes(person.id)) sides.add('past');
  return sides;
}

/** For whom somebody acts in this dispute, by person id; undefined: for themselves. */
export function actsFor(
  dispute: Disputed,
  person: Person,
  directory: Directory,
  today: Day,
): string | undefined {
  if (person.id === dispute.iro) return undefined;
  const cover = iroCoverIn(dispute, directory, today)?.id === person.id;
  const { may } = judging(dispute, directory, today);
  const beside = may.some(({ id }) => id === dispute.iro) && may.some(({ id }) => id === person.id);
  if (cover || beside) return dispute.iro;
  const stage = stageNow(dispute);
  const { holder, asked } = stage === undefined ? {} : answeringAt(dispute, stage, directory, today);
  return asked?.id === person.id && holder?.id !== person.id ? holder?.id : undefined;
}

/** Whoever stands on a side may read it, and the words typed in it. */
export const mayRead = (sides: ReadonlySet<Side>) => sides.size > 0;

/** What rights need to know of a note of good practice. */
interface NotedPractice {
  readonly iro: string;
  readonly team: string;
  readonly passedOn?: { readonly by: string } | undefined;
}

/** Who passes good practice on: today's holder of the first stage. Its own IRO does not praise to themselves. */
export function passerOf(note: NotedPractice, directory: Directory, today: Day): Person | undefined {
  return passersOf(note, directory, today).at(-1);
}

/** The holder of the first stage, and who covers them. */
function passersOf(note: NotedPractice, directory: Directory, today: Day): Person[] {
  const holder = holderOf(directory, note.team, directory.policy.ladder[0]?.id ?? '', today);
  const cover = holder === undefined ? undefined : stageCover(holder, directory, today);
  return [holder, cover].filter((person) => person !== undefined).filter(({ id }) => id !== note.iro);
}

/** On which side of a note of good practice somebody stands; undefined: on none, and they learn nothing of it. */
export function sideOfPractice(
  note: NotedPractice,
  person: Person,
  directory: Directory,
  today: Day,
): 'iro' | 'manager' | 'reader' | undefined {
  if (!isCurrent(person, today)) return undefined;
  if (person.id === note.iro) return 'iro';
  if (passersOf(note, directory, today).some(({ id }) => id === person.id)) return 'manager';
  return person.id === note.passedOn?.by || person.roles.includes('lead') ? 'reader' : undefined;
}

/** Reasons and advice that the responders do not see. */
export const isIroSide = (sides: ReadonlySet<Side>) =>
  sides.has('judge') ||
  sides.has('iro') ||
  (sides.has('lead') && !sides.has('responder') && !sides.has('past'));

/** What rights need to know of a child: the upn of its IRO, and its team. */
interface AllocatedTo {
  readonly iro: string;
  readonly team: string;
}

/**
 * As what somebody stands to a child: `iro` acts for it, `lead` reads all and may act for any IRO, `manager` holds a
 * stage for its team, `support` enters for the IRO what business support may, and sees no more than that needs.
 */
export type ChildSide = 'iro' | 'lead' | 'manager' | 'support';

export function sidesOfChild(
  child: AllocatedTo | undefined,
  person: Person,
  directory: Directory,
  today: Day,
): Set<ChildSide> {
  const sides = new Set<ChildSide>();
  if (!isCurrent(person, today)) return sides;
  if (person.roles.includes('lead')) sides.add('lead');
  if (child === undefined) return sides;
  // Its IRO, and who covers them.
  if (child.iro === person.upn || actsForChildrenOf(child.iro, person, directory, today)) sides.add('iro');
  if (teamsActedFor(person, directory, today).includes(child.team)) sides.add('manager');
  if (person.roles.includes('admin')) sides.add('support');
  return sides;
}
