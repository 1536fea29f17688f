import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import { type Asks, everybody, plainWords } from './asking.js';
import { lapseReason } from './disputeButtons.js';
import { type Choice, type Field, choiceField, dateField } from './fields.js';
import type { FormState, Scene } from './scene.js';
import { stageChoices } from './stageChoices.js';
import { standingOf } from './standing.js';
import { dayWithLeft, listed, stageLabel, stageName } from './words.js';

const resolved = ['plan-changed', 'action-done', 'explanation-accepted'] as const;
/** *Withdraw…* has a button of its own; *superseded* is offered when the child has left. */
const closing = [
  'plan-changed',
  'action-done',
  'explanation-accepted',
  'stands-not-agreed',
  'raised-in-error',
] as const;

/** It is to be done by a later day: that it was done is not taken for granted. */
function isPromised(dispute: Dispute, { today }: Scene): boolean {
  if (dispute.status !== 'answered') return false;
  const { event } = dispute.answer;
  return dispute.history.some(
    ({ seq, ...each }) => seq === event && each.kind === 'offered' && (each.byOn ?? '') > today,
  );
}

/** What the IRO, or a lead who judges, is asked. */
export const iroFields = {
  'answer-question': ({ text }) => ({
    fields: [text('Your answer', 'Write your answer.', `${everybody} ${plainWords}`)],
    button: 'Answer',
    under: 'The due day stays as it is.',
  }),
  escalate: ({ dispute, scene, form, text, next }) => {
    const lapsed = standingOf(dispute, scene) === 'lapsed';
    return {
      fields: [
        text(
          'Why do you escalate?',
          'Say why you escalate.',
          everybody,
          lapsed ? lapseReason(dispute, scene) : undefined,
        ),
        choiceField(
          'to',
          {
            label: 'To',
            required: 'Choose a stage.',
            style: 'compact',
            first: next ?? '',
            choices: climbing(dispute, scene),
          },
          form,
        ),
      ],
      button: 'Escalate',
    };
  },
  'more-time': ({ dispute, scene, form, text }) => {
    const total = dispute.formal?.totalDueOn;
    return {
      fields: [
        dateField('dueOn', { label: 'Until', required: 'Choose a date.' }, form),
        text('Why', 'Say why more time is right.', everybody),
      ],
      button: 'Allow more time',
      ...(total === undefined
        ? {}
        : { under: `All stages together should end by ${dayWithLeft(total, scene)}.` }),
    };
  },
  agree: ({ dispute, scene, form, changed, outcomes }) => ({
    fields: [
      choiceField(
        'outcome',
        {
          label: 'Outcome',
          required: 'Choose an outcome.',
          style: 'compact',
          ...(isPromised(dispute, scene) ? { placeholder: 'Choose' } : { first: 'action-done' }),
          choices: outcomes(resolved),
        },
        form,
      ),
      dateField(
        'checkOn',
        {
          label: 'Check on',
          hint: 'Leave it empty to close it now. With a date it stays open, and you are asked on that day.',
        },
        form,
      ),
      changed,
    ],
    button: 'Agree',
  }),
  'not-resolved': ({ scene, form, text, stage, next }) => ({
    fields: [
      text('What is still not right?', 'Say what is still not right.', `${everybody} ${plainWords}`),
      whoNext('next', 'back', [`Back to the ${stageName(stage, scene)}`, 'back'], next, 'up', scene, form),
    ],
    button: 'Not resolved',
  }),
  'not-done': ({ scene, form, text, stage, next }) => ({
    fields: [
      text('What has not been done?', 'Say what has not been done.', `${everybody} ${plainWords}`),
      whoNext('stage', 'same', [`Back to the ${stageName(stage, scene)}`, 'same'], next, 'next', scene, form),
    ],
    button: 'Not done',
    under: 'It opens again under the same number.',
  }),
  'make-formal': ({ dispute, scene, form }) => ({
    fields: [
      choiceField(
        'stage',
        {
          label: 'Start with',
          required: 'Choose a stage.',
          style: 'compact',
          first: dispute.kept.ladder[0]?.id ?? '',
          choices: stageChoices(dispute.kept.ladder, dispute.team, scene),
        },
        form,
      ),
    ],
    button: 'Make formal',
    under: 'It keeps its number. The working days count from today.',
  }),
  close: ({ form, childHasLeft, text, changed, outcomes }) => ({
    fields: [
      choiceField(
        'outcome',
        {
          label: 'Outcome',
          required: 'Choose an outcome.',
          style: 'compact',
          placeholder: 'Choose',
          choices: outcomes(childHasLeft ? [...closing, 'superseded'] : closing),
        },
        form,
      ),
      text('Why is it closed, in one line?', 'Say in one line why it is closed.', everybody),
      changed,
    ],
    button: 'Close',
    under: 'A closed one is not opened again: raise a new one if you need to.',
  }),
  withdraw: ({ text }) => ({
    fields: [text('Why is it withdrawn, in one line?', 'Say in one line why it is withdrawn.', everybody)],
    button: 'Withdraw',
    under: 'This ends it, and it stays in the history.',
  }),
} satisfies Partial<Record<Verb, Asks>>;

/** The next stage is an escalation; a later one says which it leaves out. */
function climbing(dispute: Dispute, scene: Scene): Choice[] {
  const above = stagesAbove(dispute);
  return above.map((stage, index) => {
    const label = stageLabel(stage, scene.directory.policy);
    const left = above.slice(0, index).map((each) => `the ${stageName(each, scene)}`);
    return { title: left.length === 0 ? label : `${label} (leaves out ${listed(left)})`, value: stage };
  });
}

function whoNext(
  id: string,
  first: string,
  [backTitle, backValue]: readonly [string, string],
  next: string | undefined,
  upValue: string,
  scene: Scene,
  form: FormState,
): Field {
  const choices = [
    { title: backTitle, value: backValue },
    ...(next === undefined ? [] : [{ title: `Up to the ${stageName(next, scene)}`, value: upValue }]),
  ];
  return choiceField(
    id,
    { label: 'Who has it next', required: 'Choose who has it next.', style: 'compact', first, choices },
    form,
  );
}
