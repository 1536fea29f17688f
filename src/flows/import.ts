import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../calendar/days.js';
import { markDirectoryChanged } from './directory.js';
import { importChildren } from './importChildren.js';
import { type Ledger, importPeople, importTeams, openLedger } from './importDirectory.js';
import { settle } from './settle.js';
import { readPolicy } from '../imports/policy.js';
import { type FileResult, type Tally, tallyOf } from '../imports/report.js';
import { type SourceFile, type SourceFiles, readSource } from '../imports/source.js';
import { type ImportedAt, type ImportedSource, importedSources } from '../people/imported.js';
import type { Store } from '../store/store.js';

export interface ImportPorts {
  readonly store: Store;
  readonly now: Instant;
  readonly newId: () => string;
}

/**
 * Reads what a service has into the store. Each file refers to what stands before it: policy, people, teams,
 * allocations (they know children that no return has yet), the return, the extracts of the case system. A second
 * time changes nothing.
 * With `dryRun` nothing is saved, and the same is told; `complete`: who is not in the allocations is not allocated.
 */
export async function importFiles(
  ports: ImportPorts,
  files: SourceFiles,
  { dryRun, complete = false }: { readonly dryRun: boolean; readonly complete?: boolean },
): Promise<FileResult[]> {
  const ledger = await openLedger(ports, dryRun);
  const tallies: Tally[] = [];
  if (files.policy !== undefined) tallies.push(await importPolicy(ledger, files.policy));
  if (files.people !== undefined) tallies.push(await importPeople(ledger, files.people));
  if (files.teams !== undefined) tallies.push(await importTeams(ledger, files.teams));
  // Even where nothing differs: an import that broke off may have saved people and not the mark.
  if (tallies.length > 0 && !dryRun) await markDirectoryChanged(ports.store, ports.now, { hands: true });
  if (files.allocations !== undefined || files.ssda903 !== undefined || files.ssd !== undefined)
    tallies.push(...(await importChildren(ledger, files, complete)));
  const results = tallies.map((tally) => tally.result());
  const read = readAt(files, results, ports.now);
  if (!dryRun) await markDirectoryChanged(ports.store, ports.now, { read, hands: true });
  return results;
}

/** The sources of which at least one file could be read. */
function readAt(files: SourceFiles, results: readonly FileResult[], now: Instant): ImportedAt {
  const readable = new Set(results.filter((result) => result.readable).map(({ file }) => file));
  const filesOf = (source: ImportedSource): SourceFile[] => {
    const given = files[source];
    if (given === undefined) return [];
    return 'content' in given ? [given] : Object.values(given).filter((file) => file !== undefined);
  };
  const read = importedSources.filter((source) => filesOf(source).some(({ name }) => readable.has(name)));
  return Object.fromEntries(read.map((source) => [source, now]));
}

async function importPolicy(ledger: Ledger, source: SourceFile): Promise<Tally> {
  const read = readSource(source, readPolicy);
  const tally = tallyOf(source.name, read);
  if (read.kind === 'refused') return tally;
  const { store, dryRun } = ledger;
  const change = await settle(
    store,
    dryRun,
    await store.load('policy', 'policy'),
    'policy',
    'policy',
    (known) => ({
      document: { id: 'policy', type: 'policy', shape: 1, policy: read.policy },
      change:
        known === undefined ? 'added' : isDeepStrictEqual(known.policy, read.policy) ? 'same' : 'changed',
    }),
  );
  ledger.policy = read.policy;
  tally.count(change);
  return tally;
}
