import type { Day } from '../calendar/days.js';
import { type Period, longDay, within } from '../calendar/periods.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { Directory } from '../people/directory.js';
import { cohortOf } from './cohort.js';
import { courseAsAt } from './course.js';
import { disputeReports } from './disputeReports.js';
import { goodPractice, practiceOf } from './goodPractice.js';
import { measured, nounsOf } from './measuring.js';
import { type Recording, recordedFrom, recordingNotes } from './recording.js';
import type { Measure, Report } from './report.js';
import { type Splitter, splitBy } from './splits.js';

/** What can be asked for by name. A report that is not here is not built. */
export type ReportName = keyof typeof disputeReports;
export const reportNames = Object.keys(disputeReports) as ReportName[];
export const isReportName = (name: string): name is ReportName => Object.hasOwn(disputeReports, name);

/** What a report is made from: whole histories, whoever recorded them. */
export interface Sources {
  readonly histories: readonly (readonly DisputeEvent[])[];
  readonly goodPractice: readonly GoodPractice[];
  readonly recording: Recording;
  readonly directory: Directory;
}

export interface Asked {
  readonly period: Period;
  readonly asAt: Day;
  readonly by?: Splitter | undefined;
}

/** The figures as they were known at the end of the as-at day: run later, the same day gives the same figures. */
export function reportOn(name: ReportName, sources: Sources, asked: Asked): Report {
  const { period, asAt } = asked;
  const from = recordedFrom(sources.recording, period, asAt);
  return {
    report: name,
    period,
    asAt,
    notes: [...recordingNotes(from, period, asAt), ...laterRecordNotes(sources, period, asAt)],
    measures: disputeMeasures(name, sources, asked, from === period.from),
  };
}

/** Counted apart: it is no dispute, and stands beside them. */
function practiceMeasure(
  { goodPractice: notes, recording, directory: { policy } }: Sources,
  asked: Asked,
): Measure {
  return measured(goodPractice, practiceOf(notes, recording, { ...asked, policy }));
}

function disputeMeasures(
  name: keyof typeof disputeReports,
  sources: Sources,
  asked: Asked,
  whole: boolean,
): Measure[] {
  const { histories, directory } = sources;
  const { period, asAt, by } = asked;
  const courses = histories.flatMap((history) => courseAsAt(history, asAt) ?? []);
  const cohort = cohortOf(courses, { period, asAt, policy: directory.policy, whole });
  const measurings = disputeReports[name];
  return [
    ...measurings.map((measuring) => measured(measuring, cohort)),
    ...(name === 'disputes' ? [practiceMeasure(sources, asked)] : []),
    ...(by === undefined ? [] : [splitBy(by, cohort, measurings, directory)]),
  ];
}

/** What an earlier record has of the period, and was brought in only after the as-at day. */
function laterRecordNotes({ histories, directory }: Sources, period: Period, asAt: Day): string[] {
  const later = histories.flatMap(([first]) =>
    first?.kind === 'imported' && first.on > asAt && within(first.raisedOn, period) ? [first.on] : [],
  );
  const [on] = later.toSorted();
  if (on === undefined) return [];
  const { dispute, disputes } = nounsOf(directory.policy);
  return [
    `Not counted: ${later.length} ${later.length === 1 ? dispute : disputes} of an earlier record that was brought in from ${longDay(on)} on, after this as-at date.`,
  ];
}
