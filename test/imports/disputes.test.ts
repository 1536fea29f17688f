import { englishDay } from '../../src/calendar/days.js';
import type { Period } from '../../src/calendar/periods.js';
import { replay } from '../../src/disputes/apply.js';
import { isFormal } from '../../src/disputes/dispute.js';
import type { EventOf } from '../../src/disputes/events.js';
import { type DisputesImported, importDisputes } from '../../src/flows/importDisputes.js';
import { readReport } from '../../src/flows/report.js';
import { recordId } from '../../src/imports/recordNumber.js';
import { after, formId, raised } from '../disputes/builders.js';
import { counts, row as figure } from '../reports/reading.js';
import { aCounter } from '../store/documents.js';
import { allocations, csv, emptyAuthority, now, people, teams } from './files.js';

const header =
  'number,kind,raised_on,iro,children,team,themes,started_at,entered,responded,outcome,closed_on,closed_at,marks,summary';

/** A service with one IRO, one team and one child, and what an import of an old spreadsheet into it says. */
async function aService() {
  const { store, read } = emptyAuthority();
  await read({
    people: people(',Test IRO,iro@test.example,iro,1', ',Test Lead,lead@test.example,lead,1'),
    teams: teams('North 1,North,,,,'),
    allocations: allocations('700123,AB,F1,iro@test.example,North 1,'),
  });
  return {
    store,
    imports: (
      rows: string[],
      how: { covers?: Period; dryRun?: boolean; at?: string; header?: string } = {},
    ) =>
      importDisputes(
        { store, now: how.at ?? now, newId: () => 'id' },
        csv('old.csv', how.header ?? header, ...rows),
        { covers: how.covers, dryRun: how.dryRun ?? false },
      ),
    found: async (number: string) => {
      const dispute = (await store.load('dispute', recordId(number)))?.document;
      if (dispute === undefined) throw new Error(`there is no ${number}`);
      expect(replay(dispute.history)).toEqual(dispute);
      const record = dispute.history.findLast(
        (event): event is EventOf<'imported'> => event.kind === 'imported',
      );
      if (record === undefined) throw new Error(`${number} was not imported`);
      return { dispute, record };
    },
  };
}

const whole =
  'ESC 1,formal,2016-05-03,iro@test.example,700123,North 1,drift/housing;visits,team-manager,' +
  'team-manager:2016-05-03 09:30;operations-manager:10/05/2016,team-manager:2016-05-04T14:00,' +
  'action-done,2016-05-17,operations-manager,system-fault;review,Nothing moved.';
/** A row of these first cells, the others empty. */
const row = (...cells: string[]) => [...cells, ...Array(15 - cells.length).fill('')].join(',');
const reasons = ({ result }: DisputesImported) =>
  result.refused.map(({ line, reason }) => `${line}: ${reason}`);
const warnings = ({ result }: DisputesImported) =>
  result.warned.map(({ line, reason }) => `${line}: ${reason}`);

