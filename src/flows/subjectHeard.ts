import { openingOf } from '../reports/reports.js';
import { type Subject, subjectKey, subjectNames } from './questionNames.js';
import { deniedBy, isDenial, meantBy, nearestOf } from './slips.js';

interface SubjectsHeard {
  readonly subjects: readonly Subject[];
  /** Words that are of no subject. */
  readonly left: readonly string[];
  readonly sure: boolean;
  /** It is the word for disputes, which is a list of its own. */
  readonly bare: boolean;
}

const byKey = new Map(subjectNames.map(([, subject]) => [subjectKey(subject), subject]));
const keyed = subjectNames.map(([name, subject]) => [name, subjectKey(subject)] as const);
const longestFirst = keyed.toSorted(([one], [other]) => other.length - one.length);
const names = new Set(keyed.map(([name]) => name));
const known = new Set(keyed.flatMap(([name]) => name.split(' ')));
const disputes = openingOf('disputes');

const subjectOf = (key: string): Subject[] => {
  const subject = byKey.get(key);
  return subject === undefined ? [] : [subject];
};

/** What words are about: exactly, with a slip in them, or by names among them. Small words say nothing. */
export function subjectsIn(
  about: readonly string[],
  small: ReadonlySet<string>,
  commands: readonly string[],
): SubjectsHeard {
  const plain = about.filter((word) => !small.has(word));
  const said = [about.join(' '), plain.join(' ')];
  // What is called like a figure is that one, or the list of what it counts.
  const others = commands.filter((name) => !names.has(name)).map((name) => [name, ''] as const);
  // A slip may be nearer to a command than to a figure: then it is none.
  const slipped = said.map((each) => meantBy(each, [...keyed, ...others]));
  const meant = exactly(about, small) ?? slipped.find((key) => key !== undefined);
  if (meant !== undefined && meant !== '')
    return { subjects: subjectOf(meant), left: [], sure: true, bare: meant === disputes };
  const { found, left } = namesAmong(about);
  const more = left.filter((word) => !small.has(word));
  const affirmed = about.flatMap((word) => (isDenial(word) ? [] : [deniedBy(word, known) ?? word]));
  const denies = affirmed.join(' ') !== about.join(' ');
  if (denies && (found.length !== 1 || more.some((word) => isDenial(word) || deniedBy(word, known)))) {
    // What is denied is offered, and never told.
    const offered = exactly(affirmed, small);
    const keys = [...new Set([...(offered === undefined ? [] : [offered]), ...found])];
    if (keys.length > 0) return { subjects: keys.flatMap(subjectOf), left: about, sure: true, bare: false };
  }
  if (found.length > 0) return { subjects: found.flatMap(subjectOf), left: more, sure: true, bare: false };
  if (meant === '') return { subjects: [], left: about, sure: false, bare: false };
  const near = nearestOf(plain.join(' '), [...names]).flatMap(({ name }) =>
    keyed.flatMap(([each, key]) => (each === name ? [key] : [])),
  );
  return {
    subjects: [...new Set(near)].flatMap(subjectOf).slice(0, 3),
    left: more,
    sure: false,
    bare: false,
  };
}

/** The longest name of which all words are said in their order, and else nothing but small words. */
const exactly = (about: readonly string[], small: ReadonlySet<string>): string | undefined =>
  longestFirst.find(([name]) => {
    const wanted = name.split(' ');
    let next = 0;
    for (const word of about) {
      if (word === wanted[next]) next += 1;
      else if (!small.has(word)) return false;
    }
    return next === wanted.length;
  })?.[1];

/** Whether the words of a figure are all that is said. */
export const isFigure = (about: readonly string[], small: ReadonlySet<string>): boolean =>
  exactly(about, small) !== undefined;

/** Every name among the words, longest first. Beside another figure of them the word for disputes says nothing more. */
function namesAmong(about: readonly string[]): { found: string[]; left: string[] } {
  let left = [...about];
  const found = new Set<string>();
  for (const [name, key] of longestFirst) {
    const wanted = name.split(' ');
    const at = left.findIndex((_, from) => wanted.every((word, index) => left[from + index] === word));
    if (at < 0) continue;
    left = [...left.slice(0, at), ...left.slice(at + wanted.length)];
    found.add(key);
  }
  if (found.size > 1 && [...found].some(isOfDisputes)) found.delete(disputes);
  return { found: [...found], left };
}

function isOfDisputes(key: string): boolean {
  const subject = byKey.get(key);
  return key !== disputes && subject !== undefined && subject !== 'main' && ofDisputes.has(subject.report);
}
const ofDisputes = new Set<string>(['disputes', 'themes', 'stages', 'outcomes', 'response-times']);
