import { type Instant, englishDay } from '../calendar/days.js';
import { type Period, comparedWith } from '../calendar/periods.js';
import { isInArea } from '../people/directory.js';
import { liveSince } from '../reports/recording.js';
import type { Report } from '../reports/report.js';
import { type ReportName, reportOn } from '../reports/reports.js';
import { reviewRecording } from '../reports/reviewRecording.js';
import type { Asked, Sources } from '../reports/sources.js';
import type { AuditedRead, Store } from '../store/store.js';
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
): Promise<Figures> {
  const { period, asAt, by } = asked;
  const sources = await readSources(ports, person, {
    how: 'report',
    figures: name,
    from: period.from,
    to: period.to,
    asAt,
    by,
    about: [],
  });
  return figuresOf(name, sources, asked);
}

/** Beside the period before, as far as the period itself has gone. */
export function figuresOf(name: ReportName, sources: Sources, asked: Asked): Figures {
  const [before, report] = sideBySide(name, sources, asked, [
    comparedWith(asked.period, asked.asAt),
    asked.period,
  ]);
  return { report, before };
}

/** The figures of two periods, with the same rows. */
export function sideBySide(
  name: ReportName,
  sources: Sources,
  asked: Omit<Asked, 'period'>,
  [one, other]: readonly [Period, Period],
): readonly [Report, Report] {
  return [
    reportOn(name, sources, { ...asked, period: one, beside: other }),
    reportOn(name, sources, { ...asked, period: other, beside: one }),
  ];
}

/** All that figures are made from. That they were read is kept first: nobody is told a figure that nobody knows of. */
export async function readSources(
  ports: ReportPorts,
  person: string,
  read: AuditedRead,
  /** The area of whoever reads, of whose teams alone they are told; absent: of all. */
  area?: string,
): Promise<Sources> {
  await keepRead(ports, person, read);
  return sourcesIn(ports.store, area);
}

/** Who read which figures about whom, and when. */
export async function keepRead(
  { store, now, newId }: ReportPorts,
  person: string,
  read: AuditedRead,
): Promise<void> {
  await store.save({
    id: `audit:${newId()}`,
    type: 'audit',
    shape: 1,
    at: now,
    person,
    what: auditText(read),
    read,
  });
}

function auditText({ how, figures, from, to, asAt, by, about }: AuditedRead): string {
  const period: Period = { from, to };
  const split = by === undefined ? '' : ` by ${by}`;
  const of = about.length === 0 ? '' : ` about ${about.join(', ')}`;
  return `${how} ${figures}, ${period.from}..${period.to} as at ${asAt}${split}${of}`;
}

async function sourcesIn(store: Store, area: string | undefined): Promise<Sources> {
  const [disputes, goodPractice, children, records, directory] = await Promise.all([
    store.disputes({ by: 'everyone', open: false }),
    store.all('good-practice'),
    store.all('child'),
    store.all('record'),
    createDirectory(store, () => 0).get(),
  ]);
  const counts = (team: string) => isInArea(directory, area, team);
  const everyChild = children.map(({ document }) => document);
  const everything = disputes.map(({ document }) => document.history);
  const histories = everything.filter(([first]) =>
    counts(first !== undefined && 'team' in first ? first.team : ''),
  );
  return {
    histories,
    goodPractice: goodPractice.map(({ document }) => document).filter(({ team }) => counts(team)),
    children: everyChild,
    area,
    reviewRecording: reviewRecording(everyChild),
    // Teams of other areas are nobody's to list here.
    directory: { ...directory, teams: directory.teams.filter(({ name }) => counts(name)) },
    recording: {
      liveFrom: liveSince(everyChild, everything),
      records: records.map(({ document: { from, to, recordedAt, endedAt } }) => ({
        from,
        to,
        recordedOn: englishDay(recordedAt),
        endedOn: endedAt === undefined ? undefined : englishDay(endedAt),
      })),
    },
  };
}
