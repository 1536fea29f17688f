import { englishDay } from '../calendar/days.js';
import { timeText } from '../calendar/words.js';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputeEvent, EventOf, Moment } from '../disputes/events.js';
import { isIroSide } from '../people/rights.js';
import type { Scene, Viewer } from './scene.js';
import { childText, childrenText, day, listed, nameOf, outcomeLabel, stageName, uncapital } from './words.js';

/** 'Mon 2 Mar at 09:12'. */
export const whenText = (event: DisputeEvent, scene: Scene) =>
  `${day(englishDay(event.at), scene)} at ${timeText(event.at)}`;

/** Who did it, and for whom; the clock has no name. */
export function actorText(event: DisputeEvent, scene: Scene): string {
  if (event.by === 'clock') return 'By the clock';
  if (event.by === 'import') return 'From an earlier record';
  const behalf = event.onBehalfOf === undefined ? '' : ` for ${nameOf(event.onBehalfOf, scene)}`;
  return `${nameOf(event.by, scene)}${behalf}`;
}

/** The responders do not see that advice was taken; of Cafcass they see the date alone. */
export const visibleHistory = (dispute: Dispute, viewer: Viewer) =>
  dispute.history.filter((event) => event.kind !== 'adviceTaken' || isIroSide(viewer.sides));

/** One line an event, newest last. */
export function historyLines(dispute: Dispute, viewer: Viewer, scene: Scene): string[] {
  return visibleHistory(dispute, viewer).map((event) => {
    const done = doneText(event, dispute, scene);
    return `${whenText(event, scene)} · ${done}`;
  });
}

/** What happened, as a sentence about somebody. */
function doneText(event: DisputeEvent, dispute: Dispute, scene: Scene): string {
  const who = actorText(event, scene);
  const policy = scene.directory.policy;
  switch (event.kind) {
    case 'raised':
      return `${who} raised it (${event.dispute}) for ${childrenText(event.children)}`;
    case 'imported':
      return `Taken over ${uncapital(who)}: ${recordText(event, scene)}`;
    case 'madeFormal':
      return `${who} made it formal`;
    case 'stageEntered': {
      const holder = event.holder === undefined ? 'nobody held the stage' : nameOf(event.holder, scene);
      const due = event.dueOn === null ? 'no due day' : `due by ${day(event.dueOn, scene)}`;
      return `With the ${stageName(event.stage, scene)} (${holder}), ${due}`;
    }
    case 'acknowledged':
      return `${who} acknowledged`;
    case 'offered':
      return `${who} said how it will be put right${event.byOn === undefined ? '' : `, by ${day(event.byOn, scene)}`}`;
    case 'disagreed':
      return `${who} disagreed`;
    case 'returned':
      return `${who} returned it: not theirs`;
    case 'sentAgain':
      return `${who} sent it to ${event.holder === undefined ? 'the stage, which nobody held' : nameOf(event.holder, scene)}`;
    case 'asked':
      return `${who} asked a question`;
    case 'questionAnswered':
      return `${who} answered the question`;
    case 'passedUp':
      return `${who} passed it to the ${stageName(event.to, scene)}: ${passedBecause[event.reason]}`;
    case 'escalated':
      return `${who} escalated to the ${stageName(event.to, scene)}`;
    case 'bypassed':
      return `${who} escalated to the ${stageName(event.to, scene)}, leaving out the ${listed(event.left.map((stage) => stageName(stage, scene)))}`;
    case 'moreTimeAllowed':
      return `${who} allowed more time, until ${day(event.dueOn, scene)}${event.beyondTotal ? ' (beyond the total)' : ''}`;
    case 'agreed':
      return event.checkOn === undefined
        ? `${who} agreed that it is resolved`
        : `${who} agreed, to check on ${day(event.checkOn, scene)}`;
    case 'notResolved':
      return `${who} found it not resolved${event.next === 'back' && typeof event.dueOn === 'string' ? `; a new answer is due by ${day(event.dueOn, scene)}` : ''}`;
    case 'checkedDone':
      return `${who} checked: it has been done`;
    case 'reopened':
      return `${who} checked: it has not been done`;
    case 'closed':
      return `${who} closed it: ${uncapital(outcomeLabel(event.outcome, policy))}`;
    case 'withdrawn':
      return `${who} withdrew it`;
    case 'noted':
      return `${who} added a note`;
    case 'referredToCafcass':
      return `${who} referred it to Cafcass on ${day(event.referredOn, scene)}`;
    case 'adviceTaken':
      return `${who} took advice (${event.from === 'legal' ? 'legal' : 'Cafcass'}) on ${day(event.takenOn, scene)}`;
    case 'childAdded':
      return `${who} added ${childText(event.child)}`;
    case 'recordedOnFile': {
      const child = dispute.children.find(({ ref }) => ref === event.child);
      return `${who} recorded it on the file of ${child === undefined ? event.child : childText(child)}`;
    }
    case 'redacted': {
      const target = dispute.history.find(({ seq }) => seq === event.target);
      return `${who} replaced words${target === undefined ? '' : ` of ${whenText(target, scene)}`}`;
    }
    case 'noResponse':
      return `No answer was recorded by ${day(event.dueOn, scene)}`;
    case 'couldNotBeTold':
      return `The ${stageName(event.stage, scene)} could not be told by ${day(event.dueOn, scene)}`;
    case 'duePassedAgain':
      return `No new answer was recorded by ${day(event.dueOn, scene)}`;
  }
}

const passedBecause = {
  'not-my-decision': 'not their decision',
  'needs-funding': 'it needs funding',
  other: 'another reason',
} as const;

export const passReasons = {
  'not-my-decision': 'It is not my decision',
  'needs-funding': 'It needs funding',
  other: 'Something else',
} as const;

/** What an earlier record says of its way up, as one line. */
function recordText(event: EventOf<'imported'>, scene: Scene): string {
  const on = (moment: Moment | undefined) => (moment === undefined ? '' : ` on ${day(moment.on, scene)}`);
  const stages = event.stages.map(({ id, entered, answered }) => {
    const answer = answered === undefined ? '' : ` (answered${on(answered)})`;
    return `with the ${stageName(id, scene)}${on(entered)}${answer}`;
  });
  return [`raised${on({ on: event.raisedOn })}`, ...stages].join(', ');
}
