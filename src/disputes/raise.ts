import type { Day, Instant } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { words } from '../words/index.js';
import type { FieldProblem, RaiseFields } from './commands.js';
import { entering } from './judging.js';
import { type BareEvent, type DisputedChild, type DisputeEvent, type KeptPolicy, stamp } from './events.js';

const says = words.problems;

/** Working days after which an informal dispute comes up again in the IRO's own morning card. */
const lookAgainDays = 5;

export interface Raising {
  /** `dispute:<form id>` */
  readonly id: string;
  readonly formId: string;
  readonly number: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly at: Instant;
  readonly today: Day;
  readonly iro: string;
  readonly team: string;
  /** The first is the child that was chosen; the others of the family follow. */
  readonly children: readonly DisputedChild[];
  readonly kept: KeptPolicy;
  readonly savedAnyway: boolean;
  readonly holder: (stage: string) => string | undefined;
}

/** What only the policy can tell of the form's fields. */
export function raiseProblems(
  fields: RaiseFields,
  themes: readonly string[],
  kept: KeptPolicy,
  today: Day,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!themes.includes(fields.theme)) problems.push({ field: 'theme', problem: says.themeOfTheList });
  if (fields.otherThemes.some((theme) => !themes.includes(theme)))
    problems.push({ field: 'otherThemes', problem: says.themesOfTheList });
  if (
    fields.kind === 'formal' &&
    fields.stage !== undefined &&
    !kept.ladder.some(({ id }) => id === fields.stage)
  )
    problems.push({ field: 'stage', problem: says.stage });
  if (fields.kind === 'informal' && fields.lookAgainOn !== undefined && fields.lookAgainOn < today)
    problems.push({ field: 'lookAgainOn', problem: says.todayOrLater });
  return problems;
}

/** Raises a dispute: the fields of the other kind are ignored. All events of the press leave turn 1. */
export function raise(fields: RaiseFields, raising: Raising): DisputeEvent[] {
  const informal = fields.kind === 'informal';
  const sent = informal && fields.sendToManager;
  const firstStage = raising.kept.ladder[0]?.id ?? '';
  const told = sent ? raising.holder(firstStage) : undefined;
  const events: BareEvent[] = [
    {
      kind: 'raised',
      id: raising.id,
      number: raising.number,
      dispute: fields.kind,
      children: [...raising.children],
      iro: raising.iro,
      team: raising.team,
      theme: fields.theme,
      otherThemes: [...new Set(fields.otherThemes)].filter((theme) => theme !== fields.theme),
      worrying: fields.worrying,
      right: fields.right,
      marks: {
        systemFault: fields.systemFault,
        resources: fields.resources,
        ...(fields.cameFrom === undefined ? {} : { cameFrom: fields.cameFrom }),
      },
      kept: raising.kept,
      ...(informal ? { spokenTo: fields.spokenTo } : {}),
      ...(informal && !fields.sorted
        ? { lookAgainOn: fields.lookAgainOn ?? addWorkingDays(raising.today, lookAgainDays) }
        : {}),
      sentToManager: sent,
      ...(told === undefined ? {} : { holder: told }),
    },
  ];
  if (informal && fields.sorted)
    events.push({ kind: 'closed', outcome: 'action-done', text: '', changed: '' });
  if (!informal) {
    const stage = fields.stage ?? firstStage;
    events.push(entering(raising.kept, stage, raising.today, raising.holder(stage), true));
  }
  return stamp(events, {
    at: raising.at,
    on: raising.today,
    by: raising.by,
    ...(raising.onBehalfOf === undefined ? {} : { onBehalfOf: raising.onBehalfOf }),
    verb: 'raise',
    formId: raising.formId,
    ...(raising.savedAnyway ? { savedAnyway: true as const } : {}),
    atTurn: 0,
    turn: 1,
    seq: 1,
  });
}
