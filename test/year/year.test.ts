import { newDelivery } from '../../src/flows/delivery.js';
import type { Ping } from '../../src/store/store.js';
import { known } from './books.js';
import { lived, seed } from './lived.js';

describe('a simulated summer', () => {
  it(`leaves nothing untold, tells nothing twice, and keeps every day (seed ${seed})`, async () => {
    const { disputes, endings, changedHands } = await lived({
      from: '2026-06-01',
      to: '2026-10-11',
      raised: 0.4,
      children: 160,
    });
    // A summer in which nothing went wrong would show nothing.
    expect(disputes).toBeGreaterThan(10);
    expect(endings).toBeGreaterThan(10);
    expect(changedHands.covered + changedHands.allocated).toBeGreaterThan(0);
  }, 300_000);

  it('knows every reason and every event, or says which it does not', () => {
    const why = 'a new reason' as Ping['why'];
    const ping = { turn: 1, event: 1, why };
    const delivery = newDelivery('dispute:1', 'person:1', 'chat', 'iro');
    expect(() => known({ what: 'asked', at: '', delivery, ping })).toThrow(
      'does not know the reason "a new reason"',
    );
    const elsewhere = newDelivery('meeting:1', 'person:1', 'chat', 'iro');
    expect(() =>
      known({ what: 'asked', at: '', delivery: elsewhere, ping: { ...ping, why: 'your-move' } }),
    ).toThrow('does not know deliveries about "meeting:1"');
  });
});
