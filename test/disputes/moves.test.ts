import { stageOf } from '../../src/disputes/dispute.js';
import {
  after,
  fieldProblems,
  agreed,
  asked,
  child,
  eventsOf,
  offered,
  onLastStage,
  raised,
  returned,
  secondChild,
  waiting,
} from './builders.js';
import { withHolders } from '../people/authority.js';

describe('an answer', () => {
  it('by a manager never closes: the IRO judges it', () => {
    const answered = after(waiting(), 'resolve', { by: 'person:team-manager' });
    expect(answered.status).toBe('answered');
    expect(answered).not.toHaveProperty('outcome');
  });

  it('says by when it will be put right, today or later', () => {
    const [offer] = eventsOf(waiting(), 'resolve', {
      by: 'person:team-manager',
      fields: { text: 'Today.', byOn: '2026-03-04' },
    });
    expect(offer).toMatchObject({ kind: 'offered', text: 'Today.', byOn: '2026-03-04' });
  });

  it('settles the question that was asked before it', () => {
    const answered = after(asked(), 'resolve', { by: 'person:team-manager' });
    expect(stageOf(answered)).not.toHaveProperty('question');
  });

  it('keeps, when it waits and the dispute is closed, the answer in the history', () => {
    const closed = after(offered(), 'close');
    expect(closed.history.map(({ kind }) => kind)).toEqual(['raised', 'stageEntered', 'offered', 'closed']);
  });
});

describe('sending an answer back', () => {
  it.each([
    ['two working days after the press where the due day is nearer', '2026-03-09', '2026-03-11'],
    ['over a weekend', '2026-03-12', '2026-03-16'],
    ['over Easter', '2026-04-02', '2026-04-08'],
    ['on the stage’s own due day where that is later', '2026-03-03', '2026-03-09'],
    ['on the same day where both are one', '2026-03-05', '2026-03-09'],
  ])('is due %s', (_, on, dueOn) => {
    expect(stageOf(after(offered(), 'not-resolved', { on }))?.dueOn).toBe(dueOn);
  });

  it('leaves a stage without days without a due day', () => {
    const open = raised({ stage: 'director' }, { ladder: 'alert' });
    const answered = after(open, 'resolve', { by: 'person:director' });
    const back = after(answered, 'not-resolved', { by: 'person:lead' });
    expect(stageOf(back)?.dueOn).toBeNull();
  });

  it('asks for an acknowledgement anew', () => {
    const seen = after(waiting(), 'acknowledge', { by: 'person:team-manager' });
    const back = after(after(seen, 'resolve', { by: 'person:team-manager' }), 'not-resolved');
    expect(stageOf(back)).not.toHaveProperty('acknowledged');
  });
});

describe('what is not this holder’s', () => {
  it('goes on with the due day that it had, when it is sent to today’s holder', () => {
    expect(stageOf(after(returned(), 'send-to', { on: '2026-03-06' }))?.dueOn).toBe('2026-03-09');
  });

  it('forgets the question that they asked', () => {
    const unasked = after(asked(), 'not-mine', { by: 'person:team-manager' });
    expect(stageOf(unasked)).not.toHaveProperty('question');
  });

  it('forgets who acknowledged: somebody else has it now', () => {
    const seen = after(waiting(), 'acknowledge', { by: 'person:team-manager' });
    const sent = after(after(seen, 'not-mine', { by: 'person:team-manager' }), 'send-to');
    expect(stageOf(sent)).not.toHaveProperty('acknowledged');
  });
});

describe('a stage that changed hands', () => {
  it('keeps in mind who passed it on or returned it, though they came after its entry', () => {
    const directory = withHolders({ 'team-manager': 'other-iro@example.org' });
    const press = { by: 'person:other-iro', directory };
    for (const verb of ['pass-up', 'not-mine', 'ask', 'acknowledge', 'resolve', 'disagree'] as const)
      expect(after(waiting(), verb, press).involved).toContain('person:other-iro');
  });
});

