import { pauseAsked } from '../../src/people/pause.js';

// Wed 4 Mar 2026, 09:14.
const now = '2026-03-04T09:14:00.000Z';
const asked = (written: string) => pauseAsked(written, now, { morningHour: '08:00' });

describe('how long somebody pauses', () => {
  it.each([
    ['3 hours', '2026-03-04T12:14:00.000Z'],
    ['for an hour', '2026-03-04T10:14:00.000Z'],
    ['until Mon 16 Mar', '2026-03-16T08:00:00.000Z'],
    ['till 16/3', '2026-03-16T08:00:00.000Z'],
    ['until tomorrow', '2026-03-05T08:00:00.000Z'],
    ['tomorrow', '2026-03-05T08:00:00.000Z'],
    ['2026-03-30', '2026-03-30T07:00:00.000Z'],
    ['2 days', '2026-03-06T08:00:00.000Z'],
    ['a week', '2026-03-11T08:00:00.000Z'],
    ['Until  14:30', '2026-03-04T14:30:00.000Z'],
  ])('is read from "pause %s"', (written, until) => {
    expect(asked(written)).toEqual({ kind: 'until', until });
  });

  it.each([
    ['', 'how'],
    ['for a bit', 'not-understood'],
    ['until Tue 16 Mar', 'not-understood'],
    ['999 moons', 'not-understood'],
    ['until today', 'past'],
    ['until Mon 2 Mar', 'past'],
    ['until 08:00', 'past'],
    ['0 hours', 'past'],
    ['5 weeks', 'too-long'],
    ['until 2 April', 'too-long'],
    ['until 1 April', 'until'],
  ])('is answered for "pause %s" with %s', (written, kind) => {
    expect(asked(written).kind).toBe(kind);
  });
});
