import { dialogNotice, raiseForm, raiseRefusal, saidAfter, type Scene, type Shown } from '../cards/index.js';
import { longestText } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import type { Person } from '../people/person.js';
import { figure } from '../words/grammar.js';
import { words } from '../words/index.js';
import { sceneOf, typedIn, viewerOf } from './answer.js';
import type { Ports } from './ports.js';
import { raise, type Raised, raiseFormFor, type FormPress } from './raise.js';

const { elsewhere } = words;

/** Opens the raise form in a dialog, from a message with its words in it. */
export async function openRaiseDialog(ports: Ports, person: Person, words: string): Promise<Shown> {
  const scene = await sceneOf(ports);
  const opened = await raiseFormFor(ports, person, scene, {
    // Never half an emoji.
    worrying: words.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, ''),
  });
  if (opened.kind !== 'form' || words.length <= longestText) return answerOf(opened, person, '', scene);
  const note = elsewhere.onlyFirst(figure(longestText));
  return answerOf({ ...opened, form: { ...opened.form, note } }, person, '', scene);
}

/**
 * Raises from a dialog, in whatever chat it was opened: no card goes there. The dispute's card comes to the IRO's own
 * chat by itself, from what was saved.
 */
export async function raiseFromDialog(ports: Ports, person: Person, press: FormPress): Promise<Shown> {
  const scene = await sceneOf(ports);
  const raised = await raise(ports, person, press, scene, (events) =>
    events.slice(-1).map(({ seq: event, turn }) => ({ to: 'raiser', event, turn, person: person.id })),
  );
  return answerOf(raised, person, typedIn(press.fields), scene);
}

function answerOf(raised: Raised, person: Person, typed: string, scene: Scene): Shown {
  switch (raised.kind) {
    case 'raised': {
      const { dispute } = raised;
      return dialogNotice({ heading: dispute.number, lines: [confirmation(dispute, person, scene)] });
    }
    case 'form': {
      const { children, form } = raised;
      return raiseForm(scene, { children }, form);
    }
    case 'not-an-iro':
    case 'not-your-form':
    case 'no-children': {
      const { heading, line } = raiseRefusal(raised.kind, scene);
      return dialogNotice({ heading, lines: [line] }, typed);
    }
  }
}

function confirmation(dispute: Dispute, person: Person, scene: Scene): string {
  const [first] = dispute.history;
  const said = first === undefined ? '' : saidAfter(first, dispute, viewerOf(dispute, person, scene), scene);
  const card = person.conversation === undefined ? elsewhere.openApp : elsewhere.cardComes;
  return `${said} ${card}`.trim();
}
