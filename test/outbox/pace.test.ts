import * as fc from 'fast-check';
import { noted, unhurried, waitInAll, waitInConversation } from '../../src/outbox/pace.js';

const most = (times: readonly number[], window: number) =>
  Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + window).length));

describe('the pace of sending', () => {
  it('lets the first request go at once', () => {
    expect(waitInAll(unhurried, 0, 1)).toBe(0);
    expect(waitInConversation(unhurried, 'a', 0, 3)).toBe(0);
  });

  it('says how long until there is room for as many as are asked for', () => {
    const pace = [0, 100, 200].reduce((before, at) => noted(before, 'a', at), unhurried);
    expect([1, 2, 3].map((count) => waitInConversation(pace, 'a', 300, count))).toEqual([700, 800, 900]);
    expect(waitInConversation(pace, 'b', 300, 3)).toBe(0);
  });

  it('is 25 a second in all, 3 a second and 900 an hour for one conversation, however it is pressed', () => {
    const pressing = fc.array(
      fc.record({ conversation: fc.constantFrom('a', 'b', 'c'), after: fc.integer({ min: 0, max: 400 }) }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(pressing, (asked) => {
        let pace = unhurried;
        let at = 0;
        const sent: { conversation: string; at: number }[] = [];
        for (const { conversation, after } of asked) {
          at += after;
          at += Math.max(waitInAll(pace, at, 1), waitInConversation(pace, conversation, at, 1));
          pace = noted(pace, conversation, at);
          sent.push({ conversation, at });
        }
        expect(
          most(
            sent.map((each) => each.at),
            1_000,
          ),
        ).toBeLessThanOrEqual(25);
        for (const name of ['a', 'b', 'c']) {
          const own = sent.filter(({ conversation }) => conversation === name).map((each) => each.at);
          expect(most(own, 1_000)).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is 900 an hour for one conversation', () => {
    let pace = unhurried;
    let at = 0;
    for (let sent = 0; sent < 900; sent += 1) {
      pace = noted(pace, 'a', at);
      at += 1_000;
    }
    expect(waitInConversation(pace, 'a', at, 1)).toBe(3_600_000 - at);
    expect(waitInConversation(pace, 'a', 3_600_000, 1)).toBe(0);
  });

  it('forgets conversations that have been quiet for an hour', () => {
    const pace = noted(noted(unhurried, 'a', 0), 'b', 3_600_001);
    expect([...pace.conversations.keys()]).toEqual(['b']);
  });
});
