import { randomUUID } from 'node:crypto';
import { execute, message, submit } from '../support/activities.js';
import { type Actor, openTheatre, type Theatre } from './theatre.js';

describe('what comes in by other ways than expected', () => {
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  let lena: Actor;
  beforeEach(async () => {
    theatre = await openTheatre('SQLite');
    [ida, tess, lena] = [theatre.person('ida'), theatre.person('tess'), theatre.person('lena')];
  });
  afterEach(() => theatre.close());
  const first = async () => {
    const [dispute] = await theatre.disputes();
    if (dispute === undefined) throw new Error('nothing was raised');
    return dispute;
  };

  it.each([{ tenantId: null }, { tenantId: '' }])(
    'a chat whose tenant is %j is answered, and nobody else is stopped',
    async (odd) => {
      const activity = message(theatre.scene(), ida.user, 'help');
      await theatre.deliver({ ...activity, conversation: { ...activity.conversation, ...odd } });
      await theatre.bot.ports.directoryChanged();
      expect((await tess.says('help')).words).toContain('disputes');
      expect((await ida.says('help')).words).toContain('raise');
    },
  );

  it.each([null, '', undefined])('an activity with the serviceUrl %j changes nothing', async (serviceUrl) => {
    const { status } = await theatre.deliver({ ...message(theatre.scene(), ida.user, 'help'), serviceUrl });
    expect(status).toBeLessThan(500);
    await theatre.bot.ports.directoryChanged();
    expect((await ida.says('help')).words).toContain('raise');
  });

  it('a form is one however its id is spelt', async () => {
    await ida.says('raise');
    const fields = {
      Child: '700123',
      Theme: 'drift',
      'What is worrying you for this child': 'Nothing has begun.',
    };
    const press = ida.press('Raise', fields);
    await ida.sends(press);
    await ida.sends(
      JSON.parse(
        JSON.stringify(press).replace(/"form":"([^"]+)"/, (_, id: string) => `"form":"${id.toUpperCase()}"`),
      ) as typeof press,
    );
    expect(await theatre.disputes()).toHaveLength(1);
  });

  it('a form sent again with other words says what stands, and gives the words back', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    const sent = tess.press('Send to the IRO', {
      'How will this be put right?': 'The work starts on Monday.',
    });
    const mended = tess.press('Send to the IRO', {
      'How will this be put right?': 'The work starts on Friday.',
    });
    await tess.sends(sent);
    const again = await tess.sends(mended);
    expect(again.words).toContain('What was recorded then stands');
    expect(again.words).toContain('The work starts on Friday.');
    expect((await first()).history.filter(({ kind }) => kind === 'offered')).toHaveLength(1);
    expect((await tess.sends(sent)).words).not.toContain('What was recorded then stands');
  });

  it('words in another raiser’s form are given back, and in no posted message', async () => {
    await ida.says('raise');
    const fields = {
      Child: '700123',
      Theme: 'drift',
      'What is worrying you for this child': 'Nothing has begun.',
    };
    const press = ida.press('Raise', fields);
    await ida.sends(press);
    const ivan = theatre.person('ivan');
    const { action } = press['value'] as { action: { data: object } };
    await ivan.says('help');
    const answer = await theatre.deliver(
      execute(theatre.scene(), ivan.user, {
        verb: 'raise',
        data: { ...action.data, worrying: 'Words of Ivan.' },
        replyToId: ivan.cards()[0]?.id ?? '',
      }),
    );
    expect(JSON.stringify(answer.body)).toContain('Words of Ivan.');
    await theatre.settled();
    expect(JSON.stringify(ivan.cards())).not.toContain('Words of Ivan.');
  });

  it('a file note is not left in the chat by a client without Execute', async () => {
    await ida.raises();
    await ida.sees();
    const answer = await ida.submits('File note');
    expect(answer.words).toContain('Show it from Teams on another device.');
    await theatre.settled();
    expect(JSON.stringify(ida.cards())).not.toContain('has not been started');
  });

  it('a holder who came after the notice is not said to have given no response', async () => {
    await ida.raises();
    await tess.sees();
    await theatre.givesStage('team-manager', 'tom');
    await theatre.moveTo('2026-03-10T08:00:00Z');
    expect((await first()).history.map(({ kind }) => kind)).toContain('couldNotBeTold');
  });

  it('a child’s card raises for that child, and the form takes a later stage, marks and all', async () => {
    await ida.says('700131');
    await ida.presses('Raise');
    const raised = await ida.presses('Raise', {
      Kind: 'formal',
      Theme: 'drift/housing',
      'Other themes': 'visits,health',
      'What is worrying you for this child': 'Nothing has begun.',
      'Start with': 'assistant-director',
      'Came from': 'review',
      'System fault': 'true',
      Resources: 'true',
    });
    expect(raised.words).toContain('Amir Assistant');
    expect(raised.words).toContain('Stage 3 of 4');
    expect(await first()).toMatchObject({
      theme: 'drift/housing',
      otherThemes: ['visits', 'health'],
      marks: { systemFault: true, resources: true, cameFrom: 'review' },
      stage: { id: 'assistant-director' },
    });
    expect((await theatre.person('amir').sees()).words).toContain('Your answer is needed by Mon 9 Mar');
  });

  it('helps each role with what that role can do', async () => {
    const helps = async (who: string) => (await theatre.person(who).says('help')).words;
    expect(await helps('ida')).toContain('raise');
    expect(await helps('tess')).not.toContain('raise:');
    expect(await helps('tess')).toContain('700123: one child');
    expect(await helps('lena')).toContain('unreachable');
    expect(await helps('bess')).not.toContain('unreachable');
    expect((await lena.says('disputes')).words).toContain('No open disputes');
  });

  it('takes a submit with a form that nobody drew for what it is', async () => {
    const data = {
      press: 'act',
      verb: 'close',
      dispute: `dispute:${randomUUID()}`,
      turn: 1,
      text: 'Words of Ida.',
      outcome: 'plan-changed',
    };
    await ida.says('help');
    const { status } = await theatre.deliver(submit(theatre.scene(), ida.user, data, ida.cards()[0]?.id));
    expect(status).toBe(200);
    expect(JSON.stringify(ida.cards())).toContain('Words of Ida.');
  });
});
