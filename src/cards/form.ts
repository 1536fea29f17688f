import { z } from 'zod';
import template from '../../cards/form.json';
import { type Field, fieldSchema } from './fields.js';
import type { FormState, Shown } from './scene.js';
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
  spoken,
} from './template.js';
import { counted, listed } from './words.js';

const render = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    about: z.array(paragraph).max(1),
    warning: z.array(z.strictObject({ lines: z.array(paragraph).min(1) })).max(1),
    words: z.array(labelledSchema),
    fields: z.array(fieldSchema),
    more: z.array(z.strictObject({ open: z.boolean(), fields: z.array(fieldSchema) })).max(1),
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
    return [
      ...noted,
      saying(`This looks as if it has ${listed(form.warned)} in it. It is not saved yet.`),
      saying(
        'Take it out if you can: keep such details on the case file. If it belongs here, save it anyway.',
      ),
    ];
  if (form.problems.length === 0) return noted;
  const fields = form.problems.length;
  return [
    ...noted,
    saying(`This is not saved yet. Please look at ${counted(fields, 'field', 'fields')} below.`),
  ];
}

export function formCard(asked: Form, form: FormState): Shown {
  const lines = warningOf(form);
  const more = asked.more ?? [];
  // Nothing that was filled in or found wrong is hidden.
  const open = more.some(
    (field) =>
      field.type !== 'heading' &&
      ((field.value !== '' && field.value !== 'false') || field.problem.length > 0),
  );
  const card = render({
    speak: `${asked.heading}. ${asked.fields.length === 0 ? '' : 'Fill in the form.'}`.trim(),
    fallbackText: asked.heading,
    heading: [bold(asked.heading)],
    about: asked.about === undefined ? [] : [saying(asked.about)],
    warning: lines.length === 0 ? [] : [{ lines }],
    words: [...(asked.words ?? [])],
    fields: [...asked.fields],
    more: more.length === 0 ? [] : [{ open, fields: [...more] }],
    under: asked.under === undefined ? [] : [saying(asked.under)],
    buttons: [...asked.buttons],
  });
  return { card, summary: asked.summary };
}
