import { type Instant, englishDay } from '../calendar/days.js';
import { comparedWith } from '../calendar/periods.js';
import { liveSince } from '../reports/recording.js';
import type { Report } from '../reports/report.js';
import { type ReportName, reportOn } from '../reports/reports.js';
import { reviewRecording } from '../reports/reviewRecording.js';
import type { Asked, Sources } from '../reports/sources.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Store } from '../store/store.js';
import { createDirectory } from './directory.js';

export interface ReportPorts {
  readonly store: Store;
  readonly now: Instant;
  readonly newId: () => string;
}

/** The figures that were asked for, and those of the period before as at the same day. */
export interface Figures {
  readonly report: Report;
  readonly before: Report;
}

/** Reads figures for somebody, and keeps that they were read: who, what and when. */
export async function readReport(
  ports: ReportPorts,
  person: string,
  name: ReportName,
  asked: Asked,
  /** Whose disputes and children are counted, by the team that they were raised for or are allocated to; absent: all. */
  counts: (team: string) => boolean = () => true,
): Promise<Figures> {
  const sources = await sourcesIn(ports.store, counts);
  const { period, asAt, by } = asked;
  const split = by === undefined ? '' : ` by ${by}`;
  await ports.store.save({
    id: `audit:${ports.newId()}`,
    type: 'audit',
    shape: 1,
    at: ports.now,
    person,
    what: `report ${name}, ${period.from}..${period.to} as at ${asAt}${split}`,
  });
  return {
    report: reportOn(name, sources, asked),
    before: reportOn(name, sources, { ...asked, period: comparedWith(period, asAt) }),
  };
}

async function sourcesIn(store: Store, counts: (team: string) => boolean): Promise<Sources> {
  const [disputes, goodPractice, children, records, directory] = await Promise.all([
    store.disputes({ by: 'everyone', open: false }),
    store.all('good-practice'),
    store.all('child'),
    store.all('record'),
    createDirectory(store, () => 0).get(),
  ]);
  const everyChild = children.map(({ document }) => document);
  const everything = disputes.map(({ document }) => document.history);
  const histories = everything.filter(([first]) =>
    counts(first !== undefined && 'team' in first ? first.team : ''),
  );
  return {
    histories,
    goodPractice: goodPractice.map(({ document }) => document).filter(({ team }) => counts(team)),
    children: everyChild.filter((child) => counts(currentAllocation(child)?.team ?? '')),
    reviewRecording: reviewRecording(everyChild),
    // Teams of other areas are nobody's to list here.
    directory: { ...directory, teams: directory.teams.filter(({ name }) => counts(name)) },
    recording: {
      liveFrom: liveSince(everyChild, everything),
      records: records.map(({ document: { from, to, recordedAt } }) => ({
        from,
        to,
        recordedOn: englishDay(recordedAt),
      })),
    },
  };
}
