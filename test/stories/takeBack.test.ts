import { rowValue } from '../../src/cards/index.js';
import { execute } from '../support/activities.js';
import { again, careOf, caseSystem, pressedBy, reads, saidOf } from './reviewing.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const nothing = 'Nothing was taken back: that is for whoever said it, on the same day.';

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('what was pressed by mistake, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  let lena: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store, {
      startsAt: '2026-03-04T09:00:00Z',
      policy: { leadTimes: { reportIn: 'show', decisionsOut: 'show', recordSent: 'chase' } },
    });
    [ida, tess, lena] = [theatre.person('ida'), theatre.person('tess'), theatre.person('lena')];
    await reads(theatre, careOf());
  });
  afterEach(() => theatre.close());

  it('is taken back by whoever said it, and stands as it was', async () => {
    const before = await ida.says('700123');
    expect(before.buttons.filter((title) => title.startsWith('Take back'))).toEqual([]);
    const said = await ida.presses('Report not in');
    expect(said.buttons).toContain('Take back: Report not in');
    const press = ida.press('Take back: Report not in');
    const back = await ida.sends(press);
    expect(back.words).toContain('You took back “Report not in” at 09:00.');
    expect(back.words).toContain('Report in by Wed 4 Mar (today)');
    expect(back.buttons).toEqual(before.buttons);
    expect((await ida.sends(again(press))).words).toContain(
      'This is recorded already: You took back “Report not in” at 09:00.',
    );
    expect(await saidOf(theatre)).toMatchObject([{ kind: 'taken-back' }]);
    // It may be so after all.
    expect((await ida.presses('Report not in')).words).toContain('On Wed 4 Mar the report was not in.');
  });

  it('goes back one word at a time, the last one first', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-02-27,2026-02-27,N,PN1'));
    await ida.says('700123');
    await ida.presses('Decisions sent');
    await ida.presses('Ask for a sooner review…');
    expect((await ida.presses('Save', { 'Why sooner': 'child' })).buttons).toContain(
      'Take back: Sooner review',
    );
    const first = await ida.presses('Take back: Sooner review');
    expect(first.words).toContain('You took back “Sooner review” at 09:00.');
    expect(first.words).not.toContain('A sooner one was asked for');
    expect(first.buttons).toContain('Take back: Decisions sent');
    expect((await ida.presses('Take back: Decisions sent')).words).toContain('Decisions out by Fri 6 Mar');
  });

  it('may be an adjournment, of which there is one: another one may follow', async () => {
    await ida.says('700123');
    await ida.presses('Adjourn: not enough information…');
    const form = ida.press('Save', { Until: '2026-03-18' });
    expect((await ida.sends(form)).buttons).not.toContain('Adjourn: not enough information…');
    const back = await ida.presses('Take back: Adjourned');
    expect(back.words).not.toContain('Adjourned until');
    expect((await ida.sends(again(form))).words).toContain(
      'This is recorded already: You took back “Adjourned” at 09:00.',
    );
    await ida.presses('Adjourn: not enough information…');
    expect((await ida.presses('Save', { Until: '2026-03-19' })).words).toContain(
      'Adjourned until Thu 19 Mar',
    );
  });

  it('may be what a manager let the IRO know, which the IRO reads no more', async () => {
    await tess.says('700123');
    await tess.presses('Tell the IRO…');
    await tess.presses('Tell the IRO', { 'What it is about': 'court', 'On which day': '2026-03-20' });
    expect((await ida.says('700123')).words).toContain(
      'Court, Fri 20 Mar: Tess Teammanager let the IRO know.',
    );
    expect((await tess.presses('Take back: What you told the IRO')).words).toContain(
      'You took back “What you told the IRO” at 09:00.',
    );
    expect((await ida.says('700123')).words).not.toContain('Court, Fri 20 Mar');
  });

  it('is nobody else’s to take back, and not on another day', async () => {
    await ida.says('700123');
    await ida.presses('Report not in');
    const press = ida.press('Take back: Report not in');
    expect((await lena.says('700123')).buttons).not.toContain('Take back: Report not in');
    expect((await lena.sends(pressedBy(lena, press))).words).toContain(nothing);
    const ivan = theatre.person('ivan');
    expect((await ivan.sends(pressedBy(ivan, press))).words).toContain('Nothing found');
    await theatre.moveTo('2026-03-05T09:00:00.000Z');
    expect((await ida.sends(press)).words).toContain(nothing);
    expect((await ida.says('700123')).buttons).not.toContain('Take back: Report not in');
    expect(await saidOf(theatre)).toMatchObject([{ kind: 'step', said: 'not-in' }]);
  });

  it('is taken back from the card of the day too', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-02-27,2026-02-27,N,PN1'));
    await ida.says('my day');
    const said = await ida.sends(
      execute(theatre.scene(), ida.user, {
        verb: 'review-step',
        data: {
          press: 'review-step',
          child: '700123',
          card: 'morning',
          act: 'decisions-sent',
          review: '2026-02-27',
        },
        replyToId: ida.cards().at(-1)?.id ?? '',
      }),
    );
    expect(said.buttons).toContain('Take back: Decisions sent (700123)');
    const back = await ida.presses('Take back: Decisions sent (700123)');
    expect(back.words).toContain('You took back “Decisions sent” at 09:00.');
    expect(back.words).toContain('Decisions out by Fri 6 Mar');
    expect(back.buttons).not.toContain('Take back: Decisions sent (700123)');
  });

  it('is taken back child by child where several rows were saved at once', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-02-27,2026-02-27,N,PN1'));
    const rows = rowValue({ child: '700123', review: '2026-02-27' });
    await ida.sends(
      execute(theatre.scene(), ida.user, {
        verb: 'review-steps',
        data: { press: 'review-steps', act: 'decisions-sent', card: 'morning', rows },
      }),
    );
    expect((await ida.says('700123')).buttons).toContain('Take back: Decisions sent');
  });
});
