import { atText } from '../calendar/words.js';
import type { Refusal } from '../disputes/decide.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import type { RefusalReason } from '../disputes/rules.js';
import type { Scene, Viewer } from './scene.js';
import { counted, day, holderNow, judgeRole, listed, stageName } from './words.js';

type Sentence = (dispute: Dispute, viewer: Viewer, scene: Scene) => string;

/** One kind sentence for each reason: what is true instead, and never that somebody did wrong. */
const sentences: Record<RefusalReason, Sentence> = {
  'not-your-side': (dispute, viewer, scene) =>
    `This is not yours to press. ${whoHasIt(dispute, viewer, scene)}`,
  'moved-on': (dispute, viewer, scene) =>
    `This moved on at ${atText(movedAt(dispute), scene.today)}. ${whoHasIt(dispute, viewer, scene)}`,
  closed: (dispute, _, scene) =>
    dispute.status === 'closed' && dispute.closedOn !== undefined
      ? `This was closed on ${day(dispute.closedOn, scene)}.`
      : 'This is closed.',
  'with-iro': (dispute, viewer, scene) => whoHasIt(dispute, viewer, scene),
  'with-manager': (dispute, viewer, scene) => `There is no answer yet. ${whoHasIt(dispute, viewer, scene)}`,
  'answer-given': () => 'The IRO has your answer.',
  'informal-has-no-stage': () => 'This is informal: there is no stage, and no answer is due.',
  'not-informal': () => 'This is formal already.',
  'last-stage': (dispute, _, scene) =>
    `The ${stageName(stageOf(dispute)?.id ?? '', scene)} is the last stage: there is none above it.`,
  'no-due-day': () => 'There is no due day at this stage, so there is no more time to allow.',
  'no-question': () => 'There is no question waiting for an answer.',
  'nothing-to-redact': () => 'There are no words left to replace.',
  'too-much-text': () => 'There is no room for more words here. Please continue on the case file.',
};

/** Why a press was not done, in one or two sentences; undefined dispute: it is not known to this person. */
export function refusalSentence(
  refusal: Refusal,
  dispute: Dispute | undefined,
  viewer: Viewer,
  scene: Scene,
): string {
  if (dispute === undefined) return 'I cannot find that, or it is not one that you may see.';
  switch (refusal.reason) {
    case 'fields':
      return `This is not saved yet. ${counted(refusal.problems.length, 'field needs', 'fields need')} another look: ${refusal.problems.map(({ problem }) => problem).join(' ')}`;
    case 'personal-detail':
      return `This looks as if it has ${listed(refusal.found)} in it. It is not saved yet.`;
    case 'not-your-side':
    case 'moved-on':
    case 'closed':
    case 'with-iro':
    case 'with-manager':
    case 'answer-given':
    case 'informal-has-no-stage':
    case 'not-informal':
    case 'last-stage':
    case 'no-due-day':
    case 'no-question':
    case 'nothing-to-redact':
    case 'too-much-text':
      return sentences[refusal.reason](dispute, viewer, scene);
  }
}

/** When the turn last rose: notes since then moved nothing. */
const movedAt = (dispute: Dispute) =>
  dispute.history.find(({ turn }) => turn === dispute.turn)?.at ?? dispute.changedAt;

/** 'It is with the operations manager now.' */
function whoHasIt(dispute: Dispute, viewer: Viewer, scene: Scene): string {
  switch (dispute.status) {
    case 'waiting': {
      const holder = holderNow(dispute, scene);
      if (holder?.id === viewer.person.id) return 'It is with you now.';
      return `It is with the ${stageName(dispute.stage.id, scene)} now.`;
    }
    case 'informal':
    case 'answered':
    case 'returned':
    case 'agreed':
      return viewer.sides.has('judge') ? 'It is with you now.' : `It is with the ${judgeRole(dispute)} now.`;
    case 'closed':
      return 'It is closed now.';
  }
}
