import { type Shared, sharedCard, shareProblem, type Scene } from '../cards/index.js';
import { personById } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import { childId } from '../reviews/facts.js';
import { reassigned } from '../reviews/reassigned.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import type { Ports } from './ports.js';
import { irosOf, openOf, oppositeIn } from './reassign.js';

/** A share as it was shown, by person ids and references. */
export interface SharePress {
  readonly giver: string;
  readonly shares: readonly { readonly to: string; readonly children: readonly string[] }[];
}

/**
 * *Share as shown*: each child that is still theirs goes to whom the card said. A press that was cut off goes on with
 * the next one, and a second one finds it done.
 */
export async function share(
  ports: Ports,
  person: Person,
  { giver: id, shares }: SharePress,
): Promise<Answer> {
  if (!person.roles.includes('lead')) return lasting(shareProblem({ kind: 'lead-only' }));
  const scene = await sceneOf(ports);
  const from = personById(scene.directory, id);
  if (from === undefined) return lasting(shareProblem({ kind: 'how' }));
  const iros = irosOf(scene);
  const takers = shares.flatMap(({ to, children }) => {
    const taker = iros.find((each) => each.id === to);
    return taker === undefined ? [] : [{ taker, children }];
  });
  const became = new Map<string, Became>();
  const told = { hands: true, arrived: takers.map(({ taker }) => taker.id) };
  // Before the children, so that a crash in between leaves nobody untold, and after them, so that no cache is too old.
  await ports.directoryChanged(told);
  for (const { taker, children } of takers)
    for (const ref of children) became.set(ref, await give(ports, ref, from, taker, { person, scene }));
  await ports.directoryChanged(told);
  ports.nudge();
  const refs = (what: Became) => [...became].filter(([, each]) => each === what).map(([ref]) => ref);
  const shared: Shared = {
    to: takers.map(({ taker, children }) => ({
      person: taker,
      count: children.filter((ref) => became.get(ref) === 'given').length,
    })),
    before: refs('before').length,
    moved: refs('moved'),
    opposite: refs('opposite'),
    gone: shares
      .filter(({ to }) => !iros.some((each) => each.id === to))
      .map(({ to }) => personById(scene.directory, to)?.name ?? to),
  };
  return lasting(sharedCard(from, shared));
}

type Became = 'given' | 'before' | 'moved' | 'opposite';

async function give(
  ports: Ports,
  ref: string,
  from: Person,
  to: Person,
  { person, scene }: { readonly person: Person; readonly scene: Scene },
): Promise<Became> {
  for (;;) {
    const stored = await ports.store.load('child', childId(ref));
    const held = stored === undefined ? undefined : currentAllocation(stored.document)?.iro;
    if (held === to.upn) return 'before';
    if (stored === undefined || held !== from.upn) return 'moved';
    const open = await openOf(ports, ref);
    if ([to, person].some((each) => oppositeIn(open, each, scene).length > 0)) return 'opposite';
    const next = reassigned(stored.document, { to: to.upn, by: person.id, at: scene.now });
    if (next === undefined) return 'moved';
    if ((await ports.store.save(next, stored.etag)) === 'saved') return 'given';
  }
}
