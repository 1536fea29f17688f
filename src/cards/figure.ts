import { z } from 'zod';
import template from '../../cards/figure.json';
import { longDay, type Period, periodLabel } from '../calendar/periods.js';
import { changeOf, isMiddleOfNone } from '../reports/figures.js';
import type { Measure, Row } from '../reports/report.js';
import type { Splitter } from '../reports/splits.js';
import { figure } from '../words/grammar.js';
import { words } from '../words/index.js';
import { type Bar, type Chart, chartSchema, chartsOf, tableOf, tableSchema } from './chart.js';
import { pageOf } from './list.js';
import type { Shown } from './scene.js';
import { capital, listed } from './words.js';
import { actions, bold, button, cardTemplate, large, line, paragraph, plain, spoken } from './template.js';

const says = words.figures;

const toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title: z.string().min(1),
  targetElements: z.array(z.string()).length(1),
});

const render = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    figure: line,
    beside: z.array(paragraph),
    notes: z.array(paragraph),
    charts: z.array(chartSchema).max(1),
    toggles: z.array(toggle).min(1),
    tables: z.array(z.strictObject({ open: z.boolean(), items: z.array(tableSchema) })).max(1),
    definition: line,
    buttons: actions,
  }),
  template,
);

/** One figure of a report, as it was asked for. */
export interface AskedFigure {
  readonly measure: Measure;
  /** The same of the period before. */
  readonly before: Measure | undefined;
  readonly period: Period;
  readonly periodBefore: Period;
  readonly asAt: string;
  readonly notes: readonly string[];
  readonly by?: Splitter | undefined;
  /** How else it can be spread. */
  readonly splits: readonly Splitter[];
  readonly page: number;
  /** More lines about what was counted, under the figure. */
  readonly lines?: readonly string[];
  /** What to write for the things behind the figure, and for the figure as text; absent: not offered. */
  readonly which?: string | undefined;
  readonly exports?: string | undefined;
  /** A team, an area or an IRO that is called like the figure: what to write for theirs. */
  readonly namesake?: { readonly title: string; readonly words: string } | undefined;
  /** What to write for the same with something else, by the words after the period. */
  readonly words: (measure: string, by?: Splitter) => string;
  /** Other measures of the same report: id and title. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
}

const splitTitles: Record<Splitter, string> = says.splits;

/** Units of figures that are no counts of what IROs raise. */
const ofReviews: ReadonlySet<string> = new Set(['reviews', 'children']);

/** A lead's answer: the figure, how it has changed, a chart with its table, what it counts, and what to ask next. */
export function figureCard(asked: AskedFigure): Shown {
  const { measure, before, period, by } = asked;
  const [all, ...others] = measure.rows;
  const rows = ordered(others, measure.id).filter(({ count }) => count !== 0 && count !== null);
  const { page, shown, rest } = pageOf(rows, asked.page);
  const bars = shown.map(barOf(measure.unit));
  const charts = chartOf(measure.title, shown, measure.unit);
  const big = bigFigure(all, measure.unit);
  const changed = changeText(all, before?.rows[0], periodLabel(asked.periodBefore));
  const beside = [countText(all, measure.unit), changed].filter((text) => text !== '');
  const title = says.title(measure.title, periodLabel(period));
  const said = [[big, ...beside].join(', '), ...(asked.lines ?? [])]
    .map((text) => text.replace(/\.$/, ''))
    .join('. ');
  const card = render({
    speak: says.speak(title, said),
    fallbackText: says.fallback(title, said),
    heading: [bold(measure.title), plain(says.ofPeriod(periodLabel(period)))],
    figure: [large(big)],
    beside: beside.map((text) => ({ runs: [plain(text)] })),
    notes: [
      ...(asked.lines ?? []),
      ...asked.notes,
      ...(by === 'iro' && !ofReviews.has(measure.unit) ? [says.challenge] : []),
      says.asAt(longDay(asked.asAt)),
    ].map((text) => ({ runs: [plain(text)] })),
    charts,
    toggles: [
      ...(bars.length > 0 && charts.length > 0 ? [toggleOf(says.asTable, 'as-table')] : []),
      toggleOf(says.whatItCounts, 'what-it-counts'),
    ],
    tables: bars.length === 0 ? [] : [{ open: charts.length === 0, items: [tableOf(bars)] }],
    definition: [plain(definitionText(measure.definition, others))],
    buttons: [
      ...(rest > 0
        ? [
            button(words.lists.showMore(rest), {
              press: 'say',
              words: asked.words(measure.id, by),
              page: page + 1,
            }),
          ]
        : []),
      ...splitButtons(asked, rest > 0 ? 1 : 2),
      ...(asked.which === undefined ? [] : [button(says.whichOnes, { press: 'say', words: asked.which })]),
      ...(asked.exports === undefined
        ? []
        : [button(says.exportThis, { press: 'say', words: asked.exports })]),
      ...(asked.namesake === undefined
        ? []
        : [button(asked.namesake.title, { press: 'say', words: asked.namesake.words })]),
      ...asked.others.map((other) =>
        button(other.title, { press: 'say', words: asked.words(other.id) }, { mode: 'secondary' }),
      ),
    ],
  });
  return { card, summary: says.summary };
}

/** The first of them in the row, the others behind *More*: five buttons in a row are what a narrow card holds. */
function splitButtons({ splits, by, measure, words: wordsFor }: AskedFigure, most: number) {
  const inOrder = (['team', 'iro', 'theme', 'area'] as const).filter(
    (split) => splits.includes(split) && split !== by,
  );
  return inOrder.map((split, index) =>
    button(
      splitTitles[split],
      { press: 'say', words: wordsFor(measure.id, split) },
      index < most ? {} : { mode: 'secondary' },
    ),
  );
}

/** What is counted, and in words the rows of which there is nothing to draw. */
function definitionText(definition: string, rows: readonly Row[]): string {
  const none = rows.filter(({ count }) => count === 0).length;
  const unknown = rows.filter(({ count }) => count === null).length;
  const left = [
    ...(none > 0 ? [says.rowsWithNone(none)] : []),
    ...(unknown > 0 ? [says.rowsNotRecorded(unknown)] : []),
  ];
  return left.length === 0 ? definition : says.leftOut(definition, listed(left));
}

const toggleOf = (title: string, target: string) => ({
  type: 'Action.ToggleVisibility' as const,
  title,
  targetElements: [target],
});

const sizeOf = ({ count, value }: Row) => value ?? count ?? -1;

/** Stages, moves and outcomes have an order of their own; themes, teams and people are read largest first. */
function ordered(rows: readonly Row[], measure: string): readonly Row[] {
  return /^(themes|by)-/.test(measure) ? rows.toSorted((a, b) => sizeOf(b) - sizeOf(a)) : rows;
}

/** Shares of wholes of their own are side by side as percentages, so that none is left out; else numbers are. */
function chartOf(title: string, rows: readonly Row[], unit: string): Chart[] {
  const counts = comparable(rows);
  const percents = rows.filter(isPercent);
  return percents.length > counts.length
    ? chartsOf(
        says.inPercent(title),
        percents.map((row) => ({ ...barOf(unit)(row), count: row.value ?? undefined })),
      )
    : chartsOf(title, counts.map(barOf(unit)));
}

const isPercent = ({ count, of, value }: Row): boolean =>
  count !== null && of !== null && of > 0 && value === Math.round((count * 1000) / of) / 10;

/** Bars side by side count the same: shares of one whole, where there are some. */
function comparable(rows: readonly Row[]): readonly Row[] {
  const wholes = [...new Set(rows.map(({ of }) => of))].map((whole) =>
    rows.filter(({ of, value }) => of === whole && (whole !== null || value === null)),
  );
  const shares = wholes.filter(([row]) => row !== undefined && row.of !== null);
  const [most] = (shares.some((some) => some.length > 1) ? shares : wholes).toSorted(
    (one, other) => other.length - one.length,
  );
  return most ?? [];
}

const barOf =
  (unit: string) =>
  (row: Row): Bar => ({ label: row.label, count: row.count ?? undefined, text: rowText(row, unit) });

export function rowText(row: Row, unit: string): string {
  const { key, count, of, value } = row;
  if (isMiddleOfNone(row, unit)) return says.none;
  if (count === null) return says.notRecorded;
  if (of !== null) {
    const share = says.share(count, of);
    return value === null ? share : says.sharePercent(share, says.percent(value));
  }
  if (value === null) return figure(count);
  const text = says.ofUnit(value, key.includes('hours') ? says.hours : unit);
  // Children for each IRO are a mean: of how many IROs is another row's to say.
  return unit === 'children' ? text : says.middle(text, count);
}

/** What was counted, of itself: then the number stands alone. A share that is whole stays one: 7 of 7 are on time. */
const isWhole = ({ label, count, of }: Row) => label === says.all && count === of;
const isShare = (row: Row) => row.of !== null && !isWhole(row);

function bigFigure(row: Row | undefined, unit: string): string {
  if (row === undefined || row.count === null) return capital(says.notRecorded);
  if (isMiddleOfNone(row, unit)) return says.noneOf(row.label);
  if (isShare(row)) return row.value === null ? says.share(row.count, row.of ?? 0) : says.percent(row.value);
  return figure(row.of === null ? (row.value ?? row.count) : row.count);
}

function countText(row: Row | undefined, unit: string): string {
  if (row === undefined || row.count === null || row.value === null) return '';
  if (row.of === null) return says.middleOf(unit, row.count);
  if (!isShare(row)) return '';
  const share = says.share(row.count, row.of);
  return row.label === says.all ? share : says.shareCalled(row.label, share);
}

/** How a row differs from an earlier one, without saying which: 'up 2.1 points'. '' where either was not recorded. */
export function differenceText(row: Row | undefined, then: Row | undefined): string {
  const by = differenceOf(row, then);
  if (by === undefined) return '';
  if (by.size === 0) return says.compare.same;
  return (by.size > 0 ? says.compare.changeUp : says.compare.changeDown)(by.text);
}

/** In words: 'up 2.1 points on 2015/16'. Nothing where the period before was not recorded. */
function changeText(row: Row | undefined, then: Row | undefined, period: string): string {
  const by = differenceOf(row, then);
  if (by === undefined) return '';
  if (by.size === 0) return says.same(period);
  return (by.size > 0 ? says.up : says.down)(by.text, period);
}

/** Percentages differ by points, and by nothing where one is of none; a whole of itself, and what is no percentage, by so many. */
function differenceOf(
  row: Row | undefined,
  then: Row | undefined,
): { size: number; text: string } | undefined {
  if (row === undefined) return undefined;
  const change = changeOf(row, then);
  const share = isShare(row);
  const size = share ? change.value : row.of === null ? (change.value ?? change.count) : change.count;
  if (size === null) return undefined;
  return { size, text: (share ? says.points : figure)(Math.abs(size)) };
}
