import { csv, emptyAuthority, now, people, teams } from './files.js';
import { importFiles } from '../../src/flows/import.js';
import type { Person } from '../../src/people/person.js';

const entraId = '11111111-1111-4111-8111-111111111111';
const otherId = '22222222-2222-4222-8222-222222222222';

const conversation: Person['conversation'] = {
  id: 'a:1',
  serviceUrl: 'https://teams.test.example',
  channelId: 'msteams',
  botId: '28:bot',
  userId: '29:user',
};

const withArea = (area: string) =>
  csv('people.csv', 'id,name,upn,role,fte,area', `,Test IRO,iro@test.example,iro,1,${area}`);

describe('importing people', () => {
  it('adds each under an id of our own, the upn in lower case and the roles in order', async () => {
    const { store, read } = emptyAuthority();
    await read({ people: people(`${entraId},Test Lead,Lead@Test.Example,lead;IRO,0.5`) });
    expect((await store.load('person', 'person:p1'))?.document).toEqual({
      id: 'person:p1',
      type: 'person',
      shape: 1,
      name: 'Test Lead',
      upn: 'lead@test.example',
      entraId,
      roles: ['iro', 'lead'],
      fte: 0.5,
      wakeAt: '2026-03-03T08:00:00.000Z',
    });
  });

  it.each(['mon-thu', 'mon;tue;wed', 'Monday to Wednesday, Friday', ''])(
    'reads that somebody works "%s"',
    async (works) => {
      const { read } = emptyAuthority();
      const file = csv(
        'people.csv',
        'id,name,upn,role,fte,works',
        `,Test IRO,iro@test.example,iro,1,"${works}"`,
      );
      expect(await read({ people: file })).toMatchObject([{ added: 1, warned: [] }]);
    },
  );

  it('takes Monday to Friday where nobody can tell on which days somebody works, and says so', async () => {
    const { read } = emptyAuthority();
    const file = csv(
      'people.csv',
      'id,name,upn,role,fte,works',
      ',Test IRO,iro@test.example,iro,1,term time',
    );
    expect(await read({ people: file })).toMatchObject([
      {
        added: 1,
        warned: [{ line: 2, reason: expect.stringContaining('works "term time" names no weekdays') }],
      },
    ]);
  });

  it('wakes somebody at the next morning of the days that they work by now', async () => {
    const { store, read } = emptyAuthority();
    const row = (works: string, to: string) =>
      csv('people.csv', 'id,name,upn,role,fte,works,to', `,Test IRO,iro@test.example,iro,1,${works},${to}`);
    const wakeAt = async () => (await store.load('person', 'person:p1'))?.document.wakeAt;
    await read({ people: row('wed', '') });
    expect(await wakeAt()).toBe('2026-03-04T08:00:00.000Z');
    await read({ people: row('', '') });
    expect(await wakeAt()).toBe('2026-03-03T08:00:00.000Z');
  });

  it('changes nothing a second time', async () => {
    const { read } = emptyAuthority();
    const file = people(',Test IRO,iro@test.example,iro,1', ',Test Manager,manager@test.example,manager,');
    expect(await read({ people: file })).toMatchObject([{ added: 2, changed: 0, same: 0 }]);
    expect(await read({ people: file })).toMatchObject([{ added: 0, changed: 0, same: 2 }]);
  });

  it.each([
    [',,iro@test.example,iro,1', 'there is no name'],
    [',Test,,iro,1', 'there is no upn'],
    [',Test,iro,iro,1', 'upn is no upn: it looks like name@council.gov.uk'],
    [',Test,iro@test.example,,1', 'there is no role'],
    [',Test,iro@test.example,iro;boss,1', 'unknown role "boss": iro, manager, lead, admin'],
    [',Test,iro@test.example,iro,80%', 'fte is a number from 0 to 1'],
    [',Test,iro@test.example,iro,1.2', 'fte is a number from 0 to 1'],
    ['700123,Test,iro@test.example,iro,1', 'id is no Entra object id (it may be left empty)'],
    [
      ',Test,iro,boss,1',
      'upn is no upn: it looks like name@council.gov.uk; unknown role "boss": iro, manager, lead, admin',
    ],
  ])('refuses the row %s', async (row, reason) => {
    const { read } = emptyAuthority();
    expect(await read({ people: people(row, ',Test Two,two@test.example,iro,1') })).toMatchObject([
      { added: 1, refused: [{ line: 2, reason }] },
    ]);
  });

  it('refuses days that are none, or the wrong way round', async () => {
    const { read } = emptyAuthority();
    const file = csv(
      'people.csv',
      'id,name,upn,role,fte,from,to',
      ',Test,a@test.example,iro,1,01/04/2025,',
      ',Test,b@test.example,iro,1,2025-04-01,2025-03-01',
      ',Test,c@test.example,iro,1,2025-04-01,2027-03-31',
    );
    expect(await read({ people: file })).toMatchObject([
      {
        added: 1,
        refused: [
          { line: 2, reason: 'from is no valid date (yyyy-mm-dd is wanted)' },
          { line: 3, reason: 'to is before from' },
        ],
      },
    ]);
  });

  it('counts a person who is there twice as the same, and keeps the first row', async () => {
    const { store, read } = emptyAuthority();
    const file = people(',Test IRO,iro@test.example,iro,1', ',Test Other,IRO@test.example,iro,0.5');
    const warned = [{ line: 3, reason: 'the person is on line 2 already: this row is left out' }];
    expect(await read({ people: file })).toMatchObject([{ added: 1, same: 1, warned }]);
    expect((await store.all('person')).map(({ document }) => document.name)).toEqual(['Test IRO']);
  });

  it('keeps what the bot has learnt, and what a column that is not there would say', async () => {
    const { store, read } = emptyAuthority();
    await read({
      people: csv('people.csv', 'id,name,upn,role,fte,area', ',Test IRO,iro@test.example,iro,1,North'),
    });
    const known = (await store.load('person', 'person:p1'))!;
    await store.save({ ...known.document, entraId, conversation, welcomedAt: now }, known.etag);

    await read({ people: people(',Test IRO,iro@test.example,iro,0.6') });
    expect((await store.load('person', 'person:p1'))?.document).toMatchObject({
      entraId,
      conversation,
      welcomedAt: now,
      area: 'North',
      fte: 0.6,
    });
  });

  it('takes an empty cell for what it says', async () => {
    const { store, read } = emptyAuthority();
    await read({ people: withArea('North') });
    expect(await read({ people: withArea('') })).toMatchObject([{ changed: 1 }]);
    expect((await store.load('person', 'person:p1'))?.document).not.toHaveProperty('area');
  });

  it('finds somebody whose upn has changed by the Entra id, and says so', async () => {
    const { store, read } = emptyAuthority();
    await read({ people: people(`${entraId},Test IRO,before@test.example,iro,1`) });
    expect(await read({ people: people(`${entraId},Test IRO,after@test.example,iro,1`) })).toMatchObject([
      {
        changed: 1,
        warned: [{ line: 2, reason: expect.stringContaining('the upn was before@test.example') }],
      },
    ]);
    expect(await store.all('person')).toHaveLength(1);
  });

  it('leaves the old account’s conversation behind when the account is a new one', async () => {
    const { store, read } = emptyAuthority();
    await read({ people: people(`${entraId},Test IRO,iro@test.example,iro,1`) });
    const known = (await store.load('person', 'person:p1'))!;
    await store.save({ ...known.document, conversation, welcomedAt: now }, known.etag);

    const [result] = await read({ people: people(`${otherId},Test IRO,iro@test.example,iro,1`) });
    expect(result?.warned).toEqual([
      { line: 2, reason: 'iro@test.example has another Entra id than before' },
    ]);
    const after = (await store.load('person', 'person:p1'))?.document;
    expect(after).toMatchObject({ entraId: otherId });
    expect(after).not.toHaveProperty('conversation');
  });

  it('refuses a row that joins two people', async () => {
    const { read } = emptyAuthority();
    await read({ people: people(`${entraId},One,one@test.example,iro,1`, ',Two,two@test.example,iro,1') });
    expect(await read({ people: people(`${entraId},One,two@test.example,iro,1`) })).toMatchObject([
      { refused: [{ line: 2, reason: 'two@test.example is the upn of another person on the list' }] },
    ]);
  });

  it('keeps what the bot wrote in between', async () => {
    const { store, read } = emptyAuthority();
    await read({ people: people(',Test IRO,iro@test.example,iro,1') });
    let disturbed = false;
    const disturbing = {
      ...store,
      save: async (...[document, etag]: Parameters<typeof store.save>) => {
        const known = await store.load('person', 'person:p1');
        if (!disturbed && document.type === 'person' && known !== undefined) {
          disturbed = true;
          await store.save({ ...known.document, conversation }, known.etag);
        }
        return store.save(document, etag);
      },
    };
    const files = { people: people(',Test IRO,iro@test.example,iro,0.6') };
    expect(
      await importFiles({ store: disturbing, now, newId: () => 'x' }, files, { dryRun: false }),
    ).toMatchObject([{ changed: 1 }]);
    expect((await store.load('person', 'person:p1'))?.document).toMatchObject({ conversation, fte: 0.6 });
  });
});

describe('the mark that tells caches of people, teams and policy', () => {
  it('changes with an import of people, and not with a dry run', async () => {
    const { store, read } = emptyAuthority();
    await read({ people: people(',Test IRO,iro@test.example,iro,1') }, { dryRun: true });
    expect(await store.load('directory', 'directory')).toBeUndefined();
    await read({ people: people(',Test IRO,iro@test.example,iro,1') });
    const first = await store.load('directory', 'directory');
    await read({ teams: teams('North 1,North,,,,') });
    expect((await store.load('directory', 'directory'))?.etag).not.toBe(first?.etag);
  });
});
