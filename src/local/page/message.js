// One message of the chat: drawn, held while a press runs, put in another's place.
import { drawCard, drawText } from './card.js';
import { timeOnly } from './clock.js';
import { element } from './element.js';

/**
 * A message as an item of the list. `press` is given a chosen action, `type` the text of a suggested answer,
 * `raise` the id of a message that a dialog is opened from.
 */
export function drawMessage(message, { press, type, raise }) {
  const mine = message.from === 'person';
  const item = element('li', { className: `message ${message.from}`, tabIndex: -1 });
  item.dataset.id = message.id;
  item.append(
    element('p', {
      className: 'meta',
      textContent: `${mine ? 'You' : 'Bot'} ${timeOnly(new Date(message.at))}`,
    }),
  );
  if (message.text) {
    item.append(
      mine
        ? element('p', { className: 'bubble', textContent: message.text })
        : element('div', { className: 'bubble' }, drawText(message.text)),
    );
  }
  for (const card of message.cards) {
    item.append(drawCard(card, press));
  }
  if (message.suggested.length > 0) {
    const buttons = message.suggested.map(({ title, value }) => {
      const button = element('button', { type: 'button', textContent: title });
      button.addEventListener('click', () => type(value));
      return button;
    });
    item.append(element('div', { className: 'suggested' }, ...buttons));
  }
  if (mine && message.text) {
    const button = element('button', {
      type: 'button',
      className: 'from-this',
      textContent: 'Raise from this…',
    });
    button.addEventListener('click', () => raise(message.id));
    item.append(button);
  }
  showNote(item, message.note);
  return item;
}

/** The line under a message. Anew even when it says the same, so that it is announced again. */
export function showNote(item, note) {
  item.querySelector('.note')?.remove();
  if (!note) return;
  const { kind, text } = note;
  const role = kind === 'error' ? 'alert' : 'status';
  item.append(element('p', { className: `note ${kind}`, role, textContent: text }));
}

/** What a control is called, to find it again in the card that takes this one's place. */
export const nameOf = (control) =>
  document.getElementById(control.getAttribute('aria-labelledby') ?? '')?.textContent ??
  control.getAttribute('aria-label') ??
  control.textContent ??
  '';

/** To the control of this name; where there is none, or it is held, to the message itself. */
export function focusIn(item, name) {
  const control = name
    ? [...item.querySelectorAll('button, input, select, textarea')].find((each) => nameOf(each) === name)
    : undefined;
  control?.focus({ preventScroll: true });
  if (!control || document.activeElement !== control) item.focus({ preventScroll: true });
}

export function holdCards(item, held) {
  for (const form of item?.querySelectorAll('form.card') ?? []) {
    form.inert = held;
    form.ariaBusy = String(held);
  }
}

/** Puts a message in its old one's place; who had the focus in it finds it again, or is on the message. */
export function replace(old, item) {
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
  const name = old.dataset.focus ?? (focused && focused !== old ? nameOf(focused) : undefined);
  if (old.dataset.focus !== undefined) item.dataset.focus = old.dataset.focus;
  old.replaceWith(item);
  if (focused) focusIn(item, name);
}
