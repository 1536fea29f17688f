import { dayText, timeText } from '../calendar/words.js';
import { englishDay } from '../calendar/days.js';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputeEvent, EventKind, EventOf } from '../disputes/events.js';
import { whatComesNext } from './comesNext.js';
import type { Scene, Viewer } from './scene.js';
import {
  childText,
  day,
  judgeRole,
  listed,
  nameOf,
  outcomeLabel,
  stageName,
  uncapital,
  whoIs,
} from './words.js';

/** All events of the press that this event came from. */
function sameAct(event: DisputeEvent, dispute: Dispute): DisputeEvent[] {
  return dispute.history.filter(
    (each) =>
      each.verb === event.verb &&
      each.by === event.by &&
      each.at === event.at &&
      each.atTurn === event.atTurn,
  );
}

/**
 * What a press did, and what comes next. Told from the history, so the same press sent again is told the same;
 * what comes next is told only while it still does.
 */
export function saidAfter(event: DisputeEvent, dispute: Dispute, viewer: Viewer, scene: Scene): string {
  const acts = sameAct(event, dispute);
  const find = <K extends EventKind>(kind: K) => acts.find((each): each is EventOf<K> => each.kind === kind);
  const entered = find('stageEntered');
  const who = event.by === 'clock' ? 'The clock' : whoIs(event.by, viewer.person, scene);
  const did = `${sentence(event, acts, who, dispute, scene)} ${at(event, scene)}.`;
  const still = event.turn === dispute.turn;
  const next = still ? whatComesNext(event, entered, dispute, viewer, scene) : 'It has moved on since.';
  return next === '' ? did : `${did} ${next}`;
}

/** 'at 09:14', with the day where it is another one. */
function at(event: DisputeEvent, scene: Scene): string {
  const on = englishDay(event.at);
  return on === scene.today
    ? `at ${timeText(event.at)}`
    : `on ${dayText(on, scene.today)} at ${timeText(event.at)}`;
}

function sentence(
  event: DisputeEvent,
  acts: readonly DisputeEvent[],
  who: string,
  dispute: Dispute,
  scene: Scene,
): string {
  const label = (outcome: EventOf<'closed'>['outcome']) =>
    uncapital(outcomeLabel(outcome, scene.directory.policy));
  const closed = acts.find((each) => each.kind === 'closed');
  const closing = closed === undefined ? '' : ` and closed it (${label(closed.outcome)})`;
  const climbed = acts.find((each) => each.kind === 'escalated' || each.kind === 'bypassed');
  switch (event.kind) {
    case 'raised':
      return closed === undefined
        ? `${who} raised ${dispute.number}`
        : `${who} raised ${dispute.number} as already sorted, and it is closed,`;
    case 'imported':
      return `${dispute.number} was taken over from an earlier record`;
    case 'madeFormal':
      return `${who} made this formal`;
    case 'acknowledged':
      return `${who} acknowledged this`;
    case 'offered':
      return `${who} sent the ${judgeRole(dispute)} an answer`;
    case 'disagreed':
      return `${who} told the ${judgeRole(dispute)} why ${who === 'You' ? 'you disagree' : 'they disagree'}`;
    case 'returned':
      return `${who} sent this back to the ${judgeRole(dispute)}`;
    case 'sentAgain':
      return `${who} sent this ${event.holder === undefined ? 'on' : `to ${nameOf(event.holder, scene)}`}`;
    case 'asked':
      return `${who} asked the ${judgeRole(dispute)} a question`;
    case 'questionAnswered':
      return `${who} answered the question`;
    case 'passedUp':
      return `${who} passed this to the ${stageName(event.to, scene)}`;
    case 'escalated':
    case 'bypassed':
      return `${who} escalated this to ${climbing(event, scene)}`;
    case 'moreTimeAllowed':
      return `${who} allowed more time, until ${day(event.dueOn, scene)},`;
    case 'agreed':
      return event.checkOn === undefined
        ? `${who} agreed that it is resolved${closing}`
        : `${who} agreed, to check on ${day(event.checkOn, scene)},`;
    case 'notResolved':
      return climbed === undefined
        ? `${who} sent this back as not resolved`
        : `${who} found this not resolved and escalated it to ${climbing(climbed, scene)}`;
    case 'checkedDone':
      return `${who} checked that it has been done${closing}`;
    case 'reopened':
      return `${who} opened this again`;
    case 'closed':
      return `${who} closed this (${label(event.outcome)})`;
    case 'withdrawn':
      return `${who} withdrew this`;
    case 'noted':
      return `${who} added a note`;
    case 'referredToCafcass':
      return `${who} recorded the referral to Cafcass on ${day(event.referredOn, scene)}`;
    case 'adviceTaken':
      return `${who} recorded the advice of ${day(event.takenOn, scene)}`;
    case 'childAdded':
      return `${who} added ${childText(event.child)}`;
    case 'recordedOnFile': {
      const child = dispute.children.find(({ ref }) => ref === event.child);
      return `${who} recorded this on the file of ${child === undefined ? event.child : childText(child)}`;
    }
    case 'redacted':
      return `${who} replaced the words`;
    case 'stageEntered':
      return `This went to the ${stageName(event.stage, scene)}`;
    case 'noResponse':
    case 'duePassedAgain':
      return `No answer was recorded by ${day(event.dueOn, scene)}; this was noted`;
    case 'couldNotBeTold':
      return `The ${stageName(event.stage, scene)} could not be told by ${day(event.dueOn, scene)}; this was noted`;
  }
}

function climbing(event: EventOf<'escalated' | 'bypassed'>, scene: Scene): string {
  const left = event.kind === 'escalated' ? [] : event.left;
  const leaving =
    left.length === 0 ? '' : `, leaving out the ${listed(left.map((stage) => stageName(stage, scene)))},`;
  return `the ${stageName(event.to, scene)}${leaving}`;
}
