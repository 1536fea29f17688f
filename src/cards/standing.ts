import type { Dispute } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import type { Scene, Viewer } from './scene.js';
import { holderNow } from './words.js';

/** For whom a card is drawn: who judges, who answers, or somebody who may read it. */
export type Eyes = 'judge' | 'responder' | 'reader';

export function eyesOf(viewer: Viewer): Eyes {
  if (viewer.sides.has('judge')) return 'judge';
  return viewer.sides.has('responder') ? 'responder' : 'reader';
}

/** How it stands, as far as words and buttons differ. */
export type Standing =
  | 'informal'
  | 'waiting'
  | 'asked'
  | 'lapsed'
  | 'vacant'
  | 'offered'
  | 'disagreed'
  | 'returned'
  | 'to-check'
  | 'check-now'
  | 'closed';

export function standingOf(dispute: Dispute, scene: Scene): Standing {
  switch (dispute.status) {
    case 'informal':
    case 'returned':
    case 'closed':
      return dispute.status;
    case 'waiting': {
      const { question, dueOn } = dispute.stage;
      if (question !== undefined) return 'asked';
      if (dueOn !== null && dueOn < scene.today) return 'lapsed';
      return holderNow(dispute, scene) === undefined ? 'vacant' : 'waiting';
    }
    case 'answered':
      return dispute.answer.kind;
    case 'agreed':
      return dispute.checkOn <= scene.today ? 'check-now' : 'to-check';
  }
}

export const onLastStage = (dispute: Dispute) => stagesAbove(dispute).length === 0;

/** What a list puts first, and what a notice calls somebody's: it is this person's move. */
export function waitsFor(dispute: Dispute, viewer: Viewer, scene: Scene): boolean {
  const standing = standingOf(dispute, scene);
  switch (eyesOf(viewer)) {
    case 'responder':
      return dispute.status === 'waiting';
    case 'judge':
      if (dispute.status === 'informal') return (dispute.lookAgainOn ?? '9999') <= scene.today;
      return !['waiting', 'to-check', 'closed'].includes(standing);
    case 'reader':
      return false;
  }
}
