import * as fc from 'fast-check';
import { addDays, atHour, type Day, englishDay, type Instant } from '../../src/calendar/days.js';
import { apply } from '../../src/disputes/apply.js';
import { decide } from '../../src/disputes/decide.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { offeredTo } from '../../src/disputes/rules.js';
import type { LadderName } from '../../src/policy/ladders.js';
import { anAuthority, people } from '../people/authority.js';
import { aContext, anAct, goodFields, morning, raised } from './builders.js';
import { morningHour, struck } from './striking.js';

/** A press some days after the one before, at a time of the London day that may be before or after the hour. */
interface Pressing {
  readonly days: number;
  readonly time: string;
  /** Which of all that is offered to anybody. */
  readonly pick: number;
  readonly more: Readonly<Record<string, number>>;
}

export interface Timeline {
  readonly ladder: LadderName;
  readonly start: Day;
  readonly stage: string | undefined;
  readonly presses: readonly Pressing[];
  /** Looks of the clock in between: minutes after the start. */
  readonly looks: readonly number[];
}

const horizon = 130;

const pressing: fc.Arbitrary<Pressing> = fc.record({
  days: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 20 })),
  time: fc.constantFrom('00:01', '07:14', '09:14', '23:59'),
  pick: fc.nat(1000),
  // Days after the press.
  more: fc.constantFrom<Readonly<Record<string, number>>[]>(
    {},
    { checkOn: 0 },
    { checkOn: 4 },
    { checkOn: 11 },
  ),
});

/** Easter, Christmas, both clock changes, and any other day. */
const start = fc.oneof(
  fc.constantFrom('2026-03-16', '2026-03-27', '2026-10-19', '2026-12-11', '2026-12-24', '2027-03-20'),
  fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n)),
);

export const timelines: fc.Arbitrary<Timeline> = fc.record({
  ladder: fc.constantFrom('ealing', 'alert'),
  start,
  stage: fc.constantFrom(undefined, undefined, 'director'),
  presses: fc.array(pressing, { maxLength: 8 }),
  looks: fc.array(fc.integer({ min: 0, max: horizon * 24 * 60 }), { maxLength: 40 }),
});

export interface Moment {
  /** The dispute from this instant on: after a press, as a person left it. */
  readonly from: Instant;
  readonly dispute: Dispute;
}

export interface Lived {
  readonly end: Dispute;
  readonly moments: readonly Moment[];
  readonly until: Instant;
}

const ending = ['close', 'withdraw', 'note', 'redact', 'cafcass', 'advice', 'on-file', 'add-child'];
const directory = anAuthority();

/** Lives through it. With `looks` the clock comes by in between too, else before each press and at the end alone. */
export function lived({ ladder, start: first, stage, presses, looks }: Timeline, often: boolean): Lived {
  const at = (minutes: number) => new Date(Date.parse(morning(first)) + minutes * 60_000).toISOString();
  const until = at(horizon * 24 * 60);
  let dispute = raised(stage === undefined ? {} : { stage }, { ladder, on: first });
  const moments: Moment[] = [{ from: at(0), dispute }];
  const lookings = often ? looks.map(at).toSorted() : [];
  const lookUntil = (now: Instant) => {
    while ((lookings[0] ?? now) < now) dispute = struck(dispute, lookings.shift() ?? now);
    dispute = struck(dispute, now);
  };
  let day = first;
  let last = at(0);
  for (const press of presses) {
    day = addDays(day, press.days);
    const now = atHour(day, press.time);
    if (now <= last || now >= until) continue;
    last = now;
    lookUntil(now);
    const next = pressed(dispute, press, now);
    if (next === undefined) continue;
    dispute = next;
    moments.push({ from: now, dispute });
  }
  lookUntil(until);
  return { end: dispute, moments, until };
}

/** What somebody does with what is offered to them; undefined where nothing is left to press. */
function pressed(dispute: Dispute, { pick, more }: Pressing, now: Instant): Dispute | undefined {
  const today = englishDay(now);
  const offers = people.flatMap(({ id: by }) => {
    const context = aContext(dispute, { by, on: today, directory, saveAnyway: true });
    return offeredTo(dispute, context.sides, by).map((verb) => ({ verb, context: { ...context, at: now } }));
  });
  const moving = offers.filter(({ verb }) => !ending.includes(verb) || pick % 9 === 0);
  const chosen = moving[pick % moving.length];
  if (chosen === undefined) return undefined;
  const later = Object.entries(more).map(([field, days]) => [field, addDays(today, days)] as const);
  const fields = {
    ...goodFields[chosen.verb],
    byOn: today,
    dueOn: addDays(today, 30 + (pick % 7)),
    ...Object.fromEntries(later),
  };
  const decision = decide(dispute, anAct(dispute, chosen.verb, { fields }), chosen.context);
  return decision.kind === 'done' ? decision.events.reduce(apply, dispute) : undefined;
}

export { morningHour };
