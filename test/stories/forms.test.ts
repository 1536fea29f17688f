import type { Store } from '../../src/store/store.js';
import { filled } from './cardReading.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const typed = 'The work starts on Monday, with the same worker.';

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('what is typed into a form, on %s', (storeName) => {
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  let broken = false;
  const breakable = (store: Store): Store => ({
    ...store,
    save: async (document, etag) => {
      if (broken && document.type === 'dispute') throw new Error('the disk is full');
      return store.save(document, etag);
    },
  });
  beforeEach(async () => {
    broken = false;
    theatre = await openTheatre(storeName, { around: { store: breakable } });
    [ida, tess] = [theatre.person('ida'), theatre.person('tess')];
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    await theatre.settled();
  });
  afterEach(() => theatre.close());

  const openMessage = () => tess.cards().at(-1)?.id ?? '';
  const editsOf = (message: string) =>
    theatre.connector.requests.filter(({ call, activityId }) => call === 'update' && activityId === message)
      .length;
  const offers = async () => (await theatre.newest()).history.filter(({ kind }) => kind === 'offered').length;

  it('is not written over while the form is open, whatever others note; it is once the form was sent', async () => {
    const message = openMessage();
    const before = editsOf(message);
    await ida.presses('Add a note…');
    await ida.presses('Add the note', { 'Your note': 'For your information.' });
    await theatre.settled();
    expect(editsOf(message)).toBe(before);
    await tess.presses('Send to the IRO', { 'How will this be put right?': typed });
    await theatre.settled();
    expect(editsOf(message)).toBeGreaterThan(before);
    expect((await tess.looksAgain()).words).toContain('Ida Reviewer added a note');
  });

  it('is not written over by the clock either, until a quarter of an hour has passed', async () => {
    const message = openMessage();
    const before = editsOf(message);
    await ida.presses('Add a note…');
    await ida.presses('Add the note', { 'Your note': 'For your information.' });
    await theatre.moveTo('2026-03-02T09:10:00Z');
    expect(editsOf(message)).toBe(before);
    await theatre.moveTo('2026-03-02T09:16:30Z');
    expect(editsOf(message)).toBe(before + 1);
  });

  it('stays where it is when one looks the dispute up meanwhile', async () => {
    const message = openMessage();
    await tess.says('D-2026-0001');
    await theatre.settled();
    const standing = theatre.connector.messages(tess.chat).find(({ id }) => id === message);
    expect(JSON.stringify(standing)).not.toContain('The current card is further down');
    const sent = await tess.presses('Send to the IRO', { 'How will this be put right?': typed });
    expect(sent.words).toContain('Your answer is with the IRO');
  });

  it('is given back to somebody who was taken off the list meanwhile', async () => {
    const press = tess.press('Send to the IRO', { 'How will this be put right?': typed });
    const { store, directory, directoryChanged } = theatre.bot.ports;
    const listed = (await directory()).people.find(({ name }) => name === 'Tess Teammanager');
    const stored = await store.load('person', listed?.id ?? '');
    if (stored === undefined) throw new Error('no Tess');
    await store.save({ ...stored.document, to: '2026-03-01' }, stored.etag);
    await directoryChanged();
    const answer = await tess.sends(press);
    expect(answer.words).toContain('You are not on the list');
    expect(answer.words).toContain(typed);
  });

  it('nor are words that somebody is reading', async () => {
    await tess.presses('Cancel');
    await theatre.settled();
    const shown = await tess.presses('Show text');
    expect(shown.words).toContain('The plan has not been started.');
    const message = openMessage();
    await theatre.settled();
    const before = editsOf(message);
    await ida.presses('Add a note…');
    await ida.presses('Add the note', { 'Your note': 'For your information.' });
    await theatre.settled();
    expect(editsOf(message)).toBe(before);
    await tess.presses('Hide text');
    await theatre.settled();
    expect(editsOf(message)).toBeGreaterThan(before);
  });

  it('comes back with Keep as a note where the dispute moved on meanwhile, and is kept in one press', async () => {
    const press = tess.press('Send to the IRO', { 'How will this be put right?': typed });
    await ida.presses('Escalate…');
    await ida.presses('Escalate', { 'Why do you escalate?': 'This is urgent.' });
    await theatre.settled();
    const overtaken = await tess.sends(press);
    expect(overtaken.words).toContain('This moved on at 09:0');
    expect(filled(overtaken.card, {})['text']).toBe(typed);
    expect((await tess.presses('Keep as a note')).words).toContain('You added a note');
    expect((await theatre.newest()).history.at(-1)).toMatchObject({ kind: 'noted', text: typed });
    expect(await offers()).toBe(0);
  });

  it('comes back without what was chosen beside it', async () => {
    await tess.presses('Cancel');
    await ida.sees();
    await ida.presses('Close…');
    await tess.presses('Disagree…');
    await tess.presses('Send to the IRO', { 'Why do you disagree?': 'It has been started.' });
    const refused = await ida.presses('Close', {
      Outcome: 'plan-changed',
      'Why is it closed, in one line?': typed,
    });
    expect(refused.words).toContain(typed);
    expect(refused.words).not.toContain('plan-changed');
  });

  it('stays in the form where saving fails, and is saved by pressing again', async () => {
    const press = tess.press('Send to the IRO', { 'How will this be put right?': typed });
    broken = true;
    // An error, and no card: the client keeps the form as it is.
    const failed = await theatre.deliver(press);
    expect(failed.body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
    broken = false;
    expect((await tess.sends(press)).words).toContain('Your answer is with the IRO');
    expect(await offers()).toBe(1);
  });

  it('is taken after a restart, for the form says all by itself', async () => {
    const press = tess.press('Send to the IRO', { 'How will this be put right?': typed });
    await theatre.restarts();
    expect((await tess.sends(press)).words).toContain('Your answer is with the IRO');
    expect((await theatre.newest()).history.at(-1)).toMatchObject({ kind: 'offered', text: typed });
  });

  it('is taken once where the phone sends it twice, together or later', async () => {
    const press = tess.press('Send to the IRO', { 'How will this be put right?': typed });
    const [one, other] = await Promise.all([tess.sends(press), tess.sends({ ...press, id: 'again' })]);
    const late = await tess.sends({ ...press, id: 'and again' });
    for (const { words } of [one, other, late]) expect(words).toContain('Your answer is with the IRO');
    expect(await offers()).toBe(1);
  });

  it('is let go by Cancel: the card is there again, and nothing is saved', async () => {
    const cancelled = await tess.presses('Cancel');
    expect(cancelled.buttons).toContain('Resolve…');
    expect(await offers()).toBe(0);
  });

  it('stands in the form again where a field is refused, with the reason at it and above', async () => {
    await tess.presses('Cancel');
    await tess.presses('Pass to the operations manager…');
    const refused = await tess.presses('Pass to the operations manager', { 'Anything to add': typed });
    expect(refused.words).toContain('Please look at 1 field below.');
    expect(refused.words).toContain('Choose why you pass it on.');
    expect(Object.values(filled(refused.card, {}))).toContain(typed);
  });
});
