import { addDays, type Day } from '../../src/calendar/days.js';
import type { TeamsActivity } from '../support/activities.js';

/** What is pressed in the month: on which day, by whom, on the dispute of which number in this list. */
export interface Planned {
  readonly on: Day;
  readonly who: string;
  readonly dispute: number;
  readonly verb: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const text = 'As it was agreed on the telephone.';
const press = (
  dispute: number,
  on: Day,
  who: string,
  verb: string,
  fields: Readonly<Record<string, string>> = { text },
): Planned => ({ dispute, on, who, verb, fields });

/** Twelve disputes, one after the other on the first three days, each with a course of its own; some with none. */
export const disputes = Array.from({ length: 12 }, (_, n) => addDays('2026-03-02', n % 3));
export const firstDay: Day = '2026-03-02';

export const plan: readonly Planned[] = [
  press(1, '2026-03-04', 'tess', 'acknowledge', {}),
  press(2, '2026-03-05', 'tess', 'resolve'),
  press(2, '2026-03-06', 'ida', 'agree', { outcome: 'action-done' }),
  // Sent back with two days, which pass too.
  press(3, '2026-03-06', 'tess', 'resolve'),
  press(3, '2026-03-09', 'ida', 'not-resolved', { text, next: 'back' }),
  press(4, '2026-03-05', 'ida', 'escalate'),
  press(5, '2026-03-06', 'ida', 'more-time', { text, dueOn: '2026-03-18' }),
  press(6, '2026-03-05', 'tess', 'disagree'),
  press(6, '2026-03-10', 'ida', 'accept-explanation', {}),
  // Returned, and sent again after its due day.
  press(7, '2026-03-05', 'tess', 'not-mine'),
  press(7, '2026-03-16', 'ida', 'send-to', {}),
  press(8, '2026-03-06', 'tess', 'not-mine'),
  press(9, '2026-03-06', 'tess', 'resolve'),
  press(9, '2026-03-09', 'ida', 'agree', { outcome: 'plan-changed', checkOn: '2026-03-20' }),
  press(9, '2026-03-23', 'ida', 'not-done', { text, stage: 'next' }),
  press(10, '2026-03-06', 'tess', 'pass-up', { text, reason: 'needs-funding' }),
  press(11, '2026-03-12', 'ida', 'withdraw'),
  press(0, '2026-03-11', 'ida', 'escalate'),
  press(0, '2026-03-12', 'olga', 'ask'),
  press(0, '2026-03-13', 'ida', 'answer-question'),
  press(4, '2026-03-16', 'ida', 'escalate'),
  press(4, '2026-03-17', 'amir', 'resolve'),
];

/** A form's id that is the same in every run. */
export const formOf = (what: number, n: number) =>
  `00000000-0000-4000-8${String(what).padStart(3, '0')}-${String(n).padStart(12, '0')}`;
export const disputeId = (n: number) => `dispute:${formOf(1, n)}`;

/** Something a person does, over and over until it is answered. */
export interface Deed {
  readonly what: string;
  readonly activity: TeamsActivity;
}
