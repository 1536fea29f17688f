import { allocationOn, currentAllocation } from '../../src/reviews/allocation.js';
import type { SeenFact } from '../../src/reviews/child.js';
import { mergeFacts, newChild } from '../../src/reviews/facts.js';
import { reassigned } from '../../src/reviews/reassigned.js';

const list = (iro: string, more: object = {}): SeenFact => ({
  kind: 'allocation',
  source: 'allocations',
  initials: 'AB',
  family: 'F1',
  iro,
  team: 'North',
  ...more,
});
const caseSystem = (iro: string): SeenFact => ({ kind: 'involvement', source: 'ssd', iro });
const on = (day: string) => `${day}T09:00:00.000Z`;
const seen = (...facts: SeenFact[]) => mergeFacts(newChild('700123'), facts, on('2026-03-01')).child;
const toBen = { to: 'ben', by: 'person:lead', at: on('2026-03-04') };
const given = (child: ReturnType<typeof seen>, to = toBen) => {
  const next = reassigned(child, to);
  if (next === undefined) throw new Error('it was not given');
  return next;
};

describe('a child whom a lead gives to another IRO', () => {
  it('is theirs from that day; before, it was the other’s', () => {
    const child = given(seen(list('anna', { socialWorker: 'sol' })));
    expect(child).toMatchObject({ iro: 'ben', family: 'F1' });
    expect(currentAllocation(child)).toMatchObject({ team: 'North', socialWorker: 'sol', by: 'person:lead' });
    const held = (day: string) => allocationOn(child.facts, day, '2026-03-31')?.iro;
    expect([held('2026-03-03'), held('2026-03-04')]).toEqual(['anna', 'ben']);
    expect(allocationOn(child.facts, '2026-03-03', '2026-03-03')?.iro).toBe('anna');
  });

  it('is given once, and not at all where it has no IRO', () => {
    expect(reassigned(given(seen(list('anna'))), toBen)).toBeUndefined();
    expect(reassigned(newChild('700123'), toBen)).toBeUndefined();
  });

  it('stays theirs while the list names whom it named, however often they are given on', () => {
    const child = given(given(seen(list('anna'))), { ...toBen, to: 'carl' });
    const read = mergeFacts(child, [list('anna')], on('2026-03-05'));
    expect(read).toMatchObject({ change: 'same', child: { iro: 'carl' } });
    expect(read.child).toBe(child);
  });

  it('follows the list to anybody else, also to whom the lead had named: then the list decides again', () => {
    const child = given(seen(list('anna')));
    expect(mergeFacts(child, [list('dora')], on('2026-03-05')).child.iro).toBe('dora');
    const caughtUp = mergeFacts(child, [list('ben')], on('2026-03-05')).child;
    expect(caughtUp.iro).toBe('ben');
    expect(mergeFacts(caughtUp, [list('anna')], on('2026-03-06')).child.iro).toBe('anna');
  });

  it('whom no list has follows the case system once that names another', () => {
    const child = given(seen(caseSystem('anna')));
    expect(mergeFacts(child, [caseSystem('anna')], on('2026-03-05')).child.iro).toBe('ben');
    expect(mergeFacts(child, [caseSystem('dora')], on('2026-03-05')).child.iro).toBe('dora');
    expect(mergeFacts(child, [list('anna')], on('2026-03-05')).child.iro).toBe('anna');
  });
});
