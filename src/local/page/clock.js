// The bot's clock, as London reads it.

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const hour = 3_600_000;

function parts(instant) {
  const found = Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
  const { weekday, day, year, hour: hours, minute } = found;
  return { weekday, day: Number(day), month: Number(found.month), year, time: `${hours}:${minute}` };
}

/** `Mon 9 Mar 2026, 09:14` */
export function inFull(instant) {
  const { weekday, day, month, year, time } = parts(instant);
  return `${weekday} ${day} ${months[month - 1]} ${year}, ${time}`;
}

/** `09:14` */
export const timeOnly = (instant) => parts(instant).time;

/** `2026-03-09`, the value of a date input. */
export function dayOf(instant) {
  const { day, month, year } = parts(instant);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The next full hour from Monday to Friday between 09:00 and 16:00. */
export function nextWorkingHour(instant) {
  let next = Math.floor(instant / hour) * hour + hour;
  for (;;) {
    const { weekday, time } = parts(next);
    if (!['Sat', 'Sun'].includes(weekday) && time >= '09:00' && time <= '16:00')
      return new Date(next).toISOString();
    next += hour;
  }
}

/** The instant at which London's clocks show this day and time. London is on UTC or one hour ahead. */
export function inLondon(day, time) {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const summer = wanted - hour;
  const isSummer = dayOf(summer) === day && timeOnly(summer) === time;
  return new Date(isSummer ? summer : wanted).toISOString();
}
