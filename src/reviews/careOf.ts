import { type Day, addMonths } from '../calendar/days.js';
import { type Child, type ChildFact, type Period, byRecording } from './child.js';
import {
  type PeriodSpan,
  type Told,
  begunAs,
  corrects,
  matched,
  overlap,
  samePeriod,
  together,
  toldAnew,
} from './periods.js';

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
