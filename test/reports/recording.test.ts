import { type Recording, recordedFrom } from '../../src/reports/recording.js';
import { raised, waiting } from '../disputes/builders.js';
import { importedDispute } from '../disputes/imported.js';
import { counts, reading, row } from './reading.js';

const year = { from: '2016-04-01', to: '2017-03-31' };
const record = { ...year, recordedOn: '2026-03-02' };
const nobody: Recording = { records: [] };

describe('from which day on all was recorded', () => {
  it.each<[string, Recording, string, string | undefined]>([
    ['nobody was there', nobody, '2026-12-01', undefined],
    ['the bot was there before', { liveFrom: '2016-01-01', records: [] }, '2026-12-01', '2016-04-01'],
    ['the bot came within it', { liveFrom: '2016-06-01', records: [] }, '2026-12-01', '2016-06-01'],
    ['the bot came after it', { liveFrom: '2017-04-01', records: [] }, '2026-12-01', undefined],
    ['the bot came after the as-at', { liveFrom: '2016-06-01', records: [] }, '2016-05-31', undefined],
    ['a record covers it', { records: [record] }, '2026-12-01', '2016-04-01'],
    ['the record was not here yet', { records: [record] }, '2026-03-01', undefined],
    [
      'a record until the bot came',
      {
        liveFrom: '2016-06-01',
        records: [{ from: '2016-01-01', to: '2016-05-31', recordedOn: '2016-06-02' }],
      },
      '2026-12-01',
      '2016-04-01',
    ],
    [
      'with days between them that nobody recorded',
      {
        liveFrom: '2016-06-01',
        records: [{ from: '2016-01-01', to: '2016-05-30', recordedOn: '2016-06-02' }],
      },
      '2026-12-01',
      '2016-06-01',
    ],
    ['a record of its first half', { records: [{ ...record, to: '2016-09-30' }] }, '2026-12-01', undefined],
  ])('%s', (_, recording, asAt, from) => {
    expect(recordedFrom(recording, year, asAt)).toBe(from);
  });
});

describe('nothing, and not recorded', () => {
  it('are told apart by who was there for the whole period', () => {
    expect(row(reading([]), 'disputes-raised', 'all')).toBe('0');
    expect(row(reading([]), 'stages-entered', 'director')).toBe('0 of 0');
    expect(row(reading([], { recording: nobody }), 'disputes-raised', 'all')).toBe('not recorded');
    const late = reading([waiting()], { recording: { liveFrom: '2026-03-02', records: [] } });
    expect(row(late, 'disputes-raised', 'formal')).toBe('1 of 1: 100');
    expect(counts(late, 'disputes-raised')['informal']).toBeNull();
    expect(counts(late, 'moves')['escalated']).toBeNull();
    expect(late.notes).toEqual([
      'Recorded from 2 March 2026: what no source could have told is "not recorded", not 0.',
    ]);
  });

  it('never show one as the other in any measure', () => {
    const empty = reading([], { recording: nobody });
    expect(
      empty.measures.flatMap(({ rows }) => rows.map(({ count }) => count)).filter((c) => c !== null),
    ).toEqual([]);
    const none = reading([]);
    expect(
      none.measures.flatMap(({ rows }) => rows.map(({ count }) => count)).filter((c) => c !== 0),
    ).toEqual([]);
    expect(empty.notes).toEqual(['Nothing of this period had been recorded by 31 March 2026.']);
  });
});

describe('an earlier record', () => {
  const recording: Recording = { records: [record] };
  const about = { ...year, asAt: '2026-03-02', recording };

  it('is folded by the same measures', () => {
    const report = reading([importedDispute()], about);
    expect(row(report, 'stages-resolved', 'operations-manager')).toBe('1 of 1: 100');
    expect(row(report, 'time-to-close', 'all')).toBe('1: 10');
    expect(row(report, 'response-time', 'within-2-working-days')).toBe('1 of 1: 100');
    expect(row(report, 'system-fault', 'all')).toBe('1 of 1: 100');
    expect(row(report, 'resources', 'all')).toBe('0 of 1: 0');
  });

  it('leaves what it could not have told not recorded', () => {
    const report = reading([importedDispute()], about);
    expect(counts(report, 'moves')).toEqual({
      all: 1,
      escalated: 1,
      bypassed: 0,
      'passed-up': null,
      'no-response': null,
      'could-not-be-told': null,
    });
    for (const measure of ['cafcass', 'advice', 'recorded-on-file'])
      expect([measure, counts(report, measure)['all']]).toEqual([measure, null]);
    expect(row(report, 'response-time', 'within-24-hours')).toBe('not recorded');
    expect(row(report, 'response-time', 'not-recorded')).toBe('1');
    const untold = [
      'none',
      'not-due',
      'passed-up',
      'returned',
      'acknowledged',
      'acknowledged-within-24-hours',
    ];
    expect(untold.map((key) => counts(report, 'response-time')[key])).toEqual(untold.map(() => null));
    expect(counts(report, 'over-20-days')).toMatchObject({ all: 0, 'more-time': null, 'stage-due': null });
  });

  it('leaves empty cells not recorded', () => {
    const unknown = {
      themes: [],
      marks: null,
      stages: [],
      climbTold: false,
      outcome: undefined,
      closedOn: undefined,
      closedStage: undefined,
      children: [],
      iro: '',
    };
    const report = reading([importedDispute(unknown)], about);
    for (const [measure, keys] of Object.entries({
      'disputes-raised': ['children', 'families', 'iros'],
      'stages-entered': ['all', 'team-manager'],
      'stages-resolved': ['all', 'team-manager'],
      'stages-highest': ['all', 'team-manager'],
      moves: ['all', 'escalated'],
      outcomes: ['all', 'action-done', 'open'],
      'time-to-close': ['all'],
      'over-20-days': ['all'],
      'open-at-end': ['all'],
      'response-time': ['all', 'none', 'not-due', 'passed-up', 'acknowledged', 'acknowledged-median-hours'],
      'themes-mentions': ['all', 'drift'],
      'themes-primary': ['drift'],
      'system-fault': ['all'],
      resources: ['all'],
    }))
      for (const key of keys)
        expect([measure, key, counts(report, measure)[key]]).toEqual([measure, key, null]);
    for (const measure of ['stages-entered', 'outcomes', 'themes-mentions', 'system-fault'])
      expect(row(report, measure, 'not-recorded')).toBe('1 of 1: 100');
  });

  it('is not there as at a day before it was brought in, and the report says so', () => {
    const report = reading([importedDispute()], { ...about, asAt: '2026-03-01' });
    expect(row(report, 'disputes-raised', 'all')).toBe('not recorded');
    expect(report.notes).toEqual([
      'Nothing of this period had been recorded by 1 March 2026.',
      'Not counted: 1 dispute of an earlier record that was brought in from 2 March 2026 on, after this as-at date.',
    ]);
  });

  it('adds up with what was pressed in the same period', () => {
    const recording = { liveFrom: '2016-10-01', records: [{ ...record, to: '2016-09-30' }] };
    const report = reading([importedDispute(), raised({}, { on: '2016-11-01' })], { ...about, recording });
    expect(row(report, 'disputes-raised', 'all')).toBe('2');
    expect(row(report, 'moves', 'no-response')).toBe('0');
    expect(report.notes).toEqual([]);
  });
});
