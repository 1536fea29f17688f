import { addDays } from '../calendar/days.js';
import { daysLeftText } from '../calendar/words.js';
import { workingDayBefore, workingDaysBetween } from '../calendar/workingDays.js';
import { type Dispute, type DisputeIn, stageOf } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import { eyesOf, waitsFor } from './standing.js';
import {
  capital,
  closedText,
  day,
  holderNow,
  iroSide,
  judgeRole,
  nameOf,
  stageName,
  stageWithHolder,
  withArticle,
} from './words.js';

const says = words.wanted;

/** The second line of a card: what is wanted of this person, or who has it. No typed text. */
export interface Wanted {
  readonly bold: string;
  readonly rest: string;
}

const wanted = (bold: string, rest = ''): Wanted => ({ bold, rest });
/** Sentences one after the other; an empty one is none. */
const together = (...sentences: readonly string[]) => sentences.filter(Boolean).join(' ');
const left = (dueOn: string, scene: Scene) => daysLeftText(dueOn, scene.today);

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

function waiting(dispute: DisputeIn<'waiting'>, viewer: Viewer, scene: Scene): Wanted {
  const eyes = eyesOf(viewer);
  if (eyes === 'responder') return yourAnswer(dispute, scene);
  const { dueOn, id } = dispute.stage;
  const holder = holderNow(dispute, scene);
  const overdue = dueOn !== null && dueOn < scene.today;
  const judging = eyes === 'judge';
  if (judging && dispute.stage.question !== undefined) {
    const asked = dispute.history.find(({ seq }) => seq === dispute.stage.question);
    const due =
      dueOn === null
        ? says.noDueDay
        : overdue
          ? says.dueDayWas(day(dueOn, scene))
          : says.waiting.stillDue(day(dueOn, scene), left(dueOn, scene));
    const who = capital(byRole(id, asked?.by ?? '', scene));
    return wanted(says.waiting.asks(who), due);
  }
  if (overdue) {
    const untold = dispute.stage.lapse?.kind === 'couldNotBeTold';
    const stage = stageName(id, scene);
    const next = judging
      ? together(untold ? says.waiting.untold(stage) : '', whatNow(dispute, scene))
      : untold
        ? whoWasUntold(stage, holder)
        : says.with(stageWithHolder(dispute, id, scene));
    const { noAnswer, noNewAnswer } = says.waiting;
    return wanted((dispute.stage.answered ? noNewAnswer : noAnswer)(day(dueOn, scene)), next);
  }
  if (holder === undefined) {
    const due = dueOn === null ? '' : says.dueDay(day(dueOn, scene), left(dueOn, scene));
    const told = viewer.sides.has('lead') ? says.vacantYouTold : says.vacantTold;
    const next = judging ? whatNow(dispute, scene) : told;
    return wanted(says.vacant(stageName(id, scene)), together(due, next));
  }
  const who = stageWithHolder(dispute, id, scene);
  return dueOn === null
    ? wanted(says.with(who), withoutDueDay(dispute, scene))
    : wanted(says.waiting.withUntil(who, day(dueOn, scene)), says.left(left(dueOn, scene)));
}

/** Nothing counts the days at such a stage: after a week the card does. */
function withoutDueDay({ stage: { enteredOn } }: DisputeIn<'waiting'>, scene: Scene): string {
  const since = addDays(enteredOn, 7) <= scene.today ? says.atStageSince(day(enteredOn, scene)) : '';
  return together(says.noDueDayHere, since);
}

/** Who did it, first by the stage that they did it for. */
const byRole = (stage: string, person: string, scene: Scene) =>
  words.names.stageHeldBy(stageName(stage, scene), nameOf(person, scene));

const whoWasUntold = (stage: string, holder: Person | undefined) =>
  holder === undefined ? says.waiting.vacantUntold(stage) : says.waiting.holderUntold(stage, holder.name);

function whatNow(dispute: Dispute, scene: Scene): string {
  const [next] = stagesAbove(dispute);
  const dated = stageOf(dispute)?.dueOn !== null;
  const { escalate, escalateOrTime, last, lastOrTime } = says.waiting;
  if (next === undefined) return dated ? lastOrTime : last;
  return (dated ? escalateOrTime : escalate)(stageName(next, scene));
}

function yourAnswer(dispute: DisputeIn<'waiting'>, scene: Scene): Wanted {
  const { dueOn, question } = dispute.stage;
  const { yourAnswer } = says;
  // Answered before and with them again: it came back.
  const back = dispute.stage.answered ? yourAnswer.back(judgeRole(dispute)) : '';
  const asked = together(question === undefined ? '' : yourAnswer.asked, back);
  const rest = (text: string) => together(text, asked);
  if (dueOn === null) return wanted(yourAnswer.undated, rest(withoutDueDay(dispute, scene)));
  const on = day(dueOn, scene);
  const days = left(dueOn, scene);
  if (dueOn === scene.today) return wanted(yourAnswer.today(on), asked);
  return dueOn > scene.today
    ? wanted(yourAnswer.by(on), rest(asked === '' ? says.left(days) : says.leftStop(days)))
    : wanted(yourAnswer.wasBy(on), rest(yourAnswer.stillOpen(days)));
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
