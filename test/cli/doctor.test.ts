import { addWorkingDays } from '../../src/calendar/workingDays.js';
import { bankHolidaysByRule } from '../../src/calendar/bankHolidayRule.js';
import { replaceBankHolidays } from '../../src/calendar/bankHolidays.js';
import { aTerminal } from './terminal.js';

let terminal: ReturnType<typeof aTerminal>;
beforeEach(() => {
  terminal = aTerminal();
});
afterEach(() => {
  terminal.leave();
  replaceBankHolidays();
});

const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
async function aService() {
  const people = terminal.file(
    'people.csv',
    'id,name,upn,role,fte',
    `${ids[0]},Test IRO,iro@test.example,iro,1`,
    `${ids[1]},Test Manager,manager@test.example,manager,1`,
  );
  const manager = 'manager@test.example';
  const teams = terminal.file(
    'teams.csv',
    'team,area,team-manager,operations-manager,assistant-director,director',
    `North 1,North,${manager},${manager},${manager},${manager}`,
  );
  const allocations = terminal.file(
    'allocations.csv',
    'child,initials,family,iro,team,social_worker',
    '700123,AB,,iro@test.example,North 1,',
  );
  const args = ['import', '--people', people, '--teams', teams, '--allocations', allocations];
  expect((await terminal.footprint(args)).code).toBe(0);
}

describe('footprint doctor', () => {
  it('says in plain lines what is in order, and ends with 0', async () => {
    await aService();
    const { code, out } = await terminal.footprint(['doctor']);
    expect(code).toBe(0);
    expect(out.split('\n').slice(1)).toEqual([
      `fine  Store: SQLite opens: ${terminal.folder}/store.db`,
      'fine  Policy: the default',
      'fine  Bank holidays: known until 31 December 2027',
      'fine  People without a upn: none',
      'fine  People without an Entra id: none',
      'fine  Stages without a holder: none',
      'fine  IROs without children: none',
      'fine  Children without an IRO: none',
      'fine  Data: case system as at Mon 2 Mar',
      'fine  Deliveries that failed: none',
      'fine  People who were not reached: none',
      'fine  Held back: none',
      'fine  Differences between sources: none waiting',
    ]);
    expect(out).toMatch(/^look {2}Environment: local mode: nobody is authenticated/);
  });

  it('ends with 1 where something is wrong, and says what to do', async () => {
    const { code, out } = await terminal.footprint(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain('WRONG People: nobody is on the list: import people.csv');
    expect(out).toContain('WRONG Data: nothing has been imported');
  });

  it('says the same to a program', async () => {
    await aService();
    const { code, out } = await terminal.footprint(['doctor', '--json']);
    const told: unknown = JSON.parse(out);
    expect(code).toBe(0);
    expect(told).toMatchObject({
      wrong: false,
      checks: expect.arrayContaining([
        { check: 'Data', verdict: 'fine', says: 'case system as at Mon 2 Mar', which: [] },
      ]),
    });
  });

  it('tells of a wrong configuration, and of a store that does not open', async () => {
    expect(await terminal.footprint(['doctor'], { PORT: 'x' })).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'WRONG Environment: the configuration is wrong\n        PORT: a number from',
      ),
    });
    const there = terminal.file('a-file', '');
    expect(await terminal.footprint(['doctor'], { DATA_FILE: `${there}/store.db` })).toMatchObject({
      code: 1,
      out: expect.stringContaining(`WRONG Store: ${there}/store.db does not open`),
    });
  });

  it('is not asked with anything but --json', async () => {
    expect((await terminal.footprint(['doctor', 'please'])).code).toBe(2);
    expect((await terminal.footprint(['doctor', '--help'])).out).toContain('footprint doctor [--json]');
  });
});

describe('BANK_HOLIDAYS_FILE', () => {
  const events = [...bankHolidaysByRule(2026), { date: '2026-03-09', title: 'Proclaimed late' }];
  const government = { 'england-and-wales': { division: 'england-and-wales', events }, scotland: {} };

  it('takes the place of the shipped file, in the shape in which the government publishes it', async () => {
    const file = terminal.file('bank-holidays.json', JSON.stringify(government));
    expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-09');
    await terminal.footprint(['doctor'], { BANK_HOLIDAYS_FILE: file });
    expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-10');
  });

  it('is refused whole with every problem where it is not what it says', async () => {
    const half = { division: 'england-and-wales', events: events.slice(0, 3) };
    const file = terminal.file('bank-holidays.json', JSON.stringify(half));
    const problem = 'BANK_HOLIDAYS_FILE: events: 2026 has 3 bank holidays: at least 8 are wanted';
    expect((await terminal.footprint(['doctor'], { BANK_HOLIDAYS_FILE: file })).out).toContain(problem);
    expect(
      await terminal.footprint(['import', '--people', file], { BANK_HOLIDAYS_FILE: file }),
    ).toMatchObject({ code: 2, problems: expect.stringContaining(problem) });
    expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-09');
  });
});
