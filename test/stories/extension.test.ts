import { z } from 'zod';
import { opensDialog, pressesInDialog, searches, submit } from '../support/activities.js';
import { filled, type Part, partsOf, wordsOf } from './cardReading.js';
import { type Actor, expectReplayed, openTheatre, type StoreName, type Theatre } from './theatre.js';

const dialogSchema = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({ title: z.string(), card: z.object({ content: z.unknown() }) }),
  }),
});
const resultsSchema = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('result'),
      attachments: z.array(
        z.object({
          content: z.unknown(),
          preview: z.object({ content: z.object({ title: z.string(), text: z.string() }) }),
        }),
      ),
    }),
    z.object({ type: z.literal('message'), text: z.string() }),
  ]),
});

const worry = { 'What is worrying you for this child': 'The plan has not been started.' };
const fields = { Child: '700123', Kind: 'formal', Theme: 'drift', ...worry };

/** What somebody does with the app in a chat where it is not. */
function elsewhere(theatre: Theatre, { user }: Actor) {
  const shown = async (activity: object) => {
    const { status, body } = await theatre.deliver(activity);
    expect(status).toBe(200);
    const { content: card } = dialogSchema.parse(body).task.value.card;
    return { card, words: wordsOf(card) };
  };
  const buttons = (card: unknown) => partsOf(card).filter(({ type }) => type === 'Action.Submit');
  const pressed = (card: unknown, title: string, by: Readonly<Record<string, string>>) => {
    const button = buttons(card).find((each) => each['title'] === title);
    if (button === undefined) throw new Error(`no button "${title}"`);
    return pressesInDialog(theatre.scene(), user, { ...(button['data'] as Part), ...filled(card, by) });
  };
  return {
    opens: (body?: object) => shown(opensDialog(theatre.scene(), user, body)),
    pressed,
    presses: (card: unknown, title: string, by: Readonly<Record<string, string>> = {}) =>
      shown(pressed(card, title, by)),
    buttons: (card: unknown) => buttons(card).map(({ title }) => title),
    sends: shown,
    async finds(what?: string, skip?: number) {
      const { body } = await theatre.deliver(searches(theatre.scene(), user, what, skip));
      const { composeExtension: answer } = resultsSchema.parse(body);
      if (answer.type === 'message') return { line: answer.text, found: [] };
      return {
        line: '',
        found: answer.attachments.map(({ content, preview }) => ({
          ...preview.content,
          card: wordsOf(content),
          json: JSON.stringify(content),
        })),
      };
    },
  };
}

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('the raise dialog, in any chat, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store);
    [ida, tess] = [theatre.person('ida'), theatre.person('tess')];
    await ida.installs();
  });
  afterEach(() => theatre.close());

  it('raises by the same form, confirms it plainly, and posts the card in the IRO’s own chat alone', async () => {
    const there = elsewhere(theatre, ida);
    const { card, words } = await there.opens();
    expect(words).toContain('What is worrying you for this child');
    const done = await there.presses(card, 'Raise', fields);
    expect(done.words).toContain('You raised D-2026-0001');
    expect(done.words).toContain('until Mon 9 Mar');
    expect(done.words).toContain('own chat with IRO Footprint');
    expect((await ida.sees()).words).toContain('D-2026-0001');
    expect((await tess.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
    const elsewhereSent = theatre.connector.requests.filter(({ conversation }) =>
      conversation?.startsWith('19:'),
    );
    expect(elsewhereSent).toEqual([]);
    expectReplayed(await theatre.newest());
  });

  it('sent twice at once, as a phone does, raises one and confirms both the same', async () => {
    const there = elsewhere(theatre, ida);
    const { card } = await there.opens();
    const press = there.pressed(card, 'Raise', fields);
    const [one, other] = await Promise.all([there.sends(press), there.sends({ ...press, id: 'again' })]);
    expect(one.words).toBe(other.words);
    expect(await theatre.disputes()).toHaveLength(1);
    expect((await ida.seesAll()).filter(({ words }) => words.includes('D-2026-0001'))).toHaveLength(1);
  });
});

