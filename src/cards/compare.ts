import { z } from 'zod';
import template from '../../cards/compare.json';
import { type Period, longDay, periodLabel } from '../calendar/periods.js';
import type { Row } from '../reports/report.js';
import { words } from '../words/index.js';
import { differenceText, rowText } from './figure.js';
import { pageOf } from './list.js';
import type { Shown } from './scene.js';
import {
  type CardAction,
  actions,
  bold,
  button,
  cardTemplate,
  line,
  notMoreAlone,
  paragraph,
  plain,
  spoken,
} from './template.js';

const says = words.figures;

const render = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    notes: z.array(paragraph),
    rows: z.array(
      z.strictObject({
        label: line,
        columns: z.array(z.strictObject({ period: line, figure: line })).length(2),
        change: z.array(paragraph).max(1),
      }),
    ),
    buttons: actions,
  }),
  template,
);

/** One row of two periods: how it was in the earlier one and how it is in the later one. */
export interface ComparedRow {
  readonly label: string;
  readonly unit: string;
  readonly earlier: Row | undefined;
  readonly later: Row | undefined;
  /** One of the periods was not recorded whole: no change is said. */
  readonly partly?: boolean;
}

export interface Comparison {
  readonly title: string;
  readonly earlier: Period;
  readonly later: Period;
  readonly asAt: string;
  readonly notes: readonly string[];
  readonly rows: readonly ComparedRow[];
  readonly page: number;
  /** What was asked: *Show more* asks it again. */
  readonly words: string;
  readonly others: readonly { readonly title: string; readonly words: string }[];
}

/** Two periods side by side and the change: two columns at most, so that a telephone shows both. */
export function compareCard(compared: Comparison): Shown {
  const { title, earlier, later, asAt, page, words: again } = compared;
  const [before, now] = [periodLabel(earlier), periodLabel(later)];
  const { page: at, shown, rest } = pageOf(compared.rows, page);
  const rows = shown.map((row) => ({ ...row, ...textsOf(row) }));
  const soFar = later.to > asAt && later.from <= asAt ? [says.compare.soFar(now)] : [];
  const none = compared.rows.length === 0 ? [says.compare.noRows] : [];
  const more: CardAction[] =
    rest > 0 ? [button(words.lists.showMore(rest), { press: 'say', words: again, page: at + 1 })] : [];
  const card = render({
    speak: says.compare.speak(
      `${title}${says.compare.ofPeriods(before, now)}`,
      rows
        .map(({ label, was, is, change }) =>
          says.compare.speakRow(label, says.compare.inOrder(was, is), change),
        )
        .join(' '),
    ),
    fallbackText: title,
    heading: [bold(title), plain(says.compare.ofPeriods(before, now))],
    notes: [...compared.notes, ...soFar, ...none, says.asAt(longDay(asAt))].map((text) => ({
      runs: [plain(text)],
    })),
    rows: rows.map(({ label, was, is, change }) => ({
      label: [bold(label)],
      columns: [
        { period: [plain(before)], figure: [plain(was)] },
        { period: [plain(now)], figure: [bold(is)] },
      ],
      change: change === '' ? [] : [{ runs: [plain(change)] }],
    })),
    buttons: notMoreAlone([
      ...more,
      ...compared.others.map((other) =>
        button(other.title, { press: 'say', words: other.words }, { mode: 'secondary' }),
      ),
    ]),
  });
  return { card, summary: says.compare.summary };
}

function textsOf({ earlier, later, unit, partly = false }: ComparedRow) {
  const text = (row: Row | undefined) => (row === undefined ? says.notRecorded : rowText(row, unit));
  return { was: text(earlier), is: text(later), change: partly ? '' : differenceText(later, earlier) };
}
