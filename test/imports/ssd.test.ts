import { allocations, csv, emptyAuthority, now, people, ssd, ssda903 } from './files.js';
import { readSsdDay } from '../../src/imports/ssdCells.js';
import type { SeenFact } from '../../src/reviews/child.js';
import { isLive, mergeFacts, newChild } from '../../src/reviews/facts.js';
import { timedReviews, timetableOf } from '../../src/reviews/timetable.js';
import { plainPolicy } from '../reviews/childFacts.js';
import type { Store } from '../../src/store/store.js';

/** 700123 became looked after on 26 April 2024: the first review is due on 28 May, the second 3 months after it. */
const aReturn = ssda903({
  header: ['700123,1,09/05/2010,WBRI,,,', '700124,2,09/05/2011,WBRI,,,'],
  episodes: ['700123,26/04/2024,S,C2,N1,U4,PR1,,,,,,'],
});
const episode = 'E1,700123,CLA1,2024-04-26 00:00:00';
const held = 'R1,CLA1,2024-05-28,2024-05-21,N,PN1';
const coming = 'R2,CLA1,2024-08-21,,N,';

const liveOf = async (store: Store, ref = '700123') =>
  (await store.load('child', `child:${ref}`))!.document.facts.filter(isLive);
const timetableIn = async (store: Store, ref = '700123') =>
  timetableOf((await store.load('child', `child:${ref}`))!.document, '2026-03-03', plainPolicy);
const heldIn = async (store: Store) => timedReviews(await timetableIn(store)).map(({ review }) => review);

/** A review of 700123 as it is recorded in Teams. */
async function recordInTeams(store: Store, heldOn: string, at: string, differs = {}) {
  const known = await store.load('child', 'child:700123');
  const fact: SeenFact = { kind: 'review', source: 'teams', heldOn, participation: 'PN1', ...differs };
  const { child } = mergeFacts(known?.document ?? newChild('700123'), [fact], at);
  await store.save(child, known?.etag);
}

