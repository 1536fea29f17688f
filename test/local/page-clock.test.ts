interface PageClock {
  inFull: (instant: number) => string;
  dayOf: (instant: number) => string;
  nextWorkingHour: (instant: number) => string;
  inLondon: (day: string, time: string) => string;
}
// The page's script is plain JavaScript: it has no types to import.
const clock = jest.requireActual<PageClock>('../../src/local/page/clock.js');
const at = (instant: string): number => Date.parse(instant);

describe("the page's clock", () => {
  it('reads as London does, in winter and in summer', () => {
    expect(clock.inFull(at('2026-03-09T09:14:00Z'))).toBe('Mon 9 Mar 2026, 09:14');
    expect(clock.inFull(at('2026-06-30T23:30:00Z'))).toBe('Wed 1 Jul 2026, 00:30');
    expect(clock.dayOf(at('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });

  it.each([
    ['within the day', '2026-03-09T09:14:00Z', '2026-03-09T10:00:00.000Z'],
    ['on the hour', '2026-03-09T09:00:00Z', '2026-03-09T10:00:00.000Z'],
    ['before the day', '2026-03-09T05:14:00Z', '2026-03-09T09:00:00.000Z'],
    ['after the day', '2026-03-09T16:14:00Z', '2026-03-10T09:00:00.000Z'],
    ['over a weekend on which summer begins', '2026-03-27T16:14:00Z', '2026-03-30T08:00:00.000Z'],
  ])('finds the next working hour %s', (_name, from, to) => {
    expect(clock.nextWorkingHour(at(from))).toBe(to);
  });

  it.each([
    ['2026-03-09', '09:00', '2026-03-09T09:00:00.000Z'],
    ['2026-07-01', '09:00', '2026-07-01T08:00:00.000Z'],
    ['2026-07-01', '00:30', '2026-06-30T23:30:00.000Z'],
    ['2026-03-29', '00:30', '2026-03-29T00:30:00.000Z'],
  ])('turns %s %s into an instant', (day, time, instant) => {
    expect(clock.inLondon(day, time)).toBe(instant);
  });
});
