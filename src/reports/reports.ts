import { type AboutChildren, aboutChildren, childrenAsked } from './aboutChildren.js';
import { aboutDisputes, disputesAsked } from './aboutDisputes.js';
import { type BothCohorts, perHundredChildren } from './bothCohorts.js';
import type { ChildCohort } from './childCohort.js';
import { caseloadMeasures, reviewReports } from './childReports.js';
import { childSplitters } from './childSplits.js';
import type { Cohort } from './cohort.js';
import { disputeReports } from './disputeReports.js';
import { goodPractice } from './goodPractice.js';
import { recordedOnFile } from './marks.js';
import { type Behind, type Measuring, capital, measured, nounsOf } from './measuring.js';
import type { Item, Measure, Report } from './report.js';
import type { Asked, Sources, Told } from './sources.js';
import { type Splitter, splitBy, splitId, splitters } from './splits.js';

/** What of a report is about one thing: its measures fold the same cohort. */
type Part =
  | { readonly about: 'disputes'; readonly measures: readonly Measuring<Cohort>[]; readonly practice?: true }
  | { readonly about: AboutChildren; readonly measures: readonly Measuring<ChildCohort>[] }
  | { readonly about: 'both'; readonly measures: readonly Measuring<BothCohorts>[] };

const { disputes, ...partsOfDisputes } = disputeReports;
const ofDisputes = (measures: readonly Measuring<Cohort>[]): Part[] => [{ about: 'disputes', measures }];
const ofReviews = (measures: readonly Measuring<ChildCohort>[]): Part[] => [{ about: 'reviews', measures }];
const ofCaseload: Part = { about: 'caseload', measures: caseloadMeasures };
const everyDispute: Part = { about: 'disputes', measures: disputes, practice: true };
const both: Part = { about: 'both', measures: [perHundredChildren] };

const reports = {
  disputes: [everyDispute, both],
  themes: ofDisputes(partsOfDisputes.themes),
  stages: ofDisputes(partsOfDisputes.stages),
  'response-times': ofDisputes(partsOfDisputes['response-times']),
  outcomes: ofDisputes(partsOfDisputes.outcomes),
  timeliness: ofReviews(reviewReports.timeliness),
  'late-reviews': ofReviews(reviewReports['late-reviews']),
  participation: ofReviews(reviewReports.participation),
  caseload: [ofCaseload],
  records: [...ofReviews(reviewReports.records), ...ofDisputes([recordedOnFile])],
  all: [ofCaseload, ...ofReviews(Object.values(reviewReports).flat()), everyDispute, both],
} satisfies Record<string, readonly Part[]>;

/** What can be asked for by name. A report that is not here is not built. */
export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as ReportName[];
export const isReportName = (name: string): name is ReportName => Object.hasOwn(reports, name);

const partsOf = (name: ReportName): readonly Part[] => reports[name];
const measuresIn = (part: Part): readonly { readonly id: string }[] =>
  part.about === 'disputes' && part.practice === true ? [...part.measures, goodPractice] : part.measures;

/** The measures of a report, in its order. */
export const measuresOf = (name: ReportName): readonly { readonly id: string }[] =>
  partsOf(name).flatMap(measuresIn);

/** The measure that is meant by the name of a report, where that is not its first. */
const openings: Partial<Record<ReportName, string>> = {
  themes: 'themes-primary',
  timeliness: 'timeliness-by-review',
  caseload: 'caseload',
  records: 'recorded-on-file',
};
export const openingOf = (name: ReportName): string => openings[name] ?? measuresOf(name)[0]?.id ?? '';

/** How a report can be spread: children have no theme. */
export const splittersOf = (name: ReportName): readonly Splitter[] =>
  partsOf(name).some(({ about }) => about === 'disputes') ? splitters : childSplitters;

/** How one of its measures can be spread. */
export function splittersOfMeasure(name: ReportName, measure: string): readonly Splitter[] {
  const part = partsOf(name).find(({ measures }) => measures.some(({ id }) => id === measure));
  if (part === undefined || part.about === 'both') return [];
  return part.about === 'disputes' ? splitters : childSplitters;
}

