import type { Day } from '../calendar/days.js';
import { type Child, type ChildFact, type Period, byRecording } from './child.js';

/** An episode of the SSDA903 return: one placement under one legal status. */
export interface Episode {
  readonly startedOn: Day;
  /** RNE: `S` starts a period of care, all others go on with one. */
  readonly reasonForNew: string;
  readonly legalStatus: string;
  /** PLACE is A3 to A6; undefined: the row does not say. */
  readonly placedForAdoption?: boolean | undefined;
  readonly endedOn?: Day | undefined;
  /** REC: `X1` means that the next episode follows at once. */
  readonly reasonEnded: string;
}

/** What tells one period from another, and its end: as much as a return can know. */
export type PeriodSpan = Pick<Period, 'startedOn' | 'knownFrom' | 'endedOn' | 'legalStatuses' | 'adoption'>;

/** A period with the episodes that it was made of. */
export interface MadePeriod<E extends Episode> {
  readonly span: PeriodSpan;
  readonly episodes: readonly E[];
}

export const startsPeriod = (episode: Episode): boolean => episode.reasonForNew === 'S';

/** The day that care ended. A REC without its day ends nothing that could be dated. */
export const endOfCare = (episode: Episode): Day | undefined =>
  episode.reasonEnded === '' || episode.reasonEnded === 'X1' ? undefined : episode.endedOn;

/**
 * Episodes of one child, in any order, joined to periods of care. Broken rows may make two periods that another
 * reading could not tell apart: they are one, so that reading twice changes nothing.
 */
export function periodsOf<E extends Episode>(episodes: readonly E[]): MadePeriod<E>[] {
  const made: Making<E>[] = [];
  for (const episode of episodes.toSorted(byStart)) {
    const next = { span: spanOf(episode), episodes: [episode] };
    const last = made.at(-1);
    if (last !== undefined && goesOn(last.span, episode)) join(last, next);
    else made.push(next);
  }
  const apart: Making<E>[] = [];
  for (const period of made) {
    const spans = apart.map(({ span }) => span);
    const same = samePeriod(spans, period.span);
    const one = apart[same === undefined ? -1 : spans.indexOf(same)];
    if (one === undefined) apart.push(period);
    else join(one, period);
  }
  return apart;
}

interface Making<E> {
  span: PeriodSpan;
  readonly episodes: E[];
}

/** Inside one return the later end holds: its rows overlap, and none of them is the newer word. */
function join<E>(period: Making<E>, next: Making<E>): void {
  const endedOn = [period.span.endedOn, next.span.endedOn]
    .filter((end) => end !== undefined)
    .toSorted()
    .at(-1);
  period.span = mergedSpan(period.span, { ...next.span, ...(endedOn === undefined ? {} : { endedOn }) });
  period.episodes.push(...next.episodes);
}

function byStart(one: Episode, other: Episode): number {
  if (one.startedOn !== other.startedOn) return one.startedOn < other.startedOn ? -1 : 1;
  const starts = Number(startsPeriod(other)) - Number(startsPeriod(one));
  // One that ended on the day on which it began comes before the one that followed it.
  return starts !== 0 ? starts : (one.endedOn ?? '9999') < (other.endedOn ?? '9999') ? -1 : 1;
}

function goesOn(span: PeriodSpan, episode: Episode): boolean {
  if (startsPeriod(episode)) return span.startedOn === episode.startedOn;
  // Periods are told apart by their first day, so only one can begin on a day, ended on it or not.
  const sameDay = span.knownFrom === episode.startedOn;
  return span.endedOn === undefined || episode.startedOn < span.endedOn || sameDay;
}

function spanOf(episode: Episode): PeriodSpan {
  const endedOn = endOfCare(episode);
  return {
    startedOn: startsPeriod(episode) ? episode.startedOn : null,
    knownFrom: episode.startedOn,
    ...(endedOn === undefined ? {} : { endedOn }),
    legalStatuses: episode.legalStatus === '' ? [] : [{ from: episode.startedOn, code: episode.legalStatus }],
    ...(episode.placedForAdoption === undefined
      ? {}
      : { adoption: [{ from: episode.startedOn, placed: episode.placedForAdoption }] }),
  };
}

