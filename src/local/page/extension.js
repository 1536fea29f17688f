// What people do with the app in other chats, tried here: the raise dialog, and the search that puts a card into a chat.
import { api } from './api.js';
import { drawCard } from './card.js';
import { element } from './element.js';

/** A window over the page. Escape and its button close it; the focus goes back to where it was. */
function openWindow(title) {
  const heading = element('h3', { textContent: title });
  const close = element('button', { type: 'button', textContent: '×', ariaLabel: 'Close the window' });
  const place = element('div', { className: 'place' });
  const trouble = element('p', { className: 'error', role: 'alert', hidden: true });
  const frame = element(
    'dialog',
    { className: 'window', ariaLabel: title },
    element('div', { className: 'title' }, heading, close),
    trouble,
    place,
  );
  const before = document.activeElement;
  frame.addEventListener('close', () => {
    frame.remove();
    before?.focus();
  });
  close.addEventListener('click', () => frame.close());
  document.body.append(frame);
  frame.showModal();
  return {
    place,
    close: () => frame.close(),
    entitle(text) {
      heading.textContent = text;
      frame.ariaLabel = text;
    },
    /** Runs a request; undefined, and its reason shown, where it failed: what was typed stays. */
    async run(request) {
      frame.ariaBusy = 'true';
      try {
        const answer = await request();
        trouble.hidden = true;
        return answer;
      } catch (error) {
        trouble.textContent = error.message;
        trouble.hidden = false;
        return undefined;
      } finally {
        frame.ariaBusy = 'false';
      }
    },
  };
}

/** The dialog, from the compose box or from a message. */
export async function openDialog(person, messageId) {
  const window = openWindow('Raise');
  let card;
  function show(answer) {
    if (!answer) return;
    if (answer.done) {
      window.close();
      return;
    }
    if (answer.title) window.entitle(answer.title);
    card = drawCard(answer.card, press);
    window.place.replaceChildren(card);
    card.querySelector('input, select, textarea, button')?.focus();
  }
  async function press({ data }) {
    card.inert = true;
    const answer = await window.run(() => api.pressInDialog(person.entraId, data));
    card.inert = false;
    show(answer);
  }
  show(await window.run(() => api.openDialog(person.entraId, messageId)));
}

/** The search box: what is found is put into the chat by a press. */
export async function openSearch(person, put) {
  const window = openWindow('Find');
  const input = element('input', { type: 'search', ariaLabel: 'Find', autocomplete: 'off' });
  input.placeholder = 'Number, child, theme or stage';
  const list = element('ul', { className: 'found' });
  const line = element('p', { className: 'line', role: 'status' });
  window.place.append(input, line, list);
  let asked = 0;
  async function search() {
    asked += 1;
    const own = asked;
    const answer = await window.run(() => api.search(person.entraId, input.value));
    if (!answer || own !== asked) return;
    line.textContent = answer.line ?? `${answer.found.length} found`;
    list.replaceChildren(
      ...answer.found.map(({ title, text, attachment }) => {
        const choose = element(
          'button',
          { type: 'button' },
          element('strong', { textContent: title }),
          element('span', { textContent: text }),
        );
        choose.addEventListener('click', () => {
          window.close();
          void put(attachment);
        });
        return element('li', {}, choose);
      }),
    );
  }
  input.addEventListener('input', () => void search());
  input.focus();
  await search();
}
