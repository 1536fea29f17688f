import { atOrOnText } from '../calendar/words.js';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputeEvent, EventKind, EventOf } from '../disputes/events.js';
import { words } from '../words/index.js';
import { whatComesNext } from './comesNext.js';
import type { Scene, Viewer } from './scene.js';
import {
  childText,
  day,
  handedOverText,
  reallocatedText,
  judgeRole,
  listed,
  nameOf,
  outcomeLabel,
  stageName,
  uncapital,
  whoIs,
} from './words.js';

const { names, said } = words;

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
  const who = event.by === 'clock' ? names.clock : whoIs(event.by, viewer.person, scene);
  const did = said.sentence(sentence(event, acts, who, dispute, scene), atOrOnText(event.at, scene.today));
  const still = event.turn === dispute.turn;
  const next = still ? whatComesNext(event, entered, dispute, viewer, scene) : said.movedOn;
  return next === '' ? did : `${did} ${next}`;
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
  const closing = (did: string) => (closed === undefined ? did : said.andClosed(did, label(closed.outcome)));
  const climbed = acts.find((each) => each.kind === 'escalated' || each.kind === 'bypassed');
  switch (event.kind) {
    case 'raised':
      return closed === undefined ? said.raised(who, dispute.number) : said.raisedSorted(who, dispute.number);
    case 'imported':
      return said.imported(dispute.number);
    case 'madeFormal':
      return said.madeFormal(who);
    case 'acknowledged':
      return said.acknowledged(who);
    case 'offered':
      return said.offered(who, judgeRole(dispute));
    case 'disagreed':
      return (who === names.you ? said.youDisagreed : said.theyDisagreed)(who, judgeRole(dispute));
    case 'returned':
      return said.returned(who, judgeRole(dispute));
    case 'sentAgain':
      return event.holder === undefined ? said.sentOn(who) : said.sentTo(who, nameOf(event.holder, scene));
    case 'asked':
      return said.asked(who, judgeRole(dispute));
    case 'questionAnswered':
      return said.questionAnswered(who);
    case 'passedUp':
      return said.passedUp(who, stageName(event.to, scene));
    case 'escalated':
    case 'bypassed':
      return event.by === 'clock'
        ? said.escalatedByClock(climbing(event, scene))
        : said.escalated(who, climbing(event, scene));
    case 'moreTimeAllowed':
      return said.moreTimeAllowed(who, day(event.dueOn, scene));
    case 'agreed':
      return event.checkOn === undefined
        ? closing(said.agreedResolved(who))
        : said.agreedToCheck(who, day(event.checkOn, scene));
    case 'notResolved':
      return climbed === undefined
        ? said.notResolved(who)
        : said.notResolvedAndUp(who, climbing(climbed, scene));
    case 'checkedDone':
      return closing(said.checkedDone(who));
    case 'reopened':
      return said.reopened(who);
    case 'closed':
      return said.closed(who, label(event.outcome));
    case 'withdrawn':
      return said.withdrawn(who);
    case 'noted':
      return said.noted(who);
    case 'referredToCafcass':
      return said.referredToCafcass(who, day(event.referredOn, scene));
    case 'adviceTaken':
      return said.adviceTaken(who, day(event.takenOn, scene));
    case 'childAdded':
      return said.childAdded(who, childText(event.child));
    case 'recordedOnFile': {
      const child = dispute.children.find(({ ref }) => ref === event.child);
      return said.recordedOnFile(who, child === undefined ? event.child : childText(child));
    }
    case 'redacted':
      return said.redacted(who);
    case 'stageEntered':
      return said.stageEntered(stageName(event.stage, scene));
    case 'reallocated':
      return reallocatedText(event, scene);
    case 'handedOver':
      return handedOverText(event, dispute, scene);
    case 'noResponse':
    case 'duePassedAgain':
      return said.noResponse(day(event.dueOn, scene));
    case 'couldNotBeTold':
      return said.couldNotBeTold(stageName(event.stage, scene), day(event.dueOn, scene));
    case 'reminderFellDue':
      return said.reminder(stageName(event.stage, scene), day(event.nominalOn, scene));
    case 'totalNeared':
      return said.totalNeared(day(event.totalDueOn, scene));
    case 'stillUnjudged':
      return said.stillUnjudged(day(event.nominalOn, scene));
    case 'checkDayCame':
      return said.checkDayCame(day(event.checkOn, scene));
  }
}

function climbing(event: EventOf<'escalated' | 'bypassed'>, scene: Scene): string {
  const left = event.kind === 'escalated' ? [] : event.left;
  const to = names.theStage(stageName(event.to, scene));
  return left.length === 0 ? to : said.leavingOut(to, listed(left.map((stage) => stageName(stage, scene))));
}
