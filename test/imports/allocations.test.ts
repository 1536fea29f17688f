import { allocationOn } from '../../src/reviews/allocation.js';
import type { Store } from '../../src/store/store.js';
import { allocations, csv, emptyAuthority, people, teams } from './files.js';
import { isLive } from '../../src/reviews/facts.js';

const authority = async () => {
  const { store, read } = emptyAuthority();
  await read({
    people: people(',Test IRO,iro@test.example,iro,1', ',Test Manager,manager@test.example,manager,'),
    teams: teams('North 1,North,manager@test.example,,,'),
  });
  return { store, read };
};

describe('importing allocations', () => {
  it('makes the child known, with the IRO and the family for queries', async () => {
    const { store, read } = await authority();
    await read({ allocations: allocations('700123,a.b.,F1,IRO@test.example,North 1,Worker@test.example') });
    expect((await store.load('child', 'child:700123'))?.document).toMatchObject({
      ref: '700123',
      iro: 'iro@test.example',
      family: 'F1',
      facts: [
        {
          kind: 'allocation',
          initials: 'AB',
          team: 'North 1',
          socialWorker: 'worker@test.example',
          recordedAt: '2026-03-02T09:00:00.000Z',
        },
      ],
    });
    expect(await store.childrenOfIro('iro@test.example')).toHaveLength(1);
    expect(await store.childrenOfFamily('F1')).toHaveLength(1);
  });

  it('changes nothing a second time, and supersedes what has changed', async () => {
    const { store, read } = await authority();
    const file = allocations('700123,AB,F1,iro@test.example,North 1,');
    await read({ allocations: file });
    expect(await read({ allocations: file })).toMatchObject([{ added: 0, changed: 0, same: 1 }]);
    const moved = allocations('700123,AB,F1,iro@test.example,South 2,');
    expect(await read({ allocations: moved })).toMatchObject([{ changed: 1 }]);
    const facts = (await store.load('child', 'child:700123'))!.document.facts;
    expect(facts.map((fact) => [isLive(fact), fact.kind === 'allocation' && fact.team])).toEqual([
      [false, 'North 1'],
      [true, 'South 2'],
    ]);
  });

  it('gives a reference with a slash an id that a store can hold', async () => {
    const { store, read } = await authority();
    await read({ allocations: allocations('70/01 23?,AB,,iro@test.example,North 1,') });
    expect((await store.load('child', 'child:70~2F01~2023~3F'))?.document.ref).toBe('70/01 23?');
  });

  it.each([
    [',AB,,iro@test.example,North 1,', 'there is no child'],
    ['700123,,,iro@test.example,North 1,', 'there are no initials'],
    ['700123,Alexander,,iro@test.example,North 1,', 'initials are one to four letters'],
    ['700123,AB,,nobody@test.example,North 1,', 'nobody@test.example is not on the list of people'],
    ['700123,AB,,iro,North 1,', 'iro is no upn: it looks like name@council.gov.uk'],
    ['700123,AB,,iro@test.example,,', 'there is no team'],
  ])('refuses the row %s', async (row, reason) => {
    const { read } = await authority();
    const [result] = await read({ allocations: allocations(row, '700124,CD,,iro@test.example,North 1,') });
    expect(result).toMatchObject({ added: 1, refused: [{ line: 2, reason }] });
  });

  it('refuses a day that is none, or in the future', async () => {
    const { read } = await authority();
    const file = csv(
      'allocations.csv',
      'child,initials,family,iro,team,social_worker,from',
      '700123,AB,,iro@test.example,North 1,,02/03/2026',
      '700124,AB,,iro@test.example,North 1,,2026-03-03',
      '700125,AB,,iro@test.example,North 1,,2026-03-02',
    );
    expect(await read({ allocations: file })).toMatchObject([
      {
        added: 1,
        refused: [
          { line: 2, reason: 'from is no valid date (yyyy-mm-dd is wanted)' },
          { line: 3, reason: 'from is in the future' },
        ],
      },
    ]);
  });

  it('warns of an IRO who is none, of a team that is unknown, and of a child who is there twice', async () => {
    const { read } = await authority();
    const file = allocations(
      '700123,AB,,manager@test.example,North 1,',
      '700124,AB,,iro@test.example,South 9,',
      '700124,AB,,iro@test.example,North 1,',
    );
    expect(await read({ allocations: file })).toMatchObject([
      {
        added: 2,
        same: 1,
        refused: [],
        warned: [
          { line: 2, reason: 'manager@test.example has not the role iro' },
          { line: 3, reason: 'the team South 9 is unknown: nobody holds its stages' },
          { line: 4, reason: 'the child is on line 3 already: this row is left out' },
        ],
      },
    ]);
  });

  it('refers to people of the same import', async () => {
    const { read } = emptyAuthority();
    const results = await read({
      allocations: allocations('700123,AB,,iro@test.example,North 1,'),
      teams: teams('North 1,North,,,,'),
      people: people(',Test IRO,iro@test.example,iro,1'),
    });
    expect(results.map(({ file, added, warned }) => [file, added, warned])).toEqual([
      ['people.csv', 1, []],
      ['teams.csv', 1, []],
      ['allocations.csv', 1, []],
    ]);
  });
});

