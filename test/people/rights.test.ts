import { anAuthority, aPerson, aTeam, people, withHolders } from './authority.js';
import { type Directory, holderOf, leadsFor, personByUpn } from '../../src/people/directory.js';
import type { Person } from '../../src/people/person.js';
import {
  isIroSide,
  judgesOf,
  judging,
  mayRead,
  responderOf,
  type Side,
  sidesOf,
  sidesOfChild,
} from '../../src/people/rights.js';
import { after, closed, informal, inEachStatus, offered, raised, waiting } from '../disputes/builders.js';

const today = '2026-03-04';
const somebody = (id: string): Person =>
  people.find((person) => person.id === `person:${id}`) ?? aPerson(id, 'iro');
const sides = (
  dispute: ReturnType<typeof waiting>,
  who: string | Person,
  directory = anAuthority(),
  on = today,
) => [...sidesOf(dispute, typeof who === 'string' ? somebody(who) : who, directory, on)].toSorted();
/** The same authority with one person changed. */
const withPerson = (person: Person, directory = anAuthority()): Directory => ({
  ...directory,
  people: directory.people.map((each) => (each.id === person.id ? person : each)),
});

describe('on which side somebody stands', () => {
  it.each([
    ['iro', ['iro', 'judge']],
    ['team-manager', ['responder']],
    ['lead', ['lead']],
    ['operations-manager', []],
    ['other-iro', []],
    ['admin', []],
  ])('the %s: %j', (who, on) => {
    expect(sides(waiting(), who)).toEqual(on);
  });

  it('who held a stage once may still read it', () => {
    expect(sides(after(waiting(), 'escalate'), 'team-manager')).toEqual(['past']);
  });

  it('follows who holds the stage today, not who held it when it was entered', () => {
    const directory = withHolders({ 'team-manager': 'other-iro@example.org' });
    expect(sides(waiting(), 'other-iro', directory)).toEqual(['responder']);
    expect(sides(waiting(), 'team-manager', directory)).toEqual(['past']);
  });

  it('is none for who has left, or has not come yet', () => {
    const gone = aPerson('iro', 'iro', { to: '2026-03-03' });
    const toCome = aPerson('iro', 'iro', { from: '2026-03-05' });
    expect(sides(waiting(), gone)).toEqual([]);
    expect(sides(waiting(), toCome)).toEqual([]);
    expect(sides(waiting(), aPerson('iro', 'iro', { from: today, to: today }))).toEqual(['iro', 'judge']);
  });

  it('of an informal dispute is the IRO’s alone, unless it was sent to the manager', () => {
    expect(sides(informal(), 'team-manager')).toEqual([]);
    expect(sides(informal(true), 'team-manager')).toEqual(['responder']);
    expect(sides(informal(true), 'operations-manager')).toEqual([]);
  });
});

describe('nobody on both sides', () => {
  const oneIro = aPerson('iro', 'iro', { roles: ['iro', 'lead', 'manager'] });

  it('the IRO who holds the stage judges, and the stage is vacant', () => {
    const directory = withPerson(oneIro, withHolders({ 'team-manager': 'iro@example.org' }));
    for (const dispute of Object.values(inEachStatus).map((build) => build()))
      expect(sides(dispute, oneIro, directory)).not.toContain('responder');
    expect(responderOf(waiting(), 'team-manager', directory, today)).toBeUndefined();
  });

  it('a lead who holds or held a stage does not judge where the lead speaks for the IRO', () => {
    const stages = { 'executive-head': 'lead@example.org' };
    const directory = withHolders(stages);
    const dispute = raised({ stage: 'executive-head' }, { ladder: 'alert', directory });
    expect(sides(dispute, 'lead', directory)).toEqual(['lead', 'responder']);
    const next = after(dispute, 'pass-up', { by: 'person:lead', directory });
    expect(sides(next, 'lead', directory)).toEqual(['lead', 'past']);
  });

  it('whatever the holders, no status has somebody who answers and judges', () => {
    for (const holder of ['iro', 'lead', 'other-iro', 'team-manager'])
      for (const ladder of ['ealing', 'alert'] as const)
        for (const who of [...people, oneIro]) {
          const directory = withPerson(who, withHolders({ 'team-manager': `${holder}@example.org` }));
          const on = new Set(sides(raised({}, { ladder, directory }), who, directory));
          expect(on.has('judge') && (on.has('responder') || on.has('past'))).toBe(false);
        }
  });
});

describe('where the lead speaks for the IRO', () => {
  const directory = withHolders({ 'executive-head': 'director@example.org' });
  const dispute = raised({ stage: 'executive-head' }, { ladder: 'alert', directory });

  it('a lead judges and the IRO does not', () => {
    expect(sides(dispute, 'lead', directory)).toEqual(['judge', 'lead']);
    expect(sides(dispute, 'iro', directory)).toEqual(['iro']);
  });

  it('an IRO who is a lead judges their own', () => {
    const both = aPerson('iro', 'iro', { roles: ['iro', 'lead'] });
    expect(sides(dispute, both, withPerson(both, directory))).toEqual(['iro', 'judge', 'lead']);
  });

  it('the IRO judges where the only lead holds or held a stage: no dispute is locked', () => {
    const responded = { ...dispute, involved: [...dispute.involved, 'person:lead'] };
    expect(sides(responded, 'iro', directory)).toEqual(['iro', 'judge']);
    expect(sides(responded, 'lead', directory)).not.toContain('judge');
  });

  it('the IRO judges it while it is informal', () => {
    expect(sides(raised({ kind: 'informal' }, { ladder: 'alert' }), 'iro')).toEqual(['iro', 'judge']);
  });
});

