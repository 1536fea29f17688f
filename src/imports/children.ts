import type { Day } from '../calendar/days.js';
import { financialYearOf, periodLabel } from '../calendar/periods.js';
import type { Person } from '../people/person.js';
import type { Team } from '../people/team.js';
import type { Policy } from '../policy/policy.js';
import type { Child, SeenFact } from '../reviews/child.js';
import { type Change, isLive, stands } from '../reviews/facts.js';
import { bornOn } from '../reviews/participation.js';
import { periodsOf } from '../reviews/episodes.js';
import { isOfYear, yearMeant, yearOfEpisodes, yearOfReviews } from '../reviews/returnYears.js';
import { type AllocationRow, allocationFact } from './allocations.js';
import { careDifferences } from './careDifferences.js';
import { firsts } from './firsts.js';
import { personIds } from './personIds.js';
import type { Tally } from './report.js';
import { type SsdSeen, ssdSeen } from './ssdChildren.js';
import { differencesOf } from './ssdDifferences.js';
import { type SsdOthers, ssdOthers } from './ssdOthers.js';
import {
  type EpisodeOfLine,
  type EpisodeRow,
  type HeaderRow,
  type ReviewRow,
  type UascRow,
  episodeOf,
  episodeWarnings,
  periodFact,
  periodWarnings,
  profileFact,
  reviewFact,
} from './ssda903.js';
import type { Row } from './table.js';

/** What the files say of one child, in their order; `counted` is told what each fact did. */
export interface SeenOfChild {
  readonly fact: SeenFact;
  readonly counted: (change: Change) => void;
  /** Told once all that was seen of the child is merged. */
  readonly merged?: ((child: Child) => void) | undefined;
}

/** All that the files of one import say of children, so that each child is written once. */
export interface ChildrenSeen {
  readonly seen: ReadonlyMap<string, readonly SeenOfChild[]>;
  /**
   * The year of the return, where its reviews are all of one, and the children of whom it tells. Its periods of care
   * are of that year too, and where one stray review makes it no year's still of the one that was meant.
   */
  readonly returnRead: () => {
    readonly from: Day | undefined;
    readonly periodsFrom: Day | undefined;
    readonly children: ReadonlySet<string>;
  };
  readonly allocations: (
    rows: readonly Row<AllocationRow>[],
    tally: Tally,
    people: readonly Person[],
    teams: readonly Team[],
  ) => void;
  /** Before the header, whose rows it completes. */
  readonly uasc: (rows: readonly Row<UascRow>[], tally: Tally) => void;
  readonly header: (rows: readonly Row<HeaderRow>[], tally: Tally) => void;
  /** After the header: a child that neither it nor the store has is unknown. */
  readonly episodes: (rows: readonly Row<EpisodeRow>[], tally: Tally) => void;
  readonly reviews: (rows: readonly Row<ReviewRow>[], tally: Tally) => void;
  /** After all others: they make the children known, their ids in the case system and their dates of birth. */
  readonly ssd: (people: readonly Person[], teams: readonly Team[]) => SsdSeen & SsdOthers;
}

