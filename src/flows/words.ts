import type { Person } from '../people/person.js';
import type { Policy } from '../policy/policy.js';
import { words } from '../words/index.js';
import { longest, slips } from './slips.js';
import { inOurWords, tokensOf } from './tokens.js';
import { type StandingOut, standingOut } from './standingOut.js';

const { also } = words.commands;

type Command =
  | 'audit'
  | 'good practice'
  | 'good practice noted'
  | 'raise'
  | 'disputes'
  | 'cover'
  | 'away'
  | StandingOut
  | 'unreachable'
  | 'my day'
  | 'late reasons'
  | 'came to me'
  | 'not today'
  | 'pause'
  | 'resume'
  | 'help';

/** Business support alone is told nothing by itself. */
export const isTold = (person: Person) => person.roles.some((role) => role !== 'admin');

/** What can be written, by whom, and other ways to say it. */
const commands: readonly {
  readonly command: Command;
  readonly also: readonly string[];
  readonly may: (person: Person) => boolean;
}[] = [
  {
    command: 'raise',
    also: also.raise,
    may: (person) => person.roles.includes('iro'),
  },
  {
    command: 'disputes',
    also: also.disputes,
    may: isTold,
  },
  {
    // An IRO who writes this asks for a figure of their own.
    command: 'disputes',
    also: also.yourDisputes,
    may: (person) =>
      person.roles.some((role) => role === 'manager' || role === 'lead') && !person.roles.includes('iro'),
  },
  {
    command: 'good practice',
    also: also.goodPractice,
    may: isTold,
  },
  {
    command: 'good practice noted',
    also: also.goodPracticeNoted,
    may: isTold,
  },
  {
    command: 'cover',
    also: also.cover,
    may: isTold,
  },
  {
    command: 'away',
    also: also.away,
    may: isTold,
  },
  ...standingOut.map((command) => ({
    command,
    also: [],
    may: (person: Person) => person.roles.includes('lead'),
  })),
  { command: 'unreachable', also: also.unreachable, may: (person) => person.roles.includes('lead') },
  {
    command: 'audit',
    also: also.audit,
    may: (person) => person.roles.includes('lead') || person.roles.includes('admin'),
  },
  {
    command: 'my day',
    also: also.myDay,
    may: isTold,
  },
  {
    command: 'late reasons',
    also: also.lateReasons,
    may: (person) => person.roles.includes('iro') || person.roles.includes('lead'),
  },
  {
    command: 'came to me',
    also: [],
    may: (person) => person.roles.includes('iro'),
  },
  {
    command: 'not today',
    also: also.notToday,
    may: isTold,
  },
  {
    command: 'pause',
    also: also.pause,
    may: isTold,
  },
  {
    command: 'resume',
    also: also.resume,
    may: isTold,
  },
  { command: 'help', also: also.help, may: () => true },
];

/** Everything that is a command, for whoever may give it. */
export const commandNames: readonly string[] = commands.flatMap(({ command, also }) => [command, ...also]);

/** The command that words say exactly, for somebody who may give it. */
export function wordsFor(words: string, person: Person, called: Pick<Policy, 'label' | 'words'>): Command[] {
  const said = [words.toLowerCase(), inOurWords(tokensOf(words), called).join(' ')];
  return commands
    .filter(
      ({ command, also, may }) => may(person) && said.some((each) => command === each || also.includes(each)),
    )
    .map(({ command }) => command);
}

/** At most three commands, nearest first: what was perhaps meant. */
export function nearest(words: string, person: Person): string[] {
  const said = words.toLowerCase();
  const inOrder = commands
    .filter(({ may }) => may(person))
    .map(({ command, also }) => ({
      command,
      away: Math.min(
        ...[command, ...also].map((name) => (said.includes(name) ? 0 : slips(said.slice(0, longest), name))),
      ),
    }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ command }) => command);
  return [...new Set(inOrder)].slice(0, 3);
}
