import { z } from 'zod';
import type { SendResult } from '../outbox/sender.js';
import type { Attempt } from './connectorHttp.js';

export type Call = 'post' | 'update' | 'create';

const errorSchema = z.object({ error: z.object({ code: z.string() }) });

/** The code in the Connector's error body: its message may name people, and stays out. */
function codeIn(body: string): string | undefined {
  try {
    return errorSchema.safeParse(JSON.parse(body)).data?.error.code;
  } catch (notJson) {
    if (notJson instanceof SyntaxError) return undefined;
    throw notJson;
  }
}

const whenTeamsDoesNotSay = 5;

/** Seconds. Retry-After is seconds or a date; the answer's own date saves us a clock. */
function retryAfterSeconds(headers: Readonly<Record<string, string>>): number {
  const said = headers['retry-after'] ?? '';
  const seconds = /^\d+$/.test(said)
    ? Number(said)
    : (Date.parse(said) - Date.parse(headers['date'] ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : whenTeamsDoesNotSay;
}

/** What a request that was not answered by a 2xx means for who wanted to tell somebody something. */
export function failureOf(attempt: Attempt, call: Call): Exclude<SendResult, { kind: 'sent' }> {
  if (attempt.kind !== 'answered') return { kind: attempt.kind };
  const { status, headers, body } = attempt;
  const code = codeIn(body);
  if (status === 401) return { kind: 'unauthorised' };
  if (status === 408 || status >= 500) return { kind: 'perhapsSent' };
  if (status === 412) return { kind: 'tryAgain' };
  if (status === 413 || code === 'MessageSizeTooBig') return { kind: 'tooLarge' };
  if (status === 429) return { kind: 'tooMany', retryAfterSeconds: retryAfterSeconds(headers) };
  if (call === 'update' && (status === 404 || code === 'ActivityNotFoundInConversation'))
    return { kind: 'gone' };
  return { kind: 'unreachable', why: [status, code].filter((part) => part !== undefined).join(' ') };
}