describe('importing an old spreadsheet of disputes', () => {
  it('keeps each row as one event, with the names that the service has', async () => {
    const { imports, found } = await aService();
    expect(await imports([whole])).toMatchObject({ result: { added: 1, refused: [], warned: [] } });
    expect((await found('ESC 1')).record).toMatchObject({
      number: 'ESC 1',
      on: englishDay(now),
      by: 'import',
      raisedOn: '2016-05-03',
      formal: { startedOn: '2016-05-03', totalDueOn: '2016-06-01' },
      iro: 'person:p1',
      team: 'North 1',
      children: [{ ref: '700123', initials: 'AB', family: 'F1' }],
      themes: ['drift/housing', 'visits'],
      stages: [
        {
          id: 'team-manager',
          entered: { on: '2016-05-03', at: '2016-05-03T08:30:00.000Z' },
          answered: { on: '2016-05-04', at: '2016-05-04T13:00:00.000Z' },
        },
        { id: 'operations-manager', entered: { on: '2016-05-10' } },
      ],
      climbTold: true,
      outcome: 'action-done',
      closedOn: '2016-05-17',
      closedStage: 'operations-manager',
      marks: { systemFault: true, resources: false, cameFrom: 'review' },
      text: 'Nothing moved.',
    });
  });

  it('needs three columns, and leaves the others not recorded', async () => {
    const { imports, found } = await aService();
    const imported = await imports(['7,informal,03/05/2016'], { header: 'Number,Kind,Raised_on' });
    expect(imported.result).toMatchObject({ added: 1, refused: [] });
    const { dispute, record } = await found('7');
    expect(dispute).toMatchObject({ status: 'closed', theme: '', children: [], iro: '' });
    expect(record).toMatchObject({ marks: null, stages: [], themes: [], text: '' });
    expect(record).not.toHaveProperty('formal');
    expect(record).not.toHaveProperty('outcome');
  });

  it('takes names and labels as people write them', async () => {
    const { imports, found } = await aService();
    const outcome = 'The action was done';
    const cells = [
      '8',
      'Made Formal',
      '2016-05-03',
      'test iro',
      '700123',
      'north 1',
      'Drift or delay; VISITS',
    ];
    const imported = await imports([row(...cells, '', 'Team manager:2016-05-09', '', outcome)]);
    expect(imported.result).toMatchObject({ added: 1, refused: [], warned: [] });
    expect((await found('8')).record).toMatchObject({
      iro: 'person:p1',
      team: 'North 1',
      themes: ['drift', 'visits'],
      madeFormal: true,
      formal: { startedOn: '2016-05-09' },
      outcome: 'action-done',
      closedStage: 'team-manager',
    });
  });

  it.each([
    ['formal, of the day that it was raised', ['formal', '', 'operations-manager:2016-06-10'], '2016-05-03'],
    [
      'made formal, of the day that it entered a stage',
      ['made-formal', '', 'team-manager:2016-05-09'],
      '2016-05-09',
    ],
    ['made formal on a day that no cell has', ['made-formal', '', ''], undefined],
    ['made formal at a stage without its day', ['made-formal', 'team-manager', ''], undefined],
    [
      'made formal at a stage without its day, and climbed on one',
      ['made-formal', 'team-manager', 'operations-manager:2016-06-10'],
      undefined,
    ],
  ])('starts the formal days of one %s', async (_, [kind = '', start = '', entered = ''], startedOn) => {
    const { imports, found } = await aService();
    const cells = [kind, '2016-05-03', '', '', '', '', start, entered, '', 'action-done', '2016-07-01'];
    await imports([row('9', ...cells)]);
    const { dispute, record } = await found('9');
    expect(record.formal?.startedOn).toBe(startedOn);
    expect(isFormal(dispute)).toBe(true);
  });

  it('counts no days of one made formal on a day that nobody wrote down', async () => {
    const { store, imports } = await aService();
    const ended = ['', '', '', '', '', '', '', 'action-done', '2016-07-01'];
    await imports([
      row('1', 'made-formal', '2016-05-03', ...ended),
      row('2', 'formal', '2016-06-24', ...ended),
    ]);
    const asked = { period: { from: '2016-04-01', to: '2017-03-31' }, asAt: englishDay(now) };
    const { report } = await readReport({ store, now, newId: () => 'audit' }, 'test', 'disputes', asked);
    expect(counts(report, 'disputes-raised')).toMatchObject({ formal: 2, informal: 0, 'made-formal': 1 });
    expect(figure(report, 'time-to-close', 'all')).toBe('1: 5');
    expect(figure(report, 'time-to-close', 'not-recorded')).toBe('1');
    expect(figure(report, 'over-20-days', 'all')).toBe('0 of 1: 0');
    expect(figure(report, 'over-20-days', 'not-recorded')).toBe('1');
    expect(figure(report, 'outcomes', 'all')).toBe('2 of 2: 100');
  });

  it.each([
    ['an empty started_at and entered', ['', '', '', '', '', ''], [], false],
    ['started_at alone', ['team-manager', '', '', '', '', ''], ['team-manager'], false],
    [
      'started and closed at the same stage',
      ['team-manager', '', '', 'action-done', '', 'team-manager'],
      ['team-manager'],
      true,
    ],
    [
      'closed at another one',
      ['team-manager', '', '', 'action-done', '', 'director'],
      ['team-manager', 'director'],
      false,
    ],
    [
      'stages without days',
      ['', 'operations-manager;team-manager', '', '', '', ''],
      ['team-manager', 'operations-manager'],
      true,
    ],
    ['an answer alone', ['', '', 'team-manager:2016-05-04', '', '', ''], ['team-manager'], false],
  ])('knows of stages what %s tells', async (_, cells, stages, climbTold) => {
    const { imports, found } = await aService();
    const imported = await imports([row('9', 'formal', '2016-05-03', '', '700123', '', '', ...cells)]);
    expect(reasons(imported)).toEqual([]);
    const { record } = await found('9');
    expect([record.stages.map(({ id }) => id), record.climbTold]).toEqual([stages, climbTold]);
  });

  it('takes a row without a mark for one that has none, where the file has marks', async () => {
    const { imports, found } = await aService();
    await imports([whole, row('2', 'informal', '2016-06-01')]);
    expect((await found('2')).record.marks).toEqual({ systemFault: false, resources: false });
  });

  it('changes nothing a second time', async () => {
    const { store, imports } = await aService();
    await imports([whole, row('2', 'informal', '2016-06-01')]);
    const before = [await store.all('dispute'), await store.all('record')];
    const again = await imports([whole, row('2', 'informal', '2016-06-01')], {
      at: '2026-03-09T09:00:00.000Z',
    });
    expect(again.result).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect([await store.all('dispute'), await store.all('record')]).toEqual(before);
  });

  it('corrects by a second event what the file now says otherwise', async () => {
    const { imports, found } = await aService();
    await imports([whole]);
    const corrected = await imports([whole.replace('action-done', 'plan-changed')]);
    expect(corrected.result).toMatchObject({ added: 0, changed: 1 });
    const { dispute } = await found('ESC 1');
    expect(dispute).toMatchObject({ outcome: 'plan-changed' });
    expect(dispute.history.map(({ kind }) => kind)).toEqual(['imported', 'imported']);
  });

  it('brings back no words that a lead has replaced', async () => {
    const { store, imports, found } = await aService();
    await imports([whole]);
    await imports([whole.replace('action-done', 'plan-changed')]);
    const stored = await store.load('dispute', recordId('ESC 1'));
    if (stored === undefined) throw new Error('it is gone');
    const fields = { target: '2', text: 'It named a school.' };
    const redacted = after(stored.document, 'redact', { by: 'person:lead', fields });
    expect(JSON.stringify(redacted)).not.toContain('Nothing moved');
    await store.save(redacted, stored.etag);
    expect((await imports([whole.replace('action-done', 'plan-changed')])).result).toMatchObject({ same: 1 });
    expect((await imports([whole])).result).toMatchObject({ changed: 1 });
    expect(JSON.stringify((await found('ESC 1')).dispute)).not.toContain('Nothing moved');
  });

  it('saves nothing in a dry run', async () => {
    const { store, imports } = await aService();
    expect((await imports([whole], { dryRun: true })).result).toMatchObject({ added: 1 });
    expect([await store.all('dispute'), await store.all('record')]).toEqual([[], []]);
  });
});

