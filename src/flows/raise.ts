import type { FormState, Scene } from '../cards/index.js';
import { type RaiseFields, raiseFields, readFields } from '../disputes/commands.js';
import type { Dispute, Intent } from '../disputes/dispute.js';
import type { DisputeEvent, EventOf, KeptPolicy } from '../disputes/events.js';
import { personalDetails } from '../disputes/personalDetail.js';
import { raise as raised, raiseProblems } from '../disputes/raise.js';
import { irosActedFor } from '../people/cover.js';
import { personByUpn } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { responderOf } from '../people/rights.js';
import type { Policy } from '../policy/policy.js';
import { words } from '../words/index.js';
import { following } from './act.js';
import { type AllocatedChild, childrenOf } from './children.js';
import type { Ports } from './ports.js';
import { midwayRaised } from './reviewSteps.js';

/** A form that makes something new, as it was pressed: its id becomes that of the document. */
export interface FormPress {
  readonly formId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly saveAnyway: boolean;
}

/** What became of a raise form, for whoever answers it: a card in a chat, or a dialog. */
export type Raised =
  /** `again`: it was raised by this form before, and nothing was saved now. */
  | { readonly kind: 'raised'; readonly dispute: Dispute; readonly again: boolean }
  /** Not saved: the form with what is wrong. `already`: the form before said something else, and that one stands. */
  | {
      readonly kind: 'form';
      readonly form: FormState;
      readonly children: readonly AllocatedChild[];
      readonly already?: Dispute;
    }
  | { readonly kind: 'not-an-iro' | 'not-your-form' | 'no-children' };

/** What stands in a form before it is filled in; typed words that came with it are looked through at once. */
export function freshForm(id: string, values: FormState['values'], scene: Scene): FormState {
  return { id, values, problems: [], warned: personalDetails(values['worrying'] ?? '', scene.today) };
}

/** A fresh form, for an IRO with children. */
export async function raiseFormFor(
  ports: Ports,
  person: Person,
  scene: Scene,
  given: FormState['values'] = {},
): Promise<Raised> {
  if (!mayRaise(person, scene)) return { kind: 'not-an-iro' };
  const children = await childrenOf(ports, person);
  if (children.length === 0) return { kind: 'no-children' };
  const { child, ...others } = given;
  const own = child !== undefined && children.some(({ ref }) => ref === child);
  return {
    kind: 'form',
    form: freshForm(ports.newId(), { ...others, ...(own ? { child } : {}) }, scene),
    children,
  };
}

/**
 * Raises a dispute once for each form: the form's id is the document's. Pressed again with the same content it answers
 * what is there; with other content, a fresh form with that text in it. `told` is who is shown it beside the ladder.
 */
export async function raise(
  ports: Ports,
  person: Person,
  press: FormPress,
  scene: Scene,
  told: (events: readonly DisputeEvent[]) => Intent[],
): Promise<Raised> {
  const id = `dispute:${press.formId}`;
  const existing = await ports.store.load('dispute', id);
  if (existing !== undefined) return alreadyRaised(ports, existing.document, person, press);
  if (!mayRaise(person, scene)) return { kind: 'not-an-iro' };

  const children = await childrenOf(ports, person);
  const { policy } = scene.directory;
  const again = (problems: FormState['problems'], warned: FormState['warned']): Raised => ({
    kind: 'form',
    form: { id: press.formId, values: press.fields, problems, warned },
    children,
  });
  const read = readFields(raiseFields, press.fields);
  if (!read.ok) return again(read.problems, []);
  const kept = keptOf(policy);
  const chosen = children.find(({ ref }) => ref === read.fields.child);
  const problems = raiseProblems(
    read.fields,
    policy.themes.flatMap(({ id: theme, sub }) => [theme, ...sub.map((each) => `${theme}/${each.id}`)]),
    kept,
    scene.today,
  );
  if (chosen === undefined)
    return again([{ field: 'child', problem: words.problems.ownChild }, ...problems], []);
  if (problems.length > 0) return again(problems, []);
  const found = personalDetails(`${read.fields.worrying}\n${read.fields.right}`, scene.today);
  if (found.length > 0 && !press.saveAnyway) return again([], found);

  const iro = personByUpn(scene.directory, chosen.iro)?.id ?? person.id;
  const events = raised(read.fields, {
    id,
    formId: press.formId,
    number: await nextNumber(ports, scene),
    by: person.id,
    ...(iro === person.id ? {} : { onBehalfOf: iro }),
    at: scene.now,
    today: scene.today,
    iro,
    team: chosen.team,
    children: familyOf(chosen, children, read.fields.family),
    kept,
    savedAnyway: found.length > 0,
    holder: (stage) =>
      responderOf(
        {
          status: 'waiting',
          iro,
          team: chosen.team,
          involved: [],
          judges: iro === person.id ? [] : [person.id],
          kept,
        },
        stage,
        scene.directory,
        scene.today,
      )?.id,
  });
  const next = following(undefined, events, told(events), scene.directory);
  if ((await ports.store.save(next)) === 'changedMeanwhile') return raise(ports, person, press, scene, told);
  ports.nudge();
  if (read.fields.cameFrom === 'midway') await midwayRaised(ports, person, chosen.ref);
  return { kind: 'raised', dispute: next, again: false };
}

