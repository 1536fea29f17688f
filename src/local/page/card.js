// One message's cards, drawn by Microsoft's renderer.
import { knowCharts } from './chart.js';
import { hostConfig } from './host-config.js';
import { giveReasons } from './mends.js';

const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
const config = new HostConfig(hostConfig);
knowCharts();

/**
 * The card in a form of its own: two cards with one id of radio buttons would else share a group.
 * `press({type, id, verb, data})` is called when an action was chosen and its inputs are valid.
 */
export function drawCard(json, press) {
  const form = document.createElement('form');
  form.className = 'card';
  form.noValidate = true;
  form.addEventListener('submit', (event) => event.preventDefault());
  const card = new AdaptiveCard();
  card.hostConfig = config;
  card.onExecuteAction = (action) => {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') openLink(action.url);
    else if (type === 'Action.Execute' || type === 'Action.Submit') {
      press({ type, id: action.id, verb: action.verb, data: action.data ?? {} });
    }
  };
  card.parse(json);
  giveReasons(card);
  const drawn = card.render();
  if (drawn) form.append(drawn);
  else form.append('This card cannot be shown.');
  for (const anchor of form.querySelectorAll('a')) anchor.rel = 'noopener noreferrer';
  return form;
}

/** A bot's text is Markdown, as in Teams: the renderer's own block of text draws it. */
export function drawText(text) {
  const card = new AdaptiveCard();
  card.hostConfig = config;
  card.parse({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }] });
  return card.render() ?? document.createTextNode(text);
}

function openLink(url) {
  if (/^https?:\/\//i.test(url ?? '')) window.open(url, '_blank', 'noopener,noreferrer');
}
