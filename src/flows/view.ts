import {
  disputeCard,
  fileNoteCard,
  noticeCard,
  nothingFoundCard,
  type Scene,
  type Viewer,
} from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import type { Person } from '../people/person.js';
import { isIroSide, mayRead } from '../people/rights.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf, viewerOf, type Where } from './answer.js';
import type { Ports } from './ports.js';

const { notices, refusals } = words;

/** Runs a view of a dispute for somebody who may read it; whoever may not learns only that nothing was found. */
async function seeing(
  ports: Ports,
  person: Person,
  id: string,
  view: (dispute: Dispute, viewer: Viewer, scene: Scene) => Answer,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const stored = await ports.store.load('dispute', id);
  if (stored === undefined) return lasting(nothingFoundCard(notices.nothingFound.dispute));
  const viewer = viewerOf(stored.document, person, scene);
  if (!mayRead(viewer.sides)) return lasting(nothingFoundCard(notices.nothingFound.dispute));
  return view(stored.document, viewer, scene);
}

/** The card as it now is. */
export const showDispute = (ports: Ports, person: Person, id: string): Promise<Answer> =>
  seeing(ports, person, id, (dispute, viewer, scene) =>
    lasting(disputeCard(dispute, viewer, scene), { about: dispute.id }),
  );

/**
 * By the Submit fallback an answer is written into the message: others' words would stay in the chat. The line that
 * says so; undefined: they may be shown.
 */
export const wouldStay = (where: Where, scene: Scene): string | undefined =>
  where.lasting && scene.directory.policy.textInCards === 'onRequest' ? refusals.wouldStay : undefined;

function elsewhere(dispute: Dispute, viewer: Viewer, scene: Scene, said: string): Answer {
  return lasting(disputeCard(dispute, viewer, scene, { said }), { about: dispute.id });
}

/** *Show text*: the words go to this person's own press alone, and into no posted message. */
export const showText = (
  ports: Ports,
  person: Person,
  id: string,
  page: number,
  where: Where,
): Promise<Answer> =>
  seeing(ports, person, id, (dispute, viewer, scene) => {
    const kept = disputeCard(dispute, viewer, scene);
    const stay = wouldStay(where, scene);
    if (stay !== undefined) return elsewhere(dispute, viewer, scene, stay);
    // Read as a form is filled in: edits in place wait, or the next one would take the words away.
    const shown = disputeCard(dispute, viewer, scene, { text: { page } });
    return { shown, kept, about: dispute.id, formOpen: true };
  });

/** The note for one child's case file, naming no other child. It carries what was typed, so it is for this press alone. */
export const showFileNote = (
  ports: Ports,
  person: Person,
  id: string,
  ref: string | undefined,
  where: Where,
): Promise<Answer> =>
  seeing(ports, person, id, (dispute, viewer, scene) => {
    const child = dispute.children.find((each) => each.ref === ref) ?? dispute.children[0];
    if (child === undefined) return lasting(nothingFoundCard(notices.nothingFound.child));
    if (!isIroSide(viewer.sides))
      return lasting(noticeCard({ heading: notices.fileNote.heading, lines: [notices.fileNote.ask] }));
    const stay = wouldStay(where, scene);
    if (stay !== undefined) return elsewhere(dispute, viewer, scene, stay);
    const kept = disputeCard(dispute, viewer, scene);
    return { shown: fileNoteCard(dispute, child, viewer, scene), kept, about: dispute.id, formOpen: true };
  });