/** The figures as they were known at the end of the as-at day: run later, the same day gives the same figures. */
export function reportOn(name: ReportName, sources: Sources, asked: Asked): Report {
  const { period, asAt } = asked;
  const parts = partsOf(name);
  const told = parts.map((part) => toldOf(part, name, sources, asked));
  const notes = told.flatMap(({ notes: own }, index) =>
    isOfSeveral(name) ? own.map((note) => about(parts[index]?.about, note, sources)) : own,
  );
  // Everything is asked for: how it spreads too.
  const spread = name === 'all' ? childSplitters.filter((by) => by !== asked.by) : [];
  const splits = spread.map((by) => splitBy(by, disputesAsked(sources, asked), [], sources.directory));
  return {
    report: name,
    period,
    asAt,
    notes,
    measures: joined([...told.flatMap(({ measures }) => measures), ...splits]),
  };
}

/** Of disputes and of reviews other days may be recorded: each note of such a report says of what it is. */
const isOfSeveral = (name: ReportName): boolean =>
  (['disputes', 'reviews'] as const).every((what) => partsOf(name).some((part) => part.about === what));

const about = (what: Part['about'] | undefined, note: string, { directory: { policy } }: Sources) =>
  `${what === 'disputes' ? capital(nounsOf(policy).disputes) : 'Reviews'}: ${note}`;

/** The notes of a report as they stand beside those of others: each says of what it is. */
export const notesOf = (name: ReportName, { notes }: Report, sources: Sources): readonly string[] =>
  isOfSeveral(name) ? notes : notes.map((note) => about(partsOf(name)[0]?.about, note, sources));

function toldOf(part: Part, name: ReportName, sources: Sources, asked: Asked): Told {
  switch (part.about) {
    case 'disputes':
      return aboutDisputes(part.measures, part.practice === true, sources, asked);
    case 'reviews':
    case 'caseload': {
      const opening = part.measures.some(({ id }) => id === openingOf(name))
        ? openingOf(name)
        : part.measures[0]?.id;
      return aboutChildren(part.about, part.measures, sources, {
        ...asked,
        measure: asked.measure ?? opening,
      });
    }
    case 'both': {
      const cohorts: BothCohorts = {
        policy: sources.directory.policy,
        disputes: disputesAsked(sources, asked),
        children: childrenAsked('caseload', sources, asked),
      };
      return { notes: [], measures: part.measures.map((measuring) => measured(measuring, cohorts)) };
    }
  }
}

/** Whether the things behind a figure can be listed. */
export const hasListBehind = ({
  report,
  measure,
}: {
  readonly report: ReportName;
  readonly measure: string;
}): boolean =>
  partsOf(report).some(({ measures }) =>
    measures.some(({ id, behind }) => id === measure && behind !== undefined),
  );

/** What stands behind the figure of one measure, one by one; undefined: that cannot be listed. */
export function listBehind(
  { report, measure }: { readonly report: ReportName; readonly measure: string },
  sources: Sources,
  asked: Asked,
): { readonly says: string; readonly items: readonly Item[]; readonly row: string } | undefined {
  const list = <About>(behind: Behind<About> | undefined, cohort: () => About) =>
    behind && {
      says: behind.says(nounsOf(sources.directory.policy)),
      items: behind.items(cohort()),
      row: behind.row ?? 'all',
    };
  for (const part of partsOf(report)) {
    const found =
      part.about === 'disputes'
        ? list(part.measures.find(({ id }) => id === measure)?.behind, () => disputesAsked(sources, asked))
        : part.about === 'both'
          ? undefined
          : list(part.measures.find(({ id }) => id === measure)?.behind, () =>
              childrenAsked(part.about, sources, asked),
            );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of a report about several things a split is one measure: how the first of them spreads, and every row of all. */
function joined(measures: readonly Measure[]): Measure[] {
  const splits = new Set(splitters.map(splitId));
  const once = new Map<string, Measure>();
  for (const measure of measures) {
    const before = once.get(measure.id);
    if (before === undefined) once.set(measure.id, measure);
    else if (splits.has(measure.id))
      once.set(measure.id, { ...before, items: [...before.items, ...measure.items] });
  }
  const found = [...once.values()];
  return [...found.filter(({ id }) => !splits.has(id)), ...found.filter(({ id }) => splits.has(id))];
}
