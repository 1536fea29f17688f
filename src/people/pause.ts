import { addDays, atHour, englishDay, type Instant } from '../calendar/days.js';
import { writtenDay } from '../calendar/writtenDay.js';
import type { Policy } from '../policy/policy.js';

/** Calendar days. Whoever is away for longer needs somebody who acts for them. */
export const longestPause = 28;

export type PauseAsked =
  | { readonly kind: 'until'; readonly until: Instant }
  | { readonly kind: 'how' | 'not-understood' | 'past' | 'too-long' };

const hour = 3_600_000;
const lasting = /^(?:for )?(\d{1,3}|an?|one|two|three|four) ?(hours?|hrs?|h|days?|weeks?)$/;
const numbers: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };

/** What was written after *pause*: '', '3 hours', '2 weeks', 'until Mon 16 Mar', 'until 14:00'. Days end at the policy's hour. */
export function pauseAsked(
  written: string,
  now: Instant,
  { morningHour }: Pick<Policy, 'morningHour'>,
): PauseAsked {
  const said = written.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (said === '') return { kind: 'how' };
  const until = untilIn(said, now, morningHour);
  if (until === undefined) return { kind: 'not-understood' };
  if (until <= now) return { kind: 'past' };
  const today = englishDay(now);
  return englishDay(until) > addDays(today, longestPause) ? { kind: 'too-long' } : { kind: 'until', until };
}

function untilIn(said: string, now: Instant, morningHour: string): Instant | undefined {
  const today = englishDay(now);
  const [, count = '', unit = ''] = lasting.exec(said) ?? [];
  if (unit !== '') {
    const much = numbers[count] ?? Number(count);
    if (unit.startsWith('h')) return new Date(Date.parse(now) + much * hour).toISOString();
    return atHour(addDays(today, much * (unit.startsWith('w') ? 7 : 1)), morningHour);
  }
  const named = said.replace(/^(until|till|til|to) /, '');
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(named) ?? [];
  if (hours !== undefined) return atHour(today, `${hours.padStart(2, '0')}:${minutes}`);
  const day = writtenDay(named, today);
  return day === undefined ? undefined : atHour(day, morningHour);
}
