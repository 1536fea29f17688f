import { addDays, atHour, type Day, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import { worksOn } from './works.js';
import type { Person } from './person.js';

/** When the bot's day ends, London time: what the clock has to say after it waits for the next morning. */
const eveningHour = '18:00';

type Hours = Pick<Policy, 'morningHour'>;
type Working = Pick<Person, 'works' | 'pausedUntil'>;

/** The first morning of somebody's own working days at or after an instant. */
export function nextMorning(person: Working, { morningHour }: Hours, from: Instant): Instant {
  for (let day = englishDay(from); ; day = addDays(day, 1)) {
    const morning = atHour(day, morningHour);
    if (morning >= from && worksOn(person, day)) return morning;
  }
}

/** Of a service whose mornings begin in the evening, the day ends at midnight. */
const eveningOf = (day: Day, { morningHour }: Hours): Instant =>
  morningHour < eveningHour ? atHour(day, eveningHour) : startOfDay(addDays(day, 1));

/** Within the hours of one of somebody's own working days. */
export function isWorking(person: Working, hours: Hours, at: Instant): boolean {
  const day = englishDay(at);
  return worksOn(person, day) && at >= atHour(day, hours.morningHour) && at < eveningOf(day, hours);
}

/** The first instant, at or after one, at which somebody may be disturbed: the same, or their next morning. */
export const opening = (person: Working, hours: Hours, at: Instant): Instant =>
  isWorking(person, hours, at) ? at : nextMorning(person, hours, at);

/** Somebody has asked for no notices until then; undefined: they have not, or it is over. */
export const pauseOf = ({ pausedUntil }: Working, now: Instant): Instant | undefined =>
  pausedUntil !== undefined && pausedUntil > now ? pausedUntil : undefined;
