import {
  type LateRow,
  lateField,
  lateFieldOf,
  lateReasonsForm,
  noLateReasonsCard,
  reasonStands,
  rowsOnAPage,
  type Scene,
  type WeekLine,
} from '../cards/index.js';
import { isInArea, personByUpn } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Child, ReviewFact } from '../reviews/child.js';
import { isFull } from '../reviews/mayPress.js';
import { timetableOf } from '../reviews/timetable.js';
import { askedAbout, lateWithoutReason, reasonOf } from '../reviews/withoutReason.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import { seenChild } from './child.js';
import { ownChildren } from './children.js';
import type { Ports } from './ports.js';
import { keepRead } from './report.js';
import { keep } from './reviewSteps.js';

const says = words.morning.month;

const lateRows = (children: readonly Child[], { today, directory }: Scene): LateRow[] =>
  children
    .flatMap((child) => lateWithoutReason(child, today, directory.policy).map((late) => ({ child, late })))
    .toSorted((one, other) => (one.late.review.heldOn < other.late.review.heldOn ? -1 : 1));

/** Late reviews without a reason of the children whose IRO somebody is, or covers, the earliest first. */
async function ownRows(ports: Ports, person: Person, scene: Scene): Promise<LateRow[]> {
  const own = (await ownChildren(ports, person, scene)).filter(
    ({ sides, standsInFor }) => isFull(sides) && standsInFor === undefined,
  );
  return lateRows(
    own.map(({ child }) => child),
    scene,
  );
}

/** The lines of the month: what is somebody's own to answer; for a lead how many there are, and whose. */
export async function monthFor(ports: Ports, person: Person, scene: Scene): Promise<WeekLine[]> {
  const { review } = scene.directory.policy.words;
  const own = await ownRows(ports, person, scene);
  const lines: WeekLine[] =
    own.length === 0
      ? []
      : [{ text: says.own(own.length, review), buttons: [{ title: says.give, words: 'late reasons' }] }];
  if (!person.roles.includes('lead')) return lines;
  const all = lateRows(await childrenOfArea(ports, person, scene), scene);
  if (all.length === 0) return lines;
  // How many each IRO has is a figure by IRO: that a lead was told is kept as every reading is.
  const period = askedAbout(scene.today);
  const read = { how: 'report', figures: 'late-by-reason', ...period, asAt: scene.today, by: 'iro' } as const;
  const { store, newId } = ports;
  const about = person.area === undefined ? [] : [person.area];
  await keepRead({ store, now: scene.now, newId }, person.id, { ...read, about });
  const text = says.ofIros(says.own(all.length, review), whose(all, scene));
  const shows = `late by reason ${period.from}..${period.to}`;
  return [...lines, { text, buttons: [{ title: words.morning.week.show, words: shows }] }];
}

async function childrenOfArea({ store }: Ports, { area }: Person, { directory }: Scene): Promise<Child[]> {
  const children = (await store.all('child')).map(({ document }) => document);
  return children.filter((child) => {
    const team = currentAllocation(child)?.team;
    return team !== undefined && isInArea(directory, area, team);
  });
}

/** How many of which IRO, the most first. */
function whose(rows: readonly LateRow[], { directory }: Scene): string {
  const counts = new Map<string, number>();
  for (const { child } of rows) {
    const upn = currentAllocation(child)?.iro ?? '';
    const name = personByUpn(directory, upn)?.name ?? upn;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([name, count]) => says.ofIro(name, count))
    .join(', ');
}

async function shown(ports: Ports, person: Person, said?: string): Promise<Answer> {
  const scene = await sceneOf(ports);
  const rows = await ownRows(ports, person, scene);
  return lasting(
    rows.length === 0 ? noLateReasonsCard(scene, said) : lateReasonsForm(rows, ports.newId(), scene, said),
  );
}

export const openLateReasons = (ports: Ports, person: Person): Promise<Answer> => shown(ports, person);

/**
 * Saves what was chosen, each review by itself; what was not chosen, or is nobody's to choose here, stays open. What
 * somebody said first stands, and is told.
 */
export async function giveLateReasons(
  ports: Ports,
  person: Person,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const reasons = new Set(scene.directory.policy.lateReasons.map(({ id }) => id));
  const open = new Set((await ownRows(ports, person, scene)).map(lateField));
  const chosen = Object.entries(fields).filter(([, reason]) => reasons.has(reason));
  let [saved, refused] = [0, 0];
  const stands: string[] = [];
  for (const [field, lateReason] of chosen.slice(0, rowsOnAPage)) {
    const row = lateFieldOf(field);
    if (row === undefined) continue;
    const { child, fact } = open.has(field)
      ? await give(ports, person, row, lateReason)
      : await given(ports, person, row);
    if (child === undefined || fact === undefined) refused += 1;
    // The same press again is one.
    else if (fact.by === person.id && fact.lateReason === lateReason) saved += 1;
    else stands.push(reasonStands(child, fact, person, scene));
  }
  const parts = [
    ...(saved > 0 ? [says.saved(saved)] : []),
    ...stands,
    ...(refused > 0 ? [says.refused(refused)] : []),
  ];
  return shown(ports, person, parts.length === 0 ? says.noneChosen : parts.join(' '));
}

/** A child, and the word of one of its reviews by which a reason stands; neither where it may not be told or is none. */
interface Standing {
  readonly child?: Child;
  readonly fact?: ReviewFact | undefined;
}
type Row = NonNullable<ReturnType<typeof lateFieldOf>>;

async function give(
  ports: Ports,
  person: Person,
  { child, review }: Row,
  lateReason: string,
): Promise<Standing> {
  const kept = await keep(ports, person, child, { act: 'late-reason', held: review, lateReason });
  if (kept.kind !== 'recorded' || !('fact' in kept.recorded)) return {};
  const { fact } = kept.recorded;
  return fact.kind === 'review' ? { child: kept.seen.child, fact } : {};
}

/** What stands of a review that is not asked about any more. */
async function given(ports: Ports, person: Person, { child: ref, review }: Row): Promise<Standing> {
  const seen = await seenChild(ports, person, ref);
  if (seen === undefined || !isFull(seen.sides)) return {};
  const { child, scene } = seen;
  return { child, fact: reasonOf(timetableOf(child, scene.today, scene.directory.policy), review) };
}