describe('a row that cannot be right', () => {
  const formal = (...cells: string[]) => row('1', 'formal', '2016-05-03', '', '700123', '', '', ...cells);
  it.each([
    [row('', 'formal', '2016-05-03'), 'there is no number'],
    [row('1', 'urgent', '2016-05-03'), 'kind is one of informal, formal, made-formal'],
    [row('1', 'formal', ''), 'there is no date in raised_on'],
    [row('1', 'formal', '2016-02-30'), 'raised_on is no valid date (yyyy-mm-dd is wanted)'],
    [row('1', 'formal', '2026-03-03'), 'raised_on is in the future'],
    [
      row('1', 'formal', '2016-05-03', '', '7<1'),
      'the child’s reference has characters that no reference has',
    ],
    [row('1', 'formal', '2016-05-03', '', '', '', 'drfit'), 'unknown theme "drfit": care-plan-late, drift, '],
    [formal('boss'), 'unknown stage "boss": team-manager, operations-manager, assistant-director, director'],
    [formal('', 'team-manager:soon'), 'entered has no valid date for team-manager'],
    [formal('', 'team-manager:2016-05-04 25:00'), 'entered has no valid date for team-manager'],
    [formal('', 'team-manager:2026-05-04'), 'entered has a date in the future'],
    [formal('', 'team-manager;team-manager:2016-05-04'), 'entered has team-manager twice'],
    [formal('', 'team-manager:2016-05-02'), 'it entered or was answered at a stage before it was raised'],
    [
      formal('', 'team-manager:2016-05-12', '', '', '2016-05-11'),
      'it entered or was answered at a stage after it was closed',
    ],
    [
      formal('', 'team-manager:2016-05-05', 'team-manager:2016-05-04'),
      'team-manager answered before it was entered',
    ],
    [formal('director', 'team-manager'), 'it entered a stage below director, where it started'],
    [
      formal('', 'director', '', '', '', 'team-manager'),
      'it entered a stage above team-manager, where it was closed',
    ],
    [formal('', '', '', 'solved'), 'unknown outcome "solved": plan-changed, action-done'],
    [formal('', '', '', '', '2016-05-02'), 'it was closed before it was raised'],
    [formal('', '', '', '', '', '', 'blue'), 'unknown mark "blue": system-fault, resources, review'],
    [formal('', '', '', '', '', '', 'review;midway'), 'marks name more than one origin'],
    [row('1', 'informal', '2016-05-03', '', '', '', '', 'director'), 'an informal dispute enters no stage'],
    ['1,formal', '2 cells where the header has 15'],
  ])('%s is refused, and the others go in', async (bad, reason) => {
    const { imports } = await aService();
    const imported = await imports([whole, bad]);
    expect(imported.result).toMatchObject({ added: 1, readable: true });
    expect(reasons(imported)).toEqual([expect.stringContaining(`3: ${reason.slice(0, 20)}`)]);
    expect(reasons(imported).join()).toContain(reason);
  });

  it('is refused where the bot has raised a dispute with its number', async () => {
    const { store, imports } = await aService();
    await store.save({ ...raised(), id: `dispute:${formId(1)}`, number: 'ESC 1' });
    expect(reasons(await imports([whole]))).toEqual([
      '2: the bot has raised a dispute with the number ESC 1',
    ]);
  });

  it('says what is missing of a file that has not the columns', async () => {
    const { imports } = await aService();
    expect((await imports([whole], { header: 'no,kind' })).result).toMatchObject({
      readable: false,
      refused: [{ line: 1, reason: expect.stringContaining('number, raised_on are missing') }],
    });
  });
});

