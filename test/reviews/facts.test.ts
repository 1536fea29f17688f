import type { Child, SeenFact } from '../../src/reviews/child.js';
import { isLive, mergeFacts, newChild } from '../../src/reviews/facts.js';

const first = '2026-03-02T09:00:00.000Z';
const later = '2026-04-01T09:00:00.000Z';

const period = (changes: Partial<SeenFact & { kind: 'period' }>): SeenFact => ({
  kind: 'period',
  source: 'ssda903',
  startedOn: null,
  knownFrom: '2016-04-26',
  legalStatuses: [{ from: '2016-04-26', code: 'C2' }],
  ...changes,
});
const review = (participation: (SeenFact & { kind: 'review' })['participation']): SeenFact => ({
  kind: 'review',
  source: 'ssda903',
  heldOn: '2017-02-01',
  participation,
});
const allocation = (changes: Partial<SeenFact & { kind: 'allocation' }>): SeenFact => ({
  kind: 'allocation',
  source: 'allocations',
  initials: 'AB',
  iro: 'iro.one@test.example',
  team: 'North 1',
  ...changes,
});

const having = (...facts: SeenFact[]): Child => mergeFacts(newChild('700123'), facts, first).child;
const live = (child: Child) => child.facts.filter(isLive);

describe('facts of a child from a later return', () => {
  it('bring the start that was not known, and the old word stays, superseded', () => {
    const { child, changes } = mergeFacts(
      having(period({})),
      [period({ startedOn: '2015-11-02', knownFrom: '2015-11-02', legalStatuses: [] })],
      later,
    );
    expect(changes).toEqual(['changed']);
    expect(live(child)).toMatchObject([{ startedOn: '2015-11-02', recordedAt: later }]);
    expect(child.facts).toContainEqual({ ...having(period({})).facts[0], supersededAt: later });
  });

  it('bring the end of an open period', () => {
    const { child } = mergeFacts(
      having(period({ startedOn: '2016-04-26' })),
      [period({ knownFrom: '2016-12-01', endedOn: '2017-06-30' })],
      later,
    );
    expect(live(child)).toMatchObject([{ startedOn: '2016-04-26', endedOn: '2017-06-30' }]);
  });

  it('take no end away when an older return is read again', () => {
    const ended = having(period({ startedOn: '2016-04-26', endedOn: '2017-06-30' }));
    expect(mergeFacts(ended, [period({ startedOn: '2016-04-26' })], later).change).toBe('same');
  });

  it('keep a new period of care apart from one that has ended', () => {
    const ended = having(period({ startedOn: '2016-04-26', endedOn: '2017-06-30' }));
    const again = period({ startedOn: '2018-01-08', knownFrom: '2018-01-08' });
    expect(mergeFacts(ended, [again], later).changes).toEqual(['added']);
  });

  it('correct a participation code, and never take one away', () => {
    const child = having(review('PN1'));
    expect(mergeFacts(child, [review('PN5')], later).changes).toEqual(['changed']);
    expect(mergeFacts(child, [review(null)], later).changes).toEqual(['same']);
  });
});

describe('the allocation of a child', () => {
  it('is lifted out for queries', () => {
    expect(having(allocation({ family: 'F1' }))).toMatchObject({ iro: 'iro.one@test.example', family: 'F1' });
  });

  it('passes to another IRO, the day of the old one staying with the old one', () => {
    const child = having(allocation({ from: '2025-09-01' }));
    const moved = mergeFacts(child, [allocation({ iro: 'iro.two@test.example' })], later).child;
    expect(moved.iro).toBe('iro.two@test.example');
    expect(live(moved)[0]).not.toHaveProperty('from');
    expect(moved.facts).toContainEqual(
      expect.objectContaining({ iro: 'iro.one@test.example', from: '2025-09-01', supersededAt: later }),
    );
  });

  it('keeps its day while the IRO is the same, and drops a family that is gone', () => {
    const child = having(allocation({ from: '2025-09-01', family: 'F1' }));
    const { child: same } = mergeFacts(child, [allocation({ team: 'South' })], later);
    expect(live(same)).toMatchObject([{ team: 'South', from: '2025-09-01' }]);
    expect(same).not.toHaveProperty('family');
  });
});
