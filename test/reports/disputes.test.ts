import { addDays } from '../../src/calendar/days.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import {
  after,
  agreed,
  closed,
  disagreed,
  informal,
  offered,
  pressedOn,
  raised,
  raisedOn,
  returned,
  secondChild,
  waiting,
} from '../disputes/builders.js';
import { struck } from '../disputes/striking.js';
import { counts, reading, row } from './reading.js';

const manager = { by: 'person:team-manager' };
const lapsed = (dispute: Dispute, on = '2026-03-10', told = true) =>
  struck(dispute, `${on}T00:00:00.000Z`, { told });
const inError = () => after(waiting(), 'close', { fields: { outcome: 'raised-in-error', text: 'Twice.' } });

describe('disputes raised', () => {
  it('count each once, as formal as it was at the as-at date', () => {
    const madeFormal = after(informal(), 'make-formal', { on: '2026-03-20' });
    const disputes = [waiting(), informal(), madeFormal];
    const early = counts(reading(disputes, { asAt: '2026-03-19' }), 'disputes-raised');
    expect(early).toMatchObject({ all: 3, informal: 2, formal: 1, 'made-formal': 0 });
    const later = counts(reading(disputes, { asAt: '2026-03-20' }), 'disputes-raised');
    expect(later).toMatchObject({ all: 3, informal: 1, formal: 2, 'made-formal': 1 });
  });

  it('leave those raised in error beside, in every measure', () => {
    const report = reading([waiting(), inError()]);
    expect(counts(report, 'disputes-raised')).toMatchObject({ all: 1, formal: 1, 'raised-in-error': 1 });
    expect(row(report, 'stages-entered', 'team-manager')).toBe('1 of 1: 100');
    expect(row(report, 'outcomes', 'raised-in-error')).toBe('1');
  });

  it('count children, families and IROs once, a child added later from then on', () => {
    const both = after(waiting(), 'add-child', { child: secondChild });
    const report = reading([both, waiting()]);
    expect(counts(report, 'disputes-raised')).toMatchObject({ children: 2, families: 1, iros: 1 });
    const before = reading([both], { asAt: '2026-03-03' });
    expect(row(before, 'disputes-raised', 'children')).toBe('1');
  });

  it('are those of the period alone, both ends in', () => {
    const disputes = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => raised({}, { on }));
    expect(row(reading(disputes, { asAt: '2026-04-30' }), 'disputes-raised', 'all')).toBe('2');
  });
});

describe('moves', () => {
  it('tell the IRO’s from the manager’s, and a bypass from an escalation', () => {
    const escalated = after(waiting(), 'escalate');
    const bypassed = after(waiting(), 'escalate', { fields: { to: 'director', text: 'Urgent.' } });
    const passedUp = after(waiting(), 'pass-up', manager);
    const late = lapsed(waiting());
    const untold = lapsed(waiting(), '2026-03-10', false);
    const report = reading([escalated, bypassed, passedUp, late, untold]);
    expect(counts(report, 'moves')).toEqual({
      all: 3,
      escalated: 1,
      bypassed: 1,
      'passed-up': 1,
      'no-response': 1,
      'could-not-be-told': 1,
    });
  });

  it('count a stage climbed because a check found it not done, and none where it stays', () => {
    const notDone = (stage: string) =>
      after(agreed(), 'not-done', { on: '2026-03-23', fields: { text: 'Nothing was done.', stage } });
    const up = reading([notDone('next')]);
    expect(counts(up, 'moves')).toMatchObject({ all: 1, escalated: 1, bypassed: 0 });
    expect(row(up, 'stages-entered', 'operations-manager')).toBe('1 of 1: 100');
    expect(counts(reading([notDone('same')]), 'moves')).toMatchObject({ all: 0, escalated: 0 });
  });

  it('do not count a start at a later stage', () => {
    const report = reading([raised({ stage: 'director' })]);
    expect(row(report, 'moves', 'all')).toBe('0');
    expect(row(report, 'stages-highest', 'director')).toBe('1 of 1: 100');
    expect(row(report, 'stages-entered', 'team-manager')).toBe('0 of 1: 0');
  });
});

describe('outcomes', () => {
  it('have each outcome, and what is open', () => {
    const done = after(agreed(), 'done', { on: '2026-03-23' });
    const again = after(agreed(), 'not-done', { on: '2026-03-23' });
    const report = reading([done, again, closed(), waiting()]);
    expect(counts(report, 'outcomes')).toMatchObject({
      all: 2,
      resolved: 1,
      'plan-changed': 1,
      withdrawn: 1,
      open: 2,
      'not-recorded': 0,
      agreed: 2,
      done: 1,
      reopened: 1,
    });
    expect(row(report, 'stages-ended-otherwise', 'team-manager')).toBe('1 of 4: 25');
  });
});

