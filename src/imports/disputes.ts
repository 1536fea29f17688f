import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import { childRef } from './cells.js';
import { cell, listCell, oneOfCell, pastDayCell, someOfCell, stageMomentsCell } from './disputeCells.js';
import { readTable } from './table.js';

/** Marks of a dispute; the last four say where it came from, and one has one origin at most. */
const origins = ['review', 'midway', 'between-reviews', 'child-told-me'] as const;
const marks = ['system-fault', 'resources', ...origins].map((id) => ({ id, label: id.replaceAll('-', ' ') }));
const originSchema = z.enum(origins);

const kinds = ['informal', 'formal', 'made-formal'] as const;

const number = z
  .string()
  .min(1, 'there is no number')
  .max(40, 'the number is too long')
  .regex(/^[^\p{Cc}<>]*$/u, 'the number has characters that no number has');

const disputeRowSchema = (policy: Policy, today: Day) => {
  const stage = policy.ladder;
  const themes = policy.themes.flatMap(({ id, label, sub }) => [
    { id, label },
    ...sub.map((each) => ({ id: `${id}/${each.id}`, label: `${label}: ${each.label}` })),
  ]);
  return z
    .object({
      number,
      kind: z
        .string()
        .transform((text) => text.toLowerCase().replaceAll(' ', '-'))
        .pipe(z.enum(kinds, { error: `kind is one of ${kinds.join(', ')}` })),
      raised_on: pastDayCell('raised_on', today),
      iro: cell,
      children: listCell.pipe(z.array(childRef)),
      team: cell,
      themes: someOfCell('theme', themes),
      started_at: oneOfCell('stage', stage),
      entered: stageMomentsCell('entered', stage, today),
      responded: stageMomentsCell('responded', stage, today),
      outcome: oneOfCell('outcome', policy.outcomes).pipe(
        z.enum(policy.outcomes.map(({ id }) => id)).optional(),
      ),
      closed_on: pastDayCell('closed_on', today),
      closed_at: oneOfCell('stage', stage),
      marks: someOfCell('mark', marks),
      summary: cell,
    })
    .transform(({ raised_on, ...row }, context) => {
      if (raised_on !== undefined) return { ...row, raised_on };
      context.addIssue({ code: 'custom', message: 'there is no date in raised_on' });
      return z.NEVER;
    })
    .superRefine((row, context) => {
      for (const message of contradictions(
        row,
        stage.map(({ id }) => id),
      ))
        context.addIssue({ code: 'custom', message });
    });
};
export type DisputeRow = z.infer<ReturnType<typeof disputeRowSchema>>;

export const readDisputes = (bytes: Uint8Array, policy: Policy, today: Day) =>
  readTable(
    bytes,
    {
      required: ['number', 'kind', 'raised_on'],
      optional:
        'iro children team themes started_at entered responded outcome closed_on closed_at marks summary'.split(
          ' ',
        ),
      others: 'warned',
    },
    disputeRowSchema(policy, today),
  );

type Checked = Pick<
  DisputeRow,
  'kind' | 'raised_on' | 'started_at' | 'entered' | 'responded' | 'closed_on' | 'closed_at' | 'marks'
>;

/** What cannot all be true of one dispute. */
function* contradictions(row: Checked, ladder: readonly string[]): Generator<string> {
  const { entered, responded, started_at: start, closed_at: end } = row;
  const moments = [...entered, ...responded];
  const stages = [...moments.map(({ id }) => id), ...[start, end].filter((id) => id !== undefined)];
  if (row.kind === 'informal' && stages.length > 0) yield 'an informal dispute enters no stage';
  if (row.closed_on !== undefined && row.closed_on < row.raised_on)
    yield 'it was closed before it was raised';
  if (moments.some(({ moment }) => moment !== undefined && moment.on < row.raised_on))
    yield 'it entered or was answered at a stage before it was raised';
  const closedOn = row.closed_on ?? '9999';
  if (moments.some(({ moment }) => moment !== undefined && moment.on > closedOn))
    yield 'it entered or was answered at a stage after it was closed';
  const place = (id: string) => ladder.indexOf(id);
  if (start !== undefined && stages.some((id) => place(id) < place(start)))
    yield `it entered a stage below ${start}, where it started`;
  if (end !== undefined && stages.some((id) => place(id) > place(end)))
    yield `it entered a stage above ${end}, where it was closed`;
  for (const { id, moment } of responded) {
    const from = entered.find((each) => each.id === id)?.moment;
    const before = moment !== undefined && from !== undefined && isBefore(moment, from);
    if (before) yield `${id} answered before it was entered`;
  }
  if (row.marks.filter((mark) => originSchema.safeParse(mark).success).length > 1)
    yield 'marks name more than one origin';
}

const isBefore = (one: { on: Day; at?: string }, other: { on: Day; at?: string }) =>
  one.at !== undefined && other.at !== undefined ? one.at < other.at : one.on < other.on;

export const originOf = (row: DisputeRow) =>
  row.marks.map((mark) => originSchema.safeParse(mark).data).find((origin) => origin !== undefined);