/**
 * What is known of a period once a later return has been read: a start that was missing, an end that came, the legal
 * statuses of both, and from when to when the child was placed for adoption. A return in which the period is still
 * open does not take an end away.
 */
export function mergedSpan(known: PeriodSpan, seen: PeriodSpan): PeriodSpan {
  const endedOn = seen.endedOn ?? known.endedOn;
  return {
    startedOn: known.startedOn ?? seen.startedOn,
    knownFrom: known.knownFrom < seen.knownFrom ? known.knownFrom : seen.knownFrom,
    ...(endedOn === undefined ? {} : { endedOn }),
    legalStatuses: mergedTurns(known.legalStatuses, seen.legalStatuses),
    ...(known.adoption === undefined && seen.adoption === undefined
      ? {}
      : { adoption: mergedTurns(known.adoption ?? [], seen.adoption ?? []) }),
  };
}

/** What was so from which day, by both; of one day as seen last. All rows, so that a corrected one takes its place. */
function mergedTurns<T extends { readonly from: Day }>(known: readonly T[], seen: readonly T[]): T[] {
  const byDay = new Map([...known, ...seen].map((turn) => [turn.from, turn]));
  return [...byDay.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

/**
 * What a reading leaves of what was known before. A return tells of all days between the first of its rows and the
 * last, an extract of all from its first row on.
 */
export function leftBy(
  { source, ...seen }: PeriodSpan & Pick<Period, 'source'>,
  known: PeriodSpan,
): PeriodSpan {
  const left = <T extends { readonly from: Day }>(turns: readonly T[], told: readonly T[]): T[] => {
    const [first, last] = [told[0]?.from, told.at(-1)?.from];
    if (first === undefined || last === undefined) return [...turns];
    return turns.filter(({ from }) => from < first || (source !== 'ssd' && last < from));
  };
  return {
    ...known,
    legalStatuses: left(known.legalStatuses, seen.legalStatuses),
    ...(known.adoption === undefined ? {} : { adoption: left(known.adoption, seen.adoption ?? []) }),
  };
}

/**
 * The known period that another return goes on with. A return holds one year: the same period may be there with
 * its start not known, or with its end not yet known.
 */
export function samePeriod<P extends PeriodSpan>(known: readonly P[], seen: PeriodSpan): P | undefined {
  const exact = known.find((period) =>
    seen.startedOn === null
      ? period.startedOn === null && period.knownFrom === seen.knownFrom
      : period.startedOn === seen.startedOn,
  );
  if (exact !== undefined) return exact;
  const inOrder = known.toSorted((one, other) => (one.knownFrom < other.knownFrom ? -1 : 1));
  if (seen.startedOn === null) {
    const before = inOrder.findLast((period) => period.knownFrom <= seen.knownFrom);
    if (before !== undefined && reaches(before, seen)) return before;
  }
  const after = inOrder.find((period) => period.knownFrom >= seen.knownFrom);
  return after !== undefined && after.startedOn === null && reaches(seen, after) ? after : undefined;
}

const reaches = (earlier: PeriodSpan, later: PeriodSpan): boolean =>
  earlier.endedOn === undefined || earlier.endedOn > later.knownFrom || earlier.endedOn === later.endedOn;

/**
 * A child's periods of care as all sources tell of them together. Each source keeps its own word, so that one read
 * again changes nothing; where they differ, what was recorded later shows.
 */
export function careOf(facts: readonly ChildFact[]): Period[] {
  const periods: Period[] = [];
  for (const told of facts.filter((fact) => fact.kind === 'period').toSorted(byRecording)) {
    const known = samePeriod(periods, told);
    if (known === undefined) periods.push(told);
    else periods[periods.indexOf(known)] = { ...told, ...mergedSpan(leftBy(told, known), told) };
  }
  return periods;
}

/** No longer looked after: every period that is known has ended by `today`. A child without periods has not left. */
export function hasLeftCare(child: Child, today: Day): boolean {
  const periods = careOf(child.facts.filter(({ supersededAt }) => supersededAt === undefined));
  return periods.length > 0 && periods.every(({ endedOn }) => endedOn !== undefined && endedOn <= today);
}
