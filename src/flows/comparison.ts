import { comparedWith, type Period, periodLabel } from '../calendar/periods.js';
import { compareCard, type ComparedRow } from '../cards/index.js';
import type { Measure, Report, Row } from '../reports/report.js';
import { type ReportName, notesOf } from '../reports/reports.js';
import { words } from '../words/index.js';
import { type Answer, lasting } from './answer.js';
import { type AskedBy, questionWords } from './asked.js';
import { measureIn, sourcesOf } from './figureAnswer.js';
import type { Named } from './questionNames.js';
import type { Reach } from './reach.js';
import { sideBySide } from './report.js';

const { figures } = words;

/** One of the main figures: a row of a measure. */
type Main = readonly [report: ReportName, measure: string, row: string];

const ofDisputes: readonly Main[] = [
  ['disputes', 'disputes-raised', 'all'],
  ['outcomes', 'outcomes', 'resolved'],
  ['outcomes', 'over-20-days', 'all'],
];
const ofReviews: readonly Main[] = [
  ['timeliness', 'reviews-held', 'all'],
  ['timeliness', 'timeliness-by-review', 'all'],
  ['participation', 'participation', 'all'],
];
const mains: Record<Reach['as'], readonly Main[]> = {
  lead: [
    ['caseload', 'children-looked-after', 'all'],
    ['caseload', 'caseload', 'per-fte'],
    ...ofReviews,
    ...ofDisputes,
    ['disputes', 'disputes-raised', 'formal'],
    ['response-times', 'response-time', 'within-2-working-days'],
  ],
  iro: [['caseload', 'caseload', 'all'], ...ofReviews, ...ofDisputes],
  manager: [
    ...ofDisputes,
    ['response-times', 'response-time', 'all'],
    ['response-times', 'response-time', 'within-2-working-days'],
    ['response-times', 'response-time', 'median-hours'],
  ],
};

/** The earlier first, however they were written; one alone stands beside the one before it. */
function inOrder({ question: { periods }, period, scene }: AskedBy): readonly [Period, Period] {
  const [one, other] = periods;
  if (one === undefined || other === undefined) return [comparedWith(period, scene.today), period];
  return one.from <= other.from ? [one, other] : [other, one];
}

export async function answerComparison(asked: AskedBy): Promise<Answer> {
  const { scene, reach, page, question } = asked;
  const { subject } = question;
  const [earlier, later] = inOrder(asked);
  const whole = { from: earlier.from, to: later.to };
  const name = subject === 'main' ? figures.compare.main : subject.measure;
  const sources = await sourcesOf({ ...asked, period: whole }, 'compare', name);
  const pairs = new Map<ReportName, readonly [Report, Report]>();
  const pairOf = (report: ReportName) => {
    const query = { asAt: scene.today, only: reach.only };
    const pair = pairs.get(report) ?? sideBySide(report, sources, query, [earlier, later]);
    pairs.set(report, pair);
    return pair;
  };
  const read = ({ report, measure }: Named): BothOf => {
    const [was, is] = pairOf(report);
    return {
      was: measureIn(was, measure, undefined, reach),
      is: measureIn(is, measure, undefined, reach),
      partly: was.notes.length + is.notes.length > 0,
    };
  };
  const compared =
    subject === 'main'
      ? { title: figures.compare.main, rows: mains[reach.as].map((main) => mainRow(main, read)) }
      : wholeMeasure(read(subject));
  const others = subject === 'main' ? mains[reach.as] : [];
  // Of children and of disputes other days may be recorded, in either period: each says so once.
  const recorded = new Set(
    [...pairs].flatMap(([report, pair]) =>
      pair.flatMap((each) =>
        notesOf(report, each, sources).map((note) => figures.compare.noteOf(periodLabel(each.period), note)),
      ),
    ),
  );
  return lasting(
    compareCard({
      ...compared,
      earlier,
      later,
      asAt: scene.today,
      notes: [
        ...(question.by === undefined ? [] : [figures.compare.notSpread]),
        ...(reach.says === undefined ? [] : [reach.says]),
        ...recorded,
      ],
      page,
      words: questionWords(subject, [earlier, later], { asks: 'compare', reach }),
      others: others
        .filter(([, , row]) => row === 'all')
        .map(([report, measure]) => ({
          title: read({ report, measure }).is.title,
          words: questionWords({ report, measure }, [later], { reach }),
        })),
    }),
  );
}

/** A measure of both periods; of one that was recorded in part, nothing has gone up or down. */
interface BothOf {
  readonly was: Measure;
  readonly is: Measure;
  readonly partly: boolean;
}

function mainRow([report, measure, key]: Main, read: (named: Named) => BothOf): ComparedRow {
  const { was, is, partly } = read({ report, measure });
  const row = (of: Measure) => of.rows.find((each) => each.key === key);
  // Of answers the title alone would read as how long they took.
  const byTitle = key === 'all' && measure !== 'response-time';
  const label = byTitle ? is.title : figures.rowOf(is.title, row(is)?.label ?? key);
  return { label, unit: is.unit, earlier: row(was), later: row(is), partly };
}

/** Every row that has something in either period, the first of them always. */
function wholeMeasure({ was, is, partly }: BothOf): { title: string; rows: ComparedRow[] } {
  const has = (row: Row | undefined) => row !== undefined && row.count !== null && row.count !== 0;
  const before = (key: string) => was.rows.find((row) => row.key === key);
  const rows = is.rows
    .filter((row) => row.key === 'all' || has(row) || has(before(row.key)))
    .map((later) => ({ label: later.label, unit: is.unit, earlier: before(later.key), later, partly }));
  return { title: is.title, rows };
}
