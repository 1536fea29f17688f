import type { Day } from '../calendar/days.js';
import type { Period } from '../calendar/periods.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { Directory } from '../people/directory.js';
import type { Child } from '../reviews/child.js';
import type { Recording } from './recording.js';
import type { Report } from './report.js';
import type { Splitter } from './splits.js';

/** What a report is made from: whole histories, and children with all their facts, whoever recorded them. */
export interface Sources {
  readonly histories: readonly (readonly DisputeEvent[])[];
  readonly goodPractice: readonly GoodPractice[];
  readonly children: readonly Child[];
  /**
   * The area of whoever reads. Disputes of its teams alone are here; children are all here, for which of them count is
   * told by the allocation that a split goes by, and an IRO's load is of all of theirs. Absent: everybody is counted.
   */
  readonly area?: string | undefined;
  /** Who was there to record disputes. */
  readonly recording: Recording;
  /** Of which days the files tell of every review. */
  readonly reviewRecording: Recording;
  readonly directory: Directory;
}

/** Whose figures: some of the groups of a split, counted as that split counts them. */
export interface Only {
  readonly by: Splitter;
  /** Names of teams or areas, ids of people or themes; '' of what is not recorded. */
  readonly keys: readonly string[];
  /** Of disputes the formal ones alone: an informal one is nobody's but the IRO's. */
  readonly formal?: boolean;
}

export interface Asked {
  readonly period: Period;
  readonly asAt: Day;
  /** A period that stands beside this one: what either of them has has a row in both. */
  readonly beside?: Period | undefined;
  readonly by?: Splitter | undefined;
  /** The measure that a split spreads; absent: the one that the report opens with, for disputes how many were raised. */
  readonly measure?: string | undefined;
  /** Absent: everybody's. */
  readonly only?: Only | undefined;
}

/** What a report says of what was asked. */
export type Told = Pick<Report, 'notes' | 'measures'>;
