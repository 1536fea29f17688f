import * as fc from 'fast-check';
import { addDays, atHour, type Day, englishDay, type Instant } from '../../src/calendar/days.js';
import { isWorkingDay } from '../../src/calendar/workingDays.js';
import { replay } from '../../src/disputes/apply.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { type Lived, lived, morningHour, type Timeline, timelines } from './timeline.js';

const always = (holds: (timeline: Timeline) => void) =>
  fc.assert(fc.property(timelines, holds), { numRuns: 300 });

const byClock = ({ history }: Dispute) => history.filter(({ by }) => by === 'clock');
/** What it is and for when, not when it was written down. */
const nominal = (event: DisputeEvent) => {
  const day = (field: string) => String(Reflect.get(event, field) ?? '-');
  return [event.kind, day('nominalOn'), day('dueOn'), day('totalDueOn'), day('checkOn')].join(' ');
};
const strikesAt = (event: DisputeEvent): Instant =>
  'nominalOn' in event
    ? atHour(event.nominalOn, morningHour)
    : atHour(addDays('dueOn' in event ? (event.dueOn ?? '') : '', 1), '00:00');

/** The next day that is worked on, counted on the fingers. */
function workedOn(day: Day): Day {
  let next = day;
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}
function workedBefore(day: Day): Day {
  let before = addDays(day, -1);
  while (!isWorkingDay(before)) before = addDays(before, -1);
  return before;
}

/** Looks at every single morning of the time, and says what a careful person would have to remind of on it. */
function byHand({ moments, until }: Lived): string[] {
  const found: string[] = [];
  const judged = new Set<number>();
  let warned = false;
  for (
    let day = englishDay(moments[0]?.from ?? until);
    atHour(day, morningHour) <= until;
    day = addDays(day, 1)
  ) {
    const at = atHour(day, morningHour);
    const moment = moments.findLast(({ from }) => from < at);
    if (moment === undefined || !isWorkingDay(day)) continue;
    const { dispute } = moment;
    const say = (kind: string, dueOn = '-', totalDueOn = '-', checkOn = '-') =>
      found.push([kind, day, dueOn, totalDueOn, checkOn].join(' '));
    const told = dispute.history.findLast(
      ({ kind }) => kind === 'stageEntered' || kind === 'sentAgain' || kind === 'notResolved',
    );
    if (dispute.status === 'waiting' && told?.on !== day) {
      const { dueOn, enteredOn } = dispute.stage;
      if (dueOn !== null && workedBefore(dueOn) === day) say('reminderFellDue', dueOn);
      for (let week = addDays(enteredOn, 7); week <= day; week = addDays(week, 7))
        if (dueOn === null && workedOn(week) === day) say('reminderFellDue');
    }
    const unsettled = ['waiting', 'answered', 'returned'].includes(dispute.status);
    if (
      unsettled &&
      !warned &&
      dispute.formal !== undefined &&
      workedBefore(dispute.formal.totalDueOn) === day
    ) {
      warned = true;
      say('totalNeared', '-', dispute.formal.totalDueOn);
    }
    if (dispute.status === 'answered' && !judged.has(dispute.answer.event)) {
      const { answer } = dispute;
      const given = dispute.history.find(({ seq }) => seq === answer.event)?.on ?? day;
      const first = workedOn(addDays(given, 1));
      if (workedOn(addDays(first, 1)) === day) {
        judged.add(answer.event);
        say('stillUnjudged');
      }
    }
    if (dispute.status === 'agreed' && workedOn(dispute.checkOn) === day)
      say('checkDayCame', '-', '-', dispute.checkOn);
  }
  return found;
}

describe('whoever presses whatever, and however rarely somebody sweeps', () => {
  it('the clock records what it would have recorded looking all the time, with the same days', () => {
    always((timeline) => {
      const [often, once] = [lived(timeline, true).end, lived(timeline, false).end];
      expect(byClock(often).map(nominal)).toEqual(byClock(once).map(nominal));
      expect(often.history.map(({ kind }) => kind)).toEqual(once.history.map(({ kind }) => kind));
    });
  });

  it('the clock reminds of what somebody who looks at every morning would remind of, and of nothing else', () => {
    always((timeline) => {
      const life = lived(timeline, true);
      const reminded = byClock(life.end).filter((event) => 'nominalOn' in event);
      expect(reminded.map(nominal).toSorted()).toEqual(byHand(life).toSorted());
    });
  });

  it('the clock records nothing twice, nothing before its instant, and all in the order of their instants', () => {
    always((timeline) => {
      const { end } = lived(timeline, true);
      const events = byClock(end);
      let stage = 0;
      const keys = events.map((event) => {
        stage = end.history.filter(({ kind, seq }) => kind === 'stageEntered' && seq < event.seq).length;
        return `${stage} ${nominal(event)} ${'answer' in event ? event.answer : ''} ${event.turn}`;
      });
      expect(new Set(keys).size).toBe(keys.length);
      for (const event of events) expect(event.at >= strikesAt(event)).toBe(true);
      const instants = events.map(strikesAt);
      expect(instants).toEqual(instants.toSorted());
    });
  });

  it('the clock moves no turn, and the history told again gives the state', () => {
    always((timeline) => {
      const { end } = lived(timeline, true);
      for (const event of byClock(end)) expect(event.turn).toBe(event.atTurn);
      expect(replay(end.history)).toEqual(end);
    });
  });

  it('gets to every kind of step', () => {
    const kinds = fc
      .sample(timelines, { numRuns: 300, seed: 7 })
      .flatMap((each) => byClock(lived(each, true).end));
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set([
        'reminderFellDue',
        'noResponse',
        'duePassedAgain',
        'totalNeared',
        'stillUnjudged',
        'checkDayCame',
      ]),
    );
  });
});
