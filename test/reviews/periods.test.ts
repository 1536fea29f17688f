import * as fc from 'fast-check';
import { newChild, mergeFacts } from '../../src/reviews/facts.js';
import { type Episode, periodsOf, samePeriod } from '../../src/reviews/periods.js';
import { periodFact } from '../../src/imports/ssda903.js';

const episode = (changes: Partial<Episode>): Episode => ({
  startedOn: '2016-04-26',
  reasonForNew: 'L',
  legalStatus: 'C2',
  reasonEnded: 'X1',
  ...changes,
});

const spans = (...episodes: Episode[]) => periodsOf(episodes).map(({ span }) => span);

describe('periods of care of a return', () => {
  it('start at RNE S and end at a REC other than X1; what lies between is one period', () => {
    expect(
      spans(
        episode({ startedOn: '2016-04-26', reasonForNew: 'S', legalStatus: 'V2', endedOn: '2016-09-01' }),
        episode({ startedOn: '2016-09-01', legalStatus: 'C2', endedOn: '2017-05-09', reasonEnded: 'E4A' }),
      ),
    ).toEqual([
      {
        startedOn: '2016-04-26',
        knownFrom: '2016-04-26',
        endedOn: '2017-05-09',
        legalStatuses: [
          { from: '2016-04-26', code: 'V2' },
          { from: '2016-09-01', code: 'C2' },
        ],
      },
    ]);
  });

  it('have no known start where the S is not in the files', () => {
    expect(spans(episode({ startedOn: '2016-04-26', reasonForNew: 'P' }))).toEqual([
      { startedOn: null, knownFrom: '2016-04-26', legalStatuses: [{ from: '2016-04-26', code: 'C2' }] },
    ]);
  });

  it('are read in the order of their days, whatever the order of the rows', () => {
    const start = episode({ startedOn: '2016-04-26', reasonForNew: 'S', endedOn: '2016-09-01' });
    const next = episode({ startedOn: '2016-09-01' });
    expect(spans(next, start)).toEqual(spans(start, next));
  });

  it('begin anew after an end, also without an S', () => {
    const ended = episode({ reasonForNew: 'S', endedOn: '2016-09-01', reasonEnded: 'E4A' });
    expect(spans(ended, episode({ startedOn: '2016-12-01' }))).toMatchObject([
      { startedOn: '2016-04-26', endedOn: '2016-09-01' },
      { startedOn: null, knownFrom: '2016-12-01' },
    ]);
  });

  it('stay open where the REC that ends care has no day', () => {
    expect(spans(episode({ reasonForNew: 'S', reasonEnded: 'E4A' }))[0]).not.toHaveProperty('endedOn');
  });

  it('go on past a gap while X1 promises another episode', () => {
    const first = episode({ reasonForNew: 'S', endedOn: '2016-09-01' });
    expect(spans(first, episode({ startedOn: '2016-11-01' }))).toHaveLength(1);
  });
});

describe('the same period in another return', () => {
  const open = {
    startedOn: '2016-04-26',
    knownFrom: '2016-04-26',
    legalStatuses: [],
  };

  it('is the open one that it goes on with', () => {
    expect(samePeriod([open], { startedOn: null, knownFrom: '2017-02-01', legalStatuses: [] })).toBe(open);
  });

  it('is not one that ended before, nor one that started after', () => {
    const ended = { ...open, endedOn: '2016-12-01' };
    const seen = { startedOn: null, knownFrom: '2017-02-01', legalStatuses: [] };
    expect(samePeriod([ended], seen)).toBeUndefined();
    expect(samePeriod([open], { ...seen, startedOn: '2017-02-01' })).toBeUndefined();
  });
});

const readInto = (child: ReturnType<typeof newChild>, episodes: readonly Episode[], now: string) =>
  mergeFacts(child, periodsOf(episodes).map(periodFact), now);

describe('any rows of a return, however broken', () => {
  const day = fc
    .integer({ min: 1, max: 60 })
    .map((n) => new Date(Date.UTC(2016, 0, n)).toISOString().slice(0, 10));
  const anyEpisode = fc
    .record({
      startedOn: day,
      reasonForNew: fc.constantFrom('S', 'L', 'P'),
      legalStatus: fc.constantFrom('C2', 'V4', ''),
      end: fc.option(day, { nil: undefined }),
      reasonEnded: fc.constantFrom('X1', 'E4A', ''),
    })
    .map(({ end, ...rest }): Episode => ({
      ...rest,
      endedOn: end !== undefined && end < rest.startedOn ? rest.startedOn : end,
    }));
  const anyReturn = fc.array(anyEpisode, { minLength: 1, maxLength: 6 });
  it('change nothing when they are read a second time', () => {
    fc.assert(
      fc.property(anyReturn, (episodes) => {
        const once = readInto(newChild('700123'), episodes, '2026-03-02T09:00:00.000Z');
        const twice = readInto(once.child, episodes, '2026-03-03T09:00:00.000Z');
        expect(twice.child).toBe(once.child);
      }),
    );
  });

  it('each belong to one period', () => {
    fc.assert(
      fc.property(anyReturn, (episodes) => {
        expect(periodsOf(episodes).flatMap((period) => period.episodes)).toHaveLength(episodes.length);
      }),
    );
  });
});
