import type { Period } from '../calendar/periods.js';
import type { Scene } from '../cards/index.js';
import type { Person } from '../people/person.js';
import { type Splitter, nameOf as splitName } from '../reports/splits.js';
import { type ReportName, openingOf } from '../reports/reports.js';
import { words } from '../words/index.js';
import type { Ports } from './ports.js';
import { type Named, type Subject, subjectWords } from './questionNames.js';
import type { Asks, Question } from './question.js';
import type { Reach } from './reach.js';

const { commands, periods } = words;
const { also } = commands;

/** A question of somebody whose reach is known, and all that an answer to it needs. */
export interface AskedBy {
  readonly ports: Ports;
  readonly person: Person;
  readonly scene: Scene;
  readonly reach: Reach;
  readonly question: Question;
  readonly period: Period;
  readonly page: number;
}

const rangeOf = ({ from, to, yearSoFar }: Period) =>
  yearSoFar === true ? periods.since(`${from}..${to}`) : `${from}..${to}`;

/** What is written to ask something: buttons say it, and the same words are understood from people. */
export function questionWords(
  subject: Subject,
  ofPeriods: readonly Period[],
  more: {
    readonly asks?: Asks;
    readonly format?: 'csv' | 'markdown' | undefined;
    readonly reach?: Pick<Reach, 'words'>;
    readonly by?: Splitter | undefined;
  } = {},
): string {
  return [
    askWords[more.asks ?? 'figure'],
    more.format ?? '',
    more.reach?.words ?? '',
    subjectWords(subject),
    ...ofPeriods.map(rangeOf),
    byWords(more.by),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const askWords: Record<Asks, string> = {
  figure: '',
  which: also.which[0] ?? '',
  compare: also.compare[0] ?? '',
  export: also.exports[0] ?? '',
};

export const byWords = (by: Splitter | undefined) => (by === undefined ? '' : `${also.by} ${splitName(by)}`);

/** The name that people know a subject by; `disputes` is what the service calls them. */
export const spokenName = (subject: Subject, disputes: string): string =>
  (subject === 'main' ? subjectWords(subject) : nameOf(subject))
    .replaceAll('-', ' ')
    .replace('disputes' satisfies ReportName, disputes);

const nameOf = ({ report, measure }: Named) => (openingOf(report) === measure ? report : measure);
