import { z } from 'zod';
import type { FieldProblem } from '../disputes/commands.js';
import { words } from '../words/index.js';
import type { FormState } from './scene.js';
import { bold, line, paragraph, plain, problemRun } from './template.js';

const common = {
  id: z.string().min(1),
  label: z.string().min(1),
  value: z.string(),
  problem: z.array(paragraph).max(1),
  hint: z.array(paragraph).max(1),
};
const asked = { ...common, required: z.boolean(), error: z.string() };
const choiceSchema = z.strictObject({ title: z.string().min(1), value: z.string().min(1) });
export type Choice = z.infer<typeof choiceSchema>;

export const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), ...asked }),
  z.strictObject({ type: z.literal('date'), ...asked }),
  z.strictObject({
    type: z.literal('choice'),
    ...asked,
    /** Titles of `expanded` choices are drawn as Markdown: they are our own words alone. */
    style: z.enum(['compact', 'expanded', 'filtered']),
    several: z.boolean(),
    placeholder: z.string(),
    choices: z.array(choiceSchema),
  }),
  z.strictObject({ type: z.literal('toggle'), ...common }),
  /** A line above a group of fields. */
  z.strictObject({ type: z.literal('heading'), runs: line }),
]);
export type Field = z.infer<typeof fieldSchema>;

export const headingField = (text: string): Field => ({ type: 'heading', runs: [bold(text)] });

interface Ask {
  readonly label: string;
  readonly required?: string;
  readonly hint?: string;
  /** What stands in it until something was typed or chosen. */
  readonly first?: string;
}

/** What was typed before, else the default; the problem found at it. */
function filled(id: string, { label, hint, first }: Ask, form: FormState) {
  const problem = form.problems.find((each: FieldProblem) => each.field === id)?.problem;
  return {
    id,
    label,
    value: form.values[id] ?? first ?? '',
    problem: problem === undefined ? [] : [{ runs: [problemRun(problem)] }],
    hint: hint === undefined ? [] : [{ runs: [plain(hint)] }],
  };
}

function asking(id: string, ask: Ask, form: FormState) {
  return { ...filled(id, ask, form), required: ask.required !== undefined, error: ask.required ?? '' };
}

export const textField = (id: string, ask: Ask, form: FormState): Field => ({
  type: 'text',
  ...asking(id, ask, form),
});

export const dateField = (id: string, ask: Ask, form: FormState): Field => ({
  type: 'date',
  ...asking(id, ask, form),
  error: ask.required ?? words.problems.noDate,
});

export const toggleField = (id: string, ask: Ask, form: FormState): Field => ({
  type: 'toggle',
  ...filled(id, { first: 'false', ...ask }, form),
});

interface AskChoice extends Ask {
  readonly choices: readonly Choice[];
  readonly style: 'compact' | 'expanded' | 'filtered';
  readonly several?: boolean;
  readonly placeholder?: string;
}

export const choiceField = (id: string, ask: AskChoice, form: FormState): Field => ({
  type: 'choice',
  ...asking(id, ask, form),
  error: ask.required ?? words.problems.ofTheList,
  style: ask.style,
  several: ask.several ?? false,
  placeholder: ask.placeholder ?? '',
  choices: [...ask.choices],
});
