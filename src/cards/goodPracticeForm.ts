import { words } from '../words/index.js';
import { type Choice, choiceField, textField } from './fields.js';
import { saving } from './actForm.js';
import { formCard } from './form.js';
import { passerName, subjectOf } from './goodPractice.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { FormState, Scene, Shown } from './scene.js';
import { button } from './template.js';
import { childText } from './words.js';

const { acts, forms, problems } = words;
const says = words.goodPractice.form;

export interface GoodPracticeOptions {
  /** The IRO's own children. */
  readonly children: readonly { readonly ref: string; readonly initials: string }[];
}

/** A lead says why the words of a note are replaced. */
export const redactPracticeForm = (note: GoodPractice, scene: Scene, form: FormState): Shown =>
  formCard(
    {
      heading: says.redact,
      about: subjectOf(note),
      summary: says.redact,
      fields: [textField('text', { label: forms.redact.text, required: problems.whyReplaced }, form)],
      under: forms.redact.under,
      buttons: [
        button(
          forms.redact.send,
          { press: 'redact-practice', goodPractice: note.id },
          { style: 'positive', withInputs: true },
        ),
        button(acts.cancel, { press: 'show-good-practice', goodPractice: note.id, what: 'card' }),
      ],
    },
    form,
    scene,
  );

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
              label: forms.child,
              style: 'filtered',
              placeholder: forms.typeChild,
              choices: children.map((child) => ({ title: childText(child), value: child.ref })),
            },
            form,
          ),
        ]),
    choiceField(
      'team',
      {
        label: children.length === 0 ? says.team : says.orTeam,
        style: 'compact',
        placeholder: forms.choose,
        ...(children.length === 0 ? { required: problems.teamOfTheList } : {}),
        choices: teams,
      },
      form,
    ),
    textField(
      'text',
      {
        label: words.goodPractice.text,
        required: problems.good,
        hint: says.textHint,
      },
      form,
    ),
  ];
  return formCard(
    {
      heading: says.heading,
      summary: says.heading,
      fields,
      under: says.under(passerName(scene), scene.directory.policy.words.disputes),
      buttons: [
        ...saving(forms.sendTo(passerName(scene)), { press: 'good-practice', form: form.id }, form),
        button(acts.cancel, { press: 'cancel-good-practice' }),
      ],
    },
    form,
    scene,
  );
}
