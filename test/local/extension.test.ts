import { anna, card, type Desk, openDesk, type Refusal } from './desk.js';

let desk: Desk;
afterEach(() => desk.close());
const atAnna = `people/${anna.entraId}`;

const continuing = {
  task: { type: 'continue', value: { title: 'Raise', card: { contentType: 'x', content: card('form') } } },
};

describe('the message extension at the page', () => {
  it('opens the dialog from another chat, which Teams calls personal too', async () => {
    desk = await openDesk(() => continuing);
    const { body } = await desk.page('POST', `${atAnna}/dialog`, {});
    expect(body).toEqual({ title: 'Raise', card: card('form') });
    expect(desk.received[0]).toMatchObject({
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      conversation: { id: expect.stringMatching(/^19:/) as string, conversationType: 'personal' },
      value: { commandId: 'raiseDispute', commandContext: 'compose' },
    });
  });

  it('gives the words of the message that it is opened from', async () => {
    desk = await openDesk(({ type }) => (type === 'invoke' ? continuing : undefined));
    const { body } = await desk.page('POST', `${atAnna}/messages`, { text: 'some words' });
    await desk.page('POST', `${atAnna}/dialog`, { messageId: body.messages[0]?.id });
    expect(desk.received.at(-1)?.value).toMatchObject({
      messagePayload: { body: { contentType: 'text', content: 'some words' } },
    });
  });

  it('shows a card, closes where nothing is answered, and says what is no dialog', async () => {
    const answers: unknown[] = [continuing, undefined, { other: 1 }];
    desk = await openDesk(() => answers.shift());
    const press = () => desk.page<Refusal>('POST', `${atAnna}/dialog-press`, { data: { press: 'raise' } });
    expect((await press()).body).toMatchObject({ title: 'Raise' });
    expect((await press()).body).toEqual({ done: true });
    expect((await press()).body.error.message).toBe('The bot answered with something that is no dialog.');
    expect(desk.received[0]?.value).toMatchObject({ data: { press: 'raise' } });
  });

  it('finds, and puts what was found into the chat, which the bot hears of', async () => {
    const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card('D-1') };
    const found = { ...attachment, preview: { content: { title: 'D-1', text: 'due' } } };
    desk = await openDesk(({ type }) =>
      type === 'invoke' ? { composeExtension: { type: 'result', attachments: [found] } } : undefined,
    );
    const { body } = await desk.page<{ found: { title: string; attachment: object }[] }>(
      'POST',
      `${atAnna}/search`,
      { what: 'D' },
    );
    expect(body).toEqual({ found: [{ title: 'D-1', text: 'due', attachment }] });
    const put = await desk.page('POST', `${atAnna}/put`, { attachment });
    expect(put.body.messages[0]).toMatchObject({ from: 'person', cards: [card('D-1')] });
    expect(desk.received.at(-1)).toMatchObject({ type: 'message', attachments: [attachment] });
  });
});
