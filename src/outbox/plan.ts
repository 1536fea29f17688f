import { englishDay, type Instant } from '../calendar/days.js';
import type { Dispute } from '../disputes/dispute.js';
import { type Directory, personById } from '../people/directory.js';
import { sidesOf } from '../people/rights.js';
import type { Delivery, Ping } from '../store/store.js';

/** Why something is not told that was to be told. */
export type DropReason = 'moved-on' | 'no-right' | 'not-the-holder' | 'answered-already';

export type Plan =
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'drop'; readonly reason: DropReason }
  /** Posted once or twice already for all that anybody knows. */
  | { readonly do: 'give-up' }
  | { readonly do: 'post' }
  | { readonly do: 'update'; readonly message: string };

/** What somebody must act on by a day is tried once more where nobody knows whether it arrived. */
export const carriesDeadline: Record<Ping['why'], boolean> = {
  'your-move': true,
  'no-response': true,
  'not-reached': true,
  question: false,
  'question-answered': false,
  informal: false,
  raised: false,
};
const mostTries = (ping: Ping | undefined) => (ping !== undefined && carriesDeadline[ping.why] ? 2 : 1);

/** Whether a post whose outcome nobody knows is worth another. */
export const maySendAgain = ({ ping, posting }: Delivery) => (posting?.tries ?? 0) < mostTries(ping);

/** What is to be done with a delivery in hand, from the dispute as it now is. */
export function planFor(delivery: Delivery, dispute: Dispute, directory: Directory, now: Instant): Plan {
  const reason = untrue(delivery, dispute, directory, now);
  if (reason !== undefined) return { do: 'drop', reason };
  const { ping, live, formOpenUntil, posting } = delivery;
  if (ping !== undefined || live === undefined)
    return (posting?.tries ?? 1) > mostTries(ping) ? { do: 'give-up' } : { do: 'post' };
  if (formOpenUntil !== undefined && formOpenUntil > now) return { do: 'wait', until: formOpenUntil };
  return { do: 'update', message: live };
}

function untrue(
  { ping, as, person: id }: Delivery,
  dispute: Dispute,
  directory: Directory,
  now: Instant,
): DropReason | undefined {
  if (ping !== undefined && ping.turn < dispute.turn) return 'moved-on';
  const person = personById(directory, id);
  const sides = person === undefined ? undefined : sidesOf(dispute, person, directory, englishDay(now));
  if (sides === undefined || sides.size === 0) return 'no-right';
  if (ping === undefined) return undefined;
  if (as === 'responder' && !sides.has('responder')) return 'not-the-holder';
  const answered = dispute.status !== 'waiting' || dispute.stage.question !== ping.event;
  return ping.why === 'question' && answered ? 'answered-already' : undefined;
}
