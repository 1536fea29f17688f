import type { Dispute } from '../disputes/dispute.js';
import { personByUpn } from '../people/directory.js';
import type { Person } from '../people/person.js';
import type { Arrival } from '../reviews/arrivals.js';
import { words } from '../words/index.js';
import { disputeRow, mostUrgentFirst, rowsCard, textRow } from './list.js';
import { noticeCard } from './notice.js';
import type { Scene, Shown, Viewer } from './scene.js';
import { bold, button, ownWords, plain } from './template.js';
import { listed } from './words.js';

const says = words.reassign.came;
const { acts } = words;

/** What came to an IRO at once, from the state as it now is. */
export interface Arrivals {
  readonly type: 'arrivals';
  /** `arrivals:` and the person's id: the card of what came last is a living card of it. */
  readonly id: string;
  readonly turn: 0;
  readonly changedAt: string;
  readonly person: Person;
  readonly children: readonly Arrival[];
  /** Open ones that came with them. */
  readonly disputes: readonly Dispute[];
}

/** One card for all that came: what is open first, then the children. No typed text. */
export function arrivalsCard(
  { children, disputes }: Arrivals,
  viewerOf: (dispute: Dispute) => Viewer,
  scene: Scene,
  page = 0,
): Shown {
  return rowsCard({
    heading: headingOf({ children, disputes }, scene),
    summary: says.summary,
    lines: [children.length === 0 ? says.noneLine : ownWords(says.line)],
    rows: [
      ...mostUrgentFirst(disputes, viewerOf, scene).map((each) => disputeRow(each, viewerOf(each), scene)),
      ...children.map(({ ref, initials, team }) =>
        textRow(
          [[bold(ref), plain(says.child(initials, team))]],
          [button(acts.open, { press: 'say', words: ref })],
        ),
      ),
    ],
    page,
    words: 'came to me',
  });
}

function headingOf({ children, disputes }: Pick<Arrivals, 'children' | 'disputes'>, scene: Scene): string {
  if (children.length === 0) return says.none;
  const { label, words: called } = scene.directory.policy;
  const from = [...new Set(children.map((child) => child.from))].map(
    (upn) => personByUpn(scene.directory, upn)?.name ?? words.lists.child.notOnList,
  );
  return says.heading(
    children.length,
    says.disputes(disputes.length, label, called.disputes),
    listed([...new Set(from)]),
  );
}

/** A card that was too large: how many, and how to see them. */
export const compactArrivalsCard = (arrivals: Arrivals, scene: Scene): Shown =>
  noticeCard({
    heading: headingOf(arrivals, scene),
    lines: [says.tooLong],
    buttons: [{ title: acts.open, data: { press: 'say', words: 'came to me' } }],
    summary: says.summary,
  });
