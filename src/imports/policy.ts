import { type Policy, policyFileSchema, policyWarnings } from '../policy/policy.js';
import { type Note, type RefusedWhole, readText } from './text.js';

/** A policy file, JSON: one row, whole or not at all. */
export function readPolicy(
  bytes: Uint8Array,
): { kind: 'policy'; policy: Policy; warned: readonly Note[] } | RefusedWhole {
  const text = readText(bytes);
  if (text.kind === 'refused') return text;
  const json = parseJson(text.text);
  if ('problem' in json) return refuse([`this is no JSON: ${json.problem}`]);
  const parsed = policyFileSchema.safeParse(json.value);
  if (!parsed.success)
    return refuse(
      parsed.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${path.join('.')}: ${message}`,
      ),
    );
  const warned = policyWarnings(parsed.data).map((reason) => ({ line: 1, reason }));
  return { kind: 'policy', policy: parsed.data, warned: [...text.warned, ...warned] };
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
