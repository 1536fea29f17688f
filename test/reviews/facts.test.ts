import type { Child, SeenFact } from '../../src/reviews/child.js';
import { isLive, mergeFacts, newChild, withReturn } from '../../src/reviews/facts.js';
import { careOf } from '../../src/reviews/careOf.js';

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

describe('periods of care that their own source tells of anew', () => {
  const careAfter = (...readings: readonly SeenFact[][]) => {
    const child = readings.reduce((known, seen) => mergeFacts(known, seen, later).child, newChild('700123'));
    return careOf(live(child)).map(({ startedOn, endedOn }) => [startedOn, endedOn]);
  };
  const from = (startedOn: string, changes: Partial<SeenFact & { kind: 'period' }> = {}) =>
    period({ startedOn, knownFrom: startedOn, legalStatuses: [], ...changes });
  const bySystem = (startedOn: string, sourceId?: string, endedOn?: string) =>
    from(startedOn, {
      source: 'ssd',
      ...(sourceId === undefined ? {} : { sourceId }),
      ...(endedOn === undefined ? {} : { endedOn }),
    });
  const inYear = (year: number, startedOn: string, endedOn?: string) =>
    from(startedOn, { year: `${year}-04-01`, ...(endedOn === undefined ? {} : { endedOn }) });

  it('start on the corrected day, earlier or later', () => {
    for (const [wrong, right] of [
      ['2026-02-20', '2026-02-13'],
      ['2026-02-13', '2026-02-20'],
    ] as const) {
      expect(careAfter([bySystem(wrong, 'CLA1')], [bySystem(right, 'CLA1')])).toEqual([[right, undefined]]);
      expect(careAfter([bySystem(wrong)], [bySystem(right, 'CLA1')])).toEqual([[right, undefined]]);
      expect(careAfter([inYear(2025, wrong)], [inYear(2025, right)])).toEqual([[right, undefined]]);
      expect(careAfter([inYear(2025, wrong)], [inYear(2026, right)])).toEqual([[right, undefined]]);
      expect(careAfter([inYear(2026, right)], [inYear(2025, wrong)])).toEqual([[right, undefined]]);
    }
  });

  it('take no legal status with them of days before the corrected one', () => {
    const wrong = from('2025-05-01', { source: 'ssd', legalStatuses: [{ from: '2025-05-01', code: 'V4' }] });
    const child = mergeFacts(having(wrong), [bySystem('2025-05-12')], later).child;
    expect(live(child)).toMatchObject([{ startedOn: '2025-05-12', legalStatuses: [] }]);
  });

  it('are the case system’s by its own id: another id is another period, the same id one that was moved', () => {
    expect(careAfter([bySystem('2025-05-01', 'CLA1')], [bySystem('2026-02-13', 'CLA2')])).toEqual([
      ['2025-05-01', undefined],
      ['2026-02-13', undefined],
    ]);
    const moved = [[bySystem('2025-05-01', 'CLA1', '2025-05-03')], [bySystem('2025-06-01', 'CLA1')]] as const;
    expect(careAfter([...moved[0]], [...moved[1]])).toEqual([['2025-06-01', undefined]]);
  });

  it('stay two where one year’s return has two that do not overlap, whichever is told of', () => {
    const both = [inYear(2025, '2025-05-01', '2025-06-01'), inYear(2025, '2025-09-01')];
    const two = [
      ['2025-05-01', '2025-06-01'],
      ['2025-09-01', undefined],
    ];
    expect(careAfter(both)).toEqual(two);
    expect(careAfter(both.slice(0, 1), both.slice(1))).toEqual(two);
    expect(careAfter(both, both.slice(1))).toEqual(two);
    const corrected = [inYear(2025, '2025-05-01', '2025-06-01'), inYear(2025, '2025-08-25')];
    expect(careAfter(both, corrected)).toEqual([two[0], ['2025-08-25', undefined]]);
  });

  it('start anew where the return of a later year has another one, whose end came before nobody knows when', () => {
    expect(careAfter([inYear(2023, '2023-05-01')], [inYear(2025, '2025-09-01')])).toEqual([
      ['2023-05-01', undefined],
      ['2025-09-01', undefined],
    ]);
  });

  it('have no end any more where their own source takes it back, and keep it where an older year has none', () => {
    const open = [['2025-05-01', undefined]];
    const ended = [['2025-05-01', '2025-12-01']];
    expect(
      careAfter([bySystem('2025-05-01', 'CLA1', '2025-12-01')], [bySystem('2025-05-01', 'CLA1')]),
    ).toEqual(open);
    for (const year of [2025, 2026])
      expect(careAfter([inYear(2025, '2025-05-01', '2025-12-01')], [inYear(year, '2025-05-01')])).toEqual(
        open,
      );
    expect(careAfter([inYear(2025, '2025-05-01', '2025-12-01')], [inYear(2024, '2025-05-01')])).toEqual(
      ended,
    );
  });

  it('are corrected by the newest return also where they were recorded without their year', () => {
    const { year: _year, ...ofNoYear } = inYear(2025, '2025-05-12', '2025-12-01') as SeenFact & {
      kind: 'period';
    };
    const before = withReturn(having(ofNoYear), '2025-04-01', first);
    const after = (year: number, startedOn: string) =>
      careOf(live(mergeFacts(before, [inYear(year, startedOn)], later).child));
    expect(after(2025, '2025-05-01')).toMatchObject([{ startedOn: '2025-05-01' }]);
    expect(after(2025, '2025-05-12')[0]).not.toHaveProperty('endedOn');
    expect(after(2024, '2025-05-12')).toMatchObject([{ startedOn: '2025-05-12', endedOn: '2025-12-01' }]);
    const again = mergeFacts(before, [inYear(2025, '2025-05-12', '2025-12-01')], later);
    expect(again.child).toBe(before);
  });

  it('start as was recorded later where two sources have the same one start on two days', () => {
    const [inReturn, elsewhere] = [inYear(2025, '2025-05-12'), bySystem('2025-05-01', 'CLA1')];
    for (const [told, corrected] of [
      [inReturn, elsewhere],
      [elsewhere, inReturn],
    ] as const) {
      const child = mergeFacts(having(told), [corrected], later).child;
      expect(careOf(live(child))).toMatchObject([
        { startedOn: (corrected as { startedOn: string }).startedOn },
      ]);
    }
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
