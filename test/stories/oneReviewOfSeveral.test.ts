import { timedReviews, timetableOf } from '../../src/reviews/timetable.js';
import { careOf, caseSystem, childOf, pressedBy, reads } from './reviewing.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

describe.each<StoreName>(['SQLite', 'Cosmos DB'])(
  'a review of Teams and of the case system, on %s',
  (store) => {
    let theatre: Theatre;
    let ida: Actor;
    beforeEach(async () => {
      theatre = await openTheatre(store, { startsAt: '2026-03-11T09:00:00Z' });
      ida = theatre.person('ida');
      await reads(theatre, careOf());
    });
    afterEach(() => theatre.close());

    async function records(heldOn: string): Promise<void> {
      await ida.says('700123');
      await ida.presses('Record the review…');
      await ida.presses('Save', {
        'Held on': heldOn,
        'How the child took part': 'PN1',
        Parents: 'took-part',
      });
    }
    const held = async () => {
      const { policy } = await theatre.bot.ports.directory();
      const reviews = timedReviews(timetableOf(await childOf(theatre), '2026-06-01', policy));
      return reviews.map(({ review }) => [
        review.heldOn,
        review.said.map(({ source }) => source).join(' and '),
      ]);
    };

    it('is one where the day is the same, with what each of them knows', async () => {
      await records('2026-03-10');
      await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-10,N,PN1'));
      expect(await held()).toEqual([['2026-03-10', 'teams and ssd']]);
      expect((await ida.says('700123')).words).not.toContain('what was recorded later is shown');
      const results = await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-10,N,PN1'));
      expect(results.flatMap(({ refused, warned }) => [...refused, ...warned])).toEqual([]);
    });

    it('is one where it is the only one within ten days; the IRO says which day is right, and it is not asked again', async () => {
      await records('2026-03-10');
      await theatre.moveTo('2026-03-12T09:00:00.000Z');
      await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-11,N,PN1'));
      expect(await held()).toEqual([['2026-03-11', 'teams and ssd']]);
      const asked = await ida.says('700123');
      expect(asked.words).toContain(
        'Held on Tue 10 Mar in Teams, and on Wed 11 Mar in the case system: what was recorded later is shown.',
      );
      const press = ida.press('One, held Tue 10 Mar');
      const done = await ida.sends(press);
      expect(done.words).toContain('You said which it is at 09:00.');
      expect(done.words).toContain('Held on Tue 10 Mar, 1 working day late');
      expect(done.words).not.toContain('what was recorded later');
      expect(await held()).toEqual([['2026-03-10', 'teams and ssd']]);
      expect((await ida.sends(press)).words).toContain('This is recorded already: You said which it is');
      await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-11,N,PN1'));
      expect((await ida.says('700123')).words).not.toContain('what was recorded later');
    });

    it('is two once the IRO says so, and neither is asked about again', async () => {
      await records('2026-03-10');
      await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-02,N,PN1'));
      await ida.says('700123');
      await ida.presses('They are two');
      expect(await held()).toEqual([
        ['2026-03-02', 'ssd'],
        ['2026-03-10', 'teams'],
      ]);
      expect((await ida.says('700123')).buttons).not.toContain('They are two');
    });

    it('is two from eleven days on, and nobody is asked', async () => {
      await records('2026-03-10');
      await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-02-27,N,PN1'));
      expect(await held()).toEqual([
        ['2026-02-27', 'ssd'],
        ['2026-03-10', 'teams'],
      ]);
      expect((await ida.says('700123')).buttons).not.toContain('They are two');
    });

    it('is settled by its own IRO, or a lead for them, and by nobody else', async () => {
      await records('2026-03-10');
      await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-11,N,PN1'));
      await ida.says('700123');
      const press = ida.press('They are two');
      const [tess, bess, ivan, lena] = ['tess', 'bess', 'ivan', 'lena'].map((who) => theatre.person(who)) as [
        Actor,
        Actor,
        Actor,
        Actor,
      ];
      expect((await tess.sends(pressedBy(tess, press))).words).toContain('This is not yours to record');
      expect((await bess.sends(pressedBy(bess, press))).words).toContain('This is not yours to record');
      expect((await ivan.sends(pressedBy(ivan, press))).words).toContain('Nothing found');
      expect(await held()).toHaveLength(1);
      expect((await lena.sends(pressedBy(lena, press))).words).toContain('You said which it is');
      expect(await held()).toHaveLength(2);
    });

    it('keeps the IRO’s answers whatever the case system says later, or no longer has', async () => {
      await records('2026-03-10');
      await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-10,N,PN4'));
      await reads(theatre, caseSystem());
      const { policy } = await theatre.bot.ports.directory();
      const [only] = timedReviews(timetableOf(await childOf(theatre), '2026-06-01', policy));
      expect(only?.review).toMatchObject({ heldOn: '2026-03-10', told: { parents: 'took-part' } });
    });
  },
);
