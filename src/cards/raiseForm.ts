import type { Policy } from '../policy/policy.js';
import { words } from '../words/index.js';
import { saving } from './actForm.js';
import { type Choice, choiceField, dateField, headingField, textField, toggleField } from './fields.js';
import { formCard } from './form.js';
import type { FormState, Scene, Shown } from './scene.js';
import { stageChoices } from './stageChoices.js';
import { button } from './template.js';
import { childText, themeLabel } from './words.js';

const { acts, forms, problems, raise } = words;
const { cameFrom, cameFromChoices, resources, spokenTo, spokenToChoices, systemFault, otherThemes } =
  words.dispute;

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
  if (children.length === 0) return nobodyToRaiseFor(form, scene);
  const fields = [
    choiceField(
      'child',
      {
        label: forms.child,
        required: problems.child,
        style: 'filtered',
        placeholder: forms.typeChild,
        choices: children,
      },
      form,
    ),
    toggleField('family', { label: raise.family }, form),
    choiceField(
      'kind',
      {
        label: raise.kind,
        required: problems.kind,
        style: 'expanded',
        first: 'informal',
        choices: [
          { title: raise.informal, value: 'informal' },
          { title: raise.formal, value: 'formal' },
        ],
      },
      form,
    ),
    choiceField(
      'theme',
      {
        label: raise.theme,
        required: problems.theme,
        style: 'filtered',
        placeholder: raise.typeTheme,
        choices: themes,
      },
      form,
    ),
    choiceField(
      'otherThemes',
      {
        label: otherThemes,
        style: 'filtered',
        several: true,
        placeholder: raise.typeTheme,
        choices: themes,
      },
      form,
    ),
    textField(
      'worrying',
      {
        label: raise.worrying,
        required: problems.worrying,
        hint: raise.worryingHint,
      },
      form,
    ),
    textField('right', { label: raise.right }, form),
    headingField(raise.forInformal),
    choiceField(
      'spokenTo',
      {
        label: spokenTo,
        style: 'expanded',
        first: 'nobody-yet',
        choices: [
          { title: raise.socialWorker, value: 'social-worker' },
          { title: raise.manager, value: 'manager' },
          { title: spokenToChoices['nobody-yet'], value: 'nobody-yet' },
        ],
      },
      form,
    ),
    toggleField('sorted', { label: raise.sorted }, form),
    toggleField('sendToManager', { label: raise.sendToManager }, form),
    headingField(raise.forFormal),
    choiceField(
      'stage',
      {
        label: forms.startWith,
        style: 'compact',
        first: policy.ladder[0]?.id ?? '',
        choices: stageChoices(policy.ladder, options.team, scene),
      },
      form,
    ),
  ];
  const more = [
    dateField('lookAgainOn', { label: raise.lookAgainOn, hint: raise.lookAgainHint }, form),
    choiceField(
      'cameFrom',
      {
        label: cameFrom,
        style: 'compact',
        placeholder: forms.choose,
        choices: Object.entries(cameFromChoices).map(([value, title]) => ({ title, value })),
      },
      form,
    ),
    toggleField('systemFault', { label: systemFault, hint: raise.systemFaultHint }, form),
    toggleField('resources', { label: resources, hint: raise.resourcesHint }, form),
  ];
  return formCard(
    {
      heading: raise.heading,
      summary: raise.heading,
      fields,
      more,
      buttons: [
        ...saving(acts.raise, { press: 'raise', form: form.id }, form),
        button(acts.cancel, { press: 'cancel-raise' }),
      ],
    },
    form,
    scene,
  );
}

const nobodyToRaiseFor = (form: FormState, scene: Scene): Shown =>
  formCard(
    {
      heading: raise.heading,
      summary: raise.heading,
      fields: [],
      under: raise.nobody,
      buttons: [button(acts.cancel, { press: 'cancel-raise' })],
    },
    form,
    scene,
  );
