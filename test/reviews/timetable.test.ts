import { differences } from '../../src/reviews/joining.js';
import { timedReviews, timetableOf } from '../../src/reviews/timetable.js';
import { careFrom, expected, heldOn, lines, plainPolicy, theTimetable } from './childFacts.js';
import { sameOrTwo } from './saidFacts.js';

const nextFor = (...[facts, policy, asAt]: Parameters<typeof theTimetable>) =>
  theTimetable(facts, policy, asAt).next;

describe('the first review', () => {
  it.each([
    ['Easter', '2024-03-25', '2024-04-24'],
    ['four weeks without a bank holiday', '2024-06-03', '2024-07-01'],
    ['Christmas and New Year', '2025-12-19', '2026-01-21'],
    ['the clocks going forward', '2024-03-04', '2024-04-03'],
    ['the clocks going back', '2024-10-14', '2024-11-11'],
    ['29 February', '2024-02-01', '2024-02-29'],
    ['a start on a Saturday', '2024-06-01', '2024-06-28'],
  ])('is due within 20 working days of the start of care: %s', (_, startedOn, dueOn) => {
    expect(nextFor([careFrom(startedOn)])).toEqual({ due: 'known', type: 'first', dueOn });
  });

  it('is in time on the due day, and late the day after', () => {
    const care = careFrom('2024-03-25');
    expect(lines([care, heldOn('2024-04-24')])).toEqual(['first due 2024-04-24, on time']);
    expect(lines([care, heldOn('2024-04-25')])).toEqual(['first due 2024-04-24, 1 late']);
  });

  it('is late on a Saturday after a Friday, by no working day', () => {
    const [review] = timedReviews(theTimetable([careFrom('2024-05-31'), heldOn('2024-06-29')]));
    expect(review).toMatchObject({ dueOn: '2024-06-28', onTime: false, workingDaysLate: 0 });
  });
});

describe('the reviews after it', () => {
  it('are due 3 months after the first was held, then 6 months after each', () => {
    expect(
      lines([
        careFrom('2024-03-25'),
        heldOn('2024-04-20'),
        heldOn('2024-07-20'),
        heldOn('2025-01-21'),
        heldOn('2025-07-01'),
      ]),
    ).toEqual([
      'first due 2024-04-24, on time',
      'second due 2024-07-20, on time',
      'later due 2025-01-20, 1 late',
      'later due 2025-07-21, on time',
    ]);
  });

  it.each([
    ['2024-08-31', '2025-02-28'],
    ['2023-08-31', '2024-02-29'],
    ['2024-02-29', '2024-08-29'],
    ['2025-09-30', '2026-03-30'],
    ['2025-04-26', '2025-10-26'],
    ['2025-12-25', '2026-06-25'],
  ])('count calendar months, which clip: %s and 6 months is %s', (held, dueOn) => {
    expect(nextFor([careFrom(null, { knownFrom: '2020-01-01' }), heldOn(held)])).toEqual({
      due: 'known',
      type: 'later',
      dueOn,
    });
  });

  it('come sooner where somebody asks, and are still second and later by their order', () => {
    const facts = [careFrom('2024-03-25'), heldOn('2024-04-20'), heldOn('2024-05-02'), heldOn('2024-09-30')];
    expect(lines(facts)).toEqual([
      'first due 2024-04-24, on time',
      'second due 2024-07-20, on time',
      'later due 2024-11-02, on time',
    ]);
  });

  it('come in the order in which they were held, whatever the order of the facts', () => {
    const facts = [heldOn('2024-07-20'), heldOn('2024-04-20'), careFrom('2024-03-25')];
    expect(lines(facts)).toEqual(['first due 2024-04-24, on time', 'second due 2024-07-20, on time']);
  });

  it('start again with each period of care', () => {
    const facts = [
      careFrom('2023-01-09', { endedOn: '2023-06-30' }),
      heldOn('2023-02-01'),
      careFrom('2024-03-25'),
      heldOn('2024-04-24'),
    ];
    expect(lines(facts)).toEqual(['first due 2023-02-06, on time', 'first due 2024-04-24, on time']);
    expect(
      theTimetable(facts).stretches.map(({ stretch, reviews }) => [stretch.from, reviews.length]),
    ).toEqual([
      ['2023-01-09', 1],
      ['2024-03-25', 1],
    ]);
  });
});

