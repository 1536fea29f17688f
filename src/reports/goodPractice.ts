import type { Day } from '../calendar/days.js';
import { type Period, within } from '../calendar/periods.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { Policy } from '../policy/policy.js';
import { number, share } from './figures.js';
import type { Measuring } from './measuring.js';
import { type Recording, recordedFrom } from './recording.js';

/** The good practice that a report is about: noted in the period, and followed to the as-at day. */
export interface NotedPractice {
  readonly policy: Policy;
  readonly noted: readonly { readonly passedOn: boolean; readonly withChild: boolean }[];
  /** The bot was there for the whole period: what was not noted is 0. No earlier record tells of good practice. */
  readonly whole: boolean;
}

export function practiceOf(
  notes: readonly GoodPractice[],
  recording: Recording,
  { period, asAt, policy }: { readonly period: Period; readonly asAt: Day; readonly policy: Policy },
): NotedPractice {
  const known = notes.flatMap(({ history, child }) => {
    const told = history.filter(({ on }) => on <= asAt);
    const [first] = told;
    return first === undefined || !within(first.on, period)
      ? []
      : [{ passedOn: told.some(({ kind }) => kind === 'passedOn'), withChild: child !== undefined }];
  });
  const live = recordedFrom({ liveFrom: recording.liveFrom, records: [] }, period, asAt);
  return { policy, noted: known, whole: live === period.from };
}

const told = ({ noted, whole }: NotedPractice, count: number) =>
  count > 0 || whole || noted.length > 0 ? count : null;

export const goodPractice: Measuring<NotedPractice> = {
  id: 'good-practice',
  unit: 'notes',
  says: ({ disputes }) => ({
    title: 'Good practice',
    definition: `Good practice noted by IROs in the period, apart from ${disputes}. Passed on: the manager has passed it on to the worker by the as-at date. For a child: noted for one child, not for a team alone.`,
  }),
  rows: (practice) => {
    const { noted } = practice;
    const all = told(practice, noted.length);
    return [
      number('all', 'Noted', all),
      share('passed-on', 'Passed on', told(practice, noted.filter((each) => each.passedOn).length), all),
      share('for-a-child', 'For a child', told(practice, noted.filter((each) => each.withChild).length), all),
    ];
  },
};
