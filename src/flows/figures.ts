import type { Day } from '../calendar/days.js';
import { longDay, periodNamed } from '../calendar/periods.js';
import { figureCard, noticeCard } from '../cards/index.js';
import { teamByName } from '../people/directory.js';
import type { Person } from '../people/person.js';
import type { Measure, Report } from '../reports/report.js';
import { type ReportName, measuresOf, openingOf, reportNames, splittersOf } from '../reports/reports.js';
import { type Splitter, nameOf, splitId, splitters } from '../reports/splits.js';
import { capital } from '../words/grammar.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import type { Ports } from './ports.js';
import { readReport } from './report.js';

const { figures, periods } = words;

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

const alsoCalled: Record<ReportName, readonly string[]> = words.commands.also.figures;
/** Disputes last: where a question has two of these words, the other one is meant. */
const inThisOrder = reportNames.toSorted(
  (one, other) => Number(one === 'disputes') - Number(other === 'disputes'),
);

/** Beside the disputes of their report and never spread; alone, the words are the list of what was noted. */
const goodPractice = { report: 'disputes', measure: 'good-practice' } as const;

/** Longest first: 'stages entered' is more than 'stages'. */
const names: readonly (readonly [name: string, named: Named])[] = [
  ...reportNames.flatMap((report) =>
    measuresOf(report).map(({ id }): [string, Named] => [id.replaceAll('-', ' '), { report, measure: id }]),
  ),
  ...reportNames.map((report): [string, Named] => [
    report.replaceAll('-', ' '),
    { report, measure: openingOf(report) },
  ]),
  [goodPractice.measure.replaceAll('-', ' '), goodPractice] as const,
  ...inThisOrder.flatMap((report) =>
    alsoCalled[report].map((name): [string, Named] => [name, { report, measure: openingOf(report) }]),
  ),
].toSorted(([one], [other]) => other.length - one.length);

const splitting = new RegExp(`\\bby (${splitters.join('|')})s?\\b`);

/**
 * What a lead asks: a report or a measure, a period, and how it is split, in any order and case. Undefined: no question
 * about figures. `disputes` alone is the list of the open ones.
 */
export function figuresAsked(written: string): FiguresAsked | undefined {
  const said = written.toLowerCase().replaceAll('-', ' ').replaceAll(/\s+/g, ' ').trim();
  const by = splitters.find((each) => splitting.exec(said)?.[1] === each);
  const rest = said.replace(splitting, ' ').replaceAll(/\s+/g, ' ').trim();
  const found = names.find(([name]) => new RegExp(`(^|\\s)${name}(\\s|$)`).test(rest));
  if (found === undefined && (by === undefined || rest !== '')) return undefined;
  const [name, named] = found ?? ['', { report: 'disputes', measure: openingOf('disputes') } as const];
  // The words of a day lost their hyphens above; the period is read from what was written.
  const period = periodIn(written, name, by);
  const bare = name.startsWith('dispute') && named.measure === openingOf('disputes');
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

/**
 * The answer to a lead; whoever is none learns that figures are the leads'. Undefined: it is no question about figures,
 * or none that somebody else would ask by these words.
 */
export async function answerFigures(
  ports: Ports,
  person: Person,
  written: string,
  page: number,
): Promise<Answer | undefined> {
  const asked = figuresAsked(written);
  if (asked === undefined) return undefined;
  const scene = await sceneOf(ports);
  const period = periodNamed(asked.period === '' ? periods.thisYear : asked.period, scene.today);
  if (!person.roles.includes('lead')) return period === undefined ? undefined : lasting(forLead());
  if (period === undefined) return lasting(whichPeriod(asked));
  if (period.from > scene.today) return lasting(notYet(asked, period.from));
  const { report: name, measure } = asked;
  const by = splittersOf(name).find((each) => each === asked.by);
  const { store, now, newId } = ports;
  const { area } = person;
  const { report, before } = await readReport(
    { store, now: now(), newId },
    person.id,
    name,
    { period, asAt: scene.today, by, measure },
    area === undefined ? undefined : (team) => teamByName(scene.directory, team)?.area === area,
  );
  const found = measureIn(report, measure, by);
  const spread = found.id !== measure;
  const notes = [
    ...report.notes,
    ...(asked.by === undefined || spread ? [] : [figures.noSuchSplit(nameOf(asked.by))]),
    ...(area === undefined ? [] : [figures.ofArea(area)]),
  ];
  return lasting(
    figureCard({
      measure: found,
      before: measureIn(before, measure, by),
      period,
      periodBefore: before.period,
      asAt: report.asAt,
      notes,
      by: spread ? by : undefined,
      splits: measure === goodPractice.measure ? [] : splittersOf(name),
      page,
      words: (which, split) => question(which === found.id ? measure : which, rangeOf(period), split),
      others: report.measures
        .filter((each) => each.id !== measure && each.id !== found.id)
        .map(({ id: other, title }) => ({ id: other, title })),
    }),
  );
}

/** The measure as it is spread, or unspread where there is no such split of it. */
function measureIn({ report, measures }: Report, id: string, by: Splitter | undefined): Measure {
  const found =
    measures.find((each) => by !== undefined && each.id === splitId(by)) ??
    measures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The report ${report} has no measure ${id}`);
  return found;
}

/** What somebody would write to ask it. */
const question = (measure: string, period: string, by?: Splitter) =>
  `${measure} ${period}${by === undefined ? '' : ` by ${by}`}`;

const forLead = () => noticeCard({ heading: figures.forLead.heading, lines: [figures.forLead.line] });

const rangeOf = ({ from, to }: { from: Day; to: Day }) => `${from}..${to}`;

/** The same question with a period that is understood, as buttons: never a figure of another one. */
function whichPeriod({ measure, period, by }: FiguresAsked) {
  const { heading, youWrote, forExample } = figures.whichPeriod;
  const again = (called: string) => ({
    title: capital(called),
    data: { press: 'say', words: question(measure, called, by) } as const,
  });
  return noticeCard({
    heading,
    lines: [youWrote(period.slice(0, 80)), forExample(periods.examples)],
    buttons: [periods.thisYear, periods.lastYear, periods.lastQuarter, periods.sinceApril].map(again),
    speak: heading,
  });
}

const notYet = ({ measure }: FiguresAsked, from: Day) =>
  noticeCard({
    heading: figures.notYet.heading,
    lines: [figures.notYet.begins(longDay(from))],
    buttons: [
      {
        title: capital(periods.thisYear),
        data: { press: 'say', words: question(measure, periods.thisYear) },
      },
    ],
  });
