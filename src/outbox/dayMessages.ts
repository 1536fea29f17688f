import { change } from '../flows/directory.js';
import type { Ports } from '../flows/ports.js';
import type { Delivery } from '../store/store.js';

/**
 * The card of a day without the messages that are another's by now: a dispute that was raised or opened in it lives in
 * that message from then on, and no pointer to a later day may take its place.
 */
export async function withoutTaken({ store }: Ports, delivery: Delivery): Promise<Delivery> {
  const { id, subject, conversation, person } = delivery;
  if (!subject.startsWith('person:')) return delivery;
  const others = (await store.deliveriesToPerson(person)).map(({ document }) => document);
  const taken = new Set(
    others.flatMap((other) =>
      other.id === id || other.conversation !== conversation || other.live === undefined ? [] : [other.live],
    ),
  );
  if (![delivery.live, ...delivery.overtaken].some((message) => message !== undefined && taken.has(message)))
    return delivery;
  const letGo = ({ live, ...rest }: Delivery): Delivery => ({
    ...rest,
    ...(live === undefined || taken.has(live) ? {} : { live }),
    overtaken: rest.overtaken.filter((message) => !taken.has(message)),
  });
  await change(store, 'delivery', id, letGo);
  return letGo(delivery);
}
