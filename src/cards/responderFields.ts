import type { Verb } from '../disputes/commands.js';
import { type Asks, everybody, plainWords } from './asking.js';
import { choiceField, dateField } from './fields.js';
import { passReasons } from './history.js';
import { verbName } from './titles.js';
import { judgeRole } from './words.js';

/** What a manager is asked. */
export const responderFields = {
  resolve: ({ dispute, form, text }) => ({
    fields: [
      text('How will this be put right?', 'Say how this will be put right.', `${everybody} ${plainWords}`),
      dateField('byOn', { label: 'By when', hint: 'If you can say already.' }, form),
    ],
    button: `Send to the ${judgeRole(dispute)}`,
    under: `The ${judgeRole(dispute)} decides whether it is resolved.`,
  }),
  disagree: ({ dispute, text }) => ({
    fields: [text('Why do you disagree?', 'Say why you disagree.', `${everybody} ${plainWords}`)],
    button: `Send to the ${judgeRole(dispute)}`,
    under: `The ${judgeRole(dispute)} decides whether to accept the explanation.`,
  }),
  'not-mine': ({ dispute, text }) => ({
    fields: [text('Whose is it, if you know?', undefined, everybody)],
    button: `Send back to the ${judgeRole(dispute)}`,
    under: `It goes back to the ${judgeRole(dispute)}. The due day stays as it is.`,
  }),
  ask: ({ text }) => ({
    fields: [text('What do you want to ask?', 'Write your question.', everybody)],
    button: 'Ask the IRO',
    under: 'A question is not yet an answer: the due day stays as it is.',
  }),
  'pass-up': ({ dispute, scene, form, text }, verb) => ({
    fields: [
      choiceField(
        'reason',
        {
          label: 'Why do you pass it on?',
          required: 'Choose why you pass it on.',
          style: 'expanded',
          choices: Object.entries(passReasons).map(([value, title]) => ({ title, value })),
        },
        form,
      ),
      text('Anything to add', undefined, everybody),
    ],
    button: verbName(verb, dispute, scene),
  }),
} satisfies Partial<Record<Verb, Asks>>;
