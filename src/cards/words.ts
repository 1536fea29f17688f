import { type Day } from '../calendar/days.js';
import { dayText, daysLeftText } from '../calendar/words.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import { type Dispute, type DisputeIn, stageOf } from '../disputes/dispute.js';
import type { DisputedChild } from '../disputes/events.js';
import { personById } from '../people/directory.js';
import { responderOf } from '../people/rights.js';
import type { Person } from '../people/person.js';
import type { Outcome, Policy } from '../policy/policy.js';
import type { Scene } from './scene.js';

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A label inside a sentence; one that begins with a name in capitals keeps it. */
export const uncapital = (text: string) => (/^.[A-Z]/.test(text) ? text : lower(text));
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** 'a dispute', 'an alert'. */
export const withArticle = (noun: string) => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** '1 dispute', '3 disputes', 'no disputes'. */
export const counted = (count: number, one: string, many: string) =>
  `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** 'a, b and c'. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** 'Mon 9 Mar (3 working days left)'. */
export const dayWithLeft = (day: Day, scene: Scene) =>
  `${dayText(day, scene.today)} (${daysLeftText(day, scene.today)})`;

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
  if (theme === '') return 'Theme not recorded';
  const [top = '', sub] = theme.split('/');
  const found = policy.themes.find(({ id }) => id === top);
  const label = found?.label ?? capital(top.replaceAll('-', ' '));
  if (depth === 'top' || sub === undefined) return label;
  const subLabel = found?.sub.find(({ id }) => id === sub)?.label ?? sub.replaceAll('-', ' ');
  return `${label}: ${uncapital(subLabel)}`;
}

export const somebody = 'somebody no longer on the list';

export const nameOf = (person: string, scene: Scene) => personById(scene.directory, person)?.name ?? somebody;

/** 'You' for whoever looks, else the name. */
export const whoIs = (person: string, viewer: Person, scene: Scene) =>
  person === viewer.id ? 'You' : nameOf(person, scene);

export const childText = (child: Pick<DisputedChild, 'ref' | 'initials'>) =>
  child.initials === '' ? child.ref : `${child.ref} (${child.initials})`;

/** The first child, and how many more: nothing else about a child, ever. */
export function childrenText(children: readonly DisputedChild[]): string {
  const [first, ...others] = children;
  if (first === undefined) return 'child not recorded';
  const family = others.filter((each) => each.family !== undefined && each.family === first.family).length;
  const rest = others.length - family;
  const parts = [
    ...(family > 0 ? [`${family} more of the family`] : []),
    ...(rest > 0 ? [counted(rest, 'other child', 'other children')] : []),
  ];
  return listed([childText(first), ...parts]);
}

/** Today's holder of the stage that it is on. */
export function holderNow(dispute: Dispute, scene: Scene): Person | undefined {
  const stage = stageOf(dispute)?.id;
  return stage === undefined ? undefined : responderOf(dispute, stage, scene.directory, scene.today);
}

/** 'the team manager, Name', or 'the team manager (nobody holds this stage)'. */
export function stageWithHolder(dispute: Dispute, stage: string, scene: Scene): string {
  const holder = responderOf(dispute, stage, scene.directory, scene.today);
  const name = `the ${stageName(stage, scene)}`;
  return holder === undefined ? `${name} (nobody holds this stage)` : `${name}, ${holder.name}`;
}

/** Who speaks for the IRO side now: 'the IRO, Name', or 'the lead'. */
export const iroSide = (dispute: Dispute, scene: Scene) =>
  judgeRole(dispute) === 'lead' ? 'the lead' : `the IRO, ${nameOf(dispute.iro, scene)}`;

/** Who decides on an answer at the stage that it is on. */
export function judgeRole(dispute: Dispute): 'IRO' | 'lead' {
  const stage = stageOf(dispute)?.id;
  return dispute.kept.ladder.find(({ id }) => id === stage)?.iroSide === 'lead' ? 'lead' : 'IRO';
}

/** 'Dispute, formal', in the service's own word. */
export const kindLabel = (dispute: Dispute, scene: Scene) =>
  `${capital(scene.directory.policy.label)}, ${dispute.formal === undefined ? 'informal' : 'formal'}`;

/** How long it took, once it is closed; undefined where an earlier record does not say. */
export function timeTaken(dispute: DisputeIn<'closed'>): string | undefined {
  if (dispute.closedOn === undefined) return undefined;
  const days = workingDaysBetween(dispute.formal?.startedOn ?? dispute.raisedOn, dispute.closedOn);
  return days === 0 ? 'less than one working day' : counted(days, 'working day', 'working days');
}

/** 'Closed on Mon 9 Mar after 5 working days: the action was done.' An earlier record may leave parts of it out. */
export function closedText(dispute: DisputeIn<'closed'>, scene: Scene, took = ''): string {
  const { closedOn, outcome } = dispute;
  if (closedOn === undefined && outcome === undefined)
    return 'From an earlier record: how it ended is not recorded.';
  const on = closedOn === undefined ? '' : ` on ${day(closedOn, scene)}`;
  const how =
    outcome === undefined
      ? 'the outcome is not recorded'
      : uncapital(outcomeLabel(outcome, scene.directory.policy));
  return `Closed${on}${took}: ${how}.`;
}
