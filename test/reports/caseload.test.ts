import type { Allocation, Child, ChildFact, Period } from '../../src/reviews/child.js';
import { aPerson, anAuthority } from '../people/authority.js';
import { careFrom } from '../reviews/childFacts.js';
import { type Reading, counts, readingChildren, row } from './reading.js';

let refs = 0;
const child = (...facts: ChildFact[]): Child => {
  const ref = `7${String(++refs).padStart(5, '0')}`;
  return { id: `child:${ref}`, type: 'child', shape: 1, ref, facts };
};
const allocatedTo = (who: string, differs: Partial<Allocation> = {}): Allocation => ({
  kind: 'allocation',
  source: 'allocations',
  initials: 'AB',
  iro: `${who}@example.org`,
  team: 'Team North',
  recordedAt: '2026-03-02T09:00:00.000Z',
  ...differs,
});
const ofIro = (who: string, count: number, period: Partial<Period> = {}) =>
  Array.from({ length: count }, () => child(careFrom('2024-05-01', period), allocatedTo(who)));

/** At the end of March 2025. */
const caseload = (children: readonly Child[], differs: Reading = {}) =>
  readingChildren(children, {
    name: 'caseload',
    directory: anAuthority({
      people: [
        aPerson('iro', 'iro', { fte: 0.5 }),
        aPerson('other-iro', 'iro', { fte: 1 }),
        aPerson('free', 'iro', { fte: 1 }),
        aPerson('new', 'iro'),
      ],
    }),
    ...differs,
  });

describe('children looked after', () => {
  it('are those at the end of the last day of the period, or of the as-at day in it', () => {
    const children = [
      child(careFrom('2024-05-01')),
      child(careFrom('2025-03-31')),
      child(careFrom('2024-03-31', { endedOn: '2025-03-31' })),
      child(careFrom('2025-04-01')),
    ];
    const report = caseload(children);
    expect(row(report, 'children-looked-after', 'all')).toBe('2');
    expect(row(report, 'children-looked-after', 'at-start')).toBe('1');
    expect(row(report, 'children-looked-after', 'came')).toBe('2');
    expect(row(report, 'children-looked-after', 'left')).toBe('1');
    const sooner = caseload(children, { from: '2025-04-01', to: '2027-03-31' });
    expect(row(sooner, 'children-looked-after', 'all')).toBe('3');
  });

  it('are not recorded at a start before the first day of which any file tells, nor who came and left since', () => {
    const report = caseload([child(careFrom('2024-05-01')), child(careFrom('2024-06-03'))]);
    expect(counts(report, 'children-looked-after')).toEqual({
      all: 2,
      'at-start': null,
      came: null,
      left: null,
      adoption: 0,
    });
  });

  it('are not those in short breaks', () => {
    const legalStatuses = [
      { from: '2024-05-01', code: 'V4' },
      { from: '2025-01-01', code: 'C2' },
    ];
    const report = caseload([child(careFrom('2024-05-01', { legalStatuses }))], {
      from: '2024-06-01',
      to: '2024-12-31',
    });
    expect(row(report, 'children-looked-after', 'all')).toBe('0');
    expect(
      row(caseload([child(careFrom('2024-05-01', { legalStatuses }))]), 'children-looked-after', 'all'),
    ).toBe('1');
  });

  it('are those placed for adoption too, who are in no IRO’s caseload', () => {
    const adoption = [
      { from: '2024-05-01', placed: false },
      { from: '2024-09-02', placed: true },
    ];
    const children = [child(careFrom('2024-05-01', { adoption })), child(careFrom('2024-05-01'))];
    const report = caseload(children);
    expect(row(report, 'children-looked-after', 'all')).toBe('2');
    expect(row(report, 'children-looked-after', 'adoption')).toBe('1');
    expect(row(report, 'caseload', 'without-iro')).toBe('1');
    expect(row(report, 'caseload', 'adoption')).toBe('1');
    expect(row(report, 'caseload', 'short-breaks')).toBe('0');
  });

  it('are not those who came again and left, though the end of the time before is not in the files', () => {
    const again = child(careFrom('2020-05-01'), careFrom('2024-05-01', { endedOn: '2024-12-02' }));
    expect(row(caseload([again]), 'children-looked-after', 'all')).toBe('0');
  });

  it('are not recorded where no file tells of care', () => {
    expect(row(caseload([]), 'children-looked-after', 'all')).toBe('not recorded');
    expect(row(caseload([]), 'caseload', 'all')).toBe('not recorded');
  });
});

