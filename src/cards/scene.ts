import type { Day, Instant } from '../calendar/days.js';
import type { FieldProblem } from '../disputes/commands.js';
import type { PersonalDetail } from '../disputes/personalDetail.js';
import type { Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import type { Side } from '../people/rights.js';

/** A rendered Adaptive Card, plain JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** A card, and the neutral line that lock screens and the activity feed show instead of it. */
export interface Shown {
  readonly card: Card;
  readonly summary: string;
}

/** What every card needs beside its subject. */
export interface Scene {
  readonly directory: Directory;
  readonly now: Instant;
  readonly today: Day;
}

/** Who looks, and on which sides of the dispute they stand. */
export interface Viewer {
  readonly person: Person;
  readonly sides: ReadonlySet<Side>;
}

/** A form as it stands: what was typed, what is wrong with it, what it was warned of. */
export interface FormState {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  /** Fields in which something stood that was known before: sent empty, they are emptied. */
  readonly filled?: readonly string[];
  readonly problems: readonly FieldProblem[];
  /** The personal-detail check found these: *Save anyway* is offered. */
  readonly warned: readonly PersonalDetail[];
  /** One more line above the fields: what became of the form that was sent before. */
  readonly note?: string;
}
