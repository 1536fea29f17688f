import { type Day } from '../calendar/days.js';
import { dayText, daysLeftText } from '../calendar/words.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import { type Dispute, type DisputeIn, isFormal, stageOf } from '../disputes/dispute.js';
import type { DisputedChild, EventOf } from '../disputes/events.js';
import { personById } from '../people/directory.js';
import { absenceOn } from '../people/cover.js';
import { answeringAt, iroCoverIn } from '../people/rights.js';
import type { Person } from '../people/person.js';
import type { Outcome, Policy } from '../policy/policy.js';
import { capital, listed, uncapital } from '../words/grammar.js';
import { words } from '../words/index.js';
import type { Scene } from './scene.js';

const { days, ending, names } = words;

export { capital, counted, listed, uncapital, withArticle } from '../words/grammar.js';

/** 'Mon 9 Mar (3 working days left)'. */
export const dayWithLeft = (day: Day, scene: Scene) =>
  days.withLeft(dayText(day, scene.today), daysLeftText(day, scene.today));

export const day = (text: Day, scene: Scene) => dayText(text, scene.today);

/** Labels are not kept by a dispute: a stage that the policy no longer has is called by its id. */
export function stageLabel(stage: string, policy: Policy): string {
  return policy.ladder.find(({ id }) => id === stage)?.label ?? capital(stage.replaceAll('-', ' '));
}

/** The label inside a sentence: 'operations manager'. */
export const stageName = (stage: string, scene: Scene) =>
  uncapital(stageLabel(stage, scene.directory.policy));

export function outcomeLabel(outcome: Outcome, policy: Policy): string {
  return policy.outcomes.find(({ id }) => id === outcome)?.label ?? capital(outcome.replaceAll('-', ' '));
}

export type ThemeDepth = 'top' | 'sub';

/** Sub-themes stand only where the typed words may be read too. */
export function themeLabel(theme: string, policy: Policy, depth: ThemeDepth): string {
  if (theme === '') return names.themeNotRecorded;
  const [top = '', sub] = theme.split('/');
  const found = policy.themes.find(({ id }) => id === top);
  const label = found?.label ?? capital(top.replaceAll('-', ' '));
  if (depth === 'top' || sub === undefined) return label;
  const subLabel = found?.sub.find(({ id }) => id === sub)?.label ?? sub.replaceAll('-', ' ');
  return names.subTheme(label, uncapital(subLabel));
}

export const nameOf = (person: string, scene: Scene) =>
  personById(scene.directory, person)?.name ?? names.somebody;

/** 'You' for whoever looks, else the name. */
export const whoIs = (person: string, viewer: Person, scene: Scene) =>
  person === viewer.id ? names.you : nameOf(person, scene);

export const childText = (child: Pick<DisputedChild, 'ref' | 'initials'>) =>
  child.initials === '' ? child.ref : names.child(child.ref, child.initials);

/** The first child, and how many more: nothing else about a child, ever. */
export function childrenText(children: readonly DisputedChild[]): string {
  const [first, ...others] = children;
  if (first === undefined) return names.childNotRecorded;
  const family = others.filter((each) => each.family !== undefined && each.family === first.family).length;
  const rest = others.length - family;
  const parts = [
    ...(family > 0 ? [names.moreOfFamily(family)] : []),
    ...(rest > 0 ? [names.otherChildren(rest)] : []),
  ];
  return listed([childText(first), ...parts]);
}

/** 'Name (away until Fri 20 Mar)'. */
function awayText(person: Person, scene: Scene): string {
  const absence = absenceOn(person, scene.today);
  return absence === undefined ? person.name : words.cover.awayUntil(person.name, day(absence.to, scene));
}

/** Who is asked at the stage that it is on: its holder, or who covers them; who is away and not covered holds it still. */
export function holderNow(dispute: Dispute, scene: Scene): Person | undefined {
  const stage = stageOf(dispute)?.id;
  if (stage === undefined) return undefined;
  const { holder, asked } = answeringAt(dispute, stage, scene.directory, scene.today);
  return asked ?? holder;
}

