import { z } from 'zod';
import { choice, optionalDay, optionalText, required, requiredDay, ticked } from '../disputes/commands.js';
import { participationCodes } from '../policy/policy.js';
import type { FormAct } from '../reviews/acts.js';
import { parentsParts, seenAloneAnswers, soonerGrounds } from '../reviews/said.js';
import { words } from '../words/index.js';

const { problems } = words;
const says = words.reviewForms.problems;

const held = z.looseObject({
  heldOn: requiredDay,
  withoutMeeting: ticked,
  firstOn: optionalDay,
  participation: z.enum(participationCodes, problems.oneOfTheList).optional(),
  parents: z.enum(parentsParts, problems.oneOfTheList).optional(),
  parentsWhy: optionalText,
  seenAlone: z.enum(seenAloneAnswers, problems.oneOfTheList).optional(),
  lateReason: z.string().optional(),
  outcome: optionalText,
  notHeld: ticked,
});

/** What each form about a review gives back: strings. The service's own questions are `question:` and their id. */
export const reviewFields = {
  record: held,
  'already-held': held,
  adjourn: z.object({ until: requiredDay }),
  'change-date': z.object({ plannedOn: requiredDay }),
  'ask-sooner': z.object({ ground: choice(soonerGrounds, says.ground), wantedBy: optionalDay }),
  'decisions-sent-on': z.object({ on: requiredDay }),
  'record-sent-on': z.object({ on: requiredDay }),
  'log-concern': z.object({
    text: required(says.concern),
    further: choice(['log', 'raise'], problems.oneOfTheList).default('log'),
  }),
  'not-agreed': z.object({ text: required(says.notAgreed) }),
  'tell-iro': z.object({
    about: choice(['court', 'placement', 'plan', 'worker'], says.what),
    on: requiredDay,
    text: optionalText,
  }),
} as const satisfies Record<FormAct, z.ZodType>;

/** The fields in which somebody types. */
export const typedReviewFields = ['text', 'parentsWhy', 'outcome'] as const;
