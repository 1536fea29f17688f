import {
  type FormState,
  type ListedChild,
  type Scene,
  type ShareProblem,
  shareCard,
  shareForm,
  shareProblem,
  shareProblemLine,
  whichPersonCard,
} from '../cards/index.js';
import { personByUpn } from '../people/directory.js';
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
import { words as table } from '../words/index.js';

const says = table.reassign.share;

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
  return { from, among: namesIn(among) };
}

const namesIn = (text: string): string[] =>
  text
    .trim()
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/i)
    .filter((name) => name !== '');

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
  if (asked.from === '' || asked.among.length === 0) return openShare(ports, person, '');
  const scene = await sceneOf(ports);
  // Who has left may still have children.
  const [from, ...others] = namedAs(asked.from, scene.directory.people);
  if (from === undefined) return lasting(shareProblem({ kind: 'no-name', text: asked.from }));
  if (others.length > 0)
    return lasting(
      whichPersonCard(asked.from, [from, ...others], (upn) => shareWords({ ...asked, from: upn })),
    );
  const takers = takersNamed(asked.among, from, scene);
  if ('problem' in takers) return lasting(shareProblem(takers.problem));
  if ('which' in takers) return lasting(whichTakerCard({ ...asked, from: from.upn }, takers.which));
  const proposed = await proposedShares(ports, from, takers.people, { scene, lead: person });
  return lasting(shareCard(proposed, words, page));
}

/** *Share among…*: the form, for a lead; `iro` is the upn of whose card it was pressed on. */
export async function openShare(ports: Ports, person: Person, iro: string): Promise<Answer> {
  if (!person.roles.includes('lead')) return lasting(shareProblem({ kind: 'lead-only' }));
  return formOf(await sceneOf(ports), {
    id: ports.newId(),
    values: { whose: iro },
    problems: [],
    warned: [],
  });
}

function formOf(scene: Scene, form: FormState): Answer {
  // Who has left may still have children.
  const whose = scene.directory.people
    .filter(({ roles }) => roles.includes('iro'))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  return lasting(shareForm(whose, scene, form));
}

/** *Show the shares*: as it would be written, or the form again with what is wrong at its fields. */
export async function proposeShare(
  ports: Ports,
  person: Person,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  if (!person.roles.includes('lead')) return lasting(shareProblem({ kind: 'lead-only' }));
  const scene = await sceneOf(ports);
  const { whose = '', among = '' } = fields;
  const from = personByUpn(scene.directory, whose);
  const names = namesIn(among);
  const takers = from === undefined ? undefined : takersNamed(names, from, scene);
  const problems = [
    ...(from === undefined ? [{ field: 'whose', problem: says.chooseWhose }] : []),
    ...(names.length === 0 ? [{ field: 'among', problem: says.chooseAmong }] : []),
    ...(takers !== undefined && 'problem' in takers
      ? [{ field: 'among', problem: shareProblemLine(takers.problem) }]
      : []),
  ];
  if (from === undefined || takers === undefined || 'problem' in takers || problems.length > 0)
    return formOf(scene, { id: ports.newId(), values: { whose, among }, problems, warned: [] });
  const asked = { from: from.upn, among: names };
  if ('which' in takers) return lasting(whichTakerCard(asked, takers.which));
  const proposed = await proposedShares(ports, from, takers.people, { scene, lead: person });
  return lasting(
    shareCard(proposed, shareWords({ from: from.upn, among: takers.people.map(({ upn }) => upn) }), 0),
  );
}

interface Which {
  readonly place: number;
  readonly people: readonly Person[];
}

/** Who takes the children, or why somebody cannot, or which of several is meant. */
function takersNamed(
  names: readonly string[],
  from: Person,
  scene: Scene,
): { readonly people: Person[] } | { readonly problem: ShareProblem } | { readonly which: Which } {
  const people: Person[] = [];
  for (const [place, text] of names.entries()) {
    const iros = namedAs(text, irosOf(scene));
    const [taker, ...others] = iros;
    if (taker === undefined) {
      const [known] = namedAs(text, scene.directory.people);
      return {
        problem: known === undefined ? { kind: 'no-name', text } : { kind: 'no-iro', name: known.name },
      };
    }
    if (others.length > 0) return { which: { place, people: iros } };
    if (taker.id === from.id) return { problem: { kind: 'oneself', name: taker.name } };
    if (absenceOn(taker, scene.today) !== undefined) return { problem: { kind: 'away', name: taker.name } };
    if (!people.includes(taker)) people.push(taker);
  }
  return { people };
}

const whichTakerCard = (asked: ShareAsked, { place, people }: Which) =>
  whichPersonCard(asked.among[place] ?? '', people, (upn) =>
    shareWords({ ...asked, among: asked.among.with(place, upn) }),
  );

const listedAs = (child: Child): ListedChild => ({
  ref: child.ref,
  initials: currentAllocation(child)?.initials ?? '',
});

/** An even spread of somebody's children; nobody gets, and no lead gives, a child in whose open dispute they are on the other side. */
async function proposedShares(
  ports: Ports,
  from: Person,
  takers: readonly Person[],
  { scene, lead }: { readonly scene: Scene; readonly lead: Person },
) {
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
      if ([taker, lead].some((each) => oppositeIn(open, each, scene).length > 0))
        opposite.add(`${taker.id} ${ref}`);
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
