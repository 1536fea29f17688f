import { request as httpRequest } from 'node:http';
import { type Desk, type Refusal, anna, bert, card, cardAnswer, cardMessage, openDesk } from './desk.js';

let desk: Desk;
afterEach(() => desk.close());

const atAnna = `people/${anna.entraId}`;
const create = (person = anna) =>
  desk.connector('POST', '', { isGroup: false, members: [{ id: person.entraId }] });

/** A card that the bot has posted to Anna; the ids that it goes by. */
async function posted(text = 'first'): Promise<{ id: string; path: string }> {
  const { body } = await create();
  const path = `/${encodeURIComponent(body.id)}/activities`;
  const message = await desk.connector('POST', path, cardMessage(text));
  return { id: message.body.id, path: `${path}/${message.body.id}` };
}

const press = (messageId: string, type = 'Action.Execute') =>
  desk.page('POST', `${atAnna}/actions`, {
    messageId,
    type,
    id: 'a1',
    verb: 'dispute.ack',
    data: { note: 'x' },
  });

describe('opening a person', () => {
  it('tells the bot, once, that the app was installed, as Teams does', async () => {
    desk = await openDesk();
    await desk.page('POST', `${atAnna}/open`, {});
    await desk.page('POST', `${atAnna}/open`, {});

    expect(desk.received.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
    const [installed, met] = desk.received;
    expect(installed).toMatchObject({
      channelId: 'msteams',
      serviceUrl: `${desk.base}/local/connector/`,
      timestamp: '2026-03-09T09:14:00.000Z',
      from: { id: expect.stringMatching(/^29:/) as string, aadObjectId: anna.entraId, name: anna.name },
      recipient: { id: expect.stringMatching(/^28:/) as string },
      conversation: { conversationType: 'personal', tenantId: 'local' },
    });
    expect(met?.membersAdded?.map(({ id }) => id)).toEqual([met?.recipient.id, met?.from.id]);
  });

  it('tries again when the bot did not hear of it', async () => {
    let up = false;
    desk = await openDesk(() => {
      if (!up) throw new Error('not yet');
    });
    const first = await desk.page<Refusal>('POST', `${atAnna}/open`, {});
    up = true;
    const second = await desk.page('POST', `${atAnna}/open`, {});

    expect([first.status, first.body.error.message]).toEqual([502, 'The bot answered 500.']);
    expect(second.status).toBe(200);
    expect(desk.received.map(({ type }) => type)).toEqual([
      'installationUpdate',
      'installationUpdate',
      'conversationUpdate',
    ]);
  });
});

describe('typing', () => {
  it('carries the text to the bot, and what the bot posts is shown', async () => {
    desk = await openDesk(async ({ type, conversation, text }) => {
      if (type !== 'message') return;
      await desk.connector(
        'POST',
        `/${encodeURIComponent(conversation.id)}/activities`,
        cardMessage(`got ${text ?? ''}`),
      );
    });
    const { body } = await desk.page('POST', `${atAnna}/messages`, { text: 'raise' });

    expect(body.messages).toMatchObject([
      { from: 'person', text: 'raise', cards: [] },
      { from: 'bot', cards: [card('got raise')] },
    ]);
    expect(desk.received[0]).toMatchObject({ type: 'message', id: body.messages[0]?.id, text: 'raise' });
  });

  it('says at the message that the bot did not take it', async () => {
    desk = await openDesk(() => {
      throw new Error('broken');
    });
    const { body } = await desk.page('POST', `${atAnna}/messages`, { text: 'raise' });
    expect(body.messages[0]?.note).toEqual({ kind: 'error', text: 'The bot answered 500.' });
  });

  it('is of one person: another sees nothing of it', async () => {
    desk = await openDesk();
    await desk.page('POST', `${atAnna}/messages`, { text: 'raise' });
    expect((await desk.page('GET', `people/${bert.entraId}`)).body.messages).toEqual([]);
  });
});

describe('pressing Action.Execute', () => {
  it('sends an invoke and puts the answered card in the place of the old one', async () => {
    desk = await openDesk(() => cardAnswer('second'));
    const { id } = await posted();
    const { body } = await press(id);

    expect(desk.received[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      value: {
        action: { type: 'Action.Execute', id: 'a1', verb: 'dispute.ack', data: { note: 'x' } },
        trigger: 'manual',
      },
    });
    expect(body.messages).toMatchObject([{ id, cards: [card('second')] }]);
  });

  it('gives the place back when the bot updates the message', async () => {
    desk = await openDesk(() => cardAnswer('second'));
    const { id, path } = await posted();
    await press(id);
    await desk.connector('PUT', path, cardMessage('third'));
    expect((await desk.page('GET', atAnna)).body.messages).toMatchObject([{ id, cards: [card('third')] }]);
  });

  it('lets the answer stand over an update that came before it', async () => {
    desk = await openDesk(async () => {
      await desk.connector('PUT', path, cardMessage('plain'));
      return cardAnswer('with text');
    });
    const { id, path } = await posted();
    expect((await press(id)).body.messages).toMatchObject([{ id, cards: [card('with text')] }]);
  });

  it.each([
    [
      'a message is a line',
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' },
      { kind: 'message', text: 'Done.' },
    ],
    [
      'an error is an error',
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: 'No.' },
      },
      { kind: 'error', text: 'The bot refused (400): No.' },
    ],
    [
      'what is no answer is an error',
      undefined,
      { kind: 'error', text: 'The bot answered with something that is no answer to a press.' },
    ],
  ])('keeps the card under another answer: %s', async (_name, answer, note) => {
    desk = await openDesk(() => answer);
    const { id } = await posted();
    const { content } = (await desk.page('GET', atAnna)).body.messages[0] ?? {};
    expect((await press(id)).body.messages).toMatchObject([{ id, content, cards: [card('first')], note }]);
  });

  it('tells that the message has gone', async () => {
    desk = await openDesk();
    const { id, path } = await posted();
    await desk.connector('DELETE', path);
    const { status } = await press(id);
    expect([status, desk.received]).toEqual([404, []]);
  });
});

