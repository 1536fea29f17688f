import { defaultPolicy } from '../../src/policy/policy.js';
import type { Child, ChildFact, ReviewFact } from '../../src/reviews/child.js';
import { anAuthority } from '../people/authority.js';
import { careFrom, heldOn } from '../reviews/childFacts.js';
import { readingChildren, row, type Reading } from './reading.js';

let refs = 0;
const child = (...facts: ChildFact[]): Child => {
  const ref = `7${String(++refs).padStart(5, '0')}`;
  return { id: `child:${ref}`, type: 'child', shape: 1, ref, facts };
};
const reviewed = (...codes: ReviewFact['participation'][]) =>
  codes.map((participation, index) =>
    child(careFrom('2024-03-25'), heldOn(`2024-04-${10 + index}`, { participation })),
  );
const reading = (children: readonly Child[], differs: Reading = {}) =>
  readingChildren(children, { name: 'participation', ...differs });

describe('participation', () => {
  const all = reviewed('PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7', null, null);

  it('is by default PN1, PN2, PN3, PN5 and PN6 of all but PN0 and what is not recorded', () => {
    const report = reading(all);
    expect(row(report, 'participation', 'all')).toBe('5 of 7: 71.4');
    expect(row(report, 'participation', 'under-4')).toBe('1');
    expect(row(report, 'participation', 'not-recorded')).toBe('2');
    expect(report.measures[0]?.definition).toContain('took part: PN1, PN2, PN3, PN5, PN6.');
  });

  it('is what the policy says it is, printed with the figure', () => {
    const directory = anAuthority({ policy: { ...defaultPolicy, participated: ['PN1', 'PN5'] } });
    const report = reading(all, { directory });
    expect(row(report, 'participation', 'all')).toBe('2 of 7: 28.6');
    expect(report.measures[0]?.definition).toContain('took part: PN1, PN5.');
  });

  it('at all ages has the children under 4 in what it is taken of', () => {
    expect(row(reading(all), 'participation-all-ages', 'all')).toBe('5 of 8: 62.5');
  });

  it('by code has a row for each, of all reviews', () => {
    const report = reading(all);
    expect(row(report, 'participation-by-code', 'PN4')).toBe('1 of 10: 10');
    expect(row(report, 'participation-by-code', 'not-recorded')).toBe('2 of 10: 20');
  });

  it('is another figure than having been there', () => {
    expect(row(reading(all), 'attended', 'all')).toBe('4 of 7: 57.1');
  });

  it('counts reviews whose due date is not known, and none in short breaks', () => {
    const breaks = careFrom('2024-04-08', { legalStatuses: [{ from: '2024-04-08', code: 'V3' }] });
    const report = reading([
      child(careFrom(null), heldOn('2024-06-03')),
      child(breaks, heldOn('2024-06-03', { participation: 'PN7' })),
    ]);
    expect(row(report, 'participation', 'all')).toBe('1 of 1: 100');
  });

  it('is not recorded where no review is', () => {
    expect(row(reading([child(careFrom('2024-03-25'))]), 'participation', 'all')).toBe('not recorded');
    // Reviews that nobody gave a code are known, and of them nothing is.
    expect(row(reading(reviewed(null)), 'participation', 'not-recorded')).toBe('1');
  });
});

describe('participation in the last review', () => {
  const lastOf = (children: readonly Child[], key = 'all', differs: Reading = {}) =>
    row(reading(children, differs), 'participation-last-review', key);

  it('is of the children who are looked after at the end, by their last review, whenever it was', () => {
    const children = [
      child(
        careFrom('2023-01-09'),
        heldOn('2023-02-01', { participation: 'PN7' }),
        heldOn('2023-05-01', { participation: 'PN2' }),
      ),
      child(careFrom('2024-05-01'), heldOn('2024-05-20', { participation: 'PN7' })),
      child(careFrom('2024-05-01', { endedOn: '2025-03-31' }), heldOn('2024-05-20')),
      child(careFrom('2025-03-03')),
    ];
    expect(lastOf(children)).toBe('1 of 2: 50');
    expect(lastOf(children, 'no-review')).toBe('1');
  });

  it('is by no review that was held after the period', () => {
    const later = child(
      careFrom('2024-05-01'),
      heldOn('2024-05-20', { participation: 'PN7' }),
      heldOn('2025-04-01', { participation: 'PN1' }),
    );
    expect(lastOf([later])).toBe('0 of 1: 0');
  });

  it('is by no review of an earlier time of being looked after', () => {
    const again = child(
      careFrom('2023-05-01', { endedOn: '2023-12-01' }),
      heldOn('2023-05-20'),
      careFrom('2025-03-03'),
    );
    expect(lastOf([again], 'no-review')).toBe('1');
    expect(lastOf([again])).toBe('not recorded');
  });
});
