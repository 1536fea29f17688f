import {
  disputeCard,
  raiseForm,
  raiseRefusedCard,
  saidAfter,
  type Scene,
  type Shown,
} from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import type { Person } from '../people/person.js';
import { hereOf } from './act.js';
import { type Answer, lasting, sceneOf, turnedAway, typedIn, viewerOf, type Where } from './answer.js';
import type { Ports } from './ports.js';
import { freshForm, raise, type Raised, raiseFormFor, type FormPress } from './raise.js';

/** Opens the raise form in the chat. */
export async function openRaise(
  ports: Ports,
  person: Person,
  child?: string,
  cameFrom?: 'midway',
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const given = {
    ...(child === undefined ? {} : { child }),
    ...(cameFrom === undefined ? {} : { cameFrom }),
  };
  const opened = await raiseFormFor(ports, person, scene, given);
  return opened.kind === 'form'
    ? lasting(raiseForm(scene, { children: opened.children }, opened.form))
    : answerOf(opened, person, { formId: '', fields: {}, saveAnyway: false }, scene, { lasting: false });
}

/** The form with what was typed elsewhere in it. Cancelled, or read again later, the message is `kept`. */
export async function raiseWith(
  ports: Ports,
  person: Person,
  given: Readonly<Record<string, string>>,
  kept: Shown,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const opened = await raiseFormFor(ports, person, scene, given);
  return opened.kind === 'form'
    ? { shown: raiseForm(scene, { children: opened.children }, opened.form), kept, own: true }
    : lasting(kept);
}

/** Raises from the form in a card: the dispute's card takes the form's place. */
export async function raiseDispute(
  ports: Ports,
  person: Person,
  press: FormPress,
  where: Where,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const raised = await raise(ports, person, press, scene, (events) => hereOf(events, person, where));
  return answerOf(raised, person, press, scene, where);
}

function answerOf(raised: Raised, person: Person, press: FormPress, scene: Scene, where: Where): Answer {
  const plain = (dispute: Dispute) => disputeCard(dispute, viewerOf(dispute, person, scene), scene);
  switch (raised.kind) {
    case 'raised': {
      const { dispute, again } = raised;
      const viewer = viewerOf(dispute, person, scene);
      const [first] = dispute.history;
      const said = first === undefined ? {} : { said: saidAfter(first, dispute, viewer, scene) };
      const shown = disputeCard(dispute, viewer, scene, said);
      return again ? { shown, kept: plain(dispute), about: dispute.id } : { shown };
    }
    case 'form': {
      const { form, children, already } = raised;
      const shown = raiseForm(scene, { children }, form);
      if (already !== undefined)
        return { shown, kept: plain(already), own: true, about: already.id, formOpen: true };
      const empty = () => raiseForm(scene, { children }, freshForm(press.formId, {}, scene));
      return { shown, kept: where.lasting ? shown : empty(), own: true };
    }
    case 'not-an-iro':
    case 'not-your-form':
    case 'no-children':
      return turnedAway((words) => raiseRefusedCard(raised.kind, scene, words), typedIn(press.fields));
  }
}
