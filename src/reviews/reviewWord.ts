import type { Day, Instant } from '../calendar/days.js';
import type { StepAct } from './acts.js';
import type { Child, ChildFact, ReviewFact } from './child.js';
import type { ComingReview } from './comingReview.js';
import type { ToldField } from './joining.js';
import type { Participation } from './participation.js';
import type { IroTold, SaidFact, SoonerGround } from './said.js';
import type { Timetable } from './timetable.js';
import type { TimetablePolicy } from './timing.js';

/** Who says it and when. */
export interface Saying {
  readonly by: string;
  readonly onBehalfOf?: string | undefined;
  readonly formId?: string | undefined;
  readonly savedAnyway?: boolean;
  /** Business support: of what was recorded before they put right their own alone. */
  readonly ownAlone?: boolean;
  readonly at: Instant;
  readonly today: Day;
}

/** A review that was held, as the form has it. */
export interface HeldForm extends Pick<
  ReviewFact,
  'heldOn' | 'firstOn' | 'parents' | 'parentsWhy' | 'seenAlone' | 'lateReason' | 'answers' | 'outcome'
> {
  readonly withoutMeeting: boolean;
  readonly participation: Participation | undefined;
  /** The day of the review that is already there and is added to or corrected; undefined for one that is new. */
  readonly of?: Day | undefined;
  /** What stood in the form and was emptied; other things that are left open stay as they were told before. */
  readonly emptied?: readonly ToldField[];
  /** Asked about this day, somebody said that it is right. */
  readonly sure?: Day | undefined;
}

/** What somebody says with a press, once the form that came with it was read. */
export type ReviewWord =
  | {
      readonly act: 'record' | 'already-held';
      readonly form: HeldForm;
      readonly asksHow: boolean;
    }
  /** Why one that is there already was late: once somebody has said, it stands. */
  | { readonly act: 'late-reason'; readonly held: Day; readonly lateReason: string }
  /** What was recorded of that day in Teams was a mistake. */
  | { readonly act: 'not-held'; readonly held: Day }
  /** What the same person said then, today. */
  | { readonly act: 'take-back'; readonly said: Instant }
  | { readonly act: StepAct; readonly review: Day; readonly on?: Day }
  | { readonly act: 'adjourn'; readonly review: Day; readonly until: Day }
  | { readonly act: 'change-date'; readonly review: Day; readonly plannedOn: Day }
  | {
      readonly act: 'ask-sooner';
      readonly review: Day;
      readonly ground: SoonerGround;
      readonly wantedBy: Day | undefined;
    }
  | { readonly act: 'log-concern'; readonly review: Day; readonly text: string }
  | { readonly act: 'raised-midway'; readonly review: Day }
  | { readonly act: 'not-agreed'; readonly review: Day; readonly text: string }
  | { readonly act: 'tell-iro'; readonly what: IroTold['what']; readonly on: Day; readonly text: string }
  /** Which of two days is right, or, without one, that there were two reviews. */
  | {
      readonly act: 'same-or-two';
      readonly days: readonly [Day, Day];
      readonly day: Day | undefined;
    };

/** What is wrong, and at which field: a sentence of `words.reviewForms.problems`. */
export type WordProblem =
  | 'in-the-future'
  | 'before-birth'
  | 'not-looked-after'
  | 'recorded-already'
  | 'recorded-by-another'
  | 'first-day-later'
  | 'how-took-part'
  | 'not-under-four'
  | 'today-or-later'
  | 'too-long-adjourned'
  | 'after-today'
  | 'before-it-was-held'
  | 'after-due';
/** The same, where another review is why: a sentence of `words.reviewForms.besideAnother`. */
export type BesideAnother =
  'first-day-before-it' | 'recorded-near' | 'recorded-near-by-another' | 'before-the-last';
export type Wrong =
  | { readonly field: string; readonly problem: WordProblem }
  | { readonly field: string; readonly problem: BesideAnother; readonly review: Day };

export type Recorded =
  | { readonly kind: 'done' | 'already'; readonly child: Child; readonly fact: ReviewFact | SaidFact }
  | { readonly kind: 'wrong'; readonly wrong: readonly Wrong[] }
  /** There is nothing of which that could be said: no review is coming, or none was held. */
  | { readonly kind: 'no-review' }
  /** An import tells of it too, and cannot be taken back here. */
  | { readonly kind: 'imported' }
  /** The files tell of no care of this child, so that no review is due. */
  | { readonly kind: 'at-home' }
  /** The card is older: that review was held by then, and another one is coming. */
  | { readonly kind: 'held-before'; readonly heldOn: Day }
  | { readonly kind: 'adjourned-before' }
  /** It was said by somebody else, on another day, or is no more. */
  | { readonly kind: 'not-taken-back' };

/** A child's reviews as they are known before something is said of them, and who says it. */
export interface Before {
  readonly child: Child;
  readonly known: readonly ChildFact[];
  readonly timetable: Timetable;
  readonly coming: ComingReview | undefined;
  readonly saying: Saying;
  readonly policy: TimetablePolicy;
}

/** Who said it and when, as a fact keeps it. */
export const signed = ({ by, onBehalfOf, formId, savedAnyway = false, at }: Saying) => ({
  by,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  ...(formId === undefined ? {} : { formId }),
  ...(savedAnyway ? { savedAnyway: true as const } : {}),
  source: 'teams' as const,
  recordedAt: at,
});

export const wrongAt = (field: string, problem: WordProblem): Wrong => ({ field, problem });
