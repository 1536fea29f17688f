import { join } from 'node:path';
import { type ImportPaths, readSources } from '../cli/files.js';
import { importFiles } from '../flows/import.js';
import type { Ports } from '../flows/ports.js';
import type { FileResult } from '../imports/report.js';

/** The Borough of Exampleton: nobody in it exists. Its files are what a council would bring, beside this file. */
export const domain = 'exampleton.example';

const file = (name: string) => join(__dirname, 'data', name);
const service = {
  people: file('people.csv'),
  teams: file('teams.csv'),
  allocations: file('allocations.csv'),
};
const nationalReturn = { ssda903: file('ssda903') };

/** People, teams and allocations; the return of the year so far comes later, when it has been made. */
export const importService = (ports: Ports) => importFrom(ports, service);
export const importReturn = (ports: Ports) => importFrom(ports, nationalReturn);

async function importFrom(ports: Ports, paths: ImportPaths): Promise<FileResult[]> {
  const { store, newId } = ports;
  const sources = await readSources(paths);
  const results = await importFiles({ store, now: ports.now(), newId }, sources, { dryRun: false });
  await ports.directoryChanged();
  return results;
}
