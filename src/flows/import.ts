import { isDeepStrictEqual } from 'node:util';
import { type Instant, englishDay } from '../calendar/days.js';
import { markDirectoryChanged } from './directory.js';
import { type Ledger, importPeople, importTeams, openLedger } from './importDirectory.js';
import { goneFrom, settleGone } from './goneAllocations.js';
import { settle } from './settle.js';
import { readAllocations } from '../imports/allocations.js';
import { type ChildrenSeen, childrenSeen } from '../imports/children.js';
import { readPolicy } from '../imports/policy.js';
import { type FileResult, type Tally, tallyOf } from '../imports/report.js';
import { type SourceFile, type SourceFiles, readSource } from '../imports/source.js';
import {
  readSsdConferenceReviews,
  readSsdEnquiries,
  readSsdInitialConferences,
} from '../imports/ssdConferences.js';
import { hasPeriods, readSsdEpisodes, readSsdLegalStatuses } from '../imports/ssdEpisodes.js';
import { readSsdDepartments, readSsdInvolvements, readSsdProfessionals } from '../imports/ssdInvolvements.js';
import { readSsdReviews } from '../imports/ssdReviews.js';
import { readEpisodes, readHeader, readReviews, readUasc } from '../imports/ssda903.js';
import type { Table } from '../imports/table.js';
import type { RefusedWhole } from '../imports/text.js';
import { type ImportedAt, type ImportedSource, importedSources } from '../people/imported.js';
import type { Child } from '../reviews/child.js';
import { childId, mergeFacts, newChild, withReturn } from '../reviews/facts.js';
import type { Store, Stored } from '../store/store.js';

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

async function importChildren(ledger: Ledger, files: SourceFiles, complete: boolean): Promise<Tally[]> {
  const stored = new Map((await ledger.store.all('child')).map((child) => [child.document.ref, child]));
  const today = englishDay(ledger.now);
  const known = new Map([...stored].map(([ref, { document }]) => [ref, document]));
  const seen = childrenSeen(known, today, ledger.policy);
  const tallies: Tally[] = [];
  let settleAllocations = async (): Promise<void> => {};

  function read<T>(
    source: SourceFile | undefined,
    readFile: (bytes: Uint8Array) => Table<T> | RefusedWhole,
    take: (rows: Table<T>['rows'], tally: Tally, columns: readonly string[]) => void,
  ): void {
    if (source === undefined) return;
    const table = readSource(source, readFile);
    const tally = tallyOf(source.name, table);
    tallies.push(tally);
    if (table.kind === 'table') take(table.rows, tally, table.columns);
  }

  read(
    files.allocations,
    (bytes) => readAllocations(bytes, today),
    (rows, tally) => {
      seen.allocations(rows, tally, [...ledger.people.values()], [...ledger.teams.values()]);
      const list = { tally, complete, rows: rows.length };
      settleAllocations = () => settleGone(ledger, stored, goneFrom(stored, rows), list);
    },
  );
  read(files.ssda903?.uasc, (bytes) => readUasc(bytes, today), seen.uasc);
  read(files.ssda903?.header, (bytes) => readHeader(bytes, today), seen.header);
  read(files.ssda903?.episodes, (bytes) => readEpisodes(bytes, today), seen.episodes);
  read(files.ssda903?.reviews, (bytes) => readReviews(bytes, today), seen.reviews);
  if (files.ssd !== undefined) {
    const ssd = seen.ssd([...ledger.people.values()], [...ledger.teams.values()]);
    const extracts = files.ssd;
    read(extracts.legalStatuses, readSsdLegalStatuses, ssd.legalStatuses);
    read(extracts.episodes, readSsdEpisodes, (rows, tally, columns) =>
      ssd.episodes(rows, tally, hasPeriods(columns)),
    );
    read(extracts.reviews, (bytes) => readSsdReviews(bytes, today), ssd.reviews);
    read(extracts.professionals, readSsdProfessionals, ssd.professionals);
    read(extracts.departments, readSsdDepartments, ssd.departments);
    read(extracts.involvements, readSsdInvolvements, ssd.involvements);
    read(extracts.enquiries, readSsdEnquiries, ssd.enquiries);
    read(extracts.initialConferences, (bytes) => readSsdInitialConferences(bytes, today), ssd.conferences);
    read(extracts.conferenceReviews, (bytes) => readSsdConferenceReviews(bytes, today), ssd.conferences);
  }
  await saveChildren(ledger, stored, seen);
  await settleAllocations();
  return tallies;
}

async function saveChildren(
  { store, dryRun, now }: Ledger,
  stored: ReadonlyMap<string, Stored<Child>>,
  { seen, returnRead }: ChildrenSeen,
): Promise<void> {
  const { from, children } = returnRead();
  for (const [ref, ofChild] of seen) {
    const facts = ofChild.map(({ fact }) => fact);
    let child = stored.get(ref)?.document ?? newChild(ref);
    let changes: ReturnType<typeof mergeFacts>['changes'] = [];
    await settle(store, dryRun, stored.get(ref), 'child', childId(ref), (known) => {
      const merged = mergeFacts(known ?? newChild(ref), facts, now);
      changes = merged.changes;
      child = from !== undefined && children.has(ref) ? withReturn(merged.child, from, now) : merged.child;
      return { document: child, change: child === merged.child ? merged.change : 'changed' };
    });
    ofChild.forEach(({ counted, merged }, index) => {
      counted(changes[index] ?? 'same');
      merged?.(child);
    });
  }
}
