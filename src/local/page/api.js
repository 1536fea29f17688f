// The page's own protocol: JSON below `api/`, and a stream of changes.

/** The answer's body. Throws an Error whose message can be shown. */
async function ask(method, path, body) {
  const response = await fetch(`api/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => undefined);
  if (!response) throw new Error('The local channel cannot be reached.');
  const answer = await response.json();
  if (!response.ok)
    throw new Error(answer.error?.message ?? `The local channel answered ${response.status}.`);
  return answer;
}

const of = (entraId) => `people/${encodeURIComponent(entraId)}`;

export const api = {
  people: () => ask('GET', 'people'),
  conversation: (entraId) => ask('GET', of(entraId)),
  open: (entraId) => ask('POST', `${of(entraId)}/open`),
  type: (entraId, text) => ask('POST', `${of(entraId)}/messages`, { text }),
  press: (entraId, press) => ask('POST', `${of(entraId)}/actions`, press),
  openDialog: (entraId, messageId) =>
    ask('POST', `${of(entraId)}/dialog`, messageId === undefined ? {} : { messageId }),
  pressInDialog: (entraId, data) => ask('POST', `${of(entraId)}/dialog-press`, { data }),
  search: (entraId, what) => ask('POST', `${of(entraId)}/search`, { what }),
  put: (entraId, attachment) => ask('POST', `${of(entraId)}/put`, { attachment }),
  allow: (entraId, access) => ask('POST', `${of(entraId)}/access`, { access }),
  moveClock: (to) => ask('POST', 'clock', to),
};

/** Tells of every change; `again` is called whenever the stream opens, also after it was lost. */
export function listen({ again, changed }) {
  const stream = new EventSource('api/events');
  stream.addEventListener('open', again);
  stream.addEventListener('message', (event) => changed(JSON.parse(event.data)));
}
