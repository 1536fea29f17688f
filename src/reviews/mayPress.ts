import type { ChildSide } from '../people/rights.js';
import { type FormAct, type ReviewAct, isStepAct } from './acts.js';

/** What business support may enter for an IRO. */
const forSupport: readonly ReviewAct[] = [
  'record',
  'already-held',
  'decisions-sent',
  'decisions-sent-on',
  'record-sent',
  'record-sent-on',
];
/** The manager of the team knows whether its report is in, and lets the IRO know what happens. */
const forManager: readonly ReviewAct[] = ['report-in', 'report-not-in', 'tell-iro'];

/** Whether somebody who stands so to a child may press this. */
export function mayPress(sides: ReadonlySet<ChildSide>, act: ReviewAct): boolean {
  // A dispute is raised by the child's own IRO.
  if (act === 'raise-midway') return sides.has('iro');
  if (isFull(sides) && act !== 'tell-iro') return true;
  return (
    (sides.has('manager') && forManager.includes(act)) || (sides.has('support') && forSupport.includes(act))
  );
}

/** Whether they speak for the IRO side: else they enter the day and the code alone. */
export const isFull = (sides: ReadonlySet<ChildSide>): boolean => sides.has('iro') || sides.has('lead');

/** Whether they put a review right that `recordedBy` recorded, by person id: business support what it entered itself. */
export const mayCorrect = (
  sides: ReadonlySet<ChildSide>,
  person: string | undefined,
  recordedBy: string | undefined,
): boolean => isFull(sides) || (sides.has('support') && person !== undefined && person === recordedBy);

/**
 * Whether they read what the IRO keeps to their own side, as a concern: a lead who answers for a stage of the child's
 * team stands on the other one.
 */
export const readsForIro = (sides: ReadonlySet<ChildSide>): boolean =>
  sides.has('iro') || (sides.has('lead') && !sides.has('manager'));

export const isFormAct = (act: ReviewAct): act is FormAct => act !== 'raise-midway' && !isStepAct(act);
