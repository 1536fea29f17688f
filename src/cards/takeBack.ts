import { lastSaidBy } from '../reviews/takingBack.js';
import type { Child } from '../reviews/child.js';
import { words } from '../words/index.js';
import type { NoticeButton } from './notice.js';
import type { ReviewCard } from './press.js';
import { retractedName } from './saidOfReview.js';
import type { Scene } from './scene.js';

const says = words.reviewForms.takeBack;

/** What somebody said last today of a child's reviews, to be taken back; on the card of a day it says of which child. */
export function takeBackButtons(
  child: Child,
  person: string | undefined,
  card: ReviewCard,
  scene: Scene,
): NoticeButton[] {
  const last = person === undefined ? undefined : lastSaidBy(child, person, scene.today);
  if (last === undefined) return [];
  const what = retractedName(last);
  const title = card === 'morning' ? says.buttonOf(what, child.ref) : says.button(what);
  return [{ title, data: { press: 'take-back', child: child.ref, card, said: last.recordedAt } }];
}
