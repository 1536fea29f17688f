import type { IncomingMessage } from 'node:http';
import type { BotAnswer } from './bot.js';
import { type Conversation, messageIn, shown } from './conversations.js';
import { type Answer, ok, readBody, refused } from './http.js';
import type { PageNeeds } from './page-api.js';
import {
  dialogAnswerSchema,
  dialogOpenedSchema,
  dialogPressedSchema,
  type LocalPerson,
  putSchema,
  searchAnswerSchema,
  searchSchema,
} from './protocol.js';

/** What the page asks for in the place of another chat: the dialog, the search, and putting what was found here. */
export async function extension(
  { bot, conversations, now }: PageNeeds,
  conversation: Conversation,
  person: LocalPerson,
  request: IncomingMessage,
  act: string,
): Promise<Answer> {
  switch (act) {
    case 'dialog': {
      const body = await readBody(request, dialogOpenedSchema);
      if (!body.ok) return body.answer;
      const { messageId } = body.value;
      const message = messageId === undefined ? undefined : messageIn(conversation, messageId);
      const from = message === undefined ? undefined : { id: message.id, text: message.activity.text ?? '' };
      return dialog(await bot.opensDialog(person, from));
    }
    case 'dialog-press': {
      const body = await readBody(request, dialogPressedSchema);
      return body.ok ? dialog(await bot.pressesInDialog(person, body.value.data)) : body.answer;
    }
    case 'search': {
      const body = await readBody(request, searchSchema);
      return body.ok ? results(await bot.searches(person, body.value.what)) : body.answer;
    }
    default: {
      const body = await readBody(request, putSchema);
      if (!body.ok) return body.answer;
      const { contentType, content } = body.value.attachment;
      const attachment = { contentType, content };
      const message = conversations.post(conversation, 'person', {
        type: 'message',
        attachments: [attachment],
      });
      const answer = await bot.puts(conversation, person, message.id, attachment);
      return answer.ok ? ok(shown(conversation, now())) : failed(answer.reason);
    }
  }
}

const failed = (reason: string): Answer => refused(502, 'BotUnreachable', reason);

/** A card, or, where the bot answers nothing, the end of it. */
function dialog(answer: BotAnswer): Answer {
  if (!answer.ok) return failed(answer.reason);
  if (answer.body === undefined) return ok({ done: true });
  const said = dialogAnswerSchema.safeParse(answer.body);
  if (!said.success) return failed('The bot answered with something that is no dialog.');
  const { title, card } = said.data.task.value;
  return ok({ title, card: card.content });
}

function results(answer: BotAnswer): Answer {
  if (!answer.ok) return failed(answer.reason);
  const said = searchAnswerSchema.safeParse(answer.body);
  if (!said.success) return failed('The bot answered with something that is no list.');
  const { composeExtension: found } = said.data;
  return ok(
    found.type === 'message'
      ? { line: found.text, found: [] }
      : {
          found: found.attachments.map(({ contentType, content, preview }) => ({
            title: preview.content.title,
            text: preview.content.text,
            attachment: { contentType, content },
          })),
        },
  );
}
