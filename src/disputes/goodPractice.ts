import { z } from 'zod';
import type { Day, Instant } from '../calendar/days.js';
import { words } from '../words/index.js';
import { type FieldProblem, goodPracticeFields } from './commands.js';
import { intentSchema } from './dispute.js';
import { type DisputedChild, disputedChildSchema } from './events.js';

const done = { seq: z.number().int(), at: z.string(), on: z.string(), by: z.string() };

/**
 * What an IRO saw done well, for the worker whose work it is: the team's manager passes it on. It is no dispute, has no
 * due day, and is counted apart.
 */
export const goodPracticeSchema = z.object({
  /** `good-practice:<the form's id>` */
  id: z.string(),
  type: z.literal('good-practice'),
  shape: z.literal(1),
  iro: z.string(),
  team: z.string(),
  child: disputedChildSchema.optional(),
  /** 1, and 2 once it was passed on. */
  turn: z.number().int(),
  changedAt: z.string(),
  passedOn: z.object({ by: z.string(), at: z.string() }).optional(),
  history: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('noted'),
          ...done,
          text: z.string(),
          savedAnyway: z.literal(true).optional(),
          redacted: z.literal(true).optional(),
        }),
        z.object({ kind: z.literal('passedOn'), ...done }),
        /** A lead has replaced the words, and says why. */
        z.object({ kind: z.literal('redacted'), ...done, text: z.string() }),
      ]),
    )
    .min(1),
  intents: z.array(intentSchema),
  wakeAt: z.string().optional(),
});
export type GoodPractice = z.infer<typeof goodPracticeSchema>;

/** The words of it, as they were typed. */
export const wordsOf = ({ history }: GoodPractice): string =>
  history.flatMap((event) => (event.kind === 'noted' ? [event.text] : [])).join('\n');

export const notedOn = ({ history }: GoodPractice): Day => history[0]?.on ?? '';

interface Noting {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly today: Day;
  readonly team: string;
  readonly child?: DisputedChild;
  readonly text: string;
  readonly savedAnyway: boolean;
}

export function noteGoodPractice({
  id,
  by,
  at,
  today,
  team,
  child,
  text,
  savedAnyway,
}: Noting): GoodPractice {
  return {
    id,
    type: 'good-practice',
    shape: 1,
    iro: by,
    team,
    ...(child === undefined ? {} : { child }),
    turn: 1,
    changedAt: at,
    history: [
      {
        kind: 'noted',
        seq: 1,
        at,
        on: today,
        by,
        text,
        ...(savedAnyway ? { savedAnyway: true as const } : {}),
      },
    ],
    intents: [{ to: 'responder', event: 1, turn: 1, why: 'good-practice' }],
    wakeAt: at,
  };
}

/** The manager has told the worker, or will. Once: a second press changes nothing. */
export function passOn(note: GoodPractice, by: string, at: Instant, today: Day): GoodPractice {
  if (note.passedOn !== undefined) return note;
  const seq = note.history.length + 1;
  return {
    ...note,
    turn: note.turn + 1,
    changedAt: at,
    passedOn: { by, at },
    history: [...note.history, { kind: 'passedOn', seq, at, on: today, by }],
    intents: [...note.intents, { to: 'posted', event: seq }],
    wakeAt: at,
  };
}

/** The words are gone for good, the history stays. The turn does not rise: it is nobody's move. */
export function redactPractice(
  note: GoodPractice,
  by: string,
  at: Instant,
  today: Day,
  reason: string,
): GoodPractice {
  const seq = note.history.length + 1;
  const replaced = note.history.map((event) =>
    event.kind === 'noted' ? { ...event, text: words.history.replaced, redacted: true as const } : event,
  );
  return {
    ...note,
    changedAt: at,
    history: [...replaced, { kind: 'redacted', seq, at, on: today, by, text: reason }],
    intents: [...note.intents, { to: 'posted', event: seq }],
    wakeAt: at,
  };
}

export const isRedacted = ({ history }: GoodPractice): boolean =>
  history.some(({ kind }) => kind === 'redacted');

export type GoodPracticeFields = z.infer<typeof goodPracticeFields>;

/** Whose work it was is known by the child or by the team. */
export function goodPracticeProblems({ child, team }: GoodPracticeFields): FieldProblem[] {
  return child === undefined && team === undefined
    ? [{ field: 'child', problem: words.problems.childOrTeam }]
    : [];
}
