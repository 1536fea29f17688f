import { type ChildCohort, childCohortOf, heldIn } from './childCohort.js';
import { type Allocated, childSplitters, childrenOf, splitChildren } from './childSplits.js';
import { type Measuring, measured } from './measuring.js';
import { recordedDays, recordingNotes } from './recording.js';
import type { Measure } from './report.js';
import type { Asked, Only, Sources, Told } from './sources.js';

/** Of reviews, or of how many children there are on a day. */
export type AboutChildren = 'reviews' | 'caseload';

const allocated: Record<AboutChildren, Allocated> = { reviews: 'as at', caseload: 'at the end' };

/** The children that were asked for. */
export function childrenAsked(about: AboutChildren, sources: Sources, asked: Asked): ChildCohort {
  const { children, area, directory, reviewRecording: recording, recording: pressing } = sources;
  const { period, asAt, only } = asked;
  const everybody = childCohortOf(children, { period, asAt, directory, recording, pressing });
  const narrowed = (cohort: ChildCohort, to: Only | undefined) =>
    to === undefined ? cohort : childrenOf(cohort, to, allocated[about]);
  return narrowed(narrowed(everybody, area === undefined ? undefined : { by: 'area', keys: [area] }), only);
}

export function aboutChildren(
  about: AboutChildren,
  measurings: readonly Measuring<ChildCohort>[],
  sources: Sources,
  asked: Asked,
): Told {
  const cohort = childrenAsked(about, sources, asked);
  return {
    // How many children there are is of one day: what the files tell of the whole period does not matter.
    notes: about === 'caseload' ? [] : reviewNotes(cohort),
    measures: [
      ...measurings.map((measuring) => measured(measuring, cohort)),
      ...splitOf(measurings, cohort, asked, allocated[about]),
    ],
  };
}

function splitOf(
  measurings: readonly Measuring<ChildCohort>[],
  cohort: ChildCohort,
  { by, measure }: Asked,
  when: Allocated,
): Measure[] {
  const splitter = childSplitters.find((each) => each === by);
  const spread = measurings.find(({ id }) => id === measure);
  return splitter === undefined || spread === undefined
    ? []
    : [splitChildren(splitter, cohort, spread, measurings, when)];
}

function reviewNotes(cohort: ChildCohort): string[] {
  const { recording, period, asAt } = cohort;
  if (recordedDays(recording, period, asAt).length === 0 && heldIn(cohort, period).length > 0)
    return [
      'The files that were read are not the whole record of this period: what no source could have told is "not recorded", not 0.',
    ];
  return recordingNotes(recording, period, asAt);
}
