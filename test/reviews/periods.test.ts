import * as fc from 'fast-check';
import { addMonths } from '../../src/calendar/days.js';
import { isLive, mergeFacts, newChild } from '../../src/reviews/facts.js';
import { type Episode, periodsOf } from '../../src/reviews/episodes.js';
import { careOf } from '../../src/reviews/careOf.js';
import { samePeriod } from '../../src/reviews/periods.js';
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

const readInto = (
  child: ReturnType<typeof newChild>,
  episodes: readonly Episode[],
  now: string,
  year?: string,
) => {
  const facts = periodsOf(episodes).map(periodFact);
  return mergeFacts(child, year === undefined ? facts : facts.map((fact) => ({ ...fact, year })), now);
};

describe('the returns of several years', () => {
  /** Two to four times of care one after another, each of a few placements, the last of them perhaps still open. */
  const anyLife = fc.record({
    steps: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 4, maxLength: 16 }),
    ends: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
  });
  const first = Date.UTC(2015, 3, 1);
  const dayAt = (at: number) => new Date(first + at * 86_400_000).toISOString().slice(0, 10);

  function episodesOf({ steps, ends }: { steps: readonly number[]; ends: readonly boolean[] }): Episode[] {
    const days = steps.map((_, at) => dayAt(steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0)));
    let inCare = false;
    return days.flatMap((startedOn, at) => {
      const [next, wasInCare] = [days[at + 1], inCare];
      // Every other time at home there is no episode at all.
      if (!wasInCare && at % 3 === 1) return [];
      const isLast = ends[at] === true;
      inCare = next !== undefined && !isLast;
      const reasonForNew = wasInCare ? 'P' : 'S';
      return [
        next === undefined
          ? episode({ startedOn, reasonForNew, reasonEnded: '' })
          : episode({ startedOn, reasonForNew, endedOn: next, reasonEnded: isLast ? 'E11' : 'X1' }),
      ];
    });
  }

  /** What the return of a year says: the episodes that were open in it, as they were known at its end. */
  const inReturn = (episodes: readonly Episode[], from: string): Episode[] => {
    const until = addMonths(from, 12);
    return episodes
      .filter(({ startedOn, endedOn = '9999' }) => startedOn < until && endedOn >= from)
      .map(({ endedOn, ...told }) =>
        endedOn === undefined || endedOn >= until ? { ...told, reasonEnded: '' } : { ...told, endedOn },
      );
  };

  it('tell together, in whatever order they are read, of all the periods that there were', () => {
    const years = Array.from({ length: 24 }, (_, at) => addMonths('2015-04-01', at * 12));
    const any = fc.tuple(anyLife, fc.shuffledSubarray(years, { minLength: years.length }));
    fc.assert(
      fc.property(any, ([life, order]) => {
        const all = episodesOf(life);
        const child = order.reduce((known, year) => {
          const episodes = inReturn(all, year);
          return episodes.length === 0
            ? known
            : readInto(known, episodes, `2040-01-01T00:00:${10 + order.indexOf(year)}.000Z`, year).child;
        }, newChild('700123'));
        const told = careOf(child.facts.filter(isLive)).map(({ startedOn, endedOn }) => [startedOn, endedOn]);
        expect(told).toEqual(spans(...all).map(({ startedOn, endedOn }) => [startedOn, endedOn]));
      }),
    );
  });
});

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

  const ofYear = (at: number) => `${2015 + at}-04-01`;
  const careIn = (child: ReturnType<typeof newChild>) =>
    careOf(child.facts.filter(isLive)).map(({ recordedAt: _recordedAt, ...period }) => period);

  it('of several years give the same periods in any order, and change nothing when one is read again', () => {
    const years = fc.array(anyReturn, { minLength: 2, maxLength: 4 });
    const any = years.chain((returns) =>
      fc.tuple(
        fc.constant(returns),
        fc.shuffledSubarray([...returns.keys()], { minLength: returns.length }),
        fc.nat(returns.length - 1),
      ),
    );
    fc.assert(
      fc.property(any, ([returns, order, again]) => {
        const reading = (child: ReturnType<typeof newChild>, at: number, day: number) =>
          readInto(child, returns[at]!, `2026-03-0${day}T09:00:00.000Z`, ofYear(at)).child;
        const inOrder = [...returns.keys()].reduce((c, at) => reading(c, at, at + 1), newChild('700123'));
        const shuffled = order.reduce((child, at, day) => reading(child, at, day + 1), newChild('700123'));
        expect(careIn(shuffled)).toEqual(careIn(inOrder));
        expect(reading(shuffled, again, 9)).toBe(shuffled);
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
