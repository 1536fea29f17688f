import type { Row } from './report.js';

type Figure = number | null;

export const toOneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** To one decimal; null where there is nothing to take it of. Never made to add up to 100. */
export function percent(count: Figure, of: Figure): Figure {
  return count === null || of === null || of === 0 ? null : Math.round((count * 1000) / of) / 10;
}

/** The middle one, or the mean of the two in the middle, to one decimal. */
export function median(values: readonly number[]): Figure {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  if (middle.length === 0) return null;
  return toOneDecimal(middle.reduce((sum, value) => sum + value, 0) / middle.length);
}

/** So many of so many. */
export const share = (key: string, label: string, count: Figure, of: Figure): Row => ({
  key,
  label,
  count,
  of,
  value: percent(count, of),
});

/** So many, of nothing in particular. */
export const number = (key: string, label: string, count: Figure): Row => ({
  key,
  label,
  count,
  of: null,
  value: null,
});

/** The median of what was measured; `count` is how many were. */
export const middle = (key: string, label: string, count: Figure, values: readonly number[]): Row => ({
  key,
  label,
  count,
  of: null,
  value: median(values),
});

/** A median of nothing: no number, though nobody doubts that there was none. Of a measure of time all numbers are medians, but how many are not recorded. */
export const isMiddleOfNone = ({ key, count, of, value }: Row, unit: string): boolean =>
  count === 0 &&
  of === null &&
  value === null &&
  (key.includes('hours') || (unit === 'working days' && key !== 'not-recorded'));

/**
 * How a row differs from the same row of the period before: counts and numbers by so many, percentages by points. A
 * median beside none has no change: how many there are is no number of days.
 */
export interface Change {
  readonly count: Figure;
  readonly value: Figure;
  readonly in: 'points' | 'unit';
}

export function changeOf(now: Row, before: Row | undefined): Change {
  const less = (one: Figure, other: Figure | undefined): Figure =>
    one === null || other === null || other === undefined ? null : toOneDecimal(one - other);
  const ofOneKind = now.of !== null || (now.value === null) === (before?.value === null);
  return {
    count: ofOneKind ? less(now.count, before?.count) : null,
    value: less(now.value, before?.value),
    in: now.of === null ? 'unit' : 'points',
  };
}
