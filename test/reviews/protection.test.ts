import type { Conference } from '../../src/reviews/caseSystem.js';
import { isProtected, protectionOf } from '../../src/reviews/protection.js';
import { careFrom, heldOn as reviewHeldOn, lines } from './childFacts.js';

let ids = 0;
const conference = (kind: Conference['conference'], differs: Partial<Conference>): Conference => ({
  kind: 'conference',
  source: 'ssd',
  conference: kind,
  sourceId: `C${++ids}`,
  recordedAt: '2026-03-02T09:00:00.000Z',
  ...differs,
});
const initial = (differs: Partial<Conference>) => conference('initial', differs);
const review = (differs: Partial<Conference>) => conference('review', differs);

const of = (facts: readonly Conference[], asAt = '2026-03-10') => protectionOf(facts, asAt);
const nextOf = (...facts: Conference[]) => of(facts).map(({ next }) => next);

describe('an enquiry and its child protection plan', () => {
  it('begin with the initial conference, due 15 working days after the strategy discussion', () => {
    expect(nextOf(initial({ strategyOn: '2026-02-23' }))).toEqual([{ type: 'initial', dueOn: '2026-03-16' }]);
  });

  it('go by the case system’s target where the strategy discussion is not in the files', () => {
    expect(nextOf(initial({ sourceDueOn: '2026-03-16' }))).toEqual([
      { type: 'initial', dueOn: '2026-03-16' },
    ]);
  });

  it('are reviewed within 3 months, and then within 6', () => {
    const first = initial({ strategyOn: '2025-05-01', heldOn: '2025-05-22', plan: 'P1', plans: true });
    expect(nextOf(first)).toEqual([{ type: 'first-review', dueOn: '2025-08-22' }]);
    const later = review({ heldOn: '2025-08-20', plan: 'P1', plans: true });
    expect(nextOf(first, later)).toEqual([{ type: 'later-review', dueOn: '2026-02-20' }]);
    expect(
      of([first, later, review({ heldOn: '2026-02-25', plan: 'P1' })]).flatMap(({ held }) => held),
    ).toMatchObject([
      { type: 'initial', onTime: true },
      { type: 'first-review', onTime: true },
      { type: 'later-review', onTime: false, workingDaysLate: 3 },
    ]);
  });

  it('end with a conference that no plan came of, or at which it ended', () => {
    expect(of([initial({ heldOn: '2025-05-22', plans: false })])).toEqual([
      { held: [expect.objectContaining({ type: 'initial' })], endedOn: '2025-05-22' },
    ]);
    const facts = [
      initial({ heldOn: '2025-05-22', plan: 'P1', plans: true }),
      review({ heldOn: '2025-08-20', plan: 'P1', plans: false }),
    ];
    expect(of(facts)).toMatchObject([{ plannedFrom: '2025-05-22', endedOn: '2025-08-20' }]);
    expect(nextOf(...facts)).toEqual([undefined]);
  });

  it('are reviewed on the day that the case system expects where no conference so far is in the files', () => {
    expect(nextOf(review({ sourceDueOn: '2026-12-10', plan: 'P1' }))).toEqual([
      { type: 'later-review', dueOn: '2026-12-10' },
    ]);
  });

  it('go on where nobody says whether they do', () => {
    expect(nextOf(initial({ heldOn: '2025-05-22' }))).toEqual([
      { type: 'first-review', dueOn: '2025-08-22' },
    ]);
  });

  it('are two where there are two plans, and a review is of the plan that it names', () => {
    const protections = of([
      initial({ heldOn: '2023-05-22', plan: 'P1', plans: true }),
      review({ heldOn: '2023-08-20', plan: 'P1', plans: false }),
      initial({ heldOn: '2025-05-22', plan: 'P2', plans: true }),
      review({ heldOn: '2025-08-20', plan: 'P2', plans: true }),
    ]);
    expect(protections.map(({ held }) => held.length)).toEqual([2, 2]);
    expect(protections.map(({ next }) => next?.dueOn)).toEqual([undefined, '2026-02-20']);
  });

  it('have the reviews on their days where no plan is named', () => {
    const protections = of([
      initial({ heldOn: '2023-05-22', plans: true }),
      review({ heldOn: '2023-08-20', plans: false }),
      initial({ heldOn: '2025-05-22', plans: true }),
      review({ heldOn: '2025-08-20' }),
    ]);
    expect(protections.map(({ held }) => held.length)).toEqual([2, 2]);
  });

  it('may have no initial conference in the files: the earliest review’s due date is not known', () => {
    const [protection] = of([review({ heldOn: '2025-08-20', plan: 'P1' })]);
    expect(protection).toMatchObject({
      held: [{ type: 'later-review', dueOn: null, onTime: null }],
      next: { type: 'later-review', dueOn: '2026-02-20' },
      plannedFrom: '2025-08-20',
    });
  });

  it('are no more waited for where the initial conference was never held and another came after', () => {
    const facts = [initial({ sourceDueOn: '2023-03-16' }), initial({ heldOn: '2025-05-22', plans: true })];
    expect(nextOf(...facts)).toEqual([{ type: 'first-review', dueOn: '2025-08-22' }]);
  });

  it('are as they were known by the end of the as-at day', () => {
    const later = review({ heldOn: '2025-08-20', recordedAt: '2026-03-09T09:00:00.000Z' });
    const facts = [initial({ heldOn: '2025-05-22', plans: true }), later];
    expect(of(facts, '2026-03-08')[0]?.held).toHaveLength(1);
    expect(of(facts, '2026-03-09')[0]?.held).toHaveLength(2);
  });
});

describe('a child on a plan', () => {
  const protections = of([
    initial({ heldOn: '2025-05-22', plan: 'P1', plans: true }),
    review({ heldOn: '2025-08-20', plan: 'P1', plans: false }),
  ]);

  it.each([
    ['2025-05-21', false],
    ['2025-05-22', true],
    ['2025-08-19', true],
    ['2025-08-20', false],
  ])('is one from the day of the conference, and none from the day on which it ended: %s', (day, on) => {
    expect(isProtected(protections, day)).toBe(on);
  });

  it('is none where no plan came of the conference, or before it', () => {
    expect(isProtected(of([initial({ heldOn: '2025-05-22', plans: false })]), '2025-05-23')).toBe(false);
    expect(isProtected(of([initial({ strategyOn: '2026-02-23' })]), '2026-03-01')).toBe(false);
  });
});

it('has no part in the reviews of a child who is looked after too', () => {
  const facts = [careFrom('2025-05-01'), reviewHeldOn('2025-05-22')];
  const both = [...facts, initial({ heldOn: '2025-05-20', plans: true }), review({ heldOn: '2025-08-19' })];
  expect(lines(both)).toEqual(lines(facts));
});
