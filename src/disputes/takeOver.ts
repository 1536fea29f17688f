import { isDeepStrictEqual } from 'node:util';
import { type Instant, englishDay } from '../calendar/days.js';
import { apply } from './apply.js';
import type { Dispute } from './dispute.js';
import { type BareEvent, type EventOf, stamp } from './events.js';

/** What an earlier record has of a dispute, before it is taken over. */
export type ImportedDispute = Extract<BareEvent, { kind: 'imported' }>;

/** The dispute as the record has it now: new, corrected, or the same. */
export function takenOver(
  known: Dispute | undefined,
  record: ImportedDispute,
  now: Instant,
  savedAnyway: boolean,
): { document: Dispute; change: 'added' | 'changed' | 'same' } {
  const before = known?.history.findLast((event) => event.kind === 'imported');
  // What it keeps of the policy, and words that a lead has replaced, are not the record's to change.
  const next = {
    ...record,
    ...(before === undefined ? {} : { kept: before.kept }),
    ...(before?.redacted === true ? { text: before.text } : {}),
  };
  if (known !== undefined && before !== undefined && isDeepStrictEqual(contentOf(before), contentOf(next)))
    return { document: known, change: 'same' };
  const turn = known?.turn ?? 1;
  const [event] = stamp([next], {
    at: now,
    on: englishDay(now),
    by: 'import',
    verb: 'import',
    atTurn: known?.turn ?? 0,
    turn,
    seq: (known?.history.length ?? 0) + 1,
    ...(savedAnyway && next.text === record.text ? { savedAnyway: true as const } : {}),
  });
  if (event === undefined) throw new Error('a record makes one event');
  const stamped = before?.redacted === true ? { ...event, redacted: true as const } : event;
  return { document: apply(known, stamped), change: known === undefined ? 'added' : 'changed' };
}

/** What is compared: not when it was recorded. */
function contentOf(event: EventOf<'imported'> | ImportedDispute): unknown {
  const { seq: _seq, at: _at, on: _on, by: _by, verb: _verb, ...rest } = { ...common, ...event };
  const { atTurn: _atTurn, turn: _turn, savedAnyway: _saved, redacted: _redacted, ...content } = rest;
  return content;
}
const common = {
  seq: 0,
  at: '',
  on: '',
  by: '',
  verb: '',
  atTurn: 0,
  turn: 0,
  savedAnyway: undefined,
  redacted: undefined,
};
