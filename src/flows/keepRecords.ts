import type { Instant } from '../calendar/days.js';
import { type Period, financialYearOf } from '../calendar/periods.js';
import type { EarlierRecordDocument, Store } from '../store/store.js';

/**
 * Keeps of which days a file is the whole record, once: the day since when it is here decides what an earlier as-at
 * may know. A year that is covered by its rows alone is so until a correction takes the last of them out of it.
 */
export async function keepRecords(
  store: Store,
  periods: readonly Period[],
  { now, ofRows }: { readonly now: Instant; readonly ofRows: boolean },
): Promise<void> {
  const records = await store.all('record');
  const known = records.map(({ document }) => document);
  for (const { from, to } of periods) {
    const same = known.filter((each) => each.from === from && each.to === to && isOfRows(each) === ofRows);
    if (same.some(isLive)) continue;
    const id = [`record:disputes:${from}..${to}`, ...(ofRows ? [`rows-${same.length + 1}`] : [])].join(':');
    await store.save({
      id,
      type: 'record',
      shape: 1,
      from,
      to,
      recordedAt: now,
      ...(ofRows ? { ofRows: true as const } : {}),
    });
  }
  const years = await yearsWithRows(store);
  for (const { document, etag } of records)
    if (isOfRows(document) && isLive(document) && !years.has(financialYearOf(document.from).from))
      await store.save({ ...document, endedAt: now }, etag);
}

const isOfRows = ({ ofRows }: EarlierRecordDocument): boolean => ofRows === true;
const isLive = ({ endedAt }: EarlierRecordDocument): boolean => endedAt === undefined;

/** The first days of the financial years in which an imported dispute was raised, as it now reads. */
async function yearsWithRows(store: Store): Promise<ReadonlySet<string>> {
  const disputes = await store.disputes({ by: 'everyone', open: false });
  return new Set(
    disputes.flatMap(({ document: { history } }) => {
      const record = history.findLast((event) => event.kind === 'imported');
      return record === undefined ? [] : [financialYearOf(record.raisedOn).from];
    }),
  );
}
