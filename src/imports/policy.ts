import { type Policy, policyFileSchema, policyWarnings } from '../policy/policy.js';
import { readJson } from './json.js';
import type { Note, RefusedWhole } from './text.js';

/** A policy file, JSON: one row, whole or not at all. */
export function readPolicy(
  bytes: Uint8Array,
): { kind: 'policy'; policy: Policy; warned: readonly Note[] } | RefusedWhole {
  const json = readJson(bytes, policyFileSchema);
  if (json.kind === 'refused') return json;
  const warned = policyWarnings(json.value).map((reason) => ({ line: 1, reason }));
  return { kind: 'policy', policy: json.value, warned: [...json.warned, ...warned] };
}
