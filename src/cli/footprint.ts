import { type ImportOptions, importUsage, readImportOptions, runImport } from './import.js';
import type { ReadSettings, Settings } from '../config.js';
import type { Store } from '../store/store.js';

/** What the command line touches of the world. */
export interface Terminal {
  readonly readEnvironment: () => ReadSettings;
  readonly openStore: (settings: Settings['store']) => Promise<Store>;
  readonly clock: () => string;
  readonly out: (text: string) => void;
  readonly problem: (text: string) => void;
}

export const usage = `IRO Footprint, the command line

${importUsage}

Which store: DATA_FILE, or COSMOS_ENDPOINT and its kin, as the bot reads them.
Exit: 0 every file was read (refused rows are listed), 1 a file was refused whole, 2 wrong usage or configuration, 3 it broke off.`;

/** One command, start to end; the exit code. Throws where the world fails: the store, the network, the disk. */
export async function runFootprint(args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = args;
  if (command === '--help' || command === '-h' || (command === 'import' && rest.includes('--help'))) {
    terminal.out(usage);
    return 0;
  }
  if (command !== 'import')
    return wrong(command === undefined ? 'which command?' : `unknown command: ${command}`, terminal);
  const read = readImportOptions(rest);
  return 'wrong' in read ? wrong(read.wrong, terminal) : importInto(read.options, terminal);
}

function wrong(problem: string, terminal: Terminal): number {
  terminal.problem(`footprint: ${problem}\n\n${usage}`);
  return 2;
}

async function importInto(options: ImportOptions, terminal: Terminal): Promise<number> {
  const read = terminal.readEnvironment();
  if ('problems' in read) {
    terminal.problem(`footprint: the configuration is wrong\n${read.problems.join('\n')}`);
    return 2;
  }
  const store = await terminal.openStore(read.settings.store);
  try {
    const now = await nowIn(store, read.settings, terminal.clock);
    return await runImport(options, { store, now, out: terminal.out, problem: terminal.problem });
  } finally {
    await store.close();
  }
}

/** A local clock goes on from the newest event: time never runs back. */
async function nowIn(store: Store, { app }: Settings, clock: () => string): Promise<string> {
  if (app.mode !== 'local' || app.clockStartsAt === undefined) return clock();
  const newest = await store.newestChangeAt();
  return newest !== undefined && newest > app.clockStartsAt ? newest : app.clockStartsAt;
}
