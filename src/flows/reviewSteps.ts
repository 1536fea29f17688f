import { noticeCard, type ReviewCard, rowsIn, saidOfReview } from '../cards/index.js';
import type { Person } from '../people/person.js';
import type { StepAct } from '../reviews/acts.js';
import { comingOf } from '../reviews/comingReview.js';
import { isFull, mayPress } from '../reviews/mayPress.js';
import { record } from '../reviews/recording.js';
import type { Recorded, ReviewWord, Saying } from '../reviews/reviewWord.js';
import { dayText } from '../calendar/words.js';
import { words } from '../words/index.js';
import { type Answer, lasting } from './answer.js';
import { cardAgain, childUnseenOn, type SeenChild, seenChild } from './child.js';
import { dayShown } from './myDay.js';
import type { Ports } from './ports.js';

const says = words.reviewForms.said;

/** What became of a word about a child's reviews: whoever answers it says so. */
export type Kept =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'not-yours'; readonly seen: SeenChild }
  | { readonly kind: 'recorded'; readonly seen: SeenChild; readonly recorded: Recorded };

/**
 * Load, decide, save by compare-and-swap: somebody else's save in between is judged anew. `seen` is the child as it
 * is after that.
 */
export async function keep(
  ports: Ports,
  person: Person,
  ref: string,
  word: ReviewWord,
  more: Pick<Saying, 'formId' | 'savedAnyway'> = {},
): Promise<Kept> {
  for (;;) {
    const seen = await seenChild(ports, person, ref);
    if (seen === undefined) return { kind: 'unseen' };
    const { scene, sides, onBehalfOf, stored } = seen;
    if (!maySay(sides, word)) return { kind: 'not-yours', seen };
    // A manager says what they know themselves; everybody else but the IRO says it for the IRO.
    const forIro = isFull(sides) || sides.has('support') ? onBehalfOf : undefined;
    const recorded = record(
      seen.child,
      word,
      {
        by: person.id,
        onBehalfOf: forIro,
        ownAlone: !isFull(sides),
        at: scene.now,
        today: scene.today,
        ...more,
      },
      scene.directory.policy,
    );
    if (recorded.kind !== 'done') return { kind: 'recorded', seen, recorded };
    const saved = await ports.store.save(recorded.child, stored.etag);
    if (saved === 'saved') return { kind: 'recorded', seen: { ...seen, child: recorded.child }, recorded };
  }
}

function maySay(sides: SeenChild['sides'], { act }: ReviewWord): boolean {
  // Why it was late, which day is right, and that it was not held, is for who was there to say.
  if (act === 'late-reason' || act === 'same-or-two' || act === 'not-held') return isFull(sides);
  // Whoever could say it.
  if (act === 'take-back') return true;
  return mayPress(sides, act === 'raised-midway' ? 'raise-midway' : act);
}

export const atHomeText = ({ directory }: SeenChild['scene']): string =>
  says.atHome(directory.policy.words.lookedAfter, directory.policy.words.review);

/** What is said on the card after it; undefined where a form says it at its fields. */
export function saidAfterKeeping(seen: SeenChild, recorded: Recorded, person: Person): string | undefined {
  const { scene } = seen;
  switch (recorded.kind) {
    case 'done':
      return saidOfReview(recorded.fact, recorded.child, person, scene);
    case 'already':
      return says.already(saidOfReview(recorded.fact, seen.child, person, scene));
    case 'no-review':
      return says.noReview(scene.directory.policy.words.review);
    case 'imported':
      return says.imported(scene.directory.policy.words.review);
    case 'at-home':
      return atHomeText(scene);
    case 'held-before': {
      const { review } = scene.directory.policy.words;
      return says.heldBefore(review, dayText(recorded.heldOn, scene.today));
    }
    case 'adjourned-before':
      return says.adjournedBefore;
    case 'not-taken-back':
      return says.notTakenBack;
    case 'wrong':
      return undefined;
  }
}

/** Of which child a press is, and on which card. */
interface OnCard {
  readonly child: string;
  readonly card: ReviewCard;
}

