import { addDays } from '../calendar/days.js';
import { type Dispute, type DisputeIn, stageOf } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import { eyesOf } from './standing.js';
import { byRole, left, together, wanted, type Wanted } from './wantedLine.js';
import { capital, day, holderNow, judgeRole, stageName, stageWithHolder } from './words.js';

const says = words.wanted;

/** While somebody's answer is waited for. */
export function waiting(dispute: DisputeIn<'waiting'>, viewer: Viewer, scene: Scene): Wanted {
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
