import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import { type Notice, noticeCard, type NoticeButton } from './notice.js';
import type { Scene, Shown } from './scene.js';
import { type Line, ownWords } from './template.js';
import { capital } from './words.js';

const { acts, lists, notices } = words;
const { buttons, help, notUnderstood, nothingFound, welcome } = notices;
const { refusals } = words.raise;

const say = (title: string, words: string, positive = false): NoticeButton => ({
  title,
  data: { press: 'say', words },
  positive,
});
const raiseButton: NoticeButton = { title: acts.raise, data: { press: 'open-raise' }, positive: true };

const goodPracticeButton: NoticeButton = {
  title: acts.noteGoodPractice,
  data: { press: 'open-good-practice' },
};

const adminOnly = (person: Person) => person.roles.every((role) => role === 'admin');
const is = (person: Person, role: Person['roles'][number]) => person.roles.includes(role);

/** What each role can write; the first three stand in the welcome. */
function commandsFor(person: Person, scene: Scene): { line: Line; button: NoticeButton }[] {
  const { label } = scene.directory.policy;
  const { disputes } = scene.directory.policy.words;
  const row = (line: string, button: NoticeButton) => ({ line: ownWords(line), button });
  const helpButton = say(buttons.help, 'help');
  const [iro, lead] = [is(person, 'iro'), is(person, 'lead')];
  const child = iro || lead || is(person, 'manager');
  const last = row(help.help, helpButton);
  // Who only administers sees no dispute, so has none to list or open.
  const audit = row(help.audit, say(buttons.audit, 'audit'));
  if (adminOnly(person)) return [row(help.childToEnter, helpButton), audit, last];
  return [
    ...(iro ? [row(help.raise(label), raiseButton)] : []),
    row((lead ? help.all : help.yours)(disputes), say(buttons.list, 'disputes')),
    ...(child ? [row(help.child, helpButton)] : []),
    row(help.number(label), helpButton),
    iro
      ? row(help.noteGoodPractice, goodPracticeButton)
      : row(help.goodPractice, say(buttons.goodPractice, 'good practice')),
    ...(child ? [row(lead ? help.cover : help.away, say(buttons.cover, 'cover'))] : []),
    ...(lead
      ? [
          row(help.share, helpButton),
          row(help.unreachable, say(buttons.unreachable, 'unreachable')),
          row(help.figures, say(buttons.figures, 'disputes this year')),
          audit,
        ]
      : [
          ...(iro ? [row(help.ownFigures, say(buttons.ownFigures, 'my figures'))] : []),
          ...(is(person, 'manager')
            ? [row(help.teamFigures(disputes), say(buttons.teamFigures, 'my team'))]
            : []),
        ]),
    row(help.myDay, say(buttons.myDay, 'my day')),
    row(help.pause, helpButton),
    last,
  ];
}

const buttonsOf = (commands: readonly { button: NoticeButton }[], withHelp: boolean) => {
  const seen = new Set<string>(withHelp ? [] : [buttons.help]);
  return commands.flatMap(({ button }) => {
    if (seen.has(button.title)) return [];
    seen.add(button.title);
    return [button];
  });
};

export function helpCard(person: Person, scene: Scene): Shown {
  const commands = commandsFor(person, scene);
  const { disputes } = scene.directory.policy.words;
  return noticeCard({
    heading: help.heading,
    lines: [
      ...commands.map(({ line }) => line),
      ...(is(person, 'manager') ? [help.comesByItself(scene.directory.policy.label)] : []),
      ...(adminOnly(person) ? [help.notForAdmins(disputes)] : []),
    ],
    buttons: buttonsOf(commands, false),
    summary: help.heading,
  });
}

/** Sent once, however often the app is opened. */
export function welcomeCard(person: Person, scene: Scene): Shown {
  const { label, words: called } = scene.directory.policy;
  const commands = commandsFor(person, scene);
  const three = adminOnly(person) ? commands : [...commands.slice(0, 2), ...commands.slice(-1)];
  const does = is(person, 'iro')
    ? welcome.iro(label)
    : is(person, 'manager')
      ? welcome.manager(label)
      : welcome.others(called.disputes);
  return noticeCard({
    heading: welcome.heading,
    lines: [
      does,
      adminOnly(person) ? welcome.toWrite : welcome.threeToWrite,
      ...three.map(({ line }) => line),
    ],
    buttons: buttonsOf(three, true),
    summary: welcome.heading,
  });
}

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 80)}…` : words);

/** The words as they were written, and the nearest that are understood. */
export function notUnderstoodCard(
  words: string,
  nearest: readonly string[],
  questions: readonly NoticeButton[] = [],
): Shown {
  const commands = nearest.map((each) => say(capital(each), each));
  return noticeCard({
    heading: notUnderstood.heading,
    lines: [notUnderstood.youWrote(short(words)), notUnderstood.didYouMean],
    buttons: [
      // What is called like a list is behind that one.
      ...questions.filter(({ title }) => !commands.some((each) => each.title === title)),
      ...commands,
    ].slice(0, 5),
    speak: notUnderstood.speak,
  });
}

export const notOnListCard = (givenBack = ''): Shown =>
  noticeCard(givingBack({ heading: notices.notOnList.heading, lines: [notices.notOnList.ask] }, givenBack));

export const raiseCancelledCard = (): Shown =>
  noticeCard({ heading: notices.nothingRaised, lines: [notices.cancelled], buttons: [raiseButton] });

export const goodPracticeCancelledCard = (): Shown =>
  noticeCard({
    heading: notices.nothingNoted,
    lines: [notices.cancelled],
    buttons: [goodPracticeButton],
  });

/** What an older card becomes: one living card for each thing and person. */
export const pointerCard = (heading: string, shows: NoticeButton['data']): Shown =>
  noticeCard({
    heading,
    lines: [notices.pointer.line],
    summary: notices.pointer.summary,
    buttons: [{ title: acts.showHere, data: shows }],
  });

/** What came with a press that is refused, given back to who wrote it. */
export const givingBack = (notice: Notice, words: string): Notice =>
  words === ''
    ? notice
    : {
        ...notice,
        lines: [...notice.lines, notices.youWrote, words],
        speak: notice.speak ?? lists.speak(notice.heading),
      };

/** `list`: whether they have one, as everybody but business support. */
export const nothingFoundCard = (words: string, givenBack = '', list = true): Shown =>
  noticeCard(
    givingBack(
      {
        heading: nothingFound.heading,
        lines: [nothingFound.line(short(words))],
        buttons: [...(list ? [say(buttons.list, 'disputes')] : []), say(buttons.help, 'help')],
        speak: nothingFound.speak,
      },
      givenBack,
    ),
  );

/** Why nothing can be raised here, in a heading and one sentence. */
export function raiseRefusal(
  why: 'not-an-iro' | 'not-your-form' | 'no-children',
  scene: Scene,
): { heading: string; line: Line } {
  const { label } = scene.directory.policy;
  switch (why) {
    case 'not-an-iro':
      return {
        heading: refusals.notAnIro(label),
        line: ownWords(refusals.notAnIroLine),
      };
    case 'not-your-form':
      return {
        heading: refusals.notYourForm,
        line: ownWords(refusals.notYourFormLine),
      };
    case 'no-children':
      return {
        heading: refusals.noChildren,
        line: refusals.noChildrenLine(label),
      };
  }
}

export function raiseRefusedCard(why: Parameters<typeof raiseRefusal>[0], scene: Scene, words = ''): Shown {
  const { heading, line } = raiseRefusal(why, scene);
  return noticeCard(givingBack({ heading, lines: [line] }, words));
}