describe('a start of care that is not in the files', () => {
  const care = careFrom(null);

  it('leaves the due date of the earliest review not known, and counts 6 months from it', () => {
    expect(lines([care, heldOn('2024-05-01'), heldOn('2024-11-01'), heldOn('2025-05-02')])).toEqual([
      'not-known',
      'later due 2024-11-01, on time',
      'later due 2025-05-01, 1 late',
    ]);
  });

  it('leaves the next one not known while no review is in the files', () => {
    expect(nextFor([care])).toEqual({ due: 'not-known' });
  });

  it('lies before its earliest review, held before the files begin', () => {
    expect(lines([care, heldOn('2024-02-01'), heldOn('2024-08-01')])).toEqual([
      'not-known',
      'later due 2024-08-01, on time',
    ]);
  });

  it('is that of a child of whom no period is in the files', () => {
    expect(lines([heldOn('2024-02-01'), heldOn('2024-08-01')])).toEqual([
      'not-known',
      'later due 2024-08-01, on time',
    ]);
    expect(nextFor([heldOn('2024-02-01')])).toMatchObject({ type: 'later', dueOn: '2024-08-01' });
  });

  it('is that of reviews between two periods', () => {
    const ended = careFrom('2023-01-09', { endedOn: '2023-02-28' });
    const facts = [ended, heldOn('2023-03-20'), careFrom('2024-03-25'), heldOn('2024-04-24')];
    expect(lines(facts)).toEqual(['not-known', 'first due 2024-04-24, on time']);
  });
});

describe('the returns of some years alone', () => {
  const care = careFrom('2023-09-04');
  const ofYears = (years: string[], ...facts: Parameters<typeof theTimetable>[0][number][]) => {
    const returns = years.map((from) => ({ from, recordedAt: '2026-03-02T09:00:00.000Z' }));
    const timetable = timetableOf({ facts, returns }, '2026-03-10', plainPolicy);
    const types = timedReviews(timetable).map((timed) => (timed.due === 'known' ? timed.type : timed.due));
    return { next: timetable.next, types };
  };

  it('leave open what came before: the earliest review in them is not the first', () => {
    expect(ofYears(['2025-04-01'], care, heldOn('2025-05-06'), heldOn('2025-11-04'))).toEqual({
      types: ['not-known', 'later'],
      next: { due: 'known', type: 'later', dueOn: '2026-05-04' },
    });
    expect(ofYears(['2025-04-01'], care).next).toEqual({ due: 'not-known' });
  });

  it('leave open what lies between them', () => {
    const facts = [
      care,
      heldOn('2023-09-28'),
      heldOn('2023-12-20'),
      heldOn('2025-05-06'),
      heldOn('2025-11-04'),
    ];
    expect(ofYears(['2023-04-01', '2025-04-01'], ...facts).types).toEqual([
      'first',
      'second',
      'not-known',
      'later',
    ]);
    expect(ofYears(['2023-04-01', '2024-04-01', '2025-04-01'], ...facts).types).toEqual([
      'first',
      'second',
      'later',
      'later',
    ]);
  });

  it('have the first review of whoever became looked after so late before them that it fell due in them', () => {
    expect(ofYears(['2025-04-01'], careFrom('2025-03-24'), heldOn('2025-04-22')).types).toEqual(['first']);
  });

  it('leave nothing open where another source goes back further', () => {
    const inCaseSystem = heldOn('2023-09-28', { source: 'ssd', sourceId: 'R1' });
    expect(ofYears(['2025-04-01'], care, inCaseSystem, heldOn('2025-05-06')).types).toEqual([
      'first',
      'second',
    ]);
  });

  it('end with the last one: from then on what is recorded is all there is', () => {
    const facts = [care, heldOn('2025-09-30'), heldOn('2026-03-04', { source: 'teams' })];
    expect(ofYears(['2024-04-01'], ...facts).types).toEqual(['not-known', 'later']);
  });
});

