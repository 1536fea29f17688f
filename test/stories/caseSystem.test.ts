import { importFiles } from '../../src/flows/import.js';
import { csv, ssd } from '../imports/files.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('what the case system alone tells, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store);
    ida = theatre.person('ida');
  });
  afterEach(() => theatre.close());

  async function reads(rows: Parameters<typeof ssd>[0], more: object = {}) {
    const { store: open, now, newId } = theatre.bot.ports;
    return importFiles({ store: open, now: now(), newId }, { ssd: ssd(rows), ...more }, { dryRun: false });
  }

  it('is when a child became looked after: the first review is due without a national return', async () => {
    await reads({ care: ['E1,700123,CLA1,2026-02-09,S,,'] });
    expect((await ida.says('700123')).words).toContain(
      'Next review\nFirst review due Mon 9 Mar (5 working days left)',
    );
  });

  it('is when the next child protection conference is due, and that it is overdue', async () => {
    await reads({
      enquiries: ['S1,700123,2026-02-09'],
      initialConferences: ['C1,700123,S1,,N,2026-03-02,,'],
    });
    expect((await ida.says('700123')).words).toContain(
      'Next conference\nInitial child protection conference due Mon 2 Mar (today)',
    );
    // Known from child protection alone: there is no review to be entered, by business support either.
    const forSupport = await theatre.person('bess').says('700123');
    expect(forSupport.words).not.toContain('Next review');
    expect(forSupport.buttons).not.toContain('Already held…');
    await theatre.moveTo('2026-03-04T09:00:00.000Z');
    expect((await ida.says('700123')).words).toContain(
      'Next conference\nInitial child protection conference was due Mon 2 Mar (2 working days late)',
    );
  });

  it('is a line of the IRO’s morning that a conference is due, and when to check its plan, pressed once', async () => {
    await theatre.close();
    const leadTimes = { progressCheck: 'show' };
    theatre = await openTheatre(store, { startsAt: '2026-03-02T09:00:00Z', policy: { leadTimes } });
    ida = theatre.person('ida');
    await reads({
      enquiries: ['S1,700123,2026-02-13', 'S2,700131,2026-01-02'],
      initialConferences: ['C1,700123,S1,,N,2026-03-06,,', 'C2,700131,S2,P2,N,2026-01-14,2026-01-14,Y'],
    });
    const day = await ida.says('my day');
    expect(day.words).toContain('Initial child protection conference due Fri 6 Mar (4 working days left)');
    expect(day.words).toContain('Progress check of the protection plan by Wed 4 Mar (2 working days left)');
    const done = await ida.presses('Progress checked');
    expect(done.words).toContain('You recorded “Progress checked” at 09:00.');
    expect(done.words).not.toContain('Progress check of the protection plan');
    expect((await ida.says('my day')).words).not.toContain('Progress check of the protection plan');
    expect((await theatre.person('tess').says('my day')).words).not.toContain('conference');
  });

  it('is whose child it is, where the service’s list does not say: the IRO raises for it', async () => {
    await reads(
      {
        professionals: ['P1,,"REVIEWER, Ida",', 'P2,,Wanda Worker,'],
        departments: ['D1,North'],
        involvements: ['I1,700999,P1,IRO,,2026-01-05,', 'I2,700999,P2,Allocated Case Worker,D1,2026-01-05,'],
      },
      {
        ssda903: {
          header: csv('header.csv', 'CHILD,SEX,DOB,ETHNIC', '700999,2,21/09/2011,WIRT'),
          episodes: csv('episodes.csv', 'CHILD,DECOM,RNE,LS,DEC,REC'),
          reviews: csv('reviews.csv', 'CHILD,REVIEW,REVIEW_CODE'),
        },
      },
    );
    const card = await ida.says('700999');
    expect(card.words).toContain('IRO\nIda Reviewer');
    expect(card.words).toContain('Team\nNorth');
    await ida.raises({ Child: '700999' });
    await theatre.settled();
    expect((await theatre.person('tess').sees()).words).toContain('700999');
  });
});
