import { words } from '../words/index.js';
import type { Dispute, StageRun } from './dispute.js';
import { type DisputeEvent, type EventOf, wordsIn } from './events.js';
import { stageOf } from './dispute.js';
import { imported } from './imported.js';

/** What the history alone says: a dispute without what is still to be told. */
export function replay(history: readonly DisputeEvent[]): Dispute {
  const state = history.reduce<Dispute | undefined>(apply, undefined);
  if (state === undefined) throw new Error('a dispute has at least one event');
  return state;
}

/** Acts of the IRO side that decide. */
const judging = new Set<DisputeEvent['kind']>([
  'sentAgain',
  'questionAnswered',
  'escalated',
  'bypassed',
  'moreTimeAllowed',
  'agreed',
  'notResolved',
  'checkedDone',
  'reopened',
  'closed',
]);

/** Folds one event. `decide` has judged it: here nothing is refused, only impossible orders throw. */
export function apply(state: Dispute | undefined, event: DisputeEvent): Dispute {
  if (event.kind === 'raised') return raised(event);
  if (event.kind === 'imported') return imported(state, event);
  if (state === undefined) throw new Error(`a history begins with "raised", not with "${event.kind}"`);
  const next = change(state, event);
  const byPolicy = event.by === 'clock';
  const judges =
    judging.has(event.kind) && event.by !== next.iro && !byPolicy
      ? adding(next.judges, event.by)
      : next.judges;
  return { ...next, judges, turn: event.turn, changedAt: event.at, history: [...next.history, event] };
}

function raised(event: EventOf<'raised'>): Dispute {
  return {
    status: 'informal',
    id: event.id,
    type: 'dispute',
    shape: 1,
    number: event.number,
    raisedAt: event.at,
    raisedOn: event.on,
    raisedBy: event.by,
    iro: event.iro,
    team: event.team,
    children: event.children,
    theme: event.theme,
    otherThemes: event.otherThemes,
    marks: event.marks,
    kept: event.kept,
    turn: event.turn,
    involved: adding([], event.holder),
    judges: event.onBehalfOf === undefined ? [] : [event.by],
    onFile: [],
    changedAt: event.at,
    history: [event],
    intents: [],
    spokenTo: event.spokenTo ?? 'nobody-yet',
    ...(event.lookAgainOn === undefined ? {} : { lookAgainOn: event.lookAgainOn }),
    sentToManager: event.sentToManager,
  };
}

/** The fields that every status has, without those of one status. */
function commonOf(state: Dispute) {
  return {
    id: state.id,
    type: state.type,
    shape: state.shape,
    number: state.number,
    raisedAt: state.raisedAt,
    raisedOn: state.raisedOn,
    raisedBy: state.raisedBy,
    iro: state.iro,
    team: state.team,
    children: state.children,
    theme: state.theme,
    otherThemes: state.otherThemes,
    marks: state.marks,
    kept: state.kept,
    turn: state.turn,
    ...(state.formal === undefined ? {} : { formal: state.formal }),
    involved: state.involved,
    judges: state.judges,
    onFile: state.onFile,
    ...(state.cafcassOn === undefined ? {} : { cafcassOn: state.cafcassOn }),
    changedAt: state.changedAt,
    history: state.history,
    intents: state.intents,
    ...(state.wakeAt === undefined ? {} : { wakeAt: state.wakeAt }),
  };
}

const adding = (list: readonly string[], item: string | undefined) =>
  item === undefined || list.includes(item) ? [...list] : [...list, item];

function onStage(state: Dispute): StageRun {
  const stage = stageOf(state);
  if (stage === undefined) throw new Error(`${state.number} is on no stage`);
  return stage;
}

/** Changes the stage that it is on, whatever the status. */
function withStage(state: Dispute, changes: Partial<StageRun>): Dispute {
  if (state.status === 'informal') throw new Error(`${state.number} is on no stage`);
  return { ...state, stage: { ...onStage(state), ...changes } };
}

/** The same stage again: what was acknowledged was the move before this one. */
function waitingAgain(state: Dispute, changes: Partial<StageRun>): Dispute {
  const { acknowledged: _, ...stage } = onStage(state);
  return { ...commonOf(state), status: 'waiting', stage: { ...stage, ...changes } };
}

function answered(state: Dispute, event: EventOf<'offered' | 'disagreed'>): Dispute {
  return {
    ...commonOf(state),
    status: 'answered',
    stage: { ...withoutQuestion(onStage(state)), answered: true },
    involved: adding(state.involved, event.by),
    answer: { event: event.seq, kind: event.kind },
  };
}

function withoutQuestion({ question: _, ...stage }: StageRun): StageRun {
  return stage;
}

