import { caseload, childrenLookedAfter } from './caseload.js';
import type { ChildCohort } from './childCohort.js';
import { lateByReason, lateReviews } from './lateReviews.js';
import type { Measuring } from './measuring.js';
import {
  attended,
  participation,
  participationAllAges,
  participationByCode,
  participationLastReview,
} from './participation.js';
import {
  reviewsHeld,
  timelinessByChild,
  timelinessByDue,
  timelinessByReview,
  timelinessRolling,
} from './timeliness.js';

/** The reports about children by name: their reviews, and who has how many of them. */
export const childReports = {
  timeliness: [reviewsHeld, timelinessByReview, timelinessByDue, timelinessByChild, timelinessRolling],
  'late-reviews': [lateReviews, lateByReason],
  participation: [
    participation,
    participationLastReview,
    participationAllAges,
    participationByCode,
    attended,
  ],
  caseload: [childrenLookedAfter, caseload],
} as const satisfies Record<string, readonly Measuring<ChildCohort>[]>;
