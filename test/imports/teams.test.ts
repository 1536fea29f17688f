import { csv, emptyAuthority, people, teams } from './files.js';

const authority = async () => {
  const { store, read } = emptyAuthority();
  await read({
    people: people(',Test Manager,manager@test.example,manager,', ',Test IRO,iro@test.example,iro,1'),
  });
  return { store, read };
};

describe('importing teams', () => {
  it('reads a column for each stage of the policy; an empty cell is a vacant stage', async () => {
    const { store, read } = await authority();
    expect(
      await read({ teams: teams('North 1,North,Manager@test.example,,manager@test.example,') }),
    ).toMatchObject([{ added: 1, warned: [] }]);
    expect((await store.load('team', 'team:North~201'))?.document).toEqual({
      id: 'team:North~201',
      type: 'team',
      shape: 1,
      name: 'North 1',
      area: 'North',
      stages: { 'team-manager': 'manager@test.example', 'assistant-director': 'manager@test.example' },
    });
  });

  it('changes nothing a second time; a cell that was emptied leaves the stage vacant', async () => {
    const { store, read } = await authority();
    const file = teams('North 1,North,manager@test.example,,,');
    await read({ teams: file });
    expect(await read({ teams: file })).toMatchObject([{ added: 0, changed: 0, same: 1 }]);
    expect(await read({ teams: teams('North 1,North,,,,') })).toMatchObject([{ changed: 1 }]);
    expect((await store.load('team', 'team:North~201'))?.document.stages).toEqual({});
  });

  it('warns of holders who are not on the list, or no managers', async () => {
    const { read } = await authority();
    expect(
      await read({ teams: teams('North 1,North,nobody@test.example,iro@test.example,,') }),
    ).toMatchObject([
      {
        added: 1,
        warned: [
          {
            line: 2,
            reason: expect.stringContaining('team-manager: nobody@test.example is not on the list'),
          },
          { line: 2, reason: 'operations-manager: iro@test.example has not the role manager' },
        ],
      },
    ]);
  });

  it('keeps the holder of a stage that has no column, and says which', async () => {
    const { store, read } = await authority();
    await read({ teams: teams('North 1,North,,,,manager@test.example') });
    const [result] = await read({
      teams: csv('teams.csv', 'team,area,team-manager,link_iro', 'North 1,North,,'),
    });
    expect(result?.warned.map(({ reason }) => reason)).toEqual([
      'no column for the stage operations-manager: nobody new holds it',
      'no column for the stage assistant-director: nobody new holds it',
      'no column for the stage director: nobody new holds it',
    ]);
    expect((await store.load('team', 'team:North~201'))?.document.stages).toEqual({
      director: 'manager@test.example',
    });
  });

  it('refuses a file without a column for any stage', async () => {
    const { read } = await authority();
    expect(await read({ teams: csv('teams.csv', 'team,area,boss', 'North 1,North,') })).toMatchObject([
      { readable: false, refused: [{ line: 1, reason: expect.stringContaining('no column for a stage') }] },
    ]);
  });

  it('refuses rows without a team or an area, or with a holder that is no upn', async () => {
    const { read } = await authority();
    expect(
      await read({ teams: teams(',North,,,,', 'North 1,,,,,', 'North 2,North,the boss,,,') }),
    ).toMatchObject([
      {
        added: 0,
        refused: [
          { line: 2, reason: 'there is no team' },
          { line: 3, reason: 'there is no area' },
          { line: 4, reason: 'team-manager is no upn: it looks like name@council.gov.uk' },
        ],
      },
    ]);
  });

  it('takes the stages from the policy of the same import', async () => {
    const { store, read } = await authority();
    await read({
      policy: { name: 'policy.json', content: Buffer.from('{"preset":"southwark"}') },
      teams: csv('teams.csv', 'team,area,practice-group-lead', 'North 1,North,manager@test.example'),
    });
    expect((await store.load('team', 'team:North~201'))?.document.stages).toEqual({
      'practice-group-lead': 'manager@test.example',
    });
  });
});
