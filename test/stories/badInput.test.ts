import { randomUUID } from 'node:crypto';
import { importFiles } from '../../src/flows/import.js';
import { channelMessage, execute, message, submit, type TeamsActivity } from '../support/activities.js';
import { upn } from './authority.js';
import { partsOf, wordsOf } from './cardReading.js';
import { type Actor, expectReplayed, kindsOf, openTheatre, type Theatre } from './theatre.js';

const tooLong = 'a'.repeat(4001);

let theatre: Theatre;
let ida: Actor;
let ivan: Actor;
let tess: Actor;
let bess: Actor;
/** The dispute that all of this is tried on: formal, with the team manager. */
let id: string;

beforeAll(async () => {
  theatre = await openTheatre('SQLite');
  const person = theatre.person;
  [ida, ivan, tess, bess] = [person('ida'), person('ivan'), person('tess'), person('bess')];
  await ida.raises();
  await tess.sees();
  id = (await theatre.newest()).id;
});
afterAll(() => theatre.close());

/** The answer to something that must change nothing: never a 500, and every dispute as it was. */
async function unchanged<T extends { status: number }>(doing: () => Promise<T>): Promise<T> {
  const before = JSON.stringify(await theatre.disputes());
  const answer = await doing();
  expect(answer.status).toBeLessThan(500);
  expect(JSON.stringify(await theatre.disputes())).toBe(before);
  return answer;
}
const pressing = (who: Actor, data: object, replyToId?: string) =>
  execute(theatre.scene(), who.user, {
    verb: 'act',
    data,
    ...(replyToId === undefined ? {} : { replyToId }),
  });
const lineOf = ({ body }: { body: unknown }) => {
  const { value } = body as { value: unknown };
  return typeof value === 'string' ? value : wordsOf(value);
};

const act = (changed: object) => ({ press: 'act', verb: 'acknowledge', dispute: id, turn: 1, ...changed });
/** The IRO’s own press, from whomever it is sent. */
const closing = () => ({
  press: 'act',
  verb: 'close',
  dispute: id,
  turn: 1,
  form: randomUUID(),
  outcome: 'action-done',
  text: 'Let us end this here.',
});

const inGroup = (activity: TeamsActivity): TeamsActivity => ({
  ...activity,
  conversation: {
    ...activity.conversation,
    id: '19:group@thread.v2',
    conversationType: 'groupChat',
    isGroup: true,
  },
});

describe('what is no activity', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', '{"type":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"message"'],
    ['an empty object', '{}'],
    ['a type that is a number', '{"type":5,"channelId":"msteams","conversation":{"id":"a"}}'],
    ['no conversation', '{"type":"message","channelId":"msteams","from":{"id":"29:ida"}}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('%s is refused in one line', async (_, body) => {
    const { status, body: said } = await unchanged(() => theatre.deliver(body));
    expect(status).toBe(400);
    expect(String(said).trim().split('\n')).toHaveLength(1);
  });

  it('a body of half a megabyte is refused', async () => {
    const { status } = await unchanged(() =>
      theatre.deliver(message(theatre.scene(), ida.user, 'x'.repeat(500_000))),
    );
    expect(status).toBe(413);
  });
});

