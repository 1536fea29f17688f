import { atText } from '../calendar/words.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import { words } from '../words/index.js';
import { noticeCard } from './notice.js';
import type { Card, Scene } from './scene.js';
import { childrenText, day, dayWithLeft, kindLabel, stageName, themeLabel } from './words.js';

const says = words.lists.found;

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
  // An earlier record may have a number made of a child's reference.
  const tells = dispute.children.some(({ ref }) => dispute.number.includes(ref));
  const theme = themeLabel(dispute.theme, scene.directory.policy, 'top');
  const { card } = noticeCard({
    heading: tells ? kind : says.title(dispute.number, kind),
    lines: [stageLine(dispute, scene), dueLine(dispute, scene, day), says.asAt(atText(scene.now, ''))],
  });
  return {
    title: says.title(dispute.number, kind),
    text: says.text(
      stageLine(dispute, scene),
      dueLine(dispute, scene, dayWithLeft),
      words.dispute.about(theme, childrenText(dispute.children)),
    ),
    card,
  };
}

function stageLine(dispute: Dispute, scene: Scene): string {
  const stage = stageOf(dispute)?.id;
  if (stage === undefined) return says.noStage;
  const { ladder } = dispute.kept;
  const place = ladder.findIndex(({ id }) => id === stage) + 1;
  return says.stage(place, ladder.length, stageName(stage, scene));
}

type DayWords = (on: string, scene: Scene) => string;

function dueLine(dispute: Dispute, scene: Scene, dayWords: DayWords): string {
  switch (dispute.status) {
    case 'informal':
      return says.noDueDate;
    case 'closed':
      return dispute.closedOn === undefined ? says.closedSome : says.closed(day(dispute.closedOn, scene));
    case 'agreed':
      return says.agreed(dayWords(dispute.checkOn, scene));
    case 'answered':
    case 'returned':
    case 'waiting': {
      const { dueOn } = dispute.stage;
      if (dueOn === null) return says.noDueDateHere;
      // An answer is not late because its due day has passed since.
      return dispute.status === 'answered'
        ? says.answered(day(dueOn, scene))
        : says.due(dayWords(dueOn, scene));
    }
  }
}
