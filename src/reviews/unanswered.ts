import type { Policy } from '../policy/policy.js';
import type { TimedReview } from './timing.js';

/** What is asked of a review that was held: an item of the policy's `ask`, or one of its own questions by id. */
export type Asked = Policy['ask'][number] | `question:${string}`;

/** What the policy asks, and nobody has answered yet. Why a review was late is asked of late ones alone. */
export function unanswered(
  timed: TimedReview,
  { ask, questions }: Pick<Policy, 'ask' | 'questions'>,
): Asked[] {
  const { parents, seenAlone, lateReason, answers = {} } = timed.review.told;
  const late = timed.due === 'known' && !timed.onTime;
  const open = {
    'late-reason': late && lateReason === undefined,
    parents: parents === undefined,
    'seen-alone': seenAlone === undefined,
  };
  return [
    ...ask.filter((each) => open[each]),
    ...questions
      .map(({ id }) => id)
      .filter((id) => answers[id] === undefined)
      .map(questioned),
  ];
}

const questioned = (id: string): Asked => `question:${id}`;