describe('the caseload', () => {
  it('is children for each IRO who holds cases, and for each full-time equivalent of them', () => {
    const report = caseload([...ofIro('iro', 40), ...ofIro('other-iro', 65)]);
    expect(row(report, 'caseload', 'all')).toBe('105');
    expect(row(report, 'caseload', 'per-head')).toBe('2: 52.5');
    expect(row(report, 'caseload', 'per-fte')).toBe('1.5: 70');
    expect(row(report, 'caseload', 'lowest')).toBe('2: 40');
    expect(row(report, 'caseload', 'highest')).toBe('2: 65');
    // 40 children of a half-time IRO are 80 for a full-time equivalent.
    expect(row(report, 'caseload', 'over-70')).toBe('1 of 2: 50');
  });

  it('says for how many IROs nobody recorded their hours, and leaves them out of it', () => {
    const report = caseload([...ofIro('other-iro', 30), ...ofIro('new', 90)]);
    expect(row(report, 'caseload', 'per-head')).toBe('2: 60');
    expect(row(report, 'caseload', 'per-fte')).toBe('1: 30');
    expect(row(report, 'caseload', 'over-70')).toBe('0 of 1: 0');
    expect(row(report, 'caseload', 'fte-not-recorded')).toBe('1 of 2: 50');
  });

  it('is of the IRO to whom the child was allocated on that day', () => {
    const moved = child(
      careFrom('2024-05-01'),
      allocatedTo('iro', {
        recordedAt: '2024-06-03T09:00:00.000Z',
        supersededAt: '2025-06-02T09:00:00.000Z',
      }),
      allocatedTo('other-iro', { from: '2025-05-12', recordedAt: '2025-06-02T09:00:00.000Z' }),
    );
    const perFte = (to: string, asAt = '2026-03-02') =>
      row(caseload([moved], { to, asAt }), 'caseload', 'per-fte');
    expect(perFte('2025-05-11')).toBe('0.5: 2');
    expect(perFte('2025-05-12')).toBe('1: 1');
    // As at a day before anybody recorded the move.
    expect(perFte('2025-05-12', '2025-06-01')).toBe('0.5: 2');
  });

  it('has a child without an IRO beside it, and none who was taken off the list', () => {
    const taken = child(
      careFrom('2024-05-01'),
      allocatedTo('iro', {
        recordedAt: '2024-06-03T09:00:00.000Z',
        supersededAt: '2025-01-02T09:00:00.000Z',
      }),
    );
    const report = caseload([taken, child(careFrom('2024-05-01'))]);
    expect(row(report, 'caseload', 'all')).toBe('0');
    expect(row(report, 'caseload', 'per-head')).toBe('not recorded');
    expect(row(report, 'caseload', 'without-iro')).toBe('2');
  });

  it('counts a child of whom no period is in the files, from the allocation on, and says how many there are', () => {
    const listed = child(allocatedTo('iro', { from: '2025-01-06' }));
    expect(row(caseload([listed]), 'caseload', 'all')).toBe('1');
    expect(row(caseload([listed]), 'caseload', 'care-not-known')).toBe('1');
    expect(row(caseload([listed], { to: '2025-01-05' }), 'caseload', 'all')).toBe('not recorded');
  });

  it('says what the Handbook says', () => {
    expect(caseload([]).measures[1]?.definition).toContain(
      'The IRO Handbook says 50 to 70 children for a full-time equivalent',
    );
  });
});
