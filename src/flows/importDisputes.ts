import { type Day, type Instant, englishDay } from '../calendar/days.js';
import { type Period, financialYearOf, periodLabel, within } from '../calendar/periods.js';
import { numberIn, plainWords } from '../disputes/number.js';
import { personalDetails } from '../disputes/personalDetail.js';
import { takenOver } from '../disputes/takeOver.js';
import { importedFrom, rowWarnings } from '../imports/disputeRecord.js';
import { type DisputeRow, readDisputes } from '../imports/disputes.js';
import { firsts } from '../imports/firsts.js';
import { recordId } from '../imports/recordNumber.js';
import { type FileResult, type Tally, tallyOf } from '../imports/report.js';
import { type SourceFile, readSource } from '../imports/source.js';
import type { Row } from '../imports/table.js';
import type { Change } from '../reviews/facts.js';
import type { Store } from '../store/store.js';
import { listed } from '../words/grammar.js';
import { type Ledger, openLedger } from './importDirectory.js';
import { keepNumbers } from './keepNumbers.js';
import { keepRecords } from './keepRecords.js';
import { keptOf } from './raise.js';
import { childrenNamed, iroNamed, teamNamed } from './rowNames.js';
import { settle } from './settle.js';

export interface ImportDisputesPorts {
  readonly store: Store;
  readonly now: Instant;
  readonly newId: () => string;
}

export interface DisputesImported {
  readonly result: FileResult;
  /** The days of which the file is taken for the whole record; none where it has none. */
  readonly covers: readonly Period[];
}

/**
 * Reads a service's old spreadsheet of disputes. Each row is a dispute that is closed to every press; a row that says
 * something else than before corrects it, and a second time changes nothing. With `dryRun` nothing is saved.
 */
export async function importDisputes(
  ports: ImportDisputesPorts,
  source: SourceFile,
  { covers, dryRun }: { readonly covers?: Period | undefined; readonly dryRun: boolean },
): Promise<DisputesImported> {
  const ledger = await openLedger(ports, dryRun);
  const today = englishDay(ports.now);
  const table = readSource(source, (bytes) => readDisputes(bytes, ledger.policy, today));
  const tally = tallyOf(source.name, table);
  if (table.kind === 'refused') return { result: tally.result(), covers: [] };
  const rows = firsts(table.rows, ({ number }) => recordId(number), 'the number', tally);
  const claimed = (covers === undefined ? yearsOf(rows) : [covers]).flatMap(
    (each) => upTo(today, each) ?? [],
  );
  const marked = rows.some(({ value }) => value.marks.length > 0);
  for (const row of rows) {
    if (claimed.length > 0 && !claimed.some((each) => within(row.value.raised_on, each)))
      tally.warn(row.line, 'it was raised outside the days that the file covers');
    const change = await importRow(ledger, row, marked, tally);
    if (change !== undefined) tally.count(change);
  }
  const doubt = notWhole(rows.length, tally.result().refused.length);
  if (claimed.length > 0 && doubt !== undefined)
    tally.warn(1, `not taken for the whole record of ${listed(claimed.map(periodLabel))}: ${doubt}`);
  const whole = doubt === undefined ? claimed : [];
  if (!dryRun) {
    await keepRecords(ports.store, whole, { now: ports.now, ofRows: covers === undefined });
    await keepNumbers(
      ports.store,
      rows.map(({ value }) => value.number),
    );
  }
  return { result: tally.result(), covers: whole };
}

/** The financial years in which a row was raised: of a year without any a file says nothing by itself. */
function yearsOf(rows: readonly Row<DisputeRow>[]): Period[] {
  const years = rows.map(({ value }) => financialYearOf(value.raised_on));
  return [...new Map(years.map((year) => [year.from, year])).values()].toSorted((one, other) =>
    one.from < other.from ? -1 : 1,
  );
}

/** Why nobody can tell that a file is the whole record: a refused row may be of any day. */
function notWhole(rows: number, refused: number): string | undefined {
  if (refused > 0) return 'rows were refused';
  return rows === 0 ? 'it has no rows' : undefined;
}

/** No record knows of a day that has not come. */
function upTo(today: Day, period: Period | undefined): Period | undefined {
  if (period === undefined || period.from > today) return undefined;
  return period.to > today ? { from: period.from, to: today } : period;
}

async function importRow(
  ledger: Ledger,
  { line, value: row }: Row<DisputeRow>,
  marked: boolean,
  tally: Tally,
): Promise<Change | undefined> {
  const { store, dryRun, now } = ledger;
  const id = recordId(row.number);
  const number = numberIn(plainWords(row.number)) ?? row.number;
  const others = await store.disputes({ by: 'number', number });
  if (others.some(({ document }) => document.id !== id)) {
    tally.refuse(line, `the bot has raised a dispute with the number ${row.number}`);
    return undefined;
  }
  const warn = (reason: string) => tally.warn(line, reason);
  for (const reason of rowWarnings(row)) warn(reason);
  const found = personalDetails(row.summary, englishDay(now));
  if (found.length > 0) warn(`the summary has what looks like ${found.join(' and ')}: a lead can replace it`);
  const record = importedFrom(row, {
    iro: iroNamed(ledger, row.iro, warn),
    team: teamNamed(ledger, row.team, warn),
    children: await childrenNamed(store, row.children, warn),
    kept: keptOf(ledger.policy),
    marked,
  });
  return settle(store, dryRun, await store.load('dispute', id), 'dispute', id, (known) =>
    takenOver(known, record, now, found.length > 0),
  );
}
