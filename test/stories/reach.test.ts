import { installationUpdate } from '../support/activities.js';
import { openTheatre, type StoreName, type Theatre } from './theatre.js';

const stores: StoreName[] = ['SQLite', 'Cosmos DB'];
const removed = {
  status: 403,
  body: { error: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the roster.' } },
};
const blocked = { status: 403, body: { error: { code: 'MessageWritesBlocked', message: 'Blocked.' } } };

describe.each(stores)('whom the bot can reach, on %s', (store) => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre(store);
  });
  afterAll(() => theatre.close());

  const reach = async (who: string) =>
    (await theatre.bot.ports.store.all('person')).find(({ document }) => document.upn.startsWith(`${who}@`))
      ?.document.reach;

  it('is not known of somebody who was never heard of', async () => {
    expect(await reach('tess')).toBeUndefined();
  });

  it('is whoever installs or writes, since when they first did', async () => {
    await theatre.person('tess').installs();
    await theatre.person('ida').says('help');
    const first = await reach('tess');
    expect(first).toMatchObject({
      state: 'installed',
      since: expect.stringContaining('2026-03-02') as string,
    });
    await theatre.moveTo('2026-03-03T09:00:00Z');
    await theatre.person('tess').says('help');
    expect(await reach('tess')).toEqual(first);
    expect(await reach('ida')).toMatchObject({ state: 'installed' });
  });

  it('is not who takes the app away, and the list of the lead says since when', async () => {
    const tess = theatre.person('tess');
    const { status } = await theatre.deliver(installationUpdate(theatre.scene(), tess.user, 'remove'));
    expect(status).toBe(200);
    expect(await reach('tess')).toMatchObject({ state: 'removed' });
    const list = await theatre.person('lena').says('unreachable');
    expect(list.words).toContain('1 person cannot be reached');
    expect(list.words).toContain('Removed this app on Tue 3 Mar.');
  });

  it('what they were not told of stands beside them, with who was told instead', async () => {
    const tess = theatre.person('tess');
    theatre.connector.next('post', removed, tess.chat);
    await theatre.person('ida').raises();
    await theatre.settled();
    const list = await theatre.person('lena').says('unreachable');
    expect(list.words).toContain('1 notice did not get through');
    expect(list.words).toContain('Tess Teammanager · D-2026-0001');
    expect(list.words).toContain('Removed this app on Tue 3 Mar.');
    expect(list.words).toMatch(/Told instead: (Ida Reviewer and Lena Lead|Lena Lead and Ida Reviewer)\./);
  });

  it('is who installs again, and what waited goes', async () => {
    const tess = theatre.person('tess');
    await tess.installs();
    expect(await reach('tess')).toMatchObject({ state: 'installed' });
    expect((await tess.sees()).words).toContain('Your answer is needed');
    const list = await theatre.person('lena').says('unreachable');
    expect(list.words).toContain('Everybody who was to be told has been told.');
  });

  it('is not who blocks it: that is learnt from sending', async () => {
    const ida = theatre.person('ida');
    const tess = theatre.person('tess');
    await tess.presses('Resolve…');
    theatre.connector.next('post', blocked, ida.chat);
    await tess.presses('Send to the IRO', { 'How will this be put right?': 'It starts next week.' });
    await theatre.settled();
    expect(await reach('ida')).toMatchObject({ state: 'blocked' });
    const list = await theatre.person('lena').says('unreachable');
    expect(list.words).toContain('Ida Reviewer · D-2026-0001');
    expect(list.words).toContain('Has blocked this app since Tue 3 Mar.');
    expect(list.words).toContain('Told instead: Lena Lead.');
  });

  it('is who writes again', async () => {
    await theatre.person('ida').says('help');
    expect(await reach('ida')).toMatchObject({ state: 'installed' });
  });
});
