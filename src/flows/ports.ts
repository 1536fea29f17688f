import type { Instant } from '../calendar/days.js';
import type { Directory } from '../people/directory.js';
import type { Store } from '../store/store.js';

/** What may be said of a happening: ids and counts, never words that a person typed, never a name. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** What every flow is given. Time, ids and the outside come in here and nowhere else. */
export interface Ports {
  readonly store: Store;
  readonly now: () => Instant;
  /** A fresh UUID. */
  readonly newId: () => string;
  /**
   * Who is who and the policy, from memory: at most 15 seconds old, for a press. Who is told of what is decided by who
   * is who `now`: a stage that has just got another holder is never told to the one before.
   */
  readonly directory: (when?: 'now') => Promise<Directory>;
  /**
   * A person, a team or the policy was saved: every cache looks again, this one at once. `hands`: with it, perhaps, who
   * has what; `arrived`: to whom children came, by person id.
   */
  readonly directoryChanged: (what?: {
    readonly hands: boolean;
    readonly arrived?: readonly string[];
  }) => Promise<void>;
  /** Something was saved that is to be told: do not wait for the next sweep. */
  readonly nudge: () => void;
  readonly log: Log;
}
