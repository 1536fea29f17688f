import { startOfDay } from '../calendar/days.js';
import type { DisputeIn, Dispute } from './dispute.js';
import type { EventOf } from './events.js';

/**
 * A dispute of an earlier record: closed to every press that moves one, for nobody here was asked. A second record of
 * it corrects the first; what happened since (notes, recorded on file) stays.
 */
export function imported(state: Dispute | undefined, event: EventOf<'imported'>): DisputeIn<'closed'> {
  const [theme = '', ...otherThemes] = event.themes;
  return {
    status: 'closed',
    id: event.id,
    type: 'dispute',
    shape: 1,
    number: event.number,
    raisedAt: startOfDay(event.raisedOn),
    raisedOn: event.raisedOn,
    raisedBy: event.iro,
    iro: event.iro,
    team: event.team,
    children: event.children,
    theme,
    otherThemes,
    marks: event.marks ?? { systemFault: false, resources: false },
    kept: event.kept,
    turn: event.turn,
    ...(event.formal === undefined ? {} : { formal: event.formal }),
    involved: state?.involved ?? [],
    judges: state?.judges ?? [],
    onFile: state?.onFile ?? [],
    changedAt: event.at,
    history: [...(state?.history ?? []), event],
    intents: state?.intents ?? [],
    ...stageOfRecord(event),
    ...(event.outcome === undefined ? {} : { outcome: event.outcome }),
    ...(event.closedOn === undefined
      ? {}
      : { closedOn: event.closedOn, closedAt: startOfDay(event.closedOn) }),
  };
}

/** The stage at which it was closed, else the last that it is known to have entered. */
function stageOfRecord(event: EventOf<'imported'>): Pick<DisputeIn<'closed'>, 'stage'> {
  const id = event.closedStage ?? event.stages.at(-1)?.id;
  const stay = event.stages.find((each) => each.id === id);
  if (id === undefined) return {};
  return {
    stage: {
      id,
      // Not before this day, where the record has no day of its own.
      enteredOn: stay?.entered?.on ?? event.formal?.startedOn ?? event.raisedOn,
      toldFrom: event.turn,
      dueOn: null,
      answered: stay?.answered !== undefined,
    },
  };
}
