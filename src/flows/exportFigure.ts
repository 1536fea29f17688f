import { exportChoice, exportedCard } from '../cards/index.js';
import { reportAsCsv } from '../exports/csv.js';
import { reportAsMarkdown } from '../exports/markdown.js';
import type { Report } from '../reports/report.js';
import type { Asked } from '../reports/sources.js';
import { type Answer, lasting } from './answer.js';
import { type AskedBy, byWords, questionWords, spokenName } from './asked.js';
import { measureIn, sourcesOf, splitOf } from './figureAnswer.js';
import type { Named } from './questionNames.js';
import { figuresOf } from './report.js';
import { capital } from '../words/grammar.js';
import { periodLabel } from '../calendar/periods.js';
import { words } from '../words/index.js';

/** A figure as text to take away. It is for this press alone: the message itself goes on offering it. */
export async function answerExport(asked: AskedBy, named: Named): Promise<Answer> {
  const { scene, reach, period, page, question } = asked;
  const by = splitOf(named, question.by, reach);
  const again = (format: 'csv' | 'markdown') =>
    questionWords(named, [period], { asks: 'export', format, reach, by });
  const back = questionWords(named, [period], { reach, by });
  const called = [spokenName(named, scene.directory.policy.words.disputes), byWords(by)]
    .filter((part) => part !== '')
    .join(' ');
  const title = words.figures.title(capital(called), periodLabel(period));
  const choice = exportChoice(title, again('csv'), again('markdown'), back);
  const { format } = question;
  if (format === undefined) return lasting(choice);
  const sources = await sourcesOf(asked, 'export', named.measure);
  const query: Asked = { period, asAt: scene.today, by, measure: named.measure, only: reach.only };
  const taken = (whole: Report): Report => onlyOf(whole, named, asked, by);
  const figures = figuresOf(named.report, sources, query);
  const report = taken(figures.report);
  const text = format === 'csv' ? reportAsCsv(report) : reportAsMarkdown(report, taken(figures.before));
  // A table of values has no room for what must be known with it.
  const notes = format === 'csv' ? report.notes : [];
  return { shown: exportedCard(title, text, page, { again: again(format), back, notes }), kept: choice };
}

/** What was asked for, and of a split what it says of that: other measures of the report are other questions. */
function onlyOf(
  report: Report,
  { measure }: Named,
  { reach }: AskedBy,
  by: AskedBy['question']['by'],
): Report {
  const whole = measureIn(report, measure, undefined, reach);
  const spread = measureIn(report, measure, by, reach);
  const items = spread.items.filter((item) => item['measure'] === measure);
  return {
    ...report,
    notes: [...report.notes, ...(reach.says === undefined ? [] : [reach.says])],
    measures: spread.id === whole.id ? [whole] : [whole, { ...spread, items }],
  };
}
