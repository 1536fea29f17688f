import { api, listen } from './api.js';
import { dayOf, inFull, inLondon, nextWorkingHour } from './clock.js';
import { makeColumn } from './column.js';
import { element } from './element.js';
import { roleNames } from './roles.js';

const at = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;

// ----- the clock: what the bot last said, and what has passed since
let ahead = 0;
const now = () => Date.now() + ahead;
function showClock() {
  const text = inFull(now());
  if (at('clock').textContent !== text) at('clock').textContent = text;
  at('clock').dateTime = new Date(now()).toISOString();
}
function seen(instant) {
  ahead = Date.parse(instant) - Date.now();
  showClock();
}
setInterval(showClock, 5_000);

const say = (line) => {
  at('said').textContent = line;
};

async function moveClock(to) {
  at('clock-error').hidden = true;
  try {
    const answer = await api.moveClock(to);
    seen(answer.now);
    at('clock-panel').hidePopover();
    say(`It is now ${inFull(now())}.`);
  } catch (error) {
    at('clock-error').textContent = error.message;
    at('clock-error').hidden = false;
  }
}
at('next-hour').addEventListener('click', () => void moveClock({ to: nextWorkingHour(now()) }));
at('next-day').addEventListener('click', () => void moveClock({ by: { days: 1 } }));
at('clock-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void moveClock({ to: inLondon(at('clock-date').value, at('clock-time').value) });
});
at('clock-panel').addEventListener('beforetoggle', () => {
  at('clock-date').value = dayOf(now() + 86_400_000);
  at('clock-date').min = dayOf(now());
});

// ----- people side by side
const columns = new Map();
let shownAlone;

function showPerson(person) {
  if (columns.has(person.entraId)) return;
  const column = makeColumn(person, { say, seen });
  const tab = element('button', { type: 'button', textContent: person.name });
  tab.addEventListener('click', () => showAlone(person.entraId));
  columns.set(person.entraId, { ...column, person, tab });
  at('columns').append(column.root);
  at('switch').append(tab);
  showAlone(shownAlone ?? person.entraId);
  void column.open();
}

function hidePerson(entraId) {
  const column = columns.get(entraId);
  column?.root.remove();
  column?.tab.remove();
  columns.delete(entraId);
  if (shownAlone === entraId) showAlone(columns.keys().next().value);
}

/** Where there is room for one column only, this is the one. */
function showAlone(entraId) {
  shownAlone = entraId;
  for (const [id, { root, tab }] of columns) {
    root.classList.toggle('alone', id === entraId);
    tab.setAttribute('aria-pressed', String(id === entraId));
  }
}

function keepAddress() {
  const address = new URL(location.href);
  const upns = [...columns.values()].map(({ person }) => person.upn);
  address.searchParams.set('people', upns.join(','));
  history.replaceState(null, '', address.href.replaceAll('%2C', ',').replaceAll('%40', '@'));
}

function drawPicker(people) {
  const groups = Map.groupBy(people, ({ roles }) => roles[0]);
  for (const [role, members] of groups) {
    const boxes = members.map((person) => {
      const box = element('input', { type: 'checkbox', checked: columns.has(person.entraId) });
      box.addEventListener('change', () => {
        if (box.checked) showPerson(person);
        else hidePerson(person.entraId);
        keepAddress();
      });
      const more = roleNames(person.roles.slice(1));
      return element('label', {}, box, ` ${person.name}${more ? ` (also ${more})` : ''}`);
    });
    at('people-panel').append(
      element('fieldset', {}, element('legend', { textContent: roleNames([role]) }), ...boxes),
    );
  }
}

/** Those of the address; else the first of each role, as many as there is room for. */
function chosen(people) {
  const upns = asked
    .get('people')
    ?.toLowerCase()
    .split(',')
    .map((upn) => upn.trim());
  if (upns) return upns.flatMap((upn) => people.find((person) => person.upn.toLowerCase() === upn) ?? []);
  const firsts = [...Map.groupBy(people, ({ roles }) => roles[0]).values()].map(([first]) => first);
  return firsts.slice(0, Math.max(1, Math.min(3, Math.floor(window.innerWidth / 380))));
}

async function start() {
  const { people: everybody, now: instant } = await api.people();
  const people = everybody.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  seen(instant);
  for (const person of chosen(people)) showPerson(person);
  drawPicker(people);
  if (columns.size === 0)
    at('columns').append(element('p', { className: 'empty', textContent: 'Choose somebody under People.' }));
  let opened = false;
  listen({
    again() {
      if (opened) for (const column of columns.values()) void column.reload();
      opened = true;
    },
    changed(change) {
      if (change.kind === 'clock') seen(change.now);
      else void columns.get(change.entraId)?.changed(change.revision);
    },
  });
}

start().catch((error) => {
  at('columns').append(element('p', { className: 'error', role: 'alert', textContent: error.message }));
});
