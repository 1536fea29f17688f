import type { Instant } from '../calendar/days.js';
import { isPrompting } from '../flows/delivery.js';
import type { Delivery, Ping } from '../store/store.js';

/*
 * What became of a delivery, each as a change of the document as it then is: a press may have changed it since it was
 * claimed. Who does so sets `sendAt`, so what they asked for is never lost, and neither is what was sent.
 */

const claimLasts = 60_000;
export const later = (now: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(now) + milliseconds).toISOString();

/** In hand for a minute. A new card counts as posted from here on, for nobody knows what a crash leaves behind. */
export function claimed(delivery: Delivery, now: Instant, posts: boolean): Delivery {
  const until = later(now, claimLasts);
  const event = delivery.ping?.event ?? 0;
  const { posting, ...rest } = delivery;
  const tries = posting?.event === event ? posting.tries + 1 : 1;
  return {
    ...rest,
    ...(posts ? { posting: { event, tries } } : {}),
    sendAt: until,
    claimedUntil: until,
    attempts: delivery.attempts + 1,
  };
}

/** Out of hand; `next`: when to look again. Who changed it meanwhile has said when. */
export function released(delivery: Delivery, next?: Instant): Delivery {
  const { claimedUntil, sendAt, ...rest } = delivery;
  const asked = sendAt === claimedUntil ? undefined : sendAt;
  const due = asked ?? next;
  return due === undefined ? rest : { ...rest, sendAt: due };
}

/** The last try is known to have posted nothing. */
export function unposted(delivery: Delivery): Delivery {
  const { posting, ...rest } = delivery;
  return posting === undefined || posting.tries <= 1
    ? rest
    : { ...rest, posting: { ...posting, tries: posting.tries - 1 } };
}

/** Nothing is wrong: its time has not come. */
export const waiting = (delivery: Delivery, until: Instant): Delivery => ({
  ...released(unposted(delivery), until),
  attempts: 0,
});

const withoutPosting = ({ posting: _, ...delivery }: Delivery): Delivery => delivery;
/** One event may be told to one person for two reasons: that it is theirs, and that somebody else was not reached. */
const isSame = (one: Ping | undefined, other: Ping | undefined): boolean =>
  one?.event === other?.event && one?.why === other?.why;
const without = (delivery: Delivery, ping: Ping | undefined): Delivery => {
  const { ping: waiting, ...rest } = delivery;
  return waiting === undefined || isSame(waiting, ping) ? rest : delivery;
};

const toldOf = ({ turn, event, why }: Ping, at: Instant): Delivery['told'][number] => ({
  turn,
  event,
  why,
  at,
});

export interface Posted {
  /** Empty where the Connector named none: then there is nothing to follow in place. */
  readonly message: string;
  readonly ping: Ping | undefined;
  readonly turn: number;
  readonly at: Instant;
  /** The older card has a form open in it: it is left as it is. */
  readonly leaves: boolean;
}

/** A new card stands: it is the living one, and what was before it is to become a pointer. Still in hand. */
export function posted(delivery: Delivery, { message, ping, turn, at, leaves }: Posted): Delivery {
  const {
    live,
    formOpenUntil: _,
    reason: __,
    behind: ___,
    ...rest
  } = withoutPosting(without(delivery, ping));
  const overtaken = live === undefined || live === message || leaves ? [] : [live];
  return {
    ...rest,
    ...(message === '' ? {} : { live: message }),
    overtaken: [...delivery.overtaken, ...overtaken],
    told: ping === undefined ? delivery.told : [...delivery.told, toldOf(ping, at)],
    untold: delivery.untold.filter(({ event, why }) => event !== ping?.event || why !== ping.why),
    turnShown: turn,
    attempts: 0,
    result: rest.ping === undefined ? 'sent' : 'waiting',
  };
}

/** The living card follows. Still in hand. */
export function updated({ behind: _, ...delivery }: Delivery, message: string, turn: number): Delivery {
  return {
    ...delivery,
    ...(delivery.live === message ? { turnShown: turn } : {}),
    attempts: 0,
    result: delivery.ping === undefined && delivery.result === 'waiting' ? 'sent' : delivery.result,
  };
}

/** Teams does not know the living card any more: a new one is to be posted, unless nothing new is in it (`quietly`). */
export function lost(delivery: Delivery, message: string, now: Instant, quietly: boolean): Delivery {
  if (delivery.live !== message) return released(delivery, now);
  const { live: _, ...rest } = delivery;
  return released(rest, quietly ? undefined : now);
}

/** An overtaken message is a pointer now, or cannot become one. Still in hand. */
export const pointed = (delivery: Delivery, message: string): Delivery => ({
  ...delivery,
  overtaken: delivery.overtaken.filter((each) => each !== message),
});

/** What was to be told will not be, and why; with a living card, that one may still follow (`next`). */
export function gaveUp(
  delivery: Delivery,
  ping: Ping | undefined,
  { result, reason, at }: Pick<Delivery['untold'][number], 'result' | 'reason' | 'at'>,
  next?: Instant,
): Delivery {
  const ours = isSame(delivery.ping, ping);
  const rest = withoutPosting(released(without(delivery, ping), next));
  if (!ours) return rest;
  // Who was not reached before is no less so where only a reminder is dropped.
  const before =
    result === 'dropped' && ping !== undefined && isPrompting(ping) && rest.told.length === 0
      ? rest.untold.findLast((each) => each.result === 'unreachable')
      : undefined;
  const stands = before === undefined ? { result, reason } : { result: before.result, reason: before.reason };
  return {
    ...rest,
    ...(next === undefined ? stands : { result: 'sent' as const }),
    untold: ping === undefined ? rest.untold : [...rest.untold, { ...ping, at, result, reason }],
  };
}

/** It goes on under the id of the conversation that is known by now. */
export function moved(delivery: Delivery, ping: Ping | undefined): Delivery {
  const rest = withoutPosting(released(without(delivery, ping)));
  return rest.ping === undefined ? { ...rest, result: 'dropped', reason: 'moved' } : rest;
}