describe('the raise dialog', () => {
  let theatre: Theatre;
  let ida: Actor;
  beforeEach(async () => {
    theatre = await openTheatre('SQLite');
    ida = theatre.person('ida');
  });
  afterEach(() => theatre.close());

  it('has Action.Submit alone: Teams answers no other in a dialog', async () => {
    const { card } = await elsewhere(theatre, ida).opens();
    expect(JSON.stringify(card)).not.toContain('Action.Execute');
    expect(elsewhere(theatre, ida).buttons(card)).toEqual(['Raise', 'Cancel']);
  });

  it('has the words of the message that it was opened from, without their form', async () => {
    const content =
      '<p>Hello <at id="0">Tess</at>, the visits of&nbsp;May &amp; June were <b>missed</b>.</p><img src="x"><p>See <a href="https://a.example">this</a>.</p>';
    const { card } = await elsewhere(theatre, ida).opens({ contentType: 'html', content });
    expect(filled(card, {})['worrying']).toBe(
      'Hello Tess, the visits of May & June were missed.\n\nSee this.',
    );
  });

  it.each([
    ['nested', `${'<b>'.repeat(10_000)}deep${'</b>'.repeat(10_000)}`],
    ['quoted', `${'<blockquote>'.repeat(8_000)}deep`],
    ['numbered without end', '<ol start="1e300" type="I"><li>one</li></ol>'],
  ])('opens from a message that is %s beyond reason', async (_, content) => {
    const { card } = await elsewhere(theatre, ida).opens({ contentType: 'html', content });
    expect(card).toBeDefined();
    expect(elsewhere(theatre, ida).buttons(card)).toContain('Raise');
  });

  it('keeps headings, tables and emoji of a message readable', async () => {
    const content =
      '<h1>Visits</h1><table><tr><th>May</th><td>missed</td></tr></table><p><emoji alt="🙂"></emoji></p>';
    const { card } = await elsewhere(theatre, ida).opens({ contentType: 'html', content });
    const text = filled(card, {})['worrying'] ?? '';
    expect(text).toMatch(/Visits[^]*May\s+missed[^]*🙂/);
  });

  it('takes a plain message as it is', async () => {
    const { card } = await elsewhere(theatre, ida).opens({ contentType: 'text', content: 'a < b & c' });
    expect(filled(card, {})['worrying']).toBe('a < b & c');
  });

  it('warns at once of a personal detail in that message, and saves it anyway in one press', async () => {
    const there = elsewhere(theatre, ida);
    const opened = await there.opens({ contentType: 'html', content: '<p>Moved to SW1A 2AA.</p>' });
    expect(opened.words).toContain('a postcode');
    const refused = await there.presses(opened.card, 'Raise', { Child: '700123', Theme: 'drift' });
    expect(refused.words).toContain('It is not saved yet');
    const done = await there.presses(refused.card, 'Save anyway');
    expect(done.words).toContain('D-2026-0001');
    expect((await theatre.newest()).history[0]).toMatchObject({
      savedAnyway: true,
      worrying: 'Moved to SW1A 2AA.',
    });
  });

  it('says that a very long message is not all there', async () => {
    const { card, words } = await elsewhere(theatre, ida).opens({
      contentType: 'text',
      content: 'word '.repeat(2000),
    });
    expect(words).toContain('Only the first 4,000 characters');
    expect(filled(card, {})['worrying']?.length).toBeLessThanOrEqual(4000);
  });

  it('keeps everything in it when it is refused', async () => {
    const there = elsewhere(theatre, ida);
    const { card } = await there.opens();
    const refused = await there.presses(card, 'Raise', { Theme: 'drift', ...worry });
    expect(refused.words).toContain('Choose a child.');
    expect(filled(refused.card, {})).toMatchObject({
      theme: 'drift',
      worrying: 'The plan has not been started.',
    });
    expect((await there.presses(refused.card, 'Raise', { Child: '700131' })).words).toContain('D-2026-0001');
  });

  it('with other words after it was raised, gives a fresh form with them', async () => {
    const there = elsewhere(theatre, ida);
    const { card } = await there.opens();
    await there.presses(card, 'Raise', fields);
    const again = await there.presses(card, 'Raise', {
      ...fields,
      'What is worrying you for this child': 'Other words.',
    });
    expect(again.words).toContain('Already raised as D-2026-0001');
    expect(filled(again.card, {})['worrying']).toBe('Other words.');
  });

  it('with words that would be refused after it was raised, gives them back in a fresh form', async () => {
    const there = elsewhere(theatre, ida);
    const { card } = await there.opens();
    await there.presses(card, 'Raise', fields);
    const again = await there.presses(card, 'Raise', {
      ...fields,
      'What is worrying you for this child': 'x'.repeat(4001),
    });
    expect(again.words).toContain('Already raised as D-2026-0001');
    expect(filled(again.card, {})['worrying']).toHaveLength(4001);
  });

  it('closes on Cancel, and nothing was raised', async () => {
    const there = elsewhere(theatre, ida);
    const { card } = await there.opens();
    expect(await theatre.deliver(there.pressed(card, 'Cancel', worry))).toEqual({ status: 200, body: '' });
    expect(await theatre.disputes()).toEqual([]);
  });

  it('survives a restart while it is open', async () => {
    const there = elsewhere(theatre, ida);
    const { card } = await there.opens();
    const press = there.pressed(card, 'Raise', fields);
    await theatre.restarts();
    expect((await there.sends(press)).words).toContain('D-2026-0001');
  });

  it('says so to a manager, and to somebody who is not on the list', async () => {
    const tess = elsewhere(theatre, theatre.person('tess'));
    expect((await tess.opens()).words).toContain('Only an IRO can raise a dispute');
    const nobody = elsewhere(theatre, theatre.person('nobody'));
    expect((await nobody.opens()).words).toContain('You are not on the list');
  });

  it('gives the words back to who may not raise, and of a press that cannot be read', async () => {
    const { card } = await elsewhere(theatre, ida).opens();
    const tess = elsewhere(theatre, theatre.person('tess'));
    expect((await tess.presses(card, 'Raise', fields)).words).toContain('The plan has not been started.');
    const broken = pressesInDialog(theatre.scene(), ida.user, {
      press: 'raise',
      form: 'x',
      worrying: 'Mine.',
    });
    expect((await elsewhere(theatre, ida).sends(broken)).words).toContain('Mine.');
  });

  it('never takes the chat that it was opened in for the person’s own', async () => {
    await elsewhere(theatre, ida).opens();
    const { people } = await theatre.bot.ports.directory();
    expect(people.find(({ name }) => name === 'Ida Reviewer')?.conversation).toBeUndefined();
  });
});

