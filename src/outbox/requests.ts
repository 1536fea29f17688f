import type { Instant } from '../calendar/days.js';
import type { Ports } from '../flows/ports.js';
import type { Conversation } from '../people/person.js';
import type { Brakes } from './brakes.js';
import { later } from './outcome.js';
import type { SendResult } from './sender.js';

const stopAfterRefusal = 5 * 60_000;
const firstWait = 5_000;
const longestWait = 15 * 60_000;
const lateTry = 2 * 60_000;

/** What one round of the relay works with. */
export interface Line {
  readonly ports: Ports;
  readonly brakes: Brakes;
  /** From 0 up to 1. */
  readonly random: () => number;
}

type Answer = SendResult | { readonly kind: 'opened'; readonly conversation: Conversation };
/** Not taken for now; a `perhapsSent` is one of them where a repeat does no harm. */
export type NotTaken = Extract<
  SendResult,
  { kind: 'notSent' | 'tryAgain' | 'perhapsSent' | 'tooMany' | 'unauthorised' }
>;

/** Sends, and heeds what the answer asks for. Whoever throws may have sent. */
export async function request<A extends Answer>(
  { ports, brakes, random }: Line,
  conversation: string,
  send: () => Promise<A>,
): Promise<A | { readonly kind: 'perhapsSent' }> {
  try {
    const answer = await send();
    if (answer.kind === 'tooMany')
      brakes.tooMany(conversation, restUntil(ports.now(), answer, random), ports.now());
    else if (answer.kind === 'unauthorised') {
      brakes.stop(later(ports.now(), stopAfterRefusal));
      ports.log.error({}, 'The Connector refuses our identity: nothing is sent for 5 minutes');
    } else if (['sent', 'opened', 'gone'].includes(answer.kind)) brakes.heard(conversation);
    return answer;
  } catch (error) {
    ports.log.error({ error: String(error) }, 'Sending threw: nobody knows what was sent');
    return { kind: 'perhapsSent' };
  }
}

const restUntil = (
  now: Instant,
  { retryAfterSeconds }: { retryAfterSeconds: number },
  random: () => number,
) => later(now, retryAfterSeconds * 1_000 * (1 + random() / 2));

/** When to try again: what Teams asked for, else longer each time, with jitter so that not all come back at once. */
export function nextTry({ ports, random }: Line, result: NotTaken, attempts: number): Instant {
  const now = ports.now();
  switch (result.kind) {
    case 'tooMany':
      return restUntil(now, result, random);
    case 'unauthorised':
      return later(now, stopAfterRefusal);
    case 'notSent':
    case 'tryAgain':
    case 'perhapsSent':
      return later(now, Math.min(firstWait * 2 ** (attempts - 1), longestWait) * (1 + random() / 2));
  }
}

/** When a new card of which nobody knows whether it arrived is posted once more. */
export const lateSecondTry = ({ ports, random }: Line): Instant =>
  later(ports.now(), lateTry * (1 + random() / 2));
