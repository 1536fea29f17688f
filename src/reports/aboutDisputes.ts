import type { Day } from '../calendar/days.js';
import { type Period, longDay, within } from '../calendar/periods.js';
import { type Cohort, cohortOf } from './cohort.js';
import { courseAsAt } from './course.js';
import { disputesRaised } from './disputesRaised.js';
import { goodPractice, practiceOf } from './goodPractice.js';
import { type Measuring, measured, nounsOf } from './measuring.js';
import { recordedFrom, recordingNotes } from './recording.js';
import type { Measure } from './report.js';
import type { Asked, Sources, Told } from './sources.js';
import { disputesOf, splitBy, spreadOf } from './splits.js';

/** The disputes that were asked for. */
export const disputesAsked = (sources: Sources, asked: Asked): Cohort =>
  narrowed(everyDispute(sources, asked), sources, asked);

function everyDispute({ histories, directory, recording }: Sources, { period, beside, asAt }: Asked): Cohort {
  const courses = histories.flatMap((history) => courseAsAt(history, asAt) ?? []);
  const whole = recordedFrom(recording, period, asAt) === period.from;
  return cohortOf(courses, { period, beside, asAt, policy: directory.policy, whole });
}

const narrowed = (cohort: Cohort, { directory }: Sources, { only }: Asked): Cohort =>
  only === undefined ? cohort : disputesOf(cohort, directory, only);

export function aboutDisputes(
  measurings: readonly Measuring<Cohort>[],
  withPractice: boolean,
  sources: Sources,
  asked: Asked,
): Told {
  const { period, asAt } = asked;
  const everything = everyDispute(sources, asked);
  const cohort = narrowed(everything, sources, asked);
  const found = [...everything.disputes, ...everything.inError].map(({ raisedOn }) => raisedOn);
  const measures = [
    ...measurings.map((measuring) => measured(measuring, cohort)),
    ...(withPractice ? [practiceMeasure(sources, asked)] : []),
  ];
  return {
    notes: [
      ...recordingNotes(sources.recording, period, asAt, found),
      ...(asked.only === undefined ? laterRecordNotes(sources, period, asAt) : []),
    ],
    measures: [...measures, ...splitOf(measures, measurings, cohort, sources, asked)],
  };
}

/** Counted apart: it is no dispute, and stands beside them. */
function practiceMeasure(
  { goodPractice: notes, recording, directory: { policy } }: Sources,
  asked: Asked,
): Measure {
  const { only } = asked;
  const own = ({ team, iro }: { readonly team: string; readonly iro: string }) =>
    only === undefined || only.keys.includes(only.by === 'team' ? team : iro);
  return measured(goodPractice, practiceOf(notes.filter(own), recording, { ...asked, policy }));
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
