import type { Person } from '../people/person.js';
import { type Notice, noticeCard, type NoticeButton } from './notice.js';
import type { Scene, Shown } from './scene.js';
import { type Line, bold, ownWords, plain } from './template.js';
import { capital, withArticle } from './words.js';

const say = (title: string, words: string, positive = false): NoticeButton => ({
  title,
  data: { press: 'say', words },
  positive,
});
const raiseButton: NoticeButton = { title: 'Raise', data: { press: 'open-raise' }, positive: true };

const goodPracticeButton: NoticeButton = {
  title: 'Note good practice…',
  data: { press: 'open-good-practice' },
};

const adminOnly = (person: Person) => person.roles.every((role) => role === 'admin');
const is = (person: Person, role: Person['roles'][number]) => person.roles.includes(role);

/** What each role can write; the first three stand in the welcome. */
function commandsFor(person: Person, scene: Scene): { line: Line; button: NoticeButton }[] {
  const { disputes } = scene.directory.policy.words;
  const { label } = scene.directory.policy;
  const mine = {
    line: [
      bold('disputes'),
      plain(`: ${is(person, 'lead') ? 'all' : 'your'} open ${disputes}, most urgent first`),
    ],
    button: say('My list', 'disputes'),
  };
  const help = { line: ownWords`${bold('help')}: what you can write`, button: say('Help', 'help') };
  const number = { line: [bold('D-2026-0001'), plain(`: one ${label}, by its number`)], button: help.button };
  // Who only administers sees no dispute, so has none to list or open.
  if (adminOnly(person)) return [help];
  return [
    ...(is(person, 'iro')
      ? [{ line: [bold('raise'), plain(`: start a new ${label}`)], button: raiseButton }]
      : []),
    mine,
    ...(is(person, 'iro') || is(person, 'lead')
      ? [
          {
            line: ownWords`${bold('700123')}: one child, by the reference of the case system`,
            button: help.button,
          },
        ]
      : []),
    number,
    ...(is(person, 'iro')
      ? [
          {
            line: ownWords`${bold('good practice')}: note what was done well`,
            button: goodPracticeButton,
          },
        ]
      : [
          {
            line: ownWords`${bold('good practice')}: what IROs saw done well`,
            button: say('Good practice', 'good practice'),
          },
        ]),
    ...(is(person, 'lead')
      ? [
          {
            line: ownWords`${bold('unreachable')}: who could not be told`,
            button: say('Who could not be told', 'unreachable'),
          },
          {
            line: ownWords`${bold('themes 2016/17')}, ${bold('stages')}, ${bold('outcomes')}, ${bold('response times')}, ${bold('disputes since April by team')}: figures of a period`,
            button: say('Figures of this year', 'disputes this year'),
          },
        ]
      : []),
    help,
  ];
}

const buttonsOf = (commands: readonly { button: NoticeButton }[], withHelp: boolean) => {
  const seen = new Set<string>(withHelp ? [] : ['Help']);
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
    heading: 'What you can write',
    lines: [
      ...commands.map(({ line }) => line),
      ...(is(person, 'manager')
        ? [`When a ${scene.directory.policy.label} needs your answer, its card comes here by itself.`]
        : []),
      ...(adminOnly(person) ? [`The ${disputes} themselves are between IROs and managers.`] : []),
    ],
    buttons: buttonsOf(commands, false),
    summary: 'What you can write',
  });
}

/** Sent once, however often the app is opened. */
export function welcomeCard(person: Person, scene: Scene): Shown {
  const { label, words } = scene.directory.policy;
  const commands = commandsFor(person, scene);
  const three = adminOnly(person) ? commands : [...commands.slice(0, 2), ...commands.slice(-1)];
  const does = is(person, 'iro')
    ? `Here you raise a ${label}, follow it up the ladder and close it. The press that does the work is the record: nothing is typed twice.`
    : is(person, 'manager')
      ? `When an IRO raises a ${label} with you, its card comes here. You answer in the card, and the IRO decides whether it is resolved.`
      : `Here the service works its ${words.disputes}. The press that does the work is the record.`;
  return noticeCard({
    heading: 'Welcome to IRO Footprint',
    lines: [
      does,
      adminOnly(person) ? 'To write:' : 'Three things to write:',
      ...three.map(({ line }) => line),
    ],
    buttons: buttonsOf(three, true),
    summary: 'Welcome to IRO Footprint',
  });
}

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 80)}…` : words);

/** The words as they were written, and the nearest that are understood. */
export function notUnderstoodCard(words: string, nearest: readonly string[], _scene?: Scene): Shown {
  return noticeCard({
    heading: 'I did not understand that',
    lines: [
      `You wrote: ${short(words)}`,
      nearest.length > 0
        ? 'Did you mean one of these?'
        : ownWords`Write ${bold('help')} to see what I understand.`,
    ],
    buttons: nearest.slice(0, 5).map((each) => say(capital(each), each)),
    speak: 'I did not understand that.',
  });
}

export const notOnListCard = (): Shown =>
  noticeCard({
    heading: 'You are not on the list',
    lines: ['Ask your IRO service’s business support to put you on it.'],
  });

export const raiseCancelledCard = (): Shown =>
  noticeCard({ heading: 'Nothing was raised', lines: ['You cancelled the form.'], buttons: [raiseButton] });

export const goodPracticeCancelledCard = (): Shown =>
  noticeCard({
    heading: 'Nothing was noted',
    lines: ['You cancelled the form.'],
    buttons: [goodPracticeButton],
  });

/** What an older card becomes: one living card for each thing and person. */
export const pointerCard = (heading: string, shows: NoticeButton['data']): Shown =>
  noticeCard({
    heading,
    lines: ['The current card is further down.'],
    summary: 'The current card is further down',
    buttons: [{ title: 'Show it here', data: shows }],
  });

/** What came with a press that is refused, given back to who wrote it. */
export const givingBack = (notice: Notice, words: string): Notice =>
  words === ''
    ? notice
    : {
        ...notice,
        lines: [...notice.lines, 'What you wrote:', words],
        speak: notice.speak ?? notice.heading,
      };

export const nothingFoundCard = (words: string, givenBack = ''): Shown =>
  noticeCard(
    givingBack(
      {
        heading: 'Nothing found',
        lines: [`I found nothing for ${words.slice(0, 80)} that you may see.`],
        buttons: [say('My list', 'disputes'), say('Help', 'help')],
        speak: 'I found nothing that you may see.',
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
        heading: `Only an IRO can raise ${withArticle(label)}`,
        line: ownWords`The child’s allocated IRO raises it. Write ${bold('help')} to see what you can do here.`,
      };
    case 'not-your-form':
      return {
        heading: 'This form is not yours',
        line: ownWords`Write ${bold('raise')} to start one of your own.`,
      };
    case 'no-children':
      return {
        heading: 'You have no children on the list yet',
        line: `${capital(withArticle(label))} is raised for a child allocated to you. Your service’s business support brings in the allocations.`,
      };
  }
}

export function raiseRefusedCard(why: Parameters<typeof raiseRefusal>[0], scene: Scene, words = ''): Shown {
  const { heading, line } = raiseRefusal(why, scene);
  return noticeCard(givingBack({ heading, lines: [line] }, words));
}
