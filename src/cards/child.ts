import type { Dispute } from '../disputes/dispute.js';
import { personByUpn, teamByName } from '../people/directory.js';
import { actsForChildrenOf } from '../people/cover.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import { isAtHome } from '../reviews/atHome.js';
import type { Child } from '../reviews/child.js';
import { words } from '../words/index.js';
import { type ChildSide, sidesOfChild } from '../people/rights.js';
import { readsForIro } from '../reviews/mayPress.js';
import { conferencesOnCard } from './childConferences.js';
import { reviewsOnCard } from './childReviews.js';
import { childSteps, typedOfReviews } from './childSteps.js';
import { disputeRow, mostUrgentFirst, rowsCard } from './list.js';
import type { Scene, Shown, Viewer } from './scene.js';
import { button, labelled } from './template.js';
import { childText } from './words.js';

const { acts, names } = words;
const says = words.lists.child;

export interface ChildExtra {
  readonly page?: number;
  /** Who looks: what they may press is theirs. */
  readonly person?: Person;
  /** What a press just did, or why it did not. */
  readonly said?: string;
  /** Somebody asked for what was typed. */
  readonly withText?: boolean;
}

/** One child by reference: whose it is, its last and its next review, what is open. Nothing else about a child. */
export function childCard(
  child: Child,
  disputes: readonly Dispute[],
  viewerOf: (dispute: Dispute) => Viewer,
  scene: Scene,
  { page = 0, person, said, withText = false }: ChildExtra = {},
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
  const sides =
    person === undefined ? new Set<ChildSide>() : sidesOfChild(allocation, person, directory, scene.today);
  const about = { child: child.ref, card: 'child', sides } as const;
  const conferences = conferencesOnCard(child, scene);
  const atHome = isAtHome(child);
  const { steps, ...doing } = childSteps(
    child,
    reviews.unsettled,
    { ...about, atHome, person: person?.id },
    scene,
  );
  const typed = readsForIro(sides) ? typedOfReviews(child, scene) : [];
  const shown = withText || directory.policy.textInCards === 'always' ? typed : [];
  const facts = [
    labelled(names.iro, allocation === undefined ? says.notAllocated : name(allocation.iro)),
    ...(allocation === undefined ? [] : [labelled(says.team, allocation.team)]),
    ...(firstStage === undefined || allocation === undefined
      ? []
      : [labelled(firstStage.label, name(manager))]),
    ...(atHome ? [] : reviews.facts),
    ...conferences,
    ...shown,
  ];
  const open = disputes.filter(({ status }) => status !== 'closed');
  const ordered = mostUrgentFirst(open, viewerOf, scene);
  const mayRaise =
    person !== undefined &&
    allocation !== undefined &&
    actsForChildrenOf(allocation.iro, person, directory, scene.today);
  return rowsCard({
    heading:
      allocation === undefined ? child.ref : childText({ ref: child.ref, initials: allocation.initials }),
    summary: says.summary,
    facts,
    lines: [
      ...(said === undefined ? [] : [said]),
      says.open(open.length, label, called.disputes),
      ...reviews.lines,
      ...doing.lines,
    ],
    steps,
    rows: ordered.map((dispute) => disputeRow(dispute, viewerOf(dispute), scene)),
    page,
    words: child.ref,
    buttons: [
      ...(mayRaise
        ? [
            button(acts.raise, { press: 'open-raise', child: child.ref }),
            button(acts.noteGoodPractice, { press: 'open-good-practice', child: child.ref }),
          ]
        : []),
      ...(typed.length > 0 && directory.policy.textInCards === 'onRequest'
        ? [textButton(child, withText)]
        : []),
      ...doing.buttons,
      ...(sides.has('lead') && allocation !== undefined
        ? [
            button(words.reassign.open, { press: 'open-reassign', child: child.ref }),
            button(
              words.reassign.share.open,
              { press: 'open-share', iro: allocation.iro },
              { mode: 'secondary' },
            ),
          ]
        : []),
    ],
  });
}

const textButton = ({ ref }: Child, shown: boolean) =>
  button(shown ? acts.hideText : acts.showText, {
    press: 'show-child',
    child: ref,
    card: 'child',
    what: shown ? 'card' : 'text',
  });

/** A child for business support: whose it is, its reviews, and what they may enter for the IRO. No dispute. */
export function supportChildCard(
  child: Child,
  scene: Scene,
  { person, said }: { readonly person: Person; readonly said?: string },
): Shown {
  const allocation = currentAllocation(child);
  const sides = sidesOfChild(allocation, person, scene.directory, scene.today);
  const about = { child: child.ref, card: 'child', sides } as const;
  const reviews = reviewsOnCard(child, scene);
  const atHome = isAtHome(child);
  const doing = childSteps(child, [], { ...about, atHome, person: person.id }, scene);
  const iro = allocation === undefined ? undefined : personByUpn(scene.directory, allocation.iro)?.name;
  return rowsCard({
    heading: childText({ ref: child.ref, initials: allocation?.initials ?? '' }),
    summary: says.summary,
    facts: [labelled(names.iro, iro ?? says.notOnList), ...(atHome ? [] : reviews.facts)],
    lines: [...(said === undefined ? [] : [said]), ...reviews.lines, ...doing.lines],
    steps: doing.steps,
    rows: [],
    page: 0,
    words: child.ref,
    buttons: doing.buttons,
  });
}
