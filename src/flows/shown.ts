import type { Person } from '../people/person.js';
import type { Delivery } from '../store/store.js';
import type { Ports } from './ports.js';
import { deliveryId, livingIn, newDelivery } from './delivery.js';
import { loadTold, roleOf, trueUntil } from './told.js';

/** Edits in place wait this long for a form that is neither sent nor cancelled, in milliseconds. */
const formOpenFor = 15 * 60_000;

/**
 * A message shows a dispute, or a note of good practice, from now on, though nothing happened to it: a card that was asked for, or a form opened in
 * it. It follows in place like every other, and the one before it becomes a pointer.
 */
export async function shownHere(
  ports: Ports,
  person: Person,
  what: {
    readonly subject: string;
    readonly conversation: string;
    readonly message: string;
    readonly formOpen: boolean;
  },
): Promise<void> {
  const told = await loadTold(ports, what.subject);
  if (told === undefined) return;
  const as = roleOf(told, person.id, await ports.directory(), ports.now());
  const id = deliveryId(what.subject, person.id, what.conversation);
  const now = ports.now();
  const formOpenUntil = new Date(Date.parse(now) + formOpenFor).toISOString();
  for (;;) {
    const stored = await ports.store.load('delivery', id);
    const before = stored?.document ?? newDelivery(what.subject, person.id, what.conversation, as);
    const living = livingIn(before, what.message, now);
    const pointing = living.overtaken.length > before.overtaken.length;
    const sendAt = pointing ? now : (living.sendAt ?? trueUntil(told, now));
    const next: Delivery = {
      ...living,
      ...(what.formOpen ? { formOpenUntil } : {}),
      ...(sendAt === undefined ? {} : { sendAt }),
      ...(stored === undefined ? { result: 'sent' } : {}),
      turnShown: told.turn,
    };
    if ((await ports.store.save(next, stored?.etag)) === 'saved') {
      if (pointing) ports.nudge();
      return;
    }
  }
}
