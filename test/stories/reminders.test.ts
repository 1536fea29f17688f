import type { Delivery } from '../../src/store/store.js';
import {
  type Actor,
  expectReplayed,
  openTheatre,
  type Setting,
  type StoreName,
  type Theatre,
} from './theatre.js';

const forbidden = { status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'blocked' } } };

let theatre: Theatre;
let ida: Actor;
let lena: Actor;
let tess: Actor;

async function opens(store: StoreName, more: Setting = {}): Promise<void> {
  theatre = await openTheatre(store, more);
  [ida, lena, tess] = [theatre.person('ida'), theatre.person('lena'), theatre.person('tess')];
}

/** What the clock has written down, with the day that it was for. */
async function struck(): Promise<string[]> {
  const dispute = await theatre.newest();
  expectReplayed(dispute);
  return dispute.history.flatMap((event) => {
    if (event.by !== 'clock') return [];
    const on = 'nominalOn' in event ? event.nominalOn : 'dueOn' in event ? event.dueOn : '';
    return [`${event.kind} ${on}`];
  });
}

/** How many new cards came to somebody while this happened. */
async function cardsWhile(who: Actor, happens: () => Promise<unknown>): Promise<number> {
  const before = who.cards().length;
  await happens();
  return who.cards().length - before;
}

async function deliveryTo(name: string): Promise<Delivery | undefined> {
  const { store } = theatre.bot.ports;
  const { id } = await theatre.newest();
  const people = await store.all('person');
  const person = people.find(({ document }) => document.name === name)?.document.id;
  const deliveries = await store.deliveriesAbout(id);
  return deliveries.find(({ document }) => document.person === person && document.told.length > 0)?.document;
}
const untold = async (name: string) =>
  (await deliveryTo(name))?.untold.map(({ why, reason }) => `${why}: ${reason}`);

