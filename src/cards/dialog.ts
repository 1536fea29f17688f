import { words } from '../words/index.js';
import { type Notice, noticeCard } from './notice.js';
import { givingBack } from './notices.js';
import type { Card, Shown } from './scene.js';

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

/**
 * What a dialog says when it is done, or why there is none, with what was typed given back. A card, for not every
 * client draws the plain text of a dialog; its button closes it.
 */
export const dialogNotice = (notice: Omit<Notice, 'buttons'>, typed = ''): Shown =>
  noticeCard(
    givingBack(
      {
        summary: words.raise.heading,
        ...notice,
        buttons: [{ title: words.elsewhere.close, data: { press: 'cancel-raise' } }],
      },
      typed,
    ),
  );
