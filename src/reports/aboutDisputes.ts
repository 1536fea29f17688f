import type { Day } from '../calendar/days.js';
import { type Period, longDay, within } from '../calendar/periods.js';
import { type Cohort, cohortOf } from './cohort.js';
import { courseAsAt } from './course.js';
import { disputeReports } from './disputeReports.js';
import { disputesRaised } from './disputesRaised.js';
import { goodPractice, practiceOf } from './goodPractice.js';
import { type Measuring, measured, nounsOf } from './measuring.js';
import { recordedFrom, recordingNotes } from './recording.js';
import type { Measure } from './report.js';
import type { Asked, Sources, Told } from './sources.js';
import { splitBy, spreadOf } from './splits.js';

export function aboutDisputes(name: keyof typeof disputeReports, sources: Sources, asked: Asked): Told {
  const { period, asAt } = asked;
  const from = recordedFrom(sources.recording, period, asAt);
  return {
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
  const { period, asAt } = asked;
  const courses = histories.flatMap((history) => courseAsAt(history, asAt) ?? []);
  const cohort = cohortOf(courses, { period, asAt, policy: directory.policy, whole });
  const measurings = disputeReports[name];
  const measures = [
    ...measurings.map((measuring) => measured(measuring, cohort)),
    ...(name === 'disputes' ? [practiceMeasure(sources, asked)] : []),
  ];
  return [...measures, ...splitOf(measures, measurings, cohort, sources, asked)];
}

/** How the disputes spread, or the one measure that was asked for: none where that is not of disputes. */
function splitOf(
  measures: readonly Measure[],
  measurings: readonly Measuring<Cohort>[],
  cohort: Cohort,
  { directory }: Sources,
  { by, measure }: Asked,
): Measure[] {
  if (by === undefined) return [];
  const split = splitBy(by, cohort, measurings, directory);
  if (measure === undefined || measure === disputesRaised.id) return [split];
  return measures.filter(({ id }) => id === measure).flatMap((each) => spreadOf(each, split, by) ?? []);
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