describe.each<StoreName>(['SQLite', 'Cosmos DB'])(
  'from a dispute to its end, by the clock alone, on %s',
  (store) => {
    beforeAll(async () => {
      await opens(store);
      await ida.raises();
      await tess.sees();
    });
    afterAll(() => theatre.close());

    it('the manager is reminded on the working day before, with a new card, and nobody else', async () => {
      expect(await cardsWhile(tess, () => theatre.moveTo('2026-03-06T07:59:50Z'))).toBe(0);
      const others = await cardsWhile(ida, () => theatre.moveTo('2026-03-06T08:00:00Z'));
      expect(others).toBe(0);
      expect(lena.cards()).toEqual([]);
      expect(tess.cards()).toHaveLength(2);
      expect(tess.cards().at(-1)?.summary).toBe('A dispute needs your answer');
      const card = await tess.looksAgain();
      expect(card.words).toContain('Your answer is needed by Mon 9 Mar (1 working day left)');
      expect(card.words).toContain('Fri 6 Mar at 08:00 · A reminder to the team manager was due');
      expect(await struck()).toEqual(['reminderFellDue 2026-03-06']);
      expect(await theatre.newest()).toMatchObject({ turn: 1, wakeAt: '2026-03-10T00:00:00.000Z' });
    });

    it('the lapse prompts the IRO, once more time is given a reminder of its own', async () => {
      await theatre.moveTo('2026-03-10T09:00:00Z');
      await ida.looksAgain();
      await ida.presses('Allow more time…');
      await ida.presses('Allow more time', { Until: '2026-03-16', Why: 'The manager was away.' });
      expect(await cardsWhile(tess, () => theatre.moveTo('2026-03-13T08:00:00Z'))).toBe(1);
      expect((await tess.looksAgain()).words).toContain(
        'Your answer is needed by Mon 16 Mar (1 working day left)',
      );
      expect(await struck()).toEqual([
        'reminderFellDue 2026-03-06',
        'noResponse 2026-03-09',
        'reminderFellDue 2026-03-13',
      ]);
    });

    it('an answer that nobody judges is brought to the IRO’s mind on the second working day', async () => {
      await theatre.moveTo('2026-03-16T14:00:00Z');
      await tess.presses('Resolve…');
      await tess.presses('Send to the IRO', { 'How will this be put right?': 'The work starts on Monday.' });
      expect((await ida.sees()).words).toContain('Answer received: is it resolved?');
      expect(await cardsWhile(ida, () => theatre.moveTo('2026-03-18T07:59:50Z'))).toBe(0);
      expect(await cardsWhile(ida, () => theatre.moveTo('2026-03-18T08:00:00Z'))).toBe(1);
      expect(ida.cards().at(-1)?.summary).toBe('A dispute needs your decision');
      expect((await ida.looksAgain()).words).toContain('The answer came on Mon 16 Mar, 2 working days ago.');
      expect(await cardsWhile(ida, () => theatre.moveTo('2026-03-20T12:00:00Z'))).toBe(0);
      // What the IRO was reminded of is no matter of the manager's.
      expect((await tess.looksAgain()).words).not.toContain('still waited for a decision');
      expect((await ida.looksAgain()).words).toContain(
        'Wed 18 Mar at 08:00 · The answer still waited for a decision',
      );
    });

    it('one working day before the end of all stages the IRO is warned, once', async () => {
      expect(await cardsWhile(ida, () => theatre.moveTo('2026-03-27T08:00:00Z'))).toBe(1);
      const card = await ida.looksAgain();
      expect(card.words).toContain('All stages together should end by Mon 30 Mar (1 working day left).');
      expect((await tess.looksAgain()).words).not.toContain('All stages together should end');
      expect(await cardsWhile(ida, () => theatre.moveTo('2026-03-30T12:00:00Z'))).toBe(0);
    });

    it('on the day to check, or the next working day, the IRO is asked whether it has been done', async () => {
      await ida.looksAgain();
      await ida.presses('Agree…');
      // Good Friday.
      await ida.presses('Agree', { Outcome: 'action-done', 'Check on': '2026-04-03' });
      expect(await cardsWhile(ida, () => theatre.moveTo('2026-04-06T12:00:00Z'))).toBe(0);
      expect(await cardsWhile(ida, () => theatre.moveTo('2026-04-07T07:00:00Z'))).toBe(1);
      const card = await ida.looksAgain();
      expect(card.words).toContain('You agreed to check on Fri 3 Apr');
      expect(card.buttons).toEqual(expect.arrayContaining(['Done', 'Not done…']));
      const done = await ida.presses('Done');
      expect(done.words).toContain('You checked that it has been done and closed it');
      expect(await struck()).toEqual([
        'reminderFellDue 2026-03-06',
        'noResponse 2026-03-09',
        'reminderFellDue 2026-03-13',
        'stillUnjudged 2026-03-18',
        'totalNeared 2026-03-27',
        'checkDayCame 2026-04-07',
      ]);
    });

    it('and nothing wakes it any more', async () => {
      expect(await theatre.newest()).toMatchObject({ status: 'closed' });
      expect(await theatre.newest()).not.toHaveProperty('wakeAt');
    });
  },
);

describe('an IRO who agrees to check today', () => {
  afterEach(() => theatre.close());

  it('gets no second notice on that day: the list has it', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', { 'How will this be put right?': 'It is done.' });
    await ida.looksAgain();
    await ida.presses('Agree…');
    await ida.presses('Agree', { Outcome: 'action-done', 'Check on': '2026-03-02' });
    expect(await cardsWhile(ida, () => theatre.moveTo('2026-03-05T12:00:00Z'))).toBe(0);
    expect((await ida.says('disputes')).words).toContain('has it been done?');
    expect(await struck()).toEqual([]);
  });
});

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a last stage without a due day, on %s', (store) => {
  beforeAll(async () => {
    await opens(store, {
      policy: {
        ladder: [
          { id: 'team-manager', label: 'Team manager', workingDays: 5, iroSide: 'iro' },
          { id: 'director', label: 'Director', workingDays: null, iroSide: 'lead' },
        ],
      },
      teamHolders: { 'operations-manager': '', 'assistant-director': '' },
    });
  });
  afterAll(() => theatre.close());

  it('is reminded of every week from its entry, and its history has one line of that', async () => {
    const dina = theatre.person('dina');
    await ida.raises({ 'Start with': 'director' });
    expect((await dina.sees()).words).toContain('There is no due day at this stage.');
    expect(await cardsWhile(dina, () => theatre.moveTo('2026-03-09T08:00:00Z'))).toBe(1);
    expect(await cardsWhile(dina, () => theatre.moveTo('2026-03-15T12:00:00Z'))).toBe(0);
    expect(await cardsWhile(dina, () => theatre.moveTo('2026-03-16T08:00:00Z'))).toBe(1);
    const card = await dina.looksAgain();
    expect(card.words).toContain('It has been at this stage since Mon 2 Mar.');
    expect(card.words).toContain('Mon 16 Mar at 08:00 · Weekly reminder number 2 to the director was due');
    expect(card.words).not.toContain('Mon 9 Mar at 08:00');
    expect(await struck()).toEqual(['reminderFellDue 2026-03-09', 'reminderFellDue 2026-03-16']);
  });
});

