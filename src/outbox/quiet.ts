import { atHour, englishDay, type Instant } from '../calendar/days.js';
import type { Told } from '../flows/told.js';
import { opening, pauseOf } from '../people/hours.js';
import type { Person } from '../people/person.js';
import type { Policy } from '../policy/policy.js';
import type { Delivery, Ping } from '../store/store.js';

/**
 * Until when a new card waits so that it disturbs nobody: for somebody's own pause, and, as far as the policy has it
 * quiet, for their hours. Who is to answer is told on the morning of the due day at the latest, or at once on that day:
 * nobody could else be told through our politeness, or miss the day by their own pause. A day that has passed is missed
 * already. Undefined: now.
 */
export function heldUntil(
  { ping, as }: Pick<Delivery, 'ping' | 'as'>,
  told: Told,
  person: Person,
  policy: Policy,
  now: Instant,
): Instant | undefined {
  // Who raised it from a dialog gets the card of their own press.
  if (ping === undefined || ping.why === 'raised') return undefined;
  const pause = pauseOf(person, now);
  const waits = pause !== undefined || isQuiet(ping, told, policy);
  const opens = waits ? opening(person, policy, pause ?? now) : now;
  if (opens <= now) return undefined;
  const dueOn = as === 'responder' ? dueDay(told) : undefined;
  if (dueOn === undefined || dueOn < englishDay(now)) return opens;
  const last = atHour(dueOn, policy.morningHour);
  if (opens <= last) return opens;
  return last > now ? last : undefined;
}

function isQuiet(ping: Ping, told: Told, { quiet }: Policy): boolean {
  switch (quiet) {
    case 'off':
      return false;
    case 'everything':
      return true;
    case 'clock':
      return isByClock(ping, told);
  }
}

function isByClock({ event }: Ping, told: Told): boolean {
  if (told.type === 'morning') return true;
  return told.type === 'dispute' && told.history.find(({ seq }) => seq === event)?.by === 'clock';
}

const dueDay = (told: Told) =>
  told.type === 'dispute' && told.status === 'waiting' ? (told.stage.dueOn ?? undefined) : undefined;
