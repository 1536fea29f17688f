import { type Dispute, stageOf } from '../disputes/dispute.js';
import type { DisputeEvent, EventOf } from '../disputes/events.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import { eyesOf } from './standing.js';
import type { Person } from '../people/person.js';
import { answeringAt } from '../people/rights.js';
import { day, iroSide, judgeRole, nameOf, stageName } from './words.js';

const says = words.next;

/** What comes next after an event, where it still does. */
export function whatComesNext(
  event: DisputeEvent,
  entered: EventOf<'stageEntered'> | undefined,
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
): string {
  if (entered !== undefined)
    return whoHasIt(dispute, entered.stage, entered.holder, entered.dueOn, viewer, scene);
  const stage = stageOf(dispute);
  const due = stage?.dueOn ?? undefined;
  switch (event.kind) {
    case 'sentAgain':
    case 'notResolved':
    case 'questionAnswered':
      return stage === undefined
        ? ''
        : whoHasIt(
            dispute,
            stage.id,
            event.kind === 'sentAgain' ? event.holder : undefined,
            stage.dueOn,
            viewer,
            scene,
            true,
          );
    case 'moreTimeAllowed':
      return event.beyondTotal && dispute.formal !== undefined
        ? says.beyondTotal(day(dispute.formal.totalDueOn, scene))
        : says.sameManager;
    case 'acknowledged':
    case 'asked': {
      if (dispute.status === 'informal') return says.noAnswerNeeded;
      const yours = event.by === viewer.person.id;
      if (due === undefined) return yours ? says.yourAnswer : says.theirAnswer;
      return (yours ? says.yourAnswerBy : says.theirAnswerBy)(day(due, scene));
    }
    case 'offered':
      return says.judged(iroSide(dispute, scene), judgeRole(dispute));
    case 'disagreed':
    case 'returned':
      return says.with(iroSide(dispute, scene));
    case 'agreed':
      return event.checkOn === undefined
        ? ''
        : eyesOf(viewer) === 'judge'
          ? says.youAreAsked
          : says.staysOpen;
    case 'raised':
      if (dispute.status !== 'informal') return '';
      return dispute.sentToManager
        ? says.informalSeen(stageName(dispute.kept.ladder[0]?.id ?? '', scene))
        : says.informalUntold;
    case 'referredToCafcass':
      return says.alongside;
    case 'noted':
      return says.noteRead;
    case 'imported':
    case 'madeFormal':
    case 'stageEntered':
    case 'passedUp':
    case 'escalated':
    case 'bypassed':
    case 'checkedDone':
    case 'reopened':
    case 'closed':
    case 'withdrawn':
    case 'adviceTaken':
    case 'childAdded':
    case 'recordedOnFile':
    case 'redacted':
    case 'handedOver':
    case 'reallocated':
    case 'noResponse':
    case 'couldNotBeTold':
    case 'duePassedAgain':
    case 'reminderFellDue':
    case 'totalNeared':
    case 'stillUnjudged':
    case 'checkDayCame':
      return '';
  }
}

/** To whom it went, by name and role, and until when; of a vacant stage, the truth. */
function whoHasIt(
  dispute: Dispute,
  stage: string,
  holder: string | undefined,
  dueOn: string | null,
  viewer: Viewer,
  scene: Scene,
  today = false,
): string {
  const now = answeringAt(dispute, stage, scene.directory, scene.today);
  const id = holder ?? now.asked?.id ?? (today ? now.holder?.id : undefined);
  if (id === undefined) return untoldSentence(now.holder, stage, dueOn, scene);
  if (id === viewer.person.id) return dueOn === null ? says.yours : says.yoursUntil(day(dueOn, scene));
  const [name, who] = [stageName(stage, scene), nameOf(id, scene)];
  return dueOn === null ? says.theirs(name, who) : says.theirsUntil(name, who, day(dueOn, scene));
}

/** Nobody holds it, or who does is away and not covered. */
function untoldSentence(
  holder: Person | undefined,
  stage: string,
  dueOn: string | null,
  scene: Scene,
): string {
  const name = stageName(stage, scene);
  const untold = holder === undefined ? says.vacant(name) : says.away(name, holder.name);
  return dueOn === null ? untold : `${untold} ${says.dueDay(day(dueOn, scene))}`;
}
