import type { Verb } from '../../src/disputes/commands.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { intentsOf, withIntents } from '../../src/disputes/intents.js';
import {
  agreed,
  asked,
  closed,
  disagreed,
  eventsOf,
  goodFields,
  informal,
  offered,
  type Press,
  raised,
  raisedEvents,
  returned,
  secondChild,
  waiting,
} from './builders.js';

const told = (dispute: Dispute, verb: Verb, press: Press = {}) =>
  intentsOf(eventsOf(dispute, verb, press)).flatMap((intent) =>
    intent.to === 'responder' || intent.to === 'iro' ? [`${intent.to}: ${intent.why}`] : [],
  );
const manager: Press = { by: 'person:team-manager' };
const up = { fields: { ...goodFields['not-resolved'], next: 'up' } };

describe('whom a press tells', () => {
  it.each<[string, Verb, () => Dispute, Press, string[]]>([
    ['an escalation', 'escalate', waiting, {}, ['responder: your-move']],
    ['a bypass', 'escalate', waiting, { fields: { to: 'director', text: 'x' } }, ['responder: your-move']],
    ['a pass to the next stage', 'pass-up', waiting, manager, ['responder: your-move']],
    ['making it formal', 'make-formal', informal, {}, ['responder: your-move']],
    ['an offer', 'resolve', waiting, manager, ['iro: your-move']],
    ['a disagreement', 'disagree', waiting, manager, ['iro: your-move']],
    ['not mine', 'not-mine', waiting, manager, ['iro: your-move']],
    ['sending it to today’s holder', 'send-to', returned, {}, ['responder: your-move']],
    ['a question', 'ask', waiting, manager, ['iro: question']],
    ['its answer', 'answer-question', asked, {}, ['responder: question-answered']],
    ['not resolved, back', 'not-resolved', offered, {}, ['responder: your-move']],
    ['not resolved, up', 'not-resolved', disagreed, up, ['responder: your-move']],
    ['not done', 'not-done', agreed, {}, ['responder: your-move']],
    ['an acknowledgement', 'acknowledge', waiting, manager, []],
    ['a note', 'note', waiting, {}, []],
    ['more time', 'more-time', waiting, {}, []],
    ['an agreement', 'agree', offered, {}, []],
    ['a closing', 'close', waiting, {}, []],
    ['a withdrawal', 'withdraw', waiting, {}, []],
    ['a referral', 'cafcass', waiting, {}, []],
    ['advice', 'advice', waiting, {}, []],
    ['a child more', 'add-child', waiting, { child: secondChild }, []],
    ['a record on file', 'on-file', closed, {}, []],
    ['a redaction', 'redact', waiting, { by: 'person:lead' }, []],
  ])('by %s', (_, verb, dispute, press, whom) => {
    expect(told(dispute(), verb, press)).toEqual(whom);
  });

  it('by a formal dispute is the holder of its stage', () => {
    expect(intentsOf(raisedEvents())).toEqual([
      { to: 'responder', event: 2, turn: 1, why: 'your-move' },
      { to: 'posted', event: 2 },
    ]);
  });

  it('by an informal one is nobody, unless it is sent to the manager', () => {
    expect(intentsOf(raisedEvents({ kind: 'informal' }))).toEqual([{ to: 'posted', event: 1 }]);
    expect(intentsOf(raisedEvents({ kind: 'informal', sendToManager: true }))).toEqual([
      { to: 'responder', event: 1, turn: 1, why: 'informal' },
      { to: 'posted', event: 1 },
    ]);
  });

  it('has every posted card follow, once for a press', () => {
    const intents = intentsOf(eventsOf(offered(), 'not-resolved', up));
    expect(intents.filter(({ to }) => to === 'posted')).toEqual([{ to: 'posted', event: 6 }]);
  });

  it('by no event is nobody', () => {
    expect(intentsOf([])).toEqual([]);
  });

  it('is added to what is still to be told', () => {
    const first = intentsOf(raised().history);
    const both = withIntents(withIntents(raised(), first), intentsOf(eventsOf(waiting(), 'note')));
    expect(both.intents).toEqual([...first, { to: 'posted', event: 3 }]);
  });
});
