import { wakesAt } from '../../src/disputes/clock.js';
import { type Dispute, stageOf } from '../../src/disputes/dispute.js';
import { intentsOf, withIntents } from '../../src/disputes/intents.js';
import { isPrompt, nextStep } from '../../src/disputes/steps.js';
import { after, agreed, closed, informal, offered, raised, returned, waiting } from './builders.js';
import { morningHour, recorded, struck } from './striking.js';

const manager = { by: 'person:team-manager' };
const afterDue = '2026-03-10T00:00:00.000Z';

/** The dispute after the clock came by. */
const wokenAt = (dispute: Dispute, now: string, told = true) => struck(dispute, now, { told });
/** When the due day passes; what there is to remind of before it has tests of its own. */
function passesAt(dispute: Dispute): string | undefined {
  const step = nextStep(dispute, morningHour);
  if (step?.what !== 'prompt') return step?.at;
  const weekly = step.event.kind === 'reminderFellDue' && step.event.dueOn === null;
  return weekly ? undefined : passesAt(struck(dispute, step.at));
}
/** What the clock records about the due day; what it reminds of has tests of its own. */
const passedAt = (dispute: Dispute, now: string, told = true) =>
  recorded(dispute, now, { told }).filter((event) => !isPrompt(event));
const kindsAt = (dispute: Dispute, now: string, told = true) =>
  passedAt(dispute, now, told).map(({ kind }) => kind);

