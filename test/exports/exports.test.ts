import MarkdownIt from 'markdown-it';
import { reportAsCsv } from '../../src/exports/csv.js';
import { reportAsMarkdown } from '../../src/exports/markdown.js';
import type { Report } from '../../src/reports/report.js';

const aReport = (label: string, count: number | null, of: number | null, value: number | null): Report => ({
  report: 'outcomes',
  period: { from: '2026-03-01', to: '2026-03-31' },
  asAt: '2026-03-31',
  notes: ['Recorded from 3 March 2026.'],
  measures: [
    {
      id: 'outcomes',
      title: 'Outcomes',
      definition: 'What they are.',
      unit: 'working days',
      rows: [{ key: 'all', label, count, of, value }],
      items: [],
    },
  ],
});

const odd = '=SUM(A1) | "x", **bold** <at>y</at> [z](https://example.org)';

describe('a report as CSV', () => {
  it('keeps a label as text, whatever a spreadsheet would make of it', () => {
    expect(reportAsCsv(aReport(odd, 1, 2, 50)).split('\r\n')[1]).toBe(
      `outcomes,2026-03-01,2026-03-31,2026-03-31,outcomes,working days,,all,"'${odd.replaceAll('"', '""')}",1,2,50`,
    );
  });

  it('leaves out what is not recorded, and keeps 0', () => {
    const figures = (report: Report) => reportAsCsv(report).split('\r\n')[1]?.split(',').slice(-3);
    expect(figures(aReport('A', null, null, null))).toEqual(['', '', '']);
    expect(figures(aReport('A', 0, 0, null))).toEqual(['0', '0', '']);
  });
});

describe('a report as Markdown', () => {
  const whole = (report: Report): Report => ({ ...report, notes: [] });
  const before = whole(aReport('A', 1, 4, 25));

  it('makes neither emphasis nor link nor cell of a label', () => {
    const html = new MarkdownIt().render(reportAsMarkdown(aReport(odd, 1, 2, 50), before));
    expect(html).not.toMatch(/<strong>|<a |<at>/);
    expect(html.match(/<td/g)).toHaveLength(6);
  });

  it('tells a change of percentages in points, and of others in their unit', () => {
    expect(reportAsMarkdown(aReport('A', 1, 2, 50), before)).toContain(
      '| A | 1 | 2 | 50% | 1, 25% | +25 points |',
    );
    expect(reportAsMarkdown(aReport('A', 3, null, 8.5), whole(aReport('A', 2, null, 10)))).toContain(
      '| A | 8.5 working days | 3 |  | 10 working days | -1.5 |',
    );
    expect(reportAsMarkdown(aReport('A', null, null, null), before)).toContain(
      '| A | not recorded |  |  | 1, 25% |  |',
    );
  });

  it('tells no change between days and none', () => {
    const [some, none] = [aReport('A', 3, null, 8.5), aReport('A', 0, null, null)];
    expect(reportAsMarkdown(some, none)).toContain('| A | 8.5 working days | 3 |  | none |  |');
    expect(reportAsMarkdown(none, some)).toContain('| A | none |  |  | 8.5 working days |  |');
  });

  it('says first what is not recorded', () => {
    expect(
      reportAsMarkdown(aReport('A', 1, 4, 25), before)
        .split('\n')
        .slice(0, 5),
    ).toEqual([
      '# Outcomes, March 2026',
      '',
      '1 March 2026 to 31 March 2026, as at 31 March 2026.',
      '',
      '> Recorded from 3 March 2026.',
    ]);
  });

  it('tells no change on a period that was not recorded whole, and says which', () => {
    const text = reportAsMarkdown(whole(aReport('A', 1, 2, 50)), aReport('A', 1, 4, 25));
    expect(text).toContain('| A | 1 | 2 | 50% | 1, 25% |  |');
    expect(text).toContain('> March 2026: Recorded from 3 March 2026.');
  });
});
