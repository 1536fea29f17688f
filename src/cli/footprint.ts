import { importDisputesUsage, readImportDisputesOptions, runImportDisputes } from './importDisputes.js';
import { doctorUsage, readDoctorOptions, runDoctor } from './doctor.js';
import { importUsage, readImportOptions, runImport } from './import.js';
import { auditUsage, readAuditOptions, runAudit } from './audit.js';
import { readReportOptions, reportUsage, runReport } from './report.js';
import { useBankHolidays } from './bankHolidays.js';
import type { Ports } from './ports.js';
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

type Done = number | { readonly wrong: string };
/** Reads the words after the command; what it then runs answers the exit code, or what is wrong with them after all. */
type Command = (args: readonly string[]) => { readonly wrong: string } | ((ports: Ports) => Promise<Done>);

const command =
  <O>(
    read: (args: readonly string[]) => { readonly options: O } | { readonly wrong: string },
    run: (options: O, ports: Ports) => Promise<Done>,
  ): Command =>
  (args) => {
    const parsed = read(args);
    return 'wrong' in parsed ? parsed : (ports) => run(parsed.options, ports);
  };

const commands = new Map<string, Command>([
  ['import', command(readImportOptions, runImport)],
  ['import-disputes', command(readImportDisputesOptions, runImportDisputes)],
  ['report', command(readReportOptions, runReport)],
  ['audit', command(readAuditOptions, runAudit)],
]);

export const usage = `IRO Footprint, the command line

${importUsage}

${importDisputesUsage}

${reportUsage}

${doctorUsage}

${auditUsage}

Which store: DATA_FILE, or COSMOS_ENDPOINT and its kin, as the bot reads them.
Exit: 0 it was done (refused rows are listed), 1 a file was refused whole or could not be written, or the doctor found something wrong, 2 wrong usage or configuration, 3 it broke off.`;

/** One command, start to end; the exit code. Throws where the world fails: the store, the network, the disk. */
export async function runFootprint(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  const named = commands.get(name ?? '');
  const known = named !== undefined || name === 'doctor';
  if (name === '--help' || name === '-h' || (known && rest.includes('--help'))) {
    terminal.out(usage);
    return 0;
  }
  if (name === 'doctor') return doctor(rest, terminal);
  if (named === undefined)
    return wrong(name === undefined ? 'which command?' : `unknown command: ${name}`, terminal);
  const run = named(rest);
  if ('wrong' in run) return wrong(run.wrong, terminal);
  const done = await withStore(run, terminal);
  return typeof done === 'number' ? done : wrong(done.wrong, terminal);
}

/** Unlike the others it tells of a configuration that is wrong, and of a store that does not open. */
async function doctor(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = readDoctorOptions(args);
  if ('wrong' in parsed) return wrong(parsed.wrong, terminal);
  return runDoctor(parsed.options, {
    read: terminal.readEnvironment(),
    openStore: terminal.openStore,
    nowIn: async (store, settings) => nowIn(store, settings, terminal.clock),
    out: terminal.out,
  });
}

function wrong(problem: string, terminal: Terminal): number {
  terminal.problem(`footprint: ${problem}\n\n${usage}`);
  return 2;
}

async function withStore(run: (ports: Ports) => Promise<Done>, terminal: Terminal): Promise<Done> {
  const read = terminal.readEnvironment();
  const problems = 'problems' in read ? read.problems : await useBankHolidays(read.settings);
  if ('problems' in read || problems.length > 0) {
    terminal.problem(`footprint: the configuration is wrong\n${problems.join('\n')}`);
    return 2;
  }
  const store = await terminal.openStore(read.settings.store);
  try {
    const now = await nowIn(store, read.settings, terminal.clock);
    return await run({ store, now, out: terminal.out, problem: terminal.problem });
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
