import { change } from '../flows/directory.js';
import type { Ports } from '../flows/ports.js';
import type { Told } from '../flows/told.js';
import { askToTell, isPrompting, neverMet, ping } from '../flows/delivery.js';
import type { Conversation, Person } from '../people/person.js';
import type { Delivery } from '../store/store.js';
import { moved, released } from './outcome.js';
import { type Line, nextTry, request } from './requests.js';
import type { Sender } from './sender.js';
import { notDelivered } from './unreached.js';

/** Somebody whom the bot has never met: it opens the chat where it can, and the delivery goes on under it. */
export async function moveFromNowhere(
  line: Line & { readonly sender: Sender },
  delivery: Delivery,
  told: Told,
  person: Person,
): Promise<void> {
  const { ports, sender } = line;
  const { id, name, entraId } = person;
  // From the store: they may have turned up a moment ago.
  const met = (await ports.store.load('person', id))?.document.conversation;
  if (met !== undefined) return goOn(ports, delivery, person, met);
  if (entraId === undefined)
    return notDelivered(ports, delivery, told, 'unreachable', 'has not opened the app');
  const result = await request(line, id, () => sender.open({ entraId, name }));
  switch (result.kind) {
    case 'opened': {
      const { conversation } = result;
      const known = await change(ports.store, 'person', id, (current) =>
        current.conversation === undefined ? { ...current, conversation } : undefined,
      );
      await ports.directoryChanged();
      return goOn(ports, delivery, person, known?.conversation ?? conversation);
    }
    // Opening the same chat twice gives the same chat.
    case 'notSent':
    case 'tryAgain':
    case 'perhapsSent':
    case 'tooMany':
    case 'unauthorised': {
      const next = nextTry(line, result, delivery.attempts);
      await change(ports.store, 'delivery', delivery.id, (current) => released(current, next));
      return;
    }
    case 'unreachable':
      return notDelivered(ports, delivery, told, 'unreachable', result.why);
    case 'gone':
    case 'tooLarge':
      return notDelivered(ports, delivery, told, 'unreachable', 'the chat could not be opened');
  }
}

/** What is to be told goes to the chat that is known by now, first; then the old delivery lets go of it. */
async function goOn(
  ports: Ports,
  delivery: Delivery,
  person: Person,
  conversation: Conversation,
): Promise<void> {
  const { subject, as, ping: waits } = delivery;
  if (waits !== undefined)
    await askToTell(ports, subject, (all) =>
      ping({ ...person, conversation }, as, waits, { id: subject }, all, ports.now()),
    );
  await change(ports.store, 'delivery', delivery.id, (current) => moved(current, waits));
}

/**
 * Somebody has turned up of whom we could tell only that they were not reached: what they were not told is sent again,
 * as far as it is still true.
 */
export async function metPerson(ports: Ports, { id }: Person): Promise<void> {
  for (const { document } of await ports.store.deliveriesToPerson(id))
    if (document.conversation === neverMet || document.result === 'unreachable' || document.behind === true)
      await change(ports.store, 'delivery', document.id, (current) => again(current, ports.now()));
  ports.nudge();
}

/** The last word that did not reach them, asked for anew; what waits is due at once. */
function again(delivery: Delivery, now: string): Delivery | undefined {
  if (delivery.ping !== undefined) return { ...delivery, sendAt: now, attempts: 0 };
  const missed = delivery.untold.filter(({ result }) => result === 'unreachable');
  // The move itself rather than what reminded of it: its card says both, and is not dropped once the day has passed.
  const last = missed.findLast((each) => !isPrompting(each)) ?? missed.at(-1);
  if (last === undefined)
    return delivery.behind === true ? { ...delivery, sendAt: now, attempts: 0 } : undefined;
  const { at: _at, result: _result, reason: _why, ...ping } = last;
  const { reason: _, ...rest } = delivery;
  return {
    ...rest,
    ping,
    untold: delivery.untold.filter((each) => each !== last),
    sendAt: now,
    attempts: 0,
    result: 'waiting',
  };
}
