import { type Day, addMonths } from '../calendar/days.js';
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
function mergedSpan(known: PeriodSpan, seen: PeriodSpan): PeriodSpan {
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
function begunAs(
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

const overlap = (one: PeriodSpan, other: PeriodSpan): boolean =>
  (one.endedOn === undefined || other.knownFrom < one.endedOn) &&
  (other.endedOn === undefined || one.knownFrom < other.endedOn);

/** A period as one source tells of it: the return of a year, or the extracts with the case system's own id. */
type Told = PeriodSpan & Pick<Period, 'source' | 'year' | 'sourceId'>;

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

/**
 * A child's periods of care as all sources tell of them together. Each source keeps its own word, so that one read
 * again changes nothing; where they differ, what was recorded later shows.
 */
export function careOf(facts: readonly ChildFact[]): Period[] {
  const told = facts.filter((fact) => fact.kind === 'period').toSorted(byRecording);
  const ofReturns = told.filter(({ source }) => source === 'ssda903');
  const byReturns = allYears(
    ofReturns.filter(({ year }) => year === undefined).reduce(joined, []),
    ofReturns.filter(({ year }) => year !== undefined),
  );
  const byOthers = told.filter(({ source }) => source !== 'ssda903');
  const matches = matched(byReturns, byOthers, startsOtherwise);
  const both = byOthers.flatMap((period) => {
    const [other] = matches.get(period) ?? [];
    return other === undefined ? [] : [{ period, other }];
  });
  const inBoth = new Set<Period>(both.flatMap(({ period, other }) => [period, other]));
  return [
    ...[...byReturns, ...byOthers].filter((period) => !inBoth.has(period)),
    ...both.map(({ period, other }) =>
      ofBoth(...([other, period].toSorted(byRecording) as [Period, Period])),
    ),
  ].toSorted(byFirstDay);
}

/** Whether a return has the same period start on another day than another source. */
const startsOtherwise = (one: Told, other: Told): boolean => {
  const [inReturn, elsewhere] = one.source === 'ssda903' ? [one, other] : [other, one];
  if (inReturn.year === undefined || inReturn.startedOn === null || elsewhere.startedOn === null)
    return false;
  return overlap(inReturn, elsewhere) && elsewhere.startedOn < addMonths(inReturn.year, 12);
};

/** The period of another source that is the same as one of these. */
export const toldElsewhere = <P extends Told>(
  others: readonly P[],
  own: readonly Told[],
  period: Told,
): P | undefined => matched(others, own, startsOtherwise).get(period)?.[0];

function ofBoth(first: Period, last: Period): Period {
  const span = together(first, last);
  const isOtherStart = first.startedOn !== null && last.startedOn !== null;
  return { ...last, ...(isOtherStart ? begunAs(last, span) : span) };
}

function joined(periods: readonly Period[], told: Period): Period[] {
  const known = samePeriod(periods, told);
  return known === undefined
    ? [...periods, told]
    : periods.map((period) => (period === known ? { ...told, ...together(known, told) } : period));
}

/** The years in their order, in whatever order they were read: each has the last word on those before it. */
function allYears(ofNoYear: readonly Period[], ofYears: readonly Period[]): readonly Period[] {
  const years = [...new Set(ofYears.flatMap(({ year }) => (year === undefined ? [] : [year])))].toSorted();
  return years.reduce((known, year) => {
    const seen = ofYears.filter((period) => period.year === year).toSorted(byFirstDay);
    const matches = matched(known, seen, corrects);
    const gone = new Set([...matches.values()].flat());
    return [
      ...known.filter((period) => !gone.has(period)),
      ...seen.map((period) => ofNextYear(matches.get(period)?.[0], period)),
    ];
  }, ofNoYear);
}

const byFirstDay = ({ knownFrom: one }: PeriodSpan, { knownFrom: other }: PeriodSpan): number =>
  one === other ? 0 : one < other ? -1 : 1;

function ofNextYear(known: Period | undefined, seen: Period): Period {
  if (known === undefined) return seen;
  if (known.year !== undefined) return { ...withoutSpan(seen), ...toldAnew(known, seen) };
  // Of which years it was told before nobody knows: perhaps of later ones.
  const { year: _year, ...told } = withoutSpan(seen);
  return { ...told, ...together(known, seen) };
}

function withoutSpan({ endedOn: _endedOn, adoption: _adoption, ...told }: Period): Omit<Period, 'endedOn'> {
  return told;
}

/** No longer looked after: every period that is known has ended by `today`. A child without periods has not left. */
export function hasLeftCare(child: Child, today: Day): boolean {
  const periods = careOf(child.facts.filter(({ supersededAt }) => supersededAt === undefined));
  return periods.length > 0 && periods.every(({ endedOn }) => endedOn !== undefined && endedOn <= today);
}
