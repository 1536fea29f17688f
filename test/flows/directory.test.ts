import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createDirectory } from '../../src/flows/directory.js';
import { openSqlite } from '../../src/store/sqlite.js';

const root = path.join(__dirname, '..', '..');

describe('the directory in memory', () => {
  it('sees within 15 seconds what another process has imported, and asks for nothing before', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'footprint-'));
    const dataFile = path.join(folder, 'data.db');
    const store = openSqlite(dataFile);
    let elapsed = 0;
    const directory = createDirectory(store, () => elapsed);
    expect((await directory.get()).people).toEqual([]);

    const people = path.join(folder, 'people.csv');
    writeFileSync(people, 'id,name,upn,role,fte\n,Ida Reviewer,ida@exampleton.example,iro,1\n');
    const tsx = path.join(root, 'node_modules', '.bin', 'tsx');
    await promisify(execFile)(tsx, ['src/cli/main.ts', 'import', '--people', people], {
      cwd: root,
      env: { ...process.env, DATA_FILE: dataFile },
    });

    elapsed = 14_999;
    expect((await directory.get()).people).toEqual([]);
    elapsed = 15_000;
    expect((await directory.get()).people.map(({ name }) => name)).toEqual(['Ida Reviewer']);
    await store.close();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('sees one’s own change at once', async () => {
    const store = openSqlite(':memory:');
    const directory = createDirectory(store, () => 0);
    await directory.get();
    const team = {
      id: 'team:North',
      type: 'team',
      shape: 1,
      name: 'North',
      area: 'North',
      stages: {},
    } as const;
    await store.save(team);
    expect((await directory.get()).teams).toEqual([]);
    directory.forget();
    expect((await directory.get()).teams).toEqual([team]);
  });
});
