import type { Fields, Verb } from '../disputes/commands.js';
import { words } from '../words/index.js';
import type { Asks } from './asking.js';
import { choiceField, dateField } from './fields.js';
import { verbName } from './titles.js';
import { judgeRole } from './words.js';

const { forms, problems, wanted } = words;
const reasons = forms.passUp.reasons satisfies Record<Fields<'pass-up'>['reason'], string>;

/** What a manager is asked. */
export const responderFields = {
  resolve: ({ dispute, form, text }) => ({
    fields: [
      text(forms.resolve.text, problems.putRight, forms.both),
      dateField('byOn', { label: forms.resolve.byOn, hint: forms.resolve.byOnHint }, form),
    ],
    button: forms.sendTo(judgeRole(dispute)),
    under: wanted.answered.decidesResolved(judgeRole(dispute)),
  }),
  disagree: ({ dispute, text }) => ({
    fields: [text(forms.disagree.text, problems.whyDisagree, forms.both)],
    button: forms.sendTo(judgeRole(dispute)),
    under: wanted.answered.decidesAccept(judgeRole(dispute)),
  }),
  'not-mine': ({ dispute, text }) => ({
    fields: [text(forms.notMine.text, undefined, forms.both)],
    button: forms.notMine.send(judgeRole(dispute)),
    under: forms.notMine.under(judgeRole(dispute)),
  }),
  ask: ({ text }) => ({
    fields: [text(forms.ask.text, problems.question, forms.both)],
    button: words.acts.names.ask,
    under: forms.ask.under,
  }),
  'pass-up': ({ dispute, scene, form, text }, verb) => ({
    fields: [
      choiceField(
        'reason',
        {
          label: forms.passUp.reason,
          required: problems.whyPassedOn,
          style: 'expanded',
          choices: Object.entries(reasons).map(([value, title]) => ({ title, value })),
        },
        form,
      ),
      text(forms.passUp.text, undefined, forms.both),
    ],
    button: verbName(verb, dispute, scene),
  }),
} satisfies Partial<Record<Verb, Asks>>;
