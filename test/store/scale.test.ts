import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { createSweep } from '../../src/flows/sweep.js';
import { indexedPaths, queries as cosmosQueries } from '../../src/store/cosmos-sql.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { queries } from '../../src/store/sqlite-sql.js';
import type { Store } from '../../src/store/store.js';
import { aWorld } from '../outbox/world.js';
import { dueAt, dueIn, filled } from './filled.js';

const due = 40;

/** The same store, and a tally of what it was asked. */
function tallied(store: Store) {
  const asked: Record<string, number> = {};
  const over = new Proxy(store, {
    get(target, name, receiver) {
      const own: unknown = Reflect.get(target, name, receiver);
      if (typeof own !== 'function') return own;
      return (...given: unknown[]): unknown => {
        asked[String(name)] = (asked[String(name)] ?? 0) + 1;
        return Reflect.apply(own, target, given);
      };
    },
  });
  return { over, asked };
}

describe.each([1_000, 100_000])('a store of %i documents', (documents) => {
  let folder: string;
  let file: string;
  let store: Store;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'footprint-scale-'));
    file = path.join(folder, 'data.db');
    await filled(file, documents, due);
    store = openSqlite(file);
  }, 60_000);
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('finds exactly what is due, and no more of it than is asked for', async () => {
    expect(await store.dueToWake(dueAt, 1_000)).toEqual(dueIn(documents, due));
    expect(await store.dueToWake(dueAt, 7)).toEqual(dueIn(documents, due).slice(0, 7));
    expect(await store.dueToWake('2026-03-06T07:59:59.999Z', 1_000)).toEqual([]);
    expect(await store.dueToSend(dueAt, 1_000)).toEqual([]);
    expect(await store.dueToSend('2026-03-10T00:00:00.000Z', 1_000)).toHaveLength(
      Math.min(documents / 10, 1_000),
    );
  });

  it.each([
    ['dueToWake', 'toWake (wakeAt<?)'],
    ['dueToSend', 'bySendAt (type=? AND sendAt<?)'],
  ] as const)('answers %s by its index alone: it looks at nothing that is not due', (query, index) => {
    const database = new Database(file, { readonly: true });
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${queries[query]}`).all({ now: dueAt, limit: 1 });
    expect(plan).toEqual([expect.objectContaining({ detail: expect.stringContaining(index) as unknown })]);
    database.close();
  });

  it('is swept with as many questions as documents are due, however many there are', async () => {
    const { over, asked } = tallied(store);
    const world = await aWorld({ store: over });
    world.moveTo(dueAt);
    const sweep = createSweep(world.ports);
    for (const name of Object.keys(asked)) delete asked[name];
    expect(await sweep()).toBe(due);
    expect(asked).toEqual({ dueToWake: 1, load: due, deliveriesAbout: due, save: due });
  });
});

describe('the queries for what is due, on Cosmos DB', () => {
  it.each([
    ['dueToWake', 'wakeAt'],
    ['dueToSend', 'sendAt'],
  ] as const)('%s asks for the instant, in its order, and for no more than is wanted', (query, field) => {
    expect(cosmosQueries[query]).toContain(`c.${field} <= @now ORDER BY c.${field}`);
    expect(cosmosQueries[query]).toMatch(/^SELECT TOP @limit c\.id FROM c WHERE c\.authority = @authority/);
    expect(indexedPaths).toContain(`/${field}/?`);
  });

  it('ask, as every other does, for what the container indexes', () => {
    const indexed = indexedPaths.map((each) => each.split('/')[1]);
    for (const [name, sql] of Object.entries(cosmosQueries)) {
      const asked = sql.slice(sql.indexOf('WHERE')).matchAll(/\bc\.(\w+)/g);
      // Every container indexes the id.
      for (const [, field = ''] of asked) expect([name, ...indexed, 'id']).toContain(field);
    }
  });
});
