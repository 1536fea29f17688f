import { type Found, foundDispute, mostUrgentFirst, type Scene } from '../cards/index.js';
import { type Dispute, isFormal, stageOf } from '../disputes/dispute.js';
import { plainNumber, plainWords } from '../disputes/number.js';
import { recordId } from '../imports/recordNumber.js';
import type { Person } from '../people/person.js';
import { mayRead } from '../people/rights.js';
import { sceneOf, viewerOf } from './answer.js';
import { openFor } from './openFor.js';
import type { Ports } from './ports.js';

/**
 * Disputes for the search box of any chat: open ones by number, child, theme or stage, closed ones too by their whole
 * number or a child's whole reference. Only what this person may see, most urgent first.
 */
export async function searchDisputes(
  ports: Ports,
  person: Person,
  written: string,
  { skip, count }: { readonly skip: number; readonly count: number },
): Promise<Found[]> {
  const scene = await sceneOf(ports);
  const plain = plainWords(written);
  const short = /^\d{1,4}$/.test(plain)
    ? `D-${scene.today.slice(0, 4)}-${plain.padStart(4, '0')}`
    : undefined;
  const words = plainNumber(plain).toLowerCase();
  const found = new Map((await openFor(ports, person, scene)).map((dispute) => [dispute.id, dispute]));
  if (words !== '') {
    const inRecord = await ports.store.load('dispute', recordId(words));
    for (const { document } of [
      ...(inRecord === undefined ? [] : [inRecord]),
      ...(await ports.store.disputes({ by: 'number', number: short ?? words.toUpperCase() })),
      ...(await ports.store.disputes({ by: 'child', child: plain })),
      ...(await ports.store.disputes({ by: 'child', child: plain.toUpperCase() })),
    ])
      found.set(document.id, document);
  }
  const viewer = (dispute: Dispute) => viewerOf(dispute, person, scene);
  const seen = [...found.values()].filter((dispute) => mayRead(viewer(dispute).sides));
  const fitting = seen.filter((dispute) => {
    const said = ` ${sayingOf(dispute, scene)}`;
    return words.split(' ').every((word) => said.includes(` ${word}`));
  });
  return mostUrgentFirst(fitting, viewer, scene)
    .slice(skip, skip + count)
    .map((dispute) => foundDispute(dispute, scene));
}

/** All that a dispute can be found by, in one line: no typed word is among it. */
function sayingOf(dispute: Dispute, { directory }: Scene): string {
  const { ladder, themes } = directory.policy;
  const stage = stageOf(dispute)?.id;
  const labels = [dispute.theme, ...dispute.otherThemes].flatMap((theme) => {
    const [top, sub] = theme.split('/');
    const found = themes.find(({ id }) => id === top);
    return [theme, found?.label, found?.sub.find(({ id }) => id === sub)?.label];
  });
  return [
    dispute.number,
    // An earlier record may write it with other noughts.
    plainNumber(dispute.number),
    // What people write of it: the last figures, with and without their noughts.
    ...[dispute.number.slice(dispute.number.lastIndexOf('-') + 1)].flatMap((last) => [
      last,
      last.replace(/^0+/, ''),
    ]),
    ...dispute.children.flatMap(({ ref, initials }) => [ref, initials]),
    ...labels,
    stage,
    ladder.find(({ id }) => id === stage)?.label,
    isFormal(dispute) ? 'formal' : 'informal',
    dispute.status === 'closed' ? 'closed' : 'open',
  ]
    .join(' ')
    .toLowerCase();
}