/** One press on one row: *Report not in*, *Decisions sent*, *On track*. */
export const sayStep = (
  ports: Ports,
  person: Person,
  press: OnCard & { readonly act: StepAct; readonly review: string },
): Promise<Answer> => sayOnCard(ports, person, press, { act: press.act, review: press.review });

async function sayOnCard(ports: Ports, person: Person, press: OnCard, word: ReviewWord): Promise<Answer> {
  const kept = await keep(ports, person, press.child, word);
  if (kept.kind === 'unseen') return childUnseenOn(ports, person, press.card);
  const said = kept.kind === 'not-yours' ? says.notYours : saidAfterKeeping(kept.seen, kept.recorded, person);
  return lasting(await cardAgain(ports, person, kept.seen, press.card, said));
}

/** Rows that were ticked, and what the same press did to each. */
interface StepsSaid {
  readonly recorded: readonly string[];
  /** It was there before. */
  readonly already: readonly string[];
  readonly notTheirs: number;
  /** No review of that child is one of which it could be said. */
  readonly noReview: number;
}

/** The same press on several rows at once; each child is saved by itself, and a row that was saved before stays so. */
async function recordSteps(
  ports: Ports,
  person: Person,
  rows: readonly { readonly child: string; readonly review: string }[],
  act: StepAct,
): Promise<StepsSaid> {
  const [recorded, already]: [string[], string[]] = [[], []];
  let [notTheirs, noReview] = [0, 0];
  for (const { child, review } of rows) {
    const kept = await keep(ports, person, child, { act, review });
    if (kept.kind === 'recorded' && kept.recorded.kind === 'done') recorded.push(child);
    else if (kept.kind === 'recorded' && kept.recorded.kind === 'already') already.push(child);
    else if (kept.kind === 'recorded') noReview += 1;
    else notTheirs += 1;
  }
  return { recorded, already, notTheirs, noReview };
}

/** What was saved of several rows, in sentences. */
function saidOfSteps(
  { recorded, already, notTheirs, noReview }: StepsSaid,
  act: StepAct,
  review: string,
): string {
  const parts = [
    ...(recorded.length > 0
      ? [says.rows(recorded.length, words.reviewForms.acts[act], recorded.join(', '))]
      : []),
    ...(already.length > 0 ? [says.rowsAlready(already.join(', '))] : []),
    ...(notTheirs > 0 ? [says.rowsNotYours(notTheirs)] : []),
    ...(noReview > 0 ? [says.rowsNoReview(noReview, review)] : []),
  ];
  return parts.length === 0 ? says.noRows : parts.join(' ');
}

/** At most as many rows as cards show. */
const mostRows = 50;

/** Several rows that were ticked, in the input `rows`, saved at once. */
export async function saySteps(
  ports: Ports,
  person: Person,
  press: { readonly act: StepAct; readonly card: ReviewCard },
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const rows = rowsIn(fields['rows'] ?? '').slice(0, mostRows);
  const { review } = (await ports.directory()).policy.words;
  const said = saidOfSteps(await recordSteps(ports, person, rows, press.act), press.act, review);
  return press.card === 'morning'
    ? lasting(await dayShown(ports, person, { said }), { about: person.id })
    : lasting(noticeCard({ heading: words.reviewForms.acts[press.act], lines: [said] }));
}

/** Raising something that came from the midway check is what the check found. */
export async function midwayRaised(ports: Ports, person: Person, ref: string): Promise<void> {
  const seen = await seenChild(ports, person, ref);
  if (seen === undefined) return;
  const { child, scene } = seen;
  const coming = comingOf(child, scene.today, scene.directory.policy);
  if (coming !== undefined) await keep(ports, person, ref, { act: 'raised-midway', review: coming.review });
}

/** Which day is right where two are told of a review, or that there were two. */
export const saySameOrTwo = (
  ports: Ports,
  person: Person,
  press: OnCard & { readonly one: string; readonly other: string; readonly day?: string | undefined },
): Promise<Answer> =>
  sayOnCard(ports, person, press, {
    act: 'same-or-two',
    days: [press.one, press.other],
    day: press.day,
  });

export const takeBack = (
  ports: Ports,
  person: Person,
  press: OnCard & { readonly said: string },
): Promise<Answer> => sayOnCard(ports, person, press, { act: 'take-back', said: press.said });
