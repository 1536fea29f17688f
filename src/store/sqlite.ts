import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { type Values, askFor, byNumber, checkId, readDocument } from './reading.js';
import { queries, table, writes } from './sqlite-sql.js';
import type { DocumentType, DocumentTypes, Store, Stored } from './store.js';

const rowSchema = z.object({ id: z.string(), etag: z.string(), body: z.string() });
const columnSchema = z.object({ name: z.string() });
const idSchema = z.object({ id: z.string() });
const newestSchema = z.object({ newest: z.string().nullable() });

/**
 * The store in one SQLite file, which several processes may share; its folder is created where it is missing.
 * `:memory:` keeps nothing. Throws naming the file where it cannot be opened or is no database.
 */
export function openSqlite(file: string): Store {
  const database = openFile(file);
  const statements = new Map<string, Database.Statement>();

  function prepared(sql: string): Database.Statement {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  function find<T extends DocumentType>(type: T, sql: string, values: Values): Stored<DocumentTypes[T]>[] {
    const bound = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : value,
    ]);
    return prepared(sql)
      .all(Object.fromEntries(bound))
      .map((row) => {
        const { id, etag, body } = rowSchema.parse(row);
        return { document: readDocument(type, id, JSON.parse(body)), etag };
      });
  }

  const due = (sql: string, now: string, limit: number) =>
    prepared(sql)
      .all({ now, limit })
      .map((row) => idSchema.parse(row).id);

  return {
    name: 'SQLite',
    load: async (type, id) => find(type, queries.load, { id: checkId(id) })[0],
    save: async (document, etag) => {
      const { id, type } = document;
      const row = { id: checkId(id), type, etag: randomUUID(), body: JSON.stringify(document) };
      const { changes } =
        etag === undefined
          ? prepared(writes.create).run(row)
          : prepared(writes.replace).run({ ...row, seen: etag });
      return changes === 1 ? 'saved' : 'changedMeanwhile';
    },
    all: async (type) => find(type, queries.all, { type }),
    disputes: async (query) => {
      const { name, values } = askFor(query);
      return byNumber(find('dispute', queries[name], values));
    },
    childrenOfIro: async (upn) => find('child', queries.childrenOfIro, { upn }),
    childrenOfTeams: async (teams) => find('child', queries.childrenOfTeams, { teams }),
    childrenOfFamily: async (family) => find('child', queries.childrenOfFamily, { family }),
    deliveriesAbout: async (subject) => find('delivery', queries.deliveriesAbout, { subject }),
    deliveriesToPerson: async (person) => find('delivery', queries.deliveriesToPerson, { person }),
    unreachableDeliveries: async () => find('delivery', queries.unreachableDeliveries, {}),
    dueToWake: async (now, limit) => due(queries.dueToWake, now, limit),
    dueToSend: async (now, limit) => due(queries.dueToSend, now, limit),
    newestChangeAt: async () =>
      newestSchema.parse(prepared(queries.newestChangeAt).get()).newest ?? undefined,
    close: async () => {
      database.close();
    },
  };
}

function openFile(file: string): Database.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(resolve(file)), { recursive: true });
    const database = new Database(file);
    // First of all, so that two processes that start together wait for each other in what follows.
    database.pragma('busy_timeout = 5000');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('cache_size = -16384');
    database.transaction(() => layTable(database)).immediate();
    return database;
  } catch (cause) {
    throw new Error(`The data file ${file} cannot be opened: ${String(cause)}`, { cause });
  }
}

function layTable(database: Database.Database): void {
  database.exec(table.create);
  const there = z.array(columnSchema).parse(database.pragma('table_xinfo(documents)'));
  for (const name of table.columns) {
    if (!there.some((column) => column.name === name)) database.exec(table.addColumn(name));
  }
  database.exec(table.rest);
}
