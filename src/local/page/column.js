// One person's chat with the bot.
import { api } from './api.js';
import { drawCard, drawText } from './card.js';
import { timeOnly } from './clock.js';
import { element } from './element.js';

const accessNames = { installed: 'Installed', notInstalled: 'Not installed', blocked: 'Blocked' };

/** `say` announces a line to a screen reader; `seen` is given the bot's clock whenever it is heard of. */
export function makeColumn(person, { say, seen }) {
  const drawn = new Map();
  const pressing = new Set();
  let revision = 0;
  let busy = 0;

  const trouble = element('p', { className: 'error', role: 'alert', hidden: true });
  const list = element('ol', { className: 'messages', ariaLabel: 'Messages', tabIndex: 0 });
  const access = element(
    'select',
    { ariaLabel: `The app for ${person.name}` },
    ...Object.entries(accessNames).map(([value, text]) => element('option', { value, textContent: text })),
  );
  const input = element('input', {
    type: 'text',
    name: 'text',
    ariaLabel: 'Message',
    placeholder: 'Message',
    autocomplete: 'off',
  });
  const send = element('button', { type: 'submit', textContent: 'Send' });
  const composer = element('form', { className: 'composer' }, input, send);
  const root = element(
    'section',
    { className: 'column', ariaLabel: person.name },
    element(
      'div',
      { className: 'who' },
      element('h2', { textContent: person.name }),
      element('span', { className: 'roles', textContent: person.roles.join(', ') }),
      access,
    ),
    list,
    trouble,
    composer,
  );

  /** Runs a request; its answer is the conversation as it now is. False when it failed. */
  async function run(request) {
    busy += 1;
    root.ariaBusy = 'true';
    try {
      show(await request());
      trouble.hidden = true;
      return true;
    } catch (error) {
      trouble.textContent = error.message;
      trouble.hidden = false;
      return false;
    } finally {
      busy -= 1;
      root.ariaBusy = String(busy > 0);
    }
  }

  function show(conversation) {
    seen(conversation.now);
    // Answers and the stream's news may overtake each other.
    if (conversation.revision < revision) return;
    revision = conversation.revision;
    access.value = conversation.access;
    const reached = conversation.access === 'installed';
    input.disabled = !reached;
    send.disabled = !reached;
    const first = drawn.size === 0;
    const present = new Set(conversation.messages.map(({ id }) => id));
    for (const [id, { item }] of drawn) {
      if (present.has(id)) continue;
      item.remove();
      drawn.delete(id);
    }
    let newest;
    for (const message of conversation.messages) {
      const known = drawn.get(message.id);
      if (known?.revision === message.revision) continue;
      if (known?.content === message.content) {
        known.revision = message.revision;
        showNote(known.item, message.note);
        continue;
      }
      const item = drawMessage(message);
      if (known) replace(known.item, item);
      else {
        list.append(item);
        newest = item;
        if (!first && message.from === 'bot')
          say(`${person.name}: ${message.summary ?? message.text ?? 'a new card'}`);
      }
      drawn.set(message.id, { revision: message.revision, content: message.content, item });
    }
    if (newest) bringIntoView(newest);
  }

  function drawMessage(message) {
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
      item.append(drawCard(card, (action) => press(message.id, action)));
    }
    if (message.suggested.length > 0) {
      const buttons = message.suggested.map(({ title, value }) => {
        const button = element('button', { type: 'button', textContent: title });
        button.addEventListener('click', () => run(() => api.type(person.entraId, value)));
        return button;
      });
      item.append(element('div', { className: 'suggested' }, ...buttons));
    }
    if (pressing.has(message.id)) holdCards(item, true);
    showNote(item, message.note);
    return item;
  }

  /** While a press runs, its message's cards take no other: also one that the bot puts there meanwhile. */
  function hold(messageId, held) {
    if (held) pressing.add(messageId);
    else pressing.delete(messageId);
    holdCards(drawn.get(messageId)?.item, held);
  }

  async function press(messageId, action) {
    const { item } = drawn.get(messageId);
    const pressed = document.activeElement;
    // What is held loses the focus; the message keeps its place meanwhile.
    if (item.contains(pressed)) {
      item.dataset.focus = nameOf(pressed);
      item.focus({ preventScroll: true });
    }
    hold(messageId, true);
    await run(() => api.press(person.entraId, { messageId, ...action }));
    hold(messageId, false);
    const now = drawn.get(messageId)?.item;
    if (!now) return;
    if (document.activeElement === now) focusIn(now, now.dataset.focus);
    delete now.dataset.focus;
  }

  composer.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    const sent = await run(() => api.type(person.entraId, text));
    if (!sent && input.value === '') input.value = text;
  });
  access.addEventListener('change', () => run(() => api.allow(person.entraId, access.value)));

  function bringIntoView(item) {
    // A tall card is shown from its top, a short one at the foot of the list.
    const tall = item.offsetHeight > list.clientHeight;
    list.scrollTop = tall ? item.offsetTop - list.offsetTop - 8 : list.scrollHeight;
  }

  return {
    root,
    open: () => run(() => api.open(person.entraId)),
    changed: (news) => (news > revision ? run(() => api.conversation(person.entraId)) : undefined),
    reload: () => run(() => api.conversation(person.entraId)),
  };
}

/** The line under a message. Anew even when it says the same, so that it is announced again. */
function showNote(item, note) {
  item.querySelector('.note')?.remove();
  if (!note) return;
  const { kind, text } = note;
  const role = kind === 'error' ? 'alert' : 'status';
  item.append(element('p', { className: `note ${kind}`, role, textContent: text }));
}

/** What a control is called, to find it again in the card that takes this one's place. */
const nameOf = (control) =>
  document.getElementById(control.getAttribute('aria-labelledby') ?? '')?.textContent ??
  control.getAttribute('aria-label') ??
  control.textContent ??
  '';

/** To the control of this name; where there is none, or it is held, to the message itself. */
function focusIn(item, name) {
  const control = name
    ? [...item.querySelectorAll('button, input, select, textarea')].find((each) => nameOf(each) === name)
    : undefined;
  control?.focus({ preventScroll: true });
  if (!control || document.activeElement !== control) item.focus({ preventScroll: true });
}

function holdCards(item, held) {
  for (const form of item?.querySelectorAll('form.card') ?? []) {
    form.inert = held;
    form.ariaBusy = String(held);
  }
}

/** Puts a message in its old one's place; who had the focus in it finds it again, or is on the message. */
function replace(old, item) {
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
  const name = old.dataset.focus ?? (focused && focused !== old ? nameOf(focused) : undefined);
  if (old.dataset.focus !== undefined) item.dataset.focus = old.dataset.focus;
  old.replaceWith(item);
  if (focused) focusIn(item, name);
}
