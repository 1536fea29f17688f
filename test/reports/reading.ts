import type { Day } from '../../src/calendar/days.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import type { Directory } from '../../src/people/directory.js';
import type { Recording } from '../../src/reports/recording.js';
import type { Report, Row } from '../../src/reports/report.js';
import { type ReportName, reportOn } from '../../src/reports/reports.js';
import { reviewRecording } from '../../src/reports/reviewRecording.js';
import type { Splitter } from '../../src/reports/splits.js';
import type { Child } from '../../src/reviews/child.js';
import { anAuthority } from '../people/authority.js';

export interface Reading {
  readonly name?: ReportName;
  readonly from?: Day;
  readonly to?: Day;
  readonly asAt?: Day;
  readonly by?: Splitter;
  readonly recording?: Recording;
  readonly directory?: Directory;
}

/** The bot was there before everything. */
export const always: Recording = { liveFrom: '2000-01-01', records: [] };

/** March 2026, as at its end, unless a test says otherwise. */
export function reading(
  disputes: readonly { readonly history: readonly DisputeEvent[] }[],
  {
    name = 'disputes',
    from = '2026-03-01',
    to = '2026-03-31',
    asAt = to,
    by,
    recording = always,
    directory = anAuthority(),
  }: Reading = {},
): Report {
  const histories = disputes.map(({ history }) => history);
  return reportOn(
    name,
    {
      histories,
      goodPractice: [],
      children: [],
      recording,
      reviewRecording: { records: [] },
      directory,
    },
    { period: { from, to }, asAt, by },
  );
}

/** 2024/25, as at a day after all that the tests tell of, unless a test says otherwise. */
export function readingChildren(
  children: readonly Child[],
  {
    name = 'timeliness',
    from = '2024-04-01',
    to = '2025-03-31',
    asAt = '2026-03-02',
    by,
    measure,
    directory = anAuthority(),
    pressing = { records: [] },
  }: Reading & { readonly measure?: string; readonly pressing?: Recording } = {},
): Report {
  return reportOn(
    name,
    {
      histories: [],
      goodPractice: [],
      children,
      recording: pressing,
      reviewRecording: reviewRecording(children),
      directory,
    },
    { period: { from, to }, asAt, by, measure },
  );
}

export function rowsOf(report: Report, measure: string): Row[] {
  const found = report.measures.find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`there is no measure ${measure}`);
  return found.rows;
}

/** One row as a test reads it: count, or 'count of of', and the value where there is one. */
export function row(report: Report, measure: string, key: string): string {
  const found = rowsOf(report, measure).find((each) => each.key === key);
  if (found === undefined) throw new Error(`${measure} has no row ${key}`);
  const { count, of, value } = found;
  const text = count === null ? 'not recorded' : of === null ? `${count}` : `${count} of ${of}`;
  return value === null ? text : `${text}: ${value}`;
}

/** Every count of a measure by its key. */
export const counts = (report: Report, measure: string): Record<string, number | null> =>
  Object.fromEntries(rowsOf(report, measure).map(({ key, count }) => [key, count]));
