// Microsoft's renderer, in a thread of its own: it wants a browser's globals, and jsdom has modules that Node can
// require and the test runner cannot.
const { parentPort, workerData } = require('node:worker_threads');
const { JSDOM } = require('jsdom');

const { window } = new JSDOM('<!doctype html>');
globalThis.window = window;
for (const name of Object.getOwnPropertyNames(window))
  if (name === 'document' || /^(HTML|SVG)|^(Node|Element|Event|MouseEvent|KeyboardEvent)$/.test(name))
    globalThis[name] = window[name];
// jsdom has no innerText, and the renderer writes words with it.
Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
  get() {
    return this.textContent;
  },
  set(text) {
    this.textContent = text;
  },
});

const { AdaptiveCard, HostConfig, SerializationContext } = require('adaptivecards/dist/adaptivecards.js');
AdaptiveCard.onProcessMarkdown = (text, result) => {
  const marked = window.document.createElement('em');
  marked.textContent = text;
  result.outputHtml = marked.outerHTML;
  result.didProcess = true;
};

// It counts the buttons under More too; those in the row are counted by the test.
const hostConfig = new HostConfig({ actions: { maxActions: 20 } });

/** What the renderer made of a card, and what it had to say of it. */
function rendered(json) {
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(json, context);
  const element = card.render();
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return {
    warnings: [...events, ...card.validateProperties().validationEvents].map(({ message }) => message),
    text: element?.textContent ?? '',
    markdown: [...(element?.querySelectorAll('em') ?? [])].map(({ textContent }) => textContent),
    inputs: card.getAllInputs().map(({ id, label, title, errorMessage, isRequired }) => ({
      id: id ?? '',
      label: label || title || '',
      errorMessage: errorMessage ?? '',
      isRequired,
    })),
  };
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage(workerData.map(rendered));
