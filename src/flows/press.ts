import {
  goodPracticeCancelledCard,
  inputsOf,
  type Press,
  raiseCancelledCard,
  shareCancelledCard,
} from '../cards/index.js';
import type { Person } from '../people/person.js';
import { act, openForm } from './act.js';
import { type Answer, lasting, type Where } from './answer.js';
import { showChild } from './child.js';
import { answerWords } from './find.js';
import { besideMyDay } from './myDay.js';
import { notePractice, openGoodPractice, passGoodPracticeOn, showGoodPractice } from './goodPractice.js';
import { giveLateReasons } from './lateReasons.js';
import type { Ports } from './ports.js';
import { openRedaction, redact } from './redactPractice.js';
import { openRaise, raiseDispute } from './raiseInChat.js';
import { openReviewForm, saveReview } from './reviewForms.js';
import { saySameOrTwo, sayStep, saySteps, takeBack } from './reviewSteps.js';
import { openReassign, reassign } from './reassign.js';
import { openShare, proposeShare } from './share.js';
import { share } from './shareAsShown.js';
import { showDispute, showFileNote, showText } from './view.js';

/** One press of one button: to the flow that tells its story. */
export async function answerPress(ports: Ports, person: Person, press: Press, where: Where): Promise<Answer> {
  switch (press.press) {
    case 'act': {
      const { verb, dispute, turn: seenTurn, form, saveAnyway } = press;
      const fields = inputsOf(press);
      const formId = form === undefined ? {} : { formId: form };
      return act(ports, person, { verb, dispute, seenTurn, ...formId, fields }, { ...where, saveAnyway });
    }
    case 'raise': {
      const { form: formId, saveAnyway } = press;
      return raiseDispute(ports, person, { formId, saveAnyway, fields: inputsOf(press) }, where);
    }
    case 'open-form': {
      const { verb, dispute, turn: seenTurn } = press;
      return openForm(ports, person, { verb, dispute, seenTurn }, where);
    }
    case 'open-raise':
      return openRaise(ports, person, press.child, press.cameFrom);
    case 'cancel-raise':
      return lasting(raiseCancelledCard());
    case 'open-good-practice':
      return openGoodPractice(ports, person, press.child);
    case 'good-practice': {
      const { form: formId, saveAnyway } = press;
      return notePractice(ports, person, { formId, saveAnyway, fields: inputsOf(press) }, where);
    }
    case 'cancel-good-practice':
      return lasting(goodPracticeCancelledCard());
    case 'show-good-practice': {
      const shown = showGoodPractice(ports, person, press.goodPractice, press.what, where);
      return fromMyDay(ports, person, press.myDay, shown);
    }
    case 'open-redact-practice':
      return openRedaction(ports, person, press.goodPractice);
    case 'redact-practice':
      return redact(ports, person, press.goodPractice, inputsOf(press), where);
    case 'pass-on':
      return passGoodPracticeOn(ports, person, press.goodPractice, where);
    case 'open-reassign':
      return openReassign(ports, person, press.child);
    case 'reassign':
      return reassign(ports, person, press, inputsOf(press));
    case 'open-share':
      return openShare(ports, person, press.iro ?? '');
    case 'propose-share':
      return proposeShare(ports, person, inputsOf(press));
    case 'share':
      return share(ports, person, press);
    case 'cancel-share':
      return Promise.resolve(lasting(shareCancelledCard()));
    case 'show-child':
      return showChild(ports, person, press, where);
    case 'review-step':
      return sayStep(ports, person, press);
    case 'review-steps':
      return saySteps(ports, person, press, inputsOf(press));
    case 'open-review':
      return press.card === 'morning'
        ? inMyDay(person, await openReviewForm(ports, person, press, where))
        : openReviewForm(ports, person, press, where);
    case 'review': {
      const { form: formId, ...rest } = press;
      return saveReview(ports, person, { ...rest, formId, fields: inputsOf(press) }, where);
    }
    case 'take-back':
      return takeBack(ports, person, press);
    case 'same-or-two':
      return saySameOrTwo(ports, person, press);
    case 'show':
      return press.what === 'text'
        ? showText(ports, person, press.dispute, press.page, where)
        : fromMyDay(ports, person, press.myDay, showDispute(ports, person, press.dispute));
    case 'file-note':
      return showFileNote(ports, person, press.dispute, press.child, where);
    case 'late-reasons':
      return giveLateReasons(ports, person, inputsOf(press));
    case 'say':
      return answerWords(ports, person, press.words, press.page);
  }
}

/** Pressed on the card of a day: that one stays. */
async function fromMyDay(
  ports: Ports,
  person: Person,
  page: number | undefined,
  shown: Promise<Answer>,
): Promise<Answer> {
  return page === undefined ? shown : besideMyDay(ports, person, page, await shown);
}

/** A form is open in the card of the day: the next one leaves it. */
const inMyDay = (person: Person, answer: Answer): Answer => ({ ...answer, about: person.id, formOpen: true });
