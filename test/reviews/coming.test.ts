import { defaultPolicy } from '../../src/policy/policy.js';
import { comingReview } from '../../src/reviews/comingReview.js';
import { factsAsAt } from '../../src/reviews/facts.js';
import type { Conference } from '../../src/reviews/caseSystem.js';
import type { ChildFact } from '../../src/reviews/child.js';
import { newsOf } from '../../src/reviews/news.js';
import { careFrom, expected, heldOn, theTimetable } from './childFacts.js';
import { adjourned, everyLead, planned, said, soonerAsked, stepLines, theSteps } from './saidFacts.js';

/** Looked after from Monday 2 February 2026: the first review is due on Monday 2 March. */
const care = careFrom('2026-02-02', { recordedAt: '2026-02-03T09:00:00.000Z' });
/** Held on Thursday 26 February: the second is due on 26 May, half way is Sunday 12 April. */
const first = heldOn('2026-02-26', { recordedAt: '2026-02-27T09:00:00.000Z' });

const comingOf = (facts: readonly ChildFact[], today: string) =>
  comingReview(theTimetable(facts, {}, today), factsAsAt(facts, today), today);

describe('what is coming for a child', () => {
  it('is the review that is due, by the default policy, and nothing else', () => {
    expect(theSteps([care], '2026-02-24')).toMatchObject([
      {
        step: 'review',
        on: '2026-03-02',
        standing: 'coming',
        workingDaysLeft: 4,
        as: 'show',
        coming: { type: 'first', dueOn: '2026-03-02', dueBy: 'law', adjourned: false, meetsOn: '2026-03-02' },
      },
    ]);
  });

  it('is due today on its day, and counts the working days since from then on', () => {
    expect(theSteps([care], '2026-03-02')).toMatchObject([{ standing: 'today', workingDaysLeft: 0 }]);
    expect(theSteps([care], '2026-03-04')).toMatchObject([{ standing: 'passed', workingDaysLeft: -2 }]);
  });

  it('stays until it is held, however long ago it was due', () => {
    expect(stepLines([care], '2026-11-02')).toEqual(['review by 2026-03-02']);
  });

  it('is nothing where the policy does not show it', () => {
    const leadTimes = { ...defaultPolicy.leadTimes, due: 'off' } as const;
    expect(stepLines([care], '2026-02-24', { leadTimes })).toEqual([]);
  });

  it('is nothing for a child who is no longer looked after, or in short breaks', () => {
    expect(
      theSteps(
        [careFrom('2026-02-02', { endedOn: '2026-02-20', recordedAt: care.recordedAt })],
        '2026-02-24',
        everyLead,
      ),
    ).toEqual([]);
    const shortBreak = careFrom('2026-02-02', {
      legalStatuses: [{ from: '2026-02-02', code: 'V4' }],
      recordedAt: care.recordedAt,
    });
    expect(theSteps([shortBreak], '2026-02-24', everyLead)).toEqual([]);
  });

  it('is nothing for a child placed for adoption, and nothing of a review held since', () => {
    const adoption = [{ from: '2026-02-20', placed: true }];
    const placed = careFrom('2026-02-02', { adoption, recordedAt: care.recordedAt });
    expect(theSteps([placed], '2026-02-24', everyLead)).toEqual([]);
    expect(theSteps([placed, first], '2026-02-27', everyLead)).toEqual([]);
  });

  it('meets by the later word: on the sooner day that was asked for after another day was planned', () => {
    const at = (day: string) => `${day}T10:00:00.000Z`;
    const moved = planned('2026-05-26', '2026-05-20', at('2026-03-02'));
    const asked = (day: string) => ({ ...soonerAsked('2026-05-26', '2026-04-01'), recordedAt: at(day) });
    expect(comingOf([care, first, moved, asked('2026-03-03')], '2026-03-04')?.meetsOn).toBe('2026-04-01');
    expect(comingOf([care, first, moved, asked('2026-03-01')], '2026-03-04')?.meetsOn).toBe('2026-05-20');
  });

  it('is what the case system has of a child placed for adoption, or in short breaks', () => {
    const recordedAt = care.recordedAt;
    const placed = careFrom('2026-02-02', { adoption: [{ from: '2026-02-20', placed: true }], recordedAt });
    const legalStatuses = [{ from: '2026-02-02', code: 'V4' }];
    const shortBreak = careFrom('2026-02-02', { legalStatuses, recordedAt });
    for (const child of [placed, shortBreak])
      expect(theSteps([child, expected('2026-03-20', { recordedAt })], '2026-02-24')).toMatchObject([
        { step: 'review', on: '2026-03-20', coming: { type: null, dueBy: 'case-system' } },
      ]);
  });

  it('is the case system’s due day where the law’s is not known', () => {
    const facts = [
      careFrom(null, { knownFrom: '2025-04-01', recordedAt: care.recordedAt }),
      expected('2026-03-20', { recordedAt: care.recordedAt }),
    ];
    expect(theSteps(facts, '2026-02-24')).toMatchObject([
      { step: 'review', on: '2026-03-20', coming: { type: null, dueBy: 'case-system' } },
    ]);
  });

  it('takes the steps before a review from the policy, in working days before it is held', () => {
    expect(stepLines([care], '2026-02-03', everyLead)).toEqual([
      'speakToSocialWorker by 2026-02-09',
      'childSeen by 2026-02-23',
      'reportIn by 2026-02-25',
      'review by 2026-03-02',
    ]);
  });

  it('sees a child 15 working days before, where the policy says so', () => {
    const leadDays = { ...everyLead.leadDays, childSeen: 15 };
    expect(stepLines([care], '2026-02-03', { ...everyLead, leadDays })).toContain('childSeen by 2026-02-09');
  });

  it('takes the steps after a review from the day it was held, and the midway check half way to the next, on a working day', () => {
    expect(stepLines([care, first], '2026-02-27', { ...everyLead, ask: [] })).toEqual([
      'decisionsOut by 2026-03-05',
      'planUpdated by 2026-03-12',
      'recordWritten by 2026-03-19',
      'recordSent by 2026-03-26',
      'midway by 2026-04-13',
      'speakToSocialWorker by 2026-05-01',
      'childSeen by 2026-05-18',
      'reportIn by 2026-05-20',
      'review by 2026-05-26',
    ]);
  });

  it('no longer has a step of which somebody has spoken', () => {
    const spoken = [
      said('reportIn', '2026-03-02', { said: 'not-in', recordedAt: '2026-02-25T10:00:00.000Z' }),
    ];
    // A report that was said not to be in is waited for until it is.
    expect(stepLines([care, ...spoken], '2026-02-26', everyLead)).toContain('reportIn by 2026-02-25');
    const came = said('reportIn', '2026-03-02', { recordedAt: '2026-02-26T10:00:00.000Z' });
    expect(stepLines([care, ...spoken, came], '2026-02-26', everyLead)).not.toContain(
      'reportIn by 2026-02-25',
    );
    const gone = { ...spoken[0]!, recordedAt: '2026-02-26T11:00:00.000Z' };
    const again = theSteps([care, came, gone], '2026-02-26', everyLead);
    expect(again.find(({ step }) => step === 'reportIn')?.acts).toEqual(['report-in']);
    expect(stepLines([care, ...spoken], '2026-02-24', everyLead)).toContain('reportIn by 2026-02-25');
  });

  it('no longer has a step of which nobody spoke for 20 working days', () => {
    const on = (today: string) => stepLines([care, first], today, { ...everyLead, ask: [] });
    expect(on('2026-04-02')).toContain('decisionsOut by 2026-03-05');
    expect(on('2026-04-07')).not.toContain('decisionsOut by 2026-03-05');
  });

  it('says of a step what may be pressed', () => {
    const acts = Object.fromEntries(
      theSteps([care, first], '2026-02-27', { ...everyLead, ask: [] }).map((row) => [row.step, row.acts]),
    );
    expect(acts).toEqual({
      decisionsOut: ['decisions-sent', 'decisions-sent-on'],
      planUpdated: ['plan-updated'],
      recordWritten: ['record-written'],
      recordSent: ['record-sent', 'record-sent-on'],
      midway: ['on-track', 'log-concern', 'raise-midway'],
      speakToSocialWorker: ['spoken-to-worker'],
      childSeen: ['child-seen'],
      reportIn: ['report-not-in', 'report-in'],
      review: ['record', 'change-date', 'ask-sooner', 'already-held'],
    });
  });
});

