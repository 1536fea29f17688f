import { personByUpn } from '../people/directory.js';
import { toldApart } from '../people/named.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import { words } from '../words/index.js';
import { choiceField } from './fields.js';
import { formCard } from './form.js';
import { noticeCard } from './notice.js';
import type { FormState, Scene, Shown } from './scene.js';
import { button } from './template.js';
import { childText } from './words.js';

const { acts, lists } = words;
const says = words.reassign;

/** *Reassign…*: who else could be the IRO of a child. *Cancel* gives the child's card back. */
export function reassignForm(child: Child, iros: readonly Person[], scene: Scene, form: FormState): Shown {
  const held = currentAllocation(child);
  const was = held?.iro ?? '';
  const cancel = button(acts.cancel, { press: 'show-child', child: child.ref, card: 'child', what: 'card' });
  if (iros.length === 0)
    return noticeCard({
      heading: says.nobody,
      lines: [says.nobodyLine],
      buttons: [
        { title: acts.cancel, data: { press: 'show-child', child: child.ref, card: 'child', what: 'card' } },
      ],
    });
  return formCard(
    {
      heading: says.heading(childText({ ref: child.ref, initials: held?.initials ?? '' })),
      about: says.now(personByUpn(scene.directory, was)?.name ?? lists.child.notOnList),
      summary: says.summary,
      fields: [
        choiceField(
          'iro',
          {
            label: says.to,
            required: says.choose,
            style: 'filtered',
            placeholder: says.typeName,
            choices: toldApart(iros).map(({ person, called }) => ({ title: called, value: person.upn })),
          },
          form,
        ),
      ],
      under: says.under(scene.directory.policy.label),
      buttons: [
        button(
          says.send,
          { press: 'reassign', child: child.ref, was },
          { style: 'positive', withInputs: true },
        ),
        cancel,
      ],
    },
    form,
    scene,
  );
}
