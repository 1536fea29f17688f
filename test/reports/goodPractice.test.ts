import { noteGoodPractice, passOn } from '../../src/disputes/goodPractice.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { goodPractice, practiceOf } from '../../src/reports/goodPractice.js';

const note = (id: string, today: string) =>
  noteGoodPractice({
    id: `good-practice:${id}`,
    by: 'person:iro',
    at: `${today}T09:00:00.000Z`,
    today,
    team: 'North',
    text: 'Every visit was kept.',
    savedAnyway: false,
  });
const early = note('a', '2026-04-01');
const passed = passOn(note('b', '2026-05-11'), 'person:manager', '2026-06-02T09:00:00.000Z', '2026-06-02');
const before = note('c', '2026-03-31');

const figures = (asAt: string, liveFrom: string | undefined, notes = [early, passed, before]) =>
  goodPractice
    .rows(
      practiceOf(
        notes,
        { liveFrom, records: [] },
        {
          period: { from: '2026-04-01', to: '2027-03-31' },
          asAt,
          policy: defaultPolicy,
        },
      ),
    )
    .map(({ key, count }) => [key, count]);

describe('the measure of good practice', () => {
  it('counts what was noted in the period, both ends in, and what was passed on', () => {
    expect(figures('2026-07-01', '2026-01-01')).toEqual([
      ['all', 2],
      ['passed-on', 1],
      ['for-a-child', 0],
    ]);
  });

  it('is the same at an earlier as-at, whatever came later', () => {
    expect(figures('2026-06-01', '2026-01-01')).toEqual([
      ['all', 2],
      ['passed-on', 0],
      ['for-a-child', 0],
    ]);
    expect(figures('2026-05-10', '2026-01-01')[0]).toEqual(['all', 1]);
  });

  it('is 0 only where the bot was there for the whole period', () => {
    expect(figures('2026-07-01', '2026-01-01', [])[0]).toEqual(['all', 0]);
    expect(figures('2026-07-01', '2026-05-01', [])[0]).toEqual(['all', null]);
    expect(figures('2026-07-01', undefined, [])[0]).toEqual(['all', null]);
  });
});
