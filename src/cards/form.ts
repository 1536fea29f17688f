import { z } from 'zod';
import template from '../../cards/form.json';
import type { Day } from '../calendar/days.js';
import { personalDetails } from '../disputes/personalDetail.js';
import { words } from '../words/index.js';
import { type Field, fieldSchema } from './fields.js';
import type { FormState, Scene, Shown } from './scene.js';
import {
  type CardAction,
  type Labelled,
  actions,
  bold,
  cardTemplate,
  labelledSchema,
  line,
  paragraph,
  plain,
  problemRun,
  spoken,
} from './template.js';
import { listed } from './words.js';

const { forms, refusals } = words;

const render = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    about: z.array(paragraph).max(1),
    warning: z.array(z.strictObject({ lines: z.array(paragraph).min(1) })).max(1),
    words: z.array(labelledSchema),
    fields: z.array(fieldSchema),
    more: z
      .array(z.strictObject({ title: z.string(), open: z.boolean(), fields: z.array(fieldSchema) }))
      .max(1),
    under: z.array(paragraph).max(1),
    buttons: actions,
  }),
  template,
);

/** A form as it is asked for; what was typed and what is wrong with it come with its fields. */
export interface Form {
  readonly heading: string;
  readonly about?: string;
  readonly summary: string;
  readonly words?: readonly Labelled[];
  readonly fields: readonly Field[];
  /** Under *More details*. */
  readonly more?: readonly Field[];
  /** What happens with it, under the fields. */
  readonly under?: string;
  readonly buttons: readonly CardAction[];
}

const saying = (text: string) => ({ runs: [plain(text)] });

/** The lines above a form: what became of the one before, or why this one was not saved. Everything in it is kept. */
function warningOf(form: FormState) {
  const noted = form.note === undefined ? [] : [saying(form.note)];
  if (form.warned.length > 0)
    return [...noted, saying(refusals.personalDetail(listed(form.warned))), saying(refusals.takeItOut)];
  if (form.problems.length === 0) return noted;
  return [...noted, saying(refusals.lookBelow(form.problems.length))];
}

/** The personal-detail check says at each field what it found there, as a refusal says its reason. */
const marking =
  (form: FormState, today: Day) =>
  (field: Field): Field => {
    if (form.warned.length === 0 || field.type !== 'text' || field.problem.length > 0) return field;
    const found = personalDetails(field.value, today);
    return found.length === 0
      ? field
      : { ...field, problem: [{ runs: [problemRun(refusals.detailHere(listed(found)))] }] };
  };

export function formCard(asked: Form, form: FormState, { today }: Pick<Scene, 'today'>): Shown {
  const lines = warningOf(form);
  const fields = asked.fields.map(marking(form, today));
  const more = asked.more ?? [];
  // Nothing that was filled in or found wrong is hidden.
  const open = more.some(
    (field) =>
      field.type !== 'heading' &&
      ((field.value !== '' && field.value !== 'false') || field.problem.length > 0),
  );
  const card = render({
    speak: (asked.fields.length === 0 ? forms.toRead : forms.fillIn)(asked.heading),
    fallbackText: asked.heading,
    heading: [bold(asked.heading)],
    about: asked.about === undefined ? [] : [saying(asked.about)],
    warning: lines.length === 0 ? [] : [{ lines }],
    words: [...(asked.words ?? [])],
    fields,
    more: more.length === 0 ? [] : [{ title: forms.more, open, fields: [...more] }],
    under: asked.under === undefined ? [] : [saying(asked.under)],
    buttons: [...asked.buttons],
  });
  return { card, summary: asked.summary };
}
