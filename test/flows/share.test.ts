import { shareAsked, shareWords } from '../../src/flows/share.js';

describe('what is written about a share', () => {
  it.each([
    'share Anna among Ben, Carl and Dora',
    'share out the children of Anna Lee with Jo',
    'share a among b',
    `share Anna among ${Array.from({ length: 9 }, (_, n) => `reviewer.number${n}@council.example`).join(', ')}`,
  ])('%s is the same question when it is written anew', (words) => {
    const asked = shareAsked(words);
    if (asked === undefined) throw new Error(words);
    expect(asked.among.length).toBeGreaterThan(0);
    expect(shareAsked(shareWords(asked))).toEqual(asked);
  });
});
