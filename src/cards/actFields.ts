import type { Verb } from '../disputes/commands.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import type { Outcome } from '../policy/policy.js';
import { eventsWithText, stagesAbove } from '../disputes/rules.js';
import { lapseReason } from './disputeButtons.js';
import { type Choice, type Field, choiceField, dateField, textField } from './fields.js';
import { notOnFile } from './hasForm.js';
import { actorText, passReasons, visibleHistory } from './history.js';
import type { FormState, Scene, Viewer } from './scene.js';
import { stageChoices } from './stageChoices.js';
import { standingOf } from './standing.js';
import { verbName } from './titles.js';
import { wordsOf } from './typedWords.js';
import { childText, day, dayWithLeft, listed, outcomeLabel, stageLabel, stageName } from './words.js';

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

const everybody = 'Everybody who sees this can read it.';
const plainWords = 'No names, addresses or health.';
const resolved = ['plan-changed', 'action-done', 'explanation-accepted'] as const;
/** *Withdraw…* has a button of its own; *superseded* is offered when the child has left. */
const closing = [
  'plan-changed',
  'action-done',
  'explanation-accepted',
  'stands-not-agreed',
  'raised-in-error',
] as const;

/** What a form needs that the dispute does not know. */
export interface FormOptions {
  /** The choices of *Add a child…*. */
  readonly children?: readonly ChildChoice[];
  /** The first child is no longer looked after. */
  readonly childHasLeft?: boolean;
}

