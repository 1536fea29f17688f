import { aboutChildren } from './aboutChildren.js';
import { aboutDisputes } from './aboutDisputes.js';
import { childReports } from './childReports.js';
import { childSplitters } from './childSplits.js';
import { disputeReports } from './disputeReports.js';
import type { Report } from './report.js';
import type { Asked, Sources } from './sources.js';
import { type Splitter, splitters } from './splits.js';

const reports = { ...disputeReports, ...childReports };

/** What can be asked for by name. A report that is not here is not built. */
export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as ReportName[];
export const isReportName = (name: string): name is ReportName => Object.hasOwn(reports, name);

type ChildReportName = keyof typeof childReports;
const isAboutChildren = (name: ReportName): name is ChildReportName => Object.hasOwn(childReports, name);

/** The measures of a report, in its order. */
export const measuresOf = (name: ReportName): readonly { readonly id: string }[] => reports[name];

/** The measure that is meant by the name of a report, where that is not its first. */
const openings: Partial<Record<ReportName, string>> = {
  themes: 'themes-primary',
  timeliness: 'timeliness-by-review',
  caseload: 'caseload',
};
export const openingOf = (name: ReportName): string => openings[name] ?? reports[name][0].id;

/** How a report can be spread. */
export const splittersOf = (name: ReportName): readonly Splitter[] =>
  isAboutChildren(name) ? childSplitters : splitters;

/** The figures as they were known at the end of the as-at day: run later, the same day gives the same figures. */
export function reportOn(name: ReportName, sources: Sources, asked: Asked): Report {
  const { period, asAt } = asked;
  const told = isAboutChildren(name)
    ? aboutChildren(name, sources, { ...asked, measure: asked.measure ?? openingOf(name) })
    : aboutDisputes(name, sources, asked);
  return { report: name, period, asAt, ...told };
}
