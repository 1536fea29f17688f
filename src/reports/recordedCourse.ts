import type { DisputeEvent, EventOf } from '../disputes/events.js';
import type { Course, Ending, Happening, Stay } from './course.js';

/** The course of a dispute that an earlier record has: what the record does not say is not recorded, never 0. */
export function recordedCourse(record: EventOf<'imported'>, history: readonly DisputeEvent[]): Course {
  const onFile = history.flatMap((event) => (event.kind === 'recordedOnFile' ? [event.child] : []));
  return {
    number: record.number,
    raisedOn: record.raisedOn,
    kind: record.formal === undefined && !record.madeFormal ? 'informal' : 'formal',
    madeFormal: record.madeFormal,
    formal: record.formal,
    iro: record.iro,
    team: record.team,
    children: record.children,
    themes: record.themes,
    marks: record.marks,
    origin: record.marks?.cameFrom,
    originTold: record.marks?.cameFrom !== undefined,
    stays: record.stages.map(stayOf),
    climbTold: record.climbTold,
    ending: endingOf(record),
    times: { ...unknown, ...climbs(record) },
    onFile,
    onFileTold: onFile.length > 0,
  };
}

const stayOf = ({ id, entered, answered }: EventOf<'imported'>['stages'][number]): Stay => ({
  stage: id,
  entered,
  answered,
  dueOn: null,
  returned: false,
  passedUp: false,
  couldNotBeTold: false,
  answerTold: answered !== undefined,
  allTold: false,
});

function endingOf({ outcome, closedOn, closedStage }: EventOf<'imported'>): Ending {
  if (outcome === undefined && closedOn === undefined && closedStage === undefined)
    return { kind: 'not-recorded' };
  return { kind: 'closed', on: closedOn, outcome, stage: closedStage };
}

const unknown: Record<Happening, null> = {
  escalated: null,
  bypassed: null,
  passedUp: null,
  noResponse: null,
  couldNotBeTold: null,
  moreTimeBeyond: null,
  agreed: null,
  done: null,
  reopened: null,
  cafcass: null,
  legalAdvice: null,
  cafcassAdvice: null,
};

/** A record tells that it climbed, not who moved it: each climb counts as the IRO's, a bypass where stages were left out. */
function climbs({ stages, kept, climbTold }: EventOf<'imported'>) {
  if (!climbTold) return {};
  const ladder = kept.ladder.map(({ id }) => id);
  const steps = stages
    .slice(1)
    .map(({ id }, index) => ladder.indexOf(id) - ladder.indexOf(stages[index]?.id ?? ''));
  return {
    escalated: steps.filter((step) => step === 1).length,
    bypassed: steps.filter((step) => step > 1).length,
  };
}
