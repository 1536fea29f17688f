import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import { hasForm } from './hasForm.js';
import type { Scene } from './scene.js';
import { holderNow, stageName } from './words.js';

const names: Record<Verb, string> = {
  acknowledge: 'Acknowledge',
  resolve: 'Resolve',
  disagree: 'Disagree',
  'not-mine': 'Not mine',
  'send-to': 'Send again',
  ask: 'Ask the IRO',
  'answer-question': 'Answer the question',
  'pass-up': 'Pass on',
  escalate: 'Escalate',
  'more-time': 'Allow more time',
  agree: 'Agree',
  'accept-explanation': 'Accept the explanation',
  'not-resolved': 'Not resolved',
  done: 'Done',
  'not-done': 'Not done',
  sorted: 'Sorted',
  'make-formal': 'Make formal',
  close: 'Close',
  withdraw: 'Withdraw',
  note: 'Add a note',
  cafcass: 'Refer to Cafcass',
  advice: 'Advice taken',
  'add-child': 'Add a child',
  'on-file': 'Recorded on file',
  redact: 'Redact',
};

/** What a verb is called: two of them name who has it next. */
export function verbName(verb: Verb, dispute: Dispute, scene: Scene): string {
  if (verb === 'send-to') return `Send to ${holderNow(dispute, scene)?.name ?? 'the next holder'}`;
  const [next] = stagesAbove(dispute);
  if (verb === 'pass-up' && next !== undefined) return `Pass to the ${stageName(next, scene)}`;
  return names[verb];
}

/** On a button: … says that a form follows. */
export const verbTitle = (verb: Verb, dispute: Dispute, scene: Scene) =>
  `${verbName(verb, dispute, scene)}${hasForm(verb, dispute) ? '…' : ''}`;
