import { aTerminal } from './terminal.js';

let terminal: ReturnType<typeof aTerminal>;
beforeEach(() => {
  terminal = aTerminal();
});
afterEach(() => terminal.leave());

describe('footprint audit', () => {
  it('says who read which figures, when, newest first, and that it was read itself', async () => {
    await terminal.footprint(['report', 'timeliness', '--period', '2025/26', '--by', 'iro']);
    const { code, out } = await terminal.footprint(['audit']);
    expect(code).toBe(0);
    expect(out).toBe(
      '2026-03-02T09:00:00.000Z  At the command line  Asked for timeliness, 1 April 2025 to 31 March 2026, by IRO.',
    );
    const again = await terminal.footprint(['audit', '--format', 'json']);
    const read: unknown = JSON.parse(again.out);
    expect(read).toHaveLength(2);
    expect(read).toContainEqual({
      at: '2026-03-02T09:00:00.000Z',
      person: 'command line',
      what: 'report timeliness, 2025-04-01..2026-03-31 as at 2026-03-02 by iro',
      read: {
        how: 'report',
        figures: 'timeliness',
        from: '2025-04-01',
        to: '2026-03-31',
        asAt: '2026-03-02',
        by: 'iro',
        about: [],
      },
    });
  });

  it('is of a period where one is given', async () => {
    await terminal.footprint(['report', 'stages', '--period', '2025/26']);
    expect((await terminal.footprint(['audit', '--period', 'last year'])).out).toBe(
      'Nobody asked for figures in 2024/25.',
    );
    expect((await terminal.footprint(['audit', '--period', 'this year'])).out).toContain('Asked for stages');
  });

  it.each([
    [['audit', 'all'], 'audit takes options alone'],
    [['audit', '--format', 'csv'], '--format is one of text, json'],
    [['audit', '--period', 'whenever'], '"whenever" is no period'],
  ])('refuses %j', async (args, problem) => {
    const { code, problems } = await terminal.footprint(args);
    expect([code, problems]).toEqual([2, expect.stringContaining(problem)]);
  });
});
