import { importFiles } from '../../src/flows/import.js';
import { ssda903 } from '../imports/files.js';
import { execute } from '../support/activities.js';
import { partsOf } from './cardReading.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

let theatre: Theatre;
let ida: Actor;
let lena: Actor;

const newest = async (actor: Actor) => (await actor.seesAll()).at(-1)?.words;
/** A minute after the hour: the card of the day lets what the clock has to say go first. */
const morningOf = async (day: string) => {
  await theatre.moveTo(`${day}T07:00:00Z`);
  await theatre.moveTo(`${day}T07:01:00Z`);
};
const reasonsIn = (card: unknown) =>
  partsOf(card).flatMap(({ id }) => (typeof id === 'string' && id.startsWith('reason:') ? [id] : []));

/** Both children's first reviews were due on Mon 2 Feb, and held on Tue 3 and Thu 5 Feb. */
async function opens(store: StoreName): Promise<void> {
  theatre = await openTheatre(store);
  [ida, lena] = [theatre.person('ida'), theatre.person('lena')];
  const { store: open, now, newId } = theatre.bot.ports;
  const files = {
    ssda903: ssda903({
      header: ['700123,2,21/09/2011,WIRT,,,', '700131,1,21/09/2012,WIRT,,,'],
      episodes: ['700123,05/01/2026,S,C1,N1,U5,PR1,,,,,,', '700131,05/01/2026,S,C1,N1,U5,PR1,,,,,,'],
      reviews: ['700123,21/09/2011,05/02/2026,PN1', '700131,21/09/2012,03/02/2026,PN1'],
    }),
  };
  await importFiles({ store: open, now: now(), newId }, files, { dryRun: false });
  await ida.says('help');
  await lena.says('help');
}
afterEach(() => theatre.close());

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('late reviews without a reason, on %s', (store) => {
  beforeEach(() => opens(store));

  it('are asked for on the first working day of the month, and not on the next', async () => {
    await morningOf('2026-04-01');
    expect(await newest(ida)).toContain('Wed 1 Apr · your day');
    expect(await newest(ida)).toContain('2 late reviews have no reason');
    await morningOf('2026-04-02');
    expect((await ida.says('my day')).words).not.toContain('no reason');
  });

  it('tell a lead how many there are, and whose', async () => {
    await morningOf('2026-04-01');
    expect(await newest(lena)).toContain('2 late reviews have no reason: Ida Reviewer 2');
  });

  it('are answered in place, each by itself; what is left open is asked again', async () => {
    await morningOf('2026-04-01');
    const form = await ida.presses('Give the reasons…');
    expect(form.words).toContain('What held them up?');
    await theatre.settled();
    const labels = [
      '700131 (CD), held Tue 3 Feb, 1 working day late',
      '700123 (AB), held Thu 5 Feb, 3 working days late',
    ];
    for (const label of labels) expect(JSON.stringify(ida.cards().at(-1)?.card)).toContain(label);
    const one = await ida.presses('Save the reasons', { [labels[0]!]: 'booked-late' });
    expect(one.words).toContain('1 reason saved.');
    expect(one.words).not.toContain('700131');
    const kept = (await theatre.bot.ports.store.load('child', 'child:700131'))?.document.facts.at(-1);
    expect(kept).toMatchObject({
      kind: 'review',
      heldOn: '2026-02-03',
      lateReason: 'booked-late',
      participation: 'PN1',
    });
    await ida.says('late reasons');
    const nothing = await ida.presses('Save the reasons', {});
    expect(nothing.words).toContain('No reason was chosen, so nothing was saved.');
    const all = await ida.presses('Save the reasons', { [labels[1]!]: 'worker-none' });
    expect(all.words).toContain('No late review of yours is without a reason');
    expect(all.words).toContain('1 reason saved.');
    expect((await lena.says('late by reason 2025/26')).words).toContain('Booked late');
  });

  it('are answered once: whoever comes later reads whose reason stands', async () => {
    const ivan = theatre.person('ivan');
    await lena.says('cover ida from today to Fri 6 Mar by ivan');
    await ida.says('late reasons');
    await ivan.says('late reasons');
    const label = '700123 (AB), held Thu 5 Feb, 3 working days late';
    expect((await ivan.presses('Save the reasons', { [label]: 'booked-late' })).words).toContain(
      '1 reason saved.',
    );
    const press = ida.press('Save the reasons', {
      [label]: 'worker-none',
      '700131 (CD), held Tue 3 Feb, 1 working day late': 'worker-none',
    });
    const late = await ida.sends(press);
    expect(late.words).toContain(
      '1 reason saved. 700123 (AB), held Thu 5 Feb: Ivan Reviewer recorded a reason meanwhile, and it stands: Booked late.',
    );
    expect(late.words).not.toContain('No reason was chosen');
    expect((await ida.sends(press)).words).toContain('1 reason saved. 700123 (AB)');
    const reasons = await Promise.all(
      ['700123', '700131'].map(async (ref) =>
        (await theatre.bot.ports.store.load('child', `child:${ref}`))?.document.facts.at(-1),
      ),
    );
    expect(reasons).toMatchObject([{ lateReason: 'booked-late' }, { lateReason: 'worker-none' }]);
  });

  it('are nobody else’s to answer, whatever is sent', async () => {
    await ida.says('late reasons');
    const [field] = reasonsIn(ida.cards().at(-1)?.card);
    expect(field).toBeDefined();
    const tess = theatre.person('tess');
    const data = { press: 'late-reasons', [field!]: 'booked-late' };
    await tess.says('help');
    const forged = await tess.sends(execute(theatre.scene(), tess.user, { verb: 'late-reasons', data }));
    expect(forged.words).toContain('1 row could not be saved');
    expect((await ida.says('late reasons')).words).toContain('700131 (CD)');
    const wrong = { press: 'late-reasons', [field!]: 'no-such-reason' };
    await ida.sends(execute(theatre.scene(), ida.user, { verb: 'late-reasons', data: wrong }));
    expect((await ida.says('late reasons')).words).toContain('700131 (CD)');
  });
});