describe('an IRO who is away without a cover', () => {
  const absence = { from: today, to: today, enteredBy: 'person:lead', at: '2026-03-01T09:00:00.000Z' };
  const away = (person: Person): Person => ({ ...person, covers: [absence] });
  const asked = (...leads: Person[]) => {
    const others = people.filter(({ id }) => id !== 'person:lead' && id !== 'person:iro');
    const directory = anAuthority({ people: [away(somebody('iro')), ...leads, ...others] });
    return judging(waiting(), directory, today).asked.map(({ id }) => id);
  };
  const [north, south] = [aPerson('north-lead', 'lead'), aPerson('south-lead', 'lead')];

  it('has the leads asked who are there, and all of them where none is', () => {
    expect(asked(north, south)).toEqual(['person:north-lead', 'person:south-lead']);
    expect(asked(away(north), south)).toEqual(['person:south-lead']);
    expect(asked(away(north), away(south))).toEqual(['person:north-lead', 'person:south-lead']);
    expect(asked()).toEqual(['person:iro']);
  });
});

const of = (...each: Side[]) => new Set(each);

describe('reading', () => {
  it('is for whoever stands on a side', () => {
    expect(mayRead(of())).toBe(false);
    for (const side of ['judge', 'iro', 'responder', 'past', 'lead'] as const)
      expect(mayRead(of(side))).toBe(true);
  });

  it.each<[Side[], boolean]>([
    [['judge', 'iro'], true],
    [['iro'], true],
    [['lead'], true],
    [['lead', 'judge'], true],
    [['responder'], false],
    [['past'], false],
    [['lead', 'responder'], false],
    [['lead', 'past'], false],
    [[], false],
  ])('the reasons and advice of the IRO side, as %j: %s', (each, may) => {
    expect(isIroSide(of(...each))).toBe(may);
  });

  it('stays with who was involved after it is closed', () => {
    expect(sides(closed(), 'team-manager')).toEqual(['responder']);
    const director = after(after(offered(), 'escalate'), 'withdraw');
    expect(sides(director, 'team-manager')).toEqual(['past']);
  });
});

const leadIds = (directory: Directory, team: string) => leadsFor(directory, team, today).map(({ id }) => id);

describe('the directory', () => {
  it('finds a person by upn whatever its case', () => {
    expect(personByUpn(anAuthority(), 'IRO@Example.org')?.id).toBe('person:iro');
  });

  it.each([
    ['a stage without an entry', withHolders({ director: undefined }), 'Team North'],
    ['a stranger', withHolders({ director: 'stranger@example.org' }), 'Team North'],
    ['who has left', withPerson(aPerson('director', 'manager', { to: '2026-03-03' })), 'Team North'],
    ['a team that is not on the list', anAuthority(), 'Team South'],
  ])('has no holder for %s', (_, directory, team) => {
    expect(holderOf(directory, team, 'director', today)).toBeUndefined();
  });

  it('has the leads of an area, those of all areas, and every lead where an area has none', () => {
    const leads = [
      aPerson('north', 'lead', { area: 'North' }),
      aPerson('south', 'lead', { area: 'South' }),
      aPerson('gone', 'lead', { area: 'North', to: '2026-01-01' }),
    ];
    const teams = [aTeam('Team North'), aTeam('Team East', { area: 'East' })];
    expect(leadIds(anAuthority({ people: leads, teams }), 'Team North')).toEqual(['person:north']);
    expect(leadIds(anAuthority({ people: leads, teams }), 'Team East')).toEqual([
      'person:north',
      'person:south',
    ]);
    expect(leadIds(anAuthority({ people: [...leads, somebody('lead')], teams }), 'Team East')).toEqual([
      'person:lead',
    ]);
  });
});

describe('an IRO who has left', () => {
  const left = aPerson('iro', 'iro', { to: '2026-03-01' });
  it('has the leads judge for them, and stands on no side any more', () => {
    const dispute = raised();
    const now = withPerson(left);
    expect(judgesOf(dispute, now, today).map(({ id }) => id)).toEqual(['person:lead']);
    expect(sides(dispute, left, now)).toEqual([]);
    expect(sides(dispute, 'lead', now)).toEqual(['judge', 'lead']);
  });
});

describe('as what somebody stands to a child', () => {
  const child = { iro: 'iro@example.org', team: 'Team North' };
  it.each([
    ['iro', ['iro']],
    ['lead', ['lead']],
    ['admin', ['support']],
    ['team-manager', ['manager']],
    ['director', ['manager']],
    ['other-iro', []],
  ])('the %s: %j', (who, as) => {
    expect([...sidesOfChild(child, somebody(who), anAuthority(), today)]).toEqual(as);
  });

  it('as nothing once they have left, and to a child that is allocated to nobody as the lead alone', () => {
    const left = aPerson('iro', 'iro', { to: '2026-03-03' });
    expect([...sidesOfChild(child, left, anAuthority(), today)]).toEqual([]);
    expect([...sidesOfChild(undefined, somebody('admin'), anAuthority(), today)]).toEqual([]);
    expect([...sidesOfChild(undefined, somebody('lead'), anAuthority(), today)]).toEqual(['lead']);
  });

  it('as that of another team, to no child of it', () => {
    expect([
      ...sidesOfChild({ ...child, team: 'Team South' }, somebody('team-manager'), anAuthority(), today),
    ]).toEqual([]);
  });
});
