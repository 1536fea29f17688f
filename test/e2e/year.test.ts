import { lived, seed } from '../year/lived.js';

describe('a simulated year', () => {
  it(`leaves nothing untold, tells nothing twice, and keeps every day (seed ${seed})`, async () => {
    const { disputes, endings, changedHands, secondTries } = await lived({
      from: '2026-04-01',
      to: '2027-03-31',
      raised: 0.5,
      children: 400,
    });
    // A year in which nothing went wrong would show nothing.
    expect(disputes).toBeGreaterThanOrEqual(60);
    expect(endings).toBeGreaterThan(40);
    expect(changedHands.covered).toBeGreaterThan(0);
    expect(changedHands.allocated).toBeGreaterThan(0);
    expect(secondTries).toBeGreaterThan(0);
  }, 600_000);
});
