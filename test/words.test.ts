import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../src/words/index.js';
import { codeOf, filesOf, type Literal, literalsIn, takenBy } from './support/sourceWords.js';

const rooms = ['calendar', 'disputes', 'cards', 'flows', 'outbox', 'teams'];

/** Literals that look like words for people and are none. Without texts: nobody in Teams reads anything of the file. */
const allowed: readonly {
  readonly file: string;
  readonly texts?: readonly string[];
  readonly why: string;
}[] = [
  { file: 'calendar/bankHolidayRule.ts', why: 'bank holidays as gov.uk calls them: data' },
  { file: 'calendar/bankHolidays.ts', why: 'what is wrong with a file of bank holidays, at the start' },
  { file: 'calendar/days.ts', texts: ['not a day between 1900 and 2199'], why: 'a reason of the import' },
  {
    file: 'calendar/periods.ts',
    texts: ['a period ends on its first day or later'],
    why: 'what is wrong with a period, for a program',
  },
  { file: 'flows/importDirectory.ts', why: 'reasons of the import, row by row' },
  { file: 'flows/importDisputes.ts', why: 'the same' },
  { file: 'flows/rowNames.ts', why: 'the same' },
  { file: 'flows/report.ts', texts: [' about ', ' as at ', ' by '], why: 'what the audit keeps' },
  { file: 'cards/template.ts', texts: ['Default', 'Bolder', 'Attention'], why: 'words of Adaptive Cards' },
  { file: 'cards/chart.ts', texts: ['Table'], why: 'the same' },
  {
    file: 'cards/notices.ts',
    texts: ['good practice', 'disputes this year', 'my figures', 'my team', 'my day'],
    why: 'what commands are called',
  },
  {
    file: 'cards/cover.ts',
    texts: ['cover ', ' from ', ' ends', 'away from '],
    why: 'how a command is written',
  },
  {
    file: 'flows/coverAsked.ts',
    texts: ['cover ', ' ends', ' from ', ' to ', ' by ', ' covers', 'away from '],
    why: 'how a command is written',
  },
  { file: 'flows/share.ts', texts: ['share ', ' among '], why: 'how a command is written' },
  { file: 'cards/goodPractice.ts', texts: ['good practice noted'], why: 'the name of a command' },
  {
    file: 'flows/find.ts',
    texts: [
      'good practice',
      'good practice noted',
      'my day',
      'late reasons',
      'came to me',
      'not today',
      'disputes past the day',
      'disputes on the last stage',
      'disputes not judged',
    ],
    why: 'names of commands',
  },
  {
    file: 'flows/words.ts',
    texts: ['good practice', 'good practice noted', 'my day', 'late reasons', 'came to me', 'not today'],
    why: 'names of commands',
  },
  {
    file: 'flows/standingOut.ts',
    texts: ['disputes past the day', 'disputes on the last stage', 'disputes not judged'],
    why: 'names of commands',
  },
  { file: 'cards/lateReasons.ts', texts: ['my day'], why: 'the name of a command' },
  { file: 'flows/lateReasons.ts', texts: ['late reasons', 'late by reason '], why: 'names of commands' },
  { file: 'cards/morning.ts', texts: ['my day', 'not today'], why: 'names of commands' },
  { file: 'cards/arrivals.ts', texts: ['came to me'], why: 'the name of a command' },
  { file: 'outbox/rendering.ts', texts: ['my day', 'came to me'], why: 'names of commands' },
  {
    file: 'outbox/deliver.ts',
    texts: ['nobody knows whether it arrived', 'has not opened the app', 'too large', 'the chat is gone'],
    why: 'why a delivery failed, for operators: the card of a lead has words of its own',
  },
  {
    file: 'outbox/firstMeeting.ts',
    texts: ['has not opened the app', 'the chat could not be opened'],
    why: 'the same',
  },
  { file: 'teams/activityIn.ts', why: 'answers to a program that sends no activity' },
  { file: 'teams/server.ts', why: 'answers to a program that sends no activity' },
  { file: 'teams/authentication.ts', why: 'why an activity was refused, for the log' },
  { file: 'teams/connectorHttp.ts', texts: ['an address that is none', 'status '], why: 'for the log' },
  { file: 'teams/sender.ts', texts: ['no address'], why: 'for the log' },
];

/** Names of a machine: media types, Action.Execute, TextRun, NFKC. */
const machine = /^[\w-]+([./:][\w-]+)+$|^[A-Z]?[a-z]+([A-Z][a-z]+)+$|^[A-Z]+$/;

/** Words beside a blank, or a word that begins with a capital letter. */
function readable({ text, piece }: Literal): boolean {
  if (machine.test(text)) return false;
  if (/\p{L}\p{P}* +\p{P}*\p{L}/u.test(text)) return true;
  if (piece && / \p{P}*\p{L}|\p{L}\p{P}* /u.test(text)) return true;
  return /^\P{L}*\p{Lu}[\p{L}’]{3,}/u.test(text);
}

