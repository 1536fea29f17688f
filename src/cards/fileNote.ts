import type { Dispute } from '../disputes/dispute.js';
import type { DisputedChild, DisputeEvent } from '../disputes/events.js';
import { offeredTo } from '../disputes/rules.js';
import { isPrompt } from '../disputes/steps.js';
import { words } from '../words/index.js';
import { historyLines } from './history.js';
import { noteToCopy } from './noteToCopy.js';
import type { Scene, Shown, Viewer } from './scene.js';
import { bold, button, plain } from './template.js';
import { answersAndJudgements, mainWords } from './typedWords.js';
import { wantedOf } from './wanted.js';
import { childText, closedText, day, kindLabel, nameOf, themeLabel, timeTaken } from './words.js';

const { acts, fileNote } = words;

/** A note has room in a card; the rest is on the dispute's own card. */
const mostOfOneText = 2500;
const mostText = 9000;
const mostLines = 25;

/** A note for the file of one child, naming no other, ready to copy. */
export function fileNoteCard(dispute: Dispute, child: DisputedChild, viewer: Viewer, scene: Scene): Shown {
  const others = dispute.children.filter(({ ref }) => ref !== child.ref);
  const offered = offeredTo(dispute, viewer.sides, viewer.person.id).includes('on-file');
  const recorded = dispute.onFile.includes(child.ref);
  const heading = fileNote.heading(dispute.number);
  const card = noteToCopy({
    speak: fileNote.speak(dispute.number),
    fallbackText: heading,
    heading: [bold(heading)],
    about: [plain((recorded ? fileNote.recordedAlready : fileNote.forFile)(childText(child)))],
    label: fileNote.label,
    note: withoutOthers(noteText(dispute, child, viewer, scene), others),
    hint: [plain(fileNote.hint)],
    buttons: [
      ...(offered && !recorded
        ? [
            button(
              acts.names['on-file'],
              { press: 'act', verb: 'on-file', dispute: dispute.id, turn: dispute.turn, child: child.ref },
              { style: 'positive' },
            ),
          ]
        : []),
      button(acts.back, { press: 'show', dispute: dispute.id, what: 'card' }),
      ...others.map((each) =>
        button(
          fileNote.noteFor(childText(each)),
          { press: 'file-note', dispute: dispute.id, child: each.ref },
          { mode: others.length > 2 ? 'secondary' : 'primary' },
        ),
      ),
    ],
  });
  return { card, summary: fileNote.summary };
}

function noteText(dispute: Dispute, child: DisputedChild, viewer: Viewer, scene: Scene): string {
  const policy = scene.directory.policy;
  // The file says who has it; it has no “you”.
  const wanted = wantedOf(dispute, { ...viewer, sides: new Set(['lead']) }, scene);
  // The file is read in other years.
  const dated: Scene = { ...scene, today: '' };
  const raised = mainWords({ ...dispute, history: dispute.history.slice(0, 1) }, viewer, dated);
  const said = [...raised, ...answersAndJudgements(dispute, viewer, dated)].map(({ label, text }) =>
    fileNote.words(
      label,
      text.length > mostOfOneText ? fileNote.restIn(text.slice(0, mostOfOneText), dispute.number) : text,
    ),
  );
  const words = fitting(said, dispute.number);
  const others = dispute.children.length - 1;
  const shared = others === 0 ? [] : [others === 1 ? fileNote.oneOther : fileNote.others(others)];
  const history = historyLines(thisChildFirst(dispute, child), viewer, dated);
  return [
    fileNote.subject(kindLabel(dispute, scene), dispute.number, childText(child)),
    fileNote.raised(nameOf(dispute.raisedBy, scene), day(dispute.raisedOn, dated)),
    fileNote.theme(themeLabel(dispute.theme, policy, 'sub')),
    ...shared,
    ...words,
    dispute.status === 'closed'
      ? closedText(dispute, dated, timeTaken(dispute))
      : fileNote.asAt(day(scene.today, dated), `${wanted.bold} ${wanted.rest}`.trim()),
    '',
    fileNote.history,
    ...history.slice(-mostLines),
  ].join('\n');
}

/** What was raised, and of what was said since the newest that there is room for. */
function fitting([first = '', second = '', ...later]: readonly string[], number: string): string[] {
  const kept: string[] = [];
  let room = mostText - first.length - second.length;
  for (const text of later.toReversed()) {
    room -= text.length;
    if (room < 0) return [first, second, fileNote.earlierIn(number), ...kept].filter(Boolean);
    kept.unshift(text);
  }
  return [first, second, ...kept].filter(Boolean);
}

/** What reminded the IRO side is no matter of a case file; that a manager was to be reminded is. */
const forFile = (event: DisputeEvent) => !isPrompt(event) || event.kind === 'reminderFellDue';

/** The history names the child whose file it is, and counts the rest. */
const thisChildFirst = (dispute: Dispute, child: DisputedChild): Dispute => ({
  ...dispute,
  history: dispute.history
    .filter(forFile)
    .map((event) =>
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
      text
        .replaceAll(childText(other), fileNote.anotherChild)
        .replaceAll(asWord(other.ref), fileNote.anotherChild),
    note,
  );
}