describe('the policy’s earlier targets', () => {
  const ealing = { first: 28, second: 90, later: 180 };
  const care = careFrom('2024-03-25');

  it('stand beside the law, which decides what is late', () => {
    const [review] = timedReviews(theTimetable([care, heldOn('2024-04-24')], { targets: ealing }));
    expect(review).toMatchObject({ dueOn: '2024-04-24', targetOn: '2024-04-22', onTime: true });
  });

  it('are for the next review too', () => {
    expect(nextFor([care, heldOn('2024-04-22')], { targets: ealing })).toEqual({
      due: 'known',
      type: 'second',
      dueOn: '2024-07-22',
      targetOn: '2024-07-21',
    });
  });

  it('say nothing where they are later than the law, and make no late review on time', () => {
    const [review] = timedReviews(theTimetable([care, heldOn('2024-04-25')], { targets: { first: 60 } }));
    expect(review).toMatchObject({ dueOn: '2024-04-24', onTime: false });
    expect(review).not.toHaveProperty('targetOn');
  });
});

describe('a review in a series of meetings', () => {
  const facts = [careFrom('2024-03-25'), heldOn('2024-04-26', { firstOn: '2024-04-23' })];

  it('counts on its last day, by default, and the due day stays that of the first', () => {
    expect(lines(facts)).toEqual(['first due 2024-04-24, 2 late']);
    expect(nextFor(facts)).toMatchObject({ dueOn: '2024-07-26' });
  });

  it('counts on its first day where the policy says so', () => {
    expect(lines(facts, { seriesCounts: 'first' })).toEqual(['first due 2024-04-24, on time']);
    expect(nextFor(facts, { seriesCounts: 'first' })).toMatchObject({ dueOn: '2024-07-23' });
  });

  it('keeps both days', () => {
    const [review] = timedReviews(theTimetable(facts));
    expect(review?.review).toMatchObject({ firstOn: '2024-04-23', heldOn: '2024-04-26' });
  });
});

it('counts a review without a meeting as held', () => {
  const facts = [careFrom('2024-03-25'), heldOn('2024-04-20', { withoutMeeting: true })];
  expect(lines(facts)).toEqual(['first due 2024-04-24, on time']);
});

describe('short breaks', () => {
  const shortBreak = (from: string) => ({ from, code: 'V4' });

  it.each(['V3', 'V4'])('have a clock of their own: %s', (code) => {
    const facts = [
      careFrom('2024-03-25', { legalStatuses: [{ from: '2024-03-25', code }] }),
      heldOn('2024-06-01'),
    ];
    expect(lines(facts)).toEqual(['short-break']);
    expect(nextFor(facts)).toEqual({ due: 'short-break' });
  });

  it('become care of the usual kind, which starts the clock on that day', () => {
    const legalStatuses = [shortBreak('2024-01-08'), { from: '2024-03-25', code: 'V2' }];
    const facts = [careFrom('2024-01-08', { legalStatuses }), heldOn('2024-02-20'), heldOn('2024-04-24')];
    expect(lines(facts)).toEqual(['short-break', 'first due 2024-04-24, on time']);
    expect(nextFor(facts)).toMatchObject({ type: 'second', dueOn: '2024-07-24' });
  });

  it('are followed by no first review where the S of the period is not in the files', () => {
    const legalStatuses = [shortBreak('2024-01-08'), { from: '2024-03-25', code: 'V2' }];
    const care = careFrom(null, { knownFrom: '2024-01-08', legalStatuses });
    expect(lines([care, heldOn('2024-04-24')])).toEqual(['not-known']);
  });

  it('may follow on care, and take no review into its timetable', () => {
    const legalStatuses = [{ from: '2024-03-25', code: 'C1' }, shortBreak('2024-09-02')];
    const facts = [careFrom('2024-03-25', { legalStatuses }), heldOn('2024-04-24'), heldOn('2024-10-01')];
    expect(lines(facts)).toEqual(['first due 2024-04-24, on time', 'short-break']);
  });
});

