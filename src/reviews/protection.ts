import type { Holidays } from '../calendar/bankHolidays.js';
import type { Day } from '../calendar/days.js';
import type { Conference } from './caseSystem.js';
import type { ChildFact } from './child.js';
import { type ConferenceDue, type HeldConference, conferenceTimetable } from './conferences.js';
import { factsAsAt } from './facts.js';

/** One child protection enquiry and the plan that came of it, from its conferences as they were known. */
export interface Protection {
  readonly held: readonly HeldConference[];
  /** undefined: no plan came of it, or it has ended. */
  readonly next?: ConferenceDue | undefined;
  /** The day on which the plan began; undefined: none has yet, or none came of it. */
  readonly plannedFrom?: Day | undefined;
  /** The day on which the plan ended. */
  readonly endedOn?: Day | undefined;
}

/**
 * A child's enquiries in the order of their days. Conferences are of one where they name one plan, else a review is
 * of the enquiry that was open on its day. They have clocks of their own, and no part in any review's.
 */
export function protectionOf(facts: readonly ChildFact[], asAt: Day, holidays?: Holidays): Protection[] {
  const known = factsAsAt(facts, asAt)
    .filter((fact) => fact.kind === 'conference')
    .filter(({ heldOn }) => heldOn === undefined || heldOn <= asAt)
    .toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
  const enquiries: Enquiry[] = known
    .filter(({ conference }) => conference === 'initial')
    .map((initial) => ({ since: dayOf(initial), initial, reviews: [] }));
  for (const review of known.filter(({ conference }) => conference === 'review')) {
    const found = enquiryOf(enquiries, review);
    if (found === undefined) enquiries.push({ since: dayOf(review), reviews: [review] });
    else found.reviews.push(review);
  }
  return enquiries
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
    .filter((enquiry, index, all) => index === all.length - 1 || heldIn(enquiry).length > 0)
    .map((enquiry) => protection(enquiry, holidays));
}

interface Enquiry {
  readonly since: Day;
  readonly initial?: Conference;
  readonly reviews: Conference[];
}

const dayOf = ({ heldOn, sourceDueOn, strategyOn }: Conference): Day =>
  heldOn ?? sourceDueOn ?? strategyOn ?? '';

const all = ({ initial, reviews }: Enquiry): Conference[] =>
  initial === undefined ? reviews : [initial, ...reviews];

const heldIn = (enquiry: Enquiry): (Conference & { heldOn: Day })[] =>
  all(enquiry).flatMap((each) => (each.heldOn === undefined ? [] : [{ ...each, heldOn: each.heldOn }]));

function enquiryOf(enquiries: readonly Enquiry[], review: Conference): Enquiry | undefined {
  const named = enquiries.findLast((each) =>
    all(each).some(({ plan }) => plan !== undefined && plan === review.plan),
  );
  if (named !== undefined) return named;
  const day = dayOf(review);
  return enquiries.findLast(
    (each) =>
      each.since <= day &&
      endOf(each) === undefined &&
      all(each).every(({ plan }) => plan === undefined || review.plan === undefined),
  );
}

/** Whoever does not say whether a plan goes on has not ended it: late is better than lost. */
function endOf(enquiry: Enquiry): Day | undefined {
  const last = heldIn(enquiry)
    .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1))
    .at(-1);
  return last?.plans === false ? last.heldOn : undefined;
}

function protection(enquiry: Enquiry, holidays: Holidays | undefined): Protection {
  const { initial, reviews } = enquiry;
  const reviewsOn = reviews.flatMap(({ heldOn }) => (heldOn === undefined ? [] : [heldOn]));
  const timetable = conferenceTimetable(
    {
      strategyOn: initial?.strategyOn ?? null,
      ...(initial?.sourceDueOn === undefined ? {} : { targetOn: initial.sourceDueOn }),
      ...(initial?.heldOn === undefined ? {} : { initialOn: initial.heldOn }),
      reviewsOn,
    },
    holidays,
  );
  const endedOn = endOf(enquiry);
  const next = nextIn(enquiry, timetable.next);
  const [first] = timetable.held;
  const came = initial?.heldOn === undefined ? reviewsOn.length > 0 : initial.plans !== false;
  return {
    held: timetable.held,
    ...(endedOn === undefined ? { next } : { endedOn }),
    ...(came && first !== undefined ? { plannedFrom: first.heldOn } : {}),
  };
}

/** Of a plan whose conferences so far are not in the files: the review that the case system expects. */
function nextIn({ initial, reviews }: Enquiry, next: ConferenceDue): ConferenceDue {
  if (initial !== undefined || next.dueOn !== null) return next;
  const [expected] = reviews
    .flatMap(({ heldOn, sourceDueOn }) =>
      heldOn === undefined && sourceDueOn !== undefined ? [sourceDueOn] : [],
    )
    .toSorted();
  return { type: 'later-review', dueOn: expected ?? null };
}

/** Whether the child was on a child protection plan at the end of a day. */
export const isProtected = (protections: readonly Protection[], day: Day): boolean =>
  protections.some(
    ({ plannedFrom, endedOn }) =>
      plannedFrom !== undefined && plannedFrom <= day && (endedOn === undefined || day < endedOn),
  );
