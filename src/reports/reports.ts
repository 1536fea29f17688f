import type { Day } from '../calendar/days.js';
import { type Period, longDay, within } from '../calendar/periods.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { Directory } from '../people/directory.js';
import { type Cohort, cohortOf } from './cohort.js';
import { courseAsAt } from './course.js';
import { disputesRaised } from './disputesRaised.js';
import { openAtEnd, overTwentyDays, timeToClose } from './durations.js';
import { advice, byOrigin, cafcass, recordedOnFile, resources, systemFault } from './marks.js';
import { type Measuring, measured, nounsOf } from './measuring.js';
import { moves } from './moves.js';
import { outcomes } from './outcomes.js';
import { type Recording, recordedFrom, recordingNotes } from './recording.js';
import type { Report } from './report.js';
import { responseTime } from './responseTime.js';
import { type Splitter, splitBy } from './splits.js';
import { stagesEndedOtherwise, stagesEntered, stagesHighest, stagesResolved } from './stages.js';
import { themesMentioned, themesPrimary } from './themes.js';

const stages = [stagesEntered, stagesResolved, stagesEndedOtherwise, stagesHighest, moves];
const endings = [outcomes, timeToClose, overTwentyDays, openAtEnd];
const themes = [themesMentioned, themesPrimary, systemFault, resources, byOrigin];

/** What can be asked for by name, and its measures. A report that is not here is not built. */
export const reports = {
  disputes: [disputesRaised, ...stages, ...endings, responseTime, ...themes, cafcass, advice, recordedOnFile],
  themes,
  stages,
  'response-times': [responseTime],
  outcomes: endings,
} as const satisfies Record<string, readonly Measuring[]>;
export type ReportName = keyof typeof reports;

export const reportNames = Object.keys(reports) as ReportName[];
export const isReportName = (name: string): name is ReportName => Object.hasOwn(reports, name);

/** What a report is made from: whole histories, whoever recorded them. */
export interface Sources {
  readonly histories: readonly (readonly DisputeEvent[])[];
  readonly recording: Recording;
  readonly directory: Directory;
}

export interface Asked {
  readonly period: Period;
  readonly asAt: Day;
  readonly by?: Splitter | undefined;
}

/** The figures as they were known at the end of the as-at day: run later, the same day gives the same figures. */
export function reportOn(name: ReportName, sources: Sources, { period, asAt, by }: Asked): Report {
  const { directory } = sources;
  const from = recordedFrom(sources.recording, period, asAt);
  const cohort: Cohort = cohortOf(
    sources.histories.flatMap((history) => courseAsAt(history, asAt) ?? []),
    { period, asAt, policy: directory.policy, whole: from === period.from },
  );
  const measurings = reports[name];
  return {
    report: name,
    period,
    asAt,
    notes: [...recordingNotes(from, period, asAt), ...laterRecordNotes(sources, period, asAt)],
    measures: [
      ...measurings.map((measuring) => measured(measuring, cohort)),
      ...(by === undefined ? [] : [splitBy(by, cohort, measurings, directory)]),
    ],
  };
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
