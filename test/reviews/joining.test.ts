import * as fc from 'fast-check';
import type { ReviewFact, SeenFact } from '../../src/reviews/child.js';
import { isLive, mergeFacts, newChild } from '../../src/reviews/facts.js';
import { type HeldReview, joinReviews } from '../../src/reviews/joining.js';
import { theTimetable } from './childFacts.js';

const day = fc
  .integer({ min: 0, max: 60 })
  .map((n) => new Date(Date.UTC(2024, 3, 1 + n)).toISOString().slice(0, 10));

/** What one source says of reviews; only the case system has ids. */
const anyWord = fc
  .record({
    source: fc.constantFrom('ssda903' as const, 'ssd' as const, 'teams' as const),
    id: fc.integer({ min: 1, max: 6 }),
    heldOn: day,
    participation: fc.constantFrom('PN1' as const, 'PN5' as const, null),
  })
  .map(({ source, id, heldOn, participation }): SeenFact & { kind: 'review' } => ({
    kind: 'review',
    source,
    heldOn,
    participation,
    ...(source === 'ssd' ? { sourceId: `R${id}` } : {}),
  }));
const anyWords = fc.array(anyWord, { maxLength: 8 });

const reviewsOf = (words: readonly SeenFact[]) => {
  const { child } = mergeFacts(newChild('700123'), words, '2026-03-02T09:00:00.000Z');
  const facts = child.facts.filter(isLive).filter((fact) => fact.kind === 'review');
  return { facts, timetable: theTimetable(child.facts) };
};

describe('whatever the sources say', () => {
  it('each word of theirs belongs to one review, and each review shows a day that somebody said', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const { facts } = reviewsOf(words);
        const reviews = joinReviews(facts, () => 'one period');
        expect(new Set(reviews.flatMap(({ said }) => said))).toEqual(new Set(facts));
        expect(reviews.flatMap(({ said }) => said)).toHaveLength(facts.length);
        for (const { heldOn, said } of reviews) expect(said.map((fact) => fact.heldOn)).toContain(heldOn);
      }),
    );
  });

  it('no source has more reviews than days on which it says that one was held, and none is without', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const { facts, timetable } = reviewsOf(words);
        const shown = timetable.stretches.flatMap(({ reviews }) => reviews.map(({ review }) => review));
        for (const source of ['ssda903', 'ssd', 'teams'] as const) {
          const days = new Set(facts.filter((fact) => fact.source === source).map(({ heldOn }) => heldOn));
          const { length } = shown.filter(({ said }) => said.some((fact) => fact.source === source));
          expect(length).toBeLessThanOrEqual(days.size);
          expect(length > 0).toBe(days.size > 0);
        }
      }),
    );
  });

  it('the order in which it was read makes no difference to what is one review', () => {
    const words = ({ said }: HeldReview) =>
      said.map(({ source, sourceId, heldOn }) => `${source} ${sourceId} ${heldOn}`).toSorted();
    const together = (facts: readonly ReviewFact[]) =>
      new Set(joinReviews(facts, () => 'one period').map((review) => words(review).join(', ')));
    fc.assert(
      fc.property(
        anyWords.chain((said) => {
          const { facts } = reviewsOf(said);
          return fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
          );
        }),
        ([facts, shuffled]) => expect(together(shuffled)).toEqual(together(facts)),
      ),
    );
  });

  it('a source that is read again changes nothing', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const { child } = mergeFacts(newChild('700123'), words, '2026-03-02T09:00:00.000Z');
        for (const source of ['ssda903', 'ssd', 'teams']) {
          const again = child.facts
            .filter(isLive)
            .filter((fact) => fact.kind === 'review')
            .filter((fact) => fact.source === source);
          const { change } = mergeFacts(
            child,
            again.map(({ recordedAt: _, ...fact }) => fact),
            '2026-03-03T09:00:00.000Z',
          );
          expect(change).toBe('same');
        }
      }),
    );
  });
});
