import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { words } from '../words/index.js';
import { actFields } from './actFields.js';
import type { FormOptions } from './asking.js';
import { formCard } from './form.js';
import type { FormState, Scene, Shown, Viewer } from './scene.js';
import { type CardAction, button } from './template.js';
import { verbName } from './titles.js';
import { mainWords, pagesOf } from './typedWords.js';
import { summaryOf } from './wanted.js';
import { childrenText, themeLabel } from './words.js';

const { acts, forms } = words;
const subject = words.dispute.about;

/** Typed words above a form, where the policy has them in cards. */
const mostWords = 4 * 1024;

/** The form of an act, in the card's place. *Cancel* gives the card back. */
export function actForm(
  verb: Verb,
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
  form: FormState,
  options: FormOptions = {},
): Shown {
  const policy = scene.directory.policy;
  const asked = actFields(verb, dispute, viewer, scene, form, options);
  const words =
    policy.textInCards === 'always' ? pagesOf(mainWords(dispute, viewer, scene), mostWords)[0] : [];
  const depth = policy.textInCards === 'always' ? 'sub' : 'top';
  return formCard(
    {
      heading: forms.heading(verbName(verb, dispute, scene), dispute.number),
      about: subject(themeLabel(dispute.theme, policy, depth), childrenText(dispute.children)),
      summary: summaryOf(dispute, viewer, scene),
      words: words ?? [],
      fields: asked.fields,
      ...(asked.under === undefined ? {} : { under: asked.under }),
      buttons: [
        // Without a choice there is nothing to save.
        ...(asked.fields.length === 0
          ? []
          : saving(
              asked.button,
              { press: 'act', verb, dispute: dispute.id, turn: dispute.turn, form: form.id },
              form,
              verb === 'withdraw',
            )),
        button(acts.cancel, { press: 'show', dispute: dispute.id, what: 'card' }),
      ],
    },
    form,
    scene,
  );
}

type SaveData = Extract<
  Parameters<typeof button>[1],
  { press: 'act' | 'raise' | 'good-practice' | 'review' }
>;

/** The button of a form; after the personal-detail check, *Save anyway* beside it. */
export function saving(title: string, data: SaveData, form: FormState, destructive = false): CardAction[] {
  const style = destructive ? 'destructive' : 'positive';
  return [
    button(title, data, { style, withInputs: true }),
    ...(form.warned.length > 0
      ? [button(acts.saveAnyway, { ...data, saveAnyway: 'true' }, { withInputs: true })]
      : []),
  ];
}
