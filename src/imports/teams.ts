import { z } from 'zod';
import { teamId } from '../people/directory.js';
import { type Team, teamSchema } from '../people/team.js';
import type { Policy } from '../policy/policy.js';
import { isUpn, saying, text } from './cells.js';
import { readTable, type Table } from './table.js';
import { type RefusedWhole, refuseWhole } from './text.js';

/** A cell that holds a upn or nothing. */
const holder = (column: string) =>
  z
    .string()
    .refine((cell) => cell === '' || isUpn(cell), `${column} is no upn: it looks like name@council.gov.uk`)
    .transform((cell) => cell.toLowerCase());

const teamRowSchema = (policy: Policy) =>
  z
    .object({ team: text('team'), area: text('area'), link_iro: holder('link_iro').optional() })
    .and(
      z
        .object(Object.fromEntries(policy.ladder.map(({ id }) => [id, holder(id).optional()])))
        .transform((stages) => ({ stages: saying(stages) as Record<string, string> })),
    );
export type TeamRow = z.infer<ReturnType<typeof teamRowSchema>>;

/** A stage without a column has no holder: it is told once, for the stage stays vacant. */
export function readTeams(bytes: Uint8Array, policy: Policy): Table<TeamRow> | RefusedWhole {
  const stages = policy.ladder.map(({ id }) => id);
  const table = readTable(
    bytes,
    { required: ['team', 'area'], optional: ['link_iro', ...stages], others: 'warned' },
    teamRowSchema(policy),
  );
  if (table.kind === 'refused') return table;
  const missing = stages.filter((id) => !table.columns.includes(id));
  if (missing.length === stages.length)
    return refuseWhole(`the header is wrong: no column for a stage of the policy (${stages.join(', ')})`);
  const notes = missing.map((id) => ({
    line: 1,
    reason: `no column for the stage ${id}: nobody new holds it`,
  }));
  return { ...table, warned: [...table.warned, ...notes] };
}

/** The team as the row has it: an empty cell leaves a stage vacant, a column that is not there changes nothing. */
export function teamFromRow(team: Team | undefined, row: TeamRow): Team {
  const stages = { ...team?.stages, ...row.stages };
  const linkIro = row.link_iro ?? team?.linkIro;
  return teamSchema.parse({
    id: teamId(row.team),
    type: 'team',
    shape: 1,
    name: row.team,
    area: row.area,
    stages: Object.fromEntries(Object.entries(stages).filter(([, upn]) => upn !== '')),
    ...(linkIro === undefined || linkIro === '' ? {} : { linkIro }),
  });
}
