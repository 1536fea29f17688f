import { z } from 'zod';
import { daySchema } from '../calendar/days.js';
import { verbs } from '../disputes/commands.js';
import { type FormAct, type StepAct, formActNames, stepActNames } from '../reviews/acts.js';

const dispute = z.string().regex(/^dispute:[0-9a-f-]{36}$/);
const goodPractice = z.string().regex(/^good-practice:[0-9a-f-]{36}$/);
const person = z.string().startsWith('person:');
const turn = z.coerce.number().int().nonnegative();
const page = z.coerce.number().int().nonnegative().default(0);
/** Pressed on this page of the day's card: that one stays, and what was asked for comes below it. */
const myDay = z.coerce.number().int().nonnegative().optional();
/** However it is spelt, a form is one: its id becomes part of a document's. */
const form = z.uuid().transform((id) => id.toLowerCase());
const saveAnyway = z
  .union([z.literal('true'), z.literal(true)])
  .optional()
  .transform((value) => value !== undefined);

/** A child's reference, and the card on which a press about its reviews stood: that one is drawn anew. */
const ofReviews = { child: z.string().min(1).max(200), card: z.enum(['child', 'morning']).default('child') };

/**
 * What a button gives back. The inputs of its card are merged into the same object by the client, so no input may
 * have one of these names. A button never says who presses it.
 */
export const pressSchema = z.discriminatedUnion('press', [
  z.looseObject({
    press: z.literal('act'),
    verb: z.enum(verbs),
    dispute,
    turn,
    form: form.optional(),
    saveAnyway,
  }),
  z.looseObject({ press: z.literal('raise'), form, saveAnyway }),
  z.looseObject({ press: z.literal('open-form'), verb: z.enum(verbs), dispute, turn }),
  z.looseObject({
    press: z.literal('open-raise'),
    child: z.string().optional(),
    cameFrom: z.literal('midway').optional(),
  }),
  z.looseObject({ press: z.literal('cancel-raise') }),
  z.looseObject({ press: z.literal('open-good-practice'), child: z.string().optional() }),
  z.looseObject({ press: z.literal('good-practice'), form, saveAnyway }),
  z.looseObject({ press: z.literal('cancel-good-practice') }),
  z.looseObject({
    press: z.literal('show-good-practice'),
    goodPractice,
    what: z.enum(['card', 'text']),
    myDay,
  }),
  z.looseObject({ press: z.literal('pass-on'), goodPractice }),
  z.looseObject({ press: z.literal('open-redact-practice'), goodPractice }),
  z.looseObject({ press: z.literal('redact-practice'), goodPractice }),
  z.looseObject({ press: z.literal('open-reassign'), child: ofReviews.child }),
  z.looseObject({ press: z.literal('reassign'), child: ofReviews.child, was: z.string() }),
  z.looseObject({ press: z.literal('open-share'), iro: z.string().optional() }),
  z.looseObject({ press: z.literal('propose-share') }),
  z.looseObject({ press: z.literal('cancel-share') }),
  z.looseObject({
    press: z.literal('share'),
    giver: person,
    shares: z.array(z.object({ to: person, children: z.array(ofReviews.child) })),
  }),
  z.looseObject({ press: z.literal('show-child'), ...ofReviews, what: z.enum(['card', 'text']) }),
  z.looseObject({
    press: z.literal('review-step'),
    ...ofReviews,
    act: z.enum(stepActNames),
    review: daySchema,
  }),
  /** Several rows at once: which are in the input `rows`. */
  z.looseObject({ press: z.literal('review-steps'), card: ofReviews.card, act: z.enum(stepActNames) }),
  /** Why reviews were late: a choice for each, under the name of its row. */
  z.looseObject({ press: z.literal('late-reasons') }),
  z.looseObject({
    press: z.literal('open-review'),
    ...ofReviews,
    act: z.enum(formActNames),
    review: daySchema,
    held: daySchema.optional(),
  }),
  z.looseObject({
    press: z.literal('review'),
    ...ofReviews,
    act: z.enum(formActNames),
    review: daySchema,
    held: daySchema.optional(),
    /** The fields in which what is known already stood. */
    filled: z.array(z.string()).optional(),
    /** A day of which the person was asked whether it is right. */
    sure: daySchema.optional(),
    form,
    saveAnyway,
  }),
  z.looseObject({ press: z.literal('take-back'), ...ofReviews, said: z.iso.datetime() }),
  z.looseObject({
    press: z.literal('same-or-two'),
    ...ofReviews,
    one: daySchema,
    other: daySchema,
    /** Of one review the day on which it was held; without it they are two. */
    day: daySchema.optional(),
  }),
  z.looseObject({ press: z.literal('show'), dispute, what: z.enum(['card', 'text']), page, myDay }),
  z.looseObject({ press: z.literal('file-note'), dispute, child: z.string().optional() }),
  /** As if it had been written: the buttons of help, of lists and of what was not understood. */
  z.looseObject({ press: z.literal('say'), words: z.string().max(500), page }),
]);
export type Press = z.infer<typeof pressSchema>;

