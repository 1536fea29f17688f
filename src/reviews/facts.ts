import { isDeepStrictEqual } from 'node:util';
import { type Day, type Instant, byEndOf } from '../calendar/days.js';
import { idPart } from '../people/ids.js';
import { currentAllocation } from './allocation.js';
import {
  type Allocation,
  type Child,
  type ChildFact,
  type Period,
  type ReviewFact,
  type SeenFact,
  childFactSchema,
} from './child.js';
import { corrects, samePeriod, takesPlaceOf, together, toldAnew } from './periods.js';
import type { SaidFact } from './said.js';

/** What a row did: brought something new, changed what was known, or neither. */
export type Change = 'added' | 'changed' | 'same';

export const childId = (ref: string): string => `child:${idPart(ref)}`;

export const newChild = (ref: string): Child => ({
  id: childId(ref),
  type: 'child',
  shape: 1,
  ref,
  facts: [],
});

export const isLive = (fact: ChildFact): boolean => fact.supersededAt === undefined;

/** What was known by the end of that English day: the same, whenever it is asked. */
export function factsAsAt(facts: readonly ChildFact[], day: Day): ChildFact[] {
  const by = byEndOf(day);
  return facts.filter(
    ({ recordedAt, supersededAt }) => by(recordedAt) && (supersededAt === undefined || !by(supersededAt)),
  );
}

/**
 * Facts as a source gives them, recorded on the child. What differs supersedes what was known, which stays;
 * `changes` has one entry for each fact, in order.
 */
export function mergeFacts(
  child: Child,
  seen: readonly SeenFact[],
  now: Instant,
): { child: Child; change: Change; changes: Change[] } {
  const facts = [...child.facts];
  const again = periodsAgain(child, seen);
  const changes = seen.map((fact) =>
    isWord(fact) ? recordPeriod(facts, fact, again.get(fact) ?? [], now) : record(facts, fact, now),
  );
  if (changes.every((change) => change === 'same')) {
    // A child that was saved before its team was lifted out is given it, and no row has changed.
    const is = child.team === undefined ? lifted(child) : child;
    return is.team === child.team
      ? { child, change: 'same', changes }
      : { child: is, change: 'changed', changes };
  }
  const change = child.facts.length === 0 ? 'added' : 'changed';
  return { child: lifted({ ...child, facts }), change, changes };
}

/**
 * A child with what somebody said of it in Teams. It stays beside what was said before, the last word on a thing
 * shows; but for `instead`, what is no longer so.
 */
export const withSaid = (
  child: Child,
  said: ReviewFact | SaidFact,
  instead: readonly ChildFact[] = [],
): Child => ({
  ...child,
  facts: [
    ...child.facts.map((fact) =>
      instead.includes(fact) ? { ...fact, supersededAt: said.recordedAt } : fact,
    ),
    said,
  ],
});

/** A child of whom the return of a year was read; the same child where it was read before. */
export function withReturn(child: Child, from: Day, now: Instant): Child {
  const returns = child.returns ?? [];
  return returns.some((each) => each.from === from)
    ? child
    : { ...child, returns: [...returns, { from, recordedAt: now }] };
}

function record(facts: ChildFact[], seen: SeenFact, now: Instant): Change {
  const known = counterpart(facts.filter(isLive), seen);
  const merged = known === undefined ? seen : mergedFact(known, seen);
  if (known !== undefined && isDeepStrictEqual(content(known), content(merged))) return 'same';
  if (known !== undefined) facts[facts.indexOf(known)] = { ...known, supersededAt: now };
  facts.push(childFactSchema.parse({ ...merged, recordedAt: now }));
  if (seen.kind === 'involvement') endByCaseSystem(facts, seen, now);
  return known === undefined ? 'added' : 'changed';
}

type SeenPeriod = SeenFact & { kind: 'period' };

/** A period of care by an extract, or by the return of a known year: read again, it takes the place of its own word. */
const isWord = (fact: SeenFact): fact is SeenPeriod =>
  fact.kind === 'period' && (fact.source === 'ssd' || fact.year !== undefined);

