import * as fc from 'fast-check';
import { changeOf, median, number, percent, share } from '../../src/reports/figures.js';

describe('a percentage', () => {
  it.each([
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [1, 16, 6.3],
    [0, 5, 0],
    [5, 5, 100],
    [0, 0, null],
    [null, 5, null],
    [3, null, null],
  ])('%j of %j is %j', (count, of, value) => {
    expect(percent(count, of)).toBe(value);
  });
});

describe('a median', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1], 5],
    [[9, 1, 2], 2],
    [[1, 2], 1.5],
  ])('of %j is %j', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('has as many below it as above', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1 }), (values) => {
        const middle = median(values) ?? 0;
        const half = values.length / 2;
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(half);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(half);
      }),
    );
  });
});

describe('a change', () => {
  it('of percentages is points, of numbers is the unit’s', () => {
    expect(changeOf(share('a', 'A', 1, 4), share('a', 'A', 1, 3))).toEqual({
      count: 0,
      value: -8.3,
      in: 'points',
    });
    expect(changeOf(number('a', 'A', 5), number('a', 'A', 2))).toEqual({ count: 3, value: null, in: 'unit' });
  });

  it('is not known where either was not recorded', () => {
    expect(changeOf(share('a', 'A', 1, 4), undefined)).toEqual({ count: null, value: null, in: 'points' });
    expect(changeOf(share('a', 'A', null, 4), share('a', 'A', 1, 3))).toMatchObject({
      count: null,
      value: null,
    });
  });
});
