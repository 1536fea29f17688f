import { longDay } from '../calendar/periods.js';
import type { Item } from '../reports/report.js';
import { words } from '../words/index.js';
import { type Rows, rowsCard, textRow } from './list.js';
import type { Scene, Shown } from './scene.js';
import { bold, button, plain } from './template.js';
import { childText, stageName } from './words.js';

const { acts, figures } = words;
const says = figures.behind;

/** What stands behind a figure: disputes, reviews or children. */
export interface BehindFigure {
  readonly title: string;
  readonly period: string;
  /** What these ones are: 'Held late'. */
  readonly says: string;
  /** False: nobody recorded then, so that none in the list is no count. */
  readonly recorded: boolean;
  readonly notes: readonly string[];
  readonly items: readonly Item[];
  /** Disputes by their number, as far as this person may open them. */
  readonly disputes: ReadonlyMap<string, string>;
  /** Initials of the children by reference. */
  readonly initials: ReadonlyMap<string, string>;
  readonly page: number;
  readonly words: string;
  /** What to write for the figure itself. */
  readonly back: string;
}

const text = (value: Item[string] | undefined) => (typeof value === 'string' ? value : '');

export function behindCard(behind: BehindFigure, scene: Scene): Shown {
  const { items, disputes, page } = behind;
  const seen = items.filter((item) => item['dispute'] === undefined || disputes.has(text(item['dispute'])));
  const hidden = items.length - seen.length;
  const none = hidden > 0 && seen.length === 0;
  const counted = none
    ? says.noneYours(behind.says, hidden)
    : items.length === 0 && !behind.recorded
      ? says.notRecorded(behind.says)
      : says.says(behind.says, items.length);
  const lines = [counted, ...behind.notes, ...(hidden > 0 && !none ? [says.notYours(hidden)] : [])];
  return rowsCard({
    heading: says.heading(behind.title, behind.period),
    summary: says.summary,
    says: counted,
    lines,
    rows: seen.map((item) => rowOf(item, behind, scene)),
    page,
    words: behind.words,
    buttons: [button(says.back, { press: 'say', words: behind.back })],
  });
}

function rowOf(item: Item, { disputes, initials }: BehindFigure, scene: Scene): Rows['rows'][number] {
  const number = text(item['dispute']);
  const group = text(item['group']) === '' ? [] : [plain(says.group(text(item['group'])))];
  const id = disputes.get(number);
  if (id !== undefined)
    return textRow(
      [[bold(number), plain(says.dispute(kindOf(item))), ...group], [plain(courseText(item, scene))]],
      [button(acts.open, { press: 'show', dispute: id, what: 'card' })],
    );
  const ref = text(item['child']);
  const child = childText({ ref, initials: initials.get(ref) ?? '' });
  const review = item['heldOn'] === undefined ? [] : [[plain(reviewText(item))]];
  return textRow([[bold(child), ...group], ...review], [button(acts.open, { press: 'say', words: ref })]);
}

const kindOf = (item: Item) => (item['kind'] === 'formal' ? says.kinds.formal : says.kinds.informal);

function courseText(item: Item, scene: Scene): string {
  const raised = says.raised(longDay(text(item['raisedOn'])));
  const closedOn = text(item['closedOn']);
  if (closedOn !== '') return says.closed(raised, longDay(closedOn));
  if (item['open'] !== 1) return says.raisedOnly(raised);
  const stage = text(item['stage']);
  return says.open(raised, stage === '' ? '' : stageName(stage, scene));
}

function reviewText(item: Item): string {
  const [held, due] = [longDay(text(item['heldOn'])), text(item['dueOn'])];
  if (due === '') return says.heldOnly(held);
  const late = item['workingDaysLate'];
  const how = typeof late !== 'number' ? says.onTime : late === 0 ? says.lateOnFreeDays : capitalLate(late);
  return `${says.review(longDay(due), held)} ${how}`;
}

const capitalLate = (days: number) => says.late(days);
