import type { Dispute, DisputeIn } from '../../src/disputes/dispute.js';
import type { Child } from '../../src/reviews/child.js';
import type { Counter, Delivery } from '../../src/store/store.js';

const kept: Dispute['kept'] = {
  ladder: [{ id: 'team-manager', workingDays: 5, iroSide: 'iro' }],
  totalWorkingDays: 20,
  onNoResponse: 'prompt',
};

/** An informal dispute; what a test is about is what it gives. */
export function aDispute(id: string, differs: Partial<DisputeIn<'informal'>> = {}): DisputeIn<'informal'> {
  const raised = {
    number: 'D-2026-0001',
    children: [{ ref: '700123', initials: 'AB' }],
    iro: 'person:iro',
    team: 'Team North',
    theme: 'drift',
    otherThemes: [],
    marks: { systemFault: false, resources: false },
    sentToManager: false,
    ...differs,
  };
  const { number, children, iro, team, theme, otherThemes, marks, sentToManager } = raised;
  return {
    id: `dispute:${id}`,
    type: 'dispute',
    shape: 1,
    status: 'informal',
    raisedAt: '2026-03-09T10:00:00.000Z',
    raisedOn: '2026-03-09',
    raisedBy: 'person:iro',
    kept,
    turn: 1,
    involved: [],
    judges: [],
    onFile: [],
    spokenTo: 'nobody-yet',
    changedAt: '2026-03-09T10:00:00.000Z',
    history: [
      {
        kind: 'raised',
        seq: 1,
        at: '2026-03-09T10:00:00.000Z',
        on: '2026-03-09',
        by: 'person:iro',
        verb: 'raise',
        atTurn: 0,
        turn: 1,
        id: `dispute:${id}`,
        dispute: 'informal',
        worrying: 'Nothing has moved since January.',
        right: '',
        kept,
        number,
        children,
        iro,
        team,
        theme,
        otherThemes,
        marks,
        sentToManager,
      },
    ],
    intents: [],
    ...raised,
  };
}

export function aClosedDispute(id: string, differs: Partial<DisputeIn<'informal'>> = {}): Dispute {
  const { spokenTo: _spokenTo, sentToManager: _sentToManager, ...open } = aDispute(id, differs);
  return {
    ...open,
    status: 'closed',
    outcome: 'action-done',
    closedAt: '2026-03-10T10:00:00.000Z',
    closedOn: '2026-03-10',
  };
}

export function aDelivery(id: string, differs: Partial<Delivery> = {}): Delivery {
  return {
    id: `delivery:${id}`,
    type: 'delivery',
    shape: 1,
    subject: 'dispute:a',
    person: 'person:manager',
    conversation: 'none',
    as: 'responder',
    overtaken: [],
    told: [],
    untold: [],
    attempts: 0,
    result: 'waiting',
    ...differs,
  };
}

export function aChild(ref: string, differs: Partial<Child> = {}): Child {
  return { id: `child:${ref}`, type: 'child', shape: 1, ref, facts: [], ...differs };
}

export function aCounter(last: number): Counter {
  return { id: 'counter:2026', type: 'counter', shape: 1, last };
}
