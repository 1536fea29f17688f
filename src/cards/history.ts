import { englishDay } from '../calendar/days.js';
import { timeText } from '../calendar/words.js';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputeEvent, EventKind, EventOf } from '../disputes/events.js';
import { isIroSide } from '../people/rights.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import {
  childText,
  childrenText,
  day,
  handedOverText,
  reallocatedText,
  listed,
  nameOf,
  outcomeLabel,
  stageName,
  uncapital,
} from './words.js';

const { days, history, names } = words;

/** 'Mon 2 Mar at 09:12'. */
export const whenText = (event: DisputeEvent, scene: Scene) =>
  days.dayAndTime(day(englishDay(event.at), scene), timeText(event.at));

/** Who did it, and for whom; the clock has no name. */
export function actorText(event: DisputeEvent, scene: Scene): string {
  if (event.by === 'clock') return names.byClock;
  if (event.by === 'import') return names.byRecord;
  const who = nameOf(event.by, scene);
  return event.onBehalfOf === undefined ? who : names.onBehalf(who, nameOf(event.onBehalfOf, scene));
}

const ofIroSide: readonly EventKind[] = ['adviceTaken', 'totalNeared', 'stillUnjudged', 'checkDayCame'];

/**
 * The responders see neither that advice was taken nor what the IRO side was reminded of; of Cafcass they see the date
 * alone.
 */
export const visibleHistory = (dispute: Dispute, viewer: Viewer) =>
  dispute.history.filter(({ kind }) => !ofIroSide.includes(kind) || isIroSide(viewer.sides));

/** One line an event, newest last; the weekly reminders of one stay on a stage are one line, at the newest. */
export function historyLines(dispute: Dispute, viewer: Viewer, scene: Scene): string[] {
  return visibleHistory(dispute, viewer)
    .filter((event) => !isWeekly(event) || weekliesOf(event, dispute).at(-1) === event)
    .map((event) => history.line(whenText(event, scene), doneText(event, dispute, scene)));
}

const isWeekly = (event: DisputeEvent) => event.kind === 'reminderFellDue' && event.dueOn === null;

/** All weekly reminders of the stay on a stage that this one is of. */
function weekliesOf({ seq }: DisputeEvent, dispute: Dispute): DisputeEvent[] {
  const entered = dispute.history.filter(({ kind }) => kind === 'stageEntered').map((event) => event.seq);
  const from = entered.findLast((each) => each < seq) ?? 0;
  const to = entered.find((each) => each > seq) ?? Infinity;
  return dispute.history.filter((event) => isWeekly(event) && event.seq > from && event.seq < to);
}