const own = new Set([
  'press',
  'verb',
  'dispute',
  'goodPractice',
  'turn',
  'form',
  'saveAnyway',
  'what',
  'page',
  'words',
  'card',
  'act',
  'review',
  'held',
  'filled',
  'sure',
  'myDay',
  'was',
  'giver',
  'shares',
]);

/** What was typed and chosen beside the button: strings alone, under the names of the inputs. */
export function inputsOf(press: Press): Record<string, string> {
  return Object.fromEntries(
    Object.entries(press).filter(
      (entry): entry is [string, string] => !own.has(entry[0]) && typeof entry[1] === 'string',
    ),
  );
}

/** The card on which a press about a child's reviews stood. */
export type ReviewCard = 'child' | 'morning';

/** The data of a button, as it is written into a card. */
export type PressData =
  | {
      press: 'act';
      verb: (typeof verbs)[number];
      dispute: string;
      turn: number;
      form?: string;
      saveAnyway?: 'true';
      [fixed: string]: unknown;
    }
  | { press: 'raise'; form: string; saveAnyway?: 'true' }
  | { press: 'open-form'; verb: (typeof verbs)[number]; dispute: string; turn: number }
  | { press: 'open-raise'; child?: string; cameFrom?: 'midway' }
  | { press: 'show-child'; child: string; card: ReviewCard; what: 'card' | 'text' }
  | { press: 'review-step'; child: string; card: ReviewCard; act: StepAct; review: string }
  | { press: 'review-steps'; card: ReviewCard; act: StepAct }
  | { press: 'open-review'; child: string; card: ReviewCard; act: FormAct; review: string; held?: string }
  | {
      press: 'review';
      child: string;
      card: ReviewCard;
      act: FormAct;
      review: string;
      held?: string;
      filled?: string[];
      sure?: string;
      form: string;
      saveAnyway?: 'true';
    }
  | { press: 'take-back'; child: string; card: ReviewCard; said: string }
  | { press: 'same-or-two'; child: string; card: ReviewCard; one: string; other: string; day?: string }
  | { press: 'open-reassign'; child: string }
  | { press: 'reassign'; child: string; was: string }
  | { press: 'open-share'; iro?: string }
  | { press: 'propose-share' }
  | { press: 'cancel-share' }
  | { press: 'share'; giver: string; shares: readonly { to: string; children: readonly string[] }[] }
  | { press: 'cancel-raise' }
  | { press: 'open-good-practice'; child?: string }
  | { press: 'good-practice'; form: string; saveAnyway?: 'true' }
  | { press: 'cancel-good-practice' }
  | { press: 'show-good-practice'; goodPractice: string; what: 'card' | 'text'; myDay?: number }
  | { press: 'pass-on' | 'open-redact-practice' | 'redact-practice'; goodPractice: string }
  | { press: 'show'; dispute: string; what: 'card' | 'text'; page?: number; myDay?: number }
  | { press: 'file-note'; dispute: string; child?: string }
  | { press: 'late-reasons' }
  | { press: 'say'; words: string; page?: number };
