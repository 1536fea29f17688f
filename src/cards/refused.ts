import { atText } from '../calendar/words.js';
import type { Refusal } from '../disputes/decide.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import type { RefusalReason } from '../disputes/rules.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import { day, holderNow, judgeRole, listed, stageName } from './words.js';

const says = words.refusals;

type Sentence = (dispute: Dispute, viewer: Viewer, scene: Scene) => string;

/** One kind sentence for each reason: what is true instead, and never that somebody did wrong. */
const sentences: Record<RefusalReason, Sentence> = {
  'not-your-side': (dispute, viewer, scene) => says.notYours(whoHasIt(dispute, viewer, scene)),
  'moved-on': (dispute, viewer, scene) =>
    says.movedOn(atText(movedAt(dispute), scene.today), whoHasIt(dispute, viewer, scene)),
  closed: (dispute, _, scene) =>
    dispute.status === 'closed' && dispute.closedOn !== undefined
      ? says.closedOn(day(dispute.closedOn, scene))
      : says.closed,
  'with-iro': (dispute, viewer, scene) => whoHasIt(dispute, viewer, scene),
  'with-manager': (dispute, viewer, scene) => says.noAnswerYet(whoHasIt(dispute, viewer, scene)),
  'answer-given': () => says.answerGiven,
  'informal-has-no-stage': () => says.informal,
  'not-informal': () => says.formalAlready,
  'last-stage': (dispute, _, scene) => says.lastStage(stageName(stageOf(dispute)?.id ?? '', scene)),
  'no-due-day': () => says.noDueDay,
  'no-question': () => says.noQuestion,
  'nothing-to-redact': () => says.nothingToRedact,
  'too-much-text': () => says.tooMuchText,
};

/** Why a press was not done, in one or two sentences; undefined dispute: it is not known to this person. */
export function refusalSentence(
  refusal: Refusal,
  dispute: Dispute | undefined,
  viewer: Viewer,
  scene: Scene,
): string {
  if (dispute === undefined) return says.unknown;
  switch (refusal.reason) {
    case 'fields':
      return says.fields(refusal.problems.length, refusal.problems.map(({ problem }) => problem).join(' '));
    case 'personal-detail':
      return says.personalDetail(listed(refusal.found));
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
      if (holder?.id === viewer.person.id) return says.withYou;
      return says.with(stageName(dispute.stage.id, scene));
    }
    case 'informal':
    case 'answered':
    case 'returned':
    case 'agreed':
      return viewer.sides.has('judge') ? says.withYou : says.with(judgeRole(dispute));
    case 'closed':
      return says.closedNow;
  }
}