describe('pressing Action.Submit', () => {
  it('sends a message with the values', async () => {
    desk = await openDesk();
    const { id } = await posted();
    await press(id, 'Action.Submit');
    expect(desk.received[0]).toMatchObject({ type: 'message', value: { note: 'x' }, replyToId: id });
    expect(desk.received[0]?.text).toBeUndefined();
  });
});

describe('the Connector', () => {
  it('creates one conversation for a person, by either id', async () => {
    desk = await openDesk();
    await desk.page('POST', `${atAnna}/open`, {});
    const byEntraId = await create();
    const byUserId = await desk.connector('POST', '', { members: [{ id: desk.received[0]?.from.id }] });
    expect(byEntraId).toEqual(byUserId);
    expect(byEntraId).toEqual({ status: 201, body: { id: desk.received[0]?.conversation.id } });
  });

  it('knows no conversation of anybody else', async () => {
    desk = await openDesk();
    const { status } = await desk.connector('POST', '', { members: [{ id: 'nobody' }] });
    const post = await desk.connector('POST', '/a:local-nobody/activities', cardMessage('x'));
    expect([status, post.status]).toEqual([404, 404]);
  });

  it('takes a reply, and the id that it gives can be updated and deleted, then no more', async () => {
    desk = await openDesk();
    const { id, path } = await posted();
    const reply = await desk.connector('POST', path, cardMessage('reply'));
    expect(reply.body.id).not.toBe(id);
    expect((await desk.connector('PUT', path, cardMessage('new'))).body).toEqual({ id });
    expect((await desk.connector('DELETE', path)).status).toBe(200);

    const gone = await desk.connector<Refusal>('PUT', path, cardMessage('late'));
    expect([gone.status, gone.body.error.code]).toEqual([404, 'ActivityNotFoundInConversation']);
    expect((await desk.page('GET', atAnna)).body.messages).toMatchObject([{ cards: [card('reply')] }]);
  });

  it('shows nothing of typing', async () => {
    desk = await openDesk();
    const { path } = await posted();
    await desk.connector('POST', path, { type: 'typing' });
    expect((await desk.page('GET', atAnna)).body.messages).toHaveLength(1);
  });

  it('names the person in its roster', async () => {
    desk = await openDesk();
    const { body } = await create();
    const at = `/${encodeURIComponent(body.id)}`;
    const one = await desk.connector<object>('GET', `${at}/members/${anna.entraId}`);
    expect(one.body).toMatchObject({
      id: expect.stringMatching(/^29:/) as string,
      aadObjectId: anna.entraId,
      name: 'Anna Example',
      givenName: 'Anna',
      surname: 'Example',
      userPrincipalName: anna.upn,
      email: anna.upn,
      tenantId: 'local',
      userRole: 'user',
    });
    expect((await desk.connector('GET', `${at}/members`)).body).toEqual([one.body]);
    expect((await desk.connector('GET', `${at}/pagedmembers`)).body).toEqual({ members: [one.body] });
    expect((await desk.connector('GET', `${at}/members/${bert.entraId}`)).status).toBe(404);
  });

  it.each([
    ['blocked', 'ForbiddenOperationException'],
    ['notInstalled', 'BotNotInConversationRoster'],
  ])('answers 403 for somebody who is %s, and serves them again when that ends', async (access, code) => {
    desk = await openDesk();
    const { path } = await posted();
    await desk.page('POST', `${atAnna}/access`, { access });
    for (const answer of [
      await desk.connector<Refusal>('POST', path, cardMessage('x')),
      await desk.connector<Refusal>('PUT', path, cardMessage('x')),
      (await create()) as unknown as { status: number; body: Refusal },
    ]) {
      expect([answer.status, answer.body.error.code]).toEqual([403, code]);
    }
    await desk.page('POST', `${atAnna}/access`, { access: 'installed' });
    expect((await desk.connector('PUT', path, cardMessage('again'))).status).toBe(200);
  });

  it('tells the bot when the app is removed and installed anew', async () => {
    desk = await openDesk();
    await desk.page('POST', `${atAnna}/access`, { access: 'notInstalled' });
    expect((await desk.page('POST', `${atAnna}/messages`, { text: 'help' })).status).toBe(409);
    await desk.page('POST', `${atAnna}/access`, { access: 'installed' });
    expect(desk.received.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'remove'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
  });

  it.each([
    ['no JSON', '{', 'application/json', 400],
    ['another type', '{"type":"message"}', 'text/plain', 415],
    ['no activity', '{"text":"x"}', 'application/json', 400],
    ['too much', JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }), 'application/json', 413],
  ])('refuses a body that is %s', async (_name, body, type, status) => {
    desk = await openDesk();
    const { path } = await posted();
    const response = await fetch(`${desk.base}/local/connector/v3/conversations${path}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
    expect(response.status).toBe(status);
  });
});

describe('the clock', () => {
  it('is moved by a span or to an instant', async () => {
    desk = await openDesk();
    const day = await desk.page('POST', 'clock', { by: { days: 1 } });
    const instant = await desk.page('POST', 'clock', { to: '2026-04-01T08:00:00Z' });
    expect(desk.moves).toEqual([{ by: { days: 1 } }, { to: '2026-04-01T08:00:00Z' }]);
    expect([day.body, instant.body]).toEqual([
      { now: '2026-03-10T09:14:00.000Z' },
      { now: '2026-04-01T08:00:00Z' },
    ]);
    expect((await desk.page('GET', 'clock')).body).toEqual({ now: '2026-04-01T08:00:00Z' });
  });

  it.each([
    ['no time', { to: 'tomorrow' }, 400],
    ['the past', { to: '2026-03-09T09:00:00Z' }, 409],
    ['a span backwards', { by: { days: -1 } }, 400],
  ])('refuses %s', async (_name, to, status) => {
    desk = await openDesk();
    expect((await desk.page('POST', 'clock', to)).status).toBe(status);
    expect(desk.moves).toEqual([]);
  });
});

describe('an open page', () => {
  it('is told of each change as it is made', async () => {
    desk = await openDesk();
    const response = await fetch(`${desk.base}/local/api/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await posted();
    await desk.page('POST', 'clock', { by: { days: 1 } });
    let heard = '';
    while (!heard.includes('clock')) heard += (await reader?.read())?.value ?? '';
    expect(heard).toContain(JSON.stringify({ kind: 'conversation', entraId: anna.entraId, revision: 2 }));
    expect(heard).toContain(JSON.stringify({ kind: 'clock', now: '2026-03-10T09:14:00.000Z' }));
    await reader?.cancel();
  });
});

