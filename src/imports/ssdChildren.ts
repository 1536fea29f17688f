import type { Day } from '../calendar/days.js';
import type { Child, SeenFact } from '../reviews/child.js';
import { type Change, isLive } from '../reviews/facts.js';
import { periodsOf } from '../reviews/episodes.js';
import { saying } from './cells.js';
import { firsts } from './firsts.js';
import { careDifferences } from './careDifferences.js';
import type { Tally } from './report.js';
import { periodWarnings } from './ssda903.js';
import {
  type SsdEpisode,
  type SsdEpisodeRow,
  type SsdTurnRow,
  type TurnKind,
  makesPeriod,
  periodId,
  ssdEpisode,
  ssdEpisodeWarnings,
  turnRefused,
  turnWarning,
  withTurns,
} from './ssdEpisodes.js';
import { type SsdReviewRow, ssdReviewFact } from './ssdReviews.js';
import type { Row } from './table.js';

/** The child of a row, or why there is none. */
export type Whose = { readonly ref: string } | { readonly refused: string };

/** What the extracts need to know of children, and where they put what they say of them. */
export interface ChildrenForSsd {
  readonly today: Day;
  readonly known: ReadonlyMap<string, Child>;
  /** The references of the children whose person id in the case system this is. */
  readonly withPersonId: (personId: string) => readonly string[];
  readonly bornOn: (ref: string) => Day | undefined;
  readonly add: (
    ref: string,
    fact: SeenFact,
    counted: (change: Change) => void,
    merged?: (child: Child) => void,
  ) => void;
  /** What other sources say differently of a review, once all is read. */
  readonly differences: (child: Child, reviewId: string) => readonly string[];
}

export interface SsdSeen {
  readonly whosePerson: (person: string) => Whose;
  /** Before the episodes, which are care of the usual kind or short breaks by them. */
  readonly legalStatuses: (rows: readonly Row<SsdTurnRow>[], tally: Tally) => void;
  /** Before the episodes too: they say who is placed for adoption. */
  readonly placements: (rows: readonly Row<SsdTurnRow>[], tally: Tally) => void;
  readonly episodes: (
    rows: readonly Row<SsdEpisodeRow>[],
    tally: Tally,
    /** Whether the extract has the columns of periods of care. */
    withPeriods: boolean,
  ) => void;
  /** After the episodes, which say whose review it is. */
  readonly reviews: (rows: readonly Row<SsdReviewRow>[], tally: Tally) => void;
}

