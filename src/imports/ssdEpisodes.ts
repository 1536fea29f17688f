import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { Episode, PeriodSpan } from '../reviews/periods.js';
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
  })
  .transform((row) => ({
    person: row.lega_person_id,
    code: statusCode(row.lega_legal_status ?? ''),
    from: row.lega_legal_status_start_date,
  }));
export type SsdLegalStatusRow = z.infer<typeof legalStatusRowSchema>;

const placementRowSchema = z
  .object({
    clap_person_id: id('clap_person_id'),
    clap_cla_placement_type: optionalCell,
    clap_cla_placement_start_date: optionalDay('clap_cla_placement_start_date'),
    clap_cla_placement_end_date: optionalDay('clap_cla_placement_end_date').optional(),
  })
  .transform((row) => ({
    person: row.clap_person_id,
    placed: isAdoption(row.clap_cla_placement_type ?? ''),
    from: row.clap_cla_placement_start_date,
    endedOn: row.clap_cla_placement_end_date,
  }));
export type SsdPlacementRow = z.infer<typeof placementRowSchema>;

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

export const readSsdLegalStatuses = (bytes: Uint8Array) =>
  readTable(
    bytes,
    {
      required: ['lega_person_id', 'lega_legal_status', 'lega_legal_status_start_date'],
      optional: [],
      others: 'expected',
    },
    legalStatusRowSchema,
  );

/** Short breaks decide which clock runs (V3, V4), wherever a system writes them; of the others a code at the front. */
const statusCode = (text: string): string =>
  /\bV[34]\b/i.exec(text)?.[0].toUpperCase() ?? /^[A-Z]\d\b/i.exec(text)?.[0].toUpperCase() ?? '';

/**
 * From when to when a child was placed for adoption in a period of care, by the placements that began in it; one that
 * began before is of an earlier time of care, unless the start of this one is not known.
 */
export function withAdoption(
  span: PeriodSpan,
  placements: readonly SsdPlacementRow[],
  today: Day,
): PeriodSpan {
  const { startedOn, knownFrom, endedOn } = span;
  const turns = placements.flatMap(({ placed, from, endedOn: until }) => {
    if (placed === undefined || from === undefined || from > (endedOn ?? today)) return [];
    if (from < knownFrom && (startedOn !== null || (until !== undefined && until <= knownFrom))) return [];
    return [
      { from: from < knownFrom ? knownFrom : from, placed },
      ...(placed && until !== undefined ? [{ from: until, placed: false }] : []),
    ];
  });
  // On a day on which one ends and the next begins, the child is in the next.
  const inOrder = turns.toSorted((one, other) =>
    one.from === other.from ? Number(one.placed) - Number(other.placed) : one.from < other.from ? -1 : 1,
  );
  const adoption = [...new Map(inOrder.map((turn) => [turn.from, turn])).values()];
  return turns.length === 0 ? span : { ...span, adoption };
}

/** Some systems write the code set's words beside the code, or in its place. */
function startCode(text: string): string {
  const code = /^[A-Z](?![A-Z])/i.exec(text)?.[0].toUpperCase();
  return code ?? (/^started to be looked/i.test(text) ? 'S' : text);
}

const ceasedCode = (text: string): string =>
  /^(?:X1|E\d{1,2}[AB]?)(?![A-Z\d])/i.exec(text)?.[0].toUpperCase() ??
  (/^episode ceases,? and new episode/i.test(text) ? 'X1' : text);

/** An episode as the return would have it, that remembers its line; undefined where it has no day. */
export function ssdEpisode(
  line: number,
  row: SsdEpisodeRow,
  statuses: readonly SsdLegalStatusRow[],
): (Episode & { readonly line: number }) | undefined {
  const { startedOn } = row;
  if (startedOn === undefined) return undefined;
  return {
    line,
    startedOn,
    reasonForNew: startCode(row.startReason),
    legalStatus: statusOn(statuses, startedOn),
    endedOn: row.endedOn,
    reasonEnded: endReason(ceasedCode(row.endReason)),
  };
}

/** Words without a code end nothing: a child who is still looked after must not be lost. */
const endReason = (code: string): string => (/^(?:X1|E\d)/.test(code) ? code : '');

const statusOn = (statuses: readonly SsdLegalStatusRow[], day: Day): string =>
  statuses
    .filter(({ from, code }) => code !== '' && from !== undefined && from <= day)
    .toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))
    .at(-1)?.code ?? '';

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
