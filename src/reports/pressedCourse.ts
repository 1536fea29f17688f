import type { DisputeEvent, EventOf, Moment } from '../disputes/events.js';
import type { Course, Ending, Happening, Stay } from './course.js';

type Draft = { -readonly [K in keyof Course]: Course[K] } & {
  stays: Stay[];
  times: Record<Happening, number>;
};

/** The course of a dispute that was raised here: every press is an event, so that what is not there did not happen. */
export function pressedCourse(raised: EventOf<'raised'>, history: readonly DisputeEvent[]): Course {
  const course: Draft = {
    number: raised.number,
    raisedOn: raised.on,
    kind: raised.dispute,
    madeFormal: false,
    iro: raised.iro,
    team: raised.team,
    children: raised.children,
    themes: [raised.theme, ...raised.otherThemes].filter((theme) => theme !== ''),
    marks: raised.marks,
    origin: raised.marks.cameFrom,
    originTold: true,
    stays: [],
    climbTold: true,
    ending: { kind: 'open' },
    times: nothingYet(),
    onFile: [],
    onFileTold: true,
  };
  for (const [index, event] of history.entries()) fold(course, event, history[index - 1]);
  return course;
}

const nothingYet = (): Record<Happening, number> => ({
  escalated: 0,
  bypassed: 0,
  passedUp: 0,
  noResponse: 0,
  couldNotBeTold: 0,
  moreTimeBeyond: 0,
  agreed: 0,
  done: 0,
  reopened: 0,
  cafcass: 0,
  legalAdvice: 0,
  cafcassAdvice: 0,
});

function fold(course: Draft, event: DisputeEvent, before: DisputeEvent | undefined): void {
  const moment: Moment = { on: event.on, at: event.at };
  switch (event.kind) {
    case 'madeFormal':
      course.madeFormal = true;
      return;
    case 'stageEntered':
      course.kind = 'formal';
      if (event.totalDueOn !== undefined)
        course.formal = { startedOn: event.on, totalDueOn: event.totalDueOn };
      // *Not done* says by the stage alone that it went up: to the next one, as an escalation does.
      if (before?.kind === 'reopened' && course.stays.at(-1)?.stage !== event.stage)
        course.times.escalated += 1;
      ended(course, event);
      course.stays.push(stayFrom(event, moment));
      return;
    case 'acknowledged':
      return onStay(course, (stay) => ({ acknowledged: stay.acknowledged ?? moment }));
    case 'offered':
    case 'disagreed':
      return onStay(course, (stay) => ({ answered: stay.answered ?? moment }));
    case 'returned':
      return onStay(course, () => ({ returned: true }));
    case 'passedUp':
      course.times.passedUp += 1;
      return onStay(course, () => ({ passedUp: true }));
    case 'notResolved':
      return event.dueOn === undefined ? undefined : onStay(course, () => ({ dueOn: event.dueOn }));
    case 'moreTimeAllowed':
      if (event.beyondTotal) course.times.moreTimeBeyond += 1;
      return onStay(course, () => ({ dueOn: event.dueOn }));
    case 'escalated':
    case 'bypassed':
    case 'noResponse':
    case 'agreed':
    case 'reopened':
      course.times[event.kind] += 1;
      return;
    case 'couldNotBeTold':
      course.times.couldNotBeTold += 1;
      return onStay(course, () => ({ couldNotBeTold: true }));
    case 'checkedDone':
      course.times.done += 1;
      return;
    case 'closed':
      return close(course, event, event.outcome);
    case 'withdrawn':
      return close(course, event, 'withdrawn');
    case 'referredToCafcass':
      course.times.cafcass += 1;
      return;
    case 'adviceTaken':
      course.times[event.from === 'legal' ? 'legalAdvice' : 'cafcassAdvice'] += 1;
      return;
    case 'childAdded':
      course.children = [...course.children, event.child];
      return;
    case 'recordedOnFile':
      course.onFile = [...course.onFile, event.child];
      return;
    case 'raised':
    case 'imported':
    case 'sentAgain':
    case 'asked':
    case 'questionAnswered':
    case 'noted':
    case 'redacted':
    case 'handedOver':
    case 'reallocated':
    case 'duePassedAgain':
    case 'reminderFellDue':
    case 'totalNeared':
    case 'stillUnjudged':
    case 'checkDayCame':
      return;
  }
}

const stayFrom = ({ stage, dueOn, holder }: EventOf<'stageEntered'>, entered: Moment): Stay => ({
  stage,
  holder,
  entered,
  dueOn,
  returned: false,
  passedUp: false,
  couldNotBeTold: false,
  answerTold: true,
  allTold: true,
});

/** An informal one that was sent to the manager is acknowledged on no stage. */
function onStay(course: Draft, change: (stay: Stay) => Partial<Stay>): void {
  const stay = course.stays.pop();
  if (stay !== undefined) course.stays.push({ ...stay, ...change(stay) });
}

const ended = (course: Draft, event: DisputeEvent) => onStay(course, () => ({ endedOn: event.on }));

function close(course: Draft, event: DisputeEvent, outcome: EventOf<'closed'>['outcome']): void {
  ended(course, event);
  const stage = course.stays.at(-1)?.stage;
  course.ending = { kind: 'closed', on: event.on, outcome, stage } satisfies Ending;
}
