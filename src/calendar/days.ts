import { tzOffset } from '@date-fns/tz';
import { z } from 'zod';

/** A calendar day, '2026-03-09'. Outside 1900 to 2199 it is a mistyped year, not a day. */
export const daySchema = z.iso
  .date()
  .refine((day) => day >= '1900' && day < '2200', { error: 'not a day between 1900 and 2199' });
export type Day = z.infer<typeof daySchema>;

/** A moment in UTC, '2026-03-09T09:14:00.000Z'. Only those with milliseconds compare as text. */
export const instantSchema = z.iso.datetime();
export type Instant = z.infer<typeof instantSchema>;

const minute = 60_000;
const dayLength = 24 * 60 * minute;

/** Days since 1 January 1970. Date.parse takes 30 February for 2 March: days are checked where they come in. */
export const dayNumber = (day: Day): number => Date.parse(day) / dayLength;

export const dayOfNumber = (number: number): Day => new Date(number * dayLength).toISOString().slice(0, 10);

/** 0 is Sunday. 1 January 1970 was a Thursday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

export const isWeekend = (day: Day): boolean => weekday(day) % 6 === 0;

const londonOffset = (time: number): number => tzOffset('Europe/London', new Date(time));

const offsets = new Map<number, number>();

/** London's minutes ahead of UTC. Asking Intl takes microseconds, so days without a clock change are remembered. */
function minutesAhead(time: number): number {
  const number = Math.floor(time / dayLength);
  const known = offsets.get(number);
  if (known !== undefined) return known;
  const atStart = londonOffset(number * dayLength);
  if (atStart !== londonOffset((number + 1) * dayLength)) return londonOffset(time);
  offsets.set(number, atStart);
  return atStart;
}

/** What a London clock shows, written as if it were UTC. */
function londonClock(at: Instant): string {
  const time = Date.parse(at);
  return new Date(time + minutesAhead(time) * minute).toISOString();
}

/** The day it is in London: 2026-06-30T23:30Z is 1 July. */
export const englishDay = (at: Instant): Day => londonClock(at).slice(0, 10);

/** The time it is in London, 'HH:MM'. */
export const englishHour = (at: Instant): string => londonClock(at).slice(11, 16);

/**
 * The instant at which a London clock shows this hour ('HH:MM') on this day. An hour that the autumn change
 * repeats means its first time; one that the spring change leaves out means an hour later.
 */
export function atHour(day: Day, hour: string): Instant {
  const inWinter = Date.parse(`${day}T${hour}:00.000Z`);
  const inSummer = inWinter - 60 * minute;
  return new Date(minutesAhead(inSummer) === 60 ? inSummer : inWinter).toISOString();
}

/** 00:00 in London. */
export const startOfDay = (day: Day): Instant => atHour(day, '00:00');

/** Whether an instant is on this English day or before it: one comparison each, where there are many. */
export function byEndOf(day: Day): (at: Instant) => boolean {
  const over = startOfDay(addDays(day, 1));
  return (at) => at < over;
}

export const addDays = (day: Day, n: number): Day => dayOfNumber(dayNumber(day) + n);

/** Calendar months, clipped to the month's end: 31 August and 6 months is 28 or 29 February. */
export function addMonths(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  const date = Number(day.slice(8));
  const clipped = date <= 28 ? date : Math.min(date, new Date(Date.UTC(year, month + 1, 0)).getUTCDate());
  return dayOfNumber(Date.UTC(year, month, clipped) / dayLength);
}

/** Calendar days from one to the other, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Strictly dd/mm/yyyy, as English case systems write it. */
export function parseBritishDay(text: string): Day | undefined {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  return daySchema.safeParse(`${year}-${month}-${day}`).data;
}
