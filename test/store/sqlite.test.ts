import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openStore } from '../../src/store/open.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { queries } from '../../src/store/sqlite-sql.js';
import { aDispute } from './documents.js';
import { storeContract } from './store.contract.js';

describe('the store on SQLite', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'iro-footprint-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  storeContract(async () => ({
    open: () => openStore({ dataFile: join(folder, 'store.db'), authority: 'local' }),
    leave: async () => {},
  }));

  it('says its name', async () => {
    const store = openSqlite(':memory:');
    expect(store.name).toBe('SQLite');
    await store.close();
  });

  it('is there again when the file is opened again, in a folder that it made', async () => {
    const file = join(folder, 'not', 'yet', 'there.db');
    const first = openSqlite(file);
    await first.save(aDispute('a'));
    await first.close();
    const again = openSqlite(file);
    expect((await again.load('dispute', 'dispute:a'))?.document).toStrictEqual(aDispute('a'));
    await again.close();
  });

  it('names a file that is no database', () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear all, '.repeat(500));
    expect(() => openSqlite(file)).toThrow(`The data file ${file} cannot be opened`);
  });

  it('takes in a file that was made before a column was needed', async () => {
    const file = join(folder, 'older.db');
    const older = new Database(file);
    older.exec(
      'CREATE TABLE documents (id TEXT PRIMARY KEY, type TEXT NOT NULL, etag TEXT NOT NULL, body TEXT NOT NULL)',
    );
    const due = aDispute('a', { wakeAt: '2026-03-16T00:00:00.000Z' });
    older
      .prepare('INSERT INTO documents VALUES (?, ?, ?, ?)')
      .run(due.id, due.type, 'e', JSON.stringify(due));
    older.close();
    const store = openSqlite(file);
    expect(await store.dueToWake('2026-03-16T00:00:00.000Z', 1)).toHaveLength(1);
    await store.close();
  });

  describe('the plan of a query', () => {
    let database: Database.Database;

    beforeEach(async () => {
      await openSqlite(join(folder, 'store.db')).close();
      database = new Database(join(folder, 'store.db'));
    });
    afterEach(() => {
      database.close();
    });

    const planOf = (sql: string): string => {
      const names = [...new Set(sql.match(/@\w+/g))].map((name) => name.slice(1));
      const values = Object.fromEntries(names.map((name) => [name, name === 'teams' ? '[]' : '']));
      return JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values));
    };

    it.each([
      ['dueToWake', 'toWake'],
      ['dueToSend', 'bySendAt'],
      ['disputesByNumber', 'byNumber'],
      ['disputesOfIro', 'byIro'],
      ['openDisputesOfIro', 'byIro'],
      ['disputesOfResponder', 'byTeam'],
      ['openDisputesOfResponder', 'byTeam'],
      ['openDisputes', 'openDisputes'],
      ['childrenOfIro', 'byIro'],
      ['childrenOfTeams', 'byTeam'],
      ['childrenOfFamily', 'byFamily'],
      ['deliveriesAbout', 'bySubject'],
      ['deliveriesToPerson', 'byPerson'],
      ['unreachableDeliveries', 'unreachable'],
      ['newestChangeAt', 'byChange'],
    ] as const)('of %s names the index %s', (query, index) => {
      expect(planOf(queries[query])).toMatch(new RegExp(`USING (COVERING )?INDEX ${index} `));
    });

    it.each(['dueToWake', 'dueToSend'] as const)('of %s sorts nothing', (query) => {
      expect(planOf(queries[query])).not.toContain('TEMP B-TREE');
    });

    it.each(['disputesByChild', 'disputesOfResponder'] as const)(
      'of %s reads no document but those found',
      (query) => {
        expect(planOf(queries[query])).not.toContain('SCAN documents');
      },
    );
  });
});