/** What the same source, and of the same year, said before of each period that it tells of now. */
function periodsAgain(child: Child, seen: readonly SeenFact[]): ReadonlyMap<SeenPeriod, readonly Period[]> {
  const told = child.facts.filter(isLive).filter((fact) => fact.kind === 'period');
  const words = seen.filter(isWord);
  const years = new Set(words.map(({ year }) => year));
  return new Map([...years].flatMap((year) => [...ofWord(year)]));

  /** An extract is of no year, and so is what was read of returns whose years nobody knew. */
  function ofWord(year: Day | undefined): ReadonlyMap<SeenPeriod, readonly Period[]> {
    const source = year === undefined ? 'ssd' : 'ssda903';
    const ofSource = told.filter((period) => period.source === source);
    const own = ofSource.filter((period) => period.year === year);
    const ofNoYear = ofSource.filter((period) => period.year === undefined);
    return takesPlaceOf(
      isNewest(child, year) ? [...own, ...ofNoYear] : own,
      words.filter((fact) => fact.year === year),
      (fact, known) => corrects(fact, { ...known, year }),
    );
  }
}

/** Whether a return is as new as any that was read of the child, and so as what was recorded without its year. */
const isNewest = ({ returns = [] }: Child, year: Day | undefined): boolean =>
  year !== undefined && returns.length > 0 && returns.every(({ from }) => from <= year);

function recordPeriod(facts: ChildFact[], seen: SeenPeriod, known: readonly Period[], now: Instant): Change {
  const [last] = known;
  if (last === undefined) {
    // It is the first word of its year, also on a period of which other years have told.
    const ofOthers = facts.filter(isLive).filter((fact) => fact.kind === 'period');
    const isNew =
      samePeriod(
        ofOthers.filter(({ source }) => source === seen.source),
        seen,
      ) === undefined;
    facts.push(childFactSchema.parse({ ...seen, recordedAt: now }));
    return isNew ? 'added' : 'changed';
  }
  const anew = periodAnew(last, seen);
  if (known.length === 1 && isDeepStrictEqual(contentOfPeriod(last), contentOfPeriod(anew))) return 'same';
  for (const gone of known) facts[facts.indexOf(gone)] = { ...gone, supersededAt: now };
  facts.push(childFactSchema.parse({ ...anew, recordedAt: now }));
  return 'changed';
}

/** Nor what its source calls it, and in which return it was. */
function contentOfPeriod({ year: _year, sourceId: _sourceId, ...period }: SeenPeriod | Period) {
  return content(period);
}

function periodAnew(known: Period, seen: SeenPeriod): SeenPeriod {
  const { endedOn: _endedOn, adoption: _adoption, ...told } = seen;
  return { ...told, ...toldAnew(known, seen) };
}

/** A lead's word of a child whom no list has stands until the case system names another IRO than it did then. */
function endByCaseSystem(
  facts: ChildFact[],
  { iro }: SeenFact & { kind: 'involvement' },
  now: Instant,
): void {
  const at = facts.findIndex(
    (fact) => fact.kind === 'allocation' && isLive(fact) && fact.instead?.source === 'ssd',
  );
  const said = facts[at];
  if (said?.kind !== 'allocation' || iro === undefined || iro === null || iro === said.instead?.iro) return;
  facts[at] = { ...said, supersededAt: now };
}

/** The live fact that says something about the same thing. */
function counterpart(live: readonly ChildFact[], seen: SeenFact): ChildFact | undefined {
  switch (seen.kind) {
    case 'period':
      return samePeriod(
        live.filter(
          (fact): fact is Period =>
            fact.kind === 'period' && fact.source === seen.source && fact.year === undefined,
        ),
        seen,
      );
    case 'review':
    case 'expected-review':
      return sameReview(live, seen);
    case 'conference':
      return live.find(
        (fact) =>
          fact.kind === 'conference' &&
          fact.conference === seen.conference &&
          fact.sourceId === seen.sourceId,
      );
    case 'allocation':
    case 'profile':
    case 'involvement':
      return live.find((fact) => fact.kind === seen.kind);
  }
}

/**
 * The same review, told before by the same source: each source keeps its own word, so that one read again cannot
 * take back another's. `joinReviews` makes one review of them.
 */
