import { cast } from './authority.js';
import {
  type Actor,
  expectReplayed,
  kindsOf,
  openTheatre,
  type Setting,
  type StoreName,
  type Theatre,
} from './theatre.js';

const forbidden = { status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'blocked' } } };
const clockEvents = ['noResponse', 'couldNotBeTold', 'duePassedAgain'];

let theatre: Theatre;
let ida: Actor;
let lena: Actor;
let tess: Actor;

async function opens(store: StoreName, more: Setting = {}): Promise<void> {
  theatre = await openTheatre(store, more);
  [ida, lena, tess] = [theatre.person('ida'), theatre.person('lena'), theatre.person('tess')];
}
/** What the clock has written down. */
async function byTheClock() {
  const dispute = await theatre.newest();
  expectReplayed(dispute);
  return dispute.history.filter(({ kind }) => clockEvents.includes(kind));
}

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a due day that passes, on %s', (store) => {
  let cardsOfTess = 0;
  beforeAll(async () => {
    await opens(store);
    await ida.raises();
    await tess.sees();
  });
  afterAll(() => theatre.close());

  it('is no lapse until midnight of that English day', async () => {
    await theatre.moveTo('2026-03-09T23:59:50Z');
    expect(await byTheClock()).toEqual([]);
    expect((await tess.looksAgain()).words).toContain('Mon 9 Mar');
    cardsOfTess = tess.cards().length;
  });

  it('is written down at midnight with its own day, once, and moves nothing', async () => {
    await theatre.moveTo('2026-03-10T00:00:00Z');
    expect(await byTheClock()).toMatchObject([
      { kind: 'noResponse', dueOn: '2026-03-09', on: '2026-03-10', by: 'clock' },
    ]);
    await theatre.moveTo('2026-03-11T00:00:00Z');
    expect(await byTheClock()).toHaveLength(1);
    expect(await theatre.newest()).toMatchObject({
      status: 'waiting',
      turn: 1,
      stage: { id: 'team-manager' },
    });
  });

  it('prompts the IRO with a new card in the morning of their next working day, and nobody else', async () => {
    await theatre.moveTo('2026-03-11T08:00:00Z');
    const before = ida.cards();
    const card = await ida.looksAgain();
    expect(before.at(-1)?.summary).toBe('A dispute needs your decision');
    expect(card.words).toContain('No answer was recorded by Mon 9 Mar.');
    expect(card.words).toContain('You can escalate to the operations manager, or allow more time.');
    expect(tess.cards()).toHaveLength(cardsOfTess);
    expect(lena.cards()).toEqual([]);
  });

  it('leaves the manager free to answer until the IRO moves it on', async () => {
    const card = await tess.looksAgain();
    expect(card.words).toContain('You can still answer until the IRO moves it on.');
    expect(card.buttons).toContain('Resolve…');
  });

  it('is escalated in one press, the reason filled in', async () => {
    const up = await ida.presses('Escalate');
    expect(up.words).toContain('You escalated this to the operations manager');
    const dispute = await theatre.newest();
    expect(kindsOf(dispute)).toEqual([
      'raised',
      'stageEntered',
      'reminderFellDue',
      'noResponse',
      'escalated',
      'stageEntered',
    ]);
    expect(dispute.history[4]).toMatchObject({ text: 'No answer was recorded by Mon 9 Mar.' });
    expect((await theatre.person('olga').sees()).words).toContain('Your answer is needed by Wed 18 Mar');
  });
});

describe('a clock in summer time', () => {
  it('strikes at midnight in London, an hour before it does in UTC', async () => {
    await opens('SQLite', { startsAt: '2026-06-22T09:00:00Z' });
    await ida.raises();
    await tess.sees();
    await theatre.moveTo('2026-06-29T22:59:50Z');
    expect(await byTheClock()).toEqual([]);
    await theatre.moveTo('2026-06-29T23:00:00Z');
    expect(await byTheClock()).toMatchObject([{ kind: 'noResponse', dueOn: '2026-06-29', on: '2026-06-30' }]);
    await theatre.close();
  });
});

describe('a bot that was down', () => {
  beforeAll(async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
  });
  afterAll(() => theatre.close());

  it('for ten days writes down what passed, once and with its own day', async () => {
    const before = (await ida.seesAll()).length;
    await theatre.restarts('2026-03-19T09:00:00Z');
    expect(await byTheClock()).toMatchObject([{ kind: 'noResponse', dueOn: '2026-03-09', on: '2026-03-19' }]);
    expect(await ida.seesAll()).toHaveLength(before + 1);
    expect((await ida.looksAgain()).words).toContain('No answer was recorded by Mon 9 Mar.');
  });

  it('and goes on from there after another start', async () => {
    await theatre.restarts();
    expect(await byTheClock()).toHaveLength(1);
    await ida.presses('Escalate');
    expect((await theatre.person('olga').sees()).words).toContain('Your answer is needed by Thu 26 Mar');
  });
});

