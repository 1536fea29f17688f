import { type Day, type Instant, addDays, englishDay } from '../calendar/days.js';
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
  const rows = firsts(table.rows, ({ number }) => recordId(number), numberSaid, tally);
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
  const { refused, added, changed, same } = tally.result();
  const isEmpty = added + changed + same === 0;
  const called = listed(claimed.map(periodLabel));
  if (claimed.length > 0 && isEmpty)
    tally.warn(1, `not taken for the whole record of ${called}: no row of it went in`);
  else if (claimed.length > 0 && refused.length > 0)
    tally.warn(
      1,
      `taken for the whole record of ${called}, though rows were refused: mend them and import again`,
    );
  const whole = isEmpty ? [] : claimed;
  if (!dryRun) {
    await keepRecords(ports.store, whole, { now: ports.now, ofRows: covers === undefined });
    await keepNumbers(
      ports.store,
      rows.map(({ value }) => value.number),
    );
  }
  return { result: tally.result(), covers: whole };
}

/** Two rows may write one number with other noughts: then the number that both mean. */
function numberSaid({ number }: DisputeRow): string {
  const own = numberIn(plainWords(number));
  return own === undefined ? 'the number' : `the number ${own}`;
}

/** The financial years from the first day that a row was raised to the last, each for itself. */
function yearsOf(rows: readonly Row<DisputeRow>[]): Period[] {
  const days = rows.map(({ value }) => value.raised_on).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const years = [financialYearOf(first)];
  for (let year = years[0]; year !== undefined && year.to < last; year = years.at(-1))
    years.push(financialYearOf(addDays(year.to, 1)));
  return years;
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
    tally.refuse(line, `the bot has raised a dispute with the number ${number}`);
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
