import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { eventsWithText } from '../disputes/rules.js';
import { words } from '../words/index.js';
import { type Asks, childField } from './asking.js';
import { type Choice, choiceField, dateField } from './fields.js';
import { notOnFile } from './hasForm.js';
import { actorText, visibleHistory } from './history.js';
import type { Scene, Viewer } from './scene.js';
import { wordsOf } from './typedWords.js';
import { day } from './words.js';

const { forms, problems } = words;

/** What goes on the record and moves nothing. */
export const recordFields = {
  note: ({ text }) => ({
    fields: [text(forms.note.text, problems.note, forms.note.hint)],
    button: forms.note.send,
  }),
  cafcass: ({ scene, form, text }) => ({
    fields: [
      dateField(
        'referredOn',
        { label: forms.cafcass.referredOn, required: problems.date, first: scene.today },
        form,
      ),
      text(forms.why, problems.whyCafcass, forms.plainWords),
    ],
    button: forms.cafcass.send,
    under: forms.cafcass.under,
  }),
  advice: ({ scene, form, text }) => ({
    fields: [
      choiceField(
        'from',
        {
          label: forms.advice.from,
          required: problems.whoseAdvice,
          style: 'expanded',
          choices: [
            { title: forms.advice.legal, value: 'legal' },
            { title: forms.advice.cafcass, value: 'cafcass' },
          ],
        },
        form,
      ),
      dateField(
        'takenOn',
        { label: forms.advice.takenOn, required: problems.date, first: scene.today },
        form,
      ),
      text(forms.advice.text, undefined, forms.plainWords),
    ],
    button: forms.advice.send,
    under: forms.advice.under,
  }),
  'add-child': ({ form, children }) => ({
    fields: children.length === 0 ? [] : [childField(children, 'filtered', form)],
    button: forms.addChild.send,
    ...(children.length === 0 ? { under: forms.addChild.nobody } : {}),
  }),
  'on-file': ({ dispute, form }) => ({
    fields: [childField(notOnFile(dispute), 'compact', form)],
    button: words.acts.names['on-file'],
  }),
  redact: ({ dispute, viewer, scene, form, text }) => ({
    fields: [
      choiceField(
        'target',
        {
          label: forms.redact.target,
          required: problems.whoseWords,
          style: 'compact',
          placeholder: forms.choose,
          choices: redactable(dispute, viewer, scene),
        },
        form,
      ),
      text(forms.redact.text, problems.whyReplaced, forms.both),
    ],
    button: forms.redact.send,
    under: forms.redact.under,
  }),
} satisfies Partial<Record<Verb, Asks>>;

function redactable(dispute: Dispute, viewer: Viewer, scene: Scene): Choice[] {
  const visible = new Set(visibleHistory(dispute, viewer).map(({ seq }) => seq));
  return eventsWithText(dispute)
    .filter((event) => visible.has(event.seq) && wordsOf(event, viewer).length > 0)
    .map((event) => ({
      title: forms.redact.choice(
        day(event.on, scene),
        actorText(event, scene),
        wordsOf(event, viewer)[0]?.label ?? '',
      ),
      value: String(event.seq),
    }));
}
