import { z } from 'zod';
import template from '../../cards/list.json';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import { actingLines } from './acting.js';
import type { Scene, Shown, Viewer } from './scene.js';
import { waitsFor } from './standing.js';
import {
  type CardAction,
  type Labelled,
  type Line,
  type Run,
  actions,
  bold,
  button,
  cardTemplate,
  labelledSchema,
  line,
  notMoreAlone,
  paragraph,
  plain,
  runsOf,
  spoken,
  ownWords,
} from './template.js';
import { wantedOf } from './wanted.js';
import { childrenText, themeLabel } from './words.js';

const { acts, lists, notices } = words;

const rowSchema = z.strictObject({ lines: z.array(paragraph).min(1), buttons: actions });
export type Row = z.infer<typeof rowSchema>;

const render = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    lines: z.array(paragraph),
    facts: z.array(labelledSchema),
    steps: z.array(rowSchema),
    rows: z.array(rowSchema).max(10),
    buttons: actions,
  }),
  template,
);

export const rowsOnAPage = 10;

/** Ten of them: on the last page what is left, however far somebody asks. `rest`: how many come after. */
export function pageOf<R>(rows: readonly R[], asked: number) {
  const last = Math.max(0, Math.ceil(rows.length / rowsOnAPage) - 1);
  const page = Math.min(asked, last);
  const from = page * rowsOnAPage;
  const shown = rows.slice(from, from + rowsOnAPage);
  return { page, shown, rest: rows.length - from - shown.length };
}

export interface Rows {
  readonly heading: string;
  readonly summary: string;
  /** What is read aloud after the heading. */
  readonly says?: string;
  readonly lines?: readonly Line[];
  readonly facts?: readonly Labelled[];
  /** Above the rows, each over the whole width with its buttons below: what is to be done. */
  readonly steps?: readonly Row[];
  readonly rows: readonly Row[];
  readonly page: number;
  /** What *Show more* says again, with the next page. */
  readonly words: string;
  readonly buttons?: readonly CardAction[];
}

export const textRow = (lines: readonly (readonly Run[])[], buttons: readonly CardAction[]): Row => ({
  lines: lines.map((runs) => ({ runs: [...runs] })),
  buttons: [...buttons],
});

/** Ten rows, and the number of the rest. */
export function rowsCard({
  heading,
  summary,
  says,
  lines = [],
  facts = [],
  steps = [],
  rows,
  page,
  words,
  buttons = [],
}: Rows): Shown {
  const { shown, rest, page: at } = pageOf(rows, page);
  const more = rest > 0 ? [button(lists.showMore(rest), { press: 'say', words, page: at + 1 })] : [];
  const card = render({
    speak: lists.speak(heading, says === undefined ? [] : [says]),
    fallbackText: heading,
    heading: [bold(heading)],
    lines: lines.map((each) => ({ runs: runsOf(each) })),
    facts: [...facts],
    steps: [...steps],
    rows: shown,
    buttons: notMoreAlone([...more, ...buttons]),
  });
  return { card, summary };
}

/** One dispute in a list: what is wanted, whose it is, and *Open*. No typed text. */
export function disputeRow(dispute: Dispute, viewer: Viewer, scene: Scene): Row {
  const wanted = wantedOf(dispute, viewer, scene);
  const theme = themeLabel(dispute.theme, scene.directory.policy, 'top');
  return textRow(
    [
      [bold(dispute.number), plain(lists.aboutRow(theme, childrenText(dispute.children)))],
      [plain(`${wanted.bold} ${wanted.rest}`.trim())],
    ],
    [button(acts.open, { press: 'show', dispute: dispute.id, what: 'card' })],
  );
}

/** The day that decides how urgent it is; without one it comes last. */
function urgentOn(dispute: Dispute): string {
  switch (dispute.status) {
    case 'informal':
      return dispute.lookAgainOn ?? '9999';
    case 'agreed':
      return dispute.checkOn;
    case 'waiting':
    case 'answered':
    case 'returned':
      return stageOf(dispute)?.dueOn ?? '9999';
    case 'closed':
      return '9999-closed';
  }
}

/** What waits for this person first, then by due day, then by number. */
export function mostUrgentFirst(
  disputes: readonly Dispute[],
  viewerOf: (dispute: Dispute) => Viewer,
  scene: Scene,
): Dispute[] {
  const keyed = disputes.map((dispute) => ({
    dispute,
    key: `${waitsFor(dispute, viewerOf(dispute), scene) ? 0 : 1} ${urgentOn(dispute)} ${dispute.number}`,
  }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ dispute }) => dispute);
}

export function listCard(
  disputes: readonly Dispute[],
  viewerOf: (dispute: Dispute) => Viewer,
  scene: Scene,
  {
    page,
    person,
    only,
  }: {
    readonly page: number;
    readonly person: Person;
    /** These are not all that are open: which they are, and what *Show more* says again. */
    readonly only?: { readonly heading: string; readonly words: string };
  },
): Shown {
  const { label } = scene.directory.policy;
  const many = scene.directory.policy.words.disputes;
  const count = disputes.length;
  const ordered = mostUrgentFirst(disputes, viewerOf, scene);
  const waiting = disputes.filter((dispute) => waitsFor(dispute, viewerOf(dispute), scene)).length;
  const none = only === undefined ? [noneText(person, scene)] : [];
  const some = count === waiting ? lists.allWaiting(waiting) : lists.waiting(waiting);
  const raise = only === undefined && count === 0 && person.roles.includes('iro');
  return rowsCard({
    heading: only?.heading ?? (count === 0 ? lists.noneOpen(many) : lists.open(count, label, many)),
    summary: lists.summary(many),
    lines: [
      ...actingLines(person, scene),
      ...(count === 0 ? none : waiting > 0 ? [some] : only === undefined ? [lists.noneWaiting] : []),
    ],
    rows: ordered.map((dispute) => disputeRow(dispute, viewerOf(dispute), scene)),
    page,
    words: only?.words ?? 'disputes',
    buttons: raise ? [button(acts.raise, { press: 'open-raise' }, { style: 'positive' })] : [],
  });
}

function noneText({ roles }: Person, { directory: { policy } }: Scene): Line {
  if (roles.includes('iro')) return ownWords(lists.writeRaise);
  return roles.includes('lead')
    ? lists.ofTheService(policy.words.disputes)
    : notices.help.comesByItself(policy.label);
}
