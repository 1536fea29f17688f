import {
  bold,
  disputeCard,
  givingBack,
  noticeCard,
  ownWords,
  raiseForm,
  saidAfter,
  type FormState,
  type Scene,
} from '../cards/index.js';
import { type RaiseFields, raiseFields, readFields } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import type { DisputeEvent, EventOf, KeptPolicy } from '../disputes/events.js';
import { personalDetails } from '../disputes/personalDetail.js';
import { raise as raised, raiseProblems } from '../disputes/raise.js';
import type { Person } from '../people/person.js';
import { responderOf } from '../people/rights.js';
import type { Policy } from '../policy/policy.js';
import { following, hereOf } from './act.js';
import { type Answer, lasting, sceneOf, turnedAway, viewerOf, type Where } from './answer.js';
import { type AllocatedChild, childrenOf } from './children.js';
import type { Ports } from './ports.js';

/** The raise form as it was pressed. */
export interface RaisePress {
  readonly formId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly saveAnyway: boolean;
}

const emptyForm = (id: string, values: FormState['values'] = {}): FormState => ({
  id,
  values,
  problems: [],
  warned: [],
});

/** Opens the raise form, for an IRO with children. */
export async function openRaise(ports: Ports, person: Person, child?: string): Promise<Answer> {
  const scene = await sceneOf(ports);
  if (!mayRaise(person)) return lasting(notAnIro(scene));
  const children = await childrenOf(ports, person);
  if (children.length === 0) return lasting(noChildren(scene));
  const values: FormState['values'] =
    child !== undefined && children.some(({ ref }) => ref === child) ? { child } : {};
  return lasting(raiseForm(scene, { children }, emptyForm(ports.newId(), values)));
}

/**
 * Raises a dispute once for each form: the form's id is the document's. Pressed again with the same content it answers
 * what is there; with other content, a fresh form with that text in it.
 */
export async function raiseDispute(
  ports: Ports,
  person: Person,
  press: RaisePress,
  where: Where,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const id = `dispute:${press.formId}`;
  const existing = await ports.store.load('dispute', id);
  if (existing !== undefined) return alreadyRaised(ports, existing.document, person, press, scene);
  if (!mayRaise(person)) return turnedAway((words) => notAnIro(scene, words), press.fields);

  const children = await childrenOf(ports, person);
  const { policy } = scene.directory;
  const again = (problems: FormState['problems'], warned: FormState['warned']): Answer => {
    const form = { id: press.formId, values: press.fields, problems, warned };
    const shown = raiseForm(scene, { children }, form);
    const kept = where.lasting ? shown : raiseForm(scene, { children }, emptyForm(press.formId));
    return { shown, kept, own: true };
  };
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
    return again([{ field: 'child', problem: 'Choose one of your own children.' }, ...problems], []);
  if (problems.length > 0) return again(problems, []);
  const found = personalDetails(`${read.fields.worrying}\n${read.fields.right}`, scene.today);
  if (found.length > 0 && !press.saveAnyway) return again([], found);

  const events = raised(read.fields, {
    id,
    formId: press.formId,
    number: await nextNumber(ports, scene),
    by: person.id,
    at: scene.now,
    today: scene.today,
    iro: person.id,
    team: chosen.team,
    children: familyOf(chosen, children, read.fields.family),
    kept,
    savedAnyway: found.length > 0,
    holder: (stage) =>
      responderOf(
        { status: 'waiting', iro: person.id, team: chosen.team, involved: [], judges: [], kept },
        stage,
        scene.directory,
        scene.today,
      )?.id,
  });
  const next = following(undefined, events, hereOf(events, person, where));
  if ((await ports.store.save(next)) === 'changedMeanwhile') return raiseDispute(ports, person, press, where);
  ports.nudge();
  return { shown: raisedCard(next, person, scene) };
}

const mayRaise = (person: Person) => person.roles.includes('iro');

const notAnIro = (scene: Scene, givenBack = '') =>
  noticeCard(
    givingBack(
      {
        heading: `Only an IRO can raise a ${scene.directory.policy.label}`,
        lines: [
          ownWords`The child’s allocated IRO raises it. Write ${bold('help')} to see what you can do here.`,
        ],
      },
      givenBack,
    ),
  );

const notYourForm = (givenBack: string) =>
  noticeCard(
    givingBack(
      {
        heading: 'This form is not yours',
        lines: [ownWords`Write ${bold('raise')} to start one of your own.`],
      },
      givenBack,
    ),
  );

const noChildren = (scene: Scene) =>
  noticeCard({
    heading: 'You have no children on the list yet',
    lines: [
      `A ${scene.directory.policy.label} is raised for a child allocated to you. Your service’s business support brings in the allocations.`,
    ],
  });

/** The child that was chosen, then the others of the family for whom this person is the IRO too. */
function familyOf(chosen: AllocatedChild, children: readonly AllocatedChild[], family: boolean) {
  const others = family
    ? children.filter(
        ({ ref, family: theirs }) => ref !== chosen.ref && theirs !== undefined && theirs === chosen.family,
      )
    : [];
  return [chosen, ...others].map(({ team: _, ...child }) => child);
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

function raisedCard(dispute: Dispute, person: Person, scene: Scene) {
  const viewer = viewerOf(dispute, person, scene);
  const [first] = dispute.history;
  return disputeCard(
    dispute,
    viewer,
    scene,
    first === undefined ? {} : { said: saidAfter(first, dispute, viewer, scene) },
  );
}

async function alreadyRaised(
  ports: Ports,
  dispute: Dispute,
  person: Person,
  press: RaisePress,
  scene: Scene,
): Promise<Answer> {
  // An existing form answers its own raiser only: nobody learns from a guessed id that there is a dispute.
  if (dispute.raisedBy !== person.id) return turnedAway(notYourForm, press.fields);
  const read = readFields(raiseFields, press.fields);
  if (!read.ok || sameContent(dispute.history, read.fields)) {
    const shown = raisedCard(dispute, person, scene);
    return { shown, kept: disputeCard(dispute, viewerOf(dispute, person, scene), scene), about: dispute.id };
  }
  const children = await childrenOf(ports, person);
  const note = `Already raised as ${dispute.number}. This is a new form with what you have written now.`;
  const form = { ...emptyForm(ports.newId(), press.fields), note };
  const shown = raiseForm(scene, { children }, form);
  const kept = disputeCard(dispute, viewerOf(dispute, person, scene), scene);
  return { shown, kept, own: true, about: dispute.id };
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
