import { addDays, type Day, dayNumber, englishDay, type Instant, startOfDay } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import { absenceOn } from './cover.js';
import { isWorking, nextMorning, opening, pauseOf } from './hours.js';
import type { Person } from './person.js';
import { mondayOf, worksOn } from './works.js';

type Hours = Pick<Policy, 'morningHour'>;

/** The first of somebody's own working days since another day, or that one was missed while the bot was down. */
function isFirstSince(from: Day, today: Day, before: Day | undefined, person: Person): boolean {
  if (before !== undefined) return before < from;
  for (let day = from; day < today; day = addDays(day, 1)) if (worksOn(person, day)) return false;
  return true;
}

/** The parts of a morning card that are not of every day. */
export interface Parts {
  readonly weekly: boolean;
  readonly monthly: boolean;
}

/** Whether a day brings the lead's week, and the month's reviews without a reason. Both were told once before, or are due today. */
function partsDue(person: Person, today: Day): Parts {
  // Who had mornings and not yet this part of one has it with the first of theirs in the week, or the month.
  const { lastOn, weeklyOn = lastOn, monthlyOn = lastOn } = person.mornings ?? {};
  const lead = person.roles.includes('lead');
  return {
    weekly: lead && isFirstSince(mondayOf(today), today, weeklyOn, person),
    monthly:
      (lead || person.roles.includes('iro')) &&
      isFirstSince(`${today.slice(0, 7)}-01`, today, monthlyOn, person),
  };
}

/** The parts of today's morning card as it was asked for. */
export const partsOn = ({ mornings }: Person, today: Day): Parts => ({
  weekly: mornings?.weeklyOn === today,
  monthly: mornings?.monthlyOn === today,
});

/** What a wake makes of a person; `tells`: a morning card is to go out now, as the event of this number. */
export interface WokenPerson {
  readonly person: Person;
  readonly tells?: number;
}

/**
 * The next step of a person: the morning card of today, once, within their hours, and when to look again. However
 * many mornings were missed, there is one card. Nobody is told before they were met, while they pause or are
 * away, or when they are not on the list.
 */
export function wakePerson({ wakeAt: _, ...person }: Person, hours: Hours, now: Instant): WokenPerson {
  const today = englishDay(now);
  if (person.to !== undefined && person.to < today) return { person };
  const listed = person.from === undefined || person.from <= today;
  const paused = pauseOf(person, now);
  const here = absenceOn(person, today) === undefined && isWorking(person, hours, now);
  const due = listed && paused === undefined && here && !givenOn(person, today);
  const next = { ...person, wakeAt: nextWake(person, hours, now) };
  if (!due || person.conversation === undefined) return { person: next };
  const { weekly, monthly } = partsDue(person, today);
  const mornings = {
    ...person.mornings,
    lastOn: today,
    ...(weekly ? { weeklyOn: today } : {}),
    ...(monthly ? { monthlyOn: today } : {}),
  };
  return { person: { ...next, mornings }, tells: dayNumber(today) };
}

/** When somebody can be told of a day next: their next morning, or when they are there after a pause. */
function nextWake(person: Person, hours: Hours, now: Instant): Instant {
  const paused = pauseOf(person, now);
  return paused === undefined ? nextMorning(person, hours, after(now)) : opening(person, hours, paused);
}

/** On which day their next morning card comes, if something is for them then; undefined: they have left by then. */
export function nextCardOn(person: Person, hours: Hours, now: Instant): Day | undefined {
  for (let at = nextWake(person, hours, now); ;) {
    const day = englishDay(at);
    if (person.to !== undefined && person.to < day) return undefined;
    const absence = absenceOn(person, day);
    if (absence === undefined && !givenOn(person, day)) return day;
    at = nextMorning(person, hours, startOfDay(addDays(absence?.to ?? day, 1)));
  }
}

const givenOn = ({ mornings }: Person, today: Day) => mornings?.lastOn === today;
const after = (now: Instant): Instant => new Date(Date.parse(now) + 1).toISOString();

/** Who is on the list, or will be, is woken at their next morning at the latest; nobody who has left. */
export function withWake(person: Person, hours: Hours, now: Instant): Person {
  if (person.to !== undefined && person.to < englishDay(now)) return person;
  const morning = nextMorning(person, hours, now);
  const wakeAt = person.wakeAt !== undefined && person.wakeAt < morning ? person.wakeAt : morning;
  return wakeAt === person.wakeAt ? person : { ...person, wakeAt };
}
