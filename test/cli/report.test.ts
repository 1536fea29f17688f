import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportSchema } from '../../src/reports/report.js';
import type { Document } from '../../src/store/store.js';
import { aPerson, aTeam, anAuthority } from '../people/authority.js';
import { counts } from '../reports/reading.js';
import { authorityOf, ealing, pressedYear } from '../reports/years.js';
import { aTerminal } from './terminal.js';

let terminal: ReturnType<typeof aTerminal>;
beforeEach(() => {
  terminal = aTerminal();
});
afterEach(() => terminal.leave());

/** Ealing's year as it was pressed, in a store where the first child was allocated on its first day. */
async function withEaling() {
  const { people, teams, policy } = authorityOf(ealing);
  const allocation = {
    kind: 'allocation' as const,
    initials: 'AB',
    iro: 'iro@example.org',
    team: 'Team North',
    source: 'allocations' as const,
    recordedAt: '2016-04-01T08:00:00.000Z',
  };
  const documents: Document[] = [
    ...people,
    ...teams,
    { id: 'policy', type: 'policy', shape: 1, policy },
    { id: 'child:800000', type: 'child', shape: 1, ref: '800000', facts: [allocation] },
    ...pressedYear(ealing),
  ];
  await terminal.inStore(async (store) => {
    for (const document of documents) await store.save(document);
  });
}

const report = async (...args: string[]) => {
  const { code, out, problems } = await terminal.footprint(['report', ...args]);
  expect({ code, problems }).toEqual({ code: 0, problems: '' });
  return reportSchema.parse(JSON.parse(out));
};

describe('footprint report', () => {
  it('has the published figures of Ealing 2016/17, from what was pressed', async () => {
    await withEaling();
    const figures = await report('stages', '--period', '2016/17', '--format', 'json');
    expect(figures).toMatchObject({
      report: 'stages',
      period: { from: '2016-04-01', to: '2017-03-31' },
      asAt: '2026-03-02',
      notes: [],
    });
    const stages = { 'team-manager': 39, 'operations-manager': 5, 'assistant-director': 0, director: 1 };
    expect(counts(figures, 'stages-entered')).toMatchObject(stages);
    expect(counts(figures, 'stages-resolved')).toMatchObject({
      'team-manager': 34,
      'operations-manager': 4,
      'assistant-director': 0,
      director: 1,
    });
  });

  it('has every measure of disputes under disputes, each with its definition', async () => {
    await withEaling();
    const { measures } = await report('disputes', '--period', '2016-17');
    expect(measures.map(({ id }) => id)).toEqual(
      (
        'disputes-raised stages-entered stages-resolved stages-ended-otherwise stages-highest moves outcomes ' +
        'time-to-close over-20-days open-at-end response-time themes-mentions themes-primary system-fault ' +
        'resources by-origin cafcass advice recorded-on-file good-practice per-100-children'
      ).split(' '),
    );
    expect(measures.filter(({ definition, title, unit }) => !definition || !title || !unit)).toEqual([]);
  });

  it('gives the same figures as at a day whenever it is run', async () => {
    await withEaling();
    const early = await report('outcomes', '--period', '2016/17', '--as-at', '2016-04-01');
    expect(counts(early, 'outcomes')).toMatchObject({ all: 0, open: 1 });
    expect(early.measures[0]?.rows[0]).toEqual({ key: 'all', label: 'Closed', count: 0, of: 1, value: 0 });
  });

  it('splits by team, and the groups add up', async () => {
    await withEaling();
    const split = await report('response-times', '--period', '2016/17', '--by', 'team');
    expect(counts(split, 'by-team')).toEqual({ all: 39, 'Team North': 39 });
  });

  it('keeps that the figures were read: who, what and when', async () => {
    await report('themes', '--period', 'since April', '--by', 'iro');
    const [audit] = await terminal.inStore((store) => store.all('audit'));
    expect(audit?.document).toMatchObject({
      at: '2026-03-02T09:00:00.000Z',
      person: 'command line',
      what: 'report themes, 2025-04-01..2026-03-02 as at 2026-03-02 by iro',
    });
  });

  it('says that nothing was recorded where nobody was there, and not 0', async () => {
    const empty = await report('outcomes', '--period', 'last year');
    expect(empty.notes).toEqual(['Nothing of this period had been recorded by 2 March 2026.']);
    expect(new Set(empty.measures.flatMap(({ rows }) => rows.map(({ count }) => count)))).toEqual(
      new Set([null]),
    );
  });

  it('is a page for people as Markdown, beside the period before', async () => {
    await withEaling();
    const { out } = await terminal.footprint(['report', 'stages', '--period', '2016/17', '--format', 'md']);
    expect(out).toContain('# Stages, 2016/17\n');
    expect(out).toContain('1 April 2016 to 31 March 2017, as at 2 March 2026.');
    expect(out).toContain('|  | 2016/17 | of | % | 2015/16 | change |');
    expect(out).toContain('| Operations manager | 5 | 39 | 12.8% | not recorded |  |');
    const { out: later } = await terminal.footprint([
      'report',
      'stages',
      '--period',
      '2017/18',
      '--format',
      'md',
    ]);
    expect(later).toContain('| Operations manager | 0 | 0 |  | 5, 12.8% | -5 |');
  });

  it('is a table as CSV, with a line for each row and each row of each group', async () => {
    await withEaling();
    const args = ['report', 'stages', '--period', '2016/17', '--format', 'csv', '--by', 'team'];
    const lines = (await terminal.footprint(args)).out.split('\r\n');
    expect(lines[0]).toBe('report,from,to,as_at,measure,unit,group,key,label,count,of,value');
    const row = 'operations-manager,Operations manager,5,39,12.8';
    const about = 'stages,2016-04-01,2017-03-31,2026-03-02,stages-entered,disputes';
    expect(lines).toContain(`${about},,${row}`);
    expect(lines).toContain(`${about},Team North,${row}`);
  });

  it('tells what a table has no place for beside it', async () => {
    const { problems, out } = await terminal.footprint([
      'report',
      'stages',
      '--period',
      '2016/17',
      '--format',
      'csv',
    ]);
    expect(problems).toBe('Nothing of this period had been recorded by 2 March 2026.');
    expect(out).toContain('stages-entered,disputes,,all,Entered a stage,,,');
  });

  it('goes into a file', async () => {
    const file = join(terminal.folder, 'figures.json');
    const { code, out } = await terminal.footprint([
      'report',
      'themes',
      '--period',
      'March 2026',
      '--out',
      file,
    ]);
    expect({ code, out }).toEqual({ code: 0, out: `Written to ${file}` });
    expect(reportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).report).toBe('themes');
    const nowhere = await terminal.footprint([
      'report',
      'themes',
      '--period',
      'March 2026',
      '--out',
      terminal.folder,
    ]);
    expect(nowhere.code).toBe(1);
    expect(nowhere.problems).toContain('could not be written');
  });
});

