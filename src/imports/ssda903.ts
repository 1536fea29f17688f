import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { SeenFact } from '../reviews/child.js';
import { readParticipation } from '../reviews/participation.js';
import { type Episode, type MadePeriod, endOfCare, startsPeriod } from '../reviews/episodes.js';
import { childRef, maybePastDay, pastDay, saying } from './cells.js';
import { readTable } from './table.js';

/** The files of one year's SSDA903 return: its dates are dd/mm/yyyy, its columns more than are read here. */

const headerRowSchema = (today: Day) =>
  z.object({ child: childRef, sex: z.string(), dob: maybePastDay('DOB', today), ethnic: z.string() });
export type HeaderRow = z.infer<ReturnType<typeof headerRowSchema>>;

export const readHeader = (bytes: Uint8Array, today: Day) =>
  readTable(
    bytes,
    { required: ['CHILD', 'SEX', 'DOB', 'ETHNIC'], optional: [], others: 'expected' },
    headerRowSchema(today),
  );

const uascRowSchema = (today: Day) => z.object({ child: childRef, duc: maybePastDay('DUC', today) });
export type UascRow = z.infer<ReturnType<typeof uascRowSchema>>;

/** Children who were unaccompanied asylum-seeking at any time of the year; DUC is the day on which that ceased. */
export const readUasc = (bytes: Uint8Array, today: Day) =>
  readTable(bytes, { required: ['CHILD', 'DUC'], optional: [], others: 'expected' }, uascRowSchema(today));

/** `listed` undefined: the return came without that list. */
export function profileFact(
  row: HeaderRow,
  listed: ReadonlyMap<string, Day | undefined> | undefined,
): SeenFact {
  const until = listed?.get(row.child);
  return {
    kind: 'profile',
    source: 'ssda903',
    ...saying({ sex: row.sex || null, bornOn: row.dob, ethnicity: row.ethnic || null }),
    ...(listed === undefined ? {} : { unaccompanied: listed.has(row.child) }),
    ...(until === undefined ? {} : { unaccompaniedUntil: until }),
  };
}

const code = z.string().transform((cell) => cell.toUpperCase());

const episodeRowSchema = (today: Day) =>
  z
    .object({
      child: childRef,
      decom: pastDay('DECOM', today),
      rne: code,
      ls: code,
      place: code.optional(),
      dec: maybePastDay('DEC', today),
      rec: code,
    })
    .refine(({ decom, dec }) => dec === undefined || dec >= decom, 'DEC is before DECOM');
export type EpisodeRow = z.infer<ReturnType<typeof episodeRowSchema>>;

export const readEpisodes = (bytes: Uint8Array, today: Day) =>
  readTable(
    bytes,
    { required: ['CHILD', 'DECOM', 'RNE', 'LS', 'DEC', 'REC'], optional: ['PLACE'], others: 'expected' },
    episodeRowSchema(today),
  );

/**
 * Placed for adoption: PLACE A3 to A6, or the code set's words, as some case systems have them. undefined: an empty
 * cell does not say, and a temporary placement (T0 to T4) ends no other.
 */
export function isAdoption(place: string): boolean | undefined {
  if (place === '' || /^T\d\b/i.test(place)) return undefined;
  return /\bA[3-6]\b|^placed for adoption/i.test(place);
}

/** An episode that remembers its line. */
export interface EpisodeOfLine extends Episode {
  readonly line: number;
}

export const episodeOf = (line: number, row: EpisodeRow): EpisodeOfLine => ({
  line,
  startedOn: row.decom,
  reasonForNew: row.rne,
  legalStatus: row.ls,
  placedForAdoption: isAdoption(row.place ?? ''),
  endedOn: row.dec,
  reasonEnded: row.rec,
});

export const periodFact = <E extends Episode>({ span }: MadePeriod<E>): SeenFact & { kind: 'period' } => ({
  kind: 'period',
  source: 'ssda903',
  ...span,
});

/** What an episode leaves open. */
export function episodeWarnings(episode: Episode): string[] {
  const ends = episode.reasonEnded !== '' && episode.reasonEnded !== 'X1';
  return [
    ...(/^[SLPTBU]$/.test(episode.reasonForNew)
      ? []
      : [`RNE "${episode.reasonForNew}" is no code of the return: read as no start of care`]),
    ...(ends && endOfCare(episode) === undefined
      ? [`REC ${episode.reasonEnded} ends care, but DEC is empty: the period stays open`]
      : []),
    ...(episode.reasonEnded === '' && episode.endedOn !== undefined
      ? ['DEC without REC: the period stays open']
      : []),
  ];
}

/** A period that another one starts in, with no end of care before it. */
export function periodWarnings<E extends Episode>(periods: readonly MadePeriod<E>[]): [E, string][] {
  return periods.flatMap(({ episodes }, index): [E, string][] => {
    const first = episodes[0];
    const before = periods[index - 1];
    if (first === undefined || before === undefined || !startsPeriod(first)) return [];
    if (before.span.endedOn !== undefined && before.span.endedOn <= first.startedOn) return [];
    return [[first, 'S starts a period of care before the last one has ended']];
  });
}

const reviewRowSchema = (today: Day) =>
  z.object({
    child: childRef,
    dob: maybePastDay('DOB', today).optional(),
    review: pastDay('REVIEW', today),
    review_code: z.string(),
  });
export type ReviewRow = z.infer<ReturnType<typeof reviewRowSchema>>;

export const readReviews = (bytes: Uint8Array, today: Day) =>
  readTable(
    bytes,
    { required: ['CHILD', 'REVIEW', 'REVIEW_CODE'], optional: ['DOB'], others: 'expected' },
    reviewRowSchema(today),
  );

/** The review goes in whatever its code: `reason` says why participation is not recorded. */
export function reviewFact(
  row: ReviewRow,
  bornOn: Day | undefined,
): { fact: SeenFact & { kind: 'review' }; reason?: string | undefined } {
  const { code: participation, reason } = readParticipation(row.review_code, row.review, row.dob ?? bornOn);
  return { fact: { kind: 'review', source: 'ssda903', heldOn: row.review, participation }, reason };
}