describe('an activity that the bot does not know', () => {
  it.each(['typing', 'messageReaction', 'endOfConversation', 'event', 'somethingNew', 'trace'])(
    '%s is let pass',
    async (type) => {
      const { status } = await unchanged(() =>
        theatre.deliver({ ...message(theatre.scene(), ida.user, 'raise'), type }),
      );
      expect(status).toBe(200);
    },
  );

  it.each(['composeExtension/query', 'task/fetch', 'adaptiveCard/other', ''])(
    'the invoke "%s" is let pass',
    async (name) => {
      const { status } = await unchanged(() => theatre.deliver({ ...pressing(ida, {}), name }));
      expect(status).toBe(200);
    },
  );

  it.each([
    ['nobody', { from: null }],
    ['somebody without an Entra id', { from: { id: '29:ida', name: 'Ida Reviewer' } }],
    ['somebody with an empty Entra id', { from: { id: '29:ida', aadObjectId: '' } }],
    ['to nobody', { recipient: null }],
    ['an answer to no message', { replyToId: null }],
    ['a mention of nobody', { entities: [{ type: 'mention' }] }],
    ['no text', { text: null }],
  ])('one from %s is no fault of ours', async (_, changed) => {
    await unchanged(() =>
      theatre.deliver({ ...message(theatre.scene(), ida.user, 'D-2026-0001'), ...changed }),
    );
    await unchanged(() =>
      theatre.deliver({
        ...pressing(ida, { press: 'act', verb: 'close', dispute: 'x', turn: 1 }),
        ...changed,
      }),
    );
    expect(theatre.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a press that cannot be read', () => {
  const unreadable: [string, () => unknown][] = [
    ['no data', () => undefined],
    ['a number', () => 5],
    ['a word', () => 'act'],
    ['a list', () => []],
    ['an empty object', () => ({})],
    ['an unknown press', () => ({ press: 'explode' })],
    ['an unknown verb', () => act({ verb: 'delete' })],
    ['a verb of the language', () => act({ verb: 'constructor' })],
    ['a path as the dispute', () => act({ dispute: 'dispute:../../policy' })],
    ['another document', () => act({ dispute: 'policy' })],
    ['a dispute that is a list', () => act({ dispute: [id] })],
    ['a turn below zero', () => act({ turn: -1 })],
    ['half a turn', () => act({ turn: 1.5 })],
    ['a huge turn', () => act({ turn: 1e300 })],
    ['a turn of many figures', () => act({ turn: '9'.repeat(400) })],
    ['a turn in words', () => act({ turn: 'one' })],
    ['a turn that is an object', () => act({ turn: {} })],
    ['a form id that is none', () => act({ form: '../x' })],
    ['"perhaps" to save anyway', () => act({ saveAnyway: 'perhaps' })],
    ['a page that is no number', () => ({ press: 'show', dispute: id, what: 'text', page: 'last' })],
    ['an unknown view', () => ({ press: 'show', dispute: id, what: 'everything' })],
    ['words without an end', () => ({ press: 'say', words: 'w'.repeat(501) })],
    ['words that are a number', () => ({ press: 'say', words: 5 })],
    ['a raise without a form', () => ({ press: 'raise', child: '700123' })],
  ];

  it.each(unreadable)('%s gets a kind answer', async (_, data) => {
    const press = { ...pressing(tess, {}), value: { action: { type: 'Action.Execute', data: data() } } };
    const answer = await unchanged(() => theatre.deliver(press));
    expect(answer.status).toBe(200);
    expect(lineOf(answer)).toContain('I could not read that press.');
  });

  it.each([undefined, null, 5, 'press', [], {}, { action: null }, { action: 'press' }])(
    'so does an invoke with the value %j',
    async (value) => {
      const answer = await unchanged(() => theatre.deliver({ ...pressing(tess, {}), value }));
      expect(answer.status).toBe(200);
      expect(lineOf(answer)).toContain('I could not read that press.');
    },
  );

  it('a dispute that there is not is not found', async () => {
    const data = act({ dispute: `dispute:${randomUUID()}` });
    const answer = await unchanged(() => theatre.deliver(pressing(tess, data)));
    expect(lineOf(answer)).toContain('Nothing found');
  });

  it('a turn that is still to come moved on', async () => {
    const answer = await unchanged(() => theatre.deliver(pressing(tess, act({ turn: 999_999 }))));
    expect(lineOf(answer)).toContain('D-2026-0001');
  });

  it.each([5, {}, [], null, true])('a text that is %j counts as none', async (text) => {
    const data = { press: 'act', verb: 'escalate', dispute: id, turn: 1, form: randomUUID(), text };
    const answer = await unchanged(() => theatre.deliver(pressing(ida, data)));
    expect(lineOf(answer)).toContain('Say why you escalate.');
  });

  it.each([
    ['a stage below', 'team-manager', 'Choose a later stage.'],
    ['no stage', 'prime-minister', 'Choose a later stage.'],
  ])('%s is refused in the form', async (_, to, problem) => {
    const form = randomUUID();
    const data = { press: 'act', verb: 'escalate', dispute: id, turn: 1, form, text: 'It waits.', to };
    const answer = await unchanged(() => theatre.deliver(pressing(ida, data)));
    expect(lineOf(answer)).toContain(problem);
    expect(lineOf(answer)).toContain('It waits.');
  });

  it('fields that only a prototype has do no harm', async () => {
    const data = JSON.parse(
      `{"press":"act","verb":"acknowledge","dispute":"${id}","turn":0,"__proto__":{"turn":1},"constructor":"x"}`,
    ) as object;
    await unchanged(() => theatre.deliver(pressing(tess, data)));
    expect(({} as Record<string, unknown>)['turn']).toBeUndefined();
  });
});

describe('a form that is not right', () => {
  it('with more than 4,000 characters is refused, and everything in it kept', async () => {
    await ida.presses('Escalate…');
    const fields = { 'Why do you escalate?': tooLong, To: 'director' };
    const refused = await ida.presses('Escalate', fields);
    expect(refused.words).toContain('This is longer than 4,000 characters');
    expect(refused.words).toContain(tooLong);
    expect(refused.words).toContain('director');
    expect((await theatre.newest()).history).toHaveLength(2);
    await ida.presses('Cancel');
  });

  it('to raise with it keeps child, theme, marks and words', async () => {
    const refused = await ida.raises({
      'What is worrying you for this child': tooLong,
      'What would put it right, and by when': 'A start date.',
      'System fault': 'true',
      Theme: 'visits',
    });
    expect(refused.words).toContain('This is longer than 4,000 characters');
    for (const kept of ['700123', 'formal', 'visits', tooLong, 'A start date.', 'true'])
      expect(refused.words).toContain(kept);
    expect(await theatre.disputes()).toHaveLength(1);
  });

  it('is saved once it has no more than 4,000', async () => {
    const raised = await ida.presses('Raise', { 'What is worrying you for this child': tooLong.slice(1) });
    expect(raised.words).toContain('You raised D-2026-0002');
    await ida.presses('Withdraw…');
    await ida.presses('Withdraw', { 'Why is it withdrawn, in one line?': 'It was a trial.' });
  });

  it('without what is needed says each thing that is missing', async () => {
    await ida.says('raise');
    const refused = await ida.presses('Raise', { 'What would put it right, and by when': 'A start date.' });
    for (const problem of ['Choose a child.', 'Choose a theme.', 'Say what is worrying you for this child.'])
      expect(refused.words).toContain(problem);
    expect(refused.words).toContain('A start date.');
  });

  it.each(['700140', '999999', '__proto__'])(
    'for the child %s, who is not theirs, is refused',
    async (child) => {
      const data = {
        press: 'raise',
        form: randomUUID(),
        child,
        kind: 'informal',
        theme: 'visits',
        worrying: 'No visits.',
      };
      const answer = await unchanged(() => theatre.deliver(pressing(ida, data)));
      expect(lineOf(answer)).toContain('Choose one of your own children.');
      expect(lineOf(answer)).not.toContain('(EF)');
    },
  );

  it('takes a sub-theme as it takes a theme', async () => {
    const raised = await ida.raises({ Kind: 'informal', Theme: 'drift/housing' });
    expect(raised.words).toContain('You raised');
    await ida.presses('Sorted');
  });

  it('with a personal detail is warned of, kept, and saved anyway in one press, which is recorded', async () => {
    await ida.says('D-2026-0001');
    await ida.presses('Add a note…');
    const text = 'The number 943 476 5919 is on the letter from SW1A 2AA.';
    const warned = await ida.presses('Add the note', { 'Your note': text });
    expect(warned.words).toContain(
      'This looks as if it has a postcode and an NHS number in it. It is not saved yet.',
    );
    expect(warned.words).toContain(text);
    const before = (await theatre.disputes())[0];
    expect(before?.history).toHaveLength(2);
    expect((await ida.presses('Save anyway')).words).toContain('You added a note');
    const after = (await theatre.disputes())[0];
    expect(after?.history.at(-1)).toMatchObject({ kind: 'noted', text, savedAnyway: true });
    if (after !== undefined) expectReplayed(after);
  });
});

describe('a press that is not for this person', () => {
  it('on the other side is refused, with the card and the text given back', async () => {
    const answer = await unchanged(() => theatre.deliver(pressing(tess, closing())));
    expect(lineOf(answer)).toContain('This is not yours to press. It is with you now.');
    expect(lineOf(answer)).toContain('Let us end this here.');
    expect(lineOf(answer)).toContain('Your answer is needed by Mon 9 Mar');
  });

  it.each([
    ['another IRO', () => ivan],
    ['business support', () => bess],
    ['a manager of another team', () => theatre.person('tom')],
  ])('by %s, from a card that was forwarded, learns nothing', async (_, who) => {
    for (const data of [
      closing(),
      { press: 'open-form', verb: 'note', dispute: id, turn: 1 },
      { press: 'show', dispute: id, what: 'text' },
      { press: 'file-note', dispute: id },
    ]) {
      const answer = await unchanged(() => theatre.deliver(pressing(who(), data, 'm1')));
      expect(lineOf(answer)).toContain('Nothing found');
      expect(JSON.stringify(answer.body)).not.toMatch(/D-2026|700123|Drift/);
    }
    const asked = await who().says('D-2026-0001');
    expect(asked.words).toContain('Nothing found');
    expect(asked.words).not.toContain('Drift');
  });

  it('by somebody not on the list says whom to ask', async () => {
    const stranger = theatre.person('stranger');
    const answer = await unchanged(() => theatre.deliver(pressing(stranger, closing())));
    expect(lineOf(answer)).toContain('You are not on the list');
    expect((await stranger.says('D-2026-0001')).words).toContain('You are not on the list');
  });

  it('a child is for those who work with it alone', async () => {
    expect((await ivan.says('700123')).words).toContain('Nothing found');
    expect((await bess.says('700199')).words).toContain('Nothing found');
    const entered = await bess.says('700123');
    expect(entered.words).toContain('700123 (AB)');
    expect(entered.words).not.toMatch(/dispute|North|D-2026/);
    expect((await ida.says('700123')).words).toContain('700123 (AB)');
  });

  it('a child whose reference is no number is answered as one that there is not', async () => {
    const { store, now, newId } = theatre.bot.ports;
    const content = Buffer.from(
      `child,initials,family,iro,team,social_worker\nP-118,GH,,${upn('ida')},North,\n`,
    );
    const allocations = { name: 'allocations.csv', content };
    await importFiles({ store, now: now(), newId }, { allocations }, { dryRun: false });
    expect((await ida.says('P-118')).words).toContain('P-118 (GH)');
    const [there, none] = [await ivan.says('P-118'), await ivan.says('P-119')];
    expect(there.words).toBe(none.words.replaceAll('P-119', 'P-118'));
  });

  it('who pressed is the authenticated user, whatever the card says', async () => {
    const data = { ...closing(), by: ida.user.aadObjectId, person: 'ida', from: ida.user };
    const answer = await unchanged(() => theatre.deliver(pressing(tess, data)));
    expect(lineOf(answer)).toContain('This is not yours to press.');
  });
});

describe('outside the personal chat', () => {
  const thread = '19:team@thread.tacv2;messageid=1700000000000';

  it('a mention in a channel gets one line there, and the answer in the person’s own chat', async () => {
    const before = tess.cards().length;
    const { status } = await unchanged(() =>
      theatre.deliver(channelMessage(theatre.scene(), tess.user, 'd-2026-0001')),
    );
    expect(status).toBe(200);
    await theatre.settled();
    const said = theatre.connector.messages(thread);
    expect(said.map(({ activity }) => activity.text)).toEqual(['I have answered you in our chat.']);
    expect(said[0]?.activity.attachments ?? []).toEqual([]);
    expect(tess.cards()).toHaveLength(before + 1);
    expect((await tess.looksAgain()).words).toContain('D-2026-0001');
  });

  it('somebody not on the list learns nothing there', async () => {
    await theatre.deliver(channelMessage(theatre.scene(), theatre.person('stranger').user, 'D-2026-0001'));
    const last = theatre.connector.messages(thread).at(-1)?.activity;
    expect(last?.text).toBe('Add me to your own chat first: I answer there.');
  });

  it('a card forwarded to a group is answered by one line there', async () => {
    const data = { press: 'show', dispute: id, what: 'text' };
    const answer = await unchanged(() => theatre.deliver(inGroup(pressing(ida, data, 'm1'))));
    expect(lineOf(answer)).toBe('I have answered you in our chat.');
    await theatre.settled();
    expect(theatre.connector.messages('19:group@thread.v2')).toEqual([]);
    expect((await ida.looksAgain()).words).toContain('D-2026-0001');
    expect(JSON.stringify(ida.cards())).not.toContain('The plan has not been started.');
  });

  it('a press there by whoever may press is done, and shown in their own chat', async () => {
    const data = { press: 'act', verb: 'acknowledge', dispute: id, turn: 1 };
    const answer = await theatre.deliver(inGroup(pressing(tess, data, 'm1')));
    expect(lineOf(answer)).toBe('I have answered you in our chat.');
    expect(kindsOf((await theatre.disputes())[0]!)).toContain('acknowledged');
    expect((await tess.looksAgain()).words).toContain('D-2026-0001');
  });
});

describe('words that are not understood', () => {
  it.each(['', ' ', '...', '<at>IRO Footprint</at>', 'asdf qwer', '🙂', '.'.repeat(5000)])(
    '"%.20s" is answered with buttons that work',
    async (words) => {
      const answer = await ida.says(words);
      expect(answer.buttons.length).toBeGreaterThan(0);
      const [first = ''] = answer.buttons;
      const pressed = await ida.presses(first);
      expect(pressed.words).not.toContain('I could not read that press.');
    },
  );

  it.each(['', '  ', '...'])('"%s", without a word, is answered with what can be written', async (words) => {
    expect((await ida.says(words)).words).toContain('What you can write');
  });

  it('gives the nearest that is understood', async () => {
    const answer = await ida.says('rase');
    expect(answer.words).toContain('I did not understand that');
    expect(answer.buttons[0]).toBe('Raise');
    expect((await ida.presses('Raise')).words).toContain('What is worrying you for this child');
  });

  it.each(['RAISE', '  Raise  ', 'raise!', 'raise\n'])('takes "%s" as meant', async (words) => {
    expect((await ida.says(words)).words).toContain('What is worrying you for this child');
  });

  it('a message without a text, as with a picture, is answered too', async () => {
    const before = ida.cards().length;
    const picture = { contentType: 'image/png', contentUrl: 'https://x.example/p.png' };
    const { text: _, ...silent } = message(theatre.scene(), ida.user, '');
    await theatre.deliver({ ...silent, attachments: [picture] });
    await theatre.settled();
    expect(ida.cards()).toHaveLength(before + 1);
  });
});

describe('what people type', () => {
  const typed =
    '**bold** _it_ <at>Everyone</at> ${1+1} ${heading} [press](https://x.example) <b>html</b> <script>alert(1)</script> # head';
  const dated = '{{DATE(2026-03-02T09:00:00Z, SHORT)}}';

  it('is shown as it was typed, and neither expanded nor drawn as anything else', async () => {
    const own = await openTheatre('SQLite', { policy: { textInCards: 'always' } });
    const [iro, manager] = [own.person('ida'), own.person('tess')];
    await iro.raises({
      'What is worrying you for this child': `${typed}\n- a list\n${dated}`,
      'What would put it right, and by when': typed,
    });
    await manager.sees();
    await manager.presses('Disagree…');
    await manager.presses('Send to the IRO', { 'Why do you disagree?': typed });
    await iro.looksAgain();
    await iro.presses('Show text');
    const shown = [
      ...iro.cards(),
      ...manager.cards(),
      ...(await iro.seesAll()),
      ...(await manager.seesAll()),
    ];
    let runs = 0;
    for (const { card } of shown)
      for (const part of partsOf(card))
        for (const [key, value] of Object.entries(part)) {
          if (typeof value !== 'string' || !/\*\*bold|<at>|<b>|\$\{|x\.example|\{\{/.test(value)) continue;
          // A joiner of no width keeps the client from reading a date into it.
          expect([part['type'], key]).toEqual(['TextRun', 'text']);
          expect([typed, dated.replace('{{', '{\u2060{')]).toContain(value);
          runs += 1;
        }
    expect(runs).toBeGreaterThan(4);
    await own.close();
  });

  it('is not repeated as anything else where it was not understood', async () => {
    const answer = await ida.says(typed.slice(0, 70));
    expect(answer.words).toContain(`You wrote: ${typed.slice(0, 70)}`);
    const holding = partsOf(answer.card).filter((part) =>
      Object.values(part).some((value) => typeof value === 'string' && value.includes('**bold')),
    );
    expect(holding.map(({ type }) => type)).toEqual(['TextRun']);
    expect(ida.cards().at(-1)?.summary).not.toContain('bold');
  });
});

describe('a client without Action.Execute', () => {
  it('has every kind of press answered in the message', async () => {
    const own = await openTheatre('SQLite');
    const [iro, manager] = [own.person('ida'), own.person('tess')];
    await iro.says('help');
    expect((await iro.submits('Raise')).words).toContain('What is worrying you for this child');
    expect((await iro.submits('Cancel')).words).toContain('Nothing was raised');
    await iro.submits('Raise');
    const refused = await iro.submits('Raise', { Child: '700123', Theme: 'drift' });
    expect(refused.words).toContain('Say what is worrying you for this child.');
    const raised = await iro.submits('Raise', {
      Kind: 'formal',
      'What is worrying you for this child': 'No plan.',
    });
    expect(raised.words).toContain('You raised D-2026-0001');
    expect((await manager.sees()).buttons).toContain('Acknowledge');
    expect((await manager.submits('Acknowledge')).words).toContain('You acknowledged this at');
    expect((await manager.submits('Resolve…')).words).toContain('How will this be put right?');
    expect((await manager.submits('Cancel')).words).toContain('Your answer is needed by Mon 9 Mar');
    await manager.submits('Resolve…');
    const sent = await manager.submits('Send to the IRO', { 'How will this be put right?': 'Next week.' });
    expect(sent.words).toContain('You sent the IRO an answer');
    expect((await iro.looksAgain()).words).toContain('is it resolved?');
    const text = await iro.submits('Show text');
    expect(text.words).toContain('Show it from Teams on another device.');
    expect(text.words).not.toContain('No plan.');
    const note = await iro.submits('File note');
    expect(note.words).toContain('Show it from Teams on another device.');
    expect(note.words).not.toContain('No plan.');
    await iro.submits('Agree…');
    expect((await iro.submits('Agree', { Outcome: 'action-done' })).words).toContain('closed');
    await own.settled();
    expect((await own.newest()).status).toBe('closed');
    await iro.says('disputes');
    expect((await iro.submits('Raise')).words).toContain('What is worrying you for this child');
    await own.close();
  });

  it('has an unreadable press answered by a line', async () => {
    const { status } = await unchanged(() =>
      theatre.deliver(submit(theatre.scene(), ida.user, { press: 'explode' }, 'm1')),
    );
    expect(status).toBe(200);
    expect(theatre.connector.messages(ida.chat).at(-1)?.activity.text).toContain(
      'I could not read that press.',
    );
  });

  it('keeps a refused text in the writer’s own chat', async () => {
    await ida.says('D-2026-0001');
    const data = {
      press: 'act',
      verb: 'agree',
      dispute: id,
      turn: 1,
      form: randomUUID(),
      changed: 'My words.',
    };
    const last = ida.cards().at(-1)?.id ?? '';
    await unchanged(() => theatre.deliver(submit(theatre.scene(), ida.user, data, last)));
    const card = ida.cards().find((each) => each.id === last)?.card;
    expect(wordsOf(card)).toContain('My words.');
    expect(wordsOf(card)).toContain('There is no answer yet.');
  });
});
