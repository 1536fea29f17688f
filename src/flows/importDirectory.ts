import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../calendar/days.js';
import { findPerson, personFromRow, personWarnings, readPeople } from '../imports/people.js';
import { type Tally, tallyOf } from '../imports/report.js';
import { type SourceFile, readSource } from '../imports/source.js';
import { type TeamRow, readTeams, teamFromRow } from '../imports/teams.js';
import { teamId } from '../people/directory.js';
import { withWake } from '../people/mornings.js';
import type { Person } from '../people/person.js';
import type { Team } from '../people/team.js';
import { type Policy, defaultPolicy } from '../policy/policy.js';
import type { Change } from '../reviews/facts.js';
import { settle } from './settle.js';
import type { DocumentTypes, Store } from '../store/store.js';

/** Who is who while an import runs: what the store has, and what the files have brought so far. */
export interface Ledger {
  readonly store: Store;
  readonly now: Instant;
  readonly newId: () => string;
  readonly dryRun: boolean;
  policy: Policy;
  readonly people: Map<string, Person>;
  readonly teams: Map<string, Team>;
}

export async function openLedger(
  ports: { readonly store: Store; readonly now: Instant; readonly newId: () => string },
  dryRun: boolean,
): Promise<Ledger> {
  const [policy, people, teams] = await Promise.all([
    ports.store.load('policy', 'policy'),
    ports.store.all('person'),
    ports.store.all('team'),
  ]);
  return {
    ...ports,
    dryRun,
    policy: policy?.document.policy ?? defaultPolicy,
    people: new Map(people.map(({ document }) => [document.id, document])),
    teams: new Map(teams.map(({ document }) => [document.id, document])),
  };
}

export async function importPeople(ledger: Ledger, source: SourceFile): Promise<Tally> {
  const table = readSource(source, readPeople);
  const tally = tallyOf(source.name, table);
  if (table.kind === 'refused') return tally;
  const lines = new Map<string, number>();
  for (const { line, value: row } of table.rows) {
    const found = findPerson([...ledger.people.values()], row);
    if ('refused' in found) {
      tally.refuse(line, found.refused);
      continue;
    }
    const id = found.person?.id ?? `person:${ledger.newId()}`;
    const first = lines.get(id);
    if (first !== undefined) {
      tally.again(line, first, 'the person');
      continue;
    }
    lines.set(id, line);
    for (const reason of personWarnings(found.person, row)) tally.warn(line, reason);
    tally.count(
      await put(ledger, 'person', id, ledger.people, (known) => {
        const person = personFromRow(known, row, id);
        // Who is new, or works on other days, is to be woken at their next morning.
        return isDeepStrictEqual(known, person) ? person : withWake(person, ledger.policy, ledger.now);
      }),
    );
  }
  return tally;
}

export async function importTeams(ledger: Ledger, source: SourceFile): Promise<Tally> {
  const table = readSource(source, (bytes) => readTeams(bytes, ledger.policy));
  const tally = tallyOf(source.name, table);
  if (table.kind === 'refused') return tally;
  const lines = new Map<string, number>();
  for (const { line, value: row } of table.rows) {
    const id = teamId(row.team);
    const first = lines.get(id);
    if (first !== undefined) {
      tally.again(line, first, 'the team');
      continue;
    }
    lines.set(id, line);
    for (const reason of holderWarnings([...ledger.people.values()], row)) tally.warn(line, reason);
    tally.count(await put(ledger, 'team', id, ledger.teams, (known) => teamFromRow(known, row)));
  }
  return tally;
}

/** A holder whom the list of people does not have cannot be told. */
function holderWarnings(people: readonly Person[], row: TeamRow): string[] {
  const stages = Object.entries(row.stages).filter(([, upn]) => upn !== '');
  return stages.flatMap(([stage, upn]) => {
    const person = people.find((each) => each.upn === upn);
    if (person === undefined)
      return [`${stage}: ${upn} is not on the list of people, so the stage is vacant`];
    return person.roles.includes('manager') ? [] : [`${stage}: ${upn} has not the role manager`];
  });
}

/** Read afresh just before the save: the bot writes to people too, and what it learnt must stay. */
async function put<T extends 'person' | 'team'>(
  { store, dryRun }: Ledger,
  type: T,
  id: string,
  documents: Map<string, DocumentTypes[T]>,
  next: (known: DocumentTypes[T] | undefined) => DocumentTypes[T],
): Promise<Change> {
  const known = documents.get(id);
  if (known !== undefined && isDeepStrictEqual(known, next(known))) return 'same';
  return settle(store, dryRun, await store.load(type, id), type, id, (current) => {
    const document = next(current);
    documents.set(id, document);
    if (current === undefined) return { document, change: 'added' };
    return { document, change: isDeepStrictEqual(current, document) ? 'same' : 'changed' };
  });
}
