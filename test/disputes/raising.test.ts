import { type RaiseFields, raiseFields, readFields } from '../../src/disputes/commands.js';
import { stageOf } from '../../src/disputes/dispute.js';
import { raiseProblems } from '../../src/disputes/raise.js';
import { withHolders } from '../people/authority.js';
import { after, child, fieldsToRaise, informal, keptWith, raised, raisedEvents } from './builders.js';

describe('raising a formal dispute', () => {
  it('enters the first stage, due after its days, all stages by the total', () => {
    expect(raised()).toMatchObject({
      status: 'waiting',
      turn: 1,
      number: 'D-2026-0042',
      raisedOn: '2026-03-02',
      formal: { startedOn: '2026-03-02', totalDueOn: '2026-03-30' },
      stage: { id: 'team-manager', enteredOn: '2026-03-02', toldFrom: 1, dueOn: '2026-03-09' },
      involved: ['person:team-manager'],
      children: [child],
    });
  });

  it('may start at a later stage, which is neither an escalation nor a bypass', () => {
    const events = raisedEvents({ stage: 'director' });
    expect(events.map(({ kind }) => kind)).toEqual(['raised', 'stageEntered']);
    expect(raised({ stage: 'director' }).involved).toEqual(['person:director']);
  });

  it('leaves turn 1, under the form’s id, with both events', () => {
    for (const event of raisedEvents())
      expect(event).toMatchObject({
        verb: 'raise',
        by: 'person:iro',
        atTurn: 0,
        turn: 1,
        formId: '00000000-0000-4000-8000-000000000001',
      });
  });

  it('is due after the stage’s days also where that is beyond the total', () => {
    const up = after(raised(), 'escalate', { on: '2026-03-30' });
    expect(stageOf(up)?.dueOn).toBe('2026-04-08');
    expect(up.formal?.totalDueOn).toBe('2026-03-30');
  });

  it('keeps the ladder without its labels', () => {
    expect(raised().kept.ladder[0]).toEqual({ id: 'team-manager', workingDays: 5, iroSide: 'iro' });
  });

  it('ignores what was filled in for an informal one', () => {
    const dispute = raised({
      sorted: true,
      sendToManager: true,
      lookAgainOn: '2026-03-05',
      spokenTo: 'manager',
    });
    expect(dispute.status).toBe('waiting');
    expect(dispute.history[0]).not.toHaveProperty('spokenTo');
    expect(dispute.history[0]).toMatchObject({ sentToManager: false });
  });

  it('enters a vacant stage without a holder', () => {
    const dispute = raised({}, { directory: withHolders({ 'team-manager': undefined }) });
    expect(dispute).toMatchObject({ status: 'waiting', involved: [] });
  });
});

describe('raising an informal dispute', () => {
  it('has no stage and no clock, and comes up again after five working days', () => {
    expect(informal()).toMatchObject({
      status: 'informal',
      turn: 1,
      spokenTo: 'nobody-yet',
      lookAgainOn: '2026-03-09',
      sentToManager: false,
    });
    expect(informal()).not.toHaveProperty('formal');
    expect(stageOf(informal())).toBeUndefined();
  });

  it('comes up again on the day that was chosen', () => {
    expect(raised({ kind: 'informal', lookAgainOn: '2026-03-20' })).toMatchObject({
      lookAgainOn: '2026-03-20',
    });
  });

  it('already sorted is raised and closed in one save, at turn 1', () => {
    const sorted = raised({ kind: 'informal', sorted: true });
    expect(sorted).toMatchObject({
      status: 'closed',
      turn: 1,
      outcome: 'action-done',
      closedOn: '2026-03-02',
    });
    expect(sorted.history.map(({ kind }) => kind)).toEqual(['raised', 'closed']);
    expect(sorted.history[0]).not.toHaveProperty('lookAgainOn');
  });

  it('ignores the stage of a formal one', () => {
    expect(raised({ kind: 'informal', stage: 'director' }).status).toBe('informal');
  });

  it('made formal keeps its number and both dates', () => {
    const formal = after(informal(), 'make-formal', { on: '2026-03-16' });
    expect(formal).toMatchObject({
      number: 'D-2026-0042',
      raisedOn: '2026-03-02',
      formal: { startedOn: '2026-03-16', totalDueOn: '2026-04-15' },
      stage: { id: 'team-manager', dueOn: '2026-03-23' },
    });
    expect(formal).not.toHaveProperty('lookAgainOn');
  });

  it('sent to the manager may still be read by them when it is sorted, or formal with somebody else', () => {
    expect(after(informal(true), 'sorted').involved).toEqual(['person:team-manager']);
    const formal = after(informal(true), 'make-formal', { fields: { stage: 'director' } });
    expect(formal.involved).toEqual(['person:team-manager', 'person:director']);
    expect(informal().involved).toEqual([]);
  });

  it('sent to the manager lets the holder of the first stage acknowledge and note, without a turn', () => {
    const seen = after(informal(true), 'acknowledge', { by: 'person:team-manager' });
    expect(seen).toMatchObject({ status: 'informal', turn: 1, acknowledged: { by: 'person:team-manager' } });
    expect(after(seen, 'note', { by: 'person:team-manager' })).toMatchObject({ status: 'informal', turn: 1 });
  });
});

describe('themes and marks', () => {
  it('name the primary theme once, and each other theme once', () => {
    expect(raised({ otherThemes: ['drift', 'contact', 'contact'] })).toMatchObject({
      theme: 'drift',
      otherThemes: ['contact'],
    });
  });

  it('are kept with where it came from', () => {
    expect(raised({ systemFault: true, cameFrom: 'midway' }).marks).toEqual({
      systemFault: true,
      resources: false,
      cameFrom: 'midway',
    });
  });
});

describe('the form that raises', () => {
  it('is filled in with child, kind, theme and one line', () => {
    const given = { child: '700123', kind: 'informal', theme: 'drift', worrying: 'Nothing has moved.' };
    expect(readFields(raiseFields, { ...given, right: ' ', sorted: 'false', stage: '' })).toMatchObject({
      ok: true,
      fields: { ...given, otherThemes: [], sorted: false, spokenTo: 'nobody-yet' },
    });
  });

  it('names each field that is missing, in a sentence', () => {
    const read = readFields(raiseFields, {});
    expect(read).toEqual({
      ok: false,
      problems: [
        { field: 'child', problem: 'Choose a child.' },
        { field: 'kind', problem: 'Choose informal or formal.' },
        { field: 'theme', problem: 'Choose a theme.' },
        { field: 'worrying', problem: 'Say what is worrying you for this child.' },
      ],
    });
  });

  it.each<[string, Partial<RaiseFields>, string[]]>([
    ['a theme that the policy has not', { theme: 'weather' }, ['theme']],
    ['another theme that it has not', { otherThemes: ['weather'] }, ['otherThemes']],
    ['a stage that the ladder has not', { stage: 'mayor' }, ['stage']],
    ['a look again in the past', { kind: 'informal', lookAgainOn: '2026-03-01' }, ['lookAgainOn']],
    ['a look again today', { kind: 'informal', lookAgainOn: '2026-03-02' }, []],
    ['a stage where it is informal', { kind: 'informal', stage: 'mayor' }, []],
    ['a look again where it is formal', { lookAgainOn: '2026-03-01' }, []],
  ])('with %s has its problem at the field', (_, differs, fields) => {
    const problems = raiseProblems(
      fieldsToRaise(differs),
      ['drift', 'contact'],
      keptWith('ealing'),
      '2026-03-02',
    );
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });
});
