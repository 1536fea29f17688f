import type { Instant } from '../calendar/days.js';
import { type Period, financialYearOf } from '../calendar/periods.js';
import type { EarlierRecordDocument, Store } from '../store/store.js';

/**
 * Keeps of which days a file is the whole record, once: the day since when it is here decides what an earlier as-at
 * may know. A year that is covered because rows are of it, or of years on both sides of it, is so until a correction
 * has none of these left.
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
  const span = await daysOfRows(store);
  for (const { document, etag } of records)
    if (isOfRows(document) && isLive(document) && (document.from > span.to || document.to < span.from))
      await store.save({ ...document, endedAt: now }, etag);
}

const isOfRows = ({ ofRows }: EarlierRecordDocument): boolean => ofRows === true;
const isLive = ({ endedAt }: EarlierRecordDocument): boolean => endedAt === undefined;

/** The financial years from the first in which an imported dispute was raised, as it now reads, to the last. */
async function daysOfRows(store: Store): Promise<Period> {
  const disputes = await store.disputes({ by: 'everyone', open: false });
  const days = disputes
    .flatMap(({ document: { history } }) => {
      const record = history.findLast((event) => event.kind === 'imported');
      return record === undefined ? [] : [record.raisedOn];
    })
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined
    ? { from: '9999', to: '' }
    : { from: financialYearOf(first).from, to: financialYearOf(last).to };
}
