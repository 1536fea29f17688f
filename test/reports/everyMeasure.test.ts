import * as fc from 'fast-check';
import { reportNames, measuresOf } from '../../src/reports/reports.js';
import { reportSchema } from '../../src/reports/report.js';
import { aPerson, aTeam, anAuthority } from '../people/authority.js';
import { reading } from './reading.js';

/** Every figure that the service counts, by the id that files and programs know it by. */
const ids = (
  'children-looked-after child-protection meetings reviews-held ' +
  'timeliness-by-review timeliness-by-due timeliness-by-child timeliness-rolling late-reviews late-by-reason ' +
  'participation participation-last-review participation-all-ages participation-by-code attended ' +
  'parents seen-alone midway report-late adjourned sooner-by-reason records-in-time ' +
  'caseload caseload-combined disputes-raised ' +
  'stages-entered stages-resolved stages-ended-otherwise stages-highest moves ' +
  'outcomes time-to-close over-20-days open-at-end response-time themes-mentions themes-primary ' +
  'system-fault resources by-origin cafcass advice good-practice recorded-on-file ' +
  'by-iro by-team by-area per-100-children profile'
).split(' ');

const directory = anAuthority({
  people: [aPerson('iro', 'iro')],
  teams: [aTeam('Team North'), aTeam('Team South', { area: 'South' })],
});

describe('the report of everything', () => {
  const report = reading([], { name: 'all', directory });
  const found = report.measures.map(({ id }) => id);

  it('has every measure once', () => {
    expect(found.toSorted()).toEqual(ids.toSorted());
  });

  it('has what every other report has', () => {
    const others = reportNames.flatMap((name) => measuresOf(name).map(({ id }) => id));
    expect(others.filter((id) => !found.includes(id))).toEqual([]);
  });

  it('keeps the shape that programs read, and says whose note a note is', () => {
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(Object.keys(report)).toEqual(['report', 'period', 'asAt', 'notes', 'measures']);
    for (const { rows, title, definition, unit } of report.measures) {
      expect(rows[0]?.key).toBe('all');
      expect([title, definition, unit]).not.toContain('');
      expect(Object.keys(rows[0] ?? {})).toEqual(['key', 'label', 'count', 'of', 'value']);
    }
    expect(report.notes).toEqual(['Reviews: Nothing of this period had been recorded by 31 March 2026.']);
  });

  it('has every row of every measure of disputes and of children for each group that is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom('team', 'area', 'iro'), (by) => {
        const split = reading([], { name: 'all', directory, by }).measures.find(
          ({ id }) => id === `by-${by}`,
        );
        const measures = new Set(split?.items.map(({ measure }) => measure));
        for (const id of ['disputes-raised', 'timeliness-by-review', 'caseload'])
          expect(measures).toContain(id);
      }),
    );
  });
});
