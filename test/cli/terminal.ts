import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFootprint } from '../../src/cli/footprint.js';
import { readSettings } from '../../src/config.js';
import { openStore } from '../../src/store/open.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';

/** A folder of its own with a store in it, and the command line. */
export function aTerminal() {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-'));
  const data = join(folder, 'store.db');

  async function footprint(
    args: readonly string[],
    environment: Record<string, string> = {},
    newestChangeAt?: string,
  ) {
    const out: string[] = [];
    const problems: string[] = [];
    const code = await runFootprint(args, {
      readEnvironment: () => readSettings({ DATA_FILE: data, ...environment }),
      openStore: async (settings) => {
        const store = await openStore(settings);
        return newestChangeAt === undefined
          ? store
          : { ...store, newestChangeAt: async () => newestChangeAt };
      },
      clock: () => '2026-03-02T09:00:00.000Z',
      out: (text) => out.push(text),
      problem: (text) => problems.push(text),
    });
    return { code, out: out.join('\n'), problems: problems.join('\n') };
  }

  return {
    folder,
    footprint,
    /** Writes a file into the folder, and says where it is. */
    file(name: string, ...lines: string[]): string {
      writeFileSync(join(folder, name), lines.join('\n'));
      return join(folder, name);
    },
    /** What the command line left, or is to find. */
    async inStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
      const store = openSqlite(data);
      try {
        return await use(store);
      } finally {
        await store.close();
      }
    },
    leave: () => rmSync(folder, { recursive: true }),
  };
}
