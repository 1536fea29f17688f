import { z } from 'zod';
import { daySchema } from '../calendar/days.js';
import { outcomeIds } from '../policy/policy.js';
import { figure } from '../words/grammar.js';
import { words } from '../words/index.js';

const { problems } = words;

/** What a person may type in one field. */
export const longestText = 4000;

const tooLong = problems.tooLong(figure(longestText));
/** Blanks, and marks that nobody sees, are no words. */
const says = (words: string) => /[^\s\p{Cf}]/u.test(words);
/** Words that must be there; `problem` says so at the field. */
export const required = (problem: string) =>
  z.string(problem).trim().max(longestText, tooLong).refine(says, problem);
export const optionalText = z.string().trim().max(longestText, tooLong).default('');
const day = z.string(problems.date).refine((text) => daySchema.safeParse(text).success, problems.date);
export const requiredDay = day;
export const optionalDay = day.optional();
export const ticked = z
  .enum(['true', 'false'], problems.oneOfTheList)
  .default('false')
  .transform((value) => value === 'true');
const several = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
export const choice = <const V extends readonly [string, ...string[]]>(values: V, problem: string) =>
  z.enum(values, { error: problem });

/** The fields of each act, as a form gives them: strings. An empty field counts as not given. */
export const actFields = {
  acknowledge: z.object({}),
  resolve: z.object({ text: required(problems.putRight), byOn: optionalDay }),
  disagree: z.object({ text: required(problems.whyDisagree) }),
  'not-mine': z.object({ text: optionalText }),
  'send-to': z.object({}),
  ask: z.object({ text: required(problems.question) }),
  'answer-question': z.object({ text: required(problems.answer) }),
  'pass-up': z.object({
    reason: choice(['not-my-decision', 'needs-funding', 'other'], problems.whyPassedOn),
    text: optionalText,
  }),
  escalate: z.object({ to: z.string().optional(), text: required(problems.whyEscalated) }),
  'more-time': z.object({ dueOn: requiredDay, text: required(problems.whyMoreTime) }),
  agree: z.object({
    outcome: choice(['plan-changed', 'action-done', 'explanation-accepted'], problems.outcome),
    checkOn: optionalDay,
    changed: optionalText,
  }),
  'accept-explanation': z.object({}),
  'not-resolved': z.object({
    text: required(problems.stillNotRight),
    next: choice(['back', 'up'], problems.whoNext),
  }),
  done: z.object({}),
  'not-done': z.object({
    text: required(problems.notDone),
    stage: choice(['same', 'next'], problems.whoNext).default('same'),
  }),
  sorted: z.object({}),
  'make-formal': z.object({ stage: z.string().optional() }),
  close: z.object({
    outcome: choice(outcomeIds, problems.outcome),
    text: required(problems.whyClosed),
    changed: optionalText,
  }),
  withdraw: z.object({ text: required(problems.whyWithdrawn) }),
  note: z.object({ text: required(problems.note) }),
  cafcass: z.object({ referredOn: requiredDay, text: required(problems.whyCafcass) }),
  advice: z.object({
    from: choice(['legal', 'cafcass'], problems.whoseAdvice),
    takenOn: requiredDay,
    text: optionalText,
  }),
  'add-child': z.object({ child: z.string(problems.child).min(1, problems.child) }),
  'on-file': z.object({ child: z.string(problems.child).min(1, problems.child) }),
  redact: z.object({
    target: z.coerce.number({ error: problems.whoseWords }).int(),
    text: required(problems.whyReplaced),
  }),
} as const satisfies Record<string, z.ZodType>;

export type Verb = keyof typeof actFields;
export type Fields<V extends Verb> = z.infer<(typeof actFields)[V]>;
export const verbs = Object.keys(actFields) as [Verb, ...Verb[]];

/** A press on a dispute: what the card gives back, and what was typed. Who pressed comes from the activity alone. */
export const actSchema = z.object({
  verb: z.enum(verbs),
  dispute: z.string().startsWith('dispute:'),
  /** The turn that the card was drawn at. */
  seenTurn: z.number().int().nonnegative(),
  /** Made when a form was drawn: the same form sent twice is one act. */
  formId: z.uuid().optional(),
  fields: z.record(z.string(), z.string()),
});
export type Act = z.infer<typeof actSchema>;

/** The form that raises a dispute. */
export const raiseFields = z.object({
  child: z.string(problems.child).min(1, problems.child),
  family: ticked,
  kind: choice(['informal', 'formal'], problems.kind),
  theme: z.string(problems.theme).min(1, problems.theme),
  otherThemes: several,
  worrying: required(problems.worrying),
  right: optionalText,
  spokenTo: z.enum(['social-worker', 'manager', 'nobody-yet'], problems.oneOfTheList).default('nobody-yet'),
  sorted: ticked,
  sendToManager: ticked,
  stage: z.string().optional(),
  lookAgainOn: optionalDay,
  systemFault: ticked,
  resources: ticked,
  cameFrom: z
    .enum(['review', 'midway', 'between-reviews', 'child-told-me'], problems.oneOfTheList)
    .optional(),
});
export type RaiseFields = z.infer<typeof raiseFields>;

/** The form that notes good practice: for a child, or for a team alone. */
export const goodPracticeFields = z.object({
  child: z.string().optional(),
  team: z.string().optional(),
  text: required(problems.good),
});

/** One sentence at one field. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** Checks fields once; a missing or empty field counts as not given. */
export function readFields<S extends z.ZodType>(
  schema: S,
  fields: Readonly<Record<string, string>>,
): { ok: true; fields: z.infer<S> } | { ok: false; problems: FieldProblem[] } {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, fields: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      problem: issue.message,
    })),
  };
}