describe('a child who is on the list no more', () => {
  const both = allocations('700123,AB,,iro@test.example,North 1,', '700124,CD,,iro@test.example,North 1,');
  const one = allocations('700124,CD,,iro@test.example,North 1,');
  const ofIro = async (store: Store) =>
    (await store.childrenOfIro('iro@test.example')).map(({ document }) => document.ref);

  it('stays allocated, and is listed as missing each time', async () => {
    const { store, read } = await authority();
    await read({ allocations: both });
    expect(await read({ allocations: one })).toMatchObject([{ same: 1, missing: ['700123'], warned: [] }]);
    expect(await read({ allocations: one })).toMatchObject([{ missing: ['700123'] }]);
    expect(await ofIro(store)).toEqual(['700123', '700124']);
  });

  it('is allocated no more where the list is complete, and the old word stays for figures of that day', async () => {
    const { store, read } = await authority();
    await read({ allocations: both });
    const later = { complete: true, at: '2026-03-09T09:00:00.000Z' };
    expect(await read({ allocations: one }, later)).toMatchObject([{ same: 1, ended: ['700123'] }]);
    expect(await ofIro(store)).toEqual(['700124']);
    const { document } = (await store.load('child', 'child:700123'))!;
    expect(document.facts).toMatchObject([{ kind: 'allocation', supersededAt: '2026-03-09T09:00:00.000Z' }]);
    expect(allocationOn(document.facts, '2026-03-08', '2026-03-10')?.iro).toBe('iro@test.example');
    expect(allocationOn(document.facts, '2026-03-09', '2026-03-10')).toBeUndefined();
  });

  it('is ended once, and allocated again by the list that has it again', async () => {
    const { store, read } = await authority();
    await read({ allocations: both });
    await read({ allocations: one }, { complete: true });
    const before = await store.load('child', 'child:700123');
    const [again] = await read({ allocations: one }, { complete: true });
    expect([again?.ended, again?.missing]).toEqual([undefined, undefined]);
    expect(await store.load('child', 'child:700123')).toEqual(before);
    expect(await read({ allocations: both })).toMatchObject([{ added: 1, same: 1 }]);
    expect(await ofIro(store)).toEqual(['700123', '700124']);
  });

  it('is told and not ended in a dry run', async () => {
    const { store, read } = await authority();
    await read({ allocations: both });
    expect(await read({ allocations: one }, { complete: true, dryRun: true })).toMatchObject([
      { ended: ['700123'] },
    ]);
    expect(await ofIro(store)).toHaveLength(2);
  });

  it.each([
    ['rows were refused, and may be theirs', ['700124,CD,,iro@test.example,North 1,', ',,,,,x']],
    ['rows were refused, and may be theirs', ['700124,CD,,stranger@test.example,North 1,']],
    ['no row could be read', []],
  ])('is not ended by a list of which nobody can tell that it is whole: %s', async (why, rows) => {
    const { store, read } = await authority();
    await read({ allocations: both });
    const [result] = await read({ allocations: allocations(...rows) }, { complete: true });
    expect(result?.warned).toContainEqual({ line: 1, reason: `--complete ended nothing: ${why}` });
    expect(result?.missing).toContain('700123');
    expect(await ofIro(store)).toHaveLength(2);
  });
});
