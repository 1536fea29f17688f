import { replay } from '../../src/disputes/apply.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { EventOf } from '../../src/disputes/events.js';
import { child, formId, keptWith } from './builders.js';

export type Imported = EventOf<'imported'>;

/** What an earlier record may say of a dispute: raised and closed in May 2016, imported ten years later. */
export function importedEvent(differs: Partial<Imported> = {}): Imported {
  return {
    kind: 'imported',
    seq: 1,
    at: '2026-03-02T09:14:00.000Z',
    on: '2026-03-02',
    by: 'import',
    verb: 'import',
    atTurn: 0,
    turn: 1,
    id: `dispute:${formId(12)}`,
    number: '12',
    raisedOn: '2016-05-03',
    formal: { startedOn: '2016-05-03', totalDueOn: '2016-06-01' },
    madeFormal: false,
    iro: 'person:iro',
    team: 'Team North',
    children: [child],
    themes: ['drift', 'visits'],
    marks: { systemFault: true, resources: false },
    stages: [
      { id: 'team-manager', entered: { on: '2016-05-03' }, answered: { on: '2016-05-05' } },
      { id: 'operations-manager', entered: { on: '2016-05-10', at: '2016-05-10T08:30:00.000Z' } },
    ],
    climbTold: true,
    outcome: 'action-done',
    closedOn: '2016-05-17',
    closedStage: 'operations-manager',
    text: 'Nothing moved for a year.',
    kept: keptWith('ealing'),
    ...differs,
  };
}

/** As the store gives it back: what is undefined is not there. */
export const importedDispute = (differs: Partial<Imported> = {}): Dispute =>
  replay([JSON.parse(JSON.stringify(importedEvent(differs))) as Imported]);