describe('a bot that was down for ten days', () => {
  afterEach(() => theatre.close());

  it('writes down what it missed in order, and tells only what is still true', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    const [idas, tesss] = [ida.cards().length, tess.cards().length];
    await theatre.restarts('2026-03-15T10:00:00Z');
    await theatre.settled();
    expect(await struck()).toEqual(['reminderFellDue 2026-03-06', 'noResponse 2026-03-09']);
    const { history } = await theatre.newest();
    expect(history.slice(2).map(({ on }) => on)).toEqual(['2026-03-15', '2026-03-15']);
    expect(tess.cards()).toHaveLength(tesss);
    expect(await untold('Tess Teammanager')).toEqual(['reminder: day-passed']);
    // It is a Sunday: the card that is there follows, and the new one comes on Monday.
    expect(ida.cards()).toHaveLength(idas);
    expect((await ida.looksAgain()).words).toContain('No answer was recorded by Mon 9 Mar.');
    await theatre.moveTo('2026-03-16T08:00:00Z');
    expect(ida.cards()).toHaveLength(idas + 1);
    expect((await ida.looksAgain()).words).toContain(
      'Sun 15 Mar at 10:00 · A reminder to the team manager was due on Fri 6 Mar',
    );
  });

  it('tells what is late and still true with the days as they now are', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    await theatre.restarts('2026-03-09T10:00:00Z');
    await theatre.settled();
    expect((await tess.looksAgain()).words).toContain('Your answer is needed today, Mon 9 Mar.');
    expect(tess.cards().at(-1)?.summary).toBe('A dispute needs your answer');
  });

  it('tells a week that was missed once, not each of them', async () => {
    await opens('SQLite', { policy: { preset: 'alert' }, teamHolders: { 'head-of-service': 'olga' } });
    const dina = theatre.person('dina');
    await ida.raises({ 'Start with': 'director' });
    const before = (await dina.seesAll()).length;
    await theatre.restarts('2026-03-31T10:00:00Z');
    await theatre.settled();
    expect(await struck()).toEqual([
      'reminderFellDue 2026-03-09',
      'reminderFellDue 2026-03-16',
      'reminderFellDue 2026-03-23',
      'totalNeared 2026-03-27',
      'reminderFellDue 2026-03-30',
    ]);
    expect(dina.cards()).toHaveLength(before + 1);
  });

  it('finds what the clock had come to recorded before a press that came first', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    const press = tess.press('Acknowledge');
    theatre.bot.clock.move({ to: '2026-03-06T08:00:00.001Z' });
    await tess.sends(press);
    await theatre.settled();
    expect((await theatre.newest()).history.map(({ kind }) => kind)).toEqual([
      'raised',
      'stageEntered',
      'reminderFellDue',
      'acknowledged',
    ]);
  });
});

