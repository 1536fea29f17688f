import type { Person } from '../people/person.js';
import { words } from '../words/index.js';

const { also } = words.commands;

type Command =
  | 'audit'
  | 'good practice'
  | 'good practice noted'
  | 'raise'
  | 'disputes'
  | 'cover'
  | 'away'
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
export function wordsFor(words: string, person: Person): Command[] {
  const said = words.toLowerCase();
  return commands
    .filter(({ command, also, may }) => may(person) && (command === said || also.includes(said)))
    .map(({ command }) => command);
}

/** At most three commands, nearest first: what was perhaps meant. */
export function nearest(words: string, person: Person): string[] {
  const said = words.toLowerCase();
  return commands
    .filter(({ may }) => may(person))
    .map(({ command, also }) => ({
      command,
      away: Math.min(...[command, ...also].map((name) => distance(said, name))),
    }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ command }) => command);
}

/** How many letters must change to make one word of the other (Levenshtein), words compared as they start. */
function distance(said: string, name: string): number {
  if (said.includes(name)) return 0;
  const row = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (let i = 1; i <= Math.min(said.length, 60); i += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= name.length; j += 1) {
      const above = row[j] ?? 0;
      const replaced = diagonal + (said[i - 1] === name[j - 1] ? 0 : 1);
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, replaced);
      diagonal = above;
    }
  }
  return row[name.length] ?? name.length;
}
