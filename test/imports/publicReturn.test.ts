import { emptyAuthority } from './files.js';
import { isLive } from '../../src/reviews/facts.js';
import { timedReviews, timetableOf } from '../../src/reviews/timetable.js';
import { holidaysSince2014, publicReturn, publicRows } from '../reports/publicRows.js';
import { slowChildren } from '../reports/slowCount.js';

/** As at 2 March 2026: each review that was held, and whether it was in time. */
const pinned = {
  'first on time': 36,
  'first late': 210,
  'second on time': 40,
  'second late': 146,
  'later on time': 3569,
  'later late': 3791,
  'not-known': 2144,
  'short-break': 1532,
  adoption: 993,
};

/** How many rows were listed for each rule or reason. */
const reasons = (notes: readonly { reason: string }[] | undefined, ...patterns: string[]) =>
  patterns.map((pattern) => (notes ?? []).filter(({ reason }) => reason.includes(pattern)).length);

// Each count was reckoned from the files by other means too: they are the data's, not the importer's.
describe('the public test return of 2,675 invented children', () => {
  const { store, read } = emptyAuthority();
  const importing = read({ ssda903: publicReturn });

  it('has every child', async () => {
    const [header] = await importing;
    expect(header).toMatchObject({ added: 2675, changed: 0, same: 0, refused: [], warned: [] });
    expect(await store.all('child')).toHaveLength(2675);
  });

  it('has every episode, and lists what the random rows leave open', async () => {
    const [, episodes] = await importing;
    expect(episodes).toMatchObject({ added: 5050, changed: 0, same: 0, refused: [] });
    expect(episodes?.warned).toHaveLength(353 + 63);
    // A reason for the end of care (353) without the day of it; an S inside a period (63).
    expect(reasons(episodes?.warned, 'but DEC is empty', 'before the last one has ended')).toEqual([353, 63]);
  });

  it('has every review but those in the future, each once', async () => {
    const [, , reviews] = await importing;
    expect(reviews).toMatchObject({ added: 12461, changed: 0, same: 14 });
    // The dates run to November 2030: those after 2 March 2026 are no reviews yet.
    expect(reviews?.refused).toHaveLength(107);
    expect(reasons(reviews?.refused, 'REVIEW is in the future')).toEqual([107]);
    expect(12461 + 14 + 107).toBe(12582);
  });

  it('lists the codes that do not fit the age, and the days that are there twice', async () => {
    const [, , reviews] = await importing;
    expect(reasons(reviews?.warned, 'rule 440', 'rule 441', 'rule 167', 'already')).toEqual([
      1421, 663, 0, 14,
    ]);
    expect(reviews?.warned).toHaveLength(1421 + 663 + 14);
  });

  it('knows the start of care for an S alone', async () => {
    await importing;
    const periods = (await store.all('child'))
      .flatMap(({ document }) => document.facts)
      .filter((fact) => fact.kind === 'period' && isLive(fact));
    const known = periods.filter((fact) => fact.kind === 'period' && fact.startedOn !== null);
    expect(known).toHaveLength(381);
  });

  it('says of each review by type whether it was in time, or that its due date is not known', async () => {
    await importing;
    const counts: Record<string, number> = {};
    for (const { document } of await store.all('child')) {
      const timetable = timetableOf(document, '2026-03-02', { targets: {}, seriesCounts: 'last' });
      for (const timed of timedReviews(timetable)) {
        const due = timed.due === 'known' ? `${timed.type} ${timed.onTime ? 'on time' : 'late'}` : timed.due;
        counts[due] = (counts[due] ?? 0) + 1;
      }
    }
    // The dates are random, from 2015 to 2030, so that the file is no one year's return, and whether a review was in
    // time is chance. A first review must fall into the first 28 days or so after an S to be in time: of days thrown
    // over years few do, hence 36 in time and 210 late; 3 months after the first catch 40 of 186, and 6 months, the
    // longest span, nearly half. Only 381 of the 5,050 episodes are an S, and few reviews fall into such a period:
    // they alone have a first (246) and a second (186). The earliest review of each other period has no predecessor
    // in the files (2,144), also where no episode of the child is there (552 children); V3 and V4 are every sixth
    // episode, and A3 to A6 nearly as many: their reviews have clocks of their own (1,532 and 993).
    expect(counts).toEqual(pinned);
    expect(Object.values(pinned).reduce((sum, count) => sum + count)).toBe(12461);
  });

  it('comes to the same by a plain count of the rows, day by day, with a list of holidays of its own', () => {
    const counts: Record<string, number> = {};
    for (const { kind, on, due } of slowChildren([publicRows], '2026-03-02', holidaysSince2014).flatMap(
      ({ reviews }) => reviews,
    )) {
      const timed = kind === 'not-known' || kind === 'short-break' || kind === 'adoption';
      const key = timed ? kind : `${kind} ${on <= due ? 'on time' : 'late'}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(counts).toEqual(pinned);
  });

  it('changes nothing a second time', async () => {
    await importing;
    expect(await read({ ssda903: publicReturn }, { at: '2026-03-02T10:00:00.000Z' })).toMatchObject([
      { added: 0, changed: 0, same: 2675 },
      { added: 0, changed: 0, same: 5050 },
      { added: 0, changed: 0, same: 12475 },
    ]);
  });
});
