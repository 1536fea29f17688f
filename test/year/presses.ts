import { addDays, englishDay, type Day } from '../../src/calendar/days.js';
import type { Verb } from '../../src/disputes/commands.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { offeredTo } from '../../src/disputes/rules.js';
import { act } from '../../src/flows/act.js';
import { notePractice, passGoodPracticeOn } from '../../src/flows/goodPractice.js';
import type { Ports } from '../../src/flows/ports.js';
import { raiseDispute } from '../../src/flows/raiseInChat.js';
import { raiseFromDialog } from '../../src/flows/raiseInDialog.js';
import { shownHere } from '../../src/flows/shown.js';
import type { Person } from '../../src/people/person.js';
import { sidesOf } from '../../src/people/rights.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import type { Chance } from './chance.js';

/** How often each is pressed where it is offered: so that a dispute lasts some weeks, and every way is gone. */
const likelihood: Record<Verb, number> = {
  acknowledge: 4,
  resolve: 6,
  disagree: 2,
  'not-mine': 1.5,
  ask: 2,
  'answer-question': 6,
  'pass-up': 1,
  'send-to': 6,
  escalate: 2.5,
  'more-time': 1,
  agree: 4,
  'accept-explanation': 3,
  'not-resolved': 3,
  done: 3,
  'not-done': 1.5,
  sorted: 1.5,
  'make-formal': 3,
  close: 0.6,
  withdraw: 0.3,
  note: 0.3,
  cafcass: 0.1,
  advice: 0.1,
  'add-child': 0.2,
  'on-file': 0.4,
  redact: 0.03,
};

function fieldsFor(verb: Verb, dispute: Dispute, today: Day, chance: Chance): Record<string, string> {
  const text = 'As it was agreed on the telephone.';
  const child = dispute.children[0]?.ref ?? '';
  const fields: Partial<Record<Verb, Record<string, string>>> = {
    agree: {
      outcome: 'action-done',
      ...(chance.happens(0.5) ? { checkOn: addDays(today, chance.between(1, 14)) } : {}),
    },
    'more-time': { text, dueOn: addDays(today, chance.between(8, 30)) },
    'pass-up': { reason: 'needs-funding', text },
    'not-resolved': { text, next: chance.pick(['back', 'back', 'up']) },
    'not-done': { text, stage: chance.pick(['same', 'next']) },
    close: { outcome: 'stands-not-agreed', text },
    cafcass: { referredOn: today, text },
    advice: { from: 'legal', takenOn: today, text },
    'add-child': { child },
    'on-file': { child },
    redact: { target: '1', text },
    escalate: { text, ...(chance.happens(0.15) ? { to: 'director' } : {}) },
  };
  return fields[verb] ?? { text };
}

export interface Pressing {
  readonly person: Person;
  readonly dispute: Dispute;
  readonly verb: Verb;
}

/** Some press that a card offers to somebody who can be there to press it. */
export async function somePress(
  ports: Ports,
  disputes: readonly Dispute[],
  present: (person: Person) => boolean,
  chance: Chance,
): Promise<Pressing | undefined> {
  if (disputes.length === 0) return undefined;
  const directory = await ports.directory();
  const today = englishDay(ports.now());
  const dispute = chance.pick(disputes);
  const offers = directory.people
    .filter(present)
    .flatMap((person) =>
      offeredTo(dispute, sidesOf(dispute, person, directory, today), person.id).map(
        (verb): [number, Pressing] => [likelihood[verb], { person, dispute, verb }],
      ),
    );
  const all = offers.reduce((sum, [weight]) => sum + weight, 0);
  return chance.oneOf(offers.map(([weight, pressing]) => [weight / all, pressing] as const));
}

/** One press as a client sends it: in the living card or from elsewhere, with a form or without. */
export function aPress(
  { person, dispute, verb }: Pressing,
  live: string | undefined,
  today: Day,
  chance: Chance,
) {
  const conversation = person.conversation?.id;
  const inCard = conversation !== undefined && live !== undefined && chance.happens(0.7);
  const opensForm = inCard && chance.happens(0.3);
  const where = { ...(inCard ? { conversation, message: live } : {}), lasting: false };
  const press = {
    verb,
    dispute: dispute.id,
    seenTurn: dispute.turn - (chance.happens(0.05) ? 1 : 0),
    fields: fieldsFor(verb, dispute, today, chance),
    ...(verb === 'acknowledge' ? {} : { formId: chance.uuid() }),
  };
  return {
    /** Before it is sent, where the press has a form: the message is written in, and edits of it wait. */
    async opens(ports: Ports): Promise<void> {
      if (!opensForm || conversation === undefined || live === undefined) return;
      await shownHere(ports, person, { subject: dispute.id, conversation, message: live, formOpen: true });
    },
    sent: (ports: Ports) => act(ports, person, press, { ...where, saveAnyway: true }),
  };
}

/** A raise form as it is sent, from the chat or a dialog; the same again each time it is called. */
export function aRaise(person: Person, child: string, chance: Chance) {
  const informal = chance.happens(0.3);
  const press = {
    formId: chance.uuid(),
    saveAnyway: true,
    fields: {
      child,
      kind: informal ? 'informal' : 'formal',
      theme: chance.pick(defaultPolicy.themes).id,
      worrying: 'The plan has not been started.',
      ...(informal && chance.happens(0.6) ? { sendToManager: 'true' } : {}),
      ...(informal && chance.happens(0.1) ? { sorted: 'true' } : {}),
      ...(chance.happens(0.15) ? { stage: 'operations-manager' } : {}),
      ...(chance.happens(0.2) ? { family: 'true' } : {}),
    },
  };
  const dialog = chance.happens(0.4);
  return {
    id: `dispute:${press.formId}`,
    dialog,
    sent: (ports: Ports): Promise<unknown> =>
      dialog ? raiseFromDialog(ports, person, press) : raiseDispute(ports, person, press, { lasting: false }),
  };
}

export function aNote(person: Person, child: string, chance: Chance) {
  const press = { formId: chance.uuid(), saveAnyway: true, fields: { child, text: 'Seen every week.' } };
  return (ports: Ports): Promise<unknown> => notePractice(ports, person, press, { lasting: false });
}

export const passesOn = (person: Person, note: string) => (ports: Ports) =>
  passGoodPracticeOn(ports, person, note, { lasting: false });
