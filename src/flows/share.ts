import { type ListedChild, type Scene, shareCard, shareProblem, whichPersonCard } from '../cards/index.js';
import { absenceOn } from '../people/cover.js';
import { namedAs } from '../people/named.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child } from '../reviews/child.js';
import { spread } from '../reviews/spread.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import { childrenOfIro } from './children.js';
import type { Ports } from './ports.js';
import { irosOf, openOf, oppositeIn } from './reassign.js';

/** The addresses of a whole team are shorter; what is longer is about something else. */
const longest = 500;

interface ShareAsked {
  readonly from: string;
  readonly among: readonly string[];
}

/** Reads `share Anna among Ben, Carl and Dora`. */
export function shareAsked(words: string): ShareAsked | undefined {
  if (words.length > longest) return undefined;
  const asked =
    /^share (?:out )?(?:the )?(?:children of |caseload of )?(.+?) (?:among|amongst|between|with) (.+)$/i.exec(
      words,
    );
  if (asked === null) return /^share\b/i.test(words) ? { from: '', among: [] } : undefined;
  const [, from = '', among = ''] = asked;
  return { from, among: among.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i).filter((name) => name !== '') };
}

/** What was asked, written anew: `shareAsked` reads the same of it. */
export const shareWords = ({ from, among }: ShareAsked): string => `share ${from} among ${among.join(', ')}`;

/** Answers what is written about sharing somebody's children; undefined: it is about something else. */
export async function answerShare(
  ports: Ports,
  person: Person,
  words: string,
  page: number,
): Promise<Answer | undefined> {
  const asked = shareAsked(words);
  if (asked === undefined || person.roles.every((role) => role === 'admin')) return undefined;
  if (!person.roles.includes('lead')) return lasting(shareProblem({ kind: 'lead-only' }));
  if (asked.from === '' || asked.among.length === 0) return lasting(shareProblem({ kind: 'how' }));
  const scene = await sceneOf(ports);
  // Who has left may still have children.
  const [from, ...others] = namedAs(asked.from, scene.directory.people);
  if (from === undefined) return lasting(shareProblem({ kind: 'no-name', text: asked.from }));
  if (others.length > 0)
    return lasting(
      whichPersonCard(asked.from, [from, ...others], (upn) => shareWords({ ...asked, from: upn })),
    );
  const takers: Person[] = [];
  for (const [place, text] of asked.among.entries()) {
    const withUpn = (upn: string) => shareWords({ ...asked, among: asked.among.with(place, upn) });
    const taker = takerNamed(text, from, withUpn, scene);
    if ('answer' in taker) return taker.answer;
    if (!takers.some(({ id }) => id === taker.person.id)) takers.push(taker.person);
  }
  const proposed = await proposedShares(ports, from, takers, scene);
  return lasting(shareCard(proposed, words, page));
}

function takerNamed(
  text: string,
  from: Person,
  withUpn: (upn: string) => string,
  scene: Scene,
): { readonly person: Person } | { readonly answer: Answer } {
  const refused = (problem: Parameters<typeof shareProblem>[0]) => ({
    answer: lasting(shareProblem(problem)),
  });
  const iros = namedAs(text, irosOf(scene));
  const [person, ...others] = iros;
  if (person === undefined) {
    const [known] = namedAs(text, scene.directory.people);
    return refused(known === undefined ? { kind: 'no-name', text } : { kind: 'no-iro', name: known.name });
  }
  if (others.length > 0) return { answer: lasting(whichPersonCard(text, iros, withUpn)) };
  if (person.id === from.id) return refused({ kind: 'oneself', name: person.name });
  if (absenceOn(person, scene.today) !== undefined) return refused({ kind: 'away', name: person.name });
  return { person };
}

const listedAs = (child: Child): ListedChild => ({
  ref: child.ref,
  initials: currentAllocation(child)?.initials ?? '',
});

/** An even spread of somebody's children; nobody gets a child in whose open dispute they are on the other side. */
async function proposedShares(ports: Ports, from: Person, takers: readonly Person[], scene: Scene) {
  const children = await childrenOfIro(ports, from);
  const families = new Map<string, Child[]>();
  for (const child of children) {
    const key = child.family === undefined ? `child:${child.ref}` : `family:${child.family}`;
    families.set(key, [...(families.get(key) ?? []), child]);
  }
  const opposite = new Set<string>();
  for (const { ref } of children) {
    const open = await openOf(ports, ref);
    for (const taker of takers)
      if (oppositeIn(open, taker, scene).length > 0) opposite.add(`${taker.id} ${ref}`);
  }
  const counted = await Promise.all(
    takers.map(async (person) => ({
      id: person.id,
      fte: person.fte,
      person,
      children: (await childrenOfIro(ports, person)).length,
    })),
  );
  const byRef = new Map(children.map((child) => [child.ref, child]));
  const { shares, left } = spread(
    [...families.values()].map((family) => ({ children: family.map(({ ref }) => ref) })),
    counted,
    (taker, family) => family.children.every((ref) => !opposite.has(`${taker.id} ${ref}`)),
  );
  const listed = (refs: readonly string[]) =>
    refs.flatMap((ref) => {
      const child = byRef.get(ref);
      return child === undefined ? [] : [listedAs(child)];
    });
  return {
    from,
    shares: shares.map(({ taker, families: its }) => ({
      to: taker.person,
      now: taker.children,
      children: listed(its.flatMap((family) => family.children)),
    })),
    left: listed(left.flatMap((family) => family.children)),
  };
}
