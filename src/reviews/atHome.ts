import type { ReviewAct } from './acts.js';
import type { Child } from './child.js';
import { isLive } from './facts.js';
import type { ReviewWord } from './reviewWord.js';

/** Known from child protection alone: the files tell of no care, and no review is due. */
export const isAtHome = ({ facts }: Pick<Child, 'facts'>): boolean => {
  const live = facts.filter(isLive);
  return (
    live.some(({ kind }) => kind === 'conference') &&
    !live.some(({ kind }) => kind === 'period' || kind === 'review' || kind === 'expected-review')
  );
};

/** Whether a child has a review of which this could be said: what the others say is of none. */
export const hasReviewFor = (child: Pick<Child, 'facts'>, act: ReviewAct | ReviewWord['act']): boolean =>
  !isAtHome(child) || act === 'tell-iro' || act === 'progress-checked' || act === 'take-back';