const wordsIn = (code: string) =>
  literalsIn(code)
    .filter(readable)
    .map(({ text }) => text);

function isAllowed(file: string, text: string): boolean {
  return allowed.some((each) => each.file === file && (each.texts?.includes(text) ?? true));
}

/** Every sentence of the table, or what makes it, by its path. */
function leavesOf(table: unknown, at: string): [string, unknown][] {
  return typeof table === 'object' && table !== null && !Array.isArray(table)
    ? Object.entries(table).flatMap(([key, value]) => leavesOf(value, at === '' ? key : `${at}.${key}`))
    : [[at, table]];
}

describe('the words that people read', () => {
  it.each(filesOf(rooms))('stand in the table and not in %s', (file) => {
    const found = wordsIn(codeOf(file)).filter((text) => !isAllowed(file, text));
    expect(found.map((text) => `${file}: ${text}`)).toEqual([]);
  });

  const templates = path.join(__dirname, '..', 'cards');
  it.each(readdirSync(templates))('stand in the table and not in the template %s', (file) => {
    const shown =
      /"(?:text|title|label|placeholder|errorMessage|value|speak|fallbackText|altText)": *"([^"]*)"/g;
    const said = [...readFileSync(path.join(templates, file), 'utf8').matchAll(shown)].map(
      ([, text = '']) => text,
    );
    expect(said.filter((text) => /\p{L}/u.test(text.replaceAll(/\$\{[^}]*\}/g, '')))).toEqual([]);
  });

  it('are noticed wherever somebody plants them', () => {
    const planted = `
      import { a } from './Some module.js';
      export { b } from './Another module.js';
      const names: Record<'A key of a type', string> = { 'A key of an object': 'An escalation' };
      log.warn({ id }, 'For operators alone'); ports.log.info('For them too'); this.#log.error('And this');
      throw new Error('An error' + 'that is thrown');
      const error = new RangeError('Another error');
      const type = 'application/vnd.microsoft.card.adaptive';
      const found = /A regex with words/.test(text) || names['A key of an object'];
      const card = button('Raise', { press: 'open-raise' }) as Card;
      const line = \`\${who} raised it for \${child}\`;
      const due = dueOn === null ? 'no due day' : \`due by \${day}\`;
      const lower = ids.map((id) => \`delivery:\${id}\`);
      const early = \`\${count} earlier\`;
    `;
    expect(wordsIn(planted)).toEqual([
      'An escalation',
      'Raise',
      ' raised it for ',
      'no due day',
      'due by ',
      ' earlier',
    ]);
  });

  it('are allowed elsewhere only where somebody still says them', () => {
    const idle = allowed.filter(({ file, texts }) => {
      const said = wordsIn(codeOf(file));
      return said.length === 0 || texts?.some((text) => !said.includes(text));
    });
    expect(idle).toEqual([]);
  });
});

describe('the table of words', () => {
  const leaves = leavesOf(words, '');

  it('has no exclamation mark and no double blank', () => {
    const literals = filesOf(['words']).flatMap((file) => literalsIn(codeOf(file)));
    expect(literals.length).toBeGreaterThan(400);
    expect(literals.filter(({ text }) => /!| {2}/.test(text))).toEqual([]);
  });

  it('holds plain strings, and functions that make one', () => {
    const made = leaves.flatMap(([at, entry]) => {
      const plain: unknown[] = Array.isArray(entry) ? entry : [entry];
      return plain.map((each) => {
        const text: unknown = typeof each === 'function' ? each('Some', 'words', 'here') : each;
        return typeof text === 'string' && text.trim() !== '' && !text.includes('undefined') ? '' : at;
      });
    });
    expect(made.filter(Boolean)).toEqual([]);
  });

  it('has no entry that nobody uses', () => {
    const taken = new Set(filesOf(rooms).flatMap((file) => takenBy(codeOf(file))));
    const used = (at: string) =>
      taken.has(at) ||
      [...taken].some((each) => each.endsWith('[') && `${at}.`.startsWith(`${each.slice(0, -1)}.`));
    expect(leaves.map(([at]) => at).filter((at) => !used(at))).toEqual([]);
  });

  it('notices an entry that nobody uses', () => {
    const taken = takenBy(`
      const { acts, forms } = words;
      const says = words.wanted;
      const names = acts.names satisfies Record<Verb, string>;
      const { late } = says;
      const unrelated = policy.words;
      return [forms
        .why, names[verb], says.waiting['no-answer'], late(day), Object.entries(forms.reasons), others.acts.open];
    `);
    expect(taken).toEqual([
      'forms.why',
      'acts.names[',
      'wanted.waiting.no-answer',
      'wanted.late',
      'forms.reasons[',
    ]);
  });
});
