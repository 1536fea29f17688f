import type { Activity } from 'botbuilder';
import { z } from 'zod';
import {
  dialogNotice,
  type Found,
  inDialog,
  inputsOf,
  type Press,
  pressSchema,
  type Shown,
} from '../cards/index.js';
import { typedIn } from '../flows/answer.js';
import type { Ports } from '../flows/ports.js';
import { openRaiseDialog, raiseFromDialog } from '../flows/raiseInDialog.js';
import { searchDisputes } from '../flows/search.js';
import type { Person } from '../people/person.js';
import { wordsIn } from './messageWords.js';
import { words } from '../words/index.js';

const { elsewhere } = words;

/** What somebody does with the app in another chat: its two commands, as the manifest names them. */
export type Extension =
  /** `words`: of the message that it was opened from, or none. */
  | { readonly kind: 'opens-dialog'; readonly words: string }
  | { readonly kind: 'presses-in-dialog'; readonly press: Press }
  | { readonly kind: 'searches'; readonly words: string; readonly skip: number; readonly count: number }
  | { readonly kind: 'unreadable'; readonly in: 'dialog'; readonly typed: string }
  | { readonly kind: 'unreadable'; readonly in: 'search' };

const openSchema = z.looseObject({
  commandId: z.literal('raiseDispute'),
  messagePayload: z
    .looseObject({
      body: z.looseObject({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
    })
    .nullish(),
});
const pressedSchema = z.looseObject({ commandId: z.literal('raiseDispute'), data: pressSchema });
const querySchema = z.looseObject({
  commandId: z.literal('findDispute'),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).nullish(),
  queryOptions: z
    .looseObject({
      skip: z.number().int().nonnegative().default(0),
      count: z.number().int().min(1).max(50).default(25),
    })
    .nullish(),
});

const anyFields = z.looseObject({ data: z.record(z.string(), z.unknown()) });

/** The fields of a press that cannot be read for what it is: what was typed in them is given back. */
function stringsIn(value: unknown): Record<string, string> {
  const { data = {} } = anyFields.safeParse(value).data ?? {};
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Undefined: an invoke that is nothing of a message extension. */
export function extensionOf({ name, value }: Activity): Extension | undefined {
  switch (name) {
    case 'composeExtension/fetchTask': {
      const opened = openSchema.safeParse(value);
      if (!opened.success) return { kind: 'unreadable', in: 'dialog', typed: '' };
      const { content, contentType } = opened.data.messagePayload?.body ?? {};
      return { kind: 'opens-dialog', words: wordsIn(content ?? '', contentType ?? 'html') };
    }
    case 'composeExtension/submitAction': {
      const pressed = pressedSchema.safeParse(value);
      return pressed.success
        ? { kind: 'presses-in-dialog', press: pressed.data.data }
        : { kind: 'unreadable', in: 'dialog', typed: typedIn(stringsIn(value)) };
    }
    case 'composeExtension/query': {
      const asked = querySchema.safeParse(value);
      if (!asked.success) return { kind: 'unreadable', in: 'search' };
      const { parameters, queryOptions } = asked.data;
      const what = parameters?.find((parameter) => parameter.name === 'what')?.value;
      const { skip = 0, count = 25 } = queryOptions ?? {};
      return { kind: 'searches', words: typeof what === 'string' ? what : '', skip, count };
    }
    // Whatever else Teams asks is not the extension's.
    case undefined:
    default:
      return undefined;
  }
}

const searchLine = (line: string) => ({ composeExtension: { type: 'message', text: line } });
const dialogLine = (line: string, typed = '') => dialog(dialogNotice({ heading: line, lines: [] }, typed));

/** Why there is no dialog, or no list, in the place where it would have been. */
export const extensionTrouble = (name: string, line: string) =>
  name === 'composeExtension/query' ? searchLine(line) : dialogLine(line);

const cardType = 'application/vnd.microsoft.card.adaptive';

function dialog({ card: content, summary: title }: Shown): object {
  const card = { contentType: cardType, content: inDialog(content) };
  const height = /"Input\./.test(JSON.stringify(content)) ? 'large' : 'small';
  return { task: { type: 'continue', value: { title, width: 'medium', height, card } } };
}

function results(found: readonly Found[], asked: Extract<Extension, { kind: 'searches' }>): object {
  if (found.length === 0 && asked.skip === 0)
    return searchLine(asked.words.trim() === '' ? elsewhere.nothingOpen : elsewhere.nothingFound);
  return {
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: found.map(({ title, text, card }) => ({
        contentType: cardType,
        content: card,
        preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
      })),
    },
  };
}

function typedBy(asked: Extension): string {
  if (asked.kind === 'presses-in-dialog') return typedIn(inputsOf(asked.press));
  return asked.kind === 'unreadable' && asked.in === 'dialog' ? asked.typed : '';
}

/** The body of the invoke's answer. A dialog that is done is answered by nothing: then Teams closes it. */
export async function answerExtension(
  ports: Ports,
  person: Person | undefined,
  asked: Extension,
): Promise<object | undefined> {
  const answer = (line: string) =>
    asked.kind === 'searches' || (asked.kind === 'unreadable' && asked.in === 'search')
      ? searchLine(line)
      : dialogLine(line, typedBy(asked));
  if (person === undefined) return answer(elsewhere.notOnList);
  switch (asked.kind) {
    case 'opens-dialog':
      return dialog(await openRaiseDialog(ports, person, asked.words));
    case 'presses-in-dialog': {
      const { press } = asked;
      if (press.press === 'cancel-raise') return undefined;
      if (press.press !== 'raise') return answer(elsewhere.unreadable);
      const { form: formId, saveAnyway } = press;
      return dialog(await raiseFromDialog(ports, person, { formId, saveAnyway, fields: inputsOf(press) }));
    }
    case 'searches':
      return results(await searchDisputes(ports, person, asked.words, asked), asked);
    case 'unreadable':
      return answer(elsewhere.unreadable);
  }
}
