import { z } from 'zod';
import template from '../../cards/note-to-copy.json';
import { actions, cardTemplate, line, spoken } from './template.js';

/** Words in a field, ready to copy: for a case file, or a figure to take away. */
export const noteToCopy = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    about: line,
    label: z.string(),
    note: z.string().min(1),
    hint: line,
    buttons: actions,
  }),
  template,
);
