import type { Period } from '../calendar/periods.js';
import { type Splitter, splitters } from '../reports/splits.js';
import { words } from '../words/index.js';
import { isOfTime, periodsIn, slippedPeriodsIn } from './periodHeard.js';
import { isFigure, subjectsIn } from './subjectHeard.js';
import type { Subject } from './questionNames.js';
import { meantBy } from './slips.js';

const { also } = words.commands;
const teamWords = new Set<string>(also.team);
const small = new Set<string>(also.small);
const inNames = new Set<string>(also.inNames);

export type Whose =
  | { readonly whose: 'own' | 'my-team' }
  | { readonly whose: 'team' | 'area'; readonly name: string }
  /** `said` is a name that is nobody else's. */
  | { readonly whose: 'iro'; readonly name: string; readonly person: string; readonly said: string }
  /** A name of several: their addresses. */
  | { readonly whose: 'one-of'; readonly name: string; readonly upns: readonly string[] };
/** A team, an area or a person by name. */
export type Namesake = Exclude<Whose, { whose: 'own' | 'my-team' }>;

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
export interface Nameable {
  readonly today: string;
  readonly teams: readonly string[];
  readonly areas: readonly string[];
  readonly people: readonly { readonly name: string; readonly id: string; readonly upn: string }[];
  readonly commands: readonly string[];
}

/** Years and days keep their hyphens: other words are as good with a blank. */
const tokensOf = (written: string): string[] =>
  written
    .normalize('NFKC')
    .toLowerCase()
    // A dash between two words is no hyphen.
    .replaceAll(/\s[-–—]+\s/g, ` ${words.periods.joins.to[0]} `)
    .replaceAll(/n[’']t\b/g, ` ${also.denials[0]}`)
    .replaceAll(/[?!,;:"“”]|’s\b|'s\b/g, ' ')
    .split(/\s+/)
    .flatMap((token) => (/^\d/.test(token) ? [token] : token.split('-')))
    .map((token) => token.replace(/\.+$/, ''))
    .filter((token) => token !== '');

/** The words that are left when some in a row are taken out. */
const without = (said: readonly string[], from: number, length: number): string[] => [
  ...said.slice(0, from),
  ...said.slice(from + length),
];

function placeOf(said: readonly string[], name: string): { from: number; length: number } | undefined {
  const wanted = tokensOf(name);
  const from = said.findIndex((_, at) => wanted.every((word, index) => said[at + index] === word));
  return from < 0 || wanted.length === 0 ? undefined : { from, length: wanted.length };
}

/** The longest of some names that is said, and what is left. */
function taking<N>(
  said: readonly string[],
  names: readonly (readonly [string, N])[],
): { left: string[]; meant?: N } {
  for (const [name, meant] of names.toSorted(([one], [other]) => other.length - one.length)) {
    const place = placeOf(said, name);
    if (place !== undefined) return { left: without(said, place.from, place.length), meant };
  }
  return { left: [...said] };
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
    const about = slip === undefined ? split.left : without(split.left, slip.from, slip.length);
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

const isNamed = (of: Whose | undefined): of is Namesake => of !== undefined && 'name' in of;

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

/** Names that mean one thing, each as it may be said. */
const meaning = <const M>(
  names: readonly string[],
  meant: M,
  saidAs: (name: string) => readonly string[] = (name) => [name],
): (readonly [string, M])[] => names.flatMap(saidAs).map((each) => [each, meant] as const);

function whoseIn(
  said: readonly string[],
  { teams, areas, people }: Nameable,
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
function namesOf(people: Nameable['people']): (readonly [string, Whose])[] {
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