export function ssdSeen(children: ChildrenForSsd): SsdSeen {
  const { today, add } = children;
  const personOf = new Map<string, { person: string; line: number }>();
  const turns = {
    legalStatuses: new Map<string, SsdTurnRow[]>(),
    placements: new Map<string, SsdTurnRow[]>(),
  };

  function whosePerson(person: string): Whose {
    const [ref, ...others] = children.withPersonId(person);
    if (ref === undefined) return { refused: `the child ${person} is unknown` };
    return others.length === 0
      ? { ref }
      : { refused: `${person} is the ssd_id of several children: ${[ref, ...others].join(', ')}` };
  }

  function whose({ claId }: SsdReviewRow): Whose {
    const episode = personOf.get(claId);
    return episode === undefined
      ? { refused: `no episode has the clae_cla_id ${claId}` }
      : whosePerson(episode.person);
  }

  /** What the episodes of the same child are read with: neither new nor old by itself. */
  const kept = (kind: TurnKind) => (rows: readonly Row<SsdTurnRow>[], tally: Tally) => {
    for (const { line, value } of rows) {
      const reason = turnRefused(kind, value, today);
      const child = reason === undefined ? whosePerson(value.person) : { refused: reason };
      if ('refused' in child) {
        tally.refuse(line, child.refused);
        continue;
      }
      const warning = turnWarning(kind, value);
      if (warning !== undefined) tally.warn(line, warning);
      turns[kind].set(child.ref, [...(turns[kind].get(child.ref) ?? []), value]);
      tally.count('same');
    }
  };

  /** The rows that say whose a review is: a known child's, and not another's. */
  function known(rows: readonly Row<SsdEpisodeRow>[], tally: Tally) {
    return rows.flatMap(({ line, value: row }) => {
      const before = personOf.get(row.claId);
      if (before !== undefined && before.person !== row.person) {
        tally.refuse(line, `the clae_cla_id ${row.claId} is another child’s on line ${before.line}`);
        return [];
      }
      personOf.set(row.claId, { person: row.person, line: before?.line ?? line });
      const child = whosePerson(row.person);
      if ('ref' in child) return [{ line, row, ref: child.ref }];
      tally.refuse(line, child.refused);
      return [];
    });
  }

  return {
    whosePerson,
    legalStatuses: kept('legalStatuses'),
    placements: kept('placements'),
    episodes: (rows, tally, withPeriods) => {
      const byChild = new Map<string, SsdEpisode[]>();
      for (const { line, row, ref } of known(rows, tally)) {
        for (const reason of withPeriods ? ssdEpisodeWarnings(row, today) : []) tally.warn(line, reason);
        const episode = withPeriods && makesPeriod(row, today) ? ssdEpisode(line, row) : undefined;
        // It says whose a review is, and nothing that could be new or old.
        if (episode === undefined) tally.count('same');
        else byChild.set(ref, [...(byChild.get(ref) ?? []), episode]);
      }
      for (const [ref, episodes] of byChild) {
        const periods = periodsOf(episodes);
        for (const [{ line }, reason] of periodWarnings(periods)) tally.warn(line, reason);
        const own = {
          legalStatuses: turns.legalStatuses.get(ref) ?? [],
          placements: turns.placements.get(ref) ?? [],
        };
        for (const period of periods) {
          const { span, episodes: joined } = period;
          const fact = {
            kind: 'period',
            source: 'ssd',
            ...saying({ sourceId: periodId(period, periods) }),
            ...withTurns(span, own, today),
          } as const;
          add(
            ref,
            fact,
            (change) => tally.count(change, joined.length),
            (child) => {
              for (const { row, reason } of careDifferences(child, fact))
                tally.warn(joined.at(row === 'first' ? 0 : -1)?.line ?? 1, reason);
            },
          );
        }
      }
    },
    reviews: (rows, tally) => {
      const once = firsts(rows, ({ id }) => id, 'the review', tally).flatMap(({ line, value: row }) => {
        const child = whose(row);
        if ('ref' in child) return [{ line, value: { ...row, ref: child.ref } }];
        tally.refuse(line, child.refused);
        return [];
      });
      for (const { line, value: row } of firsts(once, childAndDay, 'the review', tally)) {
        const { fact, reason } = ssdReviewFact(row, children.bornOn(row.ref));
        if (reason !== undefined) tally.warn(line, reason);
        const before = heldBefore(children.known.get(row.ref), row.id);
        if (before !== undefined && row.heldOn === undefined)
          tally.warn(line, `this review was held on ${before} by the extract before, and is not by this one`);
        children.add(row.ref, fact, tally.count, (child) => {
          for (const difference of children.differences(child, row.id)) tally.warn(line, difference);
        });
      }
    },
  };
}

/** Reviews that were not held are told apart by their id alone. */
const childAndDay = ({ ref, heldOn, id }: SsdReviewRow & { readonly ref: string }): string =>
  heldOn === undefined ? `id ${id}` : `${heldOn} ${ref}`;

/** The day on which the case system had it that a review was held, as read before. */
function heldBefore(child: Child | undefined, reviewId: string): Day | undefined {
  const reviews = (child?.facts ?? []).filter(isLive).filter((fact) => fact.kind === 'review');
  return reviews.find(({ source, sourceId }) => source === 'ssd' && sourceId === reviewId)?.heldOn;
}