/** What happened, as a sentence about somebody. */
function doneText(event: DisputeEvent, dispute: Dispute, scene: Scene): string {
  const who = actorText(event, scene);
  const policy = scene.directory.policy;
  switch (event.kind) {
    case 'raised':
      return history.raised(
        who,
        event.dispute === 'formal' ? names.formal : names.informal,
        childrenText(event.children),
      );
    case 'imported':
      return history.imported(uncapital(who), recordText(event, scene));
    case 'madeFormal':
      return history.madeFormal(who);
    case 'stageEntered': {
      const holder = event.holder === undefined ? history.nobody : nameOf(event.holder, scene);
      const due = event.dueOn === null ? history.noDueDay : history.dueBy(day(event.dueOn, scene));
      return history.stageEntered(stageName(event.stage, scene), holder, due);
    }
    case 'acknowledged':
      return history.acknowledged(who);
    case 'offered':
      return event.byOn === undefined ? history.offered(who) : history.offeredBy(who, day(event.byOn, scene));
    case 'disagreed':
      return history.disagreed(who);
    case 'returned':
      return history.returned(who);
    case 'sentAgain':
      return history.sentAgain(
        who,
        event.holder === undefined ? history.vacantStage : nameOf(event.holder, scene),
      );
    case 'asked':
      return history.asked(who);
    case 'questionAnswered':
      return history.questionAnswered(who);
    case 'passedUp':
      return history.passedUp(who, stageName(event.to, scene), history.passedBecause[event.reason]);
    case 'escalated':
      return event.by === 'clock'
        ? history.escalatedByClock(stageName(event.to, scene))
        : history.escalated(who, stageName(event.to, scene));
    case 'bypassed':
      return history.bypassed(
        who,
        stageName(event.to, scene),
        listed(event.left.map((stage) => stageName(stage, scene))),
      );
    case 'moreTimeAllowed':
      return (event.beyondTotal ? history.moreTimeBeyond : history.moreTimeAllowed)(
        who,
        day(event.dueOn, scene),
      );
    case 'agreed':
      return event.checkOn === undefined
        ? history.agreedResolved(who)
        : history.agreedToCheck(who, day(event.checkOn, scene));
    case 'notResolved':
      return event.next === 'back' && typeof event.dueOn === 'string'
        ? history.notResolvedBack(who, day(event.dueOn, scene))
        : history.notResolved(who);
    case 'checkedDone':
      return history.checkedDone(who);
    case 'reopened':
      return history.reopened(who);
    case 'closed':
      return history.closed(who, uncapital(outcomeLabel(event.outcome, policy)));
    case 'withdrawn':
      return history.withdrawn(who);
    case 'noted':
      return history.noted(who);
    case 'referredToCafcass':
      return history.referredToCafcass(who, day(event.referredOn, scene));
    case 'adviceTaken':
      return history.adviceTaken(
        who,
        event.from === 'legal' ? history.legalAdvice : history.cafcassAdvice,
        day(event.takenOn, scene),
      );
    case 'childAdded':
      return history.childAdded(who, childText(event.child));
    case 'recordedOnFile': {
      const child = dispute.children.find(({ ref }) => ref === event.child);
      return history.recordedOnFile(who, child === undefined ? event.child : childText(child));
    }
    case 'redacted': {
      const target = dispute.history.find(({ seq }) => seq === event.target);
      return target === undefined ? history.redacted(who) : history.redactedOf(who, whenText(target, scene));
    }
    case 'reallocated':
      return reallocatedText(event, scene);
    case 'handedOver':
      return handedOverText(event, dispute, scene);
    case 'noResponse':
      return history.noResponse(day(event.dueOn, scene));
    case 'couldNotBeTold':
      return history.couldNotBeTold(stageName(event.stage, scene), day(event.dueOn, scene));
    case 'duePassedAgain':
      return history.duePassedAgain(day(event.dueOn, scene));
    case 'reminderFellDue': {
      const stage = stageName(event.stage, scene);
      const what = isWeekly(event)
        ? history.weekly(stage, weekliesOf(event, dispute).length)
        : history.reminder(stage);
      return forDay(what, event, scene);
    }
    case 'totalNeared':
      return history.totalNeared(day(event.totalDueOn, scene));
    case 'stillUnjudged':
      return forDay(history.stillUnjudged, event, scene);
    case 'checkDayCame':
      return history.checkDayCame(day(event.checkOn, scene));
  }
}

/** The line says on which day it was recorded; the day that it was for is named where it is another one. */
const forDay = (what: string, { on, nominalOn }: { on: string; nominalOn: string }, scene: Scene) =>
  on === nominalOn ? what : history.onDay(what, day(nominalOn, scene));

/** What an earlier record says of its way up, as one line. */
function recordText(event: EventOf<'imported'>, scene: Scene): string {
  const { record } = history;
  const raised = record.raised(day(event.raisedOn, scene));
  const stages = event.stages.map(({ id, entered, answered }) => {
    const name = stageName(id, scene);
    const stay =
      entered === undefined ? record.stage(name) : record.stageEntered(name, day(entered.on, scene));
    return answered === undefined ? stay : record.answered(stay, day(answered.on, scene));
  });
  return [raised, ...stages].join(', ');
}
