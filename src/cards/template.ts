import { Template } from 'adaptivecards-templating';
import { z } from 'zod';
import type { PressData } from './press.js';
import type { Card } from './scene.js';

/**
 * A template and what it needs. The data is parsed before it is expanded: the library ships `${missing}` to people
 * without a word. Constructing costs milliseconds, expanding a tenth of one.
 */
export function cardTemplate<S extends z.ZodType>(schema: S, json: object): (data: z.input<S>) => Card {
  const template = new Template(json);
  return (data) => {
    const card: unknown = template.expand({ $root: schema.parse(data) });
    return card as Card;
  };
}

/** Literal text: Markdown, mentions and links in it stay what they are. */
export const runSchema = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string(),
  weight: z.enum(['Default', 'Bolder']),
  color: z.enum(['Default', 'Attention']),
  size: z.enum(['Default', 'ExtraLarge']).optional(),
});
export type Run = z.infer<typeof runSchema>;
export const line = z.array(runSchema).min(1);

/** Clients format `{{DATE(…)}}` in any text: a joiner of no width keeps it as it was typed. */
const literal = (text: string) => text.replaceAll('{{', '{\u2060{');

const run = (text: string, weight: Run['weight'], color: Run['color'] = 'Default'): Run => ({
  type: 'TextRun',
  text: literal(text),
  weight,
  color,
});
export const plain = (text: string) => run(text, 'Default');
export const bold = (text: string) => run(text, 'Bolder');
/** A figure that is to be seen at once. */
export const large = (text: string): Run => ({ ...run(text, 'Bolder'), size: 'ExtraLarge' });
/** A line of our own words, those between ** in bold: 'Write **help** to see more.' Never what somebody typed. */
export const ownWords = (text: string): Run[] =>
  text
    .split('**')
    .map((piece, index) => (index % 2 === 0 ? plain(piece) : bold(piece)))
    .filter(({ text: piece }) => piece !== '');
/** A line as it is written: plain, or with words in bold. */
export type Line = string | readonly Run[];
export const runsOf = (said: Line): Run[] => (typeof said === 'string' ? [plain(said)] : [...said]);
export const textOf = (said: Line) =>
  runsOf(said)
    .map(({ text }) => text)
    .join('');

/** Said in words first; the colour only helps. */
export const problemRun = (text: string) => run(text, 'Bolder', 'Attention');

/** What a person typed, a paragraph at each new line; a client may draw a newline inside a run as a space. */
export const paragraphs = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ runs: [plain(part)] }));

export const paragraph = z.strictObject({ runs: line });
/** A label in bold, and what a person typed or a card says under or beside it. */
export const labelledSchema = z.strictObject({ label: line, paragraphs: z.array(paragraph) });
export type Labelled = z.infer<typeof labelledSchema>;

export const labelled = (label: string, text: string): Labelled => ({
  label: [bold(label)],
  paragraphs: paragraphs(text),
});

const look = {
  title: z.string().min(1),
  style: z.enum(['default', 'positive', 'destructive']),
  mode: z.enum(['primary', 'secondary']),
  /** `none` where the inputs of the card are not this button's. */
  associatedInputs: z.enum(['auto', 'none']),
  data: z.looseObject({ press: z.string() }),
};
export const actionSchema = z.strictObject({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  ...look,
  fallback: z.strictObject({ type: z.literal('Action.Submit'), ...look }),
});
export type CardAction = z.infer<typeof actionSchema>;
export const actions = z.array(actionSchema);

export interface ButtonLook {
  readonly style?: CardAction['style'];
  readonly mode?: CardAction['mode'];
  readonly withInputs?: boolean;
}

/** A button, and the same for clients that know no Action.Execute. */
export function button(title: string, data: PressData, how: ButtonLook = {}): CardAction {
  const same = {
    title,
    style: how.style ?? 'default',
    mode: how.mode ?? 'primary',
    associatedInputs: how.withInputs === true ? 'auto' : 'none',
    data,
  } as const;
  return {
    type: 'Action.Execute',
    verb: data.press,
    ...same,
    fallback: { type: 'Action.Submit', ...same },
  };
}

/** A row of nothing but *More* shows what would be in it. */
export function notMoreAlone(buttons: readonly CardAction[]): CardAction[] {
  if (buttons.length > mostAlone || buttons.some(({ mode }) => mode === 'primary')) return [...buttons];
  return buttons.map((each) => ({
    ...each,
    mode: 'primary',
    fallback: { ...each.fallback, mode: 'primary' },
  }));
}
const mostAlone = 4;

/** What every card says to screen readers and to clients that cannot draw it. No typed text. */
export const spoken = { speak: z.string().min(1), fallbackText: z.string().min(1) };
