import fc from 'fast-check';
import { perFte, spread, type Taker } from '../../src/reviews/spread.js';

const families = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 25 }).map((sizes) =>
  sizes.map((size, family) => ({
    children: Array.from({ length: size }, (_, child) => `${700000 + family * 10 + child}`),
  })),
);
const takers = fc
  .array(
    fc.record({
      children: fc.integer({ min: 0, max: 80 }),
      fte: fc.option(fc.constantFrom(0.2, 0.5, 0.6, 0.8, 1), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map((each, index): Taker => ({ ...each, id: `person:${index}` })));

const loads = ({ shares }: ReturnType<typeof spread>) =>
  shares.map(({ taker, families: its }) => ({
    taker,
    its,
    has: taker.children + its.reduce((sum, { children }) => sum + children.length, 0),
  }));
const highest = (all: readonly { readonly taker: Taker; readonly has: number }[]) =>
  Math.max(...all.map(({ taker, has }) => perFte(has, taker)));

describe('children who are shared among IROs', () => {
  it('are all placed, each once, families together', () => {
    fc.assert(
      fc.property(families, takers, (some, among) => {
        const { shares, left } = spread(some, among);
        expect(left).toEqual([]);
        const placed = shares.flatMap((share) => share.families);
        expect(new Set(placed)).toEqual(new Set(some));
        expect(placed).toHaveLength(some.length);
        expect(shares.map(({ taker }) => taker)).toEqual(among);
      }),
    );
  });

  it('are spread so that no single move of a family makes the highest number for a full-time equivalent lower', () => {
    fc.assert(
      fc.property(families, takers, (some, among) => {
        const all = loads(spread(some, among));
        const before = highest(all);
        for (const from of all)
          for (const family of from.its)
            for (const to of all.filter((each) => each !== from)) {
              const size = family.children.length;
              const moved = all.map((each) => ({
                taker: each.taker,
                has: each.has + (each === to ? size : each === from ? -size : 0),
              }));
              expect(highest(moved)).toBeGreaterThanOrEqual(before - 1e-9);
            }
      }),
    );
  });

  it('go the same way whenever and in whatever order they are listed', () => {
    fc.assert(
      fc.property(families, takers, (some, among) => {
        expect(spread(some.toReversed(), among)).toEqual(spread(some, among));
      }),
    );
  });

  it('go to nobody who may not take them, and stay where nobody may', () => {
    fc.assert(
      fc.property(families, takers, fc.func(fc.boolean()), (some, among, may) => {
        const mayTake = ({ id }: Taker, { children }: { readonly children: readonly string[] }) =>
          may(id, children[0]);
        const { shares, left } = spread(some, among, mayTake);
        for (const { taker, families: its } of shares)
          for (const family of its) expect(mayTake(taker, family)).toBe(true);
        for (const family of left) expect(among.some((taker) => mayTake(taker, family))).toBe(false);
        expect([...left, ...shares.flatMap((share) => share.families)]).toHaveLength(some.length);
      }),
    );
  });

  it('go first to who has the fewest for a full-time equivalent; not recorded counts as 1', () => {
    const { shares } = spread(
      [{ children: ['1', '2'] }, { children: ['3'] }, { children: ['4'] }],
      [
        { id: 'full', children: 40 },
        { id: 'half', children: 20, fte: 0.5 },
        { id: 'few', children: 38, fte: 1 },
      ],
    );
    expect(shares.map(({ families: its }) => its.flatMap(({ children }) => children))).toEqual([
      ['3'],
      [],
      ['1', '2', '4'],
    ]);
  });
});
