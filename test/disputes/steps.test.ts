import { nextStep } from '../../src/disputes/steps.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { intentsOf } from '../../src/disputes/intents.js';
import { after, agreed, closed, informal, offered, raised, returned } from './builders.js';
import { recorded, struck } from './striking.js';

const manager = { by: 'person:team-manager' };

/** What comes next, and when by a London clock of winter. */
const next = (dispute: Dispute, morningHour = '08:00') => {
  const step = nextStep(dispute, morningHour);
  return [step?.what === 'prompt' ? step.event.kind : step?.what, step?.at];
};
/** The days of one kind of prompt that are recorded by an instant. */
const daysOf = (kind: string, dispute: Dispute, now: string) =>
  recorded(dispute, now).flatMap((event) =>
    event.kind === kind && 'nominalOn' in event ? [event.nominalOn] : [],
  );

describe('the reminder of an answer', () => {
  it('is due at the service’s hour on the working day before the due day', () => {
    expect(next(raised())).toEqual(['reminderFellDue', '2026-03-06T08:00:00.000Z']);
    expect(next(raised(), '07:15')).toEqual(['reminderFellDue', '2026-03-06T07:15:00.000Z']);
    expect(recorded(raised(), '2026-03-06T07:59:59.999Z')).toEqual([]);
    expect(recorded(raised(), '2026-03-06T08:00:00.000Z')).toMatchObject([
      {
        kind: 'reminderFellDue',
        stage: 'team-manager',
        nominalOn: '2026-03-06',
        dueOn: '2026-03-09',
        by: 'clock',
      },
    ]);
  });

  it('keeps to a London clock: an hour earlier in UTC in summer, the same day on both sides of a change', () => {
    // The clocks go forward on Sun 29 March and back on Sun 25 October.
    expect(next(raised({}, { on: '2026-03-20' }))).toEqual(['reminderFellDue', '2026-03-26T08:00:00.000Z']);
    expect(next(raised({}, { on: '2026-03-24' }))).toEqual(['reminderFellDue', '2026-03-30T07:00:00.000Z']);
    expect(next(raised({}, { on: '2026-10-19' }))).toEqual(['reminderFellDue', '2026-10-23T07:00:00.000Z']);
    expect(next(raised({}, { on: '2026-10-20' }))).toEqual(['reminderFellDue', '2026-10-26T08:00:00.000Z']);
  });

  it('comes before the Easter and the Christmas days that nobody works', () => {
    // Good Friday is 3 April, Easter Monday 6 April.
    expect(next(raised({}, { on: '2026-03-27' }))[1]).toBe('2026-04-02T07:00:00.000Z');
    // Christmas is a Friday, Boxing Day is kept on Monday the 28th.
    expect(next(raised({}, { on: '2026-12-18' }))[1]).toBe('2026-12-24T08:00:00.000Z');
  });

  it('is none while it is answered, returned, agreed, closed or informal', () => {
    for (const dispute of [informal(), offered(), returned(), agreed(), closed()])
      expect(daysOf('reminderFellDue', dispute, '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('is recorded once, however often the clock comes by', () => {
    const reminded = struck(raised(), '2026-03-06T08:00:00.000Z');
    expect(recorded(reminded, '2026-03-06T12:00:00.000Z')).toEqual([]);
    expect(next(reminded)).toEqual(['due-day-passed', '2026-03-10T00:00:00.000Z']);
    // Another hour of the policy makes no second one.
    expect(next(reminded, '11:00')).toEqual(['due-day-passed', '2026-03-10T00:00:00.000Z']);
  });

  it('is none on the day on which they were told by a new card', () => {
    const back = after(offered(), 'not-resolved', {
      on: '2026-03-05',
      fields: { text: 'No.', next: 'back' },
    });
    expect(back).toMatchObject({ stage: { dueOn: '2026-03-09' } });
    expect(daysOf('reminderFellDue', back, '2026-03-09T00:00:00.000Z')).toEqual(['2026-03-06']);
    const late = after(offered(), 'not-resolved', {
      on: '2026-03-06',
      fields: { text: 'No.', next: 'back' },
    });
    expect(late).toMatchObject({ stage: { dueOn: '2026-03-10' } });
    expect(daysOf('reminderFellDue', late, '2026-03-10T00:00:00.000Z')).toEqual(['2026-03-09']);
    const sentOn = after(returned(), 'send-to', { on: '2026-03-06' });
    expect(daysOf('reminderFellDue', sentOn, '2026-03-10T00:00:00.000Z')).toEqual([]);
  });

  it('comes once more before a day that more time has moved, if its hour is still to come', () => {
    const reminded = struck(raised(), '2026-03-06T08:00:00.000Z');
    const more = (dueOn: string) =>
      after(reminded, 'more-time', { on: '2026-03-06', fields: { dueOn, text: 'Leave.' } });
    expect(daysOf('reminderFellDue', more('2026-03-13'), '2026-03-13T00:00:00.000Z')).toEqual(['2026-03-12']);
    // Allowed at 09:14 on the day before: that morning's hour has gone by.
    const onTheDay = after(raised(), 'more-time', {
      on: '2026-03-12',
      fields: { dueOn: '2026-03-13', text: 'Leave.' },
    });
    expect(daysOf('reminderFellDue', onTheDay, '2026-03-13T00:00:00.000Z')).toEqual([]);
  });

  it('tells the holder, moves no turn, and has the posted cards follow', () => {
    const events = recorded(raised(), '2026-03-06T08:00:00.000Z');
    expect(intentsOf(events)).toEqual([
      { to: 'responder', event: 3, turn: 1, why: 'reminder' },
      { to: 'posted', event: 3 },
    ]);
    expect(struck(raised(), '2026-03-06T08:00:00.000Z')).toMatchObject({ turn: 1, status: 'waiting' });
  });
});

describe('a stage without a due day', () => {
  const open = (on: string) => raised({ stage: 'director' }, { ladder: 'alert', on });

  it('is reminded of every seventh day from its entry', () => {
    expect(daysOf('reminderFellDue', open('2026-03-02'), '2026-03-24T00:00:00.000Z')).toEqual([
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
    ]);
  });

  it('or on the next working day, going on from its entry', () => {
    // Easter Monday is 6 April.
    expect(daysOf('reminderFellDue', open('2026-03-30'), '2026-04-14T00:00:00.000Z')).toEqual([
      '2026-04-07',
      '2026-04-13',
    ]);
    expect(daysOf('reminderFellDue', open('2026-12-18'), '2027-01-05T00:00:00.000Z')).toEqual([
      '2026-12-29',
      '2027-01-04',
    ]);
    expect(daysOf('reminderFellDue', open('2026-03-07'), '2026-03-24T00:00:00.000Z')).toEqual([
      '2026-03-16',
      '2026-03-23',
    ]);
  });

  it('is not while it is answered, and goes on when it comes back', () => {
    const answered = after(open('2026-03-02'), 'resolve', { by: 'person:director', on: '2026-03-05' });
    const back = after(answered, 'not-resolved', {
      by: 'person:lead',
      on: '2026-03-16',
      fields: { text: 'No.', next: 'back' },
    });
    expect(daysOf('reminderFellDue', back, '2026-03-31T00:00:00.000Z')).toEqual(['2026-03-23', '2026-03-30']);
  });

  it('tells whoever holds it', () => {
    const [first] = recorded(open('2026-03-02'), '2026-03-09T08:00:00.000Z');
    expect(intentsOf(first === undefined ? [] : [first])[0]).toMatchObject({
      to: 'responder',
      why: 'reminder',
    });
  });
});

describe('the warning that the days of all stages end', () => {
  const unsettled: readonly [string, () => Dispute][] = [
    ['waiting', () => raised()],
    ['answered', offered],
    ['returned', returned],
  ];

  it.each(unsettled)('comes one working day before them, once, while it is %s', (_, dispute) => {
    expect(daysOf('totalNeared', dispute(), '2026-03-27T07:59:59.999Z')).toEqual([]);
    expect(daysOf('totalNeared', dispute(), '2027-01-01T00:00:00.000Z')).toEqual(['2026-03-27']);
  });

  it('does not come to one that is informal, agreed or closed', () => {
    for (const dispute of [informal(), agreed(), closed()])
      expect(daysOf('totalNeared', dispute, '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('comes where it is opened again by then, and not after its hour', () => {
    const reopened = (on: string) => after(agreed(), 'not-done', { on });
    expect(daysOf('totalNeared', reopened('2026-03-24'), '2027-01-01T00:00:00.000Z')).toEqual(['2026-03-27']);
    expect(daysOf('totalNeared', reopened('2026-03-27'), '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('tells the IRO side', () => {
    const [warning] = recorded(offered(), '2026-03-27T08:00:00.000Z').filter(
      ({ kind }) => kind === 'totalNeared',
    );
    expect(intentsOf(warning === undefined ? [] : [warning])[0]).toMatchObject({ to: 'iro', why: 'total' });
  });
});

describe('an answer that nobody judges', () => {
  it('is brought to mind on the second working day after it, once', () => {
    const answered = offered();
    expect(daysOf('stillUnjudged', answered, '2026-03-06T07:59:59.999Z')).toEqual([]);
    expect(daysOf('stillUnjudged', answered, '2026-03-20T00:00:00.000Z')).toEqual(['2026-03-06']);
    const disagreed = after(raised(), 'disagree', { ...manager, on: '2026-03-06' });
    expect(daysOf('stillUnjudged', disagreed, '2026-03-20T00:00:00.000Z')).toEqual(['2026-03-10']);
  });

  it('and each answer anew', () => {
    const back = after(struck(offered(), '2026-03-06T08:00:00.000Z'), 'not-resolved', { on: '2026-03-06' });
    const again = after(back, 'resolve', { ...manager, on: '2026-03-09', seenTurn: back.turn });
    expect(daysOf('stillUnjudged', again, '2026-03-20T00:00:00.000Z')).toEqual(['2026-03-11']);
  });

  it('tells the IRO side', () => {
    expect(intentsOf(recorded(offered(), '2026-03-06T08:00:00.000Z'))[0]).toMatchObject({
      to: 'iro',
      why: 'unjudged',
    });
  });
});

describe('the day to check', () => {
  const toCheck = (checkOn: string, on = '2026-03-04') =>
    after(offered(), 'agree', { on, fields: { outcome: 'plan-changed', checkOn } });

  it('comes at the service’s hour of the day, or of the next working day, once', () => {
    expect(next(toCheck('2026-03-23'))).toEqual(['checkDayCame', '2026-03-23T08:00:00.000Z']);
    expect(next(toCheck('2026-03-21'))).toEqual(['checkDayCame', '2026-03-23T08:00:00.000Z']);
    expect(next(toCheck('2026-04-03'))).toEqual(['checkDayCame', '2026-04-07T07:00:00.000Z']);
    expect(daysOf('checkDayCame', toCheck('2026-03-23'), '2026-06-01T00:00:00.000Z')).toEqual(['2026-03-23']);
  });

  it('brings no notice where it was agreed after that hour of the day itself', () => {
    expect(next(toCheck('2026-03-04'))).toEqual([undefined, undefined]);
    // At 09:14; a service whose day begins later is still told.
    expect(next(toCheck('2026-03-04'), '10:00')).toEqual(['checkDayCame', '2026-03-04T10:00:00.000Z']);
  });

  it('tells the IRO side', () => {
    expect(intentsOf(recorded(toCheck('2026-03-23'), '2026-03-23T08:00:00.000Z'))[0]).toMatchObject({
      to: 'iro',
      why: 'check-day',
    });
  });
});

describe('ten days without the clock', () => {
  it('are made up for in the order of the nominal instants', () => {
    const events = recorded(raised(), '2026-04-01T07:00:00.000Z');
    expect(events.map((event) => [event.kind, 'nominalOn' in event ? event.nominalOn : ''])).toEqual([
      ['reminderFellDue', '2026-03-06'],
      ['noResponse', ''],
      ['totalNeared', '2026-03-27'],
    ]);
    expect(new Set(events.map(({ on, turn }) => `${on} ${turn}`))).toEqual(new Set(['2026-04-01 1']));
  });
});
