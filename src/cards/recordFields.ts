import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { eventsWithText } from '../disputes/rules.js';
import { type Asks, childField, everybody, plainWords } from './asking.js';
import { type Choice, choiceField, dateField } from './fields.js';
import { notOnFile } from './hasForm.js';
import { actorText, visibleHistory } from './history.js';
import type { Scene, Viewer } from './scene.js';
import { wordsOf } from './typedWords.js';
import { day } from './words.js';

/** What goes on the record and moves nothing. */
export const recordFields = {
  note: ({ text }) => ({
    fields: [text('Your note', 'Write your note.', `${everybody} There are no private notes. ${plainWords}`)],
    button: 'Add the note',
  }),
  cafcass: ({ scene, form, text }) => ({
    fields: [
      dateField('referredOn', { label: 'Referred on', required: 'Choose a date.', first: scene.today }, form),
      text('Why', 'Say why it is referred to Cafcass.', plainWords),
    ],
    button: 'Record the referral',
    under: 'The managers see the date, not the reason.',
  }),
  advice: ({ scene, form, text }) => ({
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
  }),
  'add-child': ({ form, children }) => ({
    fields: children.length === 0 ? [] : [childField(children, 'filtered', form)],
    button: 'Add the child',
    ...(children.length === 0 ? { under: 'You have no other child to add.' } : {}),
  }),
  'on-file': ({ dispute, form }) => ({
    fields: [childField(notOnFile(dispute), 'compact', form)],
    button: 'Recorded on file',
  }),
  redact: ({ dispute, viewer, scene, form, text }) => ({
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
  }),
} satisfies Partial<Record<Verb, Asks>>;

function redactable(dispute: Dispute, viewer: Viewer, scene: Scene): Choice[] {
  const visible = new Set(visibleHistory(dispute, viewer).map(({ seq }) => seq));
  return eventsWithText(dispute)
    .filter((event) => visible.has(event.seq) && wordsOf(event, viewer).length > 0)
    .map((event) => ({
      title: `${day(event.on, scene)} · ${actorText(event, scene)} · ${wordsOf(event, viewer)[0]?.label ?? ''}`,
      value: String(event.seq),
    }));
}