describe('a due day', () => {
  it('passes at 00:00 London after it', () => {
    expect(passesAt(waiting())).toBe(afterDue);
    expect(kindsAt(waiting(), '2026-03-09T23:59:59.999Z')).toEqual([]);
    expect(kindsAt(waiting(), afterDue)).toEqual(['noResponse']);
  });

  it('passes at 23:00 in UTC while the clocks are forward', () => {
    const inSummer = raised({}, { on: '2026-06-01' });
    expect(stageOf(inSummer)?.dueOn).toBe('2026-06-08');
    expect(passesAt(inSummer)).toBe('2026-06-08T23:00:00.000Z');
  });

  it('leaves weekends and bank holidays out', () => {
    expect(stageOf(raised({}, { on: '2026-04-01' }))?.dueOn).toBe('2026-04-10');
  });

  it('counts from the day of the press, whatever day it is', () => {
    expect(stageOf(raised({}, { on: '2026-03-07' }))?.dueOn).toBe('2026-03-13');
  });

  it('of an informal, answered, returned, agreed or closed dispute is nobody’s to miss', () => {
    for (const dispute of [informal(), offered(), returned(), agreed(), closed()]) {
      expect(kindsAt(dispute, '2026-06-01T00:00:00.000Z')).toEqual([]);
      expect(passesAt(dispute)).toBeUndefined();
    }
  });

  it('is none on a stage without days', () => {
    const open = raised({ stage: 'director' }, { ladder: 'alert' });
    expect(passesAt(open)).toBeUndefined();
    expect(kindsAt(open, '2027-01-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('no response', () => {
  it('is recorded with its nominal day, though the bot was down for ten days', () => {
    const [lapse] = passedAt(waiting(), '2026-03-20T07:00:00.000Z');
    expect(lapse).toMatchObject({
      kind: 'noResponse',
      stage: 'team-manager',
      dueOn: '2026-03-09',
      by: 'clock',
      on: '2026-03-20',
      seq: 4,
    });
  });

  it('is recorded once, and the turn stays: who was asked may still answer', () => {
    const lapsed = wokenAt(waiting(), afterDue);
    expect(lapsed).toMatchObject({ status: 'waiting', turn: 1, stage: { lapse: { kind: 'noResponse' } } });
    expect(kindsAt(lapsed, '2026-03-20T07:00:00.000Z')).toEqual([]);
    expect(passesAt(lapsed)).toBeUndefined();
    expect(
      after(lapsed, 'resolve', { ...manager, seenTurn: 1, on: '2026-03-11', fields: { text: 'Late.' } }),
    ).toMatchObject({
      status: 'answered',
      stage: { lapse: { dueOn: '2026-03-09' } },
    });
  });

  it('is *could not be told* where no notice was delivered', () => {
    expect(kindsAt(waiting(), afterDue, false)).toEqual(['couldNotBeTold']);
  });

  it('is one all the same where the stage was acknowledged: they knew', () => {
    expect(kindsAt(after(waiting(), 'acknowledge', manager), afterDue, false)).toEqual(['noResponse']);
  });

  it('is one though a question was asked: a question is no answer', () => {
    expect(kindsAt(after(waiting(), 'ask', manager), afterDue)).toEqual(['noResponse']);
  });

  it('prompts the IRO', () => {
    expect(intentsOf(passedAt(waiting(), afterDue))).toEqual([
      { to: 'iro', event: 4, turn: 1, why: 'no-response' },
      { to: 'posted', event: 4 },
    ]);
  });

  it('is counted anew on the next stage', () => {
    const up = after(wokenAt(waiting(), afterDue), 'escalate', { on: '2026-03-10' });
    expect(passesAt(up)).toBe('2026-03-18T00:00:00.000Z');
    expect(kindsAt(up, '2026-03-18T00:00:00.000Z')).toEqual(['noResponse']);
  });
});

describe('an answer by the due day', () => {
  it('means that there is no *no response*, though it is sent back and its new day passes', () => {
    const back = after(offered(), 'not-resolved', { on: '2026-03-09' });
    expect(stageOf(back)?.dueOn).toBe('2026-03-11');
    expect(passesAt(back)).toBe('2026-03-12T00:00:00.000Z');
    expect(kindsAt(back, '2026-03-12T00:00:00.000Z')).toEqual(['duePassedAgain']);
    expect(stageOf(wokenAt(back, '2026-03-12T00:00:00.000Z'))).not.toHaveProperty('lapse');
  });
});

describe('more time', () => {
  const fields = { dueOn: '2026-03-16', text: 'The holder is on leave.' };

  it('moves the day that passes', () => {
    const later = after(waiting(), 'more-time', { fields });
    expect(kindsAt(later, afterDue)).toEqual([]);
    expect(passesAt(later)).toBe('2026-03-17T00:00:00.000Z');
    expect(passedAt(later, '2026-03-17T00:00:00.000Z')).toMatchObject([
      { kind: 'noResponse', dueOn: '2026-03-16' },
    ]);
  });

  it('after a lapse leaves it recorded, and the new day only prompts', () => {
    const later = after(wokenAt(waiting(), afterDue), 'more-time', { fields, on: '2026-03-10' });
    const twice = wokenAt(later, '2026-03-17T00:00:00.000Z');
    expect(
      twice.history
        .filter((event) => !isPrompt(event))
        .map(({ kind }) => kind)
        .slice(2),
    ).toEqual(['noResponse', 'moreTimeAllowed', 'duePassedAgain']);
    expect(stageOf(twice)?.lapse?.dueOn).toBe('2026-03-09');
    expect(passesAt(twice)).toBeUndefined();
  });
});

describe('a due day that passes while it is not the holder’s', () => {
  it('counts as returned: no lapse, also after it is sent on', () => {
    const sent = after(returned(), 'send-to', { on: '2026-03-12' });
    expect(passesAt(sent)).toBeUndefined();
    expect(kindsAt(sent, '2026-03-20T00:00:00.000Z')).toEqual([]);
  });

  it('passes as ever where it is sent on by then', () => {
    const sent = after(returned(), 'send-to', { on: '2026-03-09' });
    expect(passesAt(sent)).toBe(afterDue);
    expect(kindsAt(sent, afterDue)).toEqual(['noResponse']);
  });

  it('may be given a new day after it is sent on, which then passes', () => {
    const sent = after(returned(), 'send-to', { on: '2026-03-12' });
    const later = after(sent, 'more-time', {
      on: '2026-03-12',
      fields: { dueOn: '2026-03-16', text: 'New team.' },
    });
    expect(kindsAt(later, '2026-03-17T00:00:00.000Z')).toEqual(['noResponse']);
  });
});

describe('telling', () => {
  it('is due at once, before any clock', () => {
    const dispute = withIntents(waiting(), intentsOf(waiting().history));
    expect(wakesAt(dispute, morningHour)).toBe('2026-03-02T09:14:00.000Z');
  });
});

describe('a policy that moves a dispute up where there is no response', () => {
  const escalating = { ...waiting(), kept: { ...waiting().kept, onNoResponse: 'escalate' as const } };
  const holder = (stage: string) => (stage === 'operations-manager' ? 'person:operations' : undefined);
  const at = (dispute: Dispute, now: string, told = true) =>
    recorded(dispute, now, { told, holder }).filter((event) => !isPrompt(event));

  it('records the lapse, and enters the next stage with its own days from the day on which it is done', () => {
    // Down for ten days: the nominal day is kept, the next stage begins when somebody can be told.
    const events = at(escalating, '2026-03-20T07:00:00.000Z');
    expect(events.map(({ kind, turn, seq }) => [kind, turn, seq])).toEqual([
      ['noResponse', 1, 4],
      ['escalated', 2, 5],
      ['stageEntered', 2, 6],
    ]);
    expect(events[0]).toMatchObject({ dueOn: '2026-03-09' });
    expect(events[2]).toMatchObject({
      stage: 'operations-manager',
      dueOn: '2026-03-27',
      on: '2026-03-20',
      holder: 'person:operations',
    });
    const moved = struck(escalating, '2026-03-20T07:00:00.000Z', { holder });
    expect(moved).toMatchObject({
      status: 'waiting',
      turn: 2,
      stage: { id: 'operations-manager' },
      judges: [],
    });
    expect(at(moved, '2026-03-20T07:00:00.000Z')).toEqual([]);
  });

  it('tells the next holder and the IRO', () => {
    const told = intentsOf(at(escalating, afterDue)).filter(({ to }) => to !== 'posted');
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ to: 'iro', turn: 2, why: 'no-response' }),
        expect.objectContaining({ to: 'responder', turn: 2, why: 'your-move' }),
      ]),
    );
  });

  it('moves nothing where the holder could not be told, where it was answered before, or on the last stage', () => {
    expect(at(escalating, afterDue, false).map(({ kind }) => kind)).toEqual(['couldNotBeTold']);
    const back = after({ ...offered(), kept: escalating.kept }, 'not-resolved', {
      by: 'person:iro',
      seenTurn: 2,
      on: '2026-03-11',
      fields: { text: 'Not yet.', next: 'back' },
    });
    expect(at(back, '2026-03-30T07:00:00.000Z').map(({ kind }) => kind)).toEqual(['duePassedAgain']);
    const last = raised({ stage: 'director' });
    const onLast = { ...last, kept: { ...last.kept, onNoResponse: 'escalate' as const } } as Dispute;
    expect(at(onLast, afterDue).map(({ kind }) => kind)).toEqual(['noResponse']);
  });
});
