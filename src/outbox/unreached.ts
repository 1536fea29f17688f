import { askedFor } from '../disputes/dispute.js';
import { change } from '../flows/directory.js';
import { keepReach } from '../flows/meet.js';
import type { Ports } from '../flows/ports.js';
import { personById } from '../people/directory.js';
import { askToTell } from '../flows/delivery.js';
import { notReached, tell } from '../flows/telling.js';
import { tellPractice } from '../flows/tellingPractice.js';
import type { Told } from '../flows/told.js';
import type { Delivery, Ping } from '../store/store.js';
import { gaveUp } from './outcome.js';
import { carriesDeadline, type DropReason } from './plan.js';

/** Teams' own words, and ours, for a chat that is not there any more. */
const hasRemoved = (reason: string) => /BotNotInConversationRoster|gone|^404/.test(reason);

/**
 * Somebody was not reached, or nobody knows whether they were. Who must know is asked to be told first and the mark is
 * made last, so that no crash in between leaves it untold. Of a lead nobody else is told: it stands in the log.
 */
export async function notDelivered(
  ports: Ports,
  delivery: Delivery,
  told: Told,
  result: 'unreachable' | 'failed',
  reason: string,
): Promise<void> {
  const { id, as, ping } = delivery;
  const directory = await ports.directory();
  const now = ports.now();
  const person = personById(directory, delivery.person);
  // Of somebody never met nothing is known but that: they may yet open the app.
  if (result === 'unreachable' && person?.conversation !== undefined)
    await keepReach(ports, person, hasRemoved(reason) ? 'removed' : 'blocked');
  // Who raised it was told so in the dialog: what is missing is the card alone.
  const matters =
    ping !== undefined && ping.why !== 'raised' && (result === 'unreachable' || carriesDeadline[ping.why]);
  // Nothing hangs on good practice by a day: who passes it on is told when they turn up.
  if (told.type === 'dispute' && matters && (as === 'responder' || as === 'iro'))
    await askToTell(ports, told.id, (all) =>
      notReached(ping, told, all, directory, now, { as, person: delivery.person }),
    );
  ports.log.warn({ delivery: id, as, result, reason }, 'Somebody was not told');
  // A card that stands can be edited without harm: it says what the new one would have.
  const follows = result === 'failed' && delivery.live !== undefined;
  await change(ports.store, 'delivery', id, (current) =>
    gaveUp(current, ping, { result, reason, at: now }, follows ? now : undefined),
  );
}

/** What is no longer true is not told. Where the stage has another holder by now, that one is told in their stead. */
export async function drop(ports: Ports, delivery: Delivery, told: Told, reason: DropReason): Promise<void> {
  const { id, as, ping } = delivery;
  const directory = await ports.directory();
  const now = ports.now();
  if (
    told.type !== 'morning' &&
    told.type !== 'arrivals' &&
    ping !== undefined &&
    isForHolder(as, ping) &&
    (reason === 'no-right' || reason === 'not-the-holder')
  ) {
    const { event, turn, why } = ping;
    const intent = { to: 'responder', event, turn, why } as const;
    await askToTell(ports, told.id, (all) =>
      told.type === 'dispute'
        ? tell(intent, told, all, directory, now)
        : tellPractice(intent, told, all, directory, now),
    );
  }
  // Somebody covers the IRO by now, or they are back.
  if (told.type === 'dispute' && ping !== undefined && reason === 'not-the-iro' && isMove(ping)) {
    const { event, turn, why } = ping;
    await askToTell(ports, told.id, (all) =>
      tell({ to: 'iro', event, turn, why }, told, all, directory, now),
    );
  }
  // An IRO who has left since: the leads judge for them.
  if (told.type === 'dispute' && ping !== undefined && as === 'iro' && reason === 'no-right')
    await askToTell(ports, told.id, (all) =>
      notReached(ping, told, all, directory, now, { as, person: delivery.person }),
    );
  ports.log.info({ delivery: id, reason }, 'Not told: it is no longer true');
  // The card of a day that is over stays that day's: the next comes on a working day.
  const mayFollow = told.type !== 'morning' && reason !== 'no-right';
  const follows = ping !== undefined && delivery.live !== undefined && mayFollow;
  await change(ports.store, 'delivery', id, (current) =>
    gaveUp(current, ping, { result: 'dropped', reason, at: now }, follows ? now : undefined),
  );
}

type Move = Ping & { why: (typeof askedFor)[number] };
const moves: ReadonlySet<Ping['why']> = new Set(askedFor);

/** Told to whoever has a side, and not to one person alone. */
const isMove = (ping: Ping): ping is Move => moves.has(ping.why);

const isForHolder = (as: Delivery['as'], ping: Ping): ping is Move => as === 'responder' && isMove(ping);
