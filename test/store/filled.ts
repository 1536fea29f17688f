import Database from 'libsql';
import { openSqlite } from '../../src/store/sqlite.js';
import { writes } from '../../src/store/sqlite-sql.js';
import type { Document } from '../../src/store/store.js';
import { raised } from '../disputes/builders.js';
import { aClosedDispute, aDelivery } from './documents.js';

/** When the reminder of the disputes that are due is due, and what is later than that. */
export const dueAt = '2026-03-06T08:00:00.000Z';
const later = '2026-03-10T00:00:00.000Z';

/** Every so many documents are a dispute that is due: these, by id. */
export const dueIn = (documents: number, due: number): string[] =>
  Array.from(
    { length: due },
    (_, n) => `dispute:${String(n * Math.floor(documents / due)).padStart(6, '0')}`,
  );

/**
 * A new data file with so many documents, made through the store's own table in one transaction: disputes of which so
 * many are due, others that wait or are closed, and far more deliveries, of which each tenth is to be sent one day.
 */
export async function filled(file: string, documents: number, due: number): Promise<void> {
  await openSqlite(file).close();
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  const create = database.prepare(writes.create);
  const isDue = new Set(dueIn(documents, due));
  const waiting = raised();
  const document = (n: number): Document => {
    const own = String(n).padStart(6, '0');
    const [id, number] = [`dispute:${own}`, `D-2026-${own}`];
    if (isDue.has(id)) return { ...waiting, id, number, wakeAt: dueAt };
    if (n % 20 === 1) return { ...waiting, id, number, wakeAt: later };
    if (n % 20 === 2) return aClosedDispute(own, { number });
    return aDelivery(own, { subject: `dispute:${n}`, ...(n % 10 === 3 ? { sendAt: later } : {}) });
  };
  database.transaction(() => {
    for (let n = 0; n < documents; n += 1) {
      const body = document(n);
      create.run({ id: body.id, type: body.type, etag: 'e', body: JSON.stringify(body) });
    }
  })();
  database.close();
}