export function childrenSeen(known: ReadonlyMap<string, Child>, today: Day, policy: Policy): ChildrenSeen {
  const seen = new Map<string, SeenOfChild[]>();
  const bornOnRead = new Map<string, Day>();
  const inReturn = new Set<string>();
  let unaccompanied: Map<string, Day | undefined> | undefined;
  let reviewsOn: readonly Day[] = [];
  let episodesOn: readonly Day[] = [];

  function add(
    ref: string,
    fact: SeenFact,
    counted: (change: Change) => void,
    merged?: (child: Child) => void,
  ): void {
    const ofChild = seen.get(ref);
    if (ofChild === undefined) seen.set(ref, [{ fact, counted, merged }]);
    else ofChild.push({ fact, counted, merged });
  }

  /** Rows of children that are known; the others are refused. */
  function ofKnown<T extends { readonly child: string }>(rows: readonly Row<T>[], tally: Tally): Row<T>[] {
    return rows.filter(({ line, value: { child } }) => {
      if (seen.has(child) || known.has(child)) return true;
      tally.refuse(line, `the child ${child} is unknown`);
      return false;
    });
  }

  function bornOnOf(ref: string): Day | undefined {
    const child = known.get(ref);
    return bornOnRead.get(ref) ?? (child === undefined ? undefined : bornOn(child));
  }

  /** By the service's own list: as it is read now, else as it was before. */
  function allocatedTo(ref: string): string | undefined {
    const facts = [
      ...(seen.get(ref) ?? []).map(({ fact }) => fact),
      ...(known.get(ref)?.facts ?? []).filter(isLive),
    ];
    const own = facts.find((fact) => fact.kind === 'allocation');
    const instead = own !== undefined && 'instead' in own ? own.instead : undefined;
    // Of a child whom a lead has given to somebody else: whom the list named then, if one did.
    if (instead === undefined) return own?.iro;
    return instead.source === 'allocations' ? instead.iro : undefined;
  }

  return {
    seen,
    returnRead: () => ({
      from: yearOfReviews(reviewsOn),
      periodsFrom: yearOfEpisodes(reviewsOn, episodesOn),
      children: inReturn,
    }),
    ssd: (people, teams) => {
      const own = ssdSeen({
        today,
        known,
        withPersonId: personIds(known, seen),
        bornOn: bornOnOf,
        add,
        differences: (child, reviewId) => differencesOf(child, reviewId, today, policy),
      });
      const { whosePerson } = own;
      return { ...own, ...ssdOthers({ today, people, teams, whosePerson, add, allocatedTo }) };
    },
    allocations: (rows, tally, people, teams) => {
      const allocated = rows.filter(({ line, value: row }) => {
        const iro = people.find((person) => person.upn === row.iro);
        if (iro === undefined) {
          tally.refuse(line, `${row.iro} is not on the list of people`);
          return false;
        }
        if (!iro.roles.includes('iro')) tally.warn(line, `${row.iro} has not the role iro`);
        if (!teams.some((team) => team.name === row.team))
          tally.warn(line, `the team ${row.team} is unknown: nobody holds its stages`);
        const held = known.get(row.child)?.facts.find((fact) => fact.kind === 'allocation' && isLive(fact));
        if (held?.kind === 'allocation' && held.iro !== row.iro && stands(held, row))
          tally.warn(line, `the child stays with ${held.iro}: a lead gave it to them in Teams`);
        return true;
      });
      for (const { value: row } of firsts(allocated, (each) => each.child, 'the child', tally))
        add(row.child, allocationFact(row), tally.count);
    },
    uasc: (rows, tally) => {
      unaccompanied = new Map();
      for (const { value: row } of firsts(rows, (each) => each.child, 'the child', tally)) {
        unaccompanied.set(row.child, row.duc);
        tally.count('same');
      }
    },
    header: (rows, tally) => {
      for (const { value: row } of firsts(rows, (each) => each.child, 'the child', tally)) {
        inReturn.add(row.child);
        if (row.dob !== undefined) bornOnRead.set(row.child, row.dob);
        add(row.child, profileFact(row, unaccompanied), tally.count);
      }
    },
    episodes: (rows, tally) => {
      const byChild = new Map<string, EpisodeOfLine[]>();
      const once = firsts(ofKnown(rows, tally), (row) => JSON.stringify(row), 'the episode', tally);
      episodesOn = once.flatMap(({ value: { decom, dec } }) => (dec === undefined ? [decom] : [decom, dec]));
      for (const { line, value: row } of once) {
        const episode = episodeOf(line, row);
        for (const reason of episodeWarnings(episode)) tally.warn(line, reason);
        byChild.set(row.child, [...(byChild.get(row.child) ?? []), episode]);
      }
      for (const [child, episodes] of byChild) {
        const periods = periodsOf(episodes);
        for (const [{ line }, reason] of periodWarnings(periods)) tally.warn(line, reason);
        for (const period of periods) {
          const fact = periodFact(period);
          add(
            child,
            fact,
            (change) => tally.count(change, period.episodes.length),
            (is) => {
              for (const { row, reason } of careDifferences(is, fact))
                tally.warn(period.episodes.at(row === 'first' ? 0 : -1)?.line ?? 1, reason);
            },
          );
        }
      }
    },
    reviews: (rows, tally) => {
      reviewsOn = rows.map(({ value }) => value.review);
      const meant = yearMeant(reviewsOn);
      if (meant !== undefined)
        for (const { line, value } of rows.filter((row) => !isOfYear(row.value.review, meant)))
          tally.warn(
            line,
            `REVIEW ${value.review} is not in the year of the others, ${periodLabel(financialYearOf(meant))}: with it the return is read as one of no year`,
          );
      for (const { line, value: row } of firsts(ofKnown(rows, tally), childAndDay, 'the review', tally)) {
        const { fact, reason } = reviewFact(row, bornOnOf(row.child));
        if (reason !== undefined) tally.warn(line, reason);
        add(row.child, fact, tally.count);
      }
    },
  };
}

const childAndDay = ({ child, review }: ReviewRow): string => `${review} ${child}`;