describe('time', () => {
  it('to close is counted in working days to the day that it was found done', () => {
    const done = after(agreed(), 'done', { on: '2026-03-23' });
    const withdrawn = closed();
    const report = reading([done, withdrawn, waiting()]);
    expect(row(report, 'time-to-close', 'all')).toBe('2: 8.5');
    expect(row(report, 'time-to-close', 'informal')).toBe('0');
  });

  it('is open at the end, an agreement that is to be checked too', () => {
    const report = reading([agreed(), waiting(), closed(), raised({}, { on: '2026-02-02' })]);
    expect(row(report, 'open-at-end', 'all')).toBe('2: 21');
    expect(row(report, 'open-at-end', 'raised-earlier')).toBe('1: 41');
    expect(report.measures.find(({ id }) => id === 'open-at-end')?.items).toHaveLength(2);
  });

  it('is over 20 working days from the day after the total', () => {
    const open = (asAt: string) => row(reading([waiting()], { asAt }), 'over-20-days', 'open');
    expect([open('2026-03-30'), open('2026-03-31')]).toEqual(['0 of 1: 0', '1 of 1: 100']);
    const late = after(waiting(), 'withdraw', { on: '2026-03-31' });
    expect(row(reading([late]), 'over-20-days', 'closed')).toBe('1 of 1: 100');
    const allowed = after(waiting(), 'more-time', { fields: { dueOn: '2026-04-20', text: 'A move.' } });
    expect(counts(reading([allowed]), 'over-20-days')).toMatchObject({ 'more-time': 1, 'stage-due': 1 });
    const back = (on: string) => {
      const answered = after(waiting(), 'disagree', { ...manager, on });
      return counts(reading([after(answered, 'not-resolved', { on })]), 'over-20-days')['stage-due'];
    };
    // Two working days after the answer was sent back: beyond Mon 30 Mar, or on it.
    expect([back('2026-03-27'), back('2026-03-26')]).toEqual([1, 0]);
  });
});

describe('response time', () => {
  const answerOn = (on: string) => after(waiting(), 'resolve', { ...manager, on, fields: { text: 'Done.' } });

  it('is by the clock, by the next working day, and within two', () => {
    // Raised on Mon 2 Mar at 09:14: the same time of Tuesday is 24 hours, Wednesday the second working day.
    const report = reading([raisedOn, '2026-03-03', '2026-03-04', '2026-03-05'].map(answerOn));
    expect(row(report, 'response-time', 'all')).toBe('4 of 4: 100');
    expect(row(report, 'response-time', 'median-hours')).toBe('4: 36');
    expect(row(report, 'response-time', 'within-24-hours')).toBe('2 of 4: 50');
    expect(row(report, 'response-time', 'by-next-working-day')).toBe('2 of 4: 50');
    expect(row(report, 'response-time', 'within-2-working-days')).toBe('3 of 4: 75');
  });

  it('that was known and slow is none of them, also where recording began within the period', () => {
    const recording = { liveFrom: '2026-03-02', records: [] };
    const report = reading([answerOn('2026-03-06')], { recording });
    expect(row(report, 'response-time', 'within-2-working-days')).toBe('0 of 1: 0');
  });

  it('counts the weekend by the clock, and not in working days', () => {
    const friday = raised({}, { on: '2026-03-06' });
    const monday = after(friday, 'disagree', { ...manager, on: '2026-03-09' });
    const report = reading([monday]);
    expect(row(report, 'response-time', 'within-24-hours')).toBe('0 of 1: 0');
    expect(row(report, 'response-time', 'by-next-working-day')).toBe('1 of 1: 100');
  });

  it('is none from the day after the due day, also where nobody came to record it', () => {
    const none = (asAt: string) => row(reading([waiting()], { asAt }), 'response-time', 'none');
    expect([none('2026-03-09'), none('2026-03-10')]).toEqual(['0 of 0', '1 of 1: 100']);
    expect(row(reading([answerOn('2026-03-16')]), 'response-time', 'all')).toBe('1 of 1: 100');
  });

  it('leaves apart what was moved on before its due day, passed up, or returned', () => {
    const report = reading([closed(), after(waiting(), 'pass-up', manager), returned()], { asAt: pressedOn });
    expect(counts(report, 'response-time')).toMatchObject({ all: 0, none: 0, 'passed-up': 1, returned: 1 });
  });

  it('leaves apart what nobody there could be told of, answered since or not', () => {
    const untold = lapsed(waiting(), '2026-03-10', false);
    const answered = after(untold, 'resolve', { ...manager, on: '2026-03-16', fields: { text: 'Done.' } });
    for (const report of [reading([untold]), reading([answered])]) {
      expect(row(report, 'response-time', 'all')).toBe('0 of 0');
      expect(row(report, 'response-time', 'none')).toBe('0 of 0');
      expect(row(report, 'response-time', 'within-2-working-days')).toBe('0 of 0');
      expect(row(report, 'response-time', 'acknowledged')).toBe('0 of 0');
      expect(row(report, 'response-time', 'could-not-be-told')).toBe('1');
    }
    expect(row(reading([lapsed(waiting())]), 'response-time', 'none')).toBe('1 of 1: 100');
  });

  it('takes the first answer of a stage alone', () => {
    const back = after(disagreed(), 'not-resolved');
    const again = after(back, 'resolve', { ...manager, on: '2026-03-06' });
    expect(row(reading([again]), 'response-time', 'median-hours')).toBe('1: 48');
  });

  it('counts an acknowledgement apart', () => {
    const seen = after(waiting(), 'acknowledge', { ...manager, on: raisedOn });
    const report = reading([seen, waiting()], { asAt: pressedOn });
    expect(row(report, 'response-time', 'acknowledged')).toBe('1 of 2: 50');
    expect(row(report, 'response-time', 'acknowledged-within-24-hours')).toBe('1 of 2: 50');
    expect(row(report, 'response-time', 'all')).toBe('0 of 0');
  });
});

