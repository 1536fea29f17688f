// One story over HTTP with the built bot and production packages alone: raised, acknowledged, answered, agreed, closed.
// It presses what it reads. Node's own library is all that it needs.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'footprint-'));
const file = (name, text) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
const people = {
  iro: { id: randomUUID(), upn: 'iro@council.example', name: 'The IRO' },
  manager: { id: randomUUID(), upn: 'manager@council.example', name: 'The manager' },
};

// Teams, as far as one story needs it: messages by conversation.
const messages = new Map();
const readJson = async (request) => {
  let text = '';
  for await (const part of request) text += part;
  return text === '' ? {} : JSON.parse(text);
};
async function answerAsTeams(request, response) {
  const body = await readJson(request);
  const [, , , conversation, , message] = decodeURIComponent(request.url).split('/');
  const id = message ?? randomUUID();
  let answer = { id };
  if (request.method === 'POST' && conversation === undefined) answer = { id: `chat-${body.members[0].id}` };
  else if (request.method !== 'GET')
    messages.set(id, { conversation, card: body.attachments?.[0]?.content, text: body.text });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}
const teams = createServer((request, response) => void answerAsTeams(request, response));
teams.listen(0, '127.0.0.1');
await once(teams, 'listening');

const free = createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const { port } = free.address();
free.close();
const env = {
  ...process.env,
  PORT: String(port),
  DATA_FILE: path.join(folder, 'data.db'),
  LOCAL_CLOCK: '2026-03-02T09:00:00Z',
};

execFileSync(
  process.execPath,
  [
    'dist/src/cli/main.js',
    'import',
    '--people',
    file(
      'people.csv',
      `id,name,upn,role,fte\n${people.iro.id},${people.iro.name},${people.iro.upn},iro,1\n${people.manager.id},${people.manager.name},${people.manager.upn},manager,1\n`,
    ),
    '--teams',
    file(
      'teams.csv',
      `team,area,team-manager,operations-manager,assistant-director,director\nNorth,North,${people.manager.upn},,,\n`,
    ),
    '--ssda903',
    path.dirname(
      file('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n700123,1,01/02/2012,WBRI,,,\n') &&
        file(
          'episodes.csv',
          'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n700123,01/09/2025,S,C2,N1,U1,PR1,,,,,,\n',
        ) &&
        file('reviews.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n'),
    ),
    '--allocations',
    file(
      'allocations.csv',
      `child,initials,family,iro,team,social_worker\n700123,AB,,${people.iro.upn},North,\n`,
    ),
  ],
  { env, stdio: ['ignore', 'ignore', 'inherit'] },
);
const bot = spawn(process.execPath, ['dist/src/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });

async function until(what, look) {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

const address = `http://127.0.0.1:${port}`;
async function send(person, activity) {
  const response = await fetch(`${address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${teams.address().port}/`,
      from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
      recipient: { id: '28:bot' },
      conversation: { id: `chat-${person.id}`, conversationType: 'personal', tenantId: 'local' },
      ...activity,
    }),
  });
  assert.equal(response.status < 300, true, `${response.status}`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
const say = (person, text) => send(person, { type: 'message', text });

function* elements(part) {
  if (Array.isArray(part)) for (const each of part) yield* elements(each);
  else if (part !== null && typeof part === 'object') {
    yield part;
    for (const each of Object.values(part)) yield* elements(each);
  }
}
const cardOf = (person, title) =>
  [...messages.entries()].findLast(
    ([, { conversation, card }]) => conversation === `chat-${person.id}` && button(card, title) !== undefined,
  );
const button = (card, title) =>
  [...elements(card)].find((part) => part.type === 'Action.Execute' && part.title === title);

/** Presses a button by its title; inputs are named by their labels. The answer's card is the message's from then on. */
async function press(person, title, inputs = {}) {
  const [message, { card }] = await until(`${title} for ${person.name}`, () => cardOf(person, title));
  const byLabel = new Map(
    [...elements(card)].filter((part) => part.label !== undefined).map((part) => [part.label, part]),
  );
  const values = {};
  for (const part of elements(card))
    if (String(part.type).startsWith('Input.') && part.value) values[part.id] = part.value;
  for (const [label, value] of Object.entries(inputs)) {
    assert.ok(byLabel.has(label), `a field "${label}" beside ${[...byLabel.keys()].join(', ')}`);
    values[byLabel.get(label).id] = value;
  }
  const { verb, data } = button(card, title);
  const answer = await send(person, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message,
    value: { action: { type: 'Action.Execute', verb, data: { ...data, ...values } }, trigger: 'manual' },
  });
  assert.equal(answer.type, 'application/vnd.microsoft.card.adaptive');
  messages.set(message, { conversation: `chat-${person.id}`, card: answer.value });
  return JSON.stringify(answer.value);
}

let passed = 0;
let failed = 0;
async function step(name, story) {
  try {
    await story();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.error(`${name}: ${error.stack}`);
  }
}

await step('starts', () =>
  until('the bot', () =>
    fetch(`${address}/healthz`).then(
      (health) => health.ok,
      () => false,
    ),
  ),
);
await step('is raised by the IRO', async () => {
  await say(people.iro, 'raise');
  const card = await press(people.iro, 'Raise', {
    Child: '700123',
    Kind: 'formal',
    Theme: 'drift',
    'What is worrying you for this child': 'The plan agreed in September has not been started.',
  });
  assert.match(card, /D-2026-0001/);
});
await step('is acknowledged and answered by the manager', async () => {
  await press(people.manager, 'Acknowledge');
  await press(people.manager, 'Resolve…');
  await press(people.manager, 'Send to the IRO', {
    'How will this be put right?': 'The work starts on Monday.',
  });
});
await step('is agreed by the IRO, and closed', async () => {
  await press(people.iro, 'Agree…');
  assert.match(await press(people.iro, 'Agree', { Outcome: 'action-done' }), /[Cc]losed/);
});

bot.kill('SIGTERM');
await once(bot, 'exit');
teams.close();
rmSync(folder, { recursive: true, force: true });
console.log(`Node ${process.version}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
