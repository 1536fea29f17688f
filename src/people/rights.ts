import type { Day } from '../calendar/days.js';
import type { Stage } from '../policy/ladders.js';
import { type Directory, holderOf, isCurrent, leadsFor, personById, teamsHeldBy } from './directory.js';
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

/** The holder of a stage of this dispute. Who is its IRO, or judged it, cannot answer it: then the stage is vacant. */
export function responderOf(
  dispute: Disputed,
  stage: string,
  directory: Directory,
  today: Day,
): Person | undefined {
  const holder = holderOf(directory, dispute.team, stage, today);
  const judges = holder !== undefined && (holder.id === dispute.iro || dispute.judges.includes(holder.id));
  return judges ? undefined : holder;
}

/** The stage whose holder may see it: of an informal one, the first, if the IRO sent it there. */
function stageNow(dispute: Disputed): string | undefined {
  if (dispute.status !== 'informal') return dispute.stage?.id;
  return dispute.sentToManager === true ? dispute.kept.ladder[0]?.id : undefined;
}

/**
 * Who speaks for the IRO side now: the IRO; from a stage on, where the ladder says so, the leads; and the leads for an
 * IRO who has left. Nobody decides on both sides: who holds or held a stage of it is none of them. Where a lead should
 * judge and none can, the IRO does, so that no dispute is locked.
 */
export function judgesOf(dispute: Disputed, directory: Directory, today: Day): Person[] {
  const iro = personById(directory, dispute.iro);
  const own = iro !== undefined && isCurrent(iro, today) ? [iro] : [];
  const stage = stageNow(dispute);
  const holder = stage === undefined ? undefined : responderOf(dispute, stage, directory, today);
  const leads = leadsFor(directory, dispute.team, today).filter(
    ({ id }) => id !== holder?.id && !dispute.involved.includes(id),
  );
  const leadJudges =
    dispute.kept.ladder.find(({ id }) => id === dispute.stage?.id)?.iroSide === 'lead' || own.length === 0;
  return leadJudges && leads.length > 0 ? leads : own;
}

export function sidesOf(dispute: Disputed, person: Person, directory: Directory, today: Day): Set<Side> {
  const sides = new Set<Side>();
  if (!isCurrent(person, today)) return sides;
  if (person.roles.includes('lead')) sides.add('lead');
  if (judgesOf(dispute, directory, today).some(({ id }) => id === person.id)) sides.add('judge');
  if (person.id === dispute.iro) return sides.add('iro');
  const stage = stageNow(dispute);
  const responds = stage !== undefined && responderOf(dispute, stage, directory, today)?.id === person.id;
  if (responds) sides.add('responder');
  else if (dispute.involved.includes(person.id)) sides.add('past');
  return sides;
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
  const holder = holderOf(directory, note.team, directory.policy.ladder[0]?.id ?? '', today);
  return holder?.id === note.iro ? undefined : holder;
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
  if (passerOf(note, directory, today)?.id === person.id) return 'manager';
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
  if (child.iro === person.upn) sides.add('iro');
  if (teamsHeldBy(directory, person).some(({ name }) => name === child.team)) sides.add('manager');
  if (person.roles.includes('admin')) sides.add('support');
  return sides;
}

/** Whether somebody may do for a child what its IRO may. */
export function mayActForChild(
  child: AllocatedTo | undefined,
  person: Person,
  directory: Directory,
  today: Day,
): boolean {
  const sides = sidesOfChild(child, person, directory, today);
  return sides.has('iro') || sides.has('lead');
}
