import type { Verb } from '../../disputes/commands.js';

/** A press of somebody in the Borough of Exampleton. */
export interface Step {
  /** A London clock: '2026-03-09 14:20'. */
  readonly at: string;
  /** By first name, as the part of the upn before the first dot. */
  readonly by: string;
  readonly verb: Verb;
  /** As the form gives them. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A dispute from its raising to where it stands when the demo opens. */
export interface Story {
  readonly at: string;
  readonly by: string;
  readonly raise: Readonly<Record<string, string>>;
  readonly presses: readonly Step[];
}
