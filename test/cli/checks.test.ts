import { bankHolidaysByRule } from '../../src/calendar/bankHolidayRule.js';
import { replaceBankHolidays } from '../../src/calendar/bankHolidays.js';
import { bankHolidayCheck, checksOf } from '../../src/cli/checks.js';
import type { Examined } from '../../src/cli/examined.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import type { Allocation, Child, ChildFact } from '../../src/reviews/child.js';
import type { Delivery } from '../../src/store/store.js';
import { aPerson, anAuthority, people, withHolders } from '../people/authority.js';
import { careFrom, heldOn } from '../reviews/childFacts.js';

/** Tue 10 Mar 2026, everything being in order. */
const now = '2026-03-10T09:00:00.000Z';
const known = people.map((person) => ({ ...person, entraId: `entra-${person.upn}` }));
const importedAt = { people: now, allocations: now, ssd: '2026-03-09T05:00:00.000Z' };
const allocatedTo = (who: string): Allocation => ({
  kind: 'allocation',
  source: 'allocations',
  initials: 'AB',
  iro: `${who}@example.org`,
  team: 'Team North',
  recordedAt: '2026-03-02T09:00:00.000Z',
});
const child = (ref: string, ...facts: ChildFact[]): Child => ({
  id: `child:${ref}`,
  type: 'child',
  shape: 1,
  ref,
  facts,
});
const children = [
  child('700123', careFrom('2025-05-01'), allocatedTo('iro')),
  child('700124', careFrom('2025-05-01'), allocatedTo('other-iro')),
];
const directory = anAuthority({ people: known, importedAt });
const inOrder: Examined = { directory, children, deliveries: [], heldBack: [] };

const wordOn = (name: string, differs: Partial<Examined> = {}) => {
  const found = checksOf({ ...inOrder, ...differs }, now).find(({ check }) => check === name);
  return found === undefined ? undefined : [found.verdict, found.says, ...found.which];
};