describe('what may be pressed on a review', () => {
  const actsOn = (today: string, ...more: ChildFact[]) => theSteps([care, ...more], today)[0]?.acts;

  it('asks for the report from 3 working days before, and may be adjourned from then on', () => {
    expect(actsOn('2026-02-24')).toEqual(['record', 'change-date', 'ask-sooner', 'already-held']);
    expect(actsOn('2026-02-25')).toEqual([
      'report-not-in',
      'record',
      'adjourn',
      'change-date',
      'ask-sooner',
      'already-held',
    ]);
  });

  it('is recorded from its day on', () => {
    expect(actsOn('2026-03-02')).toEqual([
      'record',
      'already-held',
      'adjourn',
      'change-date',
      'report-not-in',
    ]);
  });

  it('is adjourned once', () => {
    expect(actsOn('2026-03-03', adjourned('2026-03-02', '2026-03-16'))).not.toContain('adjourn');
  });

  it('does not ask again for a report of which somebody has spoken', () => {
    expect(actsOn('2026-03-03', said('reportIn', '2026-03-02'))).not.toContain('report-not-in');
  });
});

describe('a review that is moved', () => {
  it('stays due on the day that it was due, planned or adjourned to another', () => {
    for (const moved of [planned('2026-03-02', '2026-03-16'), adjourned('2026-03-02', '2026-03-16')])
      expect(theSteps([care, moved], '2026-03-03')).toMatchObject([
        { on: '2026-03-02', standing: 'passed', coming: { dueOn: '2026-03-02', meetsOn: '2026-03-16' } },
      ]);
  });

  it('takes its steps with it', () => {
    const lines = stepLines([care, planned('2026-03-02', '2026-03-16')], '2026-03-03', everyLead);
    expect(lines).toContain('reportIn by 2026-03-11');
  });

  it('is planned as was said last', () => {
    const twice = [
      planned('2026-03-02', '2026-03-16', '2026-03-03T10:00:00.000Z'),
      planned('2026-03-02', '2026-03-10', '2026-03-04T10:00:00.000Z'),
    ];
    expect(comingOf([care, ...twice], '2026-03-04')).toMatchObject({ plannedOn: '2026-03-10' });
    expect(comingOf([care, ...twice], '2026-03-03')).toMatchObject({ plannedOn: '2026-03-16' });
  });

  it('says which word moved it last: an adjournment stays the one, and a changed date after it is no adjournment', () => {
    const off = adjourned('2026-03-02', '2026-03-10');
    const moved = planned('2026-03-02', '2026-03-17', '2026-03-04T10:00:00.000Z');
    expect(comingOf([care, off], '2026-03-04')).toMatchObject({ movedBy: 'adjourned', adjourned: true });
    expect(comingOf([care, off, moved], '2026-03-04')).toMatchObject({
      plannedOn: '2026-03-17',
      movedBy: 'date-changed',
      adjourned: true,
    });
    expect(comingOf([care], '2026-03-04')).not.toHaveProperty('movedBy');
  });

  it('is held sooner where that was asked for, and is due on the same day', () => {
    const asked = soonerAsked('2026-05-26', '2026-03-20');
    expect(comingOf([care, first, asked], '2026-03-03')).toMatchObject({
      dueOn: '2026-05-26',
      meetsOn: '2026-03-20',
      sooner: { ground: 'child' },
    });
  });

  it('leaves nothing of it to the one that follows', () => {
    const moved = [planned('2026-03-02', '2026-03-04'), said('reportIn', '2026-03-02', { said: 'not-in' })];
    const facts = [care, ...moved, heldOn('2026-03-04', { recordedAt: '2026-03-05T09:00:00.000Z' })];
    expect(comingOf(facts, '2026-03-05')).toMatchObject({ type: 'second', steps: [], meetsOn: '2026-06-04' });
  });

  it('keeps what was said of it where the files move its due day by some days', () => {
    const moved = planned('2026-05-26', '2026-05-20');
    const corrected = heldOn('2026-03-03', { recordedAt: '2026-03-06T09:00:00.000Z' });
    expect(comingOf([care, corrected, moved], '2026-03-06')).toMatchObject({
      dueOn: '2026-06-03',
      plannedOn: '2026-05-20',
    });
  });
});

