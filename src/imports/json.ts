import type { z } from 'zod';
import { type Note, type RefusedWhole, readText } from './text.js';

/** A JSON file of one shape: what it says, or every problem. */
export function readJson<T>(
  bytes: Uint8Array,
  schema: z.ZodType<T>,
): { readonly kind: 'json'; readonly value: T; readonly warned: readonly Note[] } | RefusedWhole {
  const text = readText(bytes);
  if (text.kind === 'refused') return text;
  const json = parseJson(text.text);
  if ('problem' in json) return refuse([`this is no JSON: ${json.problem}`]);
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { kind: 'json', value: parsed.data, warned: text.warned };
  return refuse(
    parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    ),
  );
}

const refuse = (reasons: readonly string[]): RefusedWhole => ({
  kind: 'refused',
  refused: reasons.map((reason) => ({ line: 1, reason })),
});

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: error.message };
  }
}
