import { type Day } from '../calendar/days.js';
import type { DisputedChild, DisputeEvent, Moment } from '../disputes/events.js';
import type { Outcome } from '../policy/policy.js';
import { pressedCourse } from './pressedCourse.js';
import { recordedCourse } from './recordedCourse.js';

/** One stay on a stage, as far as it is known. */
export interface Stay {
  readonly stage: string;
  /** Who held the stage when it was entered, by person id; absent: nobody did, or the record does not say. */
  readonly holder?: string | undefined;
  readonly entered?: Moment | undefined;
  /** null: none, or not known. */
  readonly dueOn: Day | null;
  readonly acknowledged?: Moment | undefined;
  /** The first answer, an offer or a disagreement. */
  readonly answered?: Moment | undefined;
  readonly returned: boolean;
  readonly passedUp: boolean;
  /** Its due day passed, and nobody there had been told of it. */
  readonly couldNotBeTold: boolean;
  readonly endedOn?: Day | undefined;
  /** Whether the source would have told an answer; and all else that became of it, an acknowledgement say. */
  readonly answerTold: boolean;
  readonly allTold: boolean;
}

export type Ending =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      readonly on?: Day | undefined;
      readonly outcome?: Outcome | undefined;
      readonly stage?: string | undefined;
    }
  | { readonly kind: 'not-recorded' };

export const happenings = [
  'escalated',
  'bypassed',
  'passedUp',
  'noResponse',
  'couldNotBeTold',
  'moreTimeBeyond',
  'agreed',
  'done',
  'reopened',
  'cafcass',
  'legalAdvice',
  'cafcassAdvice',
] as const;
export type Happening = (typeof happenings)[number];

/** What is known of one dispute at the end of a day, from whatever source: what every measure folds. */
export interface Course {
  readonly number: string;
  readonly raisedOn: Day;
  readonly kind: 'informal' | 'formal';
  readonly madeFormal: boolean;
  /** Absent of a formal one: when it was made formal is not recorded. */
  readonly formal?: { readonly startedOn: Day; readonly totalDueOn: Day } | undefined;
  /** Empty: not recorded; so are team, children and themes. */
  readonly iro: string;
  readonly team: string;
  readonly children: readonly DisputedChild[];
  /** The first is the primary one. */
  readonly themes: readonly string[];
  /** null: not recorded. */
  readonly marks: { readonly systemFault: boolean; readonly resources: boolean } | null;
  readonly origin?: string | undefined;
  readonly originTold: boolean;
  /** In the order in which it entered them, so that the last is the highest. */
  readonly stays: readonly Stay[];
  /** Whether these are all. */
  readonly climbTold: boolean;
  readonly ending: Ending;
  /** How often each happened; null: its source could not have told. */
  readonly times: Readonly<Record<Happening, number | null>>;
  /** References of the children on whose case file it is recorded. */
  readonly onFile: readonly string[];
  readonly onFileTold: boolean;
}

/** The course at the end of the as-at day; undefined where it was not recorded by then. */
export function courseAsAt(history: readonly DisputeEvent[], asAt: Day): Course | undefined {
  const known = history.filter(({ on }) => on <= asAt);
  const record = known.findLast((event) => event.kind === 'imported');
  if (record !== undefined) return recordedCourse(record, known);
  const [raised] = known;
  return raised?.kind === 'raised' ? pressedCourse(raised, known) : undefined;
}

/** The day from which its working days are counted: the formal start, if that is known; of informal ones the day that it was raised. */
export const startedOn = ({ kind, formal, raisedOn }: Course): Day | undefined =>
  kind === 'formal' ? formal?.startedOn : raisedOn;