describe('a row that deserves a look', () => {
  it('goes in, and says why', async () => {
    const { imports } = await aService();
    const cells = [
      '2',
      'formal',
      '2016-05-03',
      'gone@test.example',
      '700999',
      'Old team',
      '',
      'team-manager',
      '',
    ];
    const odd = `${row(...cells, 'team-manager').slice(0, -1)},She lives at SW1A 1AA.`;
    const imported = await imports([odd, odd, row('3', 'informal', '2016-05-03')]);
    expect(imported.result).toMatchObject({ added: 2, same: 1, refused: [] });
    expect(warnings(imported)).toEqual([
      '2: responded has no date for team-manager: its answer is not recorded',
      '2: the summary has what looks like a postcode: a lead can replace it',
      '2: gone@test.example is not on the list of people: it is no IRO’s own',
      '2: the team Old team is unknown: it is in no area',
      '2: the child 700999 is unknown: the reference alone is kept',
      '3: the number is on line 2 already: this row is left out',
      '4: no child: how many children is not recorded',
    ]);
  });

  it('was raised outside the days that the file covers', async () => {
    const { imports } = await aService();
    const covers = { from: '2017-04-01', to: '2018-03-31' };
    expect(warnings(await imports([whole], { covers }))).toEqual([
      '2: it was raised outside the days that the file covers',
    ]);
  });
});

