import { type Day, addMonths } from '../calendar/days.js';
import type { Period } from './child.js';

/** What tells one period from another, and its end: as much as a return can know. */
export type PeriodSpan = Pick<Period, 'startedOn' | 'knownFrom' | 'endedOn' | 'legalStatuses' | 'adoption'>;

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

/** From its first row on, or to the last of them alone. */
type Telling = 'on' | 'to-the-last';

/**
 * What a reading leaves of what was known before. A return tells of all days between the first of its rows and the
 * last, an extract of all from its first row on; and so does the return of a year that is known to be no older.
 */
function leftBy(
  seen: PeriodSpan & Pick<Period, 'source'>,
  known: PeriodSpan,
  telling: Telling = seen.source === 'ssd' ? 'on' : 'to-the-last',
): PeriodSpan {
  const left = <T extends { readonly from: Day }>(turns: readonly T[], told: readonly T[]): T[] => {
    const [first, last] = [told[0]?.from, told.at(-1)?.from];
    if (first === undefined || last === undefined) return [...turns];
    return turns.filter(({ from }) => from < first || (telling === 'to-the-last' && last < from));
  };
  return {
    ...known,
    legalStatuses: left(known.legalStatuses, seen.legalStatuses),
    ...(known.adoption === undefined ? {} : { adoption: left(known.adoption, seen.adoption ?? []) }),
  };
}

/** A period as two tell of it together, of whom neither is known to have the last word. */
export const together = (known: PeriodSpan, seen: PeriodSpan & Pick<Period, 'source'>): PeriodSpan =>
  mergedSpan(leftBy(seen, known), seen);

/**
 * A period as the same source tells of it anew: its start and its end are as they are told now, also where there is
 * none any more. Only where it is told of from a later day on, and not from which, is the start as it was.
 */
export function toldAnew(known: PeriodSpan, seen: PeriodSpan & Pick<Period, 'source'>): PeriodSpan {
  const { endedOn: _endedOn, ...before } = leftBy(seen, known, 'on');
  const goesOn = seen.startedOn === null && known.knownFrom < seen.knownFrom;
  return begunAs(goesOn ? known : seen, mergedSpan(before, seen));
}

/** A period that began as another one: what was so before that was of no period. */
export function begunAs(
  { startedOn, knownFrom }: PeriodSpan,
  { legalStatuses, adoption, ...span }: PeriodSpan,
): PeriodSpan {
  const inIt = <T extends { readonly from: Day }>(turns: readonly T[]) =>
    turns.filter(({ from }) => from >= knownFrom);
  return {
    ...span,
    startedOn,
    knownFrom,
    legalStatuses: inIt(legalStatuses),
    ...(adoption === undefined ? {} : { adoption: inIt(adoption) }),
  };
}

/**
 * The known period that another return goes on with. A return holds one year: the same period may be there with
 * its start not known, or with its end not yet known.
 */
export function samePeriod<P extends PeriodSpan>(known: readonly P[], seen: PeriodSpan): P | undefined {
  const exact = known.find((period) => startsAs(period, seen));
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

const startsAs = (known: PeriodSpan, seen: PeriodSpan): boolean =>
  seen.startedOn === null
    ? known.startedOn === null && known.knownFrom === seen.knownFrom
    : known.startedOn === seen.startedOn;

export const overlap = (one: PeriodSpan, other: PeriodSpan): boolean =>
  (one.endedOn === undefined || other.knownFrom < one.endedOn) &&
  (other.endedOn === undefined || one.knownFrom < other.endedOn);

/** A period as one source tells of it: the return of a year, or the extracts with the case system's own id. */
export type Told = PeriodSpan & Pick<Period, 'source' | 'year' | 'sourceId'>;

/**
 * Whether a period with another start is the known one, corrected: the case system says so by its id; else they
 * overlap. A return corrects what was told of days that were over, and of periods that it would tell of too.
 */
export function corrects(seen: Told, known: Told): boolean {
  if (seen.sourceId !== undefined && known.sourceId !== undefined) return seen.sourceId === known.sourceId;
  if (!overlap(seen, known)) return false;
  if (seen.source === 'ssd') return true;
  if (seen.year === undefined || known.year === undefined) return false;
  const isOfItsYears = known.endedOn === undefined || known.endedOn >= seen.year;
  return isOfItsYears && seen.knownFrom < addMonths(known.year, 12);
}

/**
 * Which of the periods that were known each one is that is told of now. Several where they were corrected to be one;
 * none where it is a new one. What is not told of now is nobody's, and stays.
 */
export function matched<K extends PeriodSpan, S extends PeriodSpan>(
  known: readonly K[],
  seen: readonly S[],
  isCorrected: (seen: S, known: K) => boolean,
): Map<S, readonly K[]> {
  const found = new Map<S, readonly K[]>();
  const taken = new Set<K>();
  const take = (one: S, all: readonly K[]): void => {
    const its = all.filter((each) => !taken.has(each));
    for (const each of its) taken.add(each);
    if (its.length > 0) found.set(one, its);
  };
  // Those that begin on the same day first, so that no other is thought to be a correction of them.
  for (const one of seen) take(one, known.filter((each) => startsAs(each, one)).slice(0, 1));
  for (const one of seen) {
    const same = samePeriod(known, one);
    if (!found.has(one) && same !== undefined) take(one, [same]);
    const corrected = known.filter((each) => isCorrected(one, each));
    if (!found.has(one)) take(one, corrected);
  }
  return found;
}

/**
 * What one source's word on a child's periods, read again, takes the place of. Two that overlap cannot both be so:
 * one that is there no more was a mistake.
 */
export function takesPlaceOf<K extends PeriodSpan, S extends PeriodSpan>(
  known: readonly K[],
  seen: readonly S[],
  isCorrected: (seen: S, known: K) => boolean,
): Map<S, readonly K[]> {
  const found = matched(known, seen, isCorrected);
  for (const each of known) {
    if ([...found.values()].some((all) => all.includes(each))) continue;
    const instead = seen.find((one) => isCorrected(one, each));
    if (instead !== undefined) found.set(instead, [...(found.get(instead) ?? []), each]);
  }
  return found;
}