describe('themes', () => {
  it('are mentioned once by each dispute, a sub-theme under its theme too', () => {
    const report = reading([
      raised({ theme: 'safety/missing', otherThemes: ['safety/gangs', 'visits'] }),
      raised({ theme: 'visits', otherThemes: ['safety'] }),
    ]);
    expect(row(report, 'themes-mentions', 'all')).toBe('4 of 2');
    expect(row(report, 'themes-mentions', 'safety')).toBe('2 of 2: 100');
    expect(row(report, 'themes-mentions', 'safety/gangs')).toBe('1 of 2: 50');
    expect(row(report, 'themes-primary', 'safety')).toBe('1 of 2: 50');
    expect(row(report, 'themes-primary', 'safety/missing')).toBe('1 of 2: 50');
    expect(row(report, 'themes-primary', 'safety/gangs')).toBe('0 of 2: 0');
  });

  it('that the policy no longer has keep a row of their own', () => {
    expect(row(reading([raised({ theme: 'old-habit' })]), 'themes-primary', 'old-habit')).toBe('1 of 1: 100');
  });
});

describe('marks and acts beside', () => {
  it('are counted of all disputes', () => {
    const marked = raised({ systemFault: true, cameFrom: 'child-told-me' });
    const referred = after(waiting(), 'cafcass');
    const advised = after(after(waiting(), 'advice'), 'on-file');
    const report = reading([marked, referred, advised, raised({ resources: true })]);
    expect(row(report, 'system-fault', 'all')).toBe('1 of 4: 25');
    expect(row(report, 'resources', 'all')).toBe('1 of 4: 25');
    expect(row(report, 'by-origin', 'child-told-me')).toBe('1 of 4: 25');
    expect(row(report, 'by-origin', 'midway')).toBe('0 of 4: 0');
    expect(row(report, 'by-origin', 'not-recorded')).toBe('3 of 4: 75');
    expect(row(report, 'cafcass', 'all')).toBe('1 of 4: 25');
    expect(counts(report, 'advice')).toEqual({ all: 1, legal: 1, cafcass: 0 });
    expect(row(report, 'recorded-on-file', 'all')).toBe('1 of 4: 25');
  });

  it('are recorded on file for some of the children until they are for all', () => {
    const some = after(after(offered(), 'on-file'), 'add-child', { child: secondChild });
    expect(counts(reading([some]), 'recorded-on-file')).toEqual({ all: 0, some: 1 });
    const every = after(some, 'on-file', { fields: { child: secondChild.ref } });
    expect(counts(reading([every]), 'recorded-on-file')).toEqual({ all: 1, some: 0 });
  });
});

describe('a split', () => {
  it('has a group for each team of the list, and one for what is not recorded', () => {
    const report = reading([waiting(), waiting()], { by: 'team' });
    expect(counts(report, 'by-team')).toEqual({ all: 2, 'Team North': 2 });
    const [item] = report.measures.at(-1)?.items ?? [];
    expect(item).toMatchObject({ group: 'Team North', measure: 'disputes-raised', key: 'all', count: 2 });
  });

  it('by IRO names everybody who is one, and says that more is not worse', () => {
    const report = reading([waiting()], { by: 'iro' });
    expect(counts(report, 'by-iro')).toEqual({ all: 1, 'person:iro': 1, 'person:other-iro': 0 });
    expect(report.measures.at(-1)?.definition).toContain('More recorded is not worse: it shows challenge');
  });

  it('by area goes by the team', () => {
    expect(counts(reading([waiting()], { by: 'area' }), 'by-area')).toEqual({ all: 1, North: 1 });
  });

  it('is of one report as of another', () => {
    const report = reading([waiting()], { name: 'response-times', by: 'theme', asAt: addDays(raisedOn, 1) });
    expect(report.measures.map(({ id }) => id)).toEqual(['response-time', 'by-theme']);
  });
});
