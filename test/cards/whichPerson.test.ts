import { whichPersonCard } from '../../src/cards/index.js';
import { buttonsOf, wordsOf } from '../stories/cardReading.js';
import { sceneOn } from './service.js';

const { people } = sceneOn('2026-03-04').directory;
const asking = (count: number) =>
  whichPersonCard('e', people.slice(0, count), (upn) => `share ${upn} among Ben`);

describe('a name that fits several', () => {
  it('says how many more fit than there are buttons', () => {
    expect(buttonsOf(asking(7).card)).toHaveLength(5);
    expect(wordsOf(asking(7).card)).toContain('2 more fit: write more of the name to find them.');
    expect(wordsOf(asking(6).card)).toContain('1 more fits: ');
    expect(buttonsOf(asking(5).card)).toHaveLength(5);
    expect(wordsOf(asking(5).card)).not.toContain('more');
  });

  it('is neither a cover nor a share where it is told in a line, and has no word that was written', () => {
    expect(asking(2).summary).toBe('A name that fits several');
  });
});
