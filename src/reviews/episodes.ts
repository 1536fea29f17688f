import type { Day } from '../calendar/days.js';
import { type PeriodSpan, mergedSpan, samePeriod } from './periods.js';

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
