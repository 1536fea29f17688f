import { type Day, englishDay } from '../calendar/days.js';
import { goneFrom, settleGone } from './goneAllocations.js';
import type { Ledger } from './importDirectory.js';
import { settle } from './settle.js';
import { readAllocations } from '../imports/allocations.js';
import { type ChildrenSeen, childrenSeen } from '../imports/children.js';
import { type Tally, tallyOf } from '../imports/report.js';
import { type SourceFile, type SourceFiles, readSource } from '../imports/source.js';
import {
  readSsdConferenceReviews,
  readSsdEnquiries,
  readSsdInitialConferences,
} from '../imports/ssdConferences.js';
import {
  hasPeriods,
  readSsdEpisodes,
  readSsdLegalStatuses,
  readSsdPlacements,
} from '../imports/ssdEpisodes.js';
import { readSsdDepartments, readSsdInvolvements, readSsdProfessionals } from '../imports/ssdInvolvements.js';
import { readSsdReviews } from '../imports/ssdReviews.js';
import { readEpisodes, readHeader, readReviews, readUasc } from '../imports/ssda903.js';
import type { Table } from '../imports/table.js';
import type { RefusedWhole } from '../imports/text.js';
import type { Child, SeenFact } from '../reviews/child.js';
import { childId, mergeFacts, newChild, withReturn } from '../reviews/facts.js';
import type { Stored } from '../store/store.js';

/** Allocations, the return and the extracts: all that they say of a child is written at once. */
export async function importChildren(
  ledger: Ledger,
  files: SourceFiles,
  complete: boolean,
): Promise<Tally[]> {
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
    read(extracts.placements, readSsdPlacements, ssd.placements);
    read(extracts.episodes, readSsdEpisodes, (rows, tally, columns) =>
      ssd.episodes(rows, tally, hasPeriods(columns)),
    );
    read(extracts.reviews, (bytes) => readSsdReviews(bytes, today), ssd.reviews);
    read(extracts.professionals, readSsdProfessionals, ssd.professionals);
    read(extracts.departments, readSsdDepartments, ssd.departments);
    read(extracts.involvements, readSsdInvolvements, ssd.involvements);
    read(extracts.enquiries, (bytes) => readSsdEnquiries(bytes, today), ssd.enquiries);
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
  const { from, periodsFrom, children } = returnRead();
  for (const [ref, ofChild] of seen) {
    // The year is known once the reviews are read.
    const facts = ofChild.map(({ fact }) => ofYear(fact, { profile: from, period: periodsFrom }));
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

/** What a return says that is of its year. */
function ofYear(fact: SeenFact, years: Readonly<Record<'profile' | 'period', Day | undefined>>): SeenFact {
  if (fact.source !== 'ssda903' || (fact.kind !== 'profile' && fact.kind !== 'period')) return fact;
  const year = years[fact.kind];
  return year === undefined ? fact : { ...fact, year };
}
