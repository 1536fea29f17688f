// How long a sweep takes, by how many documents there are and how many are due: npm run bench
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqlite } from '../../src/store/sqlite.js';
import { aWorld } from '../outbox/world.js';
import { dueAt, filled } from '../store/filled.js';

const sizes = [1_000, 100_000];
const due = 100;
const times = 200;

/** Milliseconds of one run of it. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < times; run += 1) runs.push(await timed(work));
  return runs.toSorted((one, other) => one - other)[times / 2] ?? 0;
}

async function measured(documents: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'footprint-bench-'));
  const file = path.join(folder, 'data.db');
  await filled(file, documents, due);
  const world = await aWorld({ store: openSqlite(file) });
  try {
    const idle = await median(world.sweep);
    world.moveTo(dueAt);
    const finding = await median(() => world.store.dueToWake(dueAt, due));
    const sweeping = await timed(world.sweep);
    return { documents, idle, finding, sweeping };
  } finally {
    await world.store.close();
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const row = (...cells: readonly string[]) =>
    process.stdout.write(`${cells.map((each) => each.padStart(18)).join('')}\n`);
  row('documents', 'a sweep, 0 due', `finding ${due} due`, `a sweep, ${due} due`);
  for (const documents of sizes) {
    const { idle, finding, sweeping } = await measured(documents);
    const ms = (time: number) => `${time.toFixed(time < 10 ? 3 : 0)} ms`;
    row(documents.toLocaleString('en-GB'), ms(idle), ms(finding), ms(sweeping));
  }
}
void main();
