import { numberIn, plainWords } from '../../src/disputes/number.js';

describe('words as they are compared', () => {
  it('lose blanks of any kind, full-width letters and a stop at the end', () => {
    expect(plainWords('  Ｄ-2026-0001 \u00a0 now?!. ')).toBe('D-2026-0001 now');
  });

  it('are done with a quarter of a million dots as fast as with one', () => {
    // Quadratic, this would take half a minute and the test's time would be over.
    expect(plainWords(`${'.'.repeat(250_000)}x`)).toHaveLength(250_001);
  });

  it.each([
    ['D-2026-0001', 'D-2026-0001'],
    ['d 2026 1', 'D-2026-0001'],
    ['d2026-12345', 'D-2026-12345'],
    ['D-2026-000001', 'D-2026-0001'],
    ['2026-0001', undefined],
  ])('of %s are the number %s', (written, number) => {
    expect(numberIn(written)).toBe(number);
  });
});