describe('footprint report of reviews', () => {
  /** Two children of one team and one of another, their year's return read at the command line. */
  async function withReviews() {
    const { people, teams: known } = anAuthority({
      people: [aPerson('iro', 'iro', { fte: 0.6 }), aPerson('other-iro', 'iro')],
      teams: [aTeam('North'), aTeam('South')],
    });
    await terminal.inStore(async (store) => {
      for (const document of [...people, ...known]) await store.save(document);
    });
    const children = ['700123', '700131', '700140'];
    terminal.file(
      'header.csv',
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
      ...children.map((child) => `${child},2,21/09/2011,WBRI,,,`),
    );
    terminal.file(
      'episodes.csv',
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ...children.map((child) => `${child},25/03/2024,S,C1,N1,U5,PR1,,,,,,`),
    );
    terminal.file(
      'reviews.csv',
      'CHILD,DOB,REVIEW,REVIEW_CODE',
      '700123,21/09/2011,24/04/2024,PN1',
      '700123,21/09/2011,25/07/2024,PN7',
      '700131,21/09/2011,23/04/2024,PN1',
      '700140,21/09/2011,24/04/2024,PN5',
    );
    const allocations = terminal.file(
      'allocations.csv',
      'child,initials,family,iro,team,social_worker',
      '700123,AB,,iro@example.org,North,',
      '700131,CD,,iro@example.org,North,',
      '700140,EF,,other-iro@example.org,South,',
    );
    const { code } = await terminal.footprint([
      'import',
      '--allocations',
      allocations,
      '--ssda903',
      terminal.folder,
    ]);
    expect(code).toBe(0);
  }
  const year = ['--period', '2024/25'];

  it('has every measure of timeliness, each with its definition', async () => {
    await withReviews();
    const figures = await report('timeliness', ...year);
    expect(figures.notes).toEqual([]);
    expect(figures.measures.map(({ id }) => id)).toEqual([
      'reviews-held',
      'timeliness-by-review',
      'timeliness-by-due',
      'timeliness-by-child',
      'timeliness-rolling',
      'meetings',
    ]);
    expect(counts(figures, 'reviews-held')).toMatchObject({ all: 4, first: 3, second: 1, later: 0 });
    expect(counts(figures, 'timeliness-by-review')).toMatchObject({ all: 3, first: 3, second: 0 });
    // The seconds of the other two, and the third of the first, fell due and were not held.
    expect(figures.measures[2]?.rows[0]).toMatchObject({ count: 3, of: 7, value: 42.9 });
    expect(figures.measures.filter(({ definition, unit }) => !definition || !unit)).toEqual([]);
  });

  it('splits timeliness by team, on time of all in each, and the groups add up', async () => {
    await withReviews();
    const { measures } = await report('timeliness', ...year, '--by', 'team');
    const split = measures.find(({ id }) => id === 'by-team');
    expect(split?.title).toBe('On time, by review held, by team');
    expect(split?.definition).toContain('the child’s allocation that is current at the as-at date');
    expect(split?.rows.map(({ key, count, of, value }) => [key, count, of, value])).toEqual([
      ['all', 3, 4, 75],
      ['North', 2, 3, 66.7],
      ['South', 1, 1, 100],
    ]);
  });

  it('has participation by the words of the policy', async () => {
    await withReviews();
    const figures = await report('participation', ...year);
    expect(figures.measures.map(({ id }) => id)).toEqual([
      'participation',
      'participation-last-review',
      'participation-all-ages',
      'participation-by-code',
      'attended',
      'parents',
      'seen-alone',
    ]);
    // Of parents and of being seen alone no file tells.
    expect(figures.measures.map(({ rows: [all] }) => [all?.count, all?.of])).toEqual([
      [3, 4],
      [2, 3],
      [3, 4],
      [4, 4],
      [2, 4],
      [null, null],
      [null, null],
    ]);
  });

  it('has the caseload of a day, by IRO only where that is asked for', async () => {
    await withReviews();
    const { measures, notes } = await report('caseload', ...year);
    expect(notes).toEqual([]);
    expect(measures.map(({ id }) => id)).toEqual([
      'children-looked-after',
      'caseload',
      'child-protection',
      'caseload-combined',
      'profile',
    ]);
    expect(measures[1]?.rows.map(({ key, count, of, value }) => [key, count, of, value])).toEqual([
      ['all', 3, null, null],
      ['per-head', 2, null, 1.5],
      ['per-fte', 0.6, null, 3.3],
      ['lowest', 2, null, 1],
      ['highest', 2, null, 2],
      ['over-70', 0, 1, 0],
      ['fte-not-recorded', 1, 2, 50],
      ['care-not-known', 0, null, null],
      ['without-iro', 0, null, null],
      ['short-breaks', 0, null, null],
      ['adoption', 0, null, null],
    ]);
    expect(JSON.stringify(measures)).not.toContain('iro@example.org');
    const byIro = await report('caseload', ...year, '--by', 'iro');
    expect(counts(byIro, 'by-iro')).toEqual({ all: 3, 'person:iro': 2, 'person:other-iro': 1 });
  });

  it('lists the late reviews behind their number', async () => {
    await withReviews();
    const { measures } = await report('late-reviews', ...year);
    expect(measures[0]?.items).toEqual([
      {
        child: '700123',
        type: 'second',
        dueOn: '2024-07-24',
        heldOn: '2024-07-25',
        workingDaysLate: 1,
        reason: null,
      },
    ]);
    const { out } = await terminal.footprint(['report', 'late-reviews', ...year, '--format', 'md']);
    expect(out).toContain('| 700123 | second | 2024-07-24 | 2024-07-25 | 1 |  |');
    expect(out).toContain('| The child asked to move it | not recorded | 1 |');
  });
});

