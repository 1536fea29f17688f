import { coverAsked, coverWords } from '../../src/flows/coverAsked.js';

const entered = (who: string, from: string, to: string, by: string) => ({ kind: 'enter', who, from, to, by });

describe('what is written about who is away', () => {
  it.each([
    ['cover Anna from Mon 9 Mar to Fri 20 Mar by Ben', entered('Anna', 'Mon 9 Mar', 'Fri 20 Mar', 'Ben')],
    ['Cover for Anna Lee from 9/3 until 20/3 by Ben Moss', entered('Anna Lee', '9/3', '20/3', 'Ben Moss')],
    ['cover anna@a.example until Friday by ben', entered('anna@a.example', 'today', 'Friday', 'ben')],
    ['cover Anna on 2026-03-09 by Ben', entered('Anna', '2026-03-09', '2026-03-09', 'Ben')],
    ['away until Mon 16 Mar, Ben covers', entered('', 'today', 'Mon 16 Mar', 'Ben')],
    ['I am away from 9 Mar to 13 Mar and Ben covers', entered('', '9 Mar', '13 Mar', 'Ben')],
    ['away from Mon, 9 Mar to Fri, 13 Mar', entered('', 'Mon, 9 Mar', 'Fri, 13 Mar', '')],
    ['away on Friday', entered('', 'Friday', 'Friday', '')],
    ['cover Anna ends', { kind: 'end', who: 'Anna' }],
    ['end the cover for Anna', { kind: 'end', who: 'Anna' }],
    ['cover Anna Lee from Mon 3 Aug ends', { kind: 'end', who: 'Anna Lee', from: 'Mon 3 Aug' }],
    ['end cover of Anna from 3/8', { kind: 'end', who: 'Anna', from: '3/8' }],
    ['away from 2026-08-03 ends', { kind: 'end', who: '', from: '2026-08-03' }],
    ['back', { kind: 'end', who: '' }],
    ['I’m back', { kind: 'end', who: '' }],
    ['covers', { kind: 'list' }],
    ['cover Anna next week', { kind: 'how' }],
    ['away', { kind: 'how' }],
  ])('%s: %j', (words, asked) => {
    expect(coverAsked(words)).toEqual(asked);
  });

  it.each([
    'cover Anna from Mon 9 Mar to Fri 20 Mar by Ben',
    'cover anna@a.example until Friday by ben',
    'cover Anna on 2026-03-09 by Ben',
    'away until Mon 16 Mar, Ben covers',
    'away on Friday',
    'cover Anna ends',
    'cover Anna from 2026-08-03 ends',
    'away from 2026-08-03 ends',
    'back',
  ])('%s is the same question when it is written anew', (words) => {
    const asked = coverAsked(words);
    if (asked === undefined || asked.kind === 'list' || asked.kind === 'how') throw new Error(words);
    expect(coverAsked(coverWords(asked))).toEqual(asked);
  });

  it.each(['disputes', '700123', 'coverage', 'backwards', 'D-2026-0001', 'raise'])(
    '%s is about something else',
    (words) => {
      expect(coverAsked(words)).toBeUndefined();
    },
  );

  it('a whole letter is about something else', () => {
    expect(coverAsked(`away from ${'a to '.repeat(2_000)}`)).toBeUndefined();
  });
});
