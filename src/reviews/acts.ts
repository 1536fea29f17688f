import type { StepSaid } from './said.js';

/** What one press says of a step around a review. */
export const stepActs = {
  'spoken-to-worker': { step: 'speakToSocialWorker', said: 'done' },
  'child-seen': { step: 'childSeen', said: 'done' },
  'report-in': { step: 'reportIn', said: 'done' },
  'report-not-in': { step: 'reportIn', said: 'not-in' },
  'decisions-sent': { step: 'decisionsOut', said: 'done' },
  'plan-updated': { step: 'planUpdated', said: 'done' },
  'record-written': { step: 'recordWritten', said: 'done' },
  'record-sent': { step: 'recordSent', said: 'done' },
  'on-track': { step: 'midway', said: 'done' },
  'progress-checked': { step: 'progressCheck', said: 'done' },
} as const satisfies Record<string, Pick<StepSaid, 'step' | 'said'>>;
export type StepAct = keyof typeof stepActs;
export const stepActNames = Object.keys(stepActs) as [StepAct, ...StepAct[]];
export const isStepAct = (act: string): act is StepAct => act in stepActs;

/** What opens a form. `sent-on` is *Decisions sent* or *Record sent* with another day than today. */
export const formActNames = [
  'record',
  'already-held',
  'adjourn',
  'change-date',
  'ask-sooner',
  'decisions-sent-on',
  'record-sent-on',
  'log-concern',
  'not-agreed',
  'tell-iro',
] as const;
export type FormAct = (typeof formActNames)[number];

/** Opens the form that raises a dispute, for this child and as come from the midway check. */
export type ReviewAct = StepAct | FormAct | 'raise-midway';
