import {
  adjourned,
  midway,
  parents,
  recordsInTime,
  reportLate,
  seenAlone,
  soonerByReason,
} from './aroundReviews.js';
import { caseload, childrenLookedAfter } from './caseload.js';
import { caseloadCombined, childProtection } from './caseloadCombined.js';
import type { ChildCohort } from './childCohort.js';
import { lateByReason, lateReviews } from './lateReviews.js';
import type { Measuring } from './measuring.js';
import { meetings } from './meetings.js';
import {
  attended,
  participation,
  participationAllAges,
  participationByCode,
  participationLastReview,
} from './participation.js';
import { profile } from './profile.js';
import {
  reviewsHeld,
  timelinessByChild,
  timelinessByDue,
  timelinessByReview,
  timelinessRolling,
} from './timeliness.js';

/** The reports about reviews by name, each with its measures. */
export const reviewReports = {
  timeliness: [
    reviewsHeld,
    timelinessByReview,
    timelinessByDue,
    timelinessByChild,
    timelinessRolling,
    meetings,
  ],
  'late-reviews': [lateReviews, lateByReason],
  participation: [
    participation,
    participationLastReview,
    participationAllAges,
    participationByCode,
    attended,
    parents,
    seenAlone,
  ],
  records: [recordsInTime, reportLate, midway, adjourned, soonerByReason],
} as const satisfies Record<string, readonly Measuring<ChildCohort>[]>;

/** How many children there are, who has how many of them, and who they are: of a day, the last one of the period. */
export const caseloadMeasures = [
  childrenLookedAfter,
  caseload,
  childProtection,
  caseloadCombined,
  profile,
] as const;
