import { type Day, type Instant, englishDay } from '../calendar/days.js';
import type { Child, ChildFact } from './child.js';
import { isLive, withSaid } from './facts.js';
import { type Before, type Recorded, type ReviewWord, signed } from './reviewWord.js';
import type { SaidFact, TakenBack } from './said.js';

const retractable = [
  'adjourned',
  'date-changed',
  'sooner-asked',
  'step',
  'decisions-not-agreed',
  'iro-told',
  'same-or-two',
] as const satisfies readonly SaidFact['kind'][];
/** What may be taken back. A review that was held is corrected instead, and of what was raised there is a dispute. */
export type Retractable = Extract<SaidFact, { kind: (typeof retractable)[number] }>;
const isRetractable = (fact: ChildFact): fact is Retractable =>
  retractable.some((kind) => kind === fact.kind) && !(fact.kind === 'step' && fact.said === 'raised');

const saidOn = ({ facts }: Pick<Child, 'facts'>, person: string, day: Day): Retractable[] =>
  facts
    .filter(isLive)
    .filter(isRetractable)
    .filter(({ by, recordedAt }) => by === person && englishDay(recordedAt) === day);

/** What this person said last today of a child's reviews: by mistake, it may be. */
export const lastSaidBy = (
  child: Pick<Child, 'facts'>,
  person: string,
  today: Day,
): Retractable | undefined => saidOn(child, person, today).at(-1);

/** The word that was taken back: it stays among the facts, superseded. */
export const takenBackIn = (
  { facts }: Pick<Child, 'facts'>,
  { by, said }: TakenBack,
): Retractable | undefined =>
  facts.filter(isRetractable).find((fact) => fact.by === by && fact.recordedAt === said);

/** That it was taken back, if it was. */
export const takingBackOf = (
  { facts }: Pick<Child, 'facts'>,
  { by, recordedAt }: { readonly by?: string | undefined; readonly recordedAt: Instant },
): TakenBack | undefined =>
  facts.find(
    (fact): fact is TakenBack => fact.kind === 'taken-back' && fact.by === by && fact.said === recordedAt,
  );

/** On the day itself, by whoever said it. */
export function recordTakenBack(
  { said }: Extract<ReviewWord, { act: 'take-back' }>,
  { child, saying }: Before,
): Recorded {
  const { by, today } = saying;
  const before = takingBackOf(child, { by, recordedAt: said });
  if (before !== undefined) return { kind: 'already', child, fact: before };
  const meant = saidOn(child, by, today).find(({ recordedAt }) => recordedAt === said);
  if (meant === undefined) return { kind: 'not-taken-back' };
  const fact: TakenBack = { kind: 'taken-back', said, ...signed(saying) };
  return { kind: 'done', child: withSaid(child, fact, [meant]), fact };
}
