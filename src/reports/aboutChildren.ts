import { type ChildCohort, childCohortOf, heldIn } from './childCohort.js';
import { childReports } from './childReports.js';
import { childSplitters, splitChildren } from './childSplits.js';
import { type Measuring, measured } from './measuring.js';
import { recordedFrom, recordingNotes } from './recording.js';
import type { Measure } from './report.js';
import type { Asked, Sources, Told } from './sources.js';

export function aboutChildren(
  name: keyof typeof childReports,
  { children, directory, reviewRecording: recording }: Sources,
  asked: Asked,
): Told {
  const { period, asAt } = asked;
  const cohort = childCohortOf(children, { period, asAt, directory, recording });
  const measurings: readonly Measuring<ChildCohort>[] = childReports[name];
  return {
    // How many children there are is of one day: what the files tell of the whole period does not matter.
    notes: name === 'caseload' ? [] : reviewNotes(cohort),
    measures: [
      ...measurings.map((measuring) => measured(measuring, cohort)),
      ...splitOf(measurings, cohort, asked, name === 'caseload' ? 'at the end' : 'as at'),
    ],
  };
}

function splitOf(
  measurings: readonly Measuring<ChildCohort>[],
  cohort: ChildCohort,
  { by, measure }: Asked,
  when: Parameters<typeof splitChildren>[4],
): Measure[] {
  const splitter = childSplitters.find((each) => each === by);
  const spread = measurings.find(({ id }) => id === measure);
  return splitter === undefined || spread === undefined
    ? []
    : [splitChildren(splitter, cohort, spread, measurings, when)];
}

function reviewNotes(cohort: ChildCohort): string[] {
  const { recording, period, asAt } = cohort;
  const from = recordedFrom(recording, period, asAt);
  if (from === undefined && heldIn(cohort, period).length > 0)
    return [
      'The files that were read are not the whole record of this period: what no source could have told is "not recorded", not 0.',
    ];
  return recordingNotes(from, period, asAt);
}
