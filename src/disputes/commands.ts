import { z } from 'zod';
import { daySchema } from '../calendar/days.js';
import { outcomeIds } from '../policy/policy.js';

/** What a person may type in one field. */
export const longestText = 4000;

const tooLong = `This is longer than ${longestText.toLocaleString('en-GB')} characters: shorten it, or keep the long version on the case file.`;
/** Blanks, and marks that nobody sees, are no words. */
const says = (words: string) => /[^\s\p{Cf}]/u.test(words);
const required = (problem: string) =>
  z.string(problem).trim().max(longestText, tooLong).refine(says, problem);
const optionalText = z.string().trim().max(longestText, tooLong).default('');
const noDate = 'Choose a date.';
const day = z.string(noDate).refine((text) => daySchema.safeParse(text).success, noDate);
const requiredDay = day;
const optionalDay = day.optional();
const ticked = z
  .enum(['true', 'false'])
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
const choice = <const V extends readonly [string, ...string[]]>(values: V, problem: string) =>
  z.enum(values, { error: problem });

/** The fields of each act, as a form gives them: strings. An empty field counts as not given. */
export const actFields = {
  acknowledge: z.object({}),
  resolve: z.object({ text: required('Say how this will be put right.'), byOn: optionalDay }),
  disagree: z.object({ text: required('Say why you disagree.') }),
  'not-mine': z.object({ text: optionalText }),
  'send-to': z.object({}),
  ask: z.object({ text: required('Write your question.') }),
  'answer-question': z.object({ text: required('Write your answer.') }),
  'pass-up': z.object({
    reason: choice(['not-my-decision', 'needs-funding', 'other'], 'Choose why you pass it on.'),
    text: optionalText,
  }),
  escalate: z.object({ to: z.string().optional(), text: required('Say why you escalate.') }),
  'more-time': z.object({ dueOn: requiredDay, text: required('Say why more time is right.') }),
  agree: z.object({
    outcome: choice(['plan-changed', 'action-done', 'explanation-accepted'], 'Choose an outcome.'),
    checkOn: optionalDay,
    changed: optionalText,
  }),
  'accept-explanation': z.object({}),
  'not-resolved': z.object({
    text: required('Say what is still not right.'),
    next: choice(['back', 'up'], 'Choose who has it next.'),
  }),
  done: z.object({}),
  'not-done': z.object({
    text: required('Say what has not been done.'),
    stage: choice(['same', 'next'], 'Choose who has it next.').default('same'),
  }),
  sorted: z.object({}),
  'make-formal': z.object({ stage: z.string().optional() }),
  close: z.object({
    outcome: choice(outcomeIds, 'Choose an outcome.'),
    text: required('Say in one line why it is closed.'),
    changed: optionalText,
  }),
  withdraw: z.object({ text: required('Say in one line why it is withdrawn.') }),
  note: z.object({ text: required('Write your note.') }),
  cafcass: z.object({ referredOn: requiredDay, text: required('Say why it is referred to Cafcass.') }),
  advice: z.object({
    from: choice(['legal', 'cafcass'], 'Choose whose advice it was.'),
    takenOn: requiredDay,
    text: optionalText,
  }),
  'add-child': z.object({ child: z.string('Choose a child.').min(1, 'Choose a child.') }),
  'on-file': z.object({ child: z.string('Choose a child.').min(1, 'Choose a child.') }),
  redact: z.object({
    target: z.coerce.number({ error: 'Choose whose words are to be replaced.' }).int(),
    text: required('Say why the words are replaced.'),
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
  child: z.string('Choose a child.').min(1, 'Choose a child.'),
  family: ticked,
  kind: choice(['informal', 'formal'], 'Choose informal or formal.'),
  theme: z.string('Choose a theme.').min(1, 'Choose a theme.'),
  otherThemes: several,
  worrying: required('Say what is worrying you for this child.'),
  right: optionalText,
  spokenTo: z.enum(['social-worker', 'manager', 'nobody-yet']).default('nobody-yet'),
  sorted: ticked,
  sendToManager: ticked,
  stage: z.string().optional(),
  lookAgainOn: optionalDay,
  systemFault: ticked,
  resources: ticked,
  cameFrom: z.enum(['review', 'midway', 'between-reviews', 'child-told-me']).optional(),
});
export type RaiseFields = z.infer<typeof raiseFields>;

/** The form that notes good practice: for a child, or for a team alone. */
export const goodPracticeFields = z.object({
  child: z.string().optional(),
  team: z.string().optional(),
  text: required('Say what was good.'),
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
