/** Reading a card as a person does: what it says, what can be pressed, what can be filled in. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Part = Readonly<Record<string, Json>>;

/** Every element and action of a card, outside in; fallbacks left out. */
export function partsOf(card: unknown): Part[] {
  const parts: Part[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      const part = value as Part;
      if (typeof part['type'] === 'string') parts.push(part);
      for (const [key, inner] of Object.entries(part)) if (key !== 'fallback' && key !== 'data') look(inner);
    }
  };
  look(card);
  return parts;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** All that can be read on it, in order: blocks, runs joined, labels, the values of fields, titles of choices. */
export function wordsOf(card: unknown): string {
  return partsOf(card)
    .flatMap((part) => {
      const inlines = Array.isArray(part['inlines']) ? part['inlines'] : [];
      const runs = inlines
        .map((run) => (typeof run === 'string' ? run : text((run as Part)['text'])))
        .join('');
      const own = part['type'] === 'TextRun' ? '' : text(part['text']);
      return [own, runs, text(part['label']), text(part['value'])];
    })
    .filter((words) => words !== '')
    .join('\n');
}

/** Titles of the buttons, in order. */
export const buttonsOf = (card: unknown): string[] =>
  partsOf(card)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title }) => text(title));

export const buttonOf = (card: unknown, title: string): Part | undefined =>
  partsOf(card).find((part) => part['type'] === 'Action.Execute' && part['title'] === title);

const isInput = ({ type }: Part) => text(type).startsWith('Input.');

/** Labels of the fields, in order; a toggle is known by its title. */
export const labelsOf = (card: unknown): string[] =>
  partsOf(card)
    .filter(isInput)
    .map((part) => text(part['label']) || text(part['title']));

/** The values that a client sends with a press: what stands in the fields, and what was filled in by label. */
export function filled(card: unknown, byLabel: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = partsOf(card).filter(isInput);
  const values: Record<string, string> = {};
  for (const input of inputs)
    if (text(input['value']) !== '') values[text(input['id'])] = text(input['value']);
  for (const [label, value] of Object.entries(byLabel)) {
    const input = inputs.find((each) => each['label'] === label || each['title'] === label);
    if (input === undefined) throw new Error(`no field "${label}" among ${labelsOf(card).join(' · ')}`);
    values[text(input['id'])] = value;
  }
  return values;
}
