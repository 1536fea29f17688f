import { z } from 'zod';
import template from '../../cards/file-note.json';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputedChild } from '../disputes/events.js';
import { offeredTo } from '../disputes/rules.js';
import { historyLines } from './history.js';
import type { Scene, Shown, Viewer } from './scene.js';
import { actions, bold, button, cardTemplate, line, plain, spoken } from './template.js';
import { mainWords } from './typedWords.js';
import { wantedOf } from './wanted.js';
import { childText, closedText, day, kindLabel, nameOf, themeLabel, timeTaken } from './words.js';

const render = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    about: line,
    label: z.string(),
    note: z.string().min(1),
    hint: line,
    buttons: actions,
  }),
  template,
);

/** A note has room in a card; the rest is on the dispute's own card. */
const mostOfOneText = 2500;
const mostLines = 25;

/** A note for the file of one child, naming no other, ready to copy. */
export function fileNoteCard(dispute: Dispute, child: DisputedChild, viewer: Viewer, scene: Scene): Shown {
  const others = dispute.children.filter(({ ref }) => ref !== child.ref);
  const offered = offeredTo(dispute, viewer.sides, viewer.person.id).includes('on-file');
  const recorded = dispute.onFile.includes(child.ref);
  const heading = `File note · ${dispute.number}`;
  const card = render({
    speak: `A note for the case file, from number ${dispute.number}.`,
    fallbackText: heading,
    heading: [bold(heading)],
    about: [plain(`For the file of ${childText(child)}${recorded ? ', where it is recorded already' : ''}`)],
    label: 'Copy this to the case file',
    note: withoutOthers(noteText(dispute, child, viewer, scene), others),
    hint: [plain('Changes made here are not kept.')],
    buttons: [
      ...(offered && !recorded
        ? [
            button(
              'Recorded on file',
              { press: 'act', verb: 'on-file', dispute: dispute.id, turn: dispute.turn, child: child.ref },
              { style: 'positive' },
            ),
          ]
        : []),
      button('Back', { press: 'show', dispute: dispute.id, what: 'card' }),
      ...others.map((each) =>
        button(
          `Note for ${childText(each)}`,
          { press: 'file-note', dispute: dispute.id, child: each.ref },
          { mode: others.length > 2 ? 'secondary' : 'primary' },
        ),
      ),
    ],
  });
  return { card, summary: 'A file note' };
}

function noteText(dispute: Dispute, child: DisputedChild, viewer: Viewer, scene: Scene): string {
  const policy = scene.directory.policy;
  // The file says who has it; it has no “you”.
  const wanted = wantedOf(dispute, { ...viewer, sides: new Set(['lead']) }, scene);
  const words = mainWords(dispute, viewer, scene).map(
    ({ label, text }) =>
      `${label}: ${text.length > mostOfOneText ? `${text.slice(0, mostOfOneText)} … (the rest is in ${dispute.number})` : text}`,
  );
  const others = dispute.children.length - 1;
  const shared =
    others === 0
      ? []
      : others === 1
        ? ['It concerns another child of the service too, who has a note of their own.']
        : [`It concerns ${others} other children of the service too, who have notes of their own.`];
  const history = historyLines(thisChildFirst(dispute, child), viewer, scene);
  return [
    `${kindLabel(dispute, scene)}, ${dispute.number}, for ${childText(child)}`,
    `Raised by ${nameOf(dispute.raisedBy, scene)} (IRO) on ${day(dispute.raisedOn, scene)}`,
    `Theme: ${themeLabel(dispute.theme, policy, 'sub')}`,
    ...shared,
    ...words,
    dispute.status === 'closed'
      ? closedText(dispute, scene, after(timeTaken(dispute)))
      : `As at ${day(scene.today, scene)}: ${wanted.bold} ${wanted.rest}`.trim(),
    '',
    'History',
    ...history.slice(-mostLines),
  ].join('\n');
}

const after = (took: string | undefined) => (took === undefined ? '' : ` after ${took}`);

/** The history names the child whose file it is, and counts the rest. */
const thisChildFirst = (dispute: Dispute, child: DisputedChild): Dispute => ({
  ...dispute,
  history: dispute.history.map((event) =>
    event.kind === 'raised' && event.children.some(({ ref }) => ref === child.ref)
      ? { ...event, children: [child, ...event.children.filter(({ ref }) => ref !== child.ref)] }
      : event,
  ),
});

/** A reference that stands by itself: 7001 is no part of 700123. */
const asWord = (ref: string) => new RegExp(`(?<![\\w-])${ref.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'g');

/** Somebody may have typed another child's reference: it has no place on this child's file. */
function withoutOthers(note: string, others: readonly DisputedChild[]): string {
  return others.reduce(
    (text, other) =>
      text.replaceAll(childText(other), 'another child').replaceAll(asWord(other.ref), 'another child'),
    note,
  );
}
