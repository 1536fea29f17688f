import * as fc from 'fast-check';
import { addDays } from '../../src/calendar/days.js';
import { type Cover, coveringBy, iroCover, stageCover } from '../../src/people/cover.js';
import type { Directory } from '../../src/people/directory.js';
import { namedAs, toldApart } from '../../src/people/named.js';
import type { Person, Role } from '../../src/people/person.js';
import { actsFor, judging, responderOf, sidesOf } from '../../src/people/rights.js';
import { after, offered, raised, waiting } from '../disputes/builders.js';
import { anAuthority, aPerson, people, withHolders } from './authority.js';

const today = '2026-03-04';
const away = (by?: string, from = today, to = today): Cover => ({
  ...(by === undefined ? {} : { by: `person:${by}` }),
  from,
  to,
  enteredBy: 'person:lead',
  at: '2026-03-01T09:00:00.000Z',
});
/** The authority, with somebody away. */
const whileAway = (who: string, cover: Cover, directory = anAuthority()): Directory => ({
  ...directory,
  people: directory.people.map((person) =>
    person.id === `person:${who}` ? { ...person, covers: [cover] } : person,
  ),
});
const one = (who: string) => people.find(({ id }) => id === `person:${who}`) ?? aPerson(who, 'iro');
const sides = (who: string, directory: Directory, dispute = waiting()) =>
  [...sidesOf(dispute, one(who), directory, today)].toSorted();
const ids = (persons: readonly Person[]) => persons.map(({ id }) => id.replace('person:', ''));

describe('an IRO who is away', () => {
  it('is covered by another IRO, who has their rights, and keeps their own', () => {
    const directory = whileAway('iro', away('other-iro'));
    expect(sides('other-iro', directory)).toEqual(['iro', 'judge']);
    expect(sides('iro', directory)).toEqual(['iro', 'judge']);
    expect(ids(judging(waiting(), directory, today).asked)).toEqual(['other-iro']);
    expect(actsFor(waiting(), one('other-iro'), directory, today)).toBe('person:iro');
    expect(actsFor(waiting(), one('iro'), directory, today)).toBeUndefined();
  });

  it.each([
    ['the day before', away('other-iro', '2026-03-05', '2026-03-06')],
    ['the day after', away('other-iro', '2026-03-01', '2026-03-03')],
  ])('is not on %s', (_, cover) => {
    expect(sides('other-iro', whileAway('iro', cover))).toEqual([]);
  });

  it.each([
    ['who answers for a stage', 'team-manager'],
    ['business support', 'admin'],
    ['nobody', undefined],
    ['somebody who is not on the list', 'stranger'],
  ])('is not covered by %s: the lead judges', (_, by) => {
    const directory = whileAway('iro', away(by));
    expect(iroCover({ ...one('iro'), covers: [away(by)] }, directory, today)).toBeUndefined();
    expect(ids(judging(waiting(), directory, today).asked)).toEqual(['lead']);
    expect(sides('lead', directory)).toEqual(['judge', 'lead']);
    expect(actsFor(waiting(), one('lead'), directory, today)).toBe('person:iro');
  });

  it('is not covered by an IRO who holds a stage, of whatever team', () => {
    const directory = whileAway('iro', away('other-iro'), withHolders({ director: 'other-iro@example.org' }));
    expect(ids(judging(waiting(), directory, today).asked)).toEqual(['lead']);
  });

  it('is not covered where the cover answered for a stage before: there it falls to the lead', () => {
    const dispute = { ...offered(), involved: ['person:team-manager', 'person:other-iro'] };
    const directory = whileAway('iro', away('other-iro'));
    expect(ids(judging(dispute, directory, today).asked)).toEqual(['lead']);
    expect(sides('other-iro', directory, dispute)).toEqual(['past']);
  });

  it.each([
    ['away that day', away()],
    ['there that day', away(undefined, '2026-03-05', '2026-03-06')],
  ])('whose cover is %s', (what, absence) => {
    const directory = whileAway('other-iro', absence, whileAway('iro', away('other-iro')));
    const asked = what === 'away that day' ? 'lead' : 'other-iro';
    expect(ids(judging(waiting(), directory, today).asked)).toEqual([asked]);
    expect(sides('other-iro', directory)).toEqual(asked === 'lead' ? [] : ['iro', 'judge']);
  });

  it('is asked themself where there is nobody else', () => {
    const alone = whileAway('iro', away());
    const directory = { ...alone, people: alone.people.filter(({ id }) => id !== 'person:lead') };
    expect(ids(judging(waiting(), directory, today).asked)).toEqual(['iro']);
  });
});

