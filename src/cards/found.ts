import { atText } from '../calendar/words.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import { noticeCard } from './notice.js';
import type { Card, Scene } from './scene.js';
import { capital, childrenText, day, dayWithLeft, kindLabel, stageName, themeLabel } from './words.js';

/** A dispute as a search finds it: a line or two for who searches, and the card that they put into a chat. */
export interface Found {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

/**
 * Whoever is in that chat reads the card, and it never changes: number, stage and due date, and of when that is true.
 * The child and the theme are in the line for who searches alone.
 */
export function foundDispute(dispute: Dispute, scene: Scene): Found {
  const kind = kindLabel(dispute, scene);
  const theme = themeLabel(dispute.theme, scene.directory.policy, 'top');
  const { card } = noticeCard({
    heading: `${dispute.number} · ${kind}`,
    lines: [stageLine(dispute, scene), dueLine(dispute, scene, day), `As at ${atText(scene.now, '')}.`],
  });
  return {
    title: `${dispute.number} · ${kind}`,
    text: `${stageLine(dispute, scene)} ${dueLine(dispute, scene, dayWithLeft)} ${theme} · ${childrenText(dispute.children)}`,
    card,
  };
}

function stageLine(dispute: Dispute, scene: Scene): string {
  const stage = stageOf(dispute)?.id;
  if (stage === undefined) return 'No stage.';
  const { ladder } = dispute.kept;
  const place = ladder.findIndex(({ id }) => id === stage) + 1;
  return `Stage ${place} of ${ladder.length}: ${stageName(stage, scene)}.`;
}

type DayWords = (on: string, scene: Scene) => string;

function dueLine(dispute: Dispute, scene: Scene, words: DayWords): string {
  switch (dispute.status) {
    case 'informal':
      return 'No due date.';
    case 'closed':
      return dispute.closedOn === undefined ? 'Closed.' : `Closed on ${day(dispute.closedOn, scene)}.`;
    case 'agreed':
      return `Agreed, to be checked on ${words(dispute.checkOn, scene)}.`;
    case 'answered':
    case 'returned':
    case 'waiting': {
      const { dueOn } = dispute.stage;
      if (dueOn === null) return 'No due date at this stage.';
      const due = capital(`answer due by ${words(dueOn, scene)}`);
      return dispute.status === 'answered' ? `${due}; answered.` : `${due}.`;
    }
  }
}
