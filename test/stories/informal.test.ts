import { type Actor, expectReplayed, openTheatre, type StoreName, type Theatre } from './theatre.js';

const shortest = {
  Child: '700131',
  Theme: 'visits',
  'What is worrying you for this child': 'Two visits in a row were missed.',
};

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('an informal dispute, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store);
    [ida, tess] = [theatre.person('ida'), theatre.person('tess')];
    await ida.says('raise');
  });
  afterEach(() => theatre.close());

  it('is logged with a child, a theme and one line, and nobody is told', async () => {
    const logged = await ida.presses('Raise', shortest);
    expect(logged.words).toContain('informal');
    expect(logged.words).toContain('Mon 9 Mar');
    expect(logged.buttons).toEqual(expect.arrayContaining(['Sorted', 'Make formal…']));
    expect(await tess.seesAll()).toEqual([]);
  });

  it('is already sorted: raised and closed in one save', async () => {
    const logged = await ida.presses('Raise', { ...shortest, 'Already sorted': 'true' });
    expect(logged.words).toMatch(/[Cc]losed|[Ss]orted/);
    const [dispute] = await theatre.disputes();
    expect(dispute?.history.map(({ kind }) => kind)).toEqual(['raised', 'closed']);
    expect(dispute).toMatchObject({ status: 'closed', outcome: 'action-done' });
  });

  it('is sorted in one press', async () => {
    await ida.presses('Raise', shortest);
    await ida.presses('Sorted');
    expect((await theatre.disputes())[0]).toMatchObject({ status: 'closed', outcome: 'action-done' });
  });

  it('is sent to the team manager, who may read, acknowledge and add a note, and nothing else', async () => {
    await ida.presses('Raise', { ...shortest, 'Send to the team manager': 'true' });
    const card = await tess.sees();
    expect(card.buttons).toEqual(expect.arrayContaining(['Acknowledge', 'Add a note…']));
    expect(card.buttons).not.toContain('Resolve…');
    await tess.presses('Acknowledge');
    expect((await theatre.disputes())[0]?.turn).toBe(1);
  });

  it('is made formal under the same number, with both dates kept and the clock from that day', async () => {
    await ida.presses('Raise', shortest);
    await theatre.moveTo('2026-03-05T10:00:00Z');
    await ida.presses('Make formal…');
    const formal = await ida.presses('Make formal');
    expect(formal.words).toContain('D-2026-0001');
    expect(formal.words).toContain('Thu 12 Mar');
    expect((await tess.sees()).words).toContain('Your answer is needed by Thu 12 Mar');
    const [dispute] = await theatre.disputes();
    expect(dispute).toMatchObject({
      raisedOn: '2026-03-02',
      formal: { startedOn: '2026-03-05', totalDueOn: '2026-04-02' },
    });
    if (dispute !== undefined) expectReplayed(dispute);
  });
});
