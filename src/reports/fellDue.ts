import type { Day } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import { goesOnAfter } from '../reviews/care.js';
import type { ReviewType } from '../reviews/due.js';
import type { ReviewedStretch } from '../reviews/timetable.js';
import { countsOn } from '../reviews/timing.js';

/** A review that fell due while the child was looked after; `heldOn` null: not by the as-at day. */
export interface FellDue {
  readonly type: ReviewType;
  readonly dueOn: Day;
  readonly heldOn: Day | null;
  readonly onTime: boolean;
}

/** All that fell due by the as-at day, of a child's stretches of care in their order. */
export function fellDueIn(
  stretches: readonly ReviewedStretch[],
  { asAt, policy }: { readonly asAt: Day; readonly policy: Policy },
): FellDue[] {
  const hasCare = stretches.some(({ stretch }) => stretch.inFiles);
  return stretches.flatMap((each, index) => {
    // A period whose end is not in the files had ended when the next one began.
    const over = stretches[index + 1]?.stretch.from;
    return dueIn(each, policy)
      .filter(({ dueOn }) => dueOn <= asAt && (over === undefined || dueOn < over))
      .filter(({ dueOn }) => lookedAfterWhenDue(each, dueOn, hasCare));
  });
}

function dueIn({ reviews, after }: ReviewedStretch, policy: Policy): FellDue[] {
  const held = reviews.flatMap((timed): FellDue[] => {
    const due = timed.due === 'known' ? timed : timed.due === 'adoption' ? timed.missed : undefined;
    if (due === undefined) return [];
    const { type, dueOn } = due;
    const onTime = timed.due === 'known' && timed.onTime;
    return [{ type, dueOn, heldOn: countsOn(timed.review, policy), onTime }];
  });
  if (after === undefined) return held;
  return [...held, { type: after.type, dueOn: after.dueOn, heldOn: null, onTime: false }];
}

/**
 * Where the files have periods of care but none around these reviews, care is known up to the last of them. A child
 * without any period has not left, there as in the timetable: else no review of theirs could ever be missed.
 */
function lookedAfterWhenDue({ stretch, reviews }: ReviewedStretch, dueOn: Day, hasCare: boolean): boolean {
  if (stretch.inFiles || !hasCare) return goesOnAfter(stretch, dueOn);
  return dueOn <= (reviews.at(-1)?.review.heldOn ?? '');
}
