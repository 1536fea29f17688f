import { type Choice, choiceField, textField } from './fields.js';
import { saving } from './actForm.js';
import { formCard } from './form.js';
import { passerName } from './goodPractice.js';
import type { FormState, Scene, Shown } from './scene.js';
import { button } from './template.js';
import { childText } from './words.js';

export interface GoodPracticeOptions {
  /** The IRO's own children. */
  readonly children: readonly { readonly ref: string; readonly initials: string }[];
}

/** Note good practice: for a child's worker, or for a team. */
export function goodPracticeForm(scene: Scene, { children }: GoodPracticeOptions, form: FormState): Shown {
  const teams: Choice[] = scene.directory.teams
    .map(({ name }) => ({ title: name, value: name }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  const fields = [
    ...(children.length === 0
      ? []
      : [
          choiceField(
            'child',
            {
              label: 'Child',
              style: 'filtered',
              placeholder: 'Type a reference or initials',
              choices: children.map((child) => ({ title: childText(child), value: child.ref })),
            },
            form,
          ),
        ]),
    choiceField(
      'team',
      {
        label: children.length === 0 ? 'The worker’s team' : 'Or the worker’s team',
        style: 'compact',
        placeholder: 'Choose',
        choices: teams,
      },
      form,
    ),
    textField(
      'text',
      {
        label: 'What was good',
        required: 'Say what was good.',
        hint: 'The worker is told it. No names, addresses or health of a child.',
      },
      form,
    ),
  ];
  return formCard(
    {
      heading: 'Note good practice',
      summary: 'Note good practice',
      fields,
      under: `The ${passerName(scene)} is asked to pass it on to the worker. It is counted apart from ${scene.directory.policy.words.disputes}.`,
      buttons: [
        ...saving(`Send to the ${passerName(scene)}`, { press: 'good-practice', form: form.id }, form),
        button('Cancel', { press: 'cancel-good-practice' }),
      ],
    },
    form,
  );
}
