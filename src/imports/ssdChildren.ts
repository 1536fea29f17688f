import type { Day } from '../calendar/days.js';
import type { Child, SeenFact } from '../reviews/child.js';
import { type Change, isLive } from '../reviews/facts.js';
import { firsts } from './firsts.js';
import type { Tally } from './report.js';
import { type SsdEpisodeRow, type SsdReviewRow, ssdReviewFact } from './ssd.js';
import type { Row } from './table.js';

/** What the extracts need to know of children, and where they put what they say of them. */
export interface ChildrenForSsd {
  readonly known: ReadonlyMap<string, Child>;
  /** The references of the children whose person id in the case system this is. */
  readonly withPersonId: (personId: string) => readonly string[];
  readonly bornOn: (ref: string) => Day | undefined;
  readonly add: (
    ref: string,
    fact: SeenFact,
    counted: (change: Change) => void,
    merged: (child: Child) => void,
  ) => void;
  /** What other sources say differently of a review, once all is read. */
  readonly differences: (child: Child, reviewId: string) => readonly string[];
}

export interface SsdSeen {
  readonly episodes: (rows: readonly Row<SsdEpisodeRow>[], tally: Tally) => void;
  /** After the episodes, which say whose review it is. */
  readonly reviews: (rows: readonly Row<SsdReviewRow>[], tally: Tally) => void;
}

/** The child of a row, or why there is none. */
type Whose = { readonly ref: string } | { readonly refused: string };

export function ssdSeen(children: ChildrenForSsd): SsdSeen {
  const personOf = new Map<string, { person: string; line: number }>();

  function whosePerson(person: string): Whose {
    const [ref, ...others] = children.withPersonId(person);
    if (ref === undefined) return { refused: `the child ${person} is unknown` };
    return others.length === 0
      ? { ref }
      : { refused: `${person} is the ssd_id of several children: ${[ref, ...others].join(', ')}` };
  }

  function whose({ claId }: SsdReviewRow): Whose {
    const known = personOf.get(claId);
    return known === undefined
      ? { refused: `no episode has the clae_cla_id ${claId}` }
      : whosePerson(known.person);
  }

  return {
    episodes: (rows, tally) => {
      for (const { line, value: row } of rows) {
        const known = personOf.get(row.clae_cla_id);
        if (known !== undefined && known.person !== row.clae_person_id) {
          tally.refuse(line, `the clae_cla_id ${row.clae_cla_id} is another child’s on line ${known.line}`);
          continue;
        }
        personOf.set(row.clae_cla_id, { person: row.clae_person_id, line: known?.line ?? line });
        const child = whosePerson(row.clae_person_id);
        if ('refused' in child) tally.refuse(line, child.refused);
        // An episode says whose a review is, and nothing that could be new or old.
        else tally.count('same');
      }
    },
    reviews: (rows, tally) => {
      const known = firsts(rows, ({ id }) => id, 'the review', tally).flatMap(({ line, value: row }) => {
        const child = whose(row);
        if ('ref' in child) return [{ line, value: { ...row, ref: child.ref } }];
        tally.refuse(line, child.refused);
        return [];
      });
      for (const { line, value: row } of firsts(known, childAndDay, 'the review', tally)) {
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
