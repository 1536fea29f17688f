import type { Holidays } from '../calendar/bankHolidays.js';
import { type Day, addDays, addMonths } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import type { Policy } from '../policy/policy.js';

/** In the order in which reviews are held: "sooner" is a reason, not a type. */
export type ReviewType = 'first' | 'second' | 'later';

/** When a review is due, and the service's own target where that is earlier. */
export interface Due {
  readonly type: ReviewType;
  readonly dueOn: Day;
  readonly targetOn?: Day;
}

/**
 * Care Planning, Placement and Case Review (England) Regulations 2010, reg 33: within 20 working days of the day
 * the child became looked after, 3 months after the first, 6 months after each later one. `from` is the day that
 * the child became looked after, or that the review before was held. The law decides what is late; a target that
 * is not earlier says nothing.
 */
export function dueAfter(
  type: ReviewType,
  from: Day,
  { targets, holidays }: { readonly targets: Policy['targets']; readonly holidays?: Holidays | undefined },
): Due {
  const dueOn = dueByLaw(type, from, holidays);
  const days = targets[type];
  const targetOn = days === undefined ? dueOn : addDays(from, days);
  return { type, dueOn, ...(targetOn < dueOn ? { targetOn } : {}) };
}

function dueByLaw(type: ReviewType, from: Day, holidays: Holidays | undefined): Day {
  switch (type) {
    case 'first':
      return addWorkingDays(from, 20, holidays);
    case 'second':
      return addMonths(from, 3);
    case 'later':
      return addMonths(from, 6);
  }
}
