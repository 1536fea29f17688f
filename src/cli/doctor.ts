import type { ReadSettings, Settings } from '../config.js';
import { createDirectory } from '../flows/directory.js';
import type { Store } from '../store/store.js';
import { useBankHolidays } from './bankHolidays.js';
import type { Check } from './check.js';
import { checksOf } from './checks.js';
import type { Examined } from './examined.js';
import { readArgs } from './options.js';

export const doctorUsage = `footprint doctor [--json]
  Says what is in order and what is not: the store, the environment, the policy, bank holidays, people, stages, children,
  the age of the data, messages that reached nobody. Ends with 1 where something is wrong.
  --json     the same as one line of JSON`;

export interface DoctorOptions {
  readonly json: boolean;
}

export function readDoctorOptions(
  args: readonly string[],
): { readonly options: DoctorOptions } | { readonly wrong: string } {
  const parsed = readArgs(args, { json: { type: 'boolean', default: false } });
  if ('wrong' in parsed) return parsed;
  const [stray] = parsed.positionals;
  return stray === undefined ? { options: parsed.values } : { wrong: `what is ${stray}?` };
}

/** What the doctor touches of the world. */
export interface DoctorPorts {
  readonly read: ReadSettings;
  readonly openStore: (settings: Settings['store']) => Promise<Store>;
  readonly nowIn: (store: Store, settings: Settings) => Promise<string>;
  readonly out: (text: string) => void;
}

/** 0: nothing is wrong; 1: something is. A store that does not open is told, and not thrown. */
export async function runDoctor({ json }: DoctorOptions, ports: DoctorPorts): Promise<0 | 1> {
  const checks = await examine(ports);
  const wrong = checks.some(({ verdict }) => verdict === 'wrong');
  ports.out(json ? JSON.stringify({ wrong, checks }) : checks.map(plain).join('\n'));
  return wrong ? 1 : 0;
}

async function examine({ read, openStore, nowIn }: DoctorPorts): Promise<Check[]> {
  if ('problems' in read)
    return [
      { check: 'Environment', verdict: 'wrong', says: 'the configuration is wrong', which: read.problems },
    ];
  const { settings } = read;
  const problems = await useBankHolidays(settings);
  const environment = environmentCheck(settings);
  if (problems.length > 0)
    return [
      environment,
      { check: 'Bank holidays', verdict: 'wrong', says: 'the file is refused', which: problems },
    ];
  const where = storeAddress(settings);
  let store: Store;
  try {
    store = await openStore(settings.store);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [environment, { check: 'Store', verdict: 'wrong', says: `${where} does not open`, which: [why] }];
  }
  try {
    const now = await nowIn(store, settings);
    const opens: Check = {
      check: 'Store',
      verdict: 'fine',
      says: `${store.name} opens: ${where}`,
      which: [],
    };
    return [environment, opens, ...checksOf(await examinedIn(store, now), now)];
  } finally {
    await store.close();
  }
}

const anHour = 3_600_000;
/** More than these nobody reads in a list. */
const mostHeldBack = 100;

async function examinedIn(store: Store, now: string): Promise<Examined> {
  const [directory, children, deliveries, heldBack] = await Promise.all([
    createDirectory(store, () => 0).get(),
    store.all('child'),
    store.all('delivery'),
    store.dueToWake(new Date(Date.parse(now) - anHour).toISOString(), mostHeldBack),
  ]);
  return {
    directory,
    children: children.map(({ document }) => document),
    deliveries: deliveries.map(({ document }) => document),
    heldBack,
  };
}

const storeAddress = ({ store: { cosmos, dataFile } }: Settings): string =>
  cosmos === undefined ? dataFile : `${cosmos.endpoint}, ${cosmos.database}/${cosmos.container}`;

function environmentCheck({ app, policyFile, bankHolidaysFile }: Settings): Check {
  const files = [
    ...(policyFile === undefined ? [] : [`POLICY_FILE ${policyFile}`]),
    ...(bankHolidaysFile === undefined ? [] : [`BANK_HOLIDAYS_FILE ${bankHolidaysFile}`]),
  ];
  const node = `Node ${process.versions.node}`;
  return app.mode === 'teams'
    ? {
        check: 'Environment',
        verdict: 'fine',
        says: `Teams, ${app.type}, tenant ${app.tenantId}; ${node}`,
        which: files,
      }
    : {
        check: 'Environment',
        verdict: 'look',
        says: `local mode: nobody is authenticated, and no one in Teams is answered; ${node}`,
        which: files,
      };
}

const marks: Readonly<Record<Check['verdict'], string>> = {
  fine: 'fine  ',
  look: 'look  ',
  wrong: 'WRONG ',
};
/** The rest of a long list is in the JSON. */
const mostListed = 10;

/** A line for each check, and below it which ones are meant. */
function plain({ check, verdict, says, which }: Check): string {
  const more = which.length - mostListed;
  return [
    `${marks[verdict]}${check}: ${says}`,
    ...which.slice(0, mostListed).map((each) => `        ${each}`),
    ...(more > 0 ? [`        and ${more} more: --json has them all`] : []),
  ].join('\n');
}
