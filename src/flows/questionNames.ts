import { type ReportName, measuresOf, openingOf, reportNames } from '../reports/reports.js';
import { words } from '../words/index.js';

/** What is asked for by name: a report, or one measure of it. */
export interface Named {
  readonly report: ReportName;
  readonly measure: string;
}

/** What of a question is named: a figure, or the main ones beside each other. */
export type Subject = Named | 'main';

const { also } = words.commands;
const alsoCalled: Record<ReportName, readonly string[]> = also.figures;
const spaced = (id: string) => id.replaceAll('-', ' ');

/** Everything at once is a file, no answer in a chat. */
const asked = reportNames.filter((name) => name !== 'all');

const byMeasure = new Map<string, Named>(
  asked
    .toSorted((one, other) => measuresOf(other).length - measuresOf(one).length)
    .flatMap((report) => measuresOf(report).map(({ id }) => [id, { report, measure: id }] as const)),
);
const opening = (report: ReportName): Named => ({ report, measure: openingOf(report) });

/** Each name with what it means. A measure of several reports is of the smallest: what is asked beside it is nearest. */
export const subjectNames: readonly (readonly [name: string, subject: Subject])[] = [
  ...new Map<string, Subject>([
    ...[...byMeasure].map(([id, named]): [string, Subject] => [spaced(id), named]),
    ...asked.map((report): [string, Subject] => [spaced(report), opening(report)]),
    ...asked.flatMap((report) =>
      alsoCalled[report].map((name): [string, Subject] => [name, opening(report)]),
    ),
    ...Object.entries(also.measures).flatMap(([id, names]) =>
      names.map((name): [string, Subject] => [name, byMeasure.get(id) ?? 'main']),
    ),
    ...also.mainFigures.map((name): [string, Subject] => [name, 'main']),
  ]),
];

export const subjectKey = (subject: Subject): string => (subject === 'main' ? subject : subject.measure);

/** How a subject is written in a question that a button asks. */
export const subjectWords = (subject: Subject): string =>
  subject === 'main' ? (also.mainFigures[0] ?? '') : subject.measure;

/** The few that are offered where it is not clear what was meant. */
export const offered: readonly Named[] = (
  ['timeliness', 'participation', 'caseload', 'disputes', 'response-times'] as const
).map(opening);
