import { workingDayBefore, workingDaysBetween } from '../calendar/workingDays.js';
import type { Dispute, DisputeIn } from '../disputes/dispute.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import { eyesOf, waitsFor } from './standing.js';
import { waiting } from './waiting.js';
import { byRole, left, together, wanted, type Wanted } from './wantedLine.js';
import { capital, closedText, day, holderNow, iroSide, judgeRole, stageName, withArticle } from './words.js';

const says = words.wanted;

/** The second line, and to who judges that the day of all stages together is near. */
export function wantedOf(dispute: Dispute, viewer: Viewer, scene: Scene): Wanted {
  const line = standing(dispute, viewer, scene);
  const near = eyesOf(viewer) === 'judge' ? totalNear(dispute, scene) : '';
  return near === '' ? line : wanted(line.bold, together(line.rest.replace(/\)$/, ').'), near));
}

/** From the working day before on, which is when the clock says so too. */
function totalNear({ status, formal }: Dispute, scene: Scene): string {
  const open = status === 'waiting' || status === 'answered' || status === 'returned';
  if (!open || formal === undefined) return '';
  const { totalDueOn } = formal;
  if (totalDueOn === scene.today) return says.totalToday(day(totalDueOn, scene));
  const near = workingDayBefore(totalDueOn) <= scene.today && scene.today < totalDueOn;
  return near ? says.totalNear(day(totalDueOn, scene), left(totalDueOn, scene)) : '';
}

function standing(dispute: Dispute, viewer: Viewer, scene: Scene): Wanted {
  switch (dispute.status) {
    case 'informal':
      return informal(dispute, viewer, scene);
    case 'waiting':
      return waiting(dispute, viewer, scene);
    case 'answered':
      return answered(dispute, viewer, scene);
    case 'returned':
      return returned(dispute, viewer, scene);
    case 'agreed':
      return agreed(dispute, viewer, scene);
    case 'closed':
      return wanted(closedText(dispute, scene));
  }
}

function informal(dispute: DisputeIn<'informal'>, viewer: Viewer, scene: Scene): Wanted {
  switch (eyesOf(viewer)) {
    case 'judge': {
      const { lookAgainOn } = dispute;
      if (lookAgainOn === undefined) return wanted(says.informal.followUp, says.noDueDay);
      return lookAgainOn > scene.today
        ? wanted(says.informal.followUpOn(day(lookAgainOn, scene)), says.left(left(lookAgainOn, scene)))
        : wanted(
            says.informal.isSorted,
            says.informal.lookAgain(day(lookAgainOn, scene), left(lookAgainOn, scene)),
          );
    }
    case 'responder':
      return wanted(
        says.informal.toKnow,
        dispute.acknowledged === undefined ? says.informal.mayAcknowledge : says.informal.mayNote,
      );
    case 'reader':
      return wanted(says.with(iroSide(dispute, scene)), says.informal.noStage);
  }
}

function answered(dispute: DisputeIn<'answered'>, viewer: Viewer, scene: Scene): Wanted {
  const answer = dispute.history.find(({ seq }) => seq === dispute.answer.event);
  const byOn = answer?.kind === 'offered' ? answer.byOn : undefined;
  const offer = dispute.answer.kind === 'offered';
  if (eyesOf(viewer) === 'judge') {
    const days = answer === undefined ? 0 : workingDaysBetween(answer.on, scene.today);
    const waits = answer !== undefined && days > 1 ? says.answered.waits(day(answer.on, scene), days) : '';
    if (!offer)
      return wanted(
        says.answered.accept,
        together(says.answered.disagrees(stageName(dispute.stage.id, scene)), waits),
      );
    return wanted(
      says.answered.isResolved,
      together(byOn === undefined ? '' : says.answered.toBeDone(day(byOn, scene), left(byOn, scene)), waits),
    );
  }
  if (answer?.by === viewer.person.id)
    return wanted(
      says.answered.yours(iroSide(dispute, scene)),
      (offer ? says.answered.decidesResolved : says.answered.decidesAccept)(judgeRole(dispute)),
    );
  return wanted(says.answered.with(iroSide(dispute, scene)));
}

function returned(dispute: DisputeIn<'returned'>, viewer: Viewer, scene: Scene): Wanted {
  const by = dispute.history.find(({ seq }) => seq === dispute.returned)?.by ?? '';
  if (eyesOf(viewer) !== 'judge') return wanted(says.returned.with(iroSide(dispute, scene)));
  const holder = holderNow(dispute, scene);
  const { dueOn, id } = dispute.stage;
  const passed = dueOn !== null && dueOn < scene.today;
  const due =
    dueOn === null
      ? ''
      : passed
        ? says.dueDayWas(day(dueOn, scene))
        : says.dueDayStays(day(dueOn, scene), left(dueOn, scene));
  const stage = stageName(id, scene);
  const who = capital(byRole(id, by, scene));
  const { whoNext, vacant, notTheirs, stillListed } = says.returned;
  if (holder === undefined) return wanted(whoNext, together(vacant(who, stage), due));
  const same = holder.id === by ? stillListed(stage) : '';
  return wanted(whoNext, together(notTheirs(who), same, due));
}

function agreed(dispute: DisputeIn<'agreed'>, viewer: Viewer, scene: Scene): Wanted {
  const { checkOn } = dispute;
  if (eyesOf(viewer) !== 'judge')
    return wanted(
      (checkOn < scene.today ? says.agreed.wasToCheck : says.agreed.checks)(
        iroSide(dispute, scene),
        day(checkOn, scene),
      ),
      says.left(left(checkOn, scene)),
    );
  if (checkOn > scene.today)
    return wanted(says.agreed.youCheck(day(checkOn, scene)), says.left(left(checkOn, scene)));
  if (checkOn === scene.today) return wanted(says.agreed.today);
  return wanted(says.agreed.passed(day(checkOn, scene), left(checkOn, scene)));
}

/** The neutral line of lock screens: never more than that something is there. */
export function summaryOf(dispute: Dispute, viewer: Viewer, scene: Scene): string {
  const subject = capital(withArticle(scene.directory.policy.label));
  if (waitsFor(dispute, viewer, scene))
    return eyesOf(viewer) === 'responder' ? says.summary.answer(subject) : says.summary.decision(subject);
  return dispute.status === 'closed' ? says.summary.closed(subject) : says.summary.toSee(subject);
}