function closed(state: Dispute, event: DisputeEvent, outcome: EventOf<'closed'>['outcome']): Dispute {
  const stage = stageOf(state);
  return {
    ...commonOf(state),
    status: 'closed',
    ...(stage === undefined ? {} : { stage }),
    outcome,
    closedAt: event.at,
    closedOn: event.on,
  };
}

function stageEntered(state: Dispute, event: EventOf<'stageEntered'>): Dispute {
  return {
    ...commonOf(state),
    status: 'waiting',
    ...(event.totalDueOn === undefined
      ? {}
      : { formal: { startedOn: event.on, totalDueOn: event.totalDueOn } }),
    involved: adding(state.involved, event.holder),
    stage: {
      id: event.stage,
      enteredOn: event.on,
      toldFrom: event.turn,
      dueOn: event.dueOn,
      answered: false,
    },
  };
}

/** The words of a redacted event, replaced wherever they stand: in the history, which is where the words are kept. */
function redacted(state: Dispute, target: number): Dispute {
  const isRecord = state.history.find(({ seq }) => seq === target)?.kind === 'imported';
  const history = state.history.map((event) => {
    // A record that corrects another says the same words again.
    if (event.seq !== target && !(isRecord && event.kind === 'imported')) return event;
    const gone = Object.fromEntries(wordsIn(event).map(([field]) => [field, words.history.replaced]));
    return { ...event, ...gone, redacted: true as const };
  });
  return { ...state, history };
}

function change(state: Dispute, event: Exclude<DisputeEvent, { kind: 'raised' | 'imported' }>): Dispute {
  switch (event.kind) {
    case 'stageEntered':
      return stageEntered(state, event);
    case 'acknowledged': {
      const acknowledged = { by: event.by, at: event.at };
      const next = { ...state, involved: adding(state.involved, event.by) };
      return next.status === 'informal' ? { ...next, acknowledged } : withStage(next, { acknowledged });
    }
    case 'offered':
    case 'disagreed':
      return answered(state, event);
    case 'returned':
      return {
        ...commonOf(state),
        status: 'returned',
        stage: withoutQuestion(onStage(state)),
        involved: adding(state.involved, event.by),
        returned: event.seq,
      };
    case 'sentAgain': {
      const { dueOn } = onStage(state);
      // A due day that passed while it was with the IRO counts as returned: the clock has nothing left to say of it.
      const passed = dueOn !== null && event.on > dueOn ? { passed: dueOn } : {};
      return { ...waitingAgain(state, passed), involved: adding(state.involved, event.holder) };
    }
    case 'asked':
      return {
        ...withStage(state, { question: event.seq }),
        involved: adding(state.involved, event.by),
      };
    case 'questionAnswered': {
      return { ...commonOf(state), status: 'waiting', stage: withoutQuestion(onStage(state)) };
    }
    case 'passedUp':
      return { ...state, involved: adding(state.involved, event.by) };
    case 'moreTimeAllowed':
      return withStage(state, { dueOn: event.dueOn });
    case 'notResolved':
      return event.next === 'back'
        ? waitingAgain(state, { dueOn: event.dueOn === undefined ? onStage(state).dueOn : event.dueOn })
        : state;
    case 'agreed':
      return event.checkOn === undefined
        ? state
        : {
            ...commonOf(state),
            status: 'agreed',
            stage: onStage(state),
            outcome: event.outcome,
            checkOn: event.checkOn,
          };
    case 'closed':
      return closed(state, event, event.outcome);
    case 'withdrawn':
      return closed(state, event, 'withdrawn');
    case 'referredToCafcass':
      return { ...state, cafcassOn: event.referredOn };
    case 'childAdded':
      return { ...state, children: [...state.children, event.child] };
    case 'recordedOnFile':
      return { ...state, onFile: adding(state.onFile, event.child) };
    // Who was told as one of a side is of that side: the other is closed to them.
    case 'handedOver':
      return event.side === 'responder'
        ? { ...state, involved: adding(state.involved, event.to) }
        : { ...state, judges: adding(state.judges, event.to) };
    // Who was its IRO goes on reading it, and never answers it.
    case 'reallocated':
      return {
        ...state,
        iro: event.to,
        judges: event.from === event.to ? state.judges : adding(state.judges, event.from),
        ...(event.toTeam === undefined ? {} : { team: event.toTeam }),
      };
    case 'noted':
    case 'madeFormal':
    case 'escalated':
    case 'bypassed':
    case 'checkedDone':
    case 'reopened':
    case 'adviceTaken':
    case 'reminderFellDue':
    case 'totalNeared':
    case 'stillUnjudged':
    case 'checkDayCame':
      return state;
    case 'redacted':
      return redacted(state, event.target);
    case 'noResponse':
    case 'couldNotBeTold':
      return withStage(state, { lapse: { kind: event.kind, dueOn: event.dueOn }, passed: event.dueOn });
    case 'duePassedAgain':
      return withStage(state, { passed: event.dueOn });
  }
}
