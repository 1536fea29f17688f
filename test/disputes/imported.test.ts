import { apply, replay } from '../../src/disputes/apply.js';
import { wakesAt } from '../../src/disputes/clock.js';
import { type Dispute, disputeSchema } from '../../src/disputes/dispute.js';
import { intentsOf } from '../../src/disputes/intents.js';
import { offeredTo } from '../../src/disputes/rules.js';
import { aContext, after, refusalOf } from './builders.js';
import { importedDispute, importedEvent } from './imported.js';

const offeredToPerson = (dispute: Dispute, by: string) =>
  offeredTo(dispute, aContext(dispute, { by }).sides, by);

describe('a dispute of an earlier record', () => {
  it('is closed, under the number and the days of the record', () => {
    expect(importedDispute()).toMatchObject({
      status: 'closed',
      number: '12',
      raisedOn: '2016-05-03',
      theme: 'drift',
      otherThemes: ['visits'],
      formal: { startedOn: '2016-05-03' },
      stage: { id: 'operations-manager', enteredOn: '2016-05-10' },
      outcome: 'action-done',
      closedOn: '2016-05-17',
      changedAt: '2026-03-02T09:14:00.000Z',
    });
  });

  it('says no more than the record does', () => {
    const unknown = {
      outcome: undefined,
      closedOn: undefined,
      closedStage: undefined,
      stages: [],
      themes: [],
    };
    const dispute = importedDispute(unknown);
    expect(dispute).toMatchObject({ status: 'closed', theme: '', otherThemes: [] });
    for (const field of ['outcome', 'closedOn', 'closedAt', 'stage'])
      expect(dispute).not.toHaveProperty(field);
  });

  it('goes through its schema unchanged, and its history told again gives it', () => {
    const dispute = importedDispute();
    expect(disputeSchema.parse(JSON.parse(JSON.stringify(dispute)))).toEqual(dispute);
    expect(replay(dispute.history)).toEqual(dispute);
  });

  it('tells nobody and wakes at nothing', () => {
    expect(intentsOf([importedEvent()])).toEqual([{ to: 'posted', event: 1 }]);
    expect(wakesAt(importedDispute(), '08:00')).toBeUndefined();
  });

  it('takes what a closed one takes, and is moved by nobody', () => {
    const dispute = importedDispute();
    expect(offeredToPerson(dispute, 'person:iro')).toEqual(['note', 'on-file']);
    expect(offeredToPerson(dispute, 'person:lead')).toEqual(['redact']);
    expect(offeredToPerson(dispute, 'person:operations-manager')).toEqual([]);
    expect(refusalOf(dispute, 'escalate')).toBe('closed');
  });

  it('has its words replaced like any other', () => {
    const dispute = after(importedDispute(), 'redact', { by: 'person:lead' });
    expect(JSON.stringify(dispute)).not.toContain('Nothing moved');
    expect(replay(dispute.history)).toEqual(dispute);
  });

  it('is corrected by a second record, and keeps what happened since', () => {
    const filed = after(importedDispute(), 'on-file');
    const corrected = apply(
      filed,
      importedEvent({
        seq: 3,
        atTurn: 1,
        on: '2026-03-05',
        at: '2026-03-05T09:00:00.000Z',
        themes: ['visits'],
      }),
    );
    expect(corrected).toMatchObject({ theme: 'visits', onFile: ['700123'], turn: 1 });
    expect(corrected.history.map(({ kind }) => kind)).toEqual(['imported', 'recordedOnFile', 'imported']);
    expect(replay(corrected.history)).toEqual(corrected);
  });
});
