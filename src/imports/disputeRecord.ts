import { addWorkingDays } from '../calendar/workingDays.js';
import { longestText } from '../disputes/commands.js';
import type { DisputedChild, EventOf, KeptPolicy, Moment } from '../disputes/events.js';
import type { ImportedDispute } from '../disputes/takeOver.js';
import { type DisputeRow, originOf } from './disputes.js';
import { recordId } from './recordNumber.js';

/** What the service has of the names in a row. */
export interface RowNames {
  readonly iro: string;
  readonly team: string;
  readonly children: readonly DisputedChild[];
  readonly kept: KeptPolicy;
  /** Whether the file has marks at all: then a row without one has none, else nobody wrote them down. */
  readonly marked: boolean;
}

/** A row as the event that begins a history. An empty cell stays unknown, but where another cell tells it. */
export function importedFrom(row: DisputeRow, names: RowNames): ImportedDispute {
  const origin = originOf(row);
  const stages = stagesOf(row, names.kept);
  const climbTold = row.kind === 'informal' || row.entered.length > 0 || onlyStage(row);
  const closedStage = row.closed_at ?? lastOf(row, stages);
  return {
    kind: 'imported',
    id: recordId(row.number),
    number: row.number,
    raisedOn: row.raised_on,
    ...formalOf(row, stages, names.kept),
    madeFormal: row.kind === 'made-formal',
    iro: names.iro,
    team: names.team,
    children: [...names.children],
    themes: row.themes,
    marks: names.marked
      ? {
          systemFault: row.marks.includes('system-fault'),
          resources: row.marks.includes('resources'),
          ...(origin === undefined ? {} : { cameFrom: origin }),
        }
      : null,
    stages,
    climbTold,
    ...(row.outcome === undefined ? {} : { outcome: row.outcome }),
    ...(row.closed_on === undefined ? {} : { closedOn: row.closed_on }),
    ...(closedStage === undefined ? {} : { closedStage }),
    text: row.summary.slice(0, longestText),
    kept: names.kept,
  };
}

const onlyStage = (row: DisputeRow) => row.started_at !== undefined && row.started_at === row.closed_at;

/** Every stage that a cell names, lowest first: whoever answered or closed it there, it had entered it. */
function stagesOf(row: DisputeRow, { ladder }: KeptPolicy): EventOf<'imported'>['stages'] {
  const named = new Set([
    row.started_at,
    row.closed_at,
    ...[...row.entered, ...row.responded].map(({ id }) => id),
  ]);
  return ladder
    .filter(({ id }) => named.has(id))
    .map(({ id }) => {
      const entered = row.entered.find((each) => each.id === id)?.moment ?? started(row, id);
      const answered = row.responded.find((each) => each.id === id)?.moment;
      return {
        id,
        ...(entered === undefined ? {} : { entered }),
        ...(answered === undefined ? {} : { answered }),
      };
    });
}

/** A formal dispute enters the stage at which it starts on the day that it is raised. */
const started = (row: DisputeRow, stage: string): Moment | undefined =>
  row.kind === 'formal' && row.started_at === stage ? { on: row.raised_on } : undefined;

/** Closed at the last of the stages that it entered, where the record has them and says that it was closed. */
function lastOf(row: DisputeRow, stages: EventOf<'imported'>['stages']): string | undefined {
  const ended = row.outcome !== undefined || row.closed_on !== undefined;
  return ended && row.entered.length > 0 ? stages.at(-1)?.id : undefined;
}

/** A formal one starts on the day that it is raised; one made formal when it enters its first stage, if that is told. */
function formalOf(row: DisputeRow, stages: EventOf<'imported'>['stages'], kept: KeptPolicy) {
  const startedOn = row.kind === 'formal' ? row.raised_on : stages[0]?.entered?.on;
  return row.kind === 'informal' || startedOn === undefined
    ? {}
    : { formal: { startedOn, totalDueOn: addWorkingDays(startedOn, kept.totalWorkingDays) } };
}

/** What goes in, and deserves a look. */
export function rowWarnings(row: DisputeRow): string[] {
  const undated = row.responded.filter(({ moment }) => moment === undefined).map(({ id }) => id);
  return [
    ...(row.children.length === 0 ? ['no child: how many children is not recorded'] : []),
    ...undated.map((id) => `responded has no date for ${id}: its answer is not recorded`),
    ...(row.summary.length > longestText
      ? [`the summary is longer than ${longestText.toLocaleString('en-GB')} characters: its end is left out`]
      : []),
  ];
}