function sameReview(
  live: readonly ChildFact[],
  seen: SeenFact & { kind: 'review' | 'expected-review' },
): ChildFact | undefined {
  const told = live.filter(
    (fact) => (fact.kind === 'review' || fact.kind === 'expected-review') && fact.source === seen.source,
  );
  if (seen.sourceId !== undefined)
    return told.find((fact) => 'sourceId' in fact && fact.sourceId === seen.sourceId);
  return told.find((fact) => fact.kind === 'review' && seen.kind === 'review' && fact.heldOn === seen.heldOn);
}

function mergedFact(known: ChildFact, seen: SeenFact): SeenFact {
  if (seen.kind === 'period' && known.kind === 'period') return { ...seen, ...together(known, seen) };
  // A source that does not know the code takes none away.
  if (seen.kind === 'review' && known.kind === 'review')
    return { ...seen, participation: seen.participation ?? known.participation };
  if (seen.kind === 'profile' && known.kind === 'profile') {
    const isOlder = seen.year !== undefined && known.year !== undefined && seen.year < known.year;
    return isOlder ? { ...seen, ...withoutRecord(known) } : { ...withoutRecord(known), ...seen };
  }
  if (seen.kind === 'conference' && known.kind === 'conference') {
    // What an optional extract or column does not say stays; the days that a row always has are as it says now.
    const { heldOn: _heldOn, sourceDueOn: _sourceDueOn, ...told } = withoutRecord(known);
    return { ...told, ...seen };
  }
  if (seen.kind === 'involvement' && known.kind === 'involvement') {
    // The day belongs to the IRO: to another one, or to none, it does not pass on.
    const { from, ...told } = withoutRecord(known);
    const same = seen.iro === undefined || seen.iro === known.iro;
    return { ...told, ...(same && from !== undefined ? { from } : {}), ...seen };
  }
  if (seen.kind === 'allocation' && known.kind === 'allocation') {
    if (seen.source === 'allocations' && stands(known, seen)) {
      const { family: _family, socialWorker: _worker, ...said } = withoutRecord(known);
      const { iro: _iro, from: _from, source: _source, ...listed } = seen;
      return { ...said, ...listed };
    }
    // The day belongs to the IRO: to another one it does not pass on.
    const from = seen.from ?? (seen.iro === known.iro ? known.from : undefined);
    const ssdId = seen.ssdId ?? known.ssdId;
    return { ...seen, ...(from === undefined ? {} : { from }), ...(ssdId === undefined ? {} : { ssdId }) };
  }
  return seen;
}

/** The list names whom it named when a lead gave the child to somebody else: what the lead said stands. */
export const stands = (
  known: Pick<Allocation, 'source' | 'instead'>,
  listed: Pick<Allocation, 'iro'>,
): boolean =>
  known.source === 'teams' && known.instead?.source === 'allocations' && known.instead.iro === listed.iro;

function withoutRecord<F extends ChildFact>(fact: F): Omit<F, 'recordedAt' | 'supersededAt'> {
  const { recordedAt: _recordedAt, supersededAt: _supersededAt, ...rest } = fact;
  return rest;
}

/** What is compared: not who said it and when. */
function content(fact: SeenFact | ChildFact): Record<string, unknown> {
  const {
    recordedAt: _recordedAt,
    supersededAt: _supersededAt,
    source: _source,
    ...rest
  } = {
    recordedAt: undefined,
    supersededAt: undefined,
    ...fact,
  };
  return rest;
}

/** A child who is on the service's list no more; the same child where it was not. */
export function withoutAllocation(child: Child, now: Instant): Child {
  const ends = (fact: ChildFact) => fact.kind === 'allocation' && isLive(fact);
  if (!child.facts.some(ends)) return child;
  return lifted({
    ...child,
    facts: child.facts.map((fact) => (ends(fact) ? { ...fact, supersededAt: now } : fact)),
  });
}

/** The allocation that holds, lifted out of the facts so that a query can find it. */
function lifted({ iro: _iro, team: _team, family: _family, ...child }: Child): Child {
  const allocation = currentAllocation(child);
  if (allocation === undefined) return child;
  return {
    ...child,
    iro: allocation.iro,
    team: allocation.team,
    ...(allocation.family === undefined ? {} : { family: allocation.family }),
  };
}
