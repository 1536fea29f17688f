import { type Dispute, stageOf } from '../disputes/dispute.js';
import type { DisputeEvent, EventOf } from '../disputes/events.js';
import type { Scene, Viewer } from './scene.js';
import { eyesOf } from './standing.js';
import { day, holderNow, iroSide, judgeRole, nameOf, stageName } from './words.js';

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
        ? `That is beyond ${day(dispute.formal.totalDueOn, scene)}, the day by which all stages together should end.`
        : 'It stays with the same manager.';
    case 'acknowledged':
    case 'asked': {
      if (dispute.status === 'informal') return 'No answer is needed.';
      const whose = event.by === viewer.person.id ? 'Your' : 'Their';
      return due === undefined
        ? `${whose} answer is still needed; there is no due day.`
        : `${whose} answer is still needed by ${day(due, scene)}.`;
    }
    case 'offered':
      return `It is with ${iroSide(dispute, scene)} now, and the ${judgeRole(dispute)} decides whether it is resolved.`;
    case 'disagreed':
    case 'returned':
      return `It is with ${iroSide(dispute, scene)} now.`;
    case 'agreed':
      return event.checkOn === undefined
        ? ''
        : eyesOf(viewer) === 'judge'
          ? 'It stays open, and you are asked on that day.'
          : 'It stays open until then.';
    case 'raised':
      if (dispute.status !== 'informal') return '';
      return dispute.sentToManager
        ? `It is informal: the ${stageName(dispute.kept.ladder[0]?.id ?? '', scene)} can see it, and no answer is due.`
        : 'It is informal: nobody has been told.';
    case 'referredToCafcass':
      return 'It goes on alongside.';
    case 'noted':
      return 'Everybody who sees this can read it, and nobody was sent a notice.';
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
    case 'noResponse':
    case 'couldNotBeTold':
    case 'duePassedAgain':
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
  const until =
    dueOn === null ? ', and there is no due day at this stage' : ` who has until ${day(dueOn, scene)}`;
  const id = holder ?? (today ? holderNow(dispute, scene)?.id : undefined);
  if (id === undefined) return vacantSentence(stage, dueOn, scene);
  if (id === viewer.person.id)
    return dueOn === null ? 'It is with you.' : `It is with you until ${day(dueOn, scene)}.`;
  return `It is with the ${stageName(stage, scene)}, ${nameOf(id, scene)},${until}.`.replace(',, ', ', ');
}

function vacantSentence(stage: string, dueOn: string | null, scene: Scene): string {
  const due = dueOn === null ? '' : ` The due day is ${day(dueOn, scene)}.`;
  return `Nobody holds the stage of ${stageName(stage, scene)}, so nobody could be told; the lead is told.${due}`;
}