describe('a report that cannot be had', () => {
  const period = ['--period', '2016/17'];
  it.each([
    [[], 'which report? disputes, themes, stages, response-times, outcomes, timeliness, late-reviews'],
    [['complaints', ...period], 'there is no report "complaints": disputes, themes, stages,'],
    [['toString', ...period], 'there is no report "toString"'],
    [['themes', 'stages', ...period], 'one report at a time'],
    [['themes'], 'which period?'],
    [['themes', '--period', 'whenever'], '"whenever" is no period: 2016/17, last quarter'],
    [['themes', ...period, '--as-at', 'today'], '--as-at is a day'],
    [['themes', ...period, '--as-at', '2026-03-03'], 'in the future'],
    [['themes', ...period, '--as-at', '2016-03-31'], 'before the period'],
    [['timeliness', '--period', '2030/31'], 'the period has not begun: it begins on 2030-04-01'],
    [['themes', ...period, '--by', 'child'], '--by is one of team, area, iro, theme'],
    [['timeliness', ...period, '--by', 'theme'], 'timeliness is spread --by team, area, iro, not theme'],
    [['themes', ...period, '--format', 'pdf'], '--format is one of json, md, csv'],
    [['themes', ...period, '--out', ''], '--out names no file'],
    [['themes', ...period, '--colour'], '--colour'],
  ])('ends with 2 and says why: %j', async (args, problem) => {
    const { code, out, problems } = await terminal.footprint(['report', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(problems).toContain(problem);
    expect(problems).toContain('footprint report <disputes|');
  });

  it('leaves no trace of having been read', async () => {
    await terminal.footprint(['report', 'themes', '--period', 'whenever']);
    expect(await terminal.inStore((store) => store.all('audit'))).toEqual([]);
  });
});
