import { defaultPolicy } from '../../src/policy/policy.js';
import type { ChildFact } from '../../src/reviews/child.js';
import { lateWithoutReason } from '../../src/reviews/withoutReason.js';
import { careFrom, heldOn } from './childFacts.js';

/** The first review is due on 2 February 2026. */
const care = careFrom('2026-01-05');
const days = (facts: readonly ChildFact[], today = '2026-04-01', ask = defaultPolicy.ask) =>
  lateWithoutReason({ facts }, today, { ...defaultPolicy, ask }).map(({ review }) => review.heldOn);

describe('late reviews of which nobody has said why', () => {
  it('are those held after their due day', () => {
    expect(days([care, heldOn('2026-02-02')])).toEqual([]);
    expect(days([care, heldOn('2026-02-03')])).toEqual(['2026-02-03']);
  });

  it('are none once somebody has said, or where the policy does not ask', () => {
    const said = heldOn('2026-02-03', { source: 'teams', by: 'person:ida', lateReason: 'booked-late' });
    expect(days([care, heldOn('2026-02-03'), said])).toEqual([]);
    expect(days([care, heldOn('2026-02-03')], '2026-04-01', ['parents'])).toEqual([]);
  });

  it('are asked for twelve months, and not for a review whose due day nobody knows', () => {
    expect(days([care, heldOn('2026-02-03')], '2027-02-02')).toEqual(['2026-02-03']);
    expect(days([care, heldOn('2026-02-03')], '2027-02-03')).toEqual([]);
    expect(days([careFrom(null), heldOn('2026-02-03')])).toEqual([]);
  });
});
