import type { Dispute } from '../disputes/dispute.js';
import { personByUpn, teamByName } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import { reviewsOnCard } from './childReviews.js';
import { disputeRow, mostUrgentFirst, rowsCard } from './list.js';
import type { Scene, Shown, Viewer } from './scene.js';
import { button, labelled } from './template.js';
import { capital, childText, counted } from './words.js';

/** One child by reference: whose it is, its last and its next review, what is open. Nothing else about a child. */
export function childCard(
  child: Child,
  disputes: readonly Dispute[],
  viewerOf: (dispute: Dispute) => Viewer,
  scene: Scene,
  { page = 0, person }: { readonly page?: number; readonly person?: Person } = {},
): Shown {
  const { directory } = scene;
  const { label, words } = directory.policy;
  const allocation = currentAllocation(child);
  const name = (upn: string | undefined) =>
    upn === undefined ? 'Not known' : (personByUpn(directory, upn)?.name ?? 'Not on the list');
  const firstStage = directory.policy.ladder[0];
  const manager =
    allocation === undefined || firstStage === undefined
      ? undefined
      : teamByName(directory, allocation.team)?.stages[firstStage.id];
  const reviews = reviewsOnCard(child, scene);
  const facts = [
    labelled('IRO', allocation === undefined ? 'Not allocated' : name(allocation.iro)),
    ...(allocation === undefined ? [] : [labelled('Team', allocation.team)]),
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
    summary: 'A child',
    facts,
    lines: [
      capital(`${counted(open.length, `open ${label}`, `open ${words.disputes}`)} for this child.`),
      ...reviews.lines,
    ],
    rows: ordered.map((dispute) => disputeRow(dispute, viewerOf(dispute), scene)),
    page,
    words: child.ref,
    buttons: mayRaise
      ? [
          button('Raise', { press: 'open-raise', child: child.ref }),
          button('Note good practice…', { press: 'open-good-practice', child: child.ref }),
        ]
      : [],
  });
}
