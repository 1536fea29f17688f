import * as fc from 'fast-check';
import type { Conference } from '../../src/reviews/caseSystem.js';
import type { Allocation, Child, ChildFact } from '../../src/reviews/child.js';
import { aPerson, anAuthority } from '../people/authority.js';
import { careFrom } from '../reviews/childFacts.js';
import { counts, readingChildren, row } from './reading.js';

let refs = 0;
const child = (...facts: readonly ChildFact[]): Child => {
  const ref = `7${String(++refs).padStart(5, '0')}`;
  return { id: `child:${ref}`, type: 'child', shape: 1, ref, facts: [...facts] };
};
const recordedAt = '2026-03-02T09:00:00.000Z';
const allocatedTo = (who: string): Allocation => ({
  kind: 'allocation',
  source: 'allocations',
  initials: 'AB',
  iro: `${who}@example.org`,
  team: 'Team North',
  from: '2024-05-01',
  recordedAt,
});
const conference = (heldOn: string, plans: boolean): Conference => ({
  kind: 'conference',
  source: 'ssd',
  conference: 'initial',
  sourceId: `C${heldOn}`,
  heldOn,
  plans,
  recordedAt,
});
const onPlan = conference('2024-06-03', true);
const care = careFrom('2024-05-01');

const directory = anAuthority({
  people: [aPerson('iro', 'iro', { fte: 0.5 }), aPerson('other-iro', 'iro', { fte: 1 })],
});
/** At the end of March 2025. */
const caseload = (children: readonly Child[], from = '2024-04-01', to = '2025-03-31') =>
  readingChildren(children, { name: 'caseload', from, to, directory });

describe('the combined caseload', () => {
  it('counts a child who is looked after and on a plan once, and shows how many are both', () => {
    const report = caseload([
      child(care, allocatedTo('iro')),
      child(care, onPlan, allocatedTo('iro')),
      child(onPlan, allocatedTo('other-iro')),
      child(onPlan),
    ]);
    expect(counts(report, 'caseload-combined')).toMatchObject({
      all: 3,
      'looked-after': 2,
      'child-protection': 2,
      both: 1,
      'without-iro': 1,
    });
    expect(row(report, 'caseload-combined', 'per-head')).toBe('2: 1.5');
    expect(row(report, 'caseload-combined', 'per-fte')).toBe('1.5: 2');
    expect(row(report, 'caseload-combined', 'lowest')).toBe('2: 1');
    expect(row(report, 'caseload-combined', 'highest')).toBe('2: 2');
  });

  it('leaves the caseload of looked-after children as it is: child protection is not in its 50 to 70', () => {
    const lookedAfter = [child(care, allocatedTo('iro'))];
    const more = [...lookedAfter, child(onPlan, allocatedTo('iro'))];
    const rows = (children: readonly Child[]) =>
      caseload(children).measures.find(({ id }) => id === 'caseload')?.rows;
    expect(rows(more)).toEqual(rows(lookedAfter));
    expect(caseload(more).measures.find(({ id }) => id === 'caseload-combined')?.definition).toContain(
      'The 50 to 70 of the IRO Handbook are of children looked after alone',
    );
  });

  it('takes who is allocated for looked after where no file tells of care at all', () => {
    expect(counts(caseload([child(onPlan, allocatedTo('iro'))]), 'caseload-combined')).toMatchObject({
      all: 1,
      'looked-after': 1,
      'child-protection': 1,
      both: 1,
    });
  });

  it('does not know of child protection where no conference is in the files', () => {
    const report = caseload([child(care, allocatedTo('iro'))]);
    expect(counts(report, 'caseload-combined')).toMatchObject({
      all: 1,
      'looked-after': 1,
      'child-protection': null,
      both: null,
    });
    expect(counts(report, 'child-protection')).toMatchObject({ all: null });
    expect(counts(caseload([]), 'caseload-combined')).toMatchObject({ all: null, 'looked-after': null });
  });

  it('is not recorded of a day before the first of which any file tells', () => {
    const children = [child(careFrom('2024-05-01'), onPlan, allocatedTo('iro'))];
    const before = caseload(children, '2012-04-01', '2013-03-31');
    for (const measure of ['caseload-combined', 'child-protection'])
      expect(Object.values(counts(before, measure)).filter((count) => count !== null)).toEqual([]);
    // Care is in the files a month before the first conference.
    const between = caseload(children, '2024-04-01', '2024-05-31');
    expect(counts(between, 'caseload-combined')).toMatchObject({ all: 1, 'child-protection': null });
    expect(counts(between, 'child-protection')).toMatchObject({ all: null });
  });

  it('is looked after and on a plan, less both, whoever they are', () => {
    const facts = fc.subarray([care, onPlan, conference('2024-07-01', false), allocatedTo('iro')]);
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 8 }), (children) => {
        const report = caseload([...children.map((each) => child(...each)), child(care), child(onPlan)]);
        const of = counts(report, 'caseload-combined');
        const number = (key: string) => of[key] ?? Number.NaN;
        expect(number('all')).toBe(number('looked-after') + number('child-protection') - number('both'));
      }),
    );
  });
});

describe('children on a child protection plan', () => {
  it('are those at the end, beside the start, and those who began and ended since', () => {
    const ended: Conference = { ...conference('2024-09-02', false), conference: 'review' };
    const before = conference('2024-02-05', true);
    const report = caseload([
      child(onPlan),
      child(before),
      child(before, ended),
      child(conference('2024-06-03', false)),
    ]);
    expect(counts(report, 'child-protection')).toEqual({ all: 2, 'at-start': 2, began: 1, ended: 1 });
  });

  it('are not recorded at a start before the first conference that the files have', () => {
    expect(counts(caseload([child(onPlan)]), 'child-protection')).toEqual({
      all: 1,
      'at-start': null,
      began: null,
      ended: null,
    });
  });

  it('are none where an extract that was read has conferences of others alone', () => {
    const expected: Conference = { ...conference('', true), heldOn: undefined, strategyOn: '2026-03-02' };
    const from = (day: string) => counts(caseload([child(expected)], day, '2026-03-31'), 'child-protection');
    expect(from('2026-03-03')).toEqual({ all: 0, 'at-start': 0, began: 0, ended: 0 });
    expect(from('2026-03-02')).toMatchObject({ all: 0, 'at-start': null });
  });
});

it('leaves conferences out of every figure of reviews', () => {
  const review: Conference = { ...conference('2024-09-02', true), conference: 'review' };
  const measures = (children: readonly Child[]) => readingChildren(children, { name: 'timeliness' }).measures;
  expect(measures([child(care, onPlan, review)])).toEqual(measures([child(care)]));
});
