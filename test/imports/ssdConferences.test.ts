import { allocations, emptyAuthority, people, ssd } from './files.js';
import { isLive } from '../../src/reviews/facts.js';
import { protectionOf } from '../../src/reviews/protection.js';

const known = {
  people: people(',Test IRO,iro@test.example,iro,1'),
  allocations: allocations('700123,AB,,iro@test.example,North 1,'),
};
const enquiries = ['S1,700123,2025-05-01'];
const initialFile = 'ssd_initial_cp_conference.csv';
const reviewsFile = 'ssd_cp_reviews.csv';
const initial = 'C1,700123,S1,P1,N,2025-05-23,2025-05-22,Y';

function aService() {
  const { store, read } = emptyAuthority();
  return {
    store,
    read: async (rows: Parameters<typeof ssd>[0]) => {
      const results = await read({ ...known, ssd: ssd(rows) });
      return { of: (file: string) => results.find((result) => result.file === file), results };
    },
    protections: async () =>
      protectionOf((await store.load('child', 'child:700123'))!.document.facts, '2026-03-02'),
  };
}

describe('child protection conferences from the case system', () => {
  it('are read with the day of the strategy discussion, and give the next one’s due day', async () => {
    const { read, protections } = aService();
    const { of } = await read({
      enquiries,
      initialConferences: [initial],
      conferenceReviews: ['V1,700123,P1,2025-08-22,2025-08-20,Y', 'V2,700123,P1,2026-02-20,,'],
    });
    expect(of(initialFile)).toMatchObject({ added: 1, refused: [], warned: [] });
    expect(of(reviewsFile)).toMatchObject({ added: 2, refused: [], warned: [] });
    expect(await protections()).toMatchObject([
      {
        held: [
          { type: 'initial', dueOn: '2025-05-23', onTime: true },
          { type: 'first-review', dueOn: '2025-08-22', onTime: true },
        ],
        next: { type: 'later-review', dueOn: '2026-02-20' },
      },
    ]);
  });

  it('change nothing a second time, and move on with a row', async () => {
    const { read, store, protections } = aService();
    const rows = { enquiries, initialConferences: ['C1,700123,S1,,N,2025-05-23,,'] };
    await read(rows);
    const before = await store.load('child', 'child:700123');
    expect((await read(rows)).of(initialFile)).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(await store.load('child', 'child:700123')).toEqual(before);
    expect((await read({ enquiries, initialConferences: [initial] })).of(initialFile)).toMatchObject({
      added: 0,
      changed: 1,
    });
    expect((await protections())[0]?.held).toHaveLength(1);
  });

  it('go by the target where there is no extract of enquiries, and for a child from another authority', async () => {
    const { read, protections } = aService();
    await read({ initialConferences: ['C1,700123,S1,P1,N,2026-03-16,,'] });
    expect((await protections())[0]?.next).toEqual({ type: 'initial', dueOn: '2026-03-16' });
    await read({ enquiries, initialConferences: ['C1,700123,S1,P1,Y,2026-03-18,,'] });
    expect((await protections())[0]?.next).toEqual({ type: 'initial', dueOn: '2026-03-18' });
  });

  it('keep what an extract without its optional columns, or without enquiries, does not say', async () => {
    const { read, protections } = aService();
    await read({
      enquiries,
      initialConferences: [initial],
      conferenceReviews: ['V1,700123,P1,2025-08-22,2025-08-20,N'],
    });
    const before = await protections();
    expect(before).toMatchObject([{ held: [{ dueOn: '2025-05-23' }, {}], endedOn: '2025-08-20' }]);
    await read({
      initialConferences: ['C1,700123,S1,,N,2025-05-26,2025-05-22,'],
      conferenceReviews: ['V1,700123,,2025-08-22,2025-08-20,'],
    });
    expect(await protections()).toEqual(before);
  });

  it('were not held, and are due on another day, where a later extract says so', async () => {
    const { read, protections } = aService();
    await read({ initialConferences: ['C1,700123,,,N,2026-03-16,2026-02-27,'] });
    await read({ initialConferences: ['C1,700123,,,N,2026-03-18,,'] });
    expect(await protections()).toMatchObject([{ held: [], next: { dueOn: '2026-03-18' } }]);
  });

  it('count no strategy discussion once the row says that the child came from another authority', async () => {
    const { read, protections } = aService();
    await read({ enquiries, initialConferences: ['C1,700123,S1,P1,N,2026-03-16,,'] });
    await read({ enquiries, initialConferences: ['C1,700123,S1,P1,Y,2026-03-18,,'] });
    expect(await protections()).toMatchObject([{ next: { type: 'initial', dueOn: '2026-03-18' } }]);
  });

  it('stay with a row that is gone, and with extracts that are not there', async () => {
    const { read, protections } = aService();
    await read({ enquiries, initialConferences: [initial] });
    const { results } = await read({ conferenceReviews: [] });
    expect(results.map(({ file }) => file)).not.toContain(initialFile);
    expect((await protections())[0]?.held).toHaveLength(1);
  });

  it('are refused by line and reason, and the others go in', async () => {
    const { read, store } = aService();
    const { of } = await read({
      enquiries,
      initialConferences: [
        initial,
        'C2,999,S1,,N,2025-05-23,,',
        'C3,700123,,,N,2025-05-23,2026-03-03,Y',
        'C4,700123,,,N,,,',
        'C5,700123,,,maybe,2025-05-23,,',
        initial,
        'C6,700123,S9,,N,,,',
      ],
      conferenceReviews: [',700123,P1,2025-08-22,,', 'V2,700123,P1,22.08.2025,,'],
    });
    expect(of(initialFile)).toMatchObject({
      added: 2,
      same: 1,
      refused: [
        { line: 3, reason: 'the child 999 is unknown' },
        { line: 4, reason: 'icpc_icpc_date is in the future' },
        { line: 5, reason: 'there is neither a due date nor the date on which it was held' },
        { line: 6, reason: 'icpc_icpc_transfer_in "maybe" is neither Y nor N' },
      ],
      warned: [
        { line: 7, reason: 'the conference is on line 2 already: this row is left out' },
        { line: 8, reason: 'no enquiry that was read has the id S9: no due date is known' },
      ],
    });
    expect(of(reviewsFile)?.refused).toEqual([
      { line: 2, reason: 'there is no cppr_cp_review_id' },
      {
        line: 3,
        reason: 'cppr_cp_review_due is no valid date (yyyy-mm-dd or dd/mm/yyyy is wanted)',
      },
    ]);
    const { document } = (await store.load('child', 'child:700123'))!;
    expect(document.facts.filter(isLive).filter(({ kind }) => kind === 'conference')).toHaveLength(2);
  });
});