describe('adoption', () => {
  const placed = { from: '2024-09-02', placed: true };
  const care = (...adoption: { from: string; placed: boolean }[]) =>
    careFrom('2024-03-25', { adoption: [{ from: '2024-03-25', placed: false }, ...adoption] });

  it('has a clock of its own from the day on which the child is placed', () => {
    const facts = [care(placed), heldOn('2024-04-24'), heldOn('2024-09-02'), heldOn('2024-12-02')];
    expect(lines(facts)).toEqual(['first due 2024-04-24, on time', 'adoption', 'adoption']);
    expect(nextFor(facts)).toEqual({ due: 'adoption' });
  });

  it('takes nothing from a review that was held before, whenever it was due', () => {
    const facts = [care(placed), heldOn('2024-04-24'), heldOn('2024-08-30')];
    expect(lines(facts)).toEqual(['first due 2024-04-24, on time', 'second due 2024-07-24, 26 late']);
    const early = [care({ from: '2024-07-20', placed: true }), heldOn('2024-04-24'), heldOn('2024-07-19')];
    expect(lines(early)).toEqual(['first due 2024-04-24, on time', 'second due 2024-07-24, on time']);
  });

  it('goes on until the first review after the placement has ended, which no due day of ours is late for', () => {
    const back = { from: '2025-02-03', placed: false };
    const facts = [care(placed, back), heldOn('2024-04-24'), heldOn('2024-07-10')];
    expect(nextFor(facts)).toEqual({ due: 'adoption', returnedBy: '2025-03-17' });
    const held = [...facts, heldOn('2025-03-10')];
    expect(lines(held).at(-1)).toBe('adoption');
    expect(nextFor(held)).toMatchObject({ type: 'later', dueOn: '2025-09-10' });
  });

  it('is followed by a later review, 6 months after the last that was held', () => {
    const back = { from: '2025-03-03', placed: false };
    const facts = [
      care(placed, back),
      ...['2024-04-24', '2025-02-03', '2025-04-07'].map((day) => heldOn(day)),
    ];
    expect(lines([...facts, heldOn('2025-10-01')])).toEqual([
      'first due 2024-04-24, on time',
      'adoption',
      'adoption',
      'later due 2025-10-07, on time',
    ]);
  });

  it('is of this time of care alone', () => {
    const again = careFrom('2026-05-05');
    const before = careFrom('2024-03-25', { adoption: [placed], endedOn: '2025-01-10' });
    expect(nextFor([before, again])).toMatchObject({ type: 'first' });
  });
});

describe('the next review', () => {
  it('is none for a child who is no longer looked after, from the day that care ended', () => {
    const facts = [careFrom('2024-03-25', { endedOn: '2024-05-10' })];
    expect(nextFor(facts)).toEqual({ due: 'none', why: 'no-longer-looked-after' });
    const recordedAt = '2024-05-01T09:00:00.000Z';
    const then = facts.map((fact) => ({ ...fact, recordedAt }));
    expect(nextFor(then, {}, '2024-05-09')).toMatchObject({ due: 'known' });
    expect(nextFor(then, {}, '2024-05-10')).toMatchObject({ due: 'none' });
  });

  it('is as it was known by the end of the as-at day', () => {
    const facts = [
      careFrom('2024-03-25', { recordedAt: '2024-03-28T09:00:00.000Z' }),
      heldOn('2024-04-24', { recordedAt: '2024-04-30T22:30:00.000Z' }),
      heldOn('2024-07-24', {
        recordedAt: '2024-07-25T09:00:00.000Z',
        supersededAt: '2024-07-26T09:00:00.000Z',
      }),
    ];
    expect(nextFor(facts, {}, '2024-04-29')).toMatchObject({ type: 'first' });
    expect(nextFor(facts, {}, '2024-04-30')).toMatchObject({ type: 'second', dueOn: '2024-07-24' });
    expect(nextFor(facts, {}, '2024-07-25')).toMatchObject({ type: 'later', dueOn: '2025-01-24' });
    expect(nextFor(facts, {}, '2024-07-26')).toMatchObject({ type: 'second', dueOn: '2024-07-24' });
  });
});

