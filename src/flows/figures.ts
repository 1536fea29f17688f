import type { Day } from '../calendar/days.js';
import { longDay, periodNamed, periodWords } from '../calendar/periods.js';
import { figureCard, noticeCard } from '../cards/index.js';
import { teamByName } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { type ReportName, reportNames } from '../reports/reports.js';
import { disputeReports } from '../reports/disputeReports.js';
import { type Splitter, splitters } from '../reports/splits.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import type { Ports } from './ports.js';
import { readReport } from './report.js';

/** What is asked for by name: a report, or one measure of it. */
interface Named {
  readonly report: ReportName;
  readonly measure: string;
}

export interface FiguresAsked extends Named {
  readonly by?: Splitter | undefined;
  /** As it was written; '' for the year so far. */
  readonly period: string;
}

/** The measure that a report opens with, where it is not its first. */
const opening: Partial<Record<ReportName, string>> = { themes: 'themes-primary' };
const firstOf = (report: ReportName): string => opening[report] ?? disputeReports[report][0].id;

const alsoCalled: readonly (readonly [string, ReportName])[] = [
  ['theme', 'themes'],
  ['stage', 'stages'],
  ['response time', 'response-times'],
  ['outcome', 'outcomes'],
  ['dispute', 'disputes'],
];

/** Beside the disputes of their report; alone, the words are the list of what was noted. */
const goodPractice: readonly [string, Named] = [
  'good practice',
  { report: 'disputes', measure: 'good-practice' },
];

/** Longest first: 'stages entered' is more than 'stages'. */
const names: readonly (readonly [name: string, named: Named])[] = [
  ...reportNames.flatMap((report) =>
    disputeReports[report].map(({ id }): [string, Named] => [
      id.replaceAll('-', ' '),
      { report, measure: id },
    ]),
  ),
  ...reportNames.map((report): [string, Named] => [
    report.replaceAll('-', ' '),
    { report, measure: firstOf(report) },
  ]),
  goodPractice,
  ...alsoCalled.map(([name, report]): [string, Named] => [name, { report, measure: firstOf(report) }]),
].toSorted(([one], [other]) => other.length - one.length);

const splitting = new RegExp(`\\bby (${splitters.join('|')})s?\\b`);

/**
 * What a lead asks: a report or a measure, a period, and how it is split, in any order and case. Undefined: no question
 * about figures. `disputes` alone is the list of the open ones.
 */
export function figuresAsked(written: string): FiguresAsked | undefined {
  const words = written.toLowerCase().replaceAll('-', ' ').replaceAll(/\s+/g, ' ').trim();
  const by = splitters.find((each) => splitting.exec(words)?.[1] === each);
  const rest = words.replace(splitting, ' ').replaceAll(/\s+/g, ' ').trim();
  const found = names.find(([name]) => new RegExp(`(^|\\s)${name}(\\s|$)`).test(rest));
  if (found === undefined && (by === undefined || rest !== '')) return undefined;
  const [name, named] = found ?? ['', { report: 'disputes', measure: firstOf('disputes') } as const];
  // The words of a day lost their hyphens above; the period is read from what was written.
  const period = periodIn(written, name, by);
  const bare = name.startsWith('dispute') && named.measure === firstOf('disputes');
  return bare && period === '' && by === undefined ? undefined : { ...named, by, period };
}

/** What is left of the words when the report and the split are taken out, and small words that join them. */
function periodIn(written: string, name: string, by: Splitter | undefined): string {
  const loose = name.split(' ').join('[\\s-]+');
  return written
    .replace(new RegExp(`(^|\\s)${loose}(?=\\s|$)`, 'i'), ' ')
    .replace(by === undefined ? /$^/ : new RegExp(`\\bby\\s+${by}s?\\b`, 'i'), ' ')
    .replaceAll(/\b(in|for|of|the|during)\b/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The answer to a lead; whoever is none learns that figures are the leads'. */
export async function answerFigures(
  ports: Ports,
  person: Person,
  asked: FiguresAsked,
  page: number,
): Promise<Answer> {
  if (!person.roles.includes('lead'))
    return lasting(
      noticeCard({
        heading: 'Figures are for the lead',
        lines: ['The lead of your IRO service can ask for them here.'],
      }),
    );
  const scene = await sceneOf(ports);
  const period = periodNamed(asked.period === '' ? 'this year' : asked.period, scene.today);
  if (period === undefined) return lasting(whichPeriod(asked));
  if (period.from > scene.today) return lasting(notYet(asked, period.from));
  const { report: name, measure, by } = asked;
  const { store, now, newId } = ports;
  const { area } = person;
  const { report, before } = await readReport(
    { store, now: now(), newId },
    person.id,
    name,
    { period, asAt: scene.today, by },
    area === undefined ? undefined : (team) => teamByName(scene.directory, team)?.area === area,
  );
  const id = by === undefined ? measure : `by-${by}`;
  const found = report.measures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The report ${name} has no measure ${id}`);
  const notes = [...report.notes, ...(area === undefined ? [] : [`Counted for your area, ${area}.`])];
  return lasting(
    figureCard({
      measure: found,
      before: before.measures.find((each) => each.id === id),
      period,
      periodBefore: before.period,
      asAt: report.asAt,
      notes,
      by,
      page,
      words: (which, split) =>
        `${which.startsWith('by-') ? measure : which} ${rangeOf(period)}${split === undefined ? '' : ` by ${split}`}`,
      others: report.measures
        .filter((each) => each.id !== id && !each.id.startsWith('by-'))
        .map(({ id: other, title }) => ({ id: other, title })),
    }),
  );
}

const rangeOf = ({ from, to }: { from: Day; to: Day }) => `${from}..${to}`;

/** The same question with a period that is understood, as buttons: never a figure of another one. */
function whichPeriod({ measure, period, by }: FiguresAsked) {
  const again = (words: string) => ({
    title: words.charAt(0).toUpperCase() + words.slice(1),
    data: {
      press: 'say',
      words: `${measure} ${words}${by === undefined ? '' : ` by ${by}`}`,
    } as const,
  });
  return noticeCard({
    heading: 'Which period?',
    lines: [`You wrote: ${period.slice(0, 80)}`, `A period is, for example, ${periodWords}.`],
    buttons: ['this year', 'last year', 'last quarter', 'since April'].map(again),
    speak: 'Which period?',
  });
}

const notYet = ({ measure }: FiguresAsked, from: Day) =>
  noticeCard({
    heading: 'That period has not begun',
    lines: [`It begins on ${longDay(from)}.`],
    buttons: [{ title: 'This year', data: { press: 'say', words: `${measure} this year` } }],
  });
