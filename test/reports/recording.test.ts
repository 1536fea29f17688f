import * as fc from 'fast-check';
import { addDays } from '../../src/calendar/days.js';
import { within } from '../../src/calendar/periods.js';
import { type Recording, recordedDays, recordedFrom } from '../../src/reports/recording.js';
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

describe('the days that were recorded', () => {
  const day = fc.integer({ min: 0, max: 14 }).map((count) => addDays('2016-03-28', count));
  const span = fc.tuple(day, day).map(([one, other]) => (one < other ? [one, other] : [other, one]));
  const anyRecord = fc
    .tuple(span, day)
    .map(([[from = '', to = ''], recordedOn]) => ({ from, to, recordedOn }));
  const anyRecording = fc.record({
    liveFrom: fc.option(day, { nil: undefined }),
    records: fc.array(anyRecord, { maxLength: 4 }),
  });
  const period = { from: '2016-04-01', to: '2016-04-08' };

  it('are those of any source, each once, and apart from each other', () => {
    fc.assert(
      fc.property(anyRecording, day, (recording, asAt) => {
        const days = recordedDays(recording, period, asAt);
        for (let on = period.from; on <= period.to; on = addDays(on, 1)) {
          const { liveFrom = '9999', records } = recording;
          const known = records.some((each) => each.recordedOn <= asAt && within(on, each));
          const recorded = on <= asAt && (known || liveFrom <= on);
          expect([on, days.filter((each) => within(on, each)).length]).toEqual([on, recorded ? 1 : 0]);
        }
        for (const [index, { from }] of days.slice(1).entries())
          expect(from > addDays(days[index]?.to ?? '9999-12-30', 1)).toBe(true);
      }),
    );
  });
});

describe('what is told of days that were not recorded', () => {
  const untold = 'what no source could have told is "not recorded", not 0.';
  const of = (from: string, to: string) => ({ from, to, recordedOn: '2016-01-01' });
  const [spring, autumn, winter] = [
    of('2016-01-01', '2016-06-30'),
    of('2016-09-01', '2016-11-30'),
    of('2017-01-01', '2017-12-31'),
  ];
  const notes = (recording: Recording, raisedOn: string[] = []) =>
    reading(
      raisedOn.map((on) =>
        importedDispute({ raisedOn: on, on: '2016-04-01', stages: [], closedOn: undefined }),
      ),
      { ...year, asAt: '2026-12-01', recording },
    ).notes;

  it.each<[string, Recording, string[], string[]]>([
    ['nothing at all', nobody, [], ['Nothing of this period had been recorded by 1 December 2026.']],
    ['rows of which no record is the whole', nobody, ['2016-05-03'], [`Recorded in part: ${untold}`]],
    ['the first months', { records: [spring] }, ['2016-05-03'], [`Recorded until 30 June 2016: ${untold}`]],
    ['the first months, of none', { records: [spring] }, [], [`Recorded until 30 June 2016: ${untold}`]],
    [
      'the first months, and a row of later',
      { records: [spring] },
      ['2016-07-01'],
      [`Recorded until 30 June 2016, and in part after it: ${untold}`],
    ],
    ['the last months', { records: [winter] }, [], [`Recorded from 1 January 2017: ${untold}`]],
    [
      'the last months, and a row of before',
      { records: [winter] },
      ['2016-12-31'],
      [`Recorded from 1 January 2017, and in part before it: ${untold}`],
    ],
    [
      'all but some months between',
      { liveFrom: '2017-01-01', records: [spring] },
      [],
      [`Recorded in part (all of it for April to June 2016 and for January to March 2017): ${untold}`],
    ],
    [
      'some months between',
      { records: [autumn] },
      [],
      [`Recorded in part (all of it for September to November 2016): ${untold}`],
    ],
    ['all', { records: [spring, of('2016-07-01', '2017-03-31')] }, [], []],
  ])('is true of %s', (_, recording, raisedOn, expected) => {
    expect(notes(recording, raisedOn)).toEqual(expected);
  });

  it('is beside counts of what was found, and none of what was not', () => {
    const recording = { records: [{ ...spring, recordedOn: '2026-03-02' }] };
    const report = reading([importedDispute()], { ...year, asAt: '2026-12-01', recording });
    expect(row(report, 'disputes-raised', 'all')).toBe('1');
    expect(counts(report, 'disputes-raised')['informal']).toBeNull();
    expect(report.notes).toEqual([`Recorded until 30 June 2016: ${untold}`]);
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