export function actFields(
  verb: Verb,
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
  form: FormState,
  { children = [], childHasLeft = false }: FormOptions,
): AskedFields {
  const text = (label: string, required?: string, hint?: string, first?: string) =>
    textField(
      'text',
      {
        label,
        ...(required === undefined ? {} : { required }),
        ...(hint === undefined ? {} : { hint }),
        ...(first === undefined ? {} : { first }),
      },
      form,
    );
  const policy = scene.directory.policy;
  const outcomes = (ids: readonly Outcome[]): Choice[] =>
    ids.map((id) => ({ title: outcomeLabel(id, policy), value: id }));
  const changed = textField('changed', { label: 'What changed for the child', hint: plainWords }, form);
  const stage = stageOf(dispute)?.id ?? '';
  const [next] = stagesAbove(dispute);
  switch (verb) {
    case 'acknowledge':
    case 'sorted':
    case 'send-to':
    case 'accept-explanation':
    case 'done':
      return { fields: [], button: verbName(verb, dispute, scene) };
    case 'resolve':
      return {
        fields: [
          text(
            'How will this be put right?',
            'Say how this will be put right.',
            `${everybody} ${plainWords}`,
          ),
          dateField('byOn', { label: 'By when' }, form),
        ],
        button: 'Send to the IRO',
        under: 'The IRO decides whether it is resolved.',
      };
    case 'disagree':
      return {
        fields: [text('Why do you disagree?', 'Say why you disagree.', `${everybody} ${plainWords}`)],
        button: 'Send to the IRO',
        under: 'The IRO decides whether to accept this.',
      };
    case 'not-mine':
      return {
        fields: [text('Whose is it, if you know?', undefined, everybody)],
        button: 'Send back to the IRO',
        under: 'It goes back to the IRO. The due day stays as it is.',
      };
    case 'ask':
      return {
        fields: [text('What do you want to ask?', 'Write your question.', everybody)],
        button: 'Ask the IRO',
        under: 'A question is not yet an answer: the due day stays as it is.',
      };
    case 'answer-question':
      return {
        fields: [text('Your answer', 'Write your answer.', `${everybody} ${plainWords}`)],
        button: 'Answer',
        under: 'The due day stays as it is.',
      };
    case 'pass-up':
      return {
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
      };
    case 'escalate': {
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
    }
    case 'more-time': {
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
    }
    case 'agree':
      return {
        fields: [
          choiceField(
            'outcome',
            {
              label: 'Outcome',
              required: 'Choose an outcome.',
              style: 'compact',
              first: 'action-done',
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
      };
    case 'not-resolved':
      return {
        fields: [
          text('What is still not right?', 'Say what is still not right.', `${everybody} ${plainWords}`),
          whoNext(
            'next',
            'back',
            [`Back to the ${stageName(stage, scene)}`, 'back'],
            next,
            'up',
            scene,
            form,
          ),
        ],
        button: 'Not resolved',
      };
    case 'not-done':
      return {
        fields: [
          text('What has not been done?', 'Say what has not been done.', `${everybody} ${plainWords}`),
          whoNext(
            'stage',
            'same',
            [`Back to the ${stageName(stage, scene)}`, 'same'],
            next,
            'next',
            scene,
            form,
          ),
        ],
        button: 'Not done',
        under: 'It opens again under the same number.',
      };
    case 'make-formal':
      return {
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
      };
    case 'close':
      return {
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
      };
    case 'withdraw':
      return {
        fields: [
          text('Why is it withdrawn, in one line?', 'Say in one line why it is withdrawn.', everybody),
        ],
        button: 'Withdraw',
        under: 'This ends it, and it stays in the history.',
      };
    case 'note':
      return {
        fields: [
          text('Your note', 'Write your note.', `${everybody} There are no private notes. ${plainWords}`),
        ],
        button: 'Add the note',
      };
    case 'cafcass':
      return {
        fields: [
          dateField(
            'referredOn',
            { label: 'Referred on', required: 'Choose a date.', first: scene.today },
            form,
          ),
          text('Why', 'Say why it is referred to Cafcass.', plainWords),
        ],
        button: 'Record the referral',
        under: 'The managers see the date, not the reason.',
      };
    case 'advice':
      return {
        fields: [
          choiceField(
            'from',
            {
              label: 'Whose advice',
              required: 'Choose whose advice it was.',
              style: 'expanded',
              choices: [
                { title: 'Legal', value: 'legal' },
                { title: 'Cafcass', value: 'cafcass' },
              ],
            },
            form,
          ),
          dateField('takenOn', { label: 'Taken on', required: 'Choose a date.', first: scene.today }, form),
          text('What was advised', undefined, plainWords),
        ],
        button: 'Save',
        under: 'Only the IRO side sees this. It is not a referral.',
      };
    case 'add-child':
      return {
        fields: children.length === 0 ? [] : [childField(children, 'filtered', form)],
        button: 'Add the child',
        ...(children.length === 0 ? { under: 'You have no other child to add.' } : {}),
      };
    case 'on-file':
      return { fields: [childField(notOnFile(dispute), 'compact', form)], button: 'Recorded on file' };
    case 'redact':
      return {
        fields: [
          choiceField(
            'target',
            {
              label: 'Whose words',
              required: 'Choose whose words are to be replaced.',
              style: 'compact',
              placeholder: 'Choose',
              choices: redactable(dispute, viewer, scene),
            },
            form,
          ),
          text('Why are the words replaced?', 'Say why the words are replaced.', everybody),
        ],
        button: 'Replace the words',
        under: 'The words are gone for good; that somebody wrote them stays in the history.',
      };
  }
}

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

function childField(children: readonly ChildChoice[], style: 'compact' | 'filtered', form: FormState): Field {
  const choices = children.map((child) => ({ title: childText(child), value: child.ref }));
  return choiceField(
    'child',
    {
      label: 'Child',
      required: 'Choose a child.',
      style,
      placeholder: style === 'filtered' ? 'Type a reference or initials' : 'Choose',
      choices,
    },
    form,
  );
}

function redactable(dispute: Dispute, viewer: Viewer, scene: Scene): Choice[] {
  const visible = new Set(visibleHistory(dispute, viewer).map(({ seq }) => seq));
  return eventsWithText(dispute)
    .filter((event) => visible.has(event.seq) && wordsOf(event, viewer).length > 0)
    .map((event) => ({
      title: `${day(event.on, scene)} · ${actorText(event, scene)} · ${wordsOf(event, viewer)[0]?.label ?? ''}`,
      value: String(event.seq),
    }));
}
