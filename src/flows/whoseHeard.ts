import { words } from '../words/index.js';
import { meaning, taking, tokensOf } from './tokens.js';

const { also } = words.commands;
const teamWords = new Set<string>(also.team);

/** Whose figures are asked for. */
export type Whose =
  | { readonly whose: 'own' | 'my-team' }
  | { readonly whose: 'team' | 'area'; readonly name: string }
  /** `said` is a name that is nobody else's. */
  | { readonly whose: 'iro'; readonly name: string; readonly person: string; readonly said: string }
  /** A name of several: their addresses. */
  | { readonly whose: 'one-of'; readonly name: string; readonly upns: readonly string[] };
/** A team, an area or a person by name. */
export type Namesake = Exclude<Whose, { whose: 'own' | 'my-team' }>;

/** What may be named. */
export interface Names {
  readonly teams: readonly string[];
  readonly areas: readonly string[];
  readonly people: readonly { readonly name: string; readonly id: string; readonly upn: string }[];
}

export const isNamed = (of: Whose | undefined): of is Namesake => of !== undefined && 'name' in of;

/** Whose, and what is left of the words. */
export function whoseIn(
  said: readonly string[],
  { teams, areas, people }: Names,
): { left: string[]; of?: Whose } {
  const own = taking<'own' | 'my-team'>(said, [
    ...meaning(also.own, 'own'),
    ...meaning(also.own, 'my-team', (my) => [...teamWords].map((team) => `${my} ${team}`)),
  ]);
  if (own.meant !== undefined) return { left: own.left, of: { whose: own.meant } };
  const named = taking<Whose>(said, [
    ...teams.flatMap((name) =>
      meaning([name], { whose: 'team', name }, () => [
        name,
        ...[...teamWords].map((team) => `${team} ${name}`),
      ]),
    ),
    // A team of the same name is meant before the area.
    ...areas
      .filter((name) => !teams.includes(name))
      .flatMap((name) => meaning([name], { whose: 'area', name })),
    ...namesOf(people),
  ]);
  return named.meant === undefined ? { left: named.left } : { left: named.left, of: named.meant };
}

/** People by name, where nobody else has it, and by the address. */
function namesOf(people: Names['people']): (readonly [string, Whose])[] {
  const called = people.map(({ name }) => tokensOf(name).join(' '));
  const upns = new Map<string, string[]>();
  for (const [index, { upn }] of people.entries())
    upns.set(called[index] ?? '', [...(upns.get(called[index] ?? '') ?? []), upn]);
  return people.flatMap(({ name, id, upn }, index): (readonly [string, Whose])[] => {
    const alike = upns.get(called[index] ?? '') ?? [];
    const one = { whose: 'iro', person: id } as const;
    if (alike.length === 1) return [name, upn].map((each) => [each, { ...one, name, said: name }] as const);
    return [
      [name, { whose: 'one-of', name, upns: alike }],
      [upn, { ...one, name: words.figures.withAddress(name, upn), said: upn }],
    ];
  });
}