describe('the days that the file covers', () => {
  const kept = async (store: Awaited<ReturnType<typeof aService>>['store']) =>
    (await store.all('record')).map(({ document: { from, to, recordedAt } }) => ({ from, to, recordedAt }));

  const year = (from: number, to = `${from + 1}-03-31`) => ({ from: `${from}-04-01`, to });

  it('are the financial years from its first row to its last, as far as they have passed', async () => {
    const { store, imports } = await aService();
    const rows = [row('1', 'informal', '2016-05-03'), row('2', 'informal', '2026-02-01')];
    const passed = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024].map((from) => year(from));
    const years = [...passed, year(2025, '2026-03-02')];
    expect((await imports(rows)).covers).toEqual(years);
    expect(await kept(store)).toEqual(years.map((each) => ({ ...each, recordedAt: now })));
  });

  it('are those no more before whose first a correction took the row, as at the day of it', async () => {
    const { store, imports } = await aService();
    const whole = async (asAt: string, from: number) => {
      const ports = { store, now: '2026-03-05T09:00:00.000Z', newId: () => 'audit' };
      const { report } = await readReport(ports, 'test', 'disputes', { period: year(from), asAt });
      return counts(report, 'disputes-raised')['informal'];
    };
    const right = row('2', 'formal', '2016-06-03');
    await imports([row('1', 'formal', '2006-05-03'), right]);
    expect(await whole('2026-03-02', 2006)).toBe(0);
    expect(await whole('2026-03-02', 2011)).toBe(0);
    const again = [row('1', 'formal', '2016-05-03'), right];
    await imports(again, { at: '2026-03-03T09:00:00.000Z' });
    expect(await whole('2026-03-03', 2006)).toBeNull();
    expect(await whole('2026-03-03', 2011)).toBeNull();
    expect(await whole('2026-03-02', 2006)).toBe(0);
    expect(await whole('2026-03-03', 2016)).toBe(0);
    // Mistyped once more, and with it what the file says.
    await imports([row('1', 'formal', '2006-05-03'), right], { at: '2026-03-04T09:00:00.000Z' });
    expect(await whole('2026-03-04', 2006)).toBe(0);
    expect(await whole('2026-03-03', 2006)).toBeNull();
  });

  it('stay what is said of them, whatever rows are corrected', async () => {
    const { store, imports } = await aService();
    const covers = { from: '2006-04-01', to: '2017-03-31' };
    expect((await imports([row('1', 'formal', '2006-05-03')], { covers })).covers).toEqual([covers]);
    await imports([row('1', 'formal', '2016-05-03')], { covers });
    expect(await kept(store)).toEqual([{ ...covers, recordedAt: now }]);
  });

  it.each([
    ['every row was refused', [row('1', 'formal', '2016-05-03', '', '', '', 'no such theme')]],
    ['it has no rows', []],
  ])('are none, and the file says so, where %s', async (_, rows) => {
    const { store, imports } = await aService();
    const read = await imports(rows, { covers: year(2016) });
    expect(read.covers).toEqual([]);
    expect(warnings(read)).toContain('1: not taken for the whole record of 2016/17: no row of it went in');
    expect(await kept(store)).toEqual([]);
  });

  it('are those that it is said to have where some rows were refused, which is said too', async () => {
    const { imports } = await aService();
    const rows = [row('1', 'formal', '2016-05-03'), row('2', 'neither', '2016-05-03')];
    const read = await imports(rows, { covers: year(2016) });
    expect(read.covers).toEqual([year(2016)]);
    expect(warnings(read)).toContain(
      '1: taken for the whole record of 2016/17, though rows were refused: mend them and import again',
    );
  });

  it('are none of a file without rows, and of days to come', async () => {
    const { store, imports } = await aService();
    expect((await imports([])).covers).toEqual([]);
    const ahead = { from: '2026-04-01', to: '2027-03-31' };
    expect((await imports([row('1', 'formal', '2026-02-03')], { covers: ahead })).covers).toEqual([]);
    expect(await kept(store)).toEqual([]);
  });
});

describe('a number in the form of the bot’s own', () => {
  it('is kept, and never given again', async () => {
    const { store, imports } = await aService();
    await store.save(aCounter(3));
    await imports([
      row('D-2026-0042', 'informal', '2026-02-01'),
      row('d-2025-0007', 'informal', '2025-06-01'),
    ]);
    const last = async (year: string) => (await store.load('counter', `counter:${year}`))?.document.last;
    expect([await last('2026'), await last('2025')]).toEqual([42, 7]);
  });

  it.each(['D-2026-5', 'd-2026-00005', 'D 2026 5', 'd2026-05.'])('is so, written as %s', async (number) => {
    const { store, imports } = await aService();
    await imports([row(number, 'informal', '2026-02-01')]);
    expect((await store.load('counter', 'counter:2026'))?.document.last).toBe(5);
  });

  it('is one, with whatever noughts: a second row of it is left out, in every run', async () => {
    const { store, imports, found } = await aService();
    const rows = [row('D-2016-1', 'informal', '2016-05-03'), row('D-2016-0001', 'informal', '2016-05-04')];
    const said = async () => {
      const read = await imports(rows);
      return { ...read.result, warned: warnings(read).filter((each) => each.includes('line 2')) };
    };
    const twice = {
      refused: [],
      warned: ['3: the number D-2016-0001 is on line 2 already: this row is left out'],
    };
    expect(await said()).toMatchObject({ added: 1, same: 1, ...twice });
    expect(await said()).toMatchObject({ added: 0, same: 2, ...twice });
    expect((await found('D-2016-0001')).record).toMatchObject({ number: 'D-2016-1', raisedOn: '2016-05-03' });
    // Mended in a later file, it is still the same dispute.
    expect((await imports(rows.slice(1))).result).toMatchObject({ added: 0, changed: 1 });
    expect(await store.all('dispute')).toHaveLength(1);
  });
});
