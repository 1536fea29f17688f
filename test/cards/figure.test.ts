import { figureCard } from '../../src/cards/index.js';
import { middle, number, share } from '../../src/reports/figures.js';
import type { Row } from '../../src/reports/report.js';

const measure = (all: Row, unit = 'reviews') => ({
  id: 'participation',
  title: 'Participation',
  definition: 'Who took part.',
  unit,
  rows: [all],
  items: [],
});

/** What is read aloud of a figure, after its title. */
function read(now: Row, before?: Row, unit?: string): string {
  const { card } = figureCard({
    measure: measure(now, unit),
    before: before === undefined ? undefined : measure(before, unit),
    period: { from: '2016-04-01', to: '2017-03-31' },
    periodBefore: { from: '2015-04-01', to: '2016-03-31' },
    asAt: '2017-05-01',
    notes: [],
    splits: [],
    page: 0,
    words: () => 'participation',
    others: [],
  });
  return String(card.speak).replace(/^[^,:.]*2016\/17[,:.] */, '');
}

const took = (count: number | null, of: number | null) => share('all', 'Took part', count, of);

describe('a figure', () => {
  it.each<[what: string, now: Row, before: Row | undefined, said: string]>([
    ['a share', took(69, 75), undefined, '92%, Took part: 69 of 75'],
    ['a share that is whole', took(7, 7), undefined, '100%, Took part: 7 of 7'],
    [
      'a share that was whole before',
      took(16, 20),
      took(21, 21),
      '80%, Took part: 16 of 20, down 20 points on 2015/16',
    ],
    ['whole both times', took(16, 16), took(21, 21), '100%, Took part: 16 of 16, the same as in 2015/16'],
    ['a share of none', took(0, 0), took(5, 5), '0 of 0'],
    [
      'all of what was counted',
      share('all', 'All', 21, 21),
      share('all', 'All', 24, 24),
      '21, down 3 on 2015/16',
    ],
    ['a number', number('all', 'All', 52), number('all', 'All', 44), '52, up 8 on 2015/16'],
    ['what is not recorded', took(null, null), took(5, 5), 'Not recorded'],
  ])('says %s', (_, now, before, said) => {
    expect(read(now, before).replace(/\.$/, '')).toBe(said);
  });

  it.each<[what: string, now: readonly number[], before: readonly number[], said: string]>([
    ['of some beside some', [5, 8], [4], '6.5, working days, the median of 2, up 2.5 on 2015/16'],
    ['of some beside none', [5], [], '5, working days, the median of 1'],
    ['of none beside some', [], [5], 'None closed'],
    ['of none beside none', [], [], 'None closed, the same as in 2015/16'],
  ])('says a median %s', (_, now, before, said) => {
    const closed = (days: readonly number[]) => middle('all', 'All closed', days.length, days);
    expect(read(closed(now), closed(before), 'working days').replace(/\.$/, '')).toBe(said);
  });
});
