import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { Episode, MadePeriod } from '../reviews/episodes.js';
import type { PeriodSpan } from '../reviews/periods.js';
import { isAdoption } from './ssda903.js';
import { id, optionalCell, optionalDay } from './ssdCells.js';
import { readTable } from './table.js';

/** Episodes of care, legal statuses and placements of the Standard Safeguarding Dataset. */

const episodeRowSchema = z
  .object({
    clae_cla_id: id('clae_cla_id'),
    clae_person_id: id('clae_person_id'),
    clae_cla_episode_start_date: optionalDay('clae_cla_episode_start_date'),
    clae_cla_episode_start_reason: optionalCell,
    clae_cla_episode_ceased: optionalDay('clae_cla_episode_ceased'),
    clae_cla_episode_ceased_reason: optionalCell,
  })
  .transform((row) => ({
    claId: row.clae_cla_id,
    person: row.clae_person_id,
    startedOn: row.clae_cla_episode_start_date,
    startReason: row.clae_cla_episode_start_reason ?? '',
    endedOn: row.clae_cla_episode_ceased,
    endReason: row.clae_cla_episode_ceased_reason ?? '',
  }));
export type SsdEpisodeRow = z.infer<typeof episodeRowSchema>;

/** Without all of these an extract says whose a review is, and nothing of periods of care. */
const periodColumns = [
  'clae_cla_episode_start_date',
  'clae_cla_episode_start_reason',
  'clae_cla_episode_ceased',
  'clae_cla_episode_ceased_reason',
];
export const hasPeriods = (columns: readonly string[]): boolean =>
  periodColumns.every((column) => columns.includes(column));

export const readSsdEpisodes = (bytes: Uint8Array) =>
  readTable(
    bytes,
    { required: ['clae_cla_id', 'clae_person_id'], optional: periodColumns, others: 'expected' },
    episodeRowSchema,
  );

const legalStatusRowSchema = z
  .object({
    lega_person_id: id('lega_person_id'),
    lega_legal_status: optionalCell,
    lega_legal_status_start_date: optionalDay('lega_legal_status_start_date'),
    lega_legal_status_end_date: optionalDay('lega_legal_status_end_date').optional(),
  })
  .transform((row) => ({
    person: row.lega_person_id,
    text: row.lega_legal_status ?? '',
    from: row.lega_legal_status_start_date,
    endedOn: row.lega_legal_status_end_date,
  }));

const placementRowSchema = z
  .object({
    clap_person_id: id('clap_person_id'),
    clap_cla_placement_type: optionalCell,
    clap_cla_placement_start_date: optionalDay('clap_cla_placement_start_date'),
    clap_cla_placement_end_date: optionalDay('clap_cla_placement_end_date').optional(),
  })
  .transform((row) => ({
    person: row.clap_person_id,
    text: row.clap_cla_placement_type ?? '',
    from: row.clap_cla_placement_start_date,
    endedOn: row.clap_cla_placement_end_date,
  }));
/** A legal status or a placement: from when to when, in the words of the case system. */
export type SsdTurnRow = z.infer<typeof legalStatusRowSchema>;

/** What tells the two extracts apart for whoever mends a row. */
export const turnColumns = {
  legalStatuses: { day: 'lega_legal_status_start_date', text: 'lega_legal_status' },
  placements: { day: 'clap_cla_placement_start_date', text: 'clap_cla_placement_type' },
} as const;
export type TurnKind = keyof typeof turnColumns;

export const readSsdLegalStatuses = (bytes: Uint8Array) =>
  readTable(
    bytes,
    {
      required: ['lega_person_id', 'lega_legal_status', 'lega_legal_status_start_date'],
      optional: ['lega_legal_status_end_date'],
      others: 'expected',
    },
    legalStatusRowSchema,
  );

export const readSsdPlacements = (bytes: Uint8Array) =>
  readTable(
    bytes,
    {
      required: ['clap_person_id', 'clap_cla_placement_type', 'clap_cla_placement_start_date'],
      optional: ['clap_cla_placement_end_date'],
      others: 'expected',
    },
    placementRowSchema,
  );

/** Short breaks decide which clock runs (V3, V4), wherever a system writes them; of the others a code at the front. */
const statusCode = (text: string): string =>
  /\bV[34]\b/i.exec(text)?.[0].toUpperCase() ?? /^[A-Z]\d\b/i.exec(text)?.[0].toUpperCase() ?? '';

/** Why a row is of no use; undefined: it is. An empty cell of a type is none that anybody could mend. */
export function turnRefused(kind: TurnKind, { from }: SsdTurnRow, today: Day): string | undefined {
  const { day } = turnColumns[kind];
  if (from === undefined) return `there is no ${day}`;
  return from > today ? `${day} is in the future` : undefined;
}

/** What a row leaves open. */
export function turnWarning(kind: TurnKind, { text }: SsdTurnRow): string | undefined {
  const read = kind === 'placements' ? isAdoption(text) === true : statusCode(text) !== '';
  if (text === '' || read || /^[A-Z]\d\b/i.test(text)) return undefined;
  const as =
    kind === 'placements' ? 'a placement that is not for adoption' : 'a legal status of the usual kind';
  return `${turnColumns[kind].text} "${text}" has no code: read as ${as}`;
}