describe('a holder who is away', () => {
  it('is covered by a manager, who answers, and can answer too', () => {
    const directory = whileAway('team-manager', away('operations-manager'));
    expect(sides('operations-manager', directory)).toEqual(['responder']);
    expect(sides('team-manager', directory)).toEqual(['responder']);
    expect(responderOf(waiting(), 'team-manager', directory, today)?.id).toBe('person:operations-manager');
    expect(actsFor(waiting(), one('operations-manager'), directory, today)).toBe('person:team-manager');
  });

  it('is not covered by an IRO or a lead: nobody is asked', () => {
    for (const by of ['other-iro', 'lead', undefined]) {
      const directory = whileAway('team-manager', away(by));
      expect(responderOf(waiting(), 'team-manager', directory, today)).toBeUndefined();
      expect(sides('team-manager', directory)).toEqual(['responder']);
    }
  });

  it('is not covered by a cover’s cover', () => {
    const first = whileAway('team-manager', away('operations-manager'));
    const directory = whileAway('operations-manager', away('director'), first);
    expect(responderOf(waiting(), 'team-manager', directory, today)).toBeUndefined();
    expect(sides('director', directory)).toEqual([]);
  });
});

describe('entering a cover', () => {
  const week = { from: '2026-03-09', to: '2026-03-13' };
  it.each([
    ['iro', 'other-iro', { covers: ['iro'] }],
    ['iro', 'lead', { covers: ['iro'] }],
    ['team-manager', 'director', { covers: ['stage'] }],
    ['iro', 'iro', { refused: 'oneself' }],
    ['iro', 'director', { refused: 'not-iro-side' }],
    ['team-manager', 'lead', { refused: 'not-a-manager' }],
    ['admin', 'lead', { refused: 'nothing-to-cover' }],
  ])('for the %s by the %s: %j', (who, by, answer) => {
    expect(coveringBy(one(who), one(by), week, anAuthority())).toEqual(answer);
  });

  it('is refused where days overlap, of either', () => {
    const other = away('lead', '2026-03-13', '2026-03-16');
    const absent = { ...one('iro'), covers: [other] };
    const cover = { ...one('other-iro'), covers: [other] };
    expect(coveringBy(absent, one('other-iro'), week, anAuthority())).toEqual({ refused: 'overlaps' });
    expect(coveringBy(one('iro'), cover, week, anAuthority())).toEqual({ refused: 'away-too' });
    const later = { from: '2026-03-17', to: '2026-03-18' };
    expect(coveringBy(absent, one('other-iro'), later, anAuthority())).toEqual({ covers: ['iro'] });
  });

  it('is refused for an IRO by one who covers a stage on one of the days', () => {
    const both = aPerson('other-iro', 'iro', { roles: ['iro', 'manager'] });
    const directory = whileAway('director', away('other-iro', '2026-03-13', '2026-03-13'));
    expect(coveringBy(one('iro'), both, week, directory)).toEqual({ refused: 'holds-a-stage' });
  });
});

describe('whom a name means', () => {
  const named = [
    aPerson('a', 'iro', { name: 'Ann Lee' }),
    aPerson('b', 'iro', { name: 'Anna Lee-Moss' }),
    aPerson('c', 'iro', { name: "Aoife O'Brien" }),
    aPerson('d', 'iro', { name: 'Dai ap’Rhys' }),
  ];
  it.each([
    ['ann lee', ['a']],
    ['Ann', ['a', 'b']],
    ['anna', ['b']],
    ['moss', ['b']],
    ['B@example.org', ['b']],
    ["o'brien", ['c']],
    ['O’Brien', ['c']],
    ['Aoife O‘Brien', ['c']],
    ['O´Brien', ['c']],
    ['Dai ap‘Rhys', ['d']],
    ["d'ai", []],
    ['nn', []],
    ['', []],
  ])('%s: %j', (text, found) => {
    expect(ids(namedAs(text, named))).toEqual(found);
  });
});