describe('what the doctor looks at', () => {
  it('is fine where everything is in order', () => {
    expect(checksOf(inOrder, now).filter(({ verdict }) => verdict !== 'fine')).toEqual([]);
  });

  it('is a policy that loads with warnings', () => {
    const policy = { ...defaultPolicy, totalWorkingDays: 10 };
    expect(wordOn('Policy', { directory: { ...directory, policy } })).toEqual([
      'look',
      'it loads, and deserves a look',
      'the stages add up to 20 working days, more than the total of 10 (IRO Handbook 6.2)',
    ]);
  });

  it('is whoever cannot be joined yet, or at all', () => {
    const some = [...known, aPerson('new', 'manager'), aPerson('odd', 'manager', { upn: '', entraId: 'x' })];
    expect(wordOn('People without an Entra id', { directory: { ...directory, people: some } })).toEqual([
      'look',
      '1 person has not written to the bot yet, and their id is not in people.csv',
      'new@example.org',
    ]);
    expect(wordOn('People without a upn', { directory: { ...directory, people: some } })).toEqual([
      'wrong',
      '1 person cannot be joined to anybody',
      'The odd',
    ]);
  });

  it('is a list with nobody on it today, and a service without a team or a child', () => {
    const left = known.map((person) => ({ ...person, to: '2026-03-09' }));
    expect(wordOn('People', { directory: { ...directory, people: left } })?.[0]).toBe('wrong');
    expect(wordOn('Teams', { directory: { ...directory, teams: [] } })?.[0]).toBe('wrong');
    expect(wordOn('Children', { children: [] })?.[0]).toBe('wrong');
  });

  it('is a stage that nobody holds, or somebody who has left', () => {
    const gone = known.map((person) =>
      person.id === 'person:operations-manager' ? { ...person, to: '2026-03-09' } : person,
    );
    const { teams } = withHolders({ director: undefined });
    expect(wordOn('Stages without a holder', { directory: { ...directory, people: gone, teams } })).toEqual([
      'wrong',
      '2 stages have nobody to answer',
      'Team North: Operations manager',
      'Team North: Director',
    ]);
  });

  it('is an IRO without children, and a child without an IRO who is on the list today', () => {
    const gone = known.map((person) =>
      person.id === 'person:other-iro' ? { ...person, to: '2026-03-09' } : person,
    );
    expect(wordOn('IROs without children', { children: children.slice(0, 1) })).toEqual([
      'look',
      '1 IRO has no child allocated',
      'other-iro@example.org',
    ]);
    const more = [
      ...children,
      child('700125', careFrom('2025-05-01')),
      child('700126', careFrom('2025-05-01', { endedOn: '2026-01-30' })),
    ];
    expect(
      wordOn('Children without an IRO', { directory: { ...directory, people: gone }, children: more }),
    ).toEqual(['wrong', '2 children have no IRO who is on the list today', '700124', '700125']);
  });

  it.each([
    ['2026-03-09T05:00:00.000Z', 'fine', 'case system as at Mon 9 Mar'],
    ['2026-03-06T05:00:00.000Z', 'fine', 'case system as at Fri 6 Mar'],
    ['2026-03-05T05:00:00.000Z', 'wrong', 'case system as at Thu 5 Mar: older than two working days'],
  ])('is data that is older than two working days: read at %s', (ssd, verdict, says) => {
    expect(wordOn('Data', { directory: { ...directory, importedAt: { ...importedAt, ssd } } })).toEqual([
      verdict,
      says,
    ]);
  });

  it('is data of the return or of the list where there are no extracts, and that there is none', () => {
    const only = (read: object) => wordOn('Data', { directory: { ...directory, importedAt: read } })?.[1];
    expect(only({ ssda903: '2026-03-09T05:00:00.000Z', allocations: now })).toBe(
      'case system as at Mon 9 Mar',
    );
    expect(only({ allocations: now })).toBe('case system as at Tue 10 Mar');
    expect(only({})).toBe('nothing has been imported');
  });

  it('is a message that failed or reached nobody, and a document that was held back', () => {
    const delivery = (result: Delivery['result'], reason?: string): Delivery => ({
      id: `delivery:${result}`,
      type: 'delivery',
      shape: 1,
      subject: 'dispute:1',
      person: 'person:iro',
      conversation: 'none',
      as: 'iro',
      overtaken: [],
      told: [],
      untold: [],
      attempts: 1,
      result,
      ...(reason === undefined ? {} : { reason }),
    });
    const deliveries = [
      delivery('sent'),
      delivery('failed', 'HTTP 400'),
      delivery('unreachable', 'never met'),
    ];
    expect(wordOn('Deliveries that failed', { deliveries })).toEqual([
      'wrong',
      '1 message',
      'person:iro about dispute:1: HTTP 400',
    ]);
    expect(wordOn('People who were not reached', { deliveries })?.slice(2)).toEqual([
      'person:iro about dispute:1: never met',
    ]);
    expect(wordOn('Held back', { heldBack: ['dispute:1'] })?.slice(2)).toEqual(['dispute:1']);
  });

  it('is a child whose reviews the sources tell differently', () => {
    const inTeams = heldOn('2025-05-22', { source: 'teams' });
    const inCaseSystem = heldOn('2025-05-20', { source: 'ssd', sourceId: 'R1' });
    const other = child('700125', careFrom('2025-05-01'), allocatedTo('iro'), inTeams, inCaseSystem);
    expect(wordOn('Differences between sources', { children: [...children, other] })).toEqual([
      'look',
      '1 child has reviews that the sources tell differently',
      '700125',
    ]);
  });
});

describe('bank holidays', () => {
  afterEach(() => replaceBankHolidays());

  it('are known until the end of the file, and of the next year a warning comes from 1 July', () => {
    expect(bankHolidayCheck('2026-11-25')).toMatchObject({
      verdict: 'fine',
      says: 'known until 31 December 2027',
    });
    expect(bankHolidayCheck('2027-06-30').verdict).toBe('fine');
    expect(bankHolidayCheck('2027-07-01')).toMatchObject({
      verdict: 'look',
      says: expect.stringContaining('those of 2028 are by rule alone'),
    });
    expect(bankHolidayCheck('2028-01-10').says).toContain('those of 2028 are by rule alone');
  });

  it('are no matter for a warning once the operator has given the year', () => {
    replaceBankHolidays({ division: 'england-and-wales', events: bankHolidaysByRule(2028) });
    expect(bankHolidayCheck('2027-07-01')).toMatchObject({
      verdict: 'fine',
      says: 'known until 31 December 2028',
    });
  });
});
