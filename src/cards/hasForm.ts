import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';

const withoutForm: ReadonlySet<Verb> = new Set([
  'acknowledge',
  'sorted',
  'send-to',
  'accept-explanation',
  'done',
]);

export const notOnFile = (dispute: Dispute) =>
  dispute.children.filter(({ ref }) => !dispute.onFile.includes(ref));

/** Whether an act asks for anything. *Recorded on file* asks for which child, unless one is left. */
export function hasForm(verb: Verb, dispute: Dispute): boolean {
  return verb === 'on-file' ? notOnFile(dispute).length > 1 : !withoutForm.has(verb);
}