/** fetch does not let a Host be chosen. */
const statusOf = (
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<number | undefined> =>
  new Promise((done, failed) => {
    const sent = httpRequest(desk.base + path, { method, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    sent.on('error', failed);
    sent.end();
  });

describe('who may ask', () => {
  it.each(['/local/', '/local/api/people', '/local/connector/v3/conversations'])(
    'refuses a Host that is not this computer: %s',
    async (path) => {
      desk = await openDesk();
      expect(await statusOf(path, { Host: 'rebound.example.invalid:3978' })).toBe(403);
    },
  );

  it('refuses a request from a page elsewhere, and takes its own', async () => {
    desk = await openDesk();
    const elsewhere = { Origin: 'http://localhost:1' };
    expect(await statusOf('/local/api/clock', elsewhere, 'POST')).toBe(403);
    expect(await statusOf('/local/api/events', elsewhere)).toBe(403);
    expect(await statusOf('/local/api/people', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await statusOf('/local/api/people', { Origin: desk.base, 'Sec-Fetch-Site': 'same-origin' })).toBe(
      200,
    );
  });

  it('leaves every other path to the server', async () => {
    desk = await openDesk();
    const response = await fetch(`${desk.base}/localhost`);
    expect([response.status, await response.text()]).toEqual([404, 'not the channel']);
  });
});

describe("the page's files", () => {
  it('are served under a policy that lets nothing else in', async () => {
    desk = await openDesk();
    const response = await fetch(`${desk.base}/local?people=x`);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
    expect(await response.text()).toContain('<title>IRO Footprint · local channel</title>');
  });

  it('load nothing that is not there', async () => {
    desk = await openDesk();
    const html = await (await fetch(`${desk.base}/local/`)).text();
    const scripts = [...html.matchAll(/(?:src|href)="([^":]+)"/g)].map(([, name]) => name ?? '');
    expect(scripts).toContain('vendor/adaptivecards.min.js');
    const asked = [...scripts];
    for (const name of asked) {
      const file = await fetch(`${desk.base}/local/${name}`);
      expect([name, file.status]).toEqual([name, 200]);
      const text = await file.text();
      if (name.startsWith('vendor/')) continue;
      asked.push(
        ...[...text.matchAll(/from '\.\/([\w-]+\.js)'/g)].flatMap(([, next]) =>
          next && !asked.includes(next) ? [next] : [],
        ),
      );
    }
    expect(asked).toContain('mends.js');
  });

  it.each(['..%2Fchannel.ts', '%2E%2E%5Cchannel.ts', 'vendor/package.json', 'page.css/x', '.env', '%'])(
    'are the only ones: %s',
    async (path) => {
      desk = await openDesk();
      expect([400, 404]).toContain((await fetch(`${desk.base}/local/${path}`)).status);
    },
  );
});