describe('what the case system says of the next review', () => {
  const told = (...facts: Parameters<typeof theTimetable>[0]) => theTimetable(facts).caseSystem;

  it('is the earliest that it expects after the last one held', () => {
    expect(
      told(heldOn('2024-04-24'), expected('2024-07-23'), expected('2024-04-24'), expected('2025-01-23')),
    ).toEqual({ dueOn: '2024-07-23', cancelled: false });
  });

  it('is not the review that Teams has as held already, its row being open there', () => {
    const care = careFrom('2024-03-25');
    const inTeams = heldOn('2024-04-17', { source: 'teams', sourceId: 'R1' });
    expect(told(care, inTeams, expected('2024-07-23', { sourceId: 'R1' }))).toBeUndefined();
    const withoutId = heldOn('2024-04-17', { source: 'teams' });
    expect(told(care, withoutId, expected('2024-04-23'))).toBeUndefined();
    expect(told(care, withoutId, expected('2024-07-16'))).toEqual({ dueOn: '2024-07-16', cancelled: false });
  });

  it('may be that it was cancelled', () => {
    const cancelled = expected('2024-07-23', { cancelled: true });
    expect(told(heldOn('2024-04-24'), cancelled)).toEqual({ dueOn: '2024-07-23', cancelled: true });
    expect(told(cancelled, expected('2024-08-01'))).toEqual({ dueOn: '2024-08-01', cancelled: false });
  });
});

