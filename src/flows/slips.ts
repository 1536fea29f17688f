import { words } from '../words/index.js';

/** How many letters must be changed, left out, put in or swapped with their neighbour to make one word of the other. */
export function slips(said: string, meant: string): number {
  let [before, row]: [number[], number[]] = [
    [],
    Array.from({ length: meant.length + 1 }, (_, index) => index),
  ];
  for (let i = 1; i <= said.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= meant.length; j += 1) {
      const same = said[i - 1] === meant[j - 1];
      const swapped = i > 1 && j > 1 && said[i - 1] === meant[j - 2] && said[i - 2] === meant[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[meant.length] ?? meant.length;
}

/** Longer than any question: more of it is not compared. */
export const longest = 60;

const { also } = words.commands;
const denies = new Set<string>(also.denials);
const denying = new Set<string>(also.denying);

/** 'not', 'never', 'without': what is said with it is the opposite. */
export const isDenial = (word: string): boolean => denies.has(word);

/** What a word denies by how it begins: 'attended' of 'unattended', as far as that is one of the words known. */
export function deniedBy(word: string, known: ReadonlySet<string>): string | undefined {
  return [...denying]
    .filter((prefix) => word.startsWith(prefix))
    .map((prefix) => word.slice(prefix.length))
    .find((rest) => known.has(rest));
}

/** Without its beginning it would be nearer: 'unatended' is the opposite of 'attended', and no slip of it. */
const opposes = (said: string, meant: string): boolean =>
  [...denying].some(
    (prefix) =>
      said.startsWith(prefix) &&
      !meant.startsWith(prefix) &&
      slips(said.slice(prefix.length), meant) < slips(said, meant),
  );

/** Whether each word is the one that was meant, with no more slips than are forgiven in it; no denial is a slip. */
function saysTheSame(said: string, meant: string): boolean {
  const [one, other] = [said.split(' '), meant.split(' ')];
  return (
    one.length === other.length &&
    one.every((word, index) => {
      const like = other[index] ?? '';
      return (
        word === like || (!isDenial(word) && !opposes(word, like) && slips(word, like) <= forgiven(like))
      );
    })
  );
}

/** How many slips are forgiven: one in a short word, and none in a very short one. */
const forgiven = ({ length }: string) => (length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3);

/** The nearest first, with their slips; no further away than half of what was said. */
export function nearestOf(said: string, names: readonly string[]): { name: string; away: number }[] {
  if (said.length > longest) return [];
  return names
    .map((name) => ({ name, away: slips(said, name) }))
    .filter(({ away }) => away <= said.length / 2)
    .toSorted((one, other) => one.away - other.away);
}

/**
 * What was meant by words with a slip in them: what is near enough and nearer than anything that means something else.
 * Undefined: nobody can tell.
 */
export function meantBy<M>(
  said: string,
  names: readonly (readonly [name: string, meaning: M])[],
): M | undefined {
  if (said.length > longest) return undefined;
  // Numbers are said as they are meant, and no word more or less is a slip.
  if (/\d/.test(said)) return undefined;
  const away = names
    .filter(([name]) => saysTheSame(said, name))
    .map(([name, meaning]) => ({ away: slips(said, name), meaning }));
  const least = Math.min(...away.map((each) => each.away));
  if (least > forgiven(said)) return undefined;
  const [first, ...others] = [
    ...new Set(away.filter((each) => each.away === least).map(({ meaning }) => meaning)),
  ];
  return others.length === 0 ? first : undefined;
}
