import type { Day } from '../calendar/days.js';
import type { Person } from '../people/person.js';
import type { Team } from '../people/team.js';
import type { Child, SeenFact } from '../reviews/child.js';
import type { Change } from '../reviews/facts.js';
import { periodsOf } from '../reviews/periods.js';
import { type AllocationRow, allocationFact } from './allocations.js';
import type { Tally } from './report.js';
import {
  type EpisodeOfLine,
  type EpisodeRow,
  type HeaderRow,
  type ReviewRow,
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
}

/** All that the files of one import say of children, so that each child is written once. */
export interface ChildrenSeen {
  readonly seen: ReadonlyMap<string, readonly SeenOfChild[]>;
  readonly allocations: (
    rows: readonly Row<AllocationRow>[],
    tally: Tally,
    people: readonly Person[],
    teams: readonly Team[],
  ) => void;
  readonly header: (rows: readonly Row<HeaderRow>[], tally: Tally) => void;
  /** After the header: a child that neither it nor the store has is unknown. */
  readonly episodes: (rows: readonly Row<EpisodeRow>[], tally: Tally) => void;
  readonly reviews: (rows: readonly Row<ReviewRow>[], tally: Tally) => void;
}

export function childrenSeen(known: ReadonlyMap<string, Child>): ChildrenSeen {
  const seen = new Map<string, SeenOfChild[]>();
  const bornOn = new Map<string, Day>();

  function add(ref: string, fact: SeenFact, counted: (change: Change) => void): void {
    const ofChild = seen.get(ref);
    if (ofChild === undefined) seen.set(ref, [{ fact, counted }]);
    else ofChild.push({ fact, counted });
  }

  /** Rows of children that are known; the others are refused. */
  function ofKnown<T extends { readonly child: string }>(rows: readonly Row<T>[], tally: Tally): Row<T>[] {
    return rows.filter(({ line, value: { child } }) => {
      if (seen.has(child) || known.has(child)) return true;
      tally.refuse(line, `the child ${child} is unknown`);
      return false;
    });
  }

  function bornOnOf(child: string): Day | undefined {
    const profile = known
      .get(child)
      ?.facts.find((fact) => fact.kind === 'profile' && fact.supersededAt === undefined);
    return bornOn.get(child) ?? (profile?.kind === 'profile' ? profile.bornOn : undefined);
  }

  return {
    seen,
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
        return true;
      });
      for (const { value: row } of firsts(allocated, (each) => each.child, 'the child', tally))
        add(row.child, allocationFact(row), tally.count);
    },
    header: (rows, tally) => {
      for (const { value: row } of firsts(rows, (each) => each.child, 'the child', tally)) {
        if (row.dob !== undefined) bornOn.set(row.child, row.dob);
        add(row.child, profileFact(row), tally.count);
      }
    },
    episodes: (rows, tally) => {
      const byChild = new Map<string, EpisodeOfLine[]>();
      const once = firsts(ofKnown(rows, tally), (row) => JSON.stringify(row), 'the episode', tally);
      for (const { line, value: row } of once) {
        const episode = episodeOf(line, row);
        for (const reason of episodeWarnings(episode)) tally.warn(line, reason);
        byChild.set(row.child, [...(byChild.get(row.child) ?? []), episode]);
      }
      for (const [child, episodes] of byChild) {
        const periods = periodsOf(episodes);
        for (const [{ line }, reason] of periodWarnings(periods)) tally.warn(line, reason);
        for (const period of periods)
          add(child, periodFact(period), (change) => tally.count(change, period.episodes.length));
      }
    },
    reviews: (rows, tally) => {
      for (const { line, value: row } of firsts(ofKnown(rows, tally), childAndDay, 'the review', tally)) {
        const { fact, reason } = reviewFact(row, bornOnOf(row.child));
        if (reason !== undefined) tally.warn(line, reason);
        add(row.child, fact, tally.count);
      }
    },
  };
}

const childAndDay = ({ child, review }: ReviewRow): string => `${review} ${child}`;

/** The first row of each key; those that say it again are the same, and listed. */
function firsts<T>(rows: readonly Row<T>[], key: (row: T) => string, what: string, tally: Tally): Row<T>[] {
  const lines = new Map<string, number>();
  return rows.filter(({ line, value }) => {
    const first = lines.get(key(value));
    if (first === undefined) lines.set(key(value), line);
    else tally.again(line, first, what);
    return first === undefined;
  });
}