describe('never two notices to one person about one thing in a day', () => {
  afterEach(() => theatre.close());

  it('so a reminder on the day of another card is left out, and the card says it', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    await tess.presses('Ask the IRO…');
    await tess.presses('Ask the IRO', { 'What do you want to ask?': 'Which review do you mean?' });
    await theatre.moveTo('2026-03-06T07:30:00Z');
    await ida.looksAgain();
    await ida.presses('Answer the question…');
    await ida.presses('Answer', { 'Your answer': 'The one in September.' });
    await theatre.settled();
    expect(await cardsWhile(tess, () => theatre.moveTo('2026-03-06T08:00:00Z'))).toBe(0);
    expect(await untold('Tess Teammanager')).toEqual(['reminder: told-today']);
    expect((await tess.looksAgain()).words).toContain(
      'Your answer is needed by Mon 9 Mar (1 working day left)',
    );
  });
});

describe('a reminder that reaches nobody', () => {
  afterEach(() => theatre.close());

  it('because the stage has become vacant: the IRO and the lead are told', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    await theatre.givesStage('team-manager', '');
    await theatre.moveTo('2026-03-06T08:00:00Z');
    expect((await lena.looksAgain()).words).toContain(
      'Nobody holds the stage of team manager for this team, so nobody has been reminded.',
    );
    expect((await ida.looksAgain()).words).toContain('so nobody has been reminded; the lead knows.');
  });

  it('because the bot is blocked by then: the same, and the lead can list it', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    theatre.connector.next('post', forbidden, tess.chat);
    await theatre.moveTo('2026-03-06T08:00:00Z');
    expect((await lena.looksAgain()).words).toContain(
      'Tess Teammanager has not installed this app, or has blocked it, and has not been reminded.',
    );
    expect((await lena.says('unreachable')).words).toContain('Tess Teammanager · D-2026-0001');
    await theatre.moveTo('2026-03-10T00:00:00Z');
    // They had been told when it came to them.
    expect(await struck()).toEqual(['reminderFellDue 2026-03-06', 'noResponse 2026-03-09']);
  });

  it('leaves who was never reached on the lead’s list, and tells them the move itself once they turn up', async () => {
    await opens('SQLite');
    theatre.connector.next('create', forbidden);
    await ida.raises();
    await theatre.settled();
    // Down over the reminder and the due day: the reminder comes too late to be told.
    await theatre.restarts('2026-03-11T10:00:00Z');
    await theatre.settled();
    expect(await struck()).toEqual(['reminderFellDue 2026-03-06', 'couldNotBeTold 2026-03-09']);
    expect((await lena.says('unreachable')).words).toContain('Tess Teammanager · D-2026-0001');
    await tess.installs();
    expect((await tess.seesAll()).map(({ words }) => words).join('\n')).toContain(
      'Your answer was needed by Mon 9 Mar',
    );
  });

  it('twice over, is told to who turns up as the move that it is', async () => {
    await opens('SQLite');
    theatre.connector.next('create', forbidden);
    await ida.raises();
    await theatre.settled();
    theatre.connector.next('create', forbidden);
    await theatre.moveTo('2026-03-06T08:00:00Z');
    await theatre.moveTo('2026-03-11T10:00:00Z');
    await tess.says('help');
    expect((await tess.seesAll()).map(({ words }) => words).join('\n')).toContain(
      'Your answer was needed by Mon 9 Mar',
    );
  });

  it('goes to whoever holds the stage today', async () => {
    await opens('SQLite');
    const tom = theatre.person('tom');
    await ida.raises();
    await tess.sees();
    await theatre.givesStage('team-manager', 'tom');
    await theatre.moveTo('2026-03-06T08:00:00Z');
    expect((await tom.sees()).words).toContain('Your answer is needed by Mon 9 Mar (1 working day left)');
    expect(tess.cards()).toHaveLength(1);
  });
});

describe('a service that begins its day later', () => {
  afterEach(() => theatre.close());

  it('reminds at the hour of its policy as it is today, in summer time too', async () => {
    await opens('SQLite', { startsAt: '2026-06-22T09:00:00Z', policy: { morningHour: '09:30' } });
    await ida.raises();
    await tess.sees();
    expect(await cardsWhile(tess, () => theatre.moveTo('2026-06-26T08:29:50Z'))).toBe(0);
    expect(await cardsWhile(tess, () => theatre.moveTo('2026-06-26T08:30:00Z'))).toBe(1);
  });
});