describe('the search box, in any chat', () => {
  let theatre: Theatre;
  let ida: Actor;
  beforeEach(async () => {
    theatre = await openTheatre('SQLite');
    ida = theatre.person('ida');
    await ida.raises();
    await ida.raises({ Child: '700131', Kind: 'informal', Theme: 'visits' });
    const ivan = theatre.person('ivan');
    await ivan.raises({ Child: '700140' });
  });
  afterEach(() => theatre.close());
  const titles = async (who: string, what?: string) =>
    (await elsewhere(theatre, theatre.person(who)).finds(what)).found.map(({ title }) => title.slice(0, 11));

  it.each([
    [undefined, ['D-2026-0001', 'D-2026-0002']],
    ['', ['D-2026-0001', 'D-2026-0002']],
    ['D-2026-0002', ['D-2026-0002']],
    ['d 2026 2', ['D-2026-0002']],
    ['0001', ['D-2026-0001']],
    ['700131', ['D-2026-0002']],
    ['CD', ['D-2026-0002']],
    ['er', []],
    ['2', ['D-2026-0002']],
    ['drift', ['D-2026-0001']],
    ['Visits', ['D-2026-0002']],
    ['team manager', ['D-2026-0001']],
    ['operations', []],
    ['informal visits', ['D-2026-0002']],
    ['D-2026-0003', []],
    ['700140', []],
  ])('finds by %j what an IRO may see: %j', async (what, expected) => {
    expect(await titles('ida', what)).toEqual(expected);
  });

  it('finds a manager theirs and a lead all', async () => {
    expect(await titles('tess')).toEqual(['D-2026-0001']);
    expect(await titles('olga')).toEqual([]);
    expect(await titles('lena')).toHaveLength(3);
  });

  it('finds a closed one by its number and its child', async () => {
    await ida.presses('Sorted');
    expect(await titles('ida', 'visits')).toEqual([]);
    expect(await titles('ida', 'D-2026-0002')).toEqual(['D-2026-0002']);
    expect(await titles('ida', '0002')).toEqual(['D-2026-0002']);
    expect(await titles('ida', '700131')).toEqual(['D-2026-0002']);
  });

  it('puts number, stage and due date into the chat, and nothing of the child, the theme or what was typed', async () => {
    const { found } = await elsewhere(theatre, ida).finds('0001');
    expect(found[0]?.card).toContain('D-2026-0001');
    expect(found[0]?.card).toContain('Stage 1 of 4: team manager');
    expect(found[0]?.card).toContain('Answer due by Mon 9 Mar');
    expect(found[0]?.card).toContain('As at Mon 2 Mar 2026 at 09:0');
    expect(found[0]?.json).not.toMatch(/700123|AB|[Dd]rift|plan|dispute:/);
    expect(found[0]?.text).toContain('Drift or delay · 700123 (AB)');
    expect(found[0]?.text).not.toContain('The plan has not been started.');
  });

  it('says what to try where nothing is found, and nothing of what others have', async () => {
    const there = elsewhere(theatre, ida);
    const missing = await there.finds('D-2026-9999');
    expect(missing.line).toContain('Try a number');
    expect(await there.finds('D-2026-0003')).toEqual(missing);
    expect((await elsewhere(theatre, theatre.person('olga')).finds()).line).toContain('nothing open');
    expect((await elsewhere(theatre, theatre.person('nobody')).finds()).line).toContain('not on the list');
  });

  it('goes on where the first page ended, and ends', async () => {
    expect((await elsewhere(theatre, ida).finds('', 1)).found).toHaveLength(1);
    expect(await elsewhere(theatre, ida).finds('', 25)).toEqual({ line: '', found: [] });
  });

  it('leaves a card that was put into the bot’s own chat without an answer', async () => {
    const before = (await ida.seesAll()).length;
    const { found } = await elsewhere(theatre, ida).finds('0001');
    const { value: _, ...bare } = submit(theatre.scene(), ida.user, {});
    const content: unknown = JSON.parse(found[0]?.json ?? '');
    await theatre.deliver({
      ...bare,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    });
    expect(await ida.seesAll()).toHaveLength(before);
  });
});
