import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import { words } from '../words/index.js';
import { hasForm } from './hasForm.js';
import type { Scene } from './scene.js';
import { holderNow, stageName } from './words.js';

const { acts } = words;
const names = acts.names satisfies Record<Verb, string>;

/** What a verb is called: two of them name who has it next. */
export function verbName(verb: Verb, dispute: Dispute, scene: Scene): string {
  if (verb === 'send-to') return acts.sendTo(holderNow(dispute, scene)?.name ?? acts.nextHolder);
  const [next] = stagesAbove(dispute);
  if (verb === 'pass-up' && next !== undefined) return acts.passTo(stageName(next, scene));
  return names[verb];
}

/** On a button: … says that a form follows. */
export function verbTitle(verb: Verb, dispute: Dispute, scene: Scene): string {
  const name = verbName(verb, dispute, scene);
  return hasForm(verb, dispute) ? acts.withForm(name) : name;
}