/**
 * A period of care with its legal statuses and placements for adoption, by the rows that began in it. One that began
 * before is of an earlier time of care, unless the start of this one is not known.
 */
export function withTurns(
  span: PeriodSpan,
  { legalStatuses, placements }: Readonly<Record<TurnKind, readonly SsdTurnRow[]>>,
  today: Day,
): PeriodSpan {
  const { startedOn, knownFrom, endedOn } = span;
  const begun = (rows: readonly SsdTurnRow[]) =>
    rows.flatMap((row) => {
      if (row.from === undefined || row.from > (endedOn ?? today)) return [];
      if (row.from >= knownFrom) return [{ ...row, from: row.from }];
      const goesOn = startedOn === null && (row.endedOn === undefined || row.endedOn > knownFrom);
      return goesOn ? [{ ...row, from: knownFrom }] : [];
    });
  const adoption = begun(placements).flatMap(({ from, text, endedOn: until }) => {
    const placed = isAdoption(text);
    if (placed === undefined) return [];
    return [{ from, placed }, ...(placed && until !== undefined ? [{ from: until, placed: false }] : [])];
  });
  return {
    ...span,
    legalStatuses: inOrder(
      begun(legalStatuses).flatMap(({ from, text }) =>
        statusCode(text) === '' ? [] : [{ from, code: statusCode(text) }],
      ),
    ),
    ...(adoption.length === 0
      ? {}
      : // On a day on which one ends and the next begins, the child is in the next.
        { adoption: inOrder(adoption.toSorted((one, other) => Number(one.placed) - Number(other.placed))) }),
  };
}

/** By day; of one day the last. */
const inOrder = <T extends { readonly from: Day }>(turns: readonly T[]): T[] =>
  [...new Map(turns.map((turn) => [turn.from, turn])).values()].toSorted((one, other) =>
    one.from < other.from ? -1 : 1,
  );

/** Some systems write the code set's words beside the code, or in its place. */
function startCode(text: string): string {
  const code = /^[A-Z](?![A-Z])/i.exec(text)?.[0].toUpperCase();
  return code ?? (/^started to be looked/i.test(text) ? 'S' : text);
}

const ceasedCode = (text: string): string =>
  /^(?:X1|E\d{1,2}[AB]?)(?![A-Z\d])/i.exec(text)?.[0].toUpperCase() ??
  (/^episode ceases,? and new episode/i.test(text) ? 'X1' : text);

/** An episode that remembers its line, and what the case system calls the period of care. */
export interface SsdEpisode extends Episode {
  readonly line: number;
  readonly claId: string;
}

/** An episode as the return would have it; undefined where it has no day. Its legal status is in another extract. */
export function ssdEpisode(line: number, row: SsdEpisodeRow): SsdEpisode | undefined {
  const { startedOn } = row;
  if (startedOn === undefined) return undefined;
  return {
    line,
    claId: row.claId,
    startedOn,
    reasonForNew: startCode(row.startReason),
    legalStatus: '',
    endedOn: row.endedOn,
    reasonEnded: endReason(ceasedCode(row.endReason)),
  };
}

/** What the case system calls a period of care; undefined where it calls another one so too. */
export function periodId(
  { episodes: [first] }: MadePeriod<SsdEpisode>,
  all: readonly MadePeriod<SsdEpisode>[],
): string | undefined {
  const id = first?.claId;
  const called = all.filter(({ episodes }) => episodes.some(({ claId }) => claId === id));
  return called.length === 1 ? id : undefined;
}

/** Words without a code end nothing: a child who is still looked after must not be lost. */
const endReason = (code: string): string => (/^(?:X1|E\d)/.test(code) ? code : '');

/** What an episode leaves open, in the columns' own names. */
export function ssdEpisodeWarnings(row: SsdEpisodeRow, today: Day): string[] {
  const start = startCode(row.startReason);
  const ceased = ceasedCode(row.endReason);
  const ends = ceased !== '' && ceased !== 'X1';
  if (row.startedOn === undefined)
    return ['there is no clae_cla_episode_start_date: no period is made of it'];
  if (row.startedOn > today || (row.endedOn ?? '') > today)
    return ['the episode begins or ends in the future: no period is made of it'];
  if (row.endedOn !== undefined && row.endedOn < row.startedOn)
    return ['clae_cla_episode_ceased is before clae_cla_episode_start_date: no period is made of it'];
  return [
    ...(/^[SLPTBU]$/.test(start)
      ? []
      : [`clae_cla_episode_start_reason "${row.startReason}" has no code: read as no start of care`]),
    ...(ends && endReason(ceased) === ''
      ? [`clae_cla_episode_ceased_reason "${row.endReason}" has no code: the period stays open`]
      : []),
    ...(ends && endReason(ceased) !== '' && row.endedOn === undefined
      ? [`${ceased} ends care, but clae_cla_episode_ceased is empty: the period stays open`]
      : []),
    ...(ceased === '' && row.endedOn !== undefined
      ? ['clae_cla_episode_ceased without a reason: the period stays open']
      : []),
  ];
}

/** Whether the dates of an episode can make a period. */
export const makesPeriod = ({ startedOn, endedOn }: SsdEpisodeRow, today: Day): boolean =>
  startedOn !== undefined &&
  startedOn <= today &&
  (endedOn === undefined || (endedOn <= today && endedOn >= startedOn));