describe('a review of which not all that is asked was answered', () => {
  const policy = { questions: [{ id: 'venue', label: 'Did the child choose the place?' }] };
  const askedOf = (review: ChildFact, today = '2026-03-03') =>
    theSteps([care, review], today, policy).flatMap((row) => (row.step === 'answers' ? [row.asked] : []));

  it('is asked about what no import brings', () => {
    expect(askedOf(first)).toEqual([['parents', 'seen-alone', 'question:venue']]);
  });

  it('is asked why it was late, only where it was', () => {
    expect(askedOf({ ...first, heldOn: '2026-03-03' })[0]).toContain('late-reason');
  });

  it('is not asked about where the IRO recorded it', () => {
    expect(askedOf({ ...first, source: 'teams', by: 'person:iro', formId: 'a-form' })).toEqual([]);
  });

  it('is asked about where business support entered it for the IRO, but for what is known', () => {
    const entered = {
      ...first,
      source: 'teams',
      by: 'person:admin',
      onBehalfOf: 'person:iro',
      formId: 'a-form',
    } as const;
    expect(askedOf({ ...entered, parents: 'took-part' })).toEqual([['seen-alone', 'question:venue']]);
  });

  it('is asked about for 20 working days', () => {
    expect(askedOf(first, '2026-03-26')).toHaveLength(1);
    expect(askedOf(first, '2026-03-27')).toEqual([]);
  });
});