describe('importing the case system’s extracts', () => {
  it('brings reviews that were held and the one that is coming, with the due dates given there', async () => {
    const { store, read } = emptyAuthority();
    const results = await read({
      ssda903: aReturn,
      ssd: ssd({ episodes: [episode], reviews: [held, coming] }),
    });
    expect(results.slice(3)).toEqual([
      {
        file: 'ssd_cla_episodes.csv',
        added: 0,
        changed: 0,
        same: 1,
        refused: [],
        warned: [],
        readable: true,
      },
      { file: 'ssd_cla_reviews.csv', added: 2, changed: 0, same: 0, refused: [], warned: [], readable: true },
    ]);
    expect((await liveOf(store)).slice(2)).toMatchObject([
      {
        kind: 'review',
        source: 'ssd',
        sourceId: 'R1',
        heldOn: '2024-05-21',
        sourceDueOn: '2024-05-28',
        participation: 'PN1',
      },
      { kind: 'expected-review', sourceId: 'R2', sourceDueOn: '2024-08-21', cancelled: false },
    ]);
    expect(await timetableIn(store)).toMatchObject({
      next: { due: 'known', type: 'second', dueOn: '2024-08-21' },
      caseSystem: { dueOn: '2024-08-21', cancelled: false },
    });
  });

  it('changes nothing a second time, nor when the return is read again in between', async () => {
    const { store, read } = emptyAuthority();
    const extracts = ssd({ episodes: [episode], reviews: [held, coming, 'R3,CLA1,2024-06-01,,Y,'] });
    const later = { at: '2026-03-03T09:00:00.000Z' };
    await read({ ssda903: aReturn, ssd: extracts });
    const before = await store.load('child', 'child:700123');
    for (const files of [{ ssd: extracts }, { ssda903: aReturn }, { ssda903: aReturn, ssd: extracts }])
      for (const { added, changed } of await read(files, later)) expect(added + changed).toBe(0);
    expect(await store.load('child', 'child:700123')).toEqual(before);
  });

  it('moves on with a row: what was coming was held', async () => {
    const { store, read } = emptyAuthority();
    await read({ ssda903: aReturn, ssd: ssd({ episodes: [episode], reviews: [held, coming] }) });
    const [, reviews] = await read({
      ssd: ssd({ episodes: [episode], reviews: [held, 'R2,CLA1,2024-08-21,2024-08-20,N,PN2'] }),
    });
    expect(reviews).toMatchObject({ added: 0, changed: 1, same: 1 });
    expect((await heldIn(store)).map(({ heldOn }) => heldOn)).toEqual(['2024-05-21', '2024-08-20']);
  });

  it('takes nothing away with a row that is gone, and says when a date is gone', async () => {
    const { store, read } = emptyAuthority();
    await read({ ssda903: aReturn, ssd: ssd({ episodes: [episode], reviews: [held] }) });
    await read({ ssd: ssd({ episodes: [episode] }) });
    expect(await heldIn(store)).toHaveLength(1);
    const [, reviews] = await read({
      ssd: ssd({ episodes: [episode], reviews: ['R1,CLA1,2024-05-28,,N,'] }),
    });
    expect(reviews?.warned).toEqual([
      { line: 2, reason: 'this review was held on 2024-05-21 by the extract before, and is not by this one' },
    ]);
    expect(await heldIn(store)).toEqual([]);
  });

  it('holds no review that was cancelled, whatever day it was to be', async () => {
    const { store, read } = emptyAuthority();
    const reviews = [held, 'R2,CLA1,2024-08-21,2024-08-20,Y,', 'R3,CLA1,2026-04-20,2026-04-20,y,'];
    const results = await read({ ssda903: aReturn, ssd: ssd({ episodes: [episode], reviews }) });
    expect(results.at(-1)).toMatchObject({ added: 3, refused: [] });
    expect(await heldIn(store)).toHaveLength(1);
    expect(await timetableIn(store)).toMatchObject({
      next: { dueOn: '2024-08-21' },
      caseSystem: { dueOn: '2024-08-21', cancelled: true },
    });
  });

  it('knows the child by the ssd_id of the allocation, and then not by the reference', async () => {
    const { store, read } = emptyAuthority();
    const withId = csv(
      'allocations.csv',
      'child,initials,family,iro,team,social_worker,ssd_id',
      '700123,AB,,iro@test.example,North 1,,P-9',
    );
    const extracts = ssd({
      episodes: ['E1,P-9,CLA1,', 'E2,700123,CLA2,'],
      reviews: [held, 'R9,CLA2,2024-08-21,,N,'],
    });
    const results = await read({
      people: people(',Test IRO,iro@test.example,iro,1'),
      allocations: withId,
      ssd: extracts,
    });
    expect(results.at(-1)).toMatchObject({
      added: 1,
      refused: [{ line: 3, reason: 'the child 700123 is unknown' }],
    });
    // The next day's extract comes alone: the id is kept with the allocation.
    expect((await read({ ssd: extracts })).at(-1)).toMatchObject({ added: 0, same: 1 });
    expect(await heldIn(store)).toHaveLength(1);
  });

  it('needs no return: a child that is only allocated has a next review', async () => {
    const { store, read } = emptyAuthority();
    await read({
      people: people(',Test IRO,iro@test.example,iro,1'),
      allocations: allocations('700123,AB,,iro@test.example,North 1,'),
      ssd: ssd({ episodes: [episode], reviews: [held] }),
    });
    expect((await timetableIn(store)).next).toMatchObject({ type: 'later', dueOn: '2024-11-21' });
  });

  it('refuses rows by line and reason, and takes the others', async () => {
    const { read } = emptyAuthority();
    const results = await read({
      ssda903: aReturn,
      ssd: ssd({
        episodes: [episode, 'E2,,CLA2,', 'E3,700124,,', 'E4,999999,CLA4,', 'E5,700124,CLA1,'],
        reviews: [
          held,
          ',CLA1,2024-08-21,,N,',
          'R3,CLA1,21/13/2024,,N,',
          'R4,CLA1,2026-03-03,2026-03-03,N,PN1',
          'R5,CLA1,,,N,',
          'R6,CLA1,2024-08-21,,maybe,',
          'R7,CLA7,2024-08-21,,N,',
          'R8,CLA4,2024-08-21,,N,',
          'R9,CLA1,2026-03-02,2026-03-02,N,PN1',
        ],
      }),
    });
    expect(results[3]).toMatchObject({
      same: 1,
      refused: [
        { line: 3, reason: 'there is no clae_person_id' },
        { line: 4, reason: 'there is no clae_cla_id' },
        { line: 5, reason: 'the child 999999 is unknown' },
        { line: 6, reason: 'the clae_cla_id CLA1 is another child’s on line 2' },
      ],
    });
    expect(results[4]).toMatchObject({
      added: 2,
      refused: [
        { line: 3, reason: 'there is no clar_cla_review_id' },
        { line: 4, reason: expect.stringContaining('clar_cla_review_due_date is no valid date') },
        { line: 5, reason: 'clar_cla_review_date is in the future' },
        { line: 6, reason: 'there is neither a due date nor a review date' },
        { line: 7, reason: 'clar_cla_review_cancelled "maybe" is neither Y nor N' },
        { line: 8, reason: 'no episode has the clae_cla_id CLA7' },
        { line: 9, reason: 'the child 999999 is unknown' },
      ],
    });
  });

  it('refuses the reviews of two children who are given one ssd_id', async () => {
    const { read } = emptyAuthority();
    const results = await read({
      people: people(',Test IRO,iro@test.example,iro,1'),
      allocations: csv(
        'allocations.csv',
        'child,initials,family,iro,team,social_worker,ssd_id',
        '700123,AB,,iro@test.example,North 1,,P-9',
        '700124,CD,,iro@test.example,North 1,,P-9',
      ),
      ssd: ssd({ episodes: ['E1,P-9,CLA1,'], reviews: [held] }),
    });
    expect(results.at(-1)?.refused).toEqual([
      { line: 2, reason: 'P-9 is the ssd_id of several children: 700123, 700124' },
    ]);
  });

  it('takes a review whose code does not fit or is not there without it, and lists the row', async () => {
    const { store, read } = emptyAuthority();
    const reviews = ['R1,CLA1,,2024-05-21,N,PN0', 'R2,CLA1,,2024-08-21,N,NULL'];
    const results = await read({ ssda903: aReturn, ssd: ssd({ episodes: [episode], reviews }) });
    expect(results.at(-1)).toMatchObject({
      added: 2,
      warned: [
        { line: 2, reason: expect.stringContaining('rule 440') },
        { line: 3, reason: expect.stringContaining('rule 167') },
      ],
    });
    expect((await heldIn(store)).map(({ participation }) => participation)).toEqual([null, null]);
  });

  it('has one review for a child and a day, and one for an id; the first row is kept', async () => {
    const { store, read } = emptyAuthority();
    const reviews = [held, 'R1,CLA1,2024-05-28,2024-05-22,N,PN1', 'R8,CLA1,2024-05-28,2024-05-21,N,PN2'];
    const results = await read({ ssda903: aReturn, ssd: ssd({ episodes: [episode], reviews }) });
    expect(results.at(-1)).toMatchObject({
      added: 1,
      same: 2,
      warned: [
        { line: 3, reason: 'the review is on line 2 already: this row is left out' },
        { line: 4, reason: 'the review is on line 2 already: this row is left out' },
      ],
    });
    expect(await heldIn(store)).toMatchObject([{ heldOn: '2024-05-21', participation: 'PN1' }]);
  });

  it('reads what Excel makes of a file, and what SQL Server writes', async () => {
    const { store, read } = emptyAuthority();
    const reviews = [
      'R1,CLA1,28/05/2024 00:00,21/05/2024,n,pn1',
      'R2,CLA1,2024-08-21T00:00:00.000,NULL,NULL,NULL',
    ];
    const results = await read({ ssda903: aReturn, ssd: ssd({ episodes: [episode], reviews }) });
    expect(results.at(-1)).toMatchObject({ added: 2, refused: [], warned: [] });
    expect(await heldIn(store)).toMatchObject([{ heldOn: '2024-05-21', sourceDueOn: '2024-05-28' }]);
  });

  it.each([
    ['2024-05-21', '2024-05-21'],
    ['2024-05-21 14:30:00.000', '2024-05-21'],
    ['21/05/2024 14:30', '2024-05-21'],
    ['2024-06-30T23:30:00Z', '2024-07-01'],
    ['2024-12-31T23:30:00Z', '2024-12-31'],
    ['2024-06-30T23:30:00+01:00', '2024-06-30'],
    ['2024-02-30', undefined],
    ['05/21/2024', undefined],
    ['May 2024', undefined],
  ])('reads %s as %s', (text, day) => {
    expect(readSsdDay(text)).toBe(day);
  });
});

