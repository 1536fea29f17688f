import {
  childCard,
  nothingFoundCard,
  type ReviewCard,
  type Scene,
  type Shown,
  supportChildCard,
  takeBackButtons,
} from '../cards/index.js';
import { personByUpn } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { type ChildSide, mayRead, sidesOfChild } from '../people/rights.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import { childId } from '../reviews/facts.js';
import type { Stored } from '../store/store.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf, viewerOf, type Where } from './answer.js';
import { dayShown } from './myDay.js';
import type { Ports } from './ports.js';
import { wouldStay } from './view.js';

/** A child as somebody may see it. */
export interface SeenChild {
  readonly stored: Stored<Child>;
  readonly child: Child;
  readonly sides: ReadonlySet<ChildSide>;
  readonly scene: Scene;
  /** The child's IRO by person id, where somebody else is looking: what is entered is entered for them. */
  readonly onBehalfOf?: string | undefined;
}

/** Undefined where there is no such child, or this person may not know of it: both are answered the same. */
export async function seenChild(ports: Ports, person: Person, ref: string): Promise<SeenChild | undefined> {
  const [scene, stored] = await Promise.all([sceneOf(ports), ports.store.load('child', childId(ref))]);
  if (stored === undefined) return undefined;
  const child = stored.document;
  const allocation = currentAllocation(child);
  const sides = sidesOfChild(allocation, person, scene.directory, scene.today);
  if (sides.size === 0) return undefined;
  const iro = allocation === undefined ? undefined : personByUpn(scene.directory, allocation.iro)?.id;
  return { stored, child, sides, scene, ...(iro === person.id ? {} : { onBehalfOf: iro }) };
}

export const childUnseen = (ref: string = words.notices.nothingFound.child, list = true): Answer =>
  lasting(nothingFoundCard(ref, '', list));

/** The same, where the press stood on the card of the day: that one stays, as it is by now. */
export async function childUnseenOn(ports: Ports, person: Person, card: ReviewCard): Promise<Answer> {
  if (card !== 'morning') return childUnseen();
  const { line, child } = words.notices.nothingFound;
  return lasting(await dayShown(ports, person, { said: line(child) }), {
    about: person.id,
  });
}

export interface ChildLook {
  readonly page?: number;
  readonly said?: string;
  readonly withText?: boolean;
}

/** The child's card for whoever looks; business support sees its reviews alone. */
export async function childShown(
  ports: Ports,
  person: Person,
  { child, sides, scene }: SeenChild,
  look: ChildLook = {},
): Promise<Shown> {
  if ([...sides].every((side) => side === 'support'))
    return supportChildCard(child, scene, {
      person,
      ...(look.said === undefined ? {} : { said: look.said }),
    });
  const disputes = (await ports.store.disputes({ by: 'child', child: child.ref }))
    .map(({ document }) => document)
    .filter((dispute) => mayRead(viewerOf(dispute, person, scene).sides));
  return childCard(child, disputes, (dispute) => viewerOf(dispute, person, scene), scene, {
    person,
    ...look,
  });
}

/** The card that was pressed, as it is now, and what the press did. */
export async function cardAgain(
  ports: Ports,
  person: Person,
  seen: SeenChild,
  card: ReviewCard,
  said?: string,
): Promise<Shown> {
  if (card === 'morning') {
    const takeBack = takeBackButtons(seen.child, person.id, card, seen.scene);
    return dayShown(ports, person, said === undefined ? {} : { said, takeBack });
  }
  return childShown(ports, person, seen, said === undefined ? {} : { said });
}

/** *Cancel*, *Show text*: the card as it is, or for this press alone with what was typed. */
export async function showChild(
  ports: Ports,
  person: Person,
  press: { readonly child: string; readonly card: ReviewCard; readonly what: 'card' | 'text' },
  where: Where,
): Promise<Answer> {
  const seen = await seenChild(ports, person, press.child);
  if (seen === undefined) return childUnseenOn(ports, person, press.card);
  if (press.what === 'card') return lasting(await cardAgain(ports, person, seen, press.card));
  const stay = wouldStay(where, seen.scene);
  if (stay !== undefined) return lasting(await childShown(ports, person, seen, { said: stay }));
  const [shown, kept] = await Promise.all([
    childShown(ports, person, seen, { withText: true }),
    childShown(ports, person, seen),
  ]);
  return { shown, kept };
}