describe('a review that several sources tell of', () => {
  const care = careFrom('2024-03-25');
  const inTeams = (day: string, differs = {}) =>
    heldOn(day, { source: 'teams', recordedAt: '2026-03-02T10:00:00.000Z', ...differs });
  const inCaseSystem = (day: string, sourceId: string, differs = {}) =>
    heldOn(day, { source: 'ssd', sourceId, recordedAt: '2026-03-03T06:00:00.000Z', ...differs });
  const days = (...facts: Parameters<typeof theTimetable>[0]) =>
    timedReviews(theTimetable(facts)).map(({ review }) => review.heldOn);

  it('is one by the case system’s id, however far the days are apart', () => {
    expect(days(care, inTeams('2024-04-02', { sourceId: 'R1' }), inCaseSystem('2024-04-24', 'R1'))).toEqual([
      '2024-04-24',
    ]);
  });

  it('is one by the same day', () => {
    expect(days(care, heldOn('2024-04-24'), inCaseSystem('2024-04-24', 'R1'), inTeams('2024-04-24'))).toEqual(
      ['2024-04-24'],
    );
  });

  it('is one where it is the only one recorded in Teams within 10 days; the later recorded shows', () => {
    const facts = [care, inTeams('2024-04-14'), inCaseSystem('2024-04-24', 'R1', { participation: 'PN5' })];
    const [only, ...others] = timedReviews(theTimetable(facts));
    expect(others).toEqual([]);
    expect(only?.review).toMatchObject({ heldOn: '2024-04-24', participation: 'PN5' });
    expect(differences(only!.review)).toMatchObject([
      { source: 'teams', heldOn: '2024-04-14', participation: 'PN1' },
    ]);
  });

  it('is shown as it was recorded in Teams where that came later', () => {
    const later = inTeams('2024-04-14', { recordedAt: '2026-03-04T10:00:00.000Z' });
    expect(days(care, later, inCaseSystem('2024-04-24', 'R1'))).toEqual(['2024-04-14']);
  });

  it('is two from 11 days on', () => {
    const facts = [care, inTeams('2024-04-13'), inCaseSystem('2024-04-24', 'R1')];
    expect(days(...facts)).toEqual(['2024-04-13', '2024-04-24']);
    expect(theTimetable(facts).perhapsTheSame).toEqual([]);
  });

  it('is two where Teams has two so near, and the IRO is asked', () => {
    const facts = [care, inTeams('2024-04-10'), inTeams('2024-04-16'), inCaseSystem('2024-04-14', 'R1')];
    expect(days(...facts)).toEqual(['2024-04-10', '2024-04-14', '2024-04-16']);
    expect(theTimetable(facts).perhapsTheSame).toHaveLength(2);
  });

  it('is two where the case system has two so near, and the IRO is asked', () => {
    const facts = [
      care,
      inTeams('2024-04-14'),
      inCaseSystem('2024-04-10', 'R1'),
      inCaseSystem('2024-04-16', 'R2'),
    ];
    expect(days(...facts)).toEqual(['2024-04-10', '2024-04-14', '2024-04-16']);
    expect(theTimetable(facts).perhapsTheSame).toHaveLength(2);
  });

  it('is two in two periods of care', () => {
    const facts = [
      careFrom('2023-01-09', { endedOn: '2024-03-25' }),
      care,
      inTeams('2024-03-22'),
      inCaseSystem('2024-03-27', 'R1'),
    ];
    expect(days(...facts)).toEqual(['2024-03-22', '2024-03-27']);
  });

  it('is two where two imports differ by a day, and the IRO is asked', () => {
    const facts = [care, heldOn('2024-04-23'), inCaseSystem('2024-04-24', 'R1')];
    expect(days(...facts)).toEqual(['2024-04-23', '2024-04-24']);
    expect(theTimetable(facts).perhapsTheSame).toHaveLength(1);
  });

  it('is one, on the day that is right, once the IRO has said so, and nothing is listed any more', () => {
    const facts = [care, heldOn('2024-04-23'), inCaseSystem('2024-04-24', 'R1')];
    const same = theTimetable([...facts, sameOrTwo(['2024-04-23', '2024-04-24'], true, '2024-04-23')]);
    const [only, ...others] = timedReviews(same);
    expect(others).toEqual([]);
    expect(only?.review.heldOn).toBe('2024-04-23');
    expect(differences(only!.review)).toEqual([]);
    expect(same.perhapsTheSame).toEqual([]);
  });

  it('is listed again where a source says yet another day after that', () => {
    const facts = [
      care,
      heldOn('2024-04-23'),
      sameOrTwo(['2024-04-23', '2024-04-24'], true, '2024-04-23'),
      inCaseSystem('2024-04-24', 'R1', { supersededAt: '2026-03-06T10:00:00.000Z' }),
    ];
    const corrected = inCaseSystem('2024-04-22', 'R1', { recordedAt: '2026-03-06T10:00:00.000Z' });
    expect(days(...facts, corrected)).toEqual(['2024-04-22', '2024-04-23']);
    expect(theTimetable([...facts, corrected]).perhapsTheSame).toHaveLength(1);
  });

  it('is two once the IRO has said so, however near', () => {
    const facts = [care, inTeams('2024-04-14'), inCaseSystem('2024-04-24', 'R1')];
    const two = [...facts, sameOrTwo(['2024-04-24', '2024-04-14'], false)];
    expect(days(...two)).toEqual(['2024-04-14', '2024-04-24']);
    expect(theTimetable(two).perhapsTheSame).toEqual([]);
  });

  it('differs in nothing where one source does not know the code', () => {
    const facts = [care, inTeams('2024-04-24'), inCaseSystem('2024-04-24', 'R1', { participation: null })];
    const [only] = timedReviews(theTimetable(facts));
    expect(only?.review.participation).toBe('PN1');
    expect(differences(only!.review)).toEqual([]);
  });
});
