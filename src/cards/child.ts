import type { Dispute } from '../disputes/dispute.js';
import { personByUpn, teamByName } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import { words } from '../words/index.js';
import { reviewsOnCard } from './childReviews.js';
import { disputeRow, mostUrgentFirst, rowsCard } from './list.js';
import type { Scene, Shown, Viewer } from './scene.js';
import { button, labelled } from './template.js';
import { childText } from './words.js';

const { acts, names } = words;
const says = words.lists.child;

/** One child by reference: whose it is, its last and its next review, what is open. Nothing else about a child. */
export function childCard(
  child: Child,
  disputes: readonly Dispute[],
  viewerOf: (dispute: Dispute) => Viewer,
  scene: Scene,
  { page = 0, person }: { readonly page?: number; readonly person?: Person } = {},
): Shown {
  const { directory } = scene;
  const { label, words: called } = directory.policy;
  const allocation = currentAllocation(child);
  const name = (upn: string | undefined) =>
    upn === undefined ? says.notKnown : (personByUpn(directory, upn)?.name ?? says.notOnList);
  const firstStage = directory.policy.ladder[0];
  const manager =
    allocation === undefined || firstStage === undefined
      ? undefined
      : teamByName(directory, allocation.team)?.stages[firstStage.id];
  const reviews = reviewsOnCard(child, scene);
  const facts = [
    labelled(names.iro, allocation === undefined ? says.notAllocated : name(allocation.iro)),
    ...(allocation === undefined ? [] : [labelled(says.team, allocation.team)]),
    ...(firstStage === undefined || allocation === undefined
      ? []
      : [labelled(firstStage.label, name(manager))]),
    ...reviews.facts,
  ];
  const open = disputes.filter(({ status }) => status !== 'closed');
  const ordered = mostUrgentFirst(open, viewerOf, scene);
  const mayRaise = person !== undefined && allocation?.iro === person.upn;
  return rowsCard({
    heading:
      allocation === undefined ? child.ref : childText({ ref: child.ref, initials: allocation.initials }),
    summary: says.summary,
    facts,
    lines: [says.open(open.length, label, called.disputes), ...reviews.lines],
    rows: ordered.map((dispute) => disputeRow(dispute, viewerOf(dispute), scene)),
    page,
    words: child.ref,
    buttons: mayRaise
      ? [
          button(acts.raise, { press: 'open-raise', child: child.ref }),
          button(acts.noteGoodPractice, { press: 'open-good-practice', child: child.ref }),
        ]
      : [],
  });
}
