import type { Policy } from '../policy/policy.js';
import { saving } from './actForm.js';
import { type Choice, choiceField, dateField, headingField, textField, toggleField } from './fields.js';
import { formCard } from './form.js';
import type { FormState, Scene, Shown } from './scene.js';
import { stageChoices } from './stageChoices.js';
import { button } from './template.js';
import { childText, themeLabel } from './words.js';

export interface RaiseOptions {
  /** The IRO's own children. */
  readonly children: readonly { readonly ref: string; readonly initials: string; readonly family?: string }[];
  /** Whose stages the dispute would climb, where it is known: vacant ones are named. */
  readonly team?: string;
}

function themeChoices(policy: Policy): Choice[] {
  return policy.themes
    .flatMap(({ id, sub }) => [id, ...sub.map((each) => `${id}/${each.id}`)])
    .map((value) => ({ title: themeLabel(value, policy, 'sub'), value }));
}

/** Raise. Lines for informal and for formal are both there; those of the other kind are ignored. */
export function raiseForm(scene: Scene, options: RaiseOptions, form: FormState): Shown {
  const policy = scene.directory.policy;
  const themes = themeChoices(policy);
  const children = options.children.map((child) => ({ title: childText(child), value: child.ref }));
  if (children.length === 0) return nobodyToRaiseFor(form);
  const fields = [
    choiceField(
      'child',
      {
        label: 'Child',
        required: 'Choose a child.',
        style: 'filtered',
        placeholder: 'Type a reference or initials',
        choices: children,
      },
      form,
    ),
    toggleField('family', { label: 'and the other children of this family' }, form),
    choiceField(
      'kind',
      {
        label: 'Kind',
        required: 'Choose informal or formal.',
        style: 'expanded',
        first: 'informal',
        choices: [
          { title: 'Informal', value: 'informal' },
          { title: 'Formal', value: 'formal' },
        ],
      },
      form,
    ),
    choiceField(
      'theme',
      {
        label: 'Theme',
        required: 'Choose a theme.',
        style: 'filtered',
        placeholder: 'Type to search',
        choices: themes,
      },
      form,
    ),
    choiceField(
      'otherThemes',
      {
        label: 'Other themes',
        style: 'filtered',
        several: true,
        placeholder: 'Type to search',
        choices: themes,
      },
      form,
    ),
    textField(
      'worrying',
      {
        label: 'What is worrying you for this child',
        required: 'Say what is worrying you for this child.',
        hint: 'Plain and fair; the child may read it one day. No names, addresses or health.',
      },
      form,
    ),
    textField('right', { label: 'What would put it right, and by when' }, form),
    headingField('For informal'),
    choiceField(
      'spokenTo',
      {
        label: 'Spoken to',
        style: 'expanded',
        first: 'nobody-yet',
        choices: [
          { title: 'Social worker', value: 'social-worker' },
          { title: 'Manager', value: 'manager' },
          { title: 'Nobody yet', value: 'nobody-yet' },
        ],
      },
      form,
    ),
    toggleField('sorted', { label: 'Already sorted' }, form),
    toggleField('sendToManager', { label: 'Send to the team manager' }, form),
    headingField('For formal'),
    choiceField(
      'stage',
      {
        label: 'Start with',
        style: 'compact',
        first: policy.ladder[0]?.id ?? '',
        choices: stageChoices(policy.ladder, options.team, scene),
      },
      form,
    ),
  ];
  const more = [
    dateField(
      'lookAgainOn',
      { label: 'Look again on', hint: 'For informal only. Left empty: in 5 working days.' },
      form,
    ),
    choiceField(
      'cameFrom',
      {
        label: 'Came from',
        style: 'compact',
        placeholder: 'Choose',
        choices: [
          { title: 'A review', value: 'review' },
          { title: 'Midway between reviews', value: 'midway' },
          { title: 'Between reviews', value: 'between-reviews' },
          { title: 'The child told me', value: 'child-told-me' },
        ],
      },
      form,
    ),
    toggleField('systemFault', { label: 'System fault', hint: 'A computer, not a plan.' }, form),
    toggleField('resources', { label: 'Resources', hint: 'Placement, staff or money.' }, form),
  ];
  return formCard(
    {
      heading: `Raise`,
      summary: `Raise`,
      fields,
      more,
      buttons: [
        ...saving('Raise', { press: 'raise', form: form.id }, form),
        button('Cancel', { press: 'cancel-raise' }),
      ],
    },
    form,
  );
}

const nobodyToRaiseFor = (form: FormState): Shown =>
  formCard(
    {
      heading: 'Raise',
      summary: 'Raise',
      fields: [],
      under: 'No child is allocated to you. Ask business support to bring the list up to date.',
      buttons: [button('Cancel', { press: 'cancel-raise' })],
    },
    form,
  );
