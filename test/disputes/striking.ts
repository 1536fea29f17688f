import { apply } from '../../src/disputes/apply.js';
import { passing } from '../../src/disputes/clock.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { defaultPolicy } from '../../src/policy/policy.js';

export interface Striking {
  readonly morningHour?: string;
  /** The notice of the stage was delivered to its holder. */
  readonly told?: boolean;
  readonly holder?: (stage: string) => string | undefined;
}

export const morningHour = defaultPolicy.morningHour;

/** The dispute after the clock came by, as often as it has something to record. */
export function struck(dispute: Dispute, now: string, striking: Striking = {}): Dispute {
  const { told: holderWasTold = true, holder = () => undefined } = striking;
  const events = passing(dispute, now, {
    morningHour: striking.morningHour ?? morningHour,
    holderWasTold,
    holder,
  });
  return events.length === 0 ? dispute : struck(events.reduce(apply, dispute), now, striking);
}

/** What the clock records when it comes by. */
export const recorded = (dispute: Dispute, now: string, striking: Striking = {}): DisputeEvent[] =>
  struck(dispute, now, striking).history.slice(dispute.history.length);
