import { allocations, csv, emptyAuthority, people, ssda903 } from './files.js';
import { isLive } from '../../src/reviews/facts.js';
import { careOf } from '../../src/reviews/careOf.js';
import { timedReviews, timetableOf } from '../../src/reviews/timetable.js';
import { plainPolicy } from '../reviews/childFacts.js';

const child = '700123,1,09/05/2010,WBRI,,,';
const started = '700123,26/04/2016,S,C2,N1,U4,PR1,01/09/2016,X1,,,,';
const wentOn = '700123,01/09/2016,P,C2,N1,U4,PR1,,,,,,';
const ended = '700123,01/09/2016,P,C2,N1,U4,PR1,30/06/2017,E4A,,,,';

const factsOf = async (store: ReturnType<typeof emptyAuthority>['store'], ref = '700123') =>
  (await store.load('child', `child:${ref}`))!.document.facts.filter(isLive);

describe('importing a return', () => {
  it('makes of each child a profile, periods of care and reviews', async () => {
    const { store, read } = emptyAuthority();
    const results = await read({
      ssda903: ssda903({
        header: [child],
        episodes: [started, ended],
        reviews: ['700123,09/05/2010,20/05/2016,PN1', '700123,09/05/2010,18/08/2016,PN5'],
      }),
    });
    expect(
      results.map(({ file, added, changed, same, refused, warned }) => [
        file,
        added,
        changed,
        same,
        refused,
        warned,
      ]),
    ).toEqual([
      ['header.csv', 1, 0, 0, [], []],
      ['episodes.csv', 2, 0, 0, [], []],
      ['reviews.csv', 2, 0, 0, [], []],
    ]);
    expect(await factsOf(store)).toMatchObject([
      { kind: 'profile', sex: '1', bornOn: '2010-05-09', ethnicity: 'WBRI' },
      { kind: 'period', startedOn: '2016-04-26', endedOn: '2017-06-30' },
      { kind: 'review', heldOn: '2016-05-20', participation: 'PN1' },
      { kind: 'review', heldOn: '2016-08-18', participation: 'PN5' },
    ]);
  });

  it('adds up over the years, in either order', async () => {
    const one = ssda903({ header: [child], episodes: [started, wentOn] });
    const two = ssda903({ header: [child], episodes: [ended] });
    for (const years of [
      [one, two],
      [two, one],
    ]) {
      const { store, read } = emptyAuthority();
      for (const year of years) await read({ ssda903: year });
      expect(careOf(await factsOf(store))).toMatchObject([
        { startedOn: '2016-04-26', endedOn: '2017-06-30' },
      ]);
      const again = [...(await read({ ssda903: one })), ...(await read({ ssda903: two }))];
      expect(again.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
    }
  });

  describe('of a child who left and came back', () => {
    const [left, back] = [
      '700123,04/03/2024,S,C2,N1,U1,PR1,',
      '700123,08/07/2024,S,C2,N1,U1,PR1,02/09/2024,X1,,,,',
    ];
    const goesOn = '700123,02/09/2024,P,C2,N1,U4,PR1,';
    const reviews = (...days: string[]) => days.map((day) => `700123,09/05/2010,${day},PN1`);
    const open = ',,,,,';
    const years = [
      ssda903({ header: [child], episodes: [`${left}${open}`], reviews: reviews('28/03/2024') }),
      ssda903({
        header: [child],
        episodes: [`${left}08/04/2024,E11,,,,`, back, `${goesOn}${open}`],
        reviews: reviews('25/07/2024', '20/10/2024'),
      }),
      ssda903({ header: [child], episodes: [`${goesOn}25/09/2025,E11,,,,`], reviews: reviews('15/04/2025') }),
    ] as const;
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const;

    it.each(orders)(
      'adds up when the years are read as %d, %d, %d, and changes nothing again',
      async (...order) => {
        const { store, read } = emptyAuthority();
        for (const at of order) await read({ ssda903: years[at] });
        expect(careOf(await factsOf(store))).toMatchObject([
          { startedOn: '2024-03-04', endedOn: '2024-04-08' },
          { startedOn: '2024-07-08', endedOn: '2025-09-25' },
        ]);
        for (const at of [2, 0, 1] as const)
          expect(
            (await read({ ssda903: years[at] })).filter(({ added, changed }) => added + changed > 0),
          ).toEqual([]);
      },
    );

    it('is of the year that was meant where one review is of another, and then of no review’s year', async () => {
      const { store, read } = emptyAuthority();
      const days = Array.from({ length: 12 }, (_, at) => `${at + 10}/06/2025`);
      const stray = ssda903({
        header: [child],
        episodes: [`${goesOn}25/09/2025,E11,,,,`],
        reviews: reviews(...days, '28/03/2025'),
      });
      for (const year of [stray, years[0], years[1]]) await read({ ssda903: year });
      expect(careOf(await factsOf(store))).toMatchObject([
        { startedOn: '2024-03-04', endedOn: '2024-04-08' },
        { startedOn: '2024-07-08', endedOn: '2025-09-25' },
      ]);
    });
  });

  it('takes a corrected start of care, by which a review was late', async () => {
    const { store, read } = emptyAuthority();
    const file = (day: string) =>
      ssda903({
        header: [child],
        episodes: [`700123,${day},S,C2,N1,U4,PR1,,,,,,`],
        reviews: ['700123,09/05/2010,05/06/2025,PN1'],
      });
    await read({ ssda903: file('12/05/2025') });
    const [, episodes] = await read({ ssda903: file('01/05/2025') });
    expect(episodes).toMatchObject({ added: 0, changed: 1 });
    const { document } = (await store.load('child', 'child:700123'))!;
    expect(timedReviews(timetableOf(document, '2026-03-02', plainPolicy))).toMatchObject([
      { type: 'first', dueOn: '2025-06-02', onTime: false },
    ]);
  });

  it('knows from when to when a child was placed for adoption, and not where it was before', async () => {
    const one = ssda903({ header: [child], episodes: [started, wentOn.replace(',U4,', ',A5,')] });
    const back = '700123,02/05/2017,P,C2,N1,R1,PR1,,,,,,';
    const two = ssda903({
      header: [child],
      episodes: [ended.replace('30/06/2017,E4A', '02/05/2017,X1').replace(',U4,', ',A5,'), back],
    });
    for (const years of [
      [one, two],
      [two, one],
    ]) {
      const { store, read } = emptyAuthority();
      for (const year of years) await read({ ssda903: year });
      const [period] = careOf(await factsOf(store));
      expect(period).toMatchObject({
        adoption: [
          { from: '2016-04-26', placed: false },
          { from: '2016-09-01', placed: true },
          { from: '2017-05-02', placed: false },
        ],
      });
      expect(JSON.stringify(await factsOf(store))).not.toMatch(/U4|R1/);
    }
  });

  it('takes a corrected placement, and leaves open what an empty cell or a temporary one does not say', async () => {
    const placed = (place: string) =>
      ssda903({ header: [child], episodes: [started, wentOn.replace(',U4,', `,${place},`)] });
    const { store, read } = emptyAuthority();
    const adoption = async () => {
      const period = (await factsOf(store)).find(({ kind }) => kind === 'period');
      return period?.kind === 'period' ? period.adoption : undefined;
    };
    const before = { from: '2016-04-26', placed: false };
    await read({ ssda903: placed('A5') });
    expect(await adoption()).toEqual([before, { from: '2016-09-01', placed: true }]);
    const [, episodes] = await read({ ssda903: placed('U4') });
    expect(episodes).toMatchObject({ changed: 2, same: 0 });
    expect(await adoption()).toEqual([before, { from: '2016-09-01', placed: false }]);
    for (const place of ['', 'T0']) {
      const other = emptyAuthority();
      await other.read({ ssda903: placed(place) });
      const period = (await factsOf(other.store)).find(({ kind }) => kind === 'period');
      expect(period).toMatchObject({ adoption: [before] });
    }
  });

  it('takes no review away that a return does not have: an absent row never means not held', async () => {
    const { store, read } = emptyAuthority();
    const reviews = ['700123,09/05/2010,20/05/2016,PN1', '700123,09/05/2010,18/08/2016,PN5'];
    await read({ ssda903: ssda903({ header: [child], episodes: [started], reviews }) });
    await read({ ssda903: ssda903({ header: [child], reviews: reviews.slice(1) }) });
    const held = (await factsOf(store)).flatMap((fact) => (fact.kind === 'review' ? [fact.heldOn] : []));
    expect(held).toEqual(['2016-05-20', '2016-08-18']);
  });

  it('counts the rows of a period that a later return ends as changed', async () => {
    const { read } = emptyAuthority();
    await read({ ssda903: ssda903({ header: [child], episodes: [started, wentOn] }) });
    const [header, episodes] = await read({ ssda903: ssda903({ header: [child], episodes: [ended] }) });
    expect(header).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(episodes).toMatchObject({ added: 0, changed: 1, same: 0 });
  });

  it('refuses rows without a child, without a valid date, in the future, or of an unknown child', async () => {
    const { read } = emptyAuthority();
    const [header, episodes, reviews] = await read({
      ssda903: ssda903({
        header: [
          child,
          ',1,09/05/2010,WBRI,,,',
          '700124,1,2010-05-09,WBRI,,,',
          '700125,1,03/03/2026,WBRI,,,',
        ],
        episodes: [
          '700123,31/02/2016,S,C2,,,,,,,,,',
          '700123,26/04/2016,S,C2,,,,25/04/2016,E4A,,,,',
          '999999,26/04/2016,S,C2,,,,,,,,,',
        ],
        reviews: [
          ',09/05/2010,20/05/2016,PN1',
          '700123,09/05/2010,,PN1',
          '700123,09/05/2010,2016-05-20,PN1',
          '700123,09/05/2010,03/03/2026,PN1',
          '700123,09/05/2010,02/03/2026,PN1',
          '999999,09/05/2010,20/05/2016,PN1',
        ],
      }),
    });
    expect(header).toMatchObject({
      added: 1,
      refused: [
        { line: 3, reason: 'there is no child' },
        { line: 4, reason: 'DOB is no valid date (dd/mm/yyyy is wanted)' },
        { line: 5, reason: 'DOB is in the future' },
      ],
    });
    expect(episodes).toMatchObject({
      added: 0,
      refused: [
        { line: 2, reason: 'DECOM is no valid date (dd/mm/yyyy is wanted)' },
        { line: 3, reason: 'DEC is before DECOM' },
        { line: 4, reason: 'the child 999999 is unknown' },
      ],
    });
    expect(reviews).toMatchObject({
      added: 1,
      refused: [
        { line: 2, reason: 'there is no child' },
        { line: 3, reason: 'there is no date in REVIEW' },
        { line: 4, reason: 'REVIEW is no valid date (dd/mm/yyyy is wanted)' },
        { line: 5, reason: 'REVIEW is in the future' },
        { line: 7, reason: 'the child 999999 is unknown' },
      ],
    });
  });

  it('knows a child of an earlier return, and one that is only allocated', async () => {
    const { read } = emptyAuthority();
    await read({ ssda903: ssda903({ header: [child] }) });
    const results = await read({
      people: people(',Test IRO,iro@test.example,iro,1'),
      allocations: allocations('700124,AB,,iro@test.example,North 1,'),
      ssda903: ssda903({ reviews: ['700123,,20/05/2016,PN1', '700124,,20/05/2016,PN1'] }),
    });
    expect(results.at(-1)).toMatchObject({ file: 'reviews.csv', added: 2, refused: [] });
  });

  it('takes a review whose code does not fit without it, and says why', async () => {
    const { store, read } = emptyAuthority();
    const results = await read({
      ssda903: ssda903({
        header: [child],
        reviews: ['700123,09/05/2010,20/05/2016,PN0', '700123,,21/08/2016,'],
      }),
    });
    expect(results[2]).toMatchObject({
      added: 2,
      warned: [
        { line: 2, reason: expect.stringContaining('rule 440') },
        { line: 3, reason: expect.stringContaining('rule 167') },
      ],
    });
    expect(await factsOf(store)).toMatchObject([{}, { participation: null }, { participation: null }]);
  });

  it('reads the age from the header where the row has no date of birth', async () => {
    const { read } = emptyAuthority();
    const return903 = {
      ...ssda903({ header: [child] }),
      reviews: csv('reviews.csv', 'CHILD,REVIEW,REVIEW_CODE', '700123,20/05/2016,PN0'),
    };
    expect((await read({ ssda903: return903 }))[2]?.warned).toMatchObject([
      { line: 2, reason: expect.stringContaining('rule 440') },
    ]);
  });

  it('has one review for a child and a day; the first row is kept', async () => {
    const { store, read } = emptyAuthority();
    const reviews = ['700123,09/05/2010,20/05/2016,PN1', '700123,09/05/2010,20/05/2016,PN5'];
    const file = ssda903({ header: [child], reviews });
    const warned = [{ line: 3, reason: 'the review is on line 2 already: this row is left out' }];
    expect((await read({ ssda903: file }))[2]).toMatchObject({ added: 1, same: 1, warned });
    expect((await read({ ssda903: file }))[2]).toMatchObject({ added: 0, changed: 0, same: 2, warned });
    expect(await factsOf(store)).toMatchObject([{}, { participation: 'PN1' }]);
  });

  it('has an episode of one day before the one that followed it, in whatever order the rows stand', async () => {
    const rows = [
      started.replace('01/09/2016,X1', '01/05/2016,X1'),
      '700123,01/05/2016,P,C2,N1,A5,PR1,01/05/2016,X1,,,,',
      '700123,01/05/2016,P,C2,N1,U4,PR1,,,,,,',
    ];
    for (const episodes of [rows, rows.toReversed()]) {
      const { store, read } = emptyAuthority();
      await read({ ssda903: ssda903({ header: [child], episodes }) });
      const [, period] = await factsOf(store);
      expect(period?.kind === 'period' && period.adoption?.at(-1)).toEqual({
        from: '2016-05-01',
        placed: false,
      });
    }
  });

  it('takes the profile of the newest return, in whatever order they are read', async () => {
    const ofYear = (year: number, row: string) =>
      ssda903({
        header: [row],
        episodes: [started],
        reviews: [`700123,09/05/2010,20/05/${year},PN1`],
      });
    const years = [ofYear(2024, child.replace('WBRI', 'NOBT')), ofYear(2025, child.replace(',1,', ',2,'))];
    for (const order of [years, years.toReversed()]) {
      const { store, read } = emptyAuthority();
      for (const year of order) await read({ ssda903: year });
      const profile = (await factsOf(store)).find(({ kind }) => kind === 'profile');
      expect(profile).toMatchObject({ sex: '2', ethnicity: 'WBRI' });
      const again = [...(await read({ ssda903: order[0]! })), ...(await read({ ssda903: order[1]! }))];
      expect(again.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
    }
  });

  it('lists the review of another year that makes a return one of no year', async () => {
    const reviews = Array.from({ length: 12 }, (_, at) => `700123,09/05/2010,${at + 10}/06/2025,PN1`);
    const [, , all] = await emptyAuthority().read({ ssda903: ssda903({ header: [child], reviews }) });
    expect(all?.warned).toEqual([]);
    const stray = [...reviews, '700123,09/05/2010,28/03/2025,PN1'];
    const [, , some] = await emptyAuthority().read({ ssda903: ssda903({ header: [child], reviews: stray }) });
    expect(some).toMatchObject({ added: 13 });
    expect(some?.warned).toEqual([
      {
        line: 14,
        reason:
          'REVIEW 2025-03-28 is not in the year of the others, 2025/26: with it the return is read as one of no year',
      },
    ]);
  });

  it('says what an episode leaves open', async () => {
    const { read } = emptyAuthority();
    const results = await read({
      ssda903: ssda903({
        header: [child],
        episodes: [
          '700123,26/04/2016,S,C2,,,,,E4A,,,,',
          '700123,01/06/2016,Q,C2,,,,01/09/2016,,,,,',
          '700123,01/10/2016,S,C2,,,,,X1,,,,',
        ],
      }),
    });
    expect(results[1]?.warned.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'REC E4A ends care, but DEC is empty: the period stays open'],
      [3, 'RNE "Q" is no code of the return: read as no start of care'],
      [3, 'DEC without REC: the period stays open'],
      [4, 'S starts a period of care before the last one has ended'],
    ]);
  });

  it('knows of which year its reviews are, and so that the one before them may not be there', async () => {
    const { store, read } = emptyAuthority();
    const care = '700123,06/05/2015,S,C2,N1,U4,PR1,,,,,,';
    const ofYear = (...reviews: string[]) =>
      ssda903({ header: [child], episodes: [care], reviews: reviews.map((day) => `700123,,${day},PN1`) });
    const types = async () =>
      timedReviews(
        timetableOf((await store.load('child', 'child:700123'))!.document, '2026-03-02', plainPolicy),
      ).map((timed) => (timed.due === 'known' ? timed.type : timed.due));
    await read({ ssda903: ofYear('20/05/2016', '18/11/2016') });
    expect(await types()).toEqual(['not-known', 'later']);
    await read({ ssda903: ofYear('02/06/2015', '01/09/2015', '26/02/2016') });
    expect(await types()).toEqual(['first', 'second', 'later', 'later', 'later']);
  });

  it('tells the same with a dry run, and saves nothing', async () => {
    const { store, read } = emptyAuthority();
    const file = ssda903({ header: [child], episodes: [started], reviews: ['700123,,20/05/2016,PN1'] });
    const told = await read({ ssda903: file }, { dryRun: true });
    expect(await store.all('child')).toEqual([]);
    expect(await read({ ssda903: file })).toEqual(told);
  });
});