describe('allowing more time', () => {
  it.each([
    ['2026-03-30', false],
    ['2026-03-31', true],
  ])('until %s goes beyond all stages together: %s', (dueOn, beyondTotal) => {
    const [allowed] = eventsOf(waiting(), 'more-time', { fields: { dueOn, text: 'On leave.' } });
    expect(allowed).toMatchObject({ kind: 'moreTimeAllowed', dueOn, beyondTotal });
  });
});

describe('an agreement to be checked', () => {
  it('keeps its outcome and day, and what changed for the child', () => {
    const fields = {
      outcome: 'plan-changed',
      checkOn: '2026-03-23',
      changed: 'They see their sister each week.',
    };
    const next = after(offered(), 'agree', { fields });
    expect(next).toMatchObject({ outcome: 'plan-changed', checkOn: '2026-03-23' });
    expect(JSON.stringify(next.history)).toContain('They see their sister each week.');
  });

  it('drops the outcome when it was not done, and keeps the number, the clock’s start and its total', () => {
    const reopened = after(agreed(), 'not-done', { on: '2026-03-23' });
    expect(reopened).not.toHaveProperty('outcome');
    expect(reopened.formal).toEqual({ startedOn: '2026-03-02', totalDueOn: '2026-03-30' });
    expect(stageOf(reopened)).toMatchObject({
      enteredOn: '2026-03-23',
      dueOn: '2026-03-30',
      answered: false,
    });
  });

  it('may be done before its day', () => {
    expect(after(agreed(), 'done', { on: '2026-03-05' })).toMatchObject({
      status: 'closed',
      closedOn: '2026-03-05',
    });
  });
});

describe('closing', () => {
  it.each(['plan-changed', 'action-done', 'explanation-accepted', 'stands-not-agreed', 'raised-in-error'])(
    'takes the outcome %s',
    (outcome) => {
      const fields = { outcome, text: 'One line.' };
      expect(after(onLastStage(), 'close', { fields })).toMatchObject({ status: 'closed', outcome });
    },
  );

  it('takes superseded when the child is no longer looked after, and only then', () => {
    const fields = { outcome: 'superseded', text: 'The child left care.' };
    expect(after(waiting(), 'close', { fields, childHasLeft: true })).toMatchObject({
      outcome: 'superseded',
    });
    expect(fieldProblems(waiting(), 'close', { fields })).toEqual(['outcome']);
  });

  it('keeps the stage that it was on, and what changed for the child', () => {
    const fields = { outcome: 'plan-changed', text: 'One line.', changed: 'A new school place.' };
    const closed = after(waiting(), 'close', { fields });
    expect(closed).toMatchObject({ closedOn: '2026-03-04', stage: { id: 'team-manager' } });
    expect(closed.history.at(-1)).toMatchObject({ text: 'One line.', changed: 'A new school place.' });
  });
});

describe('alongside', () => {
  it('a referral to Cafcass shows its day', () => {
    expect(after(waiting(), 'cafcass')).toMatchObject({ cafcassOn: '2026-03-04' });
  });

  it('advice of today is no advice to come', () => {
    const fields = { from: 'cafcass', takenOn: '2026-03-04' };
    expect(after(waiting(), 'advice', { fields }).history.at(-1)).toMatchObject(fields);
  });

  it('a child is added once', () => {
    const two = after(waiting(), 'add-child', { child: secondChild });
    expect(two.children).toEqual([child, secondChild]);
  });

  it('each child is recorded on file by itself', () => {
    const two = after(waiting(), 'add-child', { child: secondChild });
    const first = after(two, 'on-file', { fields: { child: '700123' } });
    const both = after(first, 'on-file', { fields: { child: '700124' } });
    expect([first.onFile, both.onFile]).toEqual([['700123'], ['700123', '700124']]);
  });

  it('whose behalf it was on stands beside who did it', () => {
    const [noted] = eventsOf(waiting(), 'note', { by: 'person:lead', onBehalfOf: 'person:iro' });
    expect(noted).toMatchObject({ by: 'person:lead', onBehalfOf: 'person:iro' });
  });
});
