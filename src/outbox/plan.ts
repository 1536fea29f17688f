import { type Day, englishDay, type Instant } from '../calendar/days.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import { isPrompt } from '../disputes/steps.js';
import { type Directory, isCurrent, personById } from '../people/directory.js';
import { sideOfPractice, sidesOf } from '../people/rights.js';
import { isAskedAtStage, isAskedOnIroSide } from '../flows/telling.js';
import type { Told } from '../flows/told.js';
import type { Delivery, Ping } from '../store/store.js';
import { heldUntil } from './quiet.js';

/** Why something is not told that was to be told. */
export type DropReason =
  | 'moved-on'
  | 'no-right'
  | 'not-the-holder'
  | 'not-the-iro'
  | 'answered-already'
  /** Of what only reminds: its day has passed or was moved, or they had a card about it today. */
  | 'day-passed'
  | 'day-moved'
  | 'told-today';

export type Plan =
  | { readonly do: 'wait'; readonly until: Instant }
  /** Its hour has not come: the card that is there follows meanwhile, which disturbs nobody. */
  | { readonly do: 'hold'; readonly until: Instant; readonly message: string }
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
  reminder: true,
  total: true,
  'check-day': true,
  unjudged: false,
  question: false,
  'question-answered': false,
  informal: false,
  raised: false,
  // No day hangs on it, but nobody else is told where it is lost.
  'good-practice': true,
  // Tomorrow's says what is still open.
  morning: false,
  arrivals: true,
};
const mostTries = (ping: Ping | undefined) => (ping !== undefined && carriesDeadline[ping.why] ? 2 : 1);

/** Whether a post whose outcome nobody knows is worth another. */
export const maySendAgain = ({ ping, posting }: Delivery) => (posting?.tries ?? 0) < mostTries(ping);

/** What is to be done with a delivery in hand, from the document as it now is. */
export function planFor(delivery: Delivery, told: Told, directory: Directory, now: Instant): Plan {
  const reason = untrue(delivery, told, directory, now);
  if (reason !== undefined) return { do: 'drop', reason };
  const { ping, live, formOpenUntil, posting } = delivery;
  const person = personById(directory, delivery.person);
  const until = person && heldUntil(delivery, told, person, directory.policy, now);
  if (until !== undefined) {
    // The card of a day that is over stays that day's.
    if (live === undefined || told.type === 'morning') return { do: 'wait', until };
    if (formOpenUntil === undefined || formOpenUntil <= now) return { do: 'hold', until, message: live };
    return { do: 'wait', until: formOpenUntil < until ? formOpenUntil : until };
  }
  if (ping !== undefined || live === undefined)
    return (posting?.tries ?? 1) > mostTries(ping) ? { do: 'give-up' } : { do: 'post' };
  if (formOpenUntil !== undefined && formOpenUntil > now) return { do: 'wait', until: formOpenUntil };
  return { do: 'update', message: live };
}

function untrue(delivery: Delivery, told: Told, directory: Directory, now: Instant): DropReason | undefined {
  const { ping, as, person: id } = delivery;
  if (ping !== undefined && ping.turn < told.turn) return 'moved-on';
  const person = personById(directory, id);
  if (person === undefined) return 'no-right';
  const today = englishDay(now);
  if (told.type === 'morning' || told.type === 'arrivals')
    return isCurrent(person, today) ? undefined : 'no-right';
  if (told.type === 'good-practice') {
    const side = sideOfPractice(told, person, directory, today);
    if (side === undefined) return 'no-right';
    return ping !== undefined && side !== 'manager' ? 'not-the-holder' : undefined;
  }
  const sides = sidesOf(told, person, directory, today);
  if (sides.size === 0) return 'no-right';
  if (ping === undefined) return undefined;
  if (as === 'responder' && !isAskedAtStage(told, id, directory, today)) return 'not-the-holder';
  if (as === 'iro' && ping.why !== 'raised' && !isAskedOnIroSide(told, person, directory, today))
    return 'not-the-iro';
  const answered = told.status !== 'waiting' || told.stage.question !== ping.event;
  if (ping.why === 'question' && answered) return 'answered-already';
  return idlePrompt(delivery, told, ping, today);
}

/**
 * What only reminds is told while its day is still to come, and never as the second card of a day; neither is what
 * comes back to somebody who had it today.
 */
function idlePrompt(
  { told: cards }: Delivery,
  dispute: Dispute,
  ping: Ping,
  today: Day,
): DropReason | undefined {
  const event = dispute.history.find(({ seq }) => seq === ping.event);
  const ofToday = cards.filter(({ at }) => englishDay(at) === today);
  const toldToday = ofToday.length > 0 ? 'told-today' : undefined;
  if (event?.kind === 'handedOver' && ping.why !== 'not-reached') {
    const last = Math.max(...ofToday.map((card) => card.event));
    const since = dispute.history.filter(({ seq }) => seq > last && seq < event.seq);
    return since.every((each) => each.kind === 'handedOver' || isPrompt(each)) ? toldToday : undefined;
  }
  if (event === undefined || !isPrompt(event)) return undefined;
  if (event.kind === 'reminderFellDue' && event.dueOn !== (stageOf(dispute)?.dueOn ?? null))
    return 'day-moved';
  const day = event.kind === 'reminderFellDue' ? event.dueOn : undefined;
  const until = event.kind === 'totalNeared' ? event.totalDueOn : day;
  if (typeof until === 'string' && until < today) return 'day-passed';
  return toldToday;
}
