import { type Day, addDays, englishDay } from '../calendar/days.js';
import { type Period, longDay, periodLabel, within } from '../calendar/periods.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { Child } from '../reviews/child.js';

/** An earlier record that was brought in: the days of which it is the whole, and since when it is here. */
export interface EarlierRecord extends Period {
  readonly recordedOn: Day;
  /** Since when it is known not to be. */
  readonly endedOn?: Day | undefined;
}

/** Who was there to record anything: the bot from a day on, and earlier records. */
export interface Recording {
  readonly liveFrom?: Day | undefined;
  readonly records: readonly EarlierRecord[];
}

/**
 * The day on which the bot went live: somebody raises for an allocated child, so recording begins with the first
 * allocation, or with the first dispute where that is earlier. Neither changes by what comes later.
 */
export function liveSince(
  children: readonly Child[],
  histories: readonly (readonly DisputeEvent[])[],
): Day | undefined {
  const allocated = children.flatMap(({ facts }) =>
    facts.flatMap((fact) =>
      fact.kind === 'allocation' || fact.kind === 'involvement' ? [englishDay(fact.recordedAt)] : [],
    ),
  );
  const raised = histories.flatMap(([first]) => (first?.kind === 'raised' ? [first.on] : []));
  return [...allocated, ...raised].toSorted()[0];
}

/** The last day of the period that can be known of at the end of the as-at day. */
const lastKnown = ({ to }: Period, asAt: Day): Day => (asAt < to ? asAt : to);

/**
 * The days of the period of which everything was recorded, as far as was known at the end of the as-at day: in order,
 * with days between them that nobody recorded.
 */
export function recordedDays({ liveFrom, records }: Recording, period: Period, asAt: Day): Period[] {
  const last = lastKnown(period, asAt);
  const known = [
    ...(liveFrom === undefined ? [] : [{ from: liveFrom, to: last }]),
    ...records.filter(
      ({ recordedOn, endedOn }) => recordedOn <= asAt && !(endedOn !== undefined && endedOn <= asAt),
    ),
  ];
  const spans = known
    .map(({ from, to }) => ({ from: from < period.from ? period.from : from, to: to > last ? last : to }))
    .filter(({ from, to }) => from <= to)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const days: Period[] = [];
  for (const span of spans) {
    const before = days.at(-1);
    if (before === undefined || span.from > addDays(before.to, 1)) days.push(span);
    else if (span.to > before.to) days.splice(-1, 1, { from: before.from, to: span.to });
  }
  return days;
}

/**
 * From which day on everything in the period was recorded, as far as was known at the end of the as-at day; its first
 * day where all was, undefined where not even its last was.
 */
export function recordedFrom(recording: Recording, period: Period, asAt: Day): Day | undefined {
  const days = recordedDays(recording, period, asAt).at(-1);
  return days?.to === lastKnown(period, asAt) ? days.from : undefined;
}

/**
 * What a reader must be told of it; nothing where all was recorded. `found` are the days of what is known of the
 * period: an earlier record may have rows of days of which it is not the whole.
 */
export function recordingNotes(
  recording: Recording,
  period: Period,
  asAt: Day,
  found: readonly Day[] = [],
): string[] {
  const days = recordedDays(recording, period, asAt);
  const more = found.some((day) => within(day, period) && !days.some((each) => within(day, each)));
  const [first, ...others] = days;
  if (first === undefined)
    return more ? [partly('')] : [`Nothing of this period had been recorded by ${longDay(asAt)}.`];
  const [begins, ends] = [first.from === period.from, first.to === lastKnown(period, asAt)];
  if (others.length > 0 || !(begins || ends))
    return [partly(` (all of it ${days.map((each) => `for ${periodLabel(each)}`).join(' and ')})`)];
  if (begins && ends) return [];
  return [
    begins
      ? untold(`Recorded until ${longDay(first.to)}${more ? ', and in part after it' : ''}`)
      : untold(`Recorded from ${longDay(first.from)}${more ? ', and in part before it' : ''}`),
  ];
}

const untold = (recorded: string) => `${recorded}: what no source could have told is "not recorded", not 0.`;
const partly = (which: string) => untold(`Recorded in part${which}`);