/** An IRO, or who covers one today. */
export const mayRaise = (person: Person, { directory, today }: Scene): boolean =>
  irosActedFor(person, directory, today).length > 0;

/** The child that was chosen, then the others of the family who have the same IRO. */
function familyOf(chosen: AllocatedChild, children: readonly AllocatedChild[], family: boolean) {
  const others = family
    ? children.filter(
        (each) =>
          each.ref !== chosen.ref &&
          each.iro === chosen.iro &&
          each.family !== undefined &&
          each.family === chosen.family,
      )
    : [];
  return [chosen, ...others].map(({ team: _team, iro: _iro, ...child }) => child);
}

/** What a dispute keeps of the policy. Labels are not among it: they follow the policy. */
export function keptOf(policy: Policy): KeptPolicy {
  return {
    ladder: policy.ladder.map(({ label: _, ...stage }) => stage),
    totalWorkingDays: policy.totalWorkingDays,
    onNoResponse: policy.onNoResponse,
  };
}

/** The next number of the English year. Numbers may skip where a form was given up; none is used twice. */
async function nextNumber(ports: Ports, { today }: Scene): Promise<string> {
  const year = today.slice(0, 4);
  const id = `counter:${year}`;
  for (;;) {
    const stored = await ports.store.load('counter', id);
    const last = (stored?.document.last ?? 0) + 1;
    const saved = await ports.store.save({ id, type: 'counter', shape: 1, last }, stored?.etag);
    if (saved === 'saved') return `D-${year}-${String(last).padStart(4, '0')}`;
  }
}

async function alreadyRaised(
  ports: Ports,
  dispute: Dispute,
  person: Person,
  press: FormPress,
): Promise<Raised> {
  // An existing form answers its own raiser only: nobody learns from a guessed id that there is a dispute.
  if (dispute.raisedBy !== person.id) return { kind: 'not-your-form' };
  const read = readFields(raiseFields, press.fields);
  if (read.ok && sameContent(dispute.history, read.fields)) return { kind: 'raised', dispute, again: true };
  const note = words.raise.already(dispute.number);
  const form = { id: ports.newId(), values: press.fields, problems: [], warned: [], note };
  return { kind: 'form', form, children: await childrenOf(ports, person), already: dispute };
}

/** Whether a form says what was saved. Redacted words cannot be compared. */
function sameContent(history: readonly DisputeEvent[], fields: RaiseFields): boolean {
  const first = history.find((event): event is EventOf<'raised'> => event.kind === 'raised');
  if (first === undefined) return false;
  const words =
    first.redacted === true || (first.worrying === fields.worrying && first.right === fields.right);
  return (
    words &&
    first.dispute === fields.kind &&
    first.children[0]?.ref === fields.child &&
    first.theme === fields.theme &&
    String(first.otherThemes) === String(fields.otherThemes.filter((theme) => theme !== fields.theme))
  );
}
