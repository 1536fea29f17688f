import { daysLeftText } from '../calendar/words.js';
import { type Dispute, type DisputeIn, stageOf } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
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

/** The second line of a card: what is wanted of this person, or who has it. No typed text. */
export interface Wanted {
  readonly bold: string;
  readonly rest: string;
}

const wanted = (bold: string, rest = ''): Wanted => ({ bold, rest });
const left = (dueOn: string, scene: Scene) => `(${daysLeftText(dueOn, scene.today)})`;

export function wantedOf(dispute: Dispute, viewer: Viewer, scene: Scene): Wanted {
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
      if (lookAgainOn === undefined) return wanted('Yours to follow up.', 'There is no due day.');
      return lookAgainOn > scene.today
        ? wanted(`Yours to follow up: look again on ${day(lookAgainOn, scene)}`, left(lookAgainOn, scene))
        : wanted(
            `Is it sorted?`,
            `You wanted to look again on ${day(lookAgainOn, scene)} ${left(lookAgainOn, scene)}.`,
          );
    }
    case 'responder':
      return wanted(
        'For you to know: no answer is needed.',
        dispute.acknowledged === undefined ? 'You can acknowledge it or add a note.' : 'You can add a note.',
      );
    case 'reader':
      return wanted(`With ${iroSide(dispute, scene)}.`, 'It is informal: there is no stage and no due day.');
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
        ? 'There is no due day.'
        : overdue
          ? `The due day was ${day(dueOn, scene)}.`
          : `Their answer is still due by ${day(dueOn, scene)} ${left(dueOn, scene)}.`;
    return wanted(
      `${asked === undefined ? 'The manager' : nameOf(asked.by, scene)} asks you a question.`,
      due,
    );
  }
  if (overdue) {
    const lapse = dispute.stage.lapse;
    const untold = lapse?.kind === 'couldNotBeTold';
    const again = dispute.stage.answered ? 'No new answer' : 'No answer';
    const next = judging
      ? `${untold ? `The ${stageName(id, scene)} could not be told. ` : ''}${whatNow(dispute, scene)}`
      : untold
        ? `${capital(stageWithHolder(dispute, id, scene))}${holder === undefined ? '' : ','} could not be told.`
        : `With ${stageWithHolder(dispute, id, scene)}.`;
    return wanted(`${again} was recorded by ${day(dueOn, scene)}.`, next);
  }
  if (holder === undefined) {
    const due = dueOn === null ? '' : `The due day is ${day(dueOn, scene)} ${left(dueOn, scene)}. `;
    const next = judging ? whatNow(dispute, scene) : 'The IRO and the lead are told.';
    return wanted(`Nobody holds the stage of ${stageName(id, scene)} now.`, `${due}${next}`);
  }
  const until = dueOn === null ? '' : `, until ${day(dueOn, scene)}`;
  return wanted(
    `With the ${stageName(id, scene)}, ${holder.name}${until}${dueOn === null ? '.' : ''}`,
    dueOn === null ? 'There is no due day at this stage.' : left(dueOn, scene),
  );
}

function whatNow(dispute: Dispute, scene: Scene): string {
  const [next] = stagesAbove(dispute);
  const dated = stageOf(dispute)?.dueOn !== null;
  if (next !== undefined)
    return `You can escalate to the ${stageName(next, scene)}${dated ? ', or allow more time' : ''}.`;
  return `This is the last stage: you can ${dated ? 'allow more time, ' : ''}refer it to Cafcass, or close it.`;
}

