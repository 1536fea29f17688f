import type { Card } from './scene.js';

/**
 * The card as a dialog shows it: Teams answers Action.Execute in cards of a chat alone, so each button becomes its own
 * fallback, Action.Submit.
 */
export function inDialog(card: Card): Card {
  return Object.fromEntries(Object.entries(card).map(([key, value]) => [key, withSubmit(value)]));
}

function withSubmit(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSubmit);
  if (typeof value !== 'object' || value === null) return value;
  const fallback: unknown = Reflect.get(value, 'fallback');
  const button = Reflect.get(value, 'type') === 'Action.Execute' && fallback !== undefined;
  return button ? fallback : inDialog(Object.fromEntries(Object.entries(value)));
}
