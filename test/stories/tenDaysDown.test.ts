import { randomUUID } from 'node:crypto';
import { importFiles } from '../../src/flows/import.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { everyHolder, teamsFile } from './authority.js';
import { powerCuts } from './powerCut.js';
import { type Actor, expectReplayed, openTheatre, type StoreName, type Theatre } from './theatre.js';

const goesDown = '2026-03-03T15:00:00Z';
const comesBack = '2026-03-13T15:00:00Z';

/** What the clock has written down, in order: what, for which day, and on which. */
const byTheClock = ({ history }: Dispute) =>
  history
    .filter(({ by }) => by === 'clock')
    .map((event) => [
      event.kind,
      'nominalOn' in event ? event.nominalOn : 'dueOn' in event ? event.dueOn : '',
      event.on,
    ]);

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a bot that was down for ten days, on %s', (store) => {
  const power = powerCuts();
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  let tom: Actor;
  let olga: Actor;
  let lena: Actor;
  let before: Map<Actor, number>;
  const everybody = () => [ida, tess, tom, olga, lena];
  /** Nobody answered; answered and not judged; agreed and to be checked; escalated as the power went. */
  const numbers: string[] = [];

  const named = async (index: number): Promise<Dispute> => {
    const found = (await theatre.disputes()).find(({ number }) => number === numbers[index]);
    if (found === undefined) throw new Error(`there is no ${numbers[index]}`);
    return found;
  };
  /** New cards since it went down, by the dispute that each is of. */
  const newCards = (actor: Actor) =>
    actor
      .cards()
      .slice(before.get(actor))
      .map(({ card }) => numbers.findIndex((number) => JSON.stringify(card).includes(number)));

  beforeAll(async () => {
    theatre = await openTheatre(store, { around: power.around });
    const person = theatre.person;
    [ida, tess, tom, olga, lena] = [
      person('ida'),
      person('tess'),
      person('tom'),
      person('olga'),
      person('lena'),
    ];
    for (const actor of everybody()) await actor.installs();
    const raises = async () => {
      await ida.raises();
      numbers.push((await theatre.newest()).number);
      await tess.sees();
    };
    await raises();
    await raises();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', { 'How will this be put right?': 'Next week.' });
    await raises();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', { 'How will this be put right?': 'On Friday.' });
    await ida.sees();
    await ida.presses('Agree…');
    await ida.presses('Agree', { Outcome: 'action-done', 'Check on': '2026-03-06' });
    await raises();
    await theatre.moveTo(goesDown);
    await ida.presses('Escalate…');
    const escalate = ida.press('Escalate', { 'Why do you escalate?': 'It has waited too long.' });
    before = new Map(everybody().map((actor) => [actor, actor.cards().length]));
    // After the save of the press, and before that of anything to be told.
    power.cutAfter(3);
    await theatre.deliver(escalate);
    await theatre.settled();
    if (!power.gone()) throw new Error('the power was not cut');
    // An import needs no bot: by now another holds the stage that it was escalated to.
    const teams = teamsFile({ ...everyHolder, 'operations-manager': 'tom' });
    await theatre.restarts(comesBack, (office) =>
      importFiles({ store: office, now: comesBack, newId: randomUUID }, { teams }, { dryRun: false }),
    );
    await theatre.settled();
  });
  afterAll(() => theatre.close());

  it('writes down each missed step once, in order, with its own day', async () => {
    const today = '2026-03-13';
    expect(byTheClock(await named(0))).toEqual([
      ['reminderFellDue', '2026-03-06', today],
      ['noResponse', '2026-03-09', today],
    ]);
    expect(byTheClock(await named(1))).toEqual([['stillUnjudged', '2026-03-04', today]]);
    expect(byTheClock(await named(2))).toEqual([['checkDayCame', '2026-03-06', today]]);
    // It changed hands before anybody had been told of it: that is no lapse of anybody.
    expect(byTheClock(await named(3))).toEqual([
      ['handedOver', '', today],
      ['reminderFellDue', '2026-03-09', today],
      ['couldNotBeTold', '2026-03-10', today],
    ]);
    for (const dispute of await theatre.disputes()) expectReplayed(dispute);
  });

  it('tells each of one thing once, and whoever holds the stage by now', () => {
    expect(newCards(ida).sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    expect(newCards(tom)).toEqual([3]);
    for (const actor of [tess, olga, lena]) expect(newCards(actor)).toEqual([]);
  });

  it('tells nothing that is no longer true, and keeps why', async () => {
    const deliveries = await Promise.all(
      (await theatre.disputes()).map(({ id }) => theatre.bot.ports.store.deliveriesAbout(id)),
    );
    const documents = deliveries.flat().map(({ document }) => document);
    const dropped = documents.flatMap(({ untold }) => untold.map(({ why, reason }) => `${why}: ${reason}`));
    expect(dropped.sort()).toEqual([
      'reminder: day-passed',
      'reminder: told-with-the-move',
      // That it was escalated, and that it changed hands: one card says both.
      'your-move: moved-on',
    ]);
    expect(documents.filter(({ ping }) => ping !== undefined)).toEqual([]);
  });

  it('and after another start has nothing more to tell', async () => {
    const { length } = theatre.connector.requests;
    await theatre.restarts();
    await theatre.settled();
    expect(theatre.connector.requests).toHaveLength(length);
  });
});