describe('several of one name', () => {
  it('are told apart by the address, and nobody else is', () => {
    const named = [
      aPerson('a', 'iro', { name: "Aoife O'Brien" }),
      aPerson('b', 'iro', { name: 'Aoife O’Brien' }),
      aPerson('c', 'iro', { name: 'Ann Lee' }),
    ];
    expect(toldApart(named).map(({ called }) => called)).toEqual([
      "Aoife O'Brien (a@example.org)",
      'Aoife O’Brien (b@example.org)',
      'Ann Lee',
    ]);
  });
});

describe('whoever is away, and whoever covers', () => {
  const who = fc.constantFrom(...people.map(({ id }) => id.replace('person:', '')));
  const roles = fc.subarray<Role>(['iro', 'manager', 'lead', 'admin'], { minLength: 1 });
  const covers = fc.array(
    fc.record({
      who,
      by: fc.option(who, { nil: undefined }),
      from: fc.integer({ min: -2, max: 2 }),
      days: fc.nat(3),
    }),
    { maxLength: 5 },
  );
  const holders = fc.dictionary(
    fc.constantFrom('team-manager', 'operations-manager', 'assistant-director', 'director'),
    fc.option(
      who.map((id) => `${id}@example.org`),
      { nil: undefined },
    ),
  );
  const some = fc.subarray(people.map(({ id }) => id));
  const anything = fc.record({
    covers,
    holders,
    roles: fc.array(roles, { minLength: people.length, maxLength: people.length }),
    ladder: fc.constantFrom('ealing' as const, 'alert' as const),
    involved: some,
    judges: some,
    iro: fc.constantFrom(...people.map(({ id }) => id)),
  });

  it('nobody is on both sides, and no IRO is covered by who answers for a stage', () => {
    let covered = 0;
    fc.assert(
      fc.property(anything, ({ covers: drawn, holders: held, roles: had, ladder, involved, judges, iro }) => {
        const directory: Directory = {
          ...withHolders(held),
          people: people.map((person, index) => ({
            ...person,
            roles: had[index] ?? person.roles,
            covers: drawn
              .filter((each) => `person:${each.who}` === person.id)
              .map((each) => away(each.by, addDays(today, each.from), addDays(today, each.from + each.days))),
          })),
        };
        const dispute = {
          ...raised({}, { ladder }),
          iro,
          involved,
          // As histories leave it: who once judged never held a stage of it.
          judges: judges.filter((id) => !involved.includes(id)),
        };
        const holdsOrCovers = new Set(
          directory.people.flatMap((person) =>
            Object.values(directory.teams[0]?.stages ?? {}).includes(person.upn)
              ? [person.id, stageCover(person, directory, today)?.id]
              : [],
          ),
        );
        for (const person of directory.people) {
          const on = sidesOf(dispute, person, directory, today);
          const decides = on.has('judge') || on.has('iro');
          expect(decides && (on.has('responder') || on.has('past'))).toBe(false);
          expect(decides && involved.includes(person.id)).toBe(false);
          expect(on.has('responder') && judges.includes(person.id) && !involved.includes(person.id)).toBe(
            false,
          );
          const cover = iroCover(person, directory, today);
          if (cover !== undefined) covered += 1;
          expect(cover !== undefined && holdsOrCovers.has(cover.id)).toBe(false);
        }
        const { may, asked } = judging(dispute, directory, today);
        expect(asked.every((person) => may.includes(person))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(covered).toBeGreaterThan(50);
  });

  it('what a cover judged, they never answer', () => {
    const directory = whileAway('iro', away('other-iro'));
    const next = after(offered(), 'escalate', { by: 'person:other-iro', directory });
    expect(next.judges).toContain('person:other-iro');
    const holds = withHolders({ 'operations-manager': 'other-iro@example.org' });
    expect(responderOf(next, 'operations-manager', holds, today)).toBeUndefined();
  });
});
