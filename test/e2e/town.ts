import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFiles } from '../../src/flows/import.js';
import { startBot } from '../../src/wiring.js';
import { recordedLog } from '../support/recordedLog.js';

/** Obviously invented: the roles are in the names. */
export const townsfolk = {
  ida: { name: 'Ida Reviewer', roles: 'iro' },
  tess: { name: 'Tess Teammanager', roles: 'manager' },
  olga: { name: 'Olga Operations', roles: 'manager' },
  amir: { name: 'Amir Assistant', roles: 'manager' },
  dina: { name: 'Dina Director', roles: 'manager' },
  lena: { name: 'Lena Lead', roles: 'lead' },
} as const;
export type Townsperson = keyof typeof townsfolk;

export const upn = (who: string) => `${who}@exampleton.example`;
const entraId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const csv = (name: string, ...lines: string[]) => ({ name, content: Buffer.from(`${lines.join('\n')}\n`) });

const files = {
  people: csv(
    'people.csv',
    'id,name,upn,role,fte',
    ...Object.entries(townsfolk).map(
      ([who, { name, roles }], index) => `${entraId(index + 1)},${name},${upn(who)},${roles},1`,
    ),
  ),
  teams: csv(
    'teams.csv',
    'team,area,team-manager,operations-manager,assistant-director,director',
    `North,North,${['tess', 'olga', 'amir', 'dina'].map(upn).join(',')}`,
  ),
  allocations: csv(
    'allocations.csv',
    'child,initials,family,iro,team,social_worker',
    `700123,AB,,${upn('ida')},North,`,
    `700131,CD,,${upn('ida')},North,`,
  ),
};

/** The bot in local mode on a new SQLite file, with its page, on Mon 2 March 2026 at nine. */
export async function openTown(startsAt = '2026-03-02T09:00:00Z') {
  const folder = mkdtempSync(path.join(tmpdir(), 'footprint-e2e-'));
  const log = recordedLog();
  const bot = await startBot(
    {
      port: 0,
      host: '127.0.0.1',
      app: { mode: 'local', clockStartsAt: startsAt },
      store: { dataFile: path.join(folder, 'data.db'), authority: 'local' },
      sdk: {},
    },
    log,
  );
  const { store, now, newId } = bot.ports;
  await importFiles({ store, now: now(), newId }, files, { dryRun: false });
  await bot.ports.directoryChanged();
  return {
    log,
    /** The page with these people side by side. */
    address: (...people: Townsperson[]) => `${bot.address}/local/?people=${people.map(upn).join(',')}`,
    settled: () => bot.settle(),
    async close(): Promise<void> {
      await bot.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Town = Awaited<ReturnType<typeof openTown>>;