describe('a stage that nobody holds', () => {
  beforeAll(() => opens('SQLite', { teamHolders: { 'team-manager': '' } }));
  afterAll(() => theatre.close());

  it('tells the IRO and the lead, and goes no stage further by itself', async () => {
    const raised = await ida.raises();
    expect(raised.words).toContain('Nobody holds the stage of team manager');
    const lead = await lena.sees();
    expect(lead.words).toContain('so nobody has been told');
    expect((await lena.looksAgain()).words).toContain('You and the IRO are told.');
    expect((await ida.looksAgain()).words).toContain('so nobody has been told; the lead knows.');
    expect(await theatre.newest()).toMatchObject({ turn: 1, stage: { id: 'team-manager' } });
  });

  it('is no "no response" when its due day passes, but could not be told', async () => {
    await theatre.moveTo('2026-03-10T00:00:00Z');
    expect(await byTheClock()).toMatchObject([{ kind: 'couldNotBeTold', dueOn: '2026-03-09' }]);
    expect((await ida.looksAgain()).words).toContain('The team manager could not be told.');
  });

  it('has a holder again, who sees it in the list', async () => {
    await theatre.givesStage('team-manager', 'tess');
    expect((await tess.says('disputes')).words).toContain('D-2026-0001');
  });
});

describe('a responder who cannot be reached', () => {
  beforeEach(() => opens('SQLite'));
  afterEach(() => theatre.close());

  it('because the chat cannot be opened: IRO and lead are told, and the list says so', async () => {
    theatre.connector.next('create', forbidden);
    await ida.raises();
    expect((await lena.sees()).words).toContain(
      'Tess Teammanager has not installed this app, or has blocked it, and has not been told.',
    );
    expect((await ida.looksAgain()).words).toContain('has not been told; the lead knows.');
    const list = await lena.says('unreachable');
    expect(list.words).toContain('1 notice did not get through');
    expect(list.words).toContain('Tess Teammanager · D-2026-0001');
    await theatre.moveTo('2026-03-10T00:00:00Z');
    expect(await byTheClock()).toMatchObject([{ kind: 'couldNotBeTold', dueOn: '2026-03-09' }]);
  });

  it('because the bot is blocked: the same, and they are told once they turn up', async () => {
    theatre.connector.next('post', forbidden, tess.chat);
    await ida.raises();
    expect((await lena.sees()).words).toContain('Tess Teammanager');
    expect((await lena.says('unreachable')).words).toContain('Tess Teammanager · D-2026-0001');
    expect(tess.cards()).toEqual([]);
    await tess.installs();
    expect((await tess.seesAll()).map(({ words }) => words).join('\n')).toContain(
      'Your answer is needed by Mon 9 Mar',
    );
    expect((await lena.says('unreachable')).words).toContain('Everybody who was to be told has been told.');
  });

  it('is nobody whom anybody but a lead can list', async () => {
    const answer = await ida.says('unreachable');
    expect(answer.words).toContain('I did not understand that');
  });
});

describe('somebody whose Entra id the list does not have', () => {
  it('is joined by the upn of the roster, and then told what waited', async () => {
    await opens('SQLite', {
      people: { ...cast, tess: { name: 'Tess Teammanager', roles: 'manager', entraIdKnown: false } },
    });
    await ida.raises();
    expect((await lena.sees()).words).toContain('Tess Teammanager has not installed this app');
    await tess.installs();
    const cards = await tess.seesAll();
    expect(cards.map(({ words }) => words).join('\n')).toContain('Your answer is needed by Mon 9 Mar');
    await tess.presses('Acknowledge');
    const people = await theatre.bot.ports.store.all('person');
    const joined = people.find(({ document }) => document.upn === 'tess@exampleton.example')?.document;
    expect(joined?.entraId).toBe(tess.user.aadObjectId);
    expect(kindsOf(await theatre.newest())).toEqual(['raised', 'stageEntered', 'acknowledged']);
    await theatre.close();
  });

  it('is nobody where the roster names another upn', async () => {
    await opens('SQLite', {
      people: { ...cast, tess: { name: 'Tess Teammanager', roles: 'manager', entraIdKnown: false } },
    });
    const stranger = theatre.person('stranger');
    theatre.connector.addMember({ ...stranger.user, userPrincipalName: 'stranger@elsewhere.example' });
    expect((await stranger.says('disputes')).words).toContain('You are not on the list');
    await theatre.close();
  });
});

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a policy with onNoResponse: escalate, on %s', (store) => {
  afterEach(() => theatre.close());

  it('moves it up at midnight after the due day: the first holder is told it moved on, the next is asked in the morning, the IRO told', async () => {
    await opens(store, { policy: { onNoResponse: 'escalate' } });
    const olga = theatre.person('olga');
    await ida.raises();
    await tess.sees();
    const before = ida.cards().length;
    const late = tess.press('Acknowledge');
    await theatre.moveTo('2026-03-10T00:00:00Z');
    expect((await theatre.newest()).turn).toBe(2);
    expect((await tess.sends(late)).words).toContain('This moved on at');
    expect(olga.cards()).toEqual([]);
    await theatre.moveTo('2026-03-10T08:00:00Z');
    const dispute = await theatre.newest();
    expectReplayed(dispute);
    expect(kindsOf(dispute).slice(-3)).toEqual(['noResponse', 'escalated', 'stageEntered']);
    expect((await olga.sees()).words).toContain('Your answer is needed by Tue 17 Mar');
    expect(ida.cards().length).toBe(before + 1);
    const shown = await ida.looksAgain();
    expect(shown.words).toContain('With the operations manager, Olga Operations, until Tue 17 Mar');
    expect(shown.words).toContain('No answer came, so it went to the operations manager');
    await theatre.moveTo('2026-03-18T00:00:00Z');
    expect(await theatre.newest()).toMatchObject({ turn: 3, stage: { id: 'assistant-director' } });
    // Moves by the policy are the clock's, and nobody's judgement.
    expect((await theatre.newest()).judges).toEqual([]);
  });
});
