import { type Day, englishDay, type Instant } from '../calendar/days.js';
import { absenceOn } from '../people/cover.js';
import { type Directory, isCurrent, personById } from '../people/directory.js';
import { answeringAt, iroCoverIn, judging } from '../people/rights.js';
import { apply } from './apply.js';
import { type Dispute, type Intent, stageOf } from './dispute.js';
import { type BareEvent, type DisputeEvent, stamp } from './events.js';
import { intentsOf, withIntents } from './intents.js';

type HandedOver = Extract<BareEvent, { kind: 'handedOver' }>;

/** Whether the next move is the IRO side's: what waits then moves with a cover. */
export function waitsForIro(dispute: Dispute, today: Day): boolean {
  switch (dispute.status) {
    case 'answered':
    case 'returned':
      return true;
    case 'waiting': {
      const { question, dueOn, passed } = dispute.stage;
      return question !== undefined || (dueOn !== null && dueOn === passed);
    }
    case 'agreed':
      return dispute.checkOn <= today;
    case 'informal':
    case 'closed':
      return false;
  }
}

/** Who had the IRO side by the history: a cover, the leads (`away` alone), or the IRO. */
function lastIroSide({ history }: Dispute): Pick<HandedOver, 'to' | 'away'> {
  const last = history.findLast(
    (event) => event.kind === 'reallocated' || (event.kind === 'handedOver' && event.side === 'iro'),
  );
  if (last?.kind === 'handedOver') return last;
  if (last !== undefined) return {};
  const [first] = history;
  return first?.onBehalfOf === undefined ? {} : { to: first.by, away: first.onBehalfOf };
}

/** Who was asked at the stage by the history; undefined: nobody. */
function lastResponder({ history }: Dispute): string | undefined {
  const last = history.findLast(
    (event) =>
      event.kind === 'stageEntered' ||
      event.kind === 'sentAgain' ||
      (event.kind === 'handedOver' && event.side === 'responder'),
  );
  if (last?.kind === 'handedOver') return last.to;
  return last?.kind === 'stageEntered' || last?.kind === 'sentAgain' ? last.holder : undefined;
}

function iroSideNow(dispute: Dispute, directory: Directory, today: Day): HandedOver | undefined {
  const iro = personById(directory, dispute.iro);
  if (iro === undefined) return undefined;
  const { asked } = judging(dispute, directory, today);
  if (asked.some(({ id }) => id === iro.id)) return { kind: 'handedOver', side: 'iro' };
  const gone = !isCurrent(iro, today) || absenceOn(iro, today) !== undefined;
  // Where the ladder has the leads speak, nothing changes hands with the IRO.
  if (!gone) return undefined;
  const cover = iroCoverIn(dispute, directory, today);
  const to = cover !== undefined && asked.some(({ id }) => id === cover.id) ? { to: cover.id } : {};
  return { kind: 'handedOver', side: 'iro', ...to, away: iro.id };
}

function changes(dispute: Dispute, directory: Directory, today: Day): HandedOver[] {
  if (dispute.status === 'closed') return [];
  const side = iroSideNow(dispute, directory, today);
  const before = lastIroSide(dispute);
  const found: HandedOver[] =
    side === undefined || (side.to === before.to && side.away === before.away) ? [] : [side];
  const stage = stageOf(dispute)?.id;
  if (dispute.status !== 'waiting' || stage === undefined) return found;
  const { holder, asked } = answeringAt(dispute, stage, directory, today);
  if (asked?.id === lastResponder(dispute)) return found;
  const away = holder !== undefined && holder.id !== asked?.id ? { away: holder.id } : {};
  const to = asked === undefined ? {} : { to: asked.id };
  return [...found, { kind: 'handedOver', side: 'responder', ...to, ...away }];
}

/**
 * The dispute as it stands after it changed hands without a press: by cover, by who holds the stage by now, by who has
 * left. What waits is told to who has it now. Undefined: it is with whom it was.
 */
export function handedOver(dispute: Dispute, directory: Directory, now: Instant): Dispute | undefined {
  const today = englishDay(now);
  const found = changes(dispute, directory, today);
  if (found.length === 0) return undefined;
  const { turn } = dispute;
  const seq = dispute.history.length + 1;
  const common = { at: now, on: today, by: 'clock', verb: 'hand-over', atTurn: turn, turn, seq };
  const events = stamp(found, common);
  const next = events.reduce(apply, dispute);
  const told = events.flatMap((event) => tells(event, dispute, today));
  return withIntents(next, [...told, ...intentsOf(events)]);
}

/** Whose a dispute is by the allocation of its first child: the IRO by person id, and the team. */
export interface AllocatedTo {
  readonly iro: string;
  readonly team: string;
  /** The lead who gave the child to the IRO, by person id; absent: an import did. */
  readonly by?: string | undefined;
}

/**
 * The dispute of a child who was allocated to another IRO or team; the turn stays. The new IRO gets its card; a stage
 * that has another holder with the team is handed over next. Quietly: one card tells the new IRO of all that came. Undefined: it is theirs already, or closed.
 */
export function reallocated(
  dispute: Dispute,
  to: AllocatedTo,
  now: Instant,
  { quietly = false }: { readonly quietly?: boolean } = {},
): Dispute | undefined {
  const moved = { iro: to.iro !== dispute.iro, team: to.team !== dispute.team };
  if (dispute.status === 'closed' || (!moved.iro && !moved.team)) return undefined;
  const { turn } = dispute;
  const today = englishDay(now);
  const bare: BareEvent = {
    kind: 'reallocated',
    from: dispute.iro,
    to: to.iro,
    ...(moved.team ? { toTeam: to.team } : {}),
  };
  const seq = dispute.history.length + 1;
  const common = {
    at: now,
    on: today,
    by: (moved.iro ? to.by : undefined) ?? 'import',
    verb: 'reallocate',
    atTurn: turn,
    turn,
    seq,
  };
  const events = stamp([bare], common);
  const next = events.reduce(apply, dispute);
  const told: Intent[] =
    !moved.iro || quietly
      ? []
      : waitsForIro(dispute, today)
        ? [{ to: 'iro', event: seq, turn, why: 'your-move' }]
        : [{ to: 'raiser', event: seq, turn, person: to.iro }];
  return withIntents(next, [...told, ...intentsOf(events)]);
}

function tells(event: DisputeEvent, dispute: Dispute, today: Day): Intent[] {
  if (event.kind !== 'handedOver') return [];
  const waits = event.side === 'responder' || waitsForIro(dispute, today);
  return waits ? [{ to: event.side, event: event.seq, turn: event.turn, why: 'your-move' }] : [];
}
