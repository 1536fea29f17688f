import { type Day, addDays, englishDay } from '../calendar/days.js';
import { type Period, longDay } from '../calendar/periods.js';
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

/**
 * From which day on everything in the period was recorded, as far as was known at the end of the as-at day; its first
 * day where all was, undefined where not even its last was.
 */
export function recordedFrom({ liveFrom, records }: Recording, period: Period, asAt: Day): Day | undefined {
  const last = asAt < period.to ? asAt : period.to;
  const live = liveFrom === undefined || liveFrom > last ? [] : [{ from: liveFrom, to: last }];
  const spans = [
    ...live,
    ...records.filter(
      ({ recordedOn, endedOn }) => recordedOn <= asAt && !(endedOn !== undefined && endedOn <= asAt),
    ),
  ];
  let from = addDays(last, 1);
  // Backwards from the last day, over every span that reaches the day before what is covered.
  for (;;) {
    const before = addDays(from, -1);
    const reaching = spans.filter((span) => span.from <= before && before <= span.to);
    const [earliest] = reaching.map((span) => span.from).toSorted();
    if (earliest === undefined || from <= period.from) break;
    from = earliest;
  }
  if (from > last) return undefined;
  return from < period.from ? period.from : from;
}

/** What a reader must be told of it; nothing where all was recorded. */
export function recordingNotes(from: Day | undefined, period: Period, asAt: Day): string[] {
  if (from === undefined) return [`Nothing of this period had been recorded by ${longDay(asAt)}.`];
  if (from <= period.from) return [];
  return [`Recorded from ${longDay(from)}: what no source could have told is "not recorded", not 0.`];
}
