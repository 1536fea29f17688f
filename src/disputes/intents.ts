import type { Dispute, Intent } from './dispute.js';
import type { DisputeEvent } from './events.js';

/** Who is to be told of an event with a new card. Nobody twice for one move; notes and acknowledgements ping nobody. */
function told(event: DisputeEvent): Intent[] {
  const to = (
    recipient: 'responder' | 'iro',
    why: Extract<Intent, { to: 'responder' | 'iro' }>['why'],
  ): Intent[] => [{ to: recipient, event: event.seq, turn: event.turn, why }];
  switch (event.kind) {
    case 'raised':
      return event.sentToManager ? to('responder', 'informal') : [];
    case 'stageEntered':
    case 'sentAgain':
      return to('responder', 'your-move');
    case 'notResolved':
      return event.next === 'back' ? to('responder', 'your-move') : [];
    case 'offered':
    case 'disagreed':
    case 'returned':
      return to('iro', 'your-move');
    case 'asked':
      return to('iro', 'question');
    case 'questionAnswered':
      return to('responder', 'question-answered');
    // Moved up by the clock: the IRO learns of it with a new card, as of a lapse.
    case 'escalated':
      return event.by === 'clock' ? to('iro', 'no-response') : [];
    case 'noResponse':
    case 'couldNotBeTold':
    case 'duePassedAgain':
      return to('iro', 'no-response');
    case 'reminderFellDue':
      return to('responder', 'reminder');
    case 'totalNeared':
      return to('iro', 'total');
    case 'stillUnjudged':
      return to('iro', 'unjudged');
    case 'checkDayCame':
      return to('iro', 'check-day');
    case 'imported':
    case 'madeFormal':
    case 'acknowledged':
    case 'passedUp':
    case 'bypassed':
    case 'moreTimeAllowed':
    case 'agreed':
    case 'checkedDone':
    case 'reopened':
    case 'closed':
    case 'withdrawn':
    case 'noted':
    case 'referredToCafcass':
    case 'adviceTaken':
    case 'childAdded':
    case 'recordedOnFile':
    // Whether anything waits, the event alone does not say.
    case 'handedOver':
    case 'reallocated':
    case 'redacted':
      return [];
  }
}

const informs = (intent: Intent) => intent.to === 'responder' && intent.why === 'informal';

/** The intents that an act leaves: whom to tell, and that every posted card follows in place. */
export function intentsOf(events: readonly DisputeEvent[]): Intent[] {
  const last = events.at(-1);
  if (last === undefined) return [];
  // What is raised already sorted asks nobody to read it.
  const open = events.flatMap(told).filter((intent) => last.kind !== 'closed' || !informs(intent));
  return [...open, { to: 'posted', event: last.seq }];
}

/** Adds what is to be told; the caller sets `wakeAt` from the result. */
export function withIntents(dispute: Dispute, intents: readonly Intent[]): Dispute {
  return { ...dispute, intents: [...dispute.intents, ...intents] };
}
