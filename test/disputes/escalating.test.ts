import { stageOf } from '../../src/disputes/dispute.js';
import { anAuthority, withHolders } from '../people/authority.js';
import { after, eventsOf, offered, onLastStage, raised, refusalOf, waiting } from './builders.js';

describe('escalating a dispute', () => {
  it('goes to the next stage, with that stage’s days and its holder of today', () => {
    const [escalated, entered] = eventsOf(waiting(), 'escalate', { on: '2026-03-10' });
    expect(escalated).toMatchObject({ kind: 'escalated', from: 'team-manager', to: 'operations-manager' });
    expect(entered).toMatchObject({
      kind: 'stageEntered',
      stage: 'operations-manager',
      dueOn: '2026-03-17',
      holder: 'person:operations-manager',
    });
  });

  it('leaves the total as it was: twenty working days from the formal start', () => {
    const up = after(waiting(), 'escalate', { on: '2026-03-27' });
    expect(up).toMatchObject({ formal: { startedOn: '2026-03-02', totalDueOn: '2026-03-30' } });
    expect(stageOf(up)?.dueOn).toBe('2026-04-07');
  });

  it('starts the next stage afresh: no acknowledgement, question, answer or lapse of the one before', () => {
    const manager = { by: 'person:team-manager' };
    const seen = after(after(waiting(), 'acknowledge', manager), 'ask', manager);
    expect(stageOf(after(seen, 'escalate'))).toEqual({
      id: 'operations-manager',
      enteredOn: '2026-03-04',
      toldFrom: 2,
      dueOn: '2026-03-11',
      answered: false,
    });
  });

  it('moves one stage when the IRO escalates and the manager passes it on together', () => {
    const first = after(waiting(), 'escalate');
    const passed = { by: 'person:team-manager', seenTurn: 1 };
    expect(refusalOf(first, 'pass-up', passed)).toBe('moved-on');
    const other = after(waiting(), 'pass-up', { by: 'person:team-manager' });
    expect(refusalOf(other, 'escalate', { seenTurn: 1 })).toBe('moved-on');
  });

  it('moves one stage when who holds both stages passes it on and it is escalated', () => {
    const directory = withHolders({ 'operations-manager': 'team-manager@example.org' });
    const up = after(waiting(), 'escalate', { directory });
    expect(refusalOf(up, 'pass-up', { by: 'person:team-manager', seenTurn: 1, directory })).toBe('moved-on');
  });

  it('keeps who held each stage, for they may read it', () => {
    const up = after(after(waiting(), 'escalate'), 'escalate');
    expect(up.involved).toEqual([
      'person:team-manager',
      'person:operations-manager',
      'person:assistant-director',
    ]);
  });
});

describe('bypassing stages', () => {
  const bypass = { fields: { to: 'director', text: 'Too late for the others.' } };

  it('names those left out, and is not also an escalation', () => {
    const events = eventsOf(waiting(), 'escalate', bypass);
    expect(events.map(({ kind }) => kind)).toEqual(['bypassed', 'stageEntered']);
    expect(events[0]).toMatchObject({
      from: 'team-manager',
      to: 'director',
      left: ['operations-manager', 'assistant-director'],
    });
  });

  it('to the next stage is an escalation', () => {
    const [event] = eventsOf(waiting(), 'escalate', { fields: { to: 'operations-manager', text: 'x' } });
    expect(event?.kind).toBe('escalated');
  });

  it('involves nobody who was left out', () => {
    expect(after(waiting(), 'escalate', bypass).involved).toEqual(['person:team-manager', 'person:director']);
  });
});

describe('passing it to the next stage', () => {
  it('is the manager’s own move, with a reason, and not an escalation', () => {
    const [passed] = eventsOf(waiting(), 'pass-up', { by: 'person:team-manager' });
    expect(passed).toMatchObject({
      kind: 'passedUp',
      from: 'team-manager',
      to: 'operations-manager',
      reason: 'needs-funding',
    });
  });
});

describe('the last stage', () => {
  it('is left by closing it, as a decision that stands', () => {
    expect(refusalOf(onLastStage(), 'escalate')).toBe('last-stage');
    expect(after(onLastStage(), 'close')).toMatchObject({ outcome: 'stands-not-agreed' });
  });
});

describe('a vacant stage', () => {
  it.each([
    ['the team has nobody for it', withHolders({ 'operations-manager': undefined })],
    ['its holder is not on the list', withHolders({ 'operations-manager': 'gone@example.org' })],
    ['its holder is the IRO of the dispute', withHolders({ 'operations-manager': 'iro@example.org' })],
    ['the team is not on the list', anAuthority({ teams: [] })],
  ])('where %s is entered all the same, with its days and without a holder', (_, directory) => {
    const [, entered] = eventsOf(waiting(), 'escalate', { directory });
    expect(entered).toMatchObject({ kind: 'stageEntered', dueOn: '2026-03-11' });
    expect(entered).not.toHaveProperty('holder');
  });

  it('is answered by whoever holds it later', () => {
    const vacant = after(waiting(), 'escalate', {
      directory: withHolders({ 'operations-manager': undefined }),
    });
    const answered = after(vacant, 'resolve', { by: 'person:operations-manager' });
    expect(answered.involved).toContain('person:operations-manager');
  });
});

const onLeadStage = () => {
  const stages = { 'executive-head': 'assistant-director@example.org' };
  const directory = withHolders(stages);
  const dispute = raised({ stage: 'executive-head' }, { ladder: 'alert', directory });
  return { dispute, directory };
};

describe('where the ladder has the lead speak for the IRO', () => {
  it('the lead judges, and the IRO may note, withdraw and record on file', () => {
    const { dispute, directory } = onLeadStage();
    expect(refusalOf(dispute, 'escalate', { by: 'person:lead', directory })).toBe('done');
    expect(refusalOf(dispute, 'escalate', { directory })).toBe('not-your-side');
    for (const verb of ['note', 'withdraw', 'on-file'] as const)
      expect(refusalOf(dispute, verb, { directory })).toBe('done');
  });

  it('the IRO judges up to there', () => {
    const before = raised({ stage: 'head-of-service' }, { ladder: 'alert' });
    expect(refusalOf(before, 'escalate')).toBe('done');
    expect(refusalOf(after(before, 'escalate'), 'close')).toBe('not-your-side');
  });

  it('a stage without days has no due day', () => {
    const { dispute, directory } = onLeadStage();
    expect(stageOf(after(dispute, 'escalate', { by: 'person:lead', directory }))).toMatchObject({
      id: 'director',
      dueOn: null,
    });
  });
});

describe('an answer that is not resolved, up', () => {
  it('is an escalation, and the words stand once', () => {
    const events = eventsOf(offered(), 'not-resolved', { fields: { text: 'Still no date.', next: 'up' } });
    expect(events.filter((event) => JSON.stringify(event).includes('Still no date.'))).toHaveLength(1);
  });
});
