import type { Period } from '../calendar/periods.js';
import type { Policy } from '../policy/policy.js';
import { type Splitter, splitters } from '../reports/splits.js';
import { words } from '../words/index.js';
import { isOfTime, periodsIn, slippedPeriodsIn } from './periodHeard.js';
import { isFigure, subjectsIn } from './subjectHeard.js';
import type { Subject } from './questionNames.js';
import { meantBy } from './slips.js';
import { inOurWords, meaning, taking, tokensOf, without } from './tokens.js';
import { type Names, type Namesake, type Whose, isNamed, whoseIn } from './whoseHeard.js';

const { also } = words.commands;
const small = new Set<string>(also.small);
const inNames = new Set<string>(also.inNames);

export const asks = ['figure', 'which', 'compare', 'export'] as const;
export type Asks = (typeof asks)[number];

/** A question about figures. Without a period it is of the year so far. */
export interface Question {
  readonly asks: Asks;
  readonly subject: Subject;
  readonly periods: readonly Period[];
  readonly by?: Splitter | undefined;
  readonly of?: Whose | undefined;
  /** What is called like the figure itself. */
  readonly namesake?: Namesake | undefined;
  readonly format?: 'csv' | 'markdown' | undefined;
}

const formats = [
  ['csv', 'csv'],
  ['markdown', 'markdown'],
] as const;

/** What was heard of a question that nobody can answer as it stands. */
export interface HalfHeard extends Omit<Question, 'subject'> {
  /** What it may be about, nearest first. */
  readonly subjects: readonly Subject[];
}

/** What somebody wrote, as far as it is about figures. */
export type Heard =
  | { readonly heard: 'question'; readonly question: Question }
  /** What is left of the words is of time, and no period. */
  | { readonly heard: 'no-period'; readonly question: Question }
  /** There is an answer for one of its periods at a time. */
  | { readonly heard: 'several-periods'; readonly question: Question }
  /** It says how figures are to be spread, and not which. */
  | { readonly heard: 'of-what'; readonly half: HalfHeard }
  | { readonly heard: 'unsure'; readonly half: HalfHeard };

/** What somebody may name in a question, and the commands that are no figures. */
export interface Nameable extends Names {
  readonly today: string;
  /** What the service calls its disputes. */
  readonly called: Pick<Policy, 'label' | 'words'>;
  readonly commands: readonly string[];
}

export function hear(written: string, known: Nameable): Heard | undefined {
  const tokens = tokensOf(written);
  const comparing = also.compare.some((name) => tokens.includes(name));
  const exact = periodsIn(tokens, known.today, comparing);
  // From the last on, so that the places of the others stay what they are.
  const said = exact.toReversed().reduce((left, { from, length }) => without(left, from, length), tokens);
  const asked = taking<Asks>(said, [
    ...meaning(also.compare, 'compare'),
    ...meaning(also.which, 'which'),
    ...meaning(also.exports, 'export'),
  ]);
  const format = taking(asked.left, asked.meant === 'export' ? formats : []);
  const read = (left: readonly string[]) => {
    const split = splitIn(left);
    const slipped = exact.length > 0 ? [] : slippedPeriodsIn(split.left, known.today);
    const [slip] = slipped;
    const rest = slip === undefined ? split.left : without(split.left, slip.from, slip.length);
    const about = inOurWords(rest, known.called);
    return { split, slipped, about };
  };
  const whole = read(format.left);
  const named = whoseIn(format.left, known);
  // A name that is the words of a figure, and nothing else is said: the figure is meant before the name.
  const namesake = isNamed(named.of) && isFigure(whole.about, small) ? named.of : undefined;
  const { split, slipped, about } = namesake === undefined ? read(named.left) : whole;
  const periods = [...exact, ...slipped].map(({ period }) => period);
  const heard = {
    asks: asked.meant ?? (periods.length === 2 ? 'compare' : 'figure'),
    periods,
    by: split.by,
    of: namesake === undefined ? named.of : undefined,
    namesake,
    format: format.meant,
  } as const;
  return heardOf(about, heard, split.unknown, known);
}

/** What words that are no question come nearest to. */
export const nearSubjects = (written: string): readonly Subject[] =>
  subjectsIn(tokensOf(written), small, []).subjects;

function heardOf(
  about: readonly string[],
  heard: Omit<Question, 'subject'>,
  unclear: boolean,
  { commands }: Nameable,
): Heard | undefined {
  const { by, of, periods, asks: what } = heard;
  const said = periods.length > 0 || by !== undefined || of !== undefined || what !== 'figure' || unclear;
  if (about.every((word) => small.has(word))) {
    if (!said) return undefined;
    if (unclear) return { heard: 'unsure', half: { ...heard, subjects: [] } };
    if (by !== undefined || (what !== 'compare' && what !== 'figure'))
      return { heard: 'of-what', half: { ...heard, subjects: [] } };
    if (of?.whose === 'own' && periods.length === 0) return undefined;
    return {
      heard: periods.length > 2 ? 'several-periods' : 'question',
      question: { ...heard, subject: 'main' },
    };
  }
  const { subjects, left, sure, bare } = subjectsIn(about, small, commands);
  const [subject, ...others] = subjects;
  if (!said && (subject === undefined || !sure)) return undefined;
  if (subject === undefined) return { heard: 'unsure', half: { ...heard, subjects: [] } };
  // 'disputes' alone is the list of the open ones.
  if (bare && !said) return undefined;
  const question = { ...heard, subject };
  const oneAtATime = what === 'which' || what === 'export';
  if (!unclear && sure && others.length === 0 && left.length === 0) {
    if (oneAtATime && subject === 'main') return { heard: 'of-what', half: { ...heard, subjects: [] } };
    return { heard: periods.length > (oneAtATime ? 1 : 2) ? 'several-periods' : 'question', question };
  }
  if (!unclear && others.length === 0 && left.length > 0 && left.every(isOfTime))
    return { heard: 'no-period', question };
  return { heard: 'unsure', half: { ...heard, subjects } };
}

/** How it is to be spread; `unknown` where nobody can tell by what. Some measures have a 'by' in their name. */
function splitIn(said: readonly string[]): { left: string[]; by?: Splitter; unknown: boolean } {
  const at = said.findLastIndex((word, index) => {
    const next = said[index + 1] ?? '';
    return word === also.by && !inNames.has(next);
  });
  if (at < 0) return { left: [...said], unknown: false };
  const by = meantBy(
    said[at + 1] ?? '',
    splitters.flatMap((splitter) => [[splitter, splitter] as const, [`${splitter}s`, splitter] as const]),
  );
  const left = without(said, at, 2);
  return by === undefined ? { left, unknown: true } : { left, by, unknown: false };
}
