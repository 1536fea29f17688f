import { counts, reading, row } from './reading.js';
import { authorityOf, ealing, pressedYear, southwark } from './years.js';

/** What Ealing printed for 2016/17, to the figure. */
describe('Ealing 2016/17, as it would have been pressed', () => {
  const report = reading(pressedYear(ealing), {
    from: '2016-04-01',
    to: '2017-03-31',
    directory: authorityOf(ealing),
  });

  it('has 39 formal disputes', () => {
    expect(row(report, 'disputes-raised', 'all')).toBe('39');
    expect(row(report, 'disputes-raised', 'formal')).toBe('39 of 39: 100');
    expect(row(report, 'disputes-raised', 'informal')).toBe('0 of 39: 0');
  });

  it('has 39, 5 and 1 that entered the stages, and 34, 4 and 1 that were resolved there', () => {
    const stages = { 'team-manager': 39, 'operations-manager': 5, 'assistant-director': 0, director: 1 };
    expect(counts(report, 'stages-entered')).toEqual({ all: 39, ...stages, 'not-recorded': 0 });
    const resolved = { 'team-manager': 34, 'operations-manager': 4, 'assistant-director': 0, director: 1 };
    expect(counts(report, 'stages-resolved')).toEqual({ all: 39, ...resolved, 'not-recorded': 0 });
    expect(counts(report, 'stages-highest')).toEqual({ all: 39, ...resolved, 'not-recorded': 0 });
    expect(counts(report, 'moves')).toMatchObject({ all: 6, escalated: 5, bypassed: 1, 'passed-up': 0 });
  });
});

/** What Southwark built by hand for 2015/16. */
describe('Southwark 2015/16, as it would have been pressed', () => {
  const report = reading(pressedYear(southwark), {
    from: '2015-04-01',
    to: '2016-03-31',
    directory: authorityOf(southwark),
  });

  it('has 184 about 178 children', () => {
    expect(counts(report, 'disputes-raised')).toMatchObject({ all: 184, children: 178, formal: 184 });
  });

  it('has 9 that reached the head of service or the assistant director', () => {
    const highest = counts(report, 'stages-highest');
    expect((highest['head-of-service'] ?? 0) + (highest['assistant-director'] ?? 0)).toBe(9);
  });

  it.each([
    ['care-plan-late', 99, 53.8],
    ['drift', 18, 9.8],
    ['safety', 15, 8.2],
    ['safety/missing', 6, 3.3],
    ['safety/exploitation', 5, 2.7],
    ['safety/gangs', 6, 3.3],
    ['visits', 9, 4.9],
    ['contact', 9, 4.9],
    ['no-worker', 8, 4.3],
    ['no-worker/sickness', 3, 1.6],
    ['no-worker/left', 5, 2.7],
    ['health', 7, 3.8],
    ['placement', 7, 3.8],
    ['decisions-outstanding', 4, 2.2],
    ['staying-put', 3, 1.6],
    ['life-story', 1, 0.5],
    ['not-recorded', 4, 2.2],
    ['education', 0, 0],
  ])('mentions %s %d times, %d per cent', (theme, count, value) => {
    expect(row(report, 'themes-mentions', theme)).toBe(`${count} of 184: ${value}`);
  });

  it('has 180 mentions, and 99 disputes marked as a system fault', () => {
    expect(row(report, 'themes-mentions', 'all')).toBe('180 of 184');
    expect(row(report, 'system-fault', 'all')).toBe('99 of 184: 53.8');
  });
});
