import { type ChildCohort, type Held, heldIn } from './childCohort.js';
import { type Cohort, those } from './cohort.js';
import type { Course } from './course.js';
import type { Behind } from './measuring.js';
import type { Item } from './report.js';

/** Disputes behind a figure, each with its number. */
export const disputesBehind = (
  says: Behind<Cohort>['says'],
  like: (course: Course, cohort: Cohort) => boolean,
): Behind<Cohort> => ({
  says,
  items: (cohort) =>
    those(cohort, (course) => like(course, cohort)).map(({ number, kind, stays, raisedOn, ending }) => ({
      dispute: number,
      kind,
      stage: stays.at(-1)?.stage ?? null,
      raisedOn,
      closedOn: ending.kind === 'closed' ? (ending.on ?? null) : null,
      open: ending.kind === 'open' ? 1 : 0,
    })),
});

/** Reviews behind a figure, newest first, each with its child. */
export const reviewsBehind = (
  says: Behind<ChildCohort>['says'],
  like: (held: Held, cohort: ChildCohort) => boolean,
): Behind<ChildCohort> => ({
  says,
  items: (cohort) =>
    cohort.children
      .flatMap((child) =>
        heldIn({ ...cohort, children: [child] }, cohort.period)
          .filter((held) => like(held, cohort))
          .map((held) => reviewItem(child.ref, held)),
      )
      .toSorted((one, other) => (one.heldOn > other.heldOn ? -1 : one.heldOn < other.heldOn ? 1 : 0)),
});

const reviewItem = (child: string, { on, timed }: Held) => ({
  child,
  heldOn: on,
  dueOn: timed.due === 'known' ? timed.dueOn : null,
  workingDaysLate: timed.due === 'known' && !timed.onTime ? timed.workingDaysLate : null,
});

/** Children behind a figure, by reference. */
export const childrenBehind = (
  says: Behind<ChildCohort>['says'],
  like: (child: ChildCohort['children'][number], cohort: ChildCohort) => boolean,
): Behind<ChildCohort> => ({
  says,
  items: (cohort) => childItems(cohort.children.filter((child) => like(child, cohort))),
});

export const childItems = (children: readonly { readonly ref: string }[]): Item[] =>
  children.map(({ ref }) => ({ child: ref })).toSorted((one, other) => (one.child < other.child ? -1 : 1));
