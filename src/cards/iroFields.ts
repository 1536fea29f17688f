import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import { words } from '../words/index.js';
import type { Asks } from './asking.js';
import { lapseReason } from './disputeButtons.js';
import { type Choice, type Field, choiceField, dateField } from './fields.js';
import type { FormState, Scene } from './scene.js';
import { stageChoices } from './stageChoices.js';
import { standingOf } from './standing.js';
import { dayWithLeft, listed, stageLabel, stageName } from './words.js';

const { acts, forms, problems } = words;

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
    fields: [text(forms.answerQuestion.text, problems.answer, forms.both)],
    button: forms.answerQuestion.send,
    under: forms.dueDayStays,
  }),
  escalate: ({ dispute, scene, form, text, next }) => {
    const lapsed = standingOf(dispute, scene) === 'lapsed';
    return {
      fields: [
        text(
          forms.escalate.text,
          problems.whyEscalated,
          forms.both,
          lapsed ? lapseReason(dispute, scene) : undefined,
        ),
        choiceField(
          'to',
          {
            label: forms.escalate.to,
            required: problems.stage,
            style: 'compact',
            first: next ?? '',
            choices: climbing(dispute, scene),
          },
          form,
        ),
      ],
      button: acts.names.escalate,
    };
  },
  'more-time': ({ dispute, scene, form, text }) => {
    const total = dispute.formal?.totalDueOn;
    return {
      fields: [
        dateField('dueOn', { label: forms.moreTime.dueOn, required: problems.date }, form),
        text(forms.why, problems.whyMoreTime, forms.both),
      ],
      button: acts.names['more-time'],
      ...(total === undefined ? {} : { under: forms.moreTime.under(dayWithLeft(total, scene)) }),
    };
  },
  agree: ({ dispute, scene, form, changed, outcomes }) => ({
    fields: [
      choiceField(
        'outcome',
        {
          label: forms.outcome,
          required: problems.outcome,
          style: 'compact',
          ...(isPromised(dispute, scene) ? { placeholder: forms.choose } : { first: 'action-done' }),
          choices: outcomes(resolved),
        },
        form,
      ),
      dateField(
        'checkOn',
        {
          label: forms.agree.checkOn,
          hint: forms.agree.checkOnHint,
        },
        form,
      ),
      changed,
    ],
    button: acts.names.agree,
  }),
  'not-resolved': ({ scene, form, text, stage, next }) => ({
    fields: [
      text(forms.notResolved.text, problems.stillNotRight, forms.both),
      whoNext('next', 'back', [forms.backTo(stageName(stage, scene)), 'back'], next, 'up', scene, form),
    ],
    button: acts.names['not-resolved'],
  }),
  'not-done': ({ scene, form, text, stage, next }) => ({
    fields: [
      text(forms.notDone.text, problems.notDone, forms.both),
      whoNext('stage', 'same', [forms.backTo(stageName(stage, scene)), 'same'], next, 'next', scene, form),
    ],
    button: acts.names['not-done'],
    under: forms.notDone.under,
  }),
  'make-formal': ({ dispute, scene, form }) => ({
    fields: [
      choiceField(
        'stage',
        {
          label: forms.startWith,
          required: problems.stage,
          style: 'compact',
          first: dispute.kept.ladder[0]?.id ?? '',
          choices: stageChoices(dispute.kept.ladder, dispute.team, scene),
        },
        form,
      ),
    ],
    button: acts.names['make-formal'],
    under: forms.makeFormal.under,
  }),
  close: ({ form, childHasLeft, text, changed, outcomes }) => ({
    fields: [
      choiceField(
        'outcome',
        {
          label: forms.outcome,
          required: problems.outcome,
          style: 'compact',
          placeholder: forms.choose,
          choices: outcomes(childHasLeft ? [...closing, 'superseded'] : closing),
        },
        form,
      ),
      text(forms.close.text, problems.whyClosed, forms.both),
      changed,
    ],
    button: acts.names.close,
    under: forms.close.under,
  }),
  withdraw: ({ text }) => ({
    fields: [text(forms.withdraw.text, problems.whyWithdrawn, forms.both)],
    button: acts.names.withdraw,
    under: forms.withdraw.under,
  }),
} satisfies Partial<Record<Verb, Asks>>;

/** The next stage is an escalation; a later one says which it leaves out. */
function climbing(dispute: Dispute, scene: Scene): Choice[] {
  const above = stagesAbove(dispute);
  return above.map((stage, index) => {
    const label = stageLabel(stage, scene.directory.policy);
    const left = above.slice(0, index).map((each) => words.names.theStage(stageName(each, scene)));
    return {
      title: left.length === 0 ? label : forms.escalate.leavingOut(label, listed(left)),
      value: stage,
    };
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
    ...(next === undefined ? [] : [{ title: forms.upTo(stageName(next, scene)), value: upValue }]),
  ];
  return choiceField(
    id,
    { label: forms.whoNext, required: problems.whoNext, style: 'compact', first, choices },
    form,
  );
}
