// One person's chat with the bot.
import { api } from './api.js';
import { element } from './element.js';
import { openDialog, openSearch } from './extension.js';
import { drawMessage, focusIn, holdCards, nameOf, replace, showNote } from './message.js';
import { roleNames } from './roles.js';

const accessNames = { installed: 'Installed', notInstalled: 'Not installed', blocked: 'Blocked' };

/** What Teams has at the compose box of every chat: the app's own commands. */
function makeApps(person, put) {
  const item = (textContent, choose) => {
    const button = element('button', { type: 'button', textContent });
    button.addEventListener('click', () => {
      menu.hidePopover();
      choose();
    });
    return button;
  };
  const menu = element(
    'div',
    { className: 'panel apps', popover: 'auto', role: 'group', ariaLabel: 'From any chat' },
    item('Raise…', () => void openDialog(person)),
    item('Find…', () => void openSearch(person, put)),
  );
  const button = element('button', { type: 'button', className: 'quiet', textContent: '+' });
  button.ariaLabel = `From any chat, for ${person.name}`;
  button.popoverTargetElement = menu;
  menu.addEventListener('toggle', ({ newState }) => {
    if (newState !== 'open') return;
    const { left, top } = button.getBoundingClientRect();
    menu.style.left = `${left}px`;
    menu.style.top = `${top - menu.offsetHeight - 4}px`;
    menu.querySelector('button').focus();
  });
  return { button, menu };
}

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
  const apps = makeApps(person, (attachment) => run(() => api.put(person.entraId, attachment)));
  const composer = element('form', { className: 'composer' }, apps.button, input, send);
  const root = element(
    'section',
    { className: 'column', ariaLabel: person.name },
    element(
      'div',
      { className: 'who' },
      element('h2', { textContent: person.name }),
      element('span', { className: 'roles', textContent: roleNames(person.roles) }),
      access,
    ),
    list,
    trouble,
    composer,
    apps.menu,
  );
  root.dataset.person = person.entraId;

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
    root.dataset.revision = revision;
    access.value = conversation.access;
    const reached = conversation.access === 'installed';
    apps.button.disabled = !reached;
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
      const item = draw(message);
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

  function draw(message) {
    const item = drawMessage(message, {
      press: (action) => press(message.id, action),
      type: (text) => run(() => api.type(person.entraId, text)),
      raise: (id) => void openDialog(person, id),
    });
    if (pressing.has(message.id)) holdCards(item, true);
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
