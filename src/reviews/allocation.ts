import { type Day, byEndOf, englishDay } from '../calendar/days.js';
import type { Involvement } from './caseSystem.js';
import { type Allocation, type Child, type ChildFact, byRecording } from './child.js';

/**
 * The allocation that holds: IRO, team and social worker of a child. The service's own list decides; the case system
 * says who it is where the list has not the child, or no social worker.
 */
export function currentAllocation({ facts }: Pick<Child, 'facts'>): Allocation | undefined {
  const live = facts.filter(({ supersededAt }) => supersededAt === undefined);
  const own = live.find((fact) => fact.kind === 'allocation');
  const told = live.find((fact) => fact.kind === 'involvement');
  if (own === undefined) return told === undefined ? undefined : allocationOf(told);
  const socialWorker = own.socialWorker ?? told?.socialWorker ?? undefined;
  return socialWorker === undefined ? own : { ...own, socialWorker };
}

/** What the case system says, as an allocation: without an IRO it is none. */
function allocationOf({
  iro,
  from,
  team,
  socialWorker,
  recordedAt,
  supersededAt,
}: Involvement): Allocation | undefined {
  if (iro === undefined || iro === null) return undefined;
  return {
    kind: 'allocation',
    source: 'ssd',
    // The case system's extracts carry no initials, and a name is never kept.
    initials: '',
    iro,
    team: team ?? '',
    recordedAt,
    ...(from === undefined ? {} : { from }),
    ...(socialWorker === undefined || socialWorker === null ? {} : { socialWorker }),
    ...(supersededAt === undefined ? {} : { supersededAt }),
  };
}

/**
 * The allocation that held at the end of a day, as it was known at the end of the as-at day. One begins on its own
 * `from`, else on the day that it was recorded; but the first that is known, without a `from`, held before that too.
 */
export function allocationOn(facts: readonly ChildFact[], day: Day, asAt: Day): Allocation | undefined {
  const by = byEndOf(asAt);
  const told = facts.filter(({ recordedAt }) => by(recordedAt));
  const own = told.filter((fact) => fact.kind === 'allocation');
  const byCaseSystem = told.flatMap((fact) =>
    fact.kind === 'involvement' ? (allocationOf(fact) ?? []) : [],
  );
  return heldOn(own, day, asAt) ?? heldOn(byCaseSystem, day, asAt);
}

function heldOn(told: readonly Allocation[], day: Day, asAt: Day): Allocation | undefined {
  const known = told.toSorted(byRecording);
  const last = known.at(-1);
  if (last === undefined) return undefined;
  // Nothing followed it: the day that it was taken back is the day that it ended.
  const until = day < asAt ? day : asAt;
  if (last.supersededAt !== undefined && englishDay(last.supersededAt) <= until) return undefined;
  return known.findLast(
    ({ from, recordedAt }, index) => (from ?? (index === 0 ? day : englishDay(recordedAt))) <= day,
  );
}