describe('what a manager lets the IRO know', () => {
  const told = (recordedAt: string): ChildFact => ({
    kind: 'iro-told',
    what: 'court',
    on: '2026-03-09',
    source: 'teams',
    by: 'person:manager',
    recordedAt,
  });

  it('is read from an instant on', () => {
    const facts = [told('2026-03-03T10:00:00.000Z'), told('2026-03-02T10:00:00.000Z')];
    expect(
      newsOf(facts, '2026-03-01T00:00:00.000Z').map(({ recordedAt }) => recordedAt.slice(0, 10)),
    ).toEqual(['2026-03-02', '2026-03-03']);
    expect(newsOf(facts, '2026-03-02T10:00:00.000Z')).toHaveLength(1);
  });
});

describe('what is coming of child protection conferences', () => {
  const recordedAt = '2026-01-02T09:00:00.000Z';
  const conference = (differs: Partial<Conference>): Conference => ({
    kind: 'conference',
    source: 'ssd',
    conference: 'initial',
    sourceId: 'C1',
    recordedAt,
    ...differs,
  });
  const initial = conference({ strategyOn: '2026-01-05', heldOn: '2026-01-22', plans: true });
  const leadTimes = { ...defaultPolicy.leadTimes, progressCheck: 'show' } as const;

  it('is the one that is due, with nothing to press, for 20 working days after its day', () => {
    const enquiry = conference({ strategyOn: '2026-01-05' });
    expect(theSteps([enquiry], '2026-01-22')).toMatchObject([
      { step: 'conference', type: 'initial', on: '2026-01-26', workingDaysLeft: 2, acts: [] },
    ]);
    expect(stepLines([enquiry], '2026-02-23')).toEqual(['conference by 2026-01-26']);
    expect(stepLines([enquiry], '2026-02-24')).toEqual([]);
    const off = { ...leadTimes, conference: 'off', progressCheck: 'off' } as const;
    expect(stepLines([enquiry], '2026-01-22', { leadTimes: off })).toEqual([]);
  });

  it('is the progress check, where the policy shows it, 35 working days after the initial one', () => {
    expect(stepLines([initial], '2026-03-09')).toEqual(['conference by 2026-04-22']);
    expect(stepLines([initial], '2026-03-09', { leadTimes })).toEqual([
      'progressCheck by 2026-03-12',
      'conference by 2026-04-22',
    ]);
    const leadDays = { ...defaultPolicy.leadDays, progressCheck: 20 };
    expect(stepLines([initial], '2026-03-09', { leadTimes, leadDays })[0]).toBe(
      'progressCheck by 2026-02-19',
    );
  });

  it('is no progress check once it was made, after the first review, or where no plan came of it', () => {
    const review = conference({ conference: 'review', sourceId: 'V1', heldOn: '2026-03-05', plans: true });
    const none = { ...initial, plans: false };
    for (const facts of [[initial, said('progressCheck', '2026-01-22')], [initial, review], [none]])
      expect(stepLines(facts, '2026-03-09', { leadTimes }).join()).not.toContain('progressCheck');
    // Of an earlier plan; and the day of a conference may be put right afterwards.
    expect(stepLines([initial, said('progressCheck', '2025-01-22')], '2026-03-09', { leadTimes })).toContain(
      'progressCheck by 2026-03-12',
    );
    const moved = [{ ...initial, heldOn: '2026-01-23' }, said('progressCheck', '2026-01-22')];
    expect(stepLines(moved, '2026-03-09', { leadTimes }).join()).not.toContain('progressCheck');
  });
});
