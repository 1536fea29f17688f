import type { Holidays } from '../calendar/bankHolidays.js';
import { type Day, addMonths } from '../calendar/days.js';
import { addWorkingDays, workingDaysBetween } from '../calendar/workingDays.js';

/** The conferences of one child protection enquiry, as far as they were held. */
export interface Conferences {
  /** The strategy discussion that started the section 47 enquiry; null where it is not known. */
  readonly strategyOn: Day | null;
  /** The case system's target of the initial one: by its definition 15 working days after the strategy discussion. */
  readonly targetOn?: Day;
  readonly initialOn?: Day;
  /** Review conferences, in any order. */
  readonly reviewsOn: readonly Day[];
}

export type ConferenceType = 'initial' | 'first-review' | 'later-review';

export interface ConferenceDue {
  readonly type: ConferenceType;
  /** null: what it is counted from is not in the files. */
  readonly dueOn: Day | null;
}

/** `onTime` and `workingDaysLate` null: the due date is not known. */
export interface HeldConference extends ConferenceDue {
  readonly heldOn: Day;
  readonly onTime: boolean | null;
  readonly workingDaysLate: number | null;
}

/**
 * Working Together: the initial conference within 15 working days of the strategy discussion, the first review
 * within 3 months of it, each later one within 6 months of the one before.
 */
export function conferenceTimetable(
  { strategyOn, targetOn, initialOn, reviewsOn }: Conferences,
  holidays?: Holidays,
): { readonly held: readonly HeldConference[]; readonly next: ConferenceDue } {
  const initial: ConferenceDue = {
    type: 'initial',
    dueOn: strategyOn === null ? (targetOn ?? null) : addWorkingDays(strategyOn, 15, holidays),
  };
  const reviews = reviewsOn.toSorted();
  const days = initialOn === undefined ? reviews : [initialOn, ...reviews];
  const held: HeldConference[] = [];
  let next = initialOn === undefined && reviews.length > 0 ? notKnown : initial;
  for (const heldOn of days) {
    held.push({ ...next, heldOn, ...inTime(next, heldOn, holidays) });
    next =
      next.type === 'initial'
        ? { type: 'first-review', dueOn: addMonths(heldOn, 3) }
        : { type: 'later-review', dueOn: addMonths(heldOn, 6) };
  }
  return { held, next };
}

/** A review conference whose initial one is not in the files is at least the first. */
const notKnown: ConferenceDue = { type: 'later-review', dueOn: null };

function inTime(
  { dueOn }: ConferenceDue,
  heldOn: Day,
  holidays: Holidays | undefined,
): Pick<HeldConference, 'onTime' | 'workingDaysLate'> {
  if (dueOn === null) return { onTime: null, workingDaysLate: null };
  const onTime = heldOn <= dueOn;
  return { onTime, workingDaysLate: onTime ? 0 : workingDaysBetween(dueOn, heldOn, holidays) };
}
