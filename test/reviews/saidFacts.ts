import type { SaidFact, StepSaid } from '../../src/reviews/said.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { type ComingPolicy, type ReviewStep, stepsOf } from '../../src/reviews/coming.js';
import type { ChildFact } from '../../src/reviews/child.js';

const recorded = { source: 'teams', by: 'person:iro', recordedAt: '2026-03-02T10:00:00.000Z' } as const;

export const said = (step: StepSaid['step'], review: string, differs: Partial<StepSaid> = {}): StepSaid => ({
  kind: 'step',
  step,
  review,
  said: 'done',
  on: review,
  ...recorded,
  ...differs,
});

export const adjourned = (review: string, until: string): SaidFact => ({
  kind: 'adjourned',
  review,
  until,
  ...recorded,
});

export const planned = (
  review: string,
  plannedOn: string,
  recordedAt: string = recorded.recordedAt,
): SaidFact => ({
  kind: 'date-changed',
  review,
  plannedOn,
  ...recorded,
  recordedAt,
});

export const soonerAsked = (review: string, wantedBy?: string): SaidFact => ({
  kind: 'sooner-asked',
  review,
  ground: 'child',
  ...(wantedBy === undefined ? {} : { wantedBy }),
  ...recorded,
});

export const sameOrTwo = (days: [string, string], same: boolean, heldOn?: string): SaidFact => ({
  kind: 'same-or-two',
  days,
  same,
  ...(heldOn === undefined ? {} : { heldOn }),
  ...recorded,
  recordedAt: '2026-03-05T10:00:00.000Z',
});

/** Every lead time shown. */
export const everyLead: ComingPolicy = {
  ...defaultPolicy,
  leadTimes: {
    due: 'show',
    speakToSocialWorker: 'show',
    childSeen: 'show',
    reportIn: 'show',
    decisionsOut: 'show',
    planUpdated: 'show',
    recordWritten: 'show',
    recordSent: 'show',
    midway: 'show',
    conference: 'show',
    progressCheck: 'show',
  },
};

/** As at a day, by the default policy with what differs. */
export const theSteps = (
  facts: readonly ChildFact[],
  today: string,
  policy: Partial<ComingPolicy> = {},
): ReviewStep[] => stepsOf({ facts }, today, { ...defaultPolicy, ...policy });

/** Each in a line: 'reportIn by 2026-03-03, today: report-not-in'. */
export const stepLines = (...of: Parameters<typeof theSteps>): string[] =>
  theSteps(...of).map(({ step, on }) => `${step} by ${on}`);