/** 'the team manager, Name', or 'the team manager (nobody holds this stage)'. */
export function stageWithHolder(dispute: Dispute, stage: string, scene: Scene): string {
  const { holder, asked } = answeringAt(dispute, stage, scene.directory, scene.today);
  const name = stageName(stage, scene);
  if (holder === undefined) return names.stageVacant(name);
  if (asked === undefined) return names.stageHeldBy(name, awayText(holder, scene));
  return names.stageHeldBy(
    name,
    asked.id === holder.id ? holder.name : names.onBehalf(asked.name, holder.name),
  );
}

/** Who speaks for the IRO side now: 'the IRO, Name', or 'the lead'. */
export const iroSide = (dispute: Dispute, scene: Scene) =>
  judgedByLead(dispute) ? names.theLead : names.theIro(iroText(dispute, scene));

/** The IRO by name, and who acts for them today. */
function iroText(dispute: Dispute, scene: Scene): string {
  const iro = nameOf(dispute.iro, scene);
  const cover = iroCoverIn(dispute, scene.directory, scene.today);
  return cover === undefined ? iro : names.onBehalf(cover.name, iro);
}

/** Who decides on an answer at the stage that it is on. */
export const judgeRole = (dispute: Dispute) => (judgedByLead(dispute) ? names.lead : names.iro);

function judgedByLead(dispute: Dispute): boolean {
  const stage = stageOf(dispute)?.id;
  return dispute.kept.ladder.find(({ id }) => id === stage)?.iroSide === 'lead';
}

/** Who has it from an event on, without a press. */
export function handedOverText(event: EventOf<'handedOver'>, dispute: Dispute, scene: Scene): string {
  const { handedOver } = words.history;
  const [to, away] = [event.to, event.away].map((id) => (id === undefined ? undefined : nameOf(id, scene)));
  if (to !== undefined && away !== undefined) return handedOver.cover(to, away);
  if (event.side === 'iro')
    return away === undefined ? handedOver.iro(nameOf(dispute.iro, scene)) : handedOver.leads(away);
  if (to !== undefined) return handedOver.holder(to);
  return away === undefined ? handedOver.nobody : handedOver.away(away);
}

/** Whose it is by the case system now. */
export function reallocatedText(event: EventOf<'reallocated'>, scene: Scene): string {
  const { reallocated } = words.history;
  const iroMoved = (from: string, to: string) =>
    event.by === 'import' ? reallocated.iro(from, to) : reallocated.iroBy(nameOf(event.by, scene), from, to);
  const team = event.toTeam === undefined ? [] : [reallocated.team(event.toTeam)];
  const iro = event.from === event.to ? [] : [iroMoved(nameOf(event.from, scene), nameOf(event.to, scene))];
  return capital([...iro, ...team].join('; '));
}

/** 'Dispute, formal', in the service's own word. */
export const kindLabel = (dispute: Dispute, scene: Scene) =>
  names.kind(scene.directory.policy.label, isFormal(dispute) ? names.formal : names.informal);

/** How long it took, once it is closed; undefined where an earlier record does not say. */
export function timeTaken(dispute: DisputeIn<'closed'>): string | undefined {
  const startedOn = isFormal(dispute) ? dispute.formal?.startedOn : dispute.raisedOn;
  if (startedOn === undefined || dispute.closedOn === undefined) return undefined;
  const days = workingDaysBetween(startedOn, dispute.closedOn);
  return days === 0 ? names.tookNoDay : names.took(days);
}

/** How it ended, and after how long where that is to be said. An earlier record may leave parts of it out. */
export function closedText(dispute: DisputeIn<'closed'>, scene: Scene, took?: string): string {
  const { closedOn, outcome } = dispute;
  if (closedOn === undefined && outcome === undefined) return ending.notRecorded;
  const how =
    outcome === undefined
      ? ending.outcomeNotRecorded
      : uncapital(outcomeLabel(outcome, scene.directory.policy));
  if (closedOn === undefined) return ending.closedSome(how);
  const on = day(closedOn, scene);
  return took === undefined ? ending.closed(on, how) : ending.closedAfter(on, took, how);
}
