import { reportSchema } from '../../src/reports/report.js';
import { counts, row } from '../reports/reading.js';
import { ealing, pressedYear, southwark, spreadsheet } from '../reports/years.js';
import { aTerminal } from './terminal.js';

let terminal: ReturnType<typeof aTerminal>;
beforeEach(() => {
  terminal = aTerminal();
});
afterEach(() => terminal.leave());

const people = () => terminal.file('people.csv', 'id,name,upn,role,fte', ',Test IRO,iro@example.org,iro,1');
const report = async (...args: string[]) =>
  reportSchema.parse(JSON.parse((await terminal.footprint(['report', ...args])).out));

describe('footprint import-disputes', () => {
  it('gives the published figures of Ealing 2016/17', async () => {
    await terminal.footprint(['import', '--people', people()]);
    const file = terminal.file('ealing.csv', spreadsheet(ealing));
    const { code, out } = await terminal.footprint(['import-disputes', file, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      files: [{ file: 'ealing.csv', added: 39, changed: 0, same: 0, refused: [] }],
      covers: [{ from: '2016-04-01', to: '2017-03-31' }],
    });
    const figures = await report('disputes', '--period', '2016/17');
    expect(figures.notes).toEqual([]);
    expect(counts(figures, 'disputes-raised')).toMatchObject({
      all: 39,
      formal: 39,
      informal: 0,
      children: 39,
      iros: 1,
    });
    const entered = { 'team-manager': 39, 'operations-manager': 5, 'assistant-director': 0, director: 1 };
    expect(counts(figures, 'stages-entered')).toEqual({ all: 39, ...entered, 'not-recorded': 0 });
    const resolved = { 'team-manager': 34, 'operations-manager': 4, 'assistant-director': 0, director: 1 };
    expect(counts(figures, 'stages-resolved')).toEqual({ all: 39, ...resolved, 'not-recorded': 0 });
    // Of whom only days are known.
    expect(counts(figures, 'moves')).toMatchObject({
      all: 6,
      escalated: 5,
      bypassed: 1,
      'no-response': null,
    });
    expect(row(figures, 'response-time', 'by-next-working-day')).toBe('39 of 39: 100');
    expect(row(figures, 'response-time', 'within-24-hours')).toBe('not recorded');
  });

  it('gives the published figures of Southwark 2015/16', async () => {
    const policy = terminal.file('policy.json', '{"preset":"southwark"}');
    await terminal.footprint(['import', '--people', people(), '--policy', policy]);
    const file = terminal.file('southwark.csv', spreadsheet(southwark));
    await terminal.footprint(['import-disputes', file, '--covers', '2015/16']);
    const figures = await report('disputes', '--period', '2015/16');
    expect(counts(figures, 'disputes-raised')).toMatchObject({ all: 184, formal: 184, children: 178 });
    const highest = counts(figures, 'stages-highest');
    expect((highest['head-of-service'] ?? 0) + (highest['assistant-director'] ?? 0)).toBe(9);
    const printed = {
      'care-plan-late': [99, 53.8],
      drift: [18, 9.8],
      safety: [15, 8.2],
      visits: [9, 4.9],
      contact: [9, 4.9],
      'no-worker': [8, 4.3],
      health: [7, 3.8],
      placement: [7, 3.8],
      'decisions-outstanding': [4, 2.2],
      'staying-put': [3, 1.6],
      'life-story': [1, 0.5],
      'not-recorded': [4, 2.2],
    };
    for (const [theme, [count, value]] of Object.entries(printed))
      expect([theme, row(figures, 'themes-mentions', theme)]).toEqual([theme, `${count} of 184: ${value}`]);
    expect(counts(figures, 'themes-mentions')).toMatchObject({
      all: 180,
      'safety/missing': 6,
      'safety/exploitation': 5,
      'safety/gangs': 6,
      'no-worker/sickness': 3,
      'no-worker/left': 5,
    });
    expect(row(figures, 'system-fault', 'all')).toBe('99 of 184: 53.8');
    // How they ended is in no cell, and so in no figure.
    expect(counts(figures, 'outcomes')).toMatchObject({
      all: null,
      'action-done': null,
      open: null,
      'not-recorded': 184,
    });
  });

  it('gives the same stages, moves and themes as the same year pressed here', async () => {
    await terminal.footprint(['import', '--people', people()]);
    await terminal.footprint(['import-disputes', terminal.file('ealing.csv', spreadsheet(ealing))]);
    const imported = await report('disputes', '--period', '2016/17');
    const other = aTerminal();
    await other.inStore(async (store) => {
      for (const dispute of pressedYear(ealing)) await store.save(dispute);
    });
    const { out } = await other.footprint(['report', 'disputes', '--period', '2016/17']);
    other.leave();
    const pressed = reportSchema.parse(JSON.parse(out));
    for (const measure of [
      'stages-entered',
      'stages-resolved',
      'stages-highest',
      'themes-mentions',
      'time-to-close',
    ])
      expect([measure, counts(imported, measure)]).toEqual([measure, counts(pressed, measure)]);
  });

  it('shows nothing as at a day before the import, and says so', async () => {
    await terminal.footprint(['import-disputes', terminal.file('ealing.csv', spreadsheet(ealing))]);
    const early = await report('stages', '--period', '2016/17', '--as-at', '2026-03-01');
    expect(counts(early, 'stages-entered')['team-manager']).toBeNull();
    expect(early.notes).toEqual([
      'Nothing of this period had been recorded by 1 March 2026.',
      'Not counted: 39 disputes of an earlier record that was brought in from 2 March 2026 on, after this as-at date.',
    ]);
  });

  it('makes none a 0 for the days that the file covers, and for no other', async () => {
    const file = terminal.file('ealing.csv', spreadsheet(ealing));
    await terminal.footprint(['import-disputes', file, '--covers', '2015-04-01..2017-03-31']);
    expect(row(await report('disputes', '--period', '2015/16'), 'disputes-raised', 'all')).toBe('0');
    expect(row(await report('disputes', '--period', '2014/15'), 'disputes-raised', 'all')).toBe(
      'not recorded',
    );
  });

  it('says until when all was recorded above what was found, and tells no 0 of what was not', async () => {
    const file = terminal.file(
      'old.csv',
      'number,kind,raised_on,started_at,outcome,closed_on,closed_at',
      'A1,formal,2016-05-05,team-manager,plan-changed,2016-05-09,team-manager',
      'A2,formal,2016-06-05,team-manager,plan-changed,2016-06-09,team-manager',
    );
    await terminal.footprint(['import-disputes', file, '--covers', '2016-04-01..2016-12-31']);
    const figures = await report('disputes', '--period', '2016/17');
    expect(figures.notes).toEqual([
      'Recorded until 31 December 2016: what no source could have told is "not recorded", not 0.',
    ]);
    expect(counts(figures, 'disputes-raised')).toMatchObject({ all: 2, formal: 2, informal: null });
    expect(row(figures, 'outcomes', 'resolved')).toBe('2 of 2: 100');
    expect(counts(figures, 'outcomes')['withdrawn']).toBeNull();
  });

  it('has a row in both of two years for a theme and a stage that only one has, and the policy no more', async () => {
    const stage = (id: string) => ({ id, label: id, workingDays: 5 });
    const theme = (id: string) => ({ id, label: id, sub: [] });
    const policy = (stages: string[], themes: string[]) =>
      terminal.file('policy.json', JSON.stringify({ ladder: stages.map(stage), themes: themes.map(theme) }));
    await terminal.footprint(['import', '--policy', policy(['first', 'second'], ['housing', 'drift'])]);
    const file = terminal.file(
      'old.csv',
      'number,kind,raised_on,themes,started_at,closed_at,outcome',
      'B1,formal,2016-02-03,housing,second,second,action-done',
      'B2,formal,2016-06-03,drift,first,first,action-done',
    );
    await terminal.footprint(['import-disputes', file]);
    await terminal.footprint(['import', '--policy', policy(['first'], ['drift'])]);
    const asText = async (name: string, period: string) =>
      (await terminal.footprint(['report', name, '--period', period, '--format', 'md'])).out;
    expect(await asText('themes', '2016/17')).toContain('| Housing | 0 | 1 | 0% | 1, 100% | -100 points |');
    expect(await asText('stages', '2016/17')).toContain('| Second | 0 | 1 | 0% | 1, 100% | -100 points |');
    // The other way about: what the later year has, the earlier has none of.
    await terminal.footprint(['import', '--policy', policy(['second'], ['housing'])]);
    expect(await asText('themes', '2016/17')).toContain('| Drift | 1 | 1 | 100% | 0, 0% | +100 points |');
    expect(await asText('themes', '2015/16')).not.toContain('| Drift |');
  });

  it('changes nothing a second time, and says it in words', async () => {
    const file = terminal.file('ealing.csv', spreadsheet(ealing));
    await terminal.footprint(['import', '--people', people()]);
    await terminal.footprint(['import-disputes', file]);
    const { out } = await terminal.footprint(['import-disputes', file]);
    expect(out.split('\n')[0]).toBe('ealing.csv: 0 added, 0 changed, 39 the same, 0 refused');
    expect(out).toContain('Taken for the whole record of 2016/17.');
  });

  it('imports nothing for a period that has not begun, and up to today for one that has not ended', async () => {
    const file = terminal.file('old.csv', 'number,kind,raised_on', 'A1,informal,2026-02-03');
    const covering = (period: string) => terminal.footprint(['import-disputes', file, '--covers', period]);
    expect((await covering('2026-03-03..2026-03-31')).code).toBe(2);
    await terminal.inStore(async (store) => {
      expect([await store.all('dispute'), await store.all('record')]).toEqual([[], []]);
    });
    expect((await covering('this year')).out).toContain(
      'Taken for the whole record of 1 April 2025 to 2 March 2026.',
    );
  });

  it('says in its help of which days a file without --covers is the whole record', async () => {
    const { out } = await terminal.footprint(['import-disputes', '--help']);
    expect(out).toMatch(/else the financial years from its first row to its last/);
    expect(out).not.toMatch(/nothing where rows were refused/);
  });

  it('refuses whole what cannot be read', async () => {
    const { code, problems } = await terminal.footprint([
      'import-disputes',
      `${terminal.folder}/nowhere.csv`,
    ]);
    expect(code).toBe(1);
    expect(problems).toContain('nowhere.csv was refused, and nothing of it is saved: there is no ');
  });

  it.each([
    [[], 'which file is to be imported?'],
    [['a.csv', 'b.csv'], 'one file at a time, not also b.csv'],
    [['a.csv', '--covers', 'whenever'], '"whenever" is no period'],
    [
      ['a.csv', '--covers', '2030/31'],
      'the period has not begun: it begins on 2030-04-01, and today is 2026-',
    ],
    [['a.csv', '--people'], '--people'],
  ])('ends with 2 and says how it is used: %j', async (args, problem) => {
    const { code, out, problems } = await terminal.footprint(['import-disputes', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(problems).toContain(problem);
    expect(problems).toContain('footprint import-disputes FILE');
  });
});