function yourAnswer(dispute: DisputeIn<'waiting'>, scene: Scene): Wanted {
  const { dueOn, question } = dispute.stage;
  const asked = question === undefined ? '' : 'Your question is with the IRO; the due day stands.';
  const rest = (text: string) => [text, asked].filter(Boolean).join(' ');
  if (dueOn === null) return wanted('Your answer is needed.', rest('There is no due day at this stage.'));
  if (dueOn === scene.today) return wanted(`Your answer is needed today, ${day(dueOn, scene)}.`, rest(''));
  if (dueOn > scene.today)
    return wanted(
      `Your answer is needed by ${day(dueOn, scene)}`,
      rest(`${left(dueOn, scene)}${asked === '' ? '' : '.'}`),
    );
  return wanted(
    `Your answer was needed by ${day(dueOn, scene)}`,
    rest(`${left(dueOn, scene)}. You can still answer until the IRO moves it on.`),
  );
}

function answered(dispute: DisputeIn<'answered'>, viewer: Viewer, scene: Scene): Wanted {
  const answer = dispute.history.find(({ seq }) => seq === dispute.answer.event);
  const byOn = answer?.kind === 'offered' ? answer.byOn : undefined;
  const offer = dispute.answer.kind === 'offered';
  if (eyesOf(viewer) === 'judge') {
    const who = `the ${stageName(dispute.stage.id, scene)}`;
    if (!offer)
      return wanted('Answer received: do you accept the explanation?', `${capital(who)} disagrees.`);
    return wanted(
      'Answer received: is it resolved?',
      byOn === undefined ? '' : `It is to be done by ${day(byOn, scene)}.`,
    );
  }
  if (answer?.by === viewer.person.id)
    return wanted(
      `Your answer is with ${iroSide(dispute, scene)}.`,
      `The ${judgeRole(dispute)} decides whether ${offer ? 'it is resolved' : 'to accept the explanation'}.`,
    );
  return wanted(`Answered: now with ${iroSide(dispute, scene)}.`);
}

function returned(dispute: DisputeIn<'returned'>, viewer: Viewer, scene: Scene): Wanted {
  const by = dispute.history.find(({ seq }) => seq === dispute.returned)?.by ?? '';
  if (eyesOf(viewer) !== 'judge') return wanted(`Returned: now with ${iroSide(dispute, scene)}.`);
  const holder = holderNow(dispute, scene);
  const { dueOn, id } = dispute.stage;
  const passed = dueOn !== null && dueOn < scene.today;
  const due =
    dueOn === null
      ? ''
      : passed
        ? ` The due day was ${day(dueOn, scene)}.`
        : ` The due day stays ${day(dueOn, scene)} ${left(dueOn, scene)}.`;
  const who = nameOf(by, scene);
  if (holder === undefined)
    return wanted(
      'Returned to you: who has it next?',
      `${who} says that it is not theirs, and nobody holds the stage of ${stageName(id, scene)} now.${due}`,
    );
  const same = holder.id === by ? ` The list still has ${who} as the ${stageName(id, scene)}.` : '';
  return wanted('Returned to you: who has it next?', `${who} says that it is not theirs.${same}${due}`);
}

function agreed(dispute: DisputeIn<'agreed'>, viewer: Viewer, scene: Scene): Wanted {
  const { checkOn } = dispute;
  if (eyesOf(viewer) !== 'judge')
    return wanted(
      `Agreed: ${iroSide(dispute, scene)}, ${checkOn < scene.today ? 'was to check' : 'checks'} on ${day(checkOn, scene)}`,
      left(checkOn, scene),
    );
  if (checkOn > scene.today)
    return wanted(`Agreed: you check on ${day(checkOn, scene)}`, left(checkOn, scene));
  if (checkOn === scene.today) return wanted('You agreed to check today: has it been done?');
  return wanted(`You agreed to check on ${day(checkOn, scene)} ${left(checkOn, scene)}: has it been done?`);
}

/** The neutral line of lock screens: never more than that something is there. */
export function summaryOf(dispute: Dispute, viewer: Viewer, scene: Scene): string {
  const subject = capital(withArticle(scene.directory.policy.label));
  if (waitsFor(dispute, viewer, scene))
    return `${subject} needs your ${eyesOf(viewer) === 'responder' ? 'answer' : 'decision'}`;
  return dispute.status === 'closed' ? `${subject} is closed` : `${subject} for you to see`;
}
