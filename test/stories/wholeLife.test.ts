import { type Actor, expectReplayed, openTheatre, type StoreName, type Theatre } from './theatre.js';

const worrying = 'The plan agreed in September has not been started.';
const right = 'A start date for the work agreed at the review, by the end of March.';

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a dispute’s whole life, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  let olga: Actor;
  beforeAll(async () => {
    theatre = await openTheatre(store);
    [ida, tess, olga] = [theatre.person('ida'), theatre.person('tess'), theatre.person('olga')];
  });
  afterAll(() => theatre.close());

  it('runs on that store', () => {
    expect(theatre.bot.ports.store.name).toBe(store);
  });

  it('is raised by the IRO, and says who has it until when', async () => {
    const form = await ida.says('raise');
    expect(form.buttons).toEqual(expect.arrayContaining(['Raise', 'Cancel']));
    const raised = await ida.presses('Raise', {
      Child: '700123',
      'and the other children of this family': 'true',
      Kind: 'formal',
      Theme: 'drift',
      'What is worrying you for this child': worrying,
      'What would put it right, and by when': right,
    });
    expect(raised.words).toContain('D-2026-0001');
    expect(raised.words).toContain('Stage 1 of 4');
    expect(raised.words).toContain('Tess Teammanager');
    expect(raised.words).toContain('Mon 9 Mar');
    expect(raised.words).toContain('700123 (AB) and 1 more of the family');
    expect(raised.buttons).toEqual(
      expect.arrayContaining(['Escalate…', 'Allow more time…', 'Refer to Cafcass…', 'Close…', 'Withdraw…']),
    );
  });

  it('is in the responder’s own chat, with the day by which an answer is needed', async () => {
    const card = await tess.sees();
    expect(card.words).toContain('Your answer is needed by Mon 9 Mar');
    expect(card.words).toContain('5 working days left');
    expect(card.words).toContain('Ida Reviewer');
    expect(card.words).not.toContain(worrying);
    expect(card.buttons).toEqual(
      expect.arrayContaining([
        'Acknowledge',
        'Resolve…',
        'Disagree…',
        'Ask the IRO…',
        'Show text',
        'Not mine…',
        'Pass to the operations manager…',
        'Add a note…',
      ]),
    );
    expect(card.buttons).not.toContain('Close…');
    expect(tess.cards().at(-1)?.summary).toBe('A dispute needs your answer');
  });

  it('shows the text on request, to that press alone', async () => {
    const shown = await tess.presses('Show text');
    expect(shown.words).toContain(worrying);
    expect(shown.words).toContain(right);
    await theatre.bot.settle();
    expect(JSON.stringify(tess.cards())).not.toContain(worrying);
    tess.reopens();
  });

  it('is acknowledged: the card says what comes next, and the IRO’s card follows in place', async () => {
    const before = (await ida.seesAll()).length;
    const said = await tess.presses('Acknowledge');
    expect(said.words).toMatch(
      /You acknowledged this at 09:\d\d\. Your answer is still needed by Mon 9 Mar\./,
    );
    expect(said.buttons).not.toContain('Acknowledge');
    ida.reopens();
    const card = await ida.sees();
    expect(card.words).toContain('Tess Teammanager acknowledged');
    expect((await ida.seesAll()).length).toBe(before);
  });

  it('is answered with an offer, which closes nothing', async () => {
    await theatre.moveTo('2026-03-03T10:00:00Z');
    const form = await tess.presses('Resolve…');
    expect(form.words).toContain('The IRO decides whether it is resolved.');
    const sent = await tess.presses('Send to the IRO', {
      'How will this be put right?': 'The work starts next week.',
      'By when': '2026-03-20',
    });
    expect(sent.buttons).not.toContain('Resolve…');
    expect((await theatre.disputes())[0]?.status).toBe('answered');
    const card = await ida.sees();
    expect(card.words).toContain('Answer received: is it resolved?');
    expect(card.words).toContain('Fri 20 Mar');
    expect(card.buttons).toEqual(expect.arrayContaining(['Agree…', 'Not resolved…', 'Escalate…']));
  });

  it('is not resolved, goes back, and keeps the stage’s own day', async () => {
    await ida.presses('Not resolved…');
    const back = await ida.presses('Not resolved', {
      'What is still not right?': 'No start date yet.',
      'Who has it next': 'back',
    });
    expect(back.words).toContain('Mon 9 Mar');
    expect((await tess.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
  });

  it('is escalated to the operations manager, who is told by a card of their own', async () => {
    await ida.presses('Escalate…');
    const up = await ida.presses('Escalate', { 'Why do you escalate?': 'It has waited too long.' });
    expect(up.words).toContain('Olga Operations');
    expect(up.words).toContain('Stage 2 of 4');
    expect(up.words).toContain('Tue 10 Mar');
    expect((await olga.sees()).words).toContain('Your answer is needed by Tue 10 Mar');
    tess.reopens();
    const past = await tess.sees();
    expect(past.words).toContain('operations manager');
    expect(past.buttons).not.toContain('Resolve…');
  });

  it('is answered there, agreed and closed, with every step in its history', async () => {
    await olga.presses('Resolve…');
    await olga.presses('Send to the IRO', {
      'How will this be put right?': 'A start date is set for Monday.',
    });
    await ida.sees();
    await ida.presses('Agree…');
    const closed = await ida.presses('Agree', {
      Outcome: 'plan-changed',
      'What changed for the child': 'The work has a date.',
    });
    expect(closed.words).toMatch(/[Cc]losed/);
    expect(closed.buttons).toContain('File note');
    const [dispute] = await theatre.disputes();
    expect(dispute?.status).toBe('closed');
    expect(dispute?.history.map(({ kind }) => kind)).toEqual([
      'raised',
      'stageEntered',
      'acknowledged',
      'offered',
      'notResolved',
      'escalated',
      'stageEntered',
      'offered',
      'agreed',
      'closed',
    ]);
    expect(dispute?.intents).toEqual([]);
    if (dispute !== undefined) expectReplayed(dispute);
  });

  it('leaves the managers’ cards saying so, without a further ping', async () => {
    olga.reopens();
    const cards = await olga.seesAll();
    expect(cards).toHaveLength(1);
    expect(cards[0]?.words).toMatch(/[Cc]losed/);
    expect(cards[0]?.buttons).not.toContain('Resolve…');
  });

  it('is found again by number, by child and in the list', async () => {
    expect((await ida.says('D-2026-0001')).words).toContain('D-2026-0001');
    expect((await ida.says('700123')).words).toContain('700123 (AB)');
    expect((await ida.says('disputes')).words).toContain('No open disputes');
    expect((await ida.says('help')).words).toContain('raise');
  });
});
