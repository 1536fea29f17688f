import { lateReasonsForm, reviewForm } from '../../src/cards/index.js';
import type { ChildSide } from '../../src/people/rights.js';
import type { Policy } from '../../src/policy/policy.js';
import type { Child, ChildFact } from '../../src/reviews/child.js';
import { comingOf, heldReviewOf } from '../../src/reviews/comingReview.js';
import { timetableOf } from '../../src/reviews/timetable.js';
import { lateWithoutReason } from '../../src/reviews/withoutReason.js';
import { partsOf } from '../stories/cardReading.js';
import { careFrom, expected, heldOn } from '../reviews/childFacts.js';
import { directoryWith, sceneOn } from './service.js';

const recordedAt = '2025-10-01T09:00:00.000Z';
const childWith = (...facts: ChildFact[]): Child => ({
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: facts.map((fact) => ({ ...fact, recordedAt })),
});

/** The form of *Record* on Tue 10 Mar 2026, for somebody who stands so to the child. */
function recordForm(
  facts: readonly ChildFact[],
  { held, sides = ['iro'] }: { readonly held?: string; readonly sides?: readonly ChildSide[] } = {},
) {
  const scene = sceneOn('2026-03-10', directoryWith());
  const child = childWith(...facts);
  const timetable = timetableOf(child, scene.today, scene.directory.policy);
  const of = {
    child,
    card: 'child',
    sides: new Set(sides),
    review: '2026-03-05',
    coming: comingOf(child, scene.today, scene.directory.policy),
    held: held === undefined ? undefined : heldReviewOf(timetable, held),
    underFour: false,
  } as const;
  const { card } = reviewForm('record', of, scene, { id: 'a-form', values: {}, problems: [], warned: [] });
  const parts = partsOf(card);
  return {
    asks: (id: string) => parts.some((part) => part['id'] === id),
    stands: (id: string) => parts.find((part) => part['id'] === id)?.['value'] ?? '',
  };
}

describe('the form of a review that is recorded', () => {
  const care = careFrom('2025-11-10');
  const first = heldOn('2025-12-08');

  it('asks what held it up only where the law says by when it is due', () => {
    expect(recordForm([care, first]).asks('lateReason')).toBe(true);
    // Only the case system says when it was due.
    expect(recordForm([careFrom(null), expected('2026-03-05')]).asks('lateReason')).toBe(false);
  });

  it('has the IRO side’s words for that side alone: not for a lead who answers for a stage of the team', () => {
    const typed = {
      outcome: 'The plan stays.',
      parentsWhy: 'It was not safe.',
      parents: 'not-invited',
    } as const;
    const facts = [care, heldOn('2025-12-08', { source: 'teams', by: 'person:iro', ...typed })];
    const words = (...sides: ChildSide[]) => {
      const { stands, asks } = recordForm(facts, { held: '2025-12-08', sides });
      expect(asks('outcome') && asks('parentsWhy')).toBe(true);
      expect(stands('parents')).toBe('not-invited');
      return [stands('outcome'), stands('parentsWhy')];
    };
    expect(words('iro')).toEqual([typed.outcome, typed.parentsWhy]);
    expect(words('lead')).toEqual([typed.outcome, typed.parentsWhy]);
    expect(words('lead', 'manager')).toEqual(['', '']);
  });
});

describe('the form of late reviews without a reason', () => {
  const labels = (heldDay: string, policy: Partial<Policy> = {}) => {
    const scene = sceneOn('2026-04-01', directoryWith(policy));
    // The first review is due on Fri 13 Mar 2026.
    const child = childWith(careFrom('2026-02-13'), heldOn(heldDay));
    const rows = lateWithoutReason(child, scene.today, scene.directory.policy).map((late) => ({
      child,
      late,
    }));
    return partsOf(lateReasonsForm(rows, 'a-form', scene).card).flatMap(({ label }) => label ?? []);
  };

  it('says of each by how many working days it was late, or that it was by none', () => {
    expect(labels('2026-03-16')).toEqual(['700123, held Mon 16 Mar, 1 working day late']);
    expect(labels('2026-03-14')).toEqual(['700123, held Sat 14 Mar, late']);
  });
});
