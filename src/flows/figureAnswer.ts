import type { Period } from '../calendar/periods.js';
import { figureCard, lateLine } from '../cards/index.js';
import type { Measure, Report } from '../reports/report.js';
import { hasListBehind, reportOn, splittersOfMeasure } from '../reports/reports.js';
import type { Asked, Sources } from '../reports/sources.js';
import { type Splitter, nameOf, splitId } from '../reports/splits.js';
import { words } from '../words/index.js';
import { type Answer, lasting } from './answer.js';
import { type AskedBy, questionWords } from './asked.js';
import type { Named } from './questionNames.js';
import type { Reach } from './reach.js';
import { figuresOf, readSources } from './report.js';
import type { Namesake } from './whoseHeard.js';

const { figures } = words;

/** How the measure that was asked for is spread, where it can be and for this reader. */
export function splitOf(
  { report, measure }: Named,
  by: Splitter | undefined,
  reach: Reach,
): Splitter | undefined {
  return splittersFor({ report, measure }, reach).find((each) => each === by);
}

const splittersFor = ({ report, measure }: Named, reach: Reach): readonly Splitter[] =>
  splittersOfMeasure(report, measure).filter((each) => reach.splitters.includes(each));

/** Why a figure is not spread as it was asked: it cannot be, it is of one alone, or it is not for this reader. */
function notSplit({ report, measure }: Named, by: Splitter, { as, one }: Reach): string {
  if (!splittersOfMeasure(report, measure).includes(by)) return figures.noSuchSplit(nameOf(by));
  if (one !== undefined && (as === 'lead' || one === by)) return figures.ofOneAlone(nameOf(by), nameOf(one));
  return figures.splitForLead(nameOf(by));
}

/** The sources of a question's figures; that they were read is kept. */
export function sourcesOf(
  { ports, person, scene, reach, period, question: { by } }: AskedBy,
  how: 'report' | 'list' | 'compare' | 'export',
  about: string,
): Promise<Sources> {
  const { store, now, newId } = ports;
  return readSources(
    { store, now: now(), newId },
    person.id,
    { how, figures: about, from: period.from, to: period.to, asAt: scene.today, by, about: [...reach.about] },
    reach.area,
  );
}

export async function answerFigure(asked: AskedBy, named: Named): Promise<Answer> {
  const { scene, reach, period, question, page } = asked;
  const { report: name, measure } = named;
  const by = splitOf(named, question.by, reach);
  const sources = await sourcesOf(asked, 'report', measure);
  const query: Asked = { period, asAt: scene.today, by, measure, only: reach.only };
  const { report, before } = figuresOf(name, sources, query);
  const found = measureIn(report, measure, by, reach);
  const spread = found.id !== measure;
  const again = (which: string, split?: Splitter, asks: 'figure' | 'which' | 'export' = 'figure') =>
    questionWords({ report: name, measure: which === found.id ? measure : which }, [period], {
      asks,
      reach,
      by: split,
    });
  return lasting(
    figureCard({
      measure: found,
      // A part of the period before is nothing to have gone up or down on.
      before: before.notes.length > 0 ? undefined : measureIn(before, measure, by, reach),
      period,
      periodBefore: before.period,
      asAt: report.asAt,
      lines: lateLines(sources, query, report, measure),
      notes: [
        ...report.notes,
        ...(question.by === undefined || spread ? [] : [notSplit(named, question.by, reach)]),
        ...(reach.says === undefined ? [] : [reach.says]),
      ],
      by: spread ? by : undefined,
      splits: splittersFor(named, reach),
      page,
      words: again,
      which: hasListBehind(named) ? again(measure, by, 'which') : undefined,
      exports: again(measure, by, 'export'),
      namesake: namesakeOf(question.namesake, period),
      others: report.measures
        .filter(({ id }) => id !== measure && id !== found.id && reach.may(id))
        .map(({ id, title }) => ({ id, title })),
    }),
  );
}

/** What else the words may mean: the main figures of whom or of what is called like the figure. */
function namesakeOf(namesake: Namesake | undefined, period: Period) {
  if (namesake === undefined) return undefined;
  const { whose, name } = namesake;
  const said = whose === 'iro' ? namesake.said : name;
  return {
    title: figures.namesakes[whose === 'one-of' ? 'iro' : whose](name),
    words: questionWords('main', [period], { reach: { words: said } }),
  };
}

/** The measure as it is spread, or unspread where there is no such split of it. */
export function measureIn(
  { report, measures }: Report,
  id: string,
  by: Splitter | undefined,
  reach: Reach,
): Measure {
  const found =
    measures.find((each) => by !== undefined && each.id === splitId(by)) ??
    measures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The report ${report} has no measure ${id}`);
  // Groups of others are none of theirs, also where there is nothing in them.
  const { only } = reach;
  const isTheirs = (group: unknown) =>
    only === undefined || found.id !== splitId(only.by) || only.keys.includes(String(group));
  return {
    ...found,
    rows: found.rows.filter(({ key }) => isFor(reach, found.id, key) && (key === 'all' || isTheirs(key))),
    // Of a split, its items are the same rows for each group; other items are lists, which *Which ones* has by right.
    items: found.items.filter(({ measure, key, group }) =>
      measure === undefined
        ? reach.as === 'lead'
        : isFor(reach, String(measure), String(key)) && isTheirs(group),
    ),
  };
}

/** Rows that say nothing of one IRO alone. */
const ofSeveralIros = new Set(['iros', 'per-head', 'lowest', 'highest', 'without-iro']);
/**
 * For managers: sub-themes are for those who may read the words, how many IROs there were is nearly who they were, and
 * informal ones are not theirs, so that none of them is no count.
 */
const isForManagers = (measure: string, key: string): boolean =>
  key !== 'iros' && key !== 'informal' && !(measure.startsWith('themes') && key.includes('/'));
const isFor = ({ as, only }: Reach, measure: string, key: string): boolean =>
  !(only?.by === 'iro' && ofSeveralIros.has(key)) && (as !== 'manager' || isForManagers(measure, key));

const timely = new Set(['timeliness-by-review', 'late-reviews']);

function lateLines(sources: Sources, query: Asked, { measures }: Report, measure: string): string[] {
  if (!timely.has(measure)) return [];
  const { measures: late } = reportOn('late-reviews', sources, { ...query, by: undefined });
  const items = late.find(({ id }) => id === 'late-reviews')?.items ?? [];
  const unknown = measures
    .find(({ id }) => id === 'timeliness-by-review')
    ?.rows.find(({ key }) => key === 'not-known')?.count;
  const known = measures.find(({ id }) => id === measure)?.rows[0]?.count !== null;
  return known ? [lateLine(items, unknown ?? 0)] : [];
}
