import type { Day } from '../calendar/days.js';
import type { Period } from './child.js';

/**
 * A time of being looked after that has one clock: a period of care, or the part of one before, between or after
 * short breaks.
 */
export interface Stretch {
  readonly id: string;
  /** Tells the period apart that it belongs to. */
  readonly period: string;
  /** The day that the clock starts; null where the files do not have it (start not known). */
  readonly startedOn: Day | null;
  readonly from: Day;
  /** The short break, or the end of one, that follows begins on this day. */
  readonly before?: Day | undefined;
  /** The day that care ended; it belongs to the stretch. */
  readonly endedOn?: Day | undefined;
  /** Under V3 or V4 (reg 48): a clock of its own, outside the timetable. */
  readonly shortBreak: boolean;
  /** As they followed one another in the whole period: whether the child was placed for adoption. */
  readonly adoption: NonNullable<Period['adoption']>;
  /** A period of care covers it; else all that is known of it are reviews. */
  readonly inFiles: boolean;
}

const isShortBreak = (legalStatus: string): boolean => legalStatus === 'V3' || legalStatus === 'V4';

/** In the order of their days. */
export function stretchesOf(periods: readonly Period[]): Stretch[] {
  return periods
    .flatMap(stretchesOfPeriod)
    .toSorted((one, other) => (one.from === other.from ? 0 : one.from < other.from ? -1 : 1));
}

function stretchesOfPeriod(period: Period): Stretch[] {
  const from = period.startedOn ?? period.knownFrom;
  const [first, ...later] = period.legalStatuses.map(({ from: day, code }) => ({
    from: day,
    shortBreak: isShortBreak(code),
  }));
  const turns = [{ from, shortBreak: first?.shortBreak ?? false }];
  for (const turn of later) if (turn.shortBreak !== turns.at(-1)?.shortBreak) turns.push(turn);
  return turns.map((turn, index) => ({
    ...turn,
    id: `${turn.from} of ${period.startedOn ?? `an unknown start, ${from}`}`,
    period: from,
    adoption: period.adoption ?? [],
    inFiles: true,
    // Without the S the period's own start is not known, and no review of it can be the first.
    startedOn: period.startedOn === null ? null : turn.from,
    ...(index + 1 < turns.length ? { before: turns[index + 1]?.from } : { endedOn: period.endedOn }),
  }));
}

const covers = ({ from, before, endedOn }: Stretch, day: Day): boolean =>
  from <= day && (before === undefined || day < before) && (endedOn === undefined || day <= endedOn);

/**
 * The stretch in which a review was held. One that no known period covers was held in a period that is not in the
 * files: the known one that follows, where its start is not known, else one whose start is not known either.
 */
export function stretchAt(stretches: readonly Stretch[], day: Day): Stretch {
  const covering = stretches.findLast((stretch) => covers(stretch, day));
  if (covering !== undefined) return covering;
  const next = stretches.find(({ from }) => from > day);
  if (next !== undefined && next.startedOn === null && next.from === next.period) return next;
  const id = `before ${next?.from ?? 'nothing'}`;
  return { id, period: id, startedOn: null, from: day, shortBreak: false, adoption: [], inFiles: false };
}

export const placedForAdoption = ({ adoption }: Stretch, day: Day): boolean =>
  adoption.findLast(({ from }) => from <= day)?.placed ?? false;

/** The first of these days, both counted, on which the child was placed for adoption; undefined: on none. */
export function firstPlacedForAdoption(stretch: Stretch, from: Day, to: Day): Day | undefined {
  if (from <= to && placedForAdoption(stretch, from)) return from;
  return stretch.adoption.find((turn) => turn.placed && from < turn.from && turn.from <= to)?.from;
}

/** The day on which the last placement for adoption by today ended; undefined: there was none, or it goes on. */
export function returnedFromAdoptionOn({ adoption }: Stretch, today: Day): Day | undefined {
  const begun = adoption.filter(({ from }) => from <= today);
  return begun[begun.findLastIndex(({ placed }) => placed) + 1]?.from;
}

/** Whether care went on after a day: not on the day that it ended, or that a short break begins or ends. */
export const goesOnAfter = ({ before, endedOn }: Stretch, day: Day): boolean =>
  (before === undefined || day < before) && (endedOn === undefined || day < endedOn);

/** The stretch that is open on a day: one whose end is not in the files is over when the next begins. */
export function openStretch(stretches: readonly Stretch[], day: Day): Stretch | undefined {
  const begun = stretches.findLast(({ from }) => from <= day);
  return begun !== undefined && goesOnAfter(begun, day) ? begun : undefined;
}
