import type { Day } from '../calendar/days.js';
import type { Stage } from '../policy/ladders.js';
import { type Directory, holderOf, isCurrent } from './directory.js';
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

/** Nobody decides on both sides: who holds or held a stage never judges it, lead or not. */
export function sidesOf(dispute: Disputed, person: Person, directory: Directory, today: Day): Set<Side> {
  const sides = new Set<Side>();
  if (!isCurrent(person, today)) return sides;
  const stage = stageNow(dispute);
  const leadJudges =
    dispute.status !== 'informal' &&
    dispute.kept.ladder.find((each) => each.id === dispute.stage?.id)?.iroSide === 'lead';
  const isLead = person.roles.includes('lead');
  if (isLead) sides.add('lead');
  if (person.id === dispute.iro) {
    sides.add('iro');
    if (!leadJudges || isLead) sides.add('judge');
    return sides;
  }
  const responds = stage !== undefined && responderOf(dispute, stage, directory, today)?.id === person.id;
  const responded = dispute.involved.includes(person.id);
  if (responds) sides.add('responder');
  else if (responded) sides.add('past');
  if (leadJudges && isLead && !responds && !responded) sides.add('judge');
  return sides;
}

/** Whoever stands on a side may read it, and the words typed in it. */
export const mayRead = (sides: ReadonlySet<Side>) => sides.size > 0;

/** Reasons and advice that the responders do not see. */
export const isIroSide = (sides: ReadonlySet<Side>) =>
  sides.has('judge') ||
  sides.has('iro') ||
  (sides.has('lead') && !sides.has('responder') && !sides.has('past'));