describe('where the case system differs', () => {
  it('lists its own due date beside the law’s, each time, until they are the same', async () => {
    const { read } = emptyAuthority();
    const by183Days = ssd({ episodes: [episode], reviews: [held, 'R2,CLA1,2024-08-20,,N,'] });
    const listed = [
      { line: 3, reason: 'due on Tue 20 Aug 2024 in the case system, and on Wed 21 Aug 2024 by law' },
    ];
    expect((await read({ ssda903: aReturn, ssd: by183Days })).at(-1)?.warned).toEqual(listed);
    expect((await read({ ssd: by183Days })).at(-1)).toMatchObject({ same: 2, warned: listed });
    expect(
      (await read({ ssd: ssd({ episodes: [episode], reviews: [held, coming] }) })).at(-1)?.warned,
    ).toEqual([]);
  });

  it('says where its due date would make of a late review one on time, or the other way round', async () => {
    const { read } = emptyAuthority();
    const reviews = ['R1,CLA1,2024-05-24,2024-05-27,N,PN1', 'R2,CLA1,2024-08-30,2024-08-28,N,PN1'];
    const results = await read({ ssda903: aReturn, ssd: ssd({ episodes: [episode], reviews }) });
    expect(results.at(-1)?.warned).toEqual([
      {
        line: 2,
        reason: 'due on Fri 24 May 2024 in the case system (late), and on Tue 28 May 2024 by law (on time)',
      },
      {
        line: 3,
        reason: 'due on Fri 30 Aug 2024 in the case system (on time), and on Tue 27 Aug 2024 by law (late)',
      },
    ]);
  });

  it('joins its review to the only one recorded in Teams within 10 days, and lists the difference', async () => {
    const { store, read } = emptyAuthority();
    await read({ ssda903: aReturn });
    await recordInTeams(store, '2024-05-23', '2026-03-02T10:00:00.000Z');
    const extracts = ssd({ episodes: [episode], reviews: ['R1,CLA1,2024-05-28,2024-05-21,N,PN5'] });
    const later = { at: '2026-03-03T06:00:00.000Z' };
    const listed = [
      {
        line: 2,
        reason:
          'held on Thu 23 May 2024 (PN1) in Teams and on Tue 21 May 2024 (PN5) in the case system: ' +
          'the later recorded is shown',
      },
    ];
    expect((await read({ ssd: extracts }, later)).at(-1)).toMatchObject({ added: 1, warned: listed });
    expect(await heldIn(store)).toMatchObject([{ heldOn: '2024-05-21', participation: 'PN5' }]);
    expect((await read({ ssd: extracts }, later)).at(-1)).toMatchObject({ same: 1, warned: listed });
  });

  it('shows what is recorded in Teams after it, and an extract read again does not take that back', async () => {
    const { store, read } = emptyAuthority();
    const extracts = ssd({ episodes: [episode], reviews: [held] });
    await read({ ssda903: aReturn, ssd: extracts });
    await recordInTeams(store, '2024-05-23', '2026-03-02T10:00:00.000Z', { sourceId: 'R1' });
    await read({ ssd: extracts }, { at: '2026-03-03T06:00:00.000Z' });
    expect(await heldIn(store)).toMatchObject([{ heldOn: '2024-05-23' }]);
  });

  it('keeps two where it cannot tell which one it is, and asks', async () => {
    const { store, read } = emptyAuthority();
    await read({ ssda903: aReturn });
    await recordInTeams(store, '2024-05-20', now);
    await recordInTeams(store, '2024-05-24', now);
    const [, reviews] = await read({
      ssd: ssd({ episodes: [episode], reviews: ['R1,CLA1,2024-05-28,2024-05-22,N,PN1'] }),
    });
    expect(reviews?.warned.map(({ reason }) => reason)).toEqual([
      'perhaps the review of Mon 20 May 2024 in Teams: both are kept, and the IRO is asked',
      'perhaps the review of Fri 24 May 2024 in Teams: both are kept, and the IRO is asked',
    ]);
    expect(await heldIn(store)).toHaveLength(3);
  });

  it('is one with the return where the day is the same', async () => {
    const { store, read } = emptyAuthority();
    const withReview = ssda903({
      header: ['700123,1,09/05/2010,WBRI,,,'],
      reviews: ['700123,09/05/2010,21/05/2024,PN1'],
    });
    await read({ ssda903: withReview, ssd: ssd({ episodes: [episode], reviews: [held] }) });
    expect(await heldIn(store)).toHaveLength(1);
  });
});
