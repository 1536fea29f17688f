import type { Instant } from '../calendar/days.js';
import { noted, type Pace, unhurried, waitInAll, waitInConversation } from './pace.js';

const time = (at: Instant) => Date.parse(at);

/** A conversation that rested and was not written to again says nothing of today, in milliseconds. */
const forgetAfter = 60_000;

/** What the relay keeps in mind between its rounds: how fast it went, and what Teams has asked it to leave alone. */
export function createBrakes() {
  let pace: Pace = unhurried;
  let stoppedUntil = 0;
  const pausedUntil = new Map<string, number>();
  /** Conversations whose last answer was 429, until when they rest. */
  const limited = new Map<string, number>();

  return {
    /** Nothing may go out: the tenant is paused, or we are not let in. */
    stopped: (now: Instant) => stoppedUntil > time(now),
    /**
     * Takes room in the pace for requests that go out now. `full`: none is left in all; else when that
     * conversation opens again.
     */
    take(
      conversation: string,
      now: Instant,
      count: number,
    ): 'taken' | 'full' | { readonly opensAt: Instant } {
      const at = time(now);
      if (waitInAll(pace, at, count) > 0) return 'full';
      const rests = pausedUntil.get(conversation) ?? 0;
      const opens = Math.max(rests, at + waitInConversation(pace, conversation, at, count));
      if (opens > at) return { opensAt: new Date(opens).toISOString() };
      pausedUntil.delete(conversation);
      for (let each = 0; each < count; each += 1) pace = noted(pace, conversation, at);
      return 'taken';
    },
    /** One request more than there was room taken for. */
    over(conversation: string, now: Instant): void {
      pace = noted(pace, conversation, time(now));
    },
    /** Teams has had too many: this conversation rests; where it, or another, was to rest already, everything does. */
    tooMany(conversation: string, until: Instant, now: Instant): void {
      for (const [each, rests] of limited) if (rests + forgetAfter < time(now)) limited.delete(each);
      if (limited.size > 0) stoppedUntil = Math.max(stoppedUntil, time(until));
      limited.set(conversation, time(until));
      pausedUntil.set(conversation, time(until));
    },
    /** What was sent there arrived. */
    heard(conversation: string): void {
      limited.delete(conversation);
    },
    stop(until: Instant): void {
      stoppedUntil = Math.max(stoppedUntil, time(until));
    },
  };
}
export type Brakes = ReturnType<typeof createBrakes>;
