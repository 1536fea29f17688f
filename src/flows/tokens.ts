import { plainName } from '../people/named.js';
import type { Policy } from '../policy/policy.js';
import { words } from '../words/index.js';

const { also } = words.commands;

/** The words of what was written. Years and days keep their hyphens: other words are as good with a blank. */
export const tokensOf = (written: string): string[] =>
  plainName(written)
    // A dash between two words is no hyphen.
    .replaceAll(/\s[-–—]+\s/g, ` ${words.periods.joins.to[0]} `)
    .replaceAll(/n[’']t\b/g, ` ${also.denials[0]}`)
    .replaceAll(/[?!,;:"“”]|’s\b|'s\b/g, ' ')
    .split(/\s+/)
    .flatMap((token) => (/^\d/.test(token) ? [token] : token.split('-')))
    .map((token) => token.replace(/\.+$/, ''))
    .filter((token) => token !== '');

/** The words that are left when some in a row are taken out. */
export const without = (said: readonly string[], from: number, length: number): string[] => [
  ...said.slice(0, from),
  ...said.slice(from + length),
];

function placeOf(said: readonly string[], name: string): { from: number; length: number } | undefined {
  const wanted = tokensOf(name);
  const from = said.findIndex((_, at) => wanted.every((word, index) => said[at + index] === word));
  return from < 0 || wanted.length === 0 ? undefined : { from, length: wanted.length };
}

/** The longest of some names that is said, and what is left. */
export function taking<N>(
  said: readonly string[],
  names: readonly (readonly [string, N])[],
): { left: string[]; meant?: N } {
  for (const [name, meant] of names.toSorted(([one], [other]) => other.length - one.length)) {
    const place = placeOf(said, name);
    if (place !== undefined) return { left: without(said, place.from, place.length), meant };
  }
  return { left: [...said] };
}

/** Names that mean one thing, each as it may be said. */
export const meaning = <const M>(
  names: readonly string[],
  meant: M,
  saidAs: (name: string) => readonly string[] = (name) => [name],
): (readonly [string, M])[] => names.flatMap(saidAs).map((each) => [each, meant] as const);

/** The same words with what a service calls its disputes in the words that questions and commands have for them. */
export function inOurWords(
  said: readonly string[],
  { label, words: called }: Pick<Policy, 'label' | 'words'>,
): string[] {
  const ours = [
    ['disputes', called.disputes],
    ['dispute', label],
  ] as const;
  return ours.reduce<string[]>((left, [our, theirs]) => replaced(left, tokensOf(theirs), our), [...said]);
}

function replaced(said: readonly string[], theirs: readonly string[], our: string): string[] {
  const at = said.findIndex((_, from) => theirs.every((word, index) => said[from + index] === word));
  return at < 0 || theirs.length === 0
    ? [...said]
    : [...said.slice(0, at), our, ...replaced(said.slice(at + theirs.length), theirs, our)];
}
