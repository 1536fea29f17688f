import { mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { aTerminal } from './terminal.js';

let terminal: ReturnType<typeof aTerminal>;
let folder: string;
beforeEach(() => {
  terminal = aTerminal();
  folder = terminal.folder;
});
afterEach(() => terminal.leave());

const file: typeof terminal.file = (...args) => terminal.file(...args);
const footprint: typeof terminal.footprint = (...args) => terminal.footprint(...args);

const people = (...rows: string[]) => file('people.csv', 'id,name,upn,role,fte', ...rows);
const good = ',Test IRO,iro@test.example,iro,1';

describe('footprint import', () => {
  it('reports each file as JSON on one line', async () => {
    const { code, out, problems } = await footprint(['import', '--people', people(good, ',,,,'), '--json']);
    expect({ code, problems }).toEqual({ code: 0, problems: '' });
    expect(JSON.parse(out)).toEqual({
      files: [{ file: 'people.csv', added: 1, changed: 0, same: 0, refused: [], warned: [] }],
    });
    expect(out).not.toContain('\n');
  });

  it('adds nothing the second time', async () => {
    const args = ['import', '--people', people(good), '--json'];
    await footprint(args);
    expect(JSON.parse((await footprint(args)).out)).toMatchObject({
      files: [{ added: 0, changed: 0, same: 1 }],
    });
  });

  it('reports in words, with the rows that need a look', async () => {
    const { out } = await footprint([
      'import',
      '--people',
      people(good, ',Test,b@test.example,boss,1', good),
    ]);
    expect(out.split('\n')).toEqual([
      'people.csv: 1 added, 0 changed, 1 the same, 1 refused',
      '  line 3 refused: unknown role "boss": iro, manager, lead, admin',
      '  line 4: the person is on line 2 already: this row is left out',
    ]);
  });

  it('saves nothing in a dry run', async () => {
    const args = ['import', '--people', people(good)];
    expect((await footprint([...args, '--dry-run'])).out).toBe(
      'Nothing was saved: this is what an import would do.\npeople.csv: 1 added, 0 changed, 0 the same, 0 refused',
    );
    expect((await footprint(args)).out).toContain('1 added');
  });

  it('reads a return of three files, whatever the case of their names', async () => {
    mkdirSync(join(folder, '2017'));
    file('2017/Header.csv', 'CHILD,SEX,DOB,ETHNIC', '700123,1,09/05/2010,WBRI');
    file('2017/EPISODES.CSV', 'CHILD,DECOM,RNE,LS,DEC,REC', '700123,26/04/2016,S,C2,,');
    file('2017/reviews.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE', '700123,09/05/2010,20/05/2016,PN1');
    const { code, out } = await footprint(['import', '--ssda903', join(folder, '2017'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { file: 'header.csv', added: 1 },
        { file: 'episodes.csv', added: 1 },
        { file: 'reviews.csv', added: 1 },
      ],
    });
  });
});

describe('footprint import --complete', () => {
  const list = (name: string, ...rows: string[]) =>
    file(name, 'child,initials,family,iro,team,social_worker', ...rows);
  const [first, second] = ['700123', '700124'].map((ref) => `${ref},AB,,iro@test.example,North 1,`);

  it('ends the allocations that are gone; without it they are listed as missing', async () => {
    const both = list('both.csv', first ?? '', second ?? '');
    await footprint(['import', '--people', people(good), '--allocations', both]);
    const one = ['import', '--allocations', list('one.csv', second ?? '')];
    expect((await footprint(one)).out).toContain(
      '\n  missing, and still allocated (--complete ends them): 700123',
    );
    expect((await footprint([...one, '--complete'])).out).toContain(
      '\n  not in it, and allocated no more: 700123',
    );
    expect(JSON.parse((await footprint([...one, '--json'])).out)).toMatchObject({ files: [{ same: 1 }] });
    expect((await footprint(one)).out).not.toContain('missing');
  });

  it('is of the list of allocations', async () => {
    expect(await footprint(['import', '--people', people(good), '--complete'])).toMatchObject({
      code: 2,
      problems: expect.stringContaining('--complete is of the list of allocations'),
    });
  });
});

describe('footprint import --ssd', () => {
  const episodes = 'clae_cla_episode_id,clae_person_id,clae_cla_id';
  const reviews =
    'clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation';

  /** The files of a morning: a child with a start of care, and what the case system has of its reviews. */
  function aMorning(): string[] {
    mkdirSync(join(folder, 'return'));
    file('return/header.csv', 'CHILD,SEX,DOB,ETHNIC', '700123,1,09/05/2010,WBRI');
    file('return/episodes.csv', 'CHILD,DECOM,RNE,LS,DEC,REC', '700123,10/11/2025,S,C2,,');
    file('return/reviews.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE', '700123,09/05/2010,03/12/2025,PN1');
    const allocations = file(
      'allocations.csv',
      'child,initials,family,iro,team,social_worker,ssd_id',
      '700123,AB,,iro@test.example,North 1,,P-1',
    );
    mkdirSync(join(folder, 'ssd'));
    file('ssd/SSD_CLA_Episodes.csv', episodes, 'E1,P-1,CLA1', 'E2,P-2,CLA2');
    file(
      'ssd/ssd_cla_reviews.csv',
      reviews,
      'R1,CLA1,2025-12-08,2025-12-03,N,PN1',
      'R2,CLA1,2026-03-04,,N,',
      'R3,CLA2,2026-03-04,,N,',
    );
    return [
      'import',
      '--people',
      people(good),
      '--allocations',
      allocations,
      '--ssda903',
      join(folder, 'return'),
      '--ssd',
      join(folder, 'ssd'),
    ];
  }

  it('brings in the reviews of the case system, and lists what it refuses and where it differs', async () => {
    const { code, out } = await footprint(aMorning());
    expect(code).toBe(0);
    expect(out.split('\n').slice(-5)).toEqual([
      'ssd_cla_episodes.csv: 0 added, 0 changed, 1 the same, 1 refused',
      '  line 3 refused: the child P-2 is unknown',
      'ssd_cla_reviews.csv: 2 added, 0 changed, 0 the same, 1 refused',
      '  line 4 refused: the child P-2 is unknown',
      '  line 3: due on Wed 4 Mar in the case system, and on Tue 3 Mar by law',
    ]);
  });

  it('adds nothing the second time, and tells a dry run the same as an import', async () => {
    const args = aMorning();
    const told = await footprint([...args, '--dry-run', '--json']);
    expect((await footprint([...args, '--json'])).out).toBe(told.out);
    const { files } = JSON.parse((await footprint([...args, '--json'])).out) as {
      files: { added: number; changed: number; same: number }[];
    };
    expect(files.map(({ added, changed }) => added + changed)).toEqual(files.map(() => 0));
    expect(files.map(({ same }) => same)).toEqual([1, 1, 1, 1, 1, 1, 2]);
  });

  it('ends with 1 where an extract is missing', async () => {
    const args = aMorning();
    rmSync(join(folder, 'ssd/ssd_cla_reviews.csv'));
    const { code, problems } = await footprint(args);
    expect({ code, problems }).toEqual({
      code: 1,
      problems: `ssd_cla_reviews.csv was refused, and nothing of it is saved: it is not in ${join(folder, 'ssd')}`,
    });
  });
});

describe('a file that cannot be read', () => {
  it('ends with 1 and one clear line; the others go in', async () => {
    const allocations = file('allocations.csv', 'child,iro');
    const { code, out, problems } = await footprint([
      'import',
      '--people',
      people(good),
      '--allocations',
      allocations,
    ]);
    expect(code).toBe(1);
    expect(out).toContain('people.csv: 1 added');
    expect(out).toContain('allocations.csv: refused whole');
    expect(problems).toBe(
      'allocations.csv was refused, and nothing of it is saved: ' +
        'the header is wrong: initials, family, team, social_worker are missing',
    );
  });

  it('may be missing, a folder, a file in the place of a folder, or too large', async () => {
    const large = file('large.csv', '');
    truncateSync(large, 50 * 1024 * 1024 + 1);
    const { code, out } = await footprint([
      'import',
      `--people=${join(folder, 'nowhere.csv')}`,
      `--teams=${folder}`,
      `--allocations=${large}`,
      `--ssda903=${large}`,
      '--json',
    ]);
    expect(code).toBe(1);
    const { files } = JSON.parse(out) as { files: { refused: { reason: string }[] }[] };
    expect(files.map(({ refused }) => refused.map(({ reason }) => reason))).toEqual([
      [`there is no ${join(folder, 'nowhere.csv')}`],
      [`${folder} is a folder`],
      ['the file is over 50 MB'],
      ...Array.from({ length: 3 }, () => [`${large} is no folder`]),
    ]);
  });

  it('may be one of a return', async () => {
    file('header.csv', 'CHILD,SEX,DOB,ETHNIC', '700123,1,09/05/2010,WBRI');
    const { code, out } = await footprint(['import', '--ssda903', folder, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { added: 1, refused: [] },
        { file: 'episodes.csv', refused: [{ reason: `it is not in ${folder}` }] },
        { file: 'reviews.csv', refused: [{ reason: `it is not in ${folder}` }] },
      ],
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'which command?'],
    [['imports'], 'unknown command: imports'],
    [['import'], 'what is to be imported?'],
    [['import', '--dry-run'], 'what is to be imported?'],
    [['import', '--people'], '--people'],
    [['import', '--people', ''], '--people names no file'],
    [['import', '--peopel', 'x.csv'], '--peopel'],
    [['import', 'people.csv'], 'people.csv'],
  ])('ends with 2 and says how it is used: %j', async (args, problem) => {
    const { code, out, problems } = await footprint(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(problems).toContain(problem);
    expect(problems).toContain('footprint import [--people FILE]');
  });

  it('is not to ask for help', async () => {
    for (const args of [['--help'], ['-h'], ['import', '--help']]) {
      const { code, out, problems } = await footprint(args);
      expect({ code, problems }).toEqual({ code: 0, problems: '' });
      expect(out).toContain('footprint import [--people FILE]');
    }
  });

  it('includes a wrong configuration, every problem listed', async () => {
    const { code, problems } = await footprint(['import', '--people', people(good)], {
      PORT: 'x',
      HOST: '::',
    });
    expect(code).toBe(2);
    expect(problems).toContain('PORT: ');
    expect(problems).toContain('HOST: ');
  });
});

describe('the local clock', () => {
  it('decides which day is today', async () => {
    const allocations = file(
      'allocations.csv',
      'child,initials,family,iro,team,social_worker,from',
      '700123,AB,,iro@test.example,North 1,,2026-05-01',
    );
    const args = ['import', '--people', people(good), '--allocations', allocations];
    expect((await footprint(args)).out).toContain('line 2 refused: from is in the future');
    expect((await footprint(args, { LOCAL_CLOCK: '2026-05-01T09:00:00Z' })).out).toContain(
      'allocations.csv: 1 added',
    );
  });

  it('goes on from the newest event of the store', async () => {
    const reviews = file('reviews.csv', 'CHILD,REVIEW,REVIEW_CODE', '700123,01/06/2026,PN1');
    file('header.csv', 'CHILD,SEX,DOB,ETHNIC', '700123,1,09/05/2010,WBRI');
    file('episodes.csv', 'CHILD,DECOM,RNE,LS,DEC,REC');
    const args = ['import', '--ssda903', join(reviews, '..')];
    const environment = { LOCAL_CLOCK: '2026-05-01T09:00:00Z' };
    expect((await footprint(args, environment)).out).toContain('REVIEW is in the future');
    expect((await footprint(args, environment, '2026-06-01T10:00:00.000Z')).out).toContain(
      'reviews.csv: 1 added',
    );
  });
});
