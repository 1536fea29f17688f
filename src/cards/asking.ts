import type { Verb } from '../disputes/commands.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import type { Outcome } from '../policy/policy.js';
import { words } from '../words/index.js';
import { type Choice, type Field, choiceField, textField } from './fields.js';
import type { FormState, Scene, Viewer } from './scene.js';
import { childText, outcomeLabel } from './words.js';

const { forms, problems } = words;

export interface ChildChoice {
  readonly ref: string;
  readonly initials: string;
}

/** The fields of an act, under the names that the act reads; its button, and what happens then. */
export interface AskedFields {
  readonly fields: readonly Field[];
  readonly button: string;
  readonly under?: string;
}

/** What a form needs that the dispute does not know. */
export interface FormOptions {
  /** The choices of *Add a child…*. */
  readonly children?: readonly ChildChoice[];
  /** The first child is no longer looked after. */
  readonly childHasLeft?: boolean;
}

/** What the fields of one act are made from. */
export interface Asking {
  readonly dispute: Dispute;
  readonly viewer: Viewer;
  readonly scene: Scene;
  readonly form: FormState;
  readonly children: readonly ChildChoice[];
  readonly childHasLeft: boolean;
  /** The stage that it is on, and the one above it. */
  readonly stage: string;
  readonly next: string | undefined;
  /** The words of the act. */
  readonly text: (label: string, required?: string, hint?: string, first?: string) => Field;
  readonly changed: Field;
  readonly outcomes: (ids: readonly Outcome[]) => Choice[];
}
export type Asks = (asking: Asking, verb: Verb) => AskedFields;

export function askingOf(
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
  form: FormState,
  { children = [], childHasLeft = false }: FormOptions,
): Asking {
  const [next] = stagesAbove(dispute);
  return {
    dispute,
    viewer,
    scene,
    form,
    children,
    childHasLeft,
    stage: stageOf(dispute)?.id ?? '',
    next,
    text: (label, required, hint, first) =>
      textField(
        'text',
        {
          label,
          ...(required === undefined ? {} : { required }),
          ...(hint === undefined ? {} : { hint }),
          ...(first === undefined ? {} : { first }),
        },
        form,
      ),
    changed: textField('changed', { label: words.typed.changed, hint: forms.plainWords }, form),
    outcomes: (ids) => ids.map((id) => ({ title: outcomeLabel(id, scene.directory.policy), value: id })),
  };
}

export function childField(
  children: readonly ChildChoice[],
  style: 'compact' | 'filtered',
  form: FormState,
): Field {
  const choices = children.map((child) => ({ title: childText(child), value: child.ref }));
  return choiceField(
    'child',
    {
      label: forms.child,
      required: problems.child,
      style,
      placeholder: style === 'filtered' ? forms.typeChild : forms.choose,
      choices,
    },
    form,
  );
}
