import type { Dispute } from '../../src/disputes/dispute.js';
import { intentsOf, withIntents } from '../../src/disputes/intents.js';
import { toTell } from '../../src/flows/delivery.js';
import { wake } from '../../src/flows/telling.js';
import { judgesOf } from '../../src/people/rights.js';
import { after, morning, onLastStage, pressedOn, raised, raisedOn } from '../disputes/builders.js';
import { anAuthority, withHolders } from '../people/authority.js';
import { aDelivery } from '../store/documents.js';

const now = morning(raisedOn);
const telling = (dispute: Dispute) => withIntents(dispute, intentsOf(dispute.history));
const told = (dispute: Dispute, directory = anAuthority()) =>
  wake(telling(dispute), { deliveries: [], directory }, now).deliveries.map(({ person, as, ping }) => [
    person,
    as,
    ping?.why,
  ]);

describe('whom a wake tells', () => {
  it('of a formal dispute: the holder of its stage, and nobody else', () => {
    expect(told(raised())).toEqual([['person:team-manager', 'responder', 'your-move']]);
  });

  it('of an informal one: nobody', () => {
    expect(told(raised({ kind: 'informal' }))).toEqual([]);
  });

  it('of an informal one that is sent to the manager: the manager', () => {
    expect(told(raised({ kind: 'informal', sendToManager: true }))).toEqual([
      ['person:team-manager', 'responder', 'informal'],
    ]);
  });

  it('of a stage that nobody holds: the IRO and the lead', () => {
    const vacant = withHolders({ 'team-manager': undefined });
    expect(told(raised({}, { directory: vacant }), vacant)).toEqual([
      ['person:iro', 'iro', 'not-reached'],
      ['person:lead', 'lead', 'not-reached'],
    ]);
  });

  it('of an answer: the IRO of it', () => {
    const answered = after(raised(), 'resolve', { by: 'person:team-manager' });
    expect(told(answered)).toContainEqual(['person:iro', 'iro', 'your-move']);
  });
});

describe('who judges', () => {
  it('is the IRO of it, and from a stage on the leads where the policy says so', () => {
    const directory = anAuthority();
    const byLead = raised({ stage: 'director' }, { ladder: 'alert' });
    const people = (dispute: Dispute) => judgesOf(dispute, directory, pressedOn).map(({ id }) => id);
    expect(people(onLastStage())).toEqual(['person:iro']);
    expect(people(byLead)).toEqual(['person:lead']);
  });
});

describe('asking a delivery to tell one thing more', () => {
  const first = { turn: 1, event: 2, why: 'your-move' } as const;
  const second = { turn: 3, event: 4, why: 'your-move' } as const;
  const ask = (delivery: ReturnType<typeof aDelivery>, ping: typeof first | typeof second) =>
    toTell(delivery, 'responder', ping, now);

  it('makes it due', () => {
    expect(ask(aDelivery('a'), first)).toMatchObject({ ping: first, sendAt: now, result: 'waiting' });
  });

  it('a second time changes nothing, whether it waits, was sent or was given up', () => {
    const waiting = ask(aDelivery('a'), first);
    const sent = aDelivery('a', { told: [{ turn: 1, event: 2, at: now }] });
    const dropped = aDelivery('a', {
      untold: [{ ...first, at: now, result: 'dropped', reason: 'moved-on' }],
    });
    for (const delivery of [waiting, sent, dropped]) expect(ask(delivery, first)).toBe(delivery);
  });

  it('lets a reminder take no move’s place: the card of the move says it all', () => {
    const reminder = { turn: 1, event: 3, why: 'reminder' } as const;
    const toBoth = toTell(ask(aDelivery('a'), first), 'responder', reminder, now);
    expect(toBoth).toMatchObject({
      ping: first,
      untold: [{ ...reminder, result: 'dropped', reason: 'told-with-the-move' }],
    });
    expect(toTell(aDelivery('a'), 'responder', reminder, now)).toMatchObject({ ping: reminder });
    const weekLater = { ...reminder, event: 4 };
    expect(
      toTell(toTell(aDelivery('a'), 'responder', reminder, now), 'responder', weekLater, now),
    ).toMatchObject({ ping: weekLater, untold: [{ event: 3, reason: 'moved-on' }] });
  });

  it('lets the later take the place of the earlier, which is accounted for', () => {
    const moved = [{ ...first, at: now, result: 'dropped', reason: 'moved-on' }];
    expect(ask(ask(aDelivery('a'), first), second)).toMatchObject({ ping: second, untold: moved });
    expect(ask(ask(aDelivery('a'), second), first)).toMatchObject({ ping: second, untold: moved });
  });
});

const edit = (differs: Parameters<typeof aDelivery>[1]) => {
  const noted = after(raised(), 'note');
  const dispute = { ...noted, intents: intentsOf(noted.history.slice(2)) };
  const delivery = aDelivery('a', { told: [{ turn: 1, event: 2, at: now }], ...differs });
  return wake(dispute, { deliveries: [delivery], directory: anAuthority() }, now).deliveries;
};

describe('cards that are posted already', () => {
  it('follow in place', () => {
    expect(edit({ live: 'm1' })).toEqual([expect.objectContaining({ sendAt: now })]);
  });

  it('are asked for once more while they are on their way', () => {
    const claimedUntil = '2026-03-02T09:15:00.000Z';
    expect(edit({ live: 'm1', sendAt: claimedUntil, claimedUntil })).toHaveLength(1);
    expect(edit({ posting: { event: 2, tries: 1 }, sendAt: claimedUntil, claimedUntil })).toHaveLength(1);
  });

  it('do not wait for the next day, on which they would be drawn anyway', () => {
    expect(edit({ live: 'm1', sendAt: '2026-03-03T00:00:00.000Z' })).toMatchObject([{ sendAt: now }]);
  });

  it('follow where a new card waits for the hours of whom it is for; a first card shows it all by itself', () => {
    const ping = { turn: 1, event: 2, why: 'your-move' as const };
    const waits = { ping, sendAt: '2026-03-02T09:30:00.000Z' };
    expect(edit({ live: 'm1', ...waits })).toHaveLength(1);
    expect(edit({ posting: { event: 1, tries: 1 }, ...waits })).toEqual([]);
  });

  it('are not posted where there is none', () => {
    expect(edit({})).toEqual([]);
  });
});
