import {
  actForm,
  disputeCard,
  hasForm,
  nothingFoundCard,
  refusalSentence,
  saidAfter,
  type Scene,
  type Viewer,
} from '../cards/index.js';
import { apply } from '../disputes/apply.js';
import { dueStep } from '../disputes/clock.js';
import type { Act } from '../disputes/commands.js';
import { decide, type Refusal } from '../disputes/decide.js';
import type { Dispute, Intent } from '../disputes/dispute.js';
import { type DisputeEvent, wordsIn } from '../disputes/events.js';
import { intentsOf, withIntents } from '../disputes/intents.js';
import { earlyRefusal } from '../disputes/rules.js';
import type { Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { actsFor, mayRead } from '../people/rights.js';
import { words } from '../words/index.js';
import {
  type Answer,
  holderIn,
  lasting,
  sceneOf,
  turnedAway,
  typedIn,
  viewerOf,
  type Where,
} from './answer.js';
import { formOptionsFor } from './children.js';
import type { Ports } from './ports.js';
import { wakingAt } from './telling.js';
import { wakeOne } from './wake.js';

const { notices, refusals } = words;

const unseen = (givenBack: string) => nothingFoundCard(notices.nothingFound.dispute, givenBack);

/**
 * A press on a dispute: load, decide, save by compare-and-swap, answer. Somebody else's save in between is judged
 * anew: the turn decides who was first, not the ETag.
 */
export async function act(
  ports: Ports,
  person: Person,
  press: Act,
  { saveAnyway, ...where }: Where & { readonly saveAnyway: boolean },
): Promise<Answer> {
  const scene = await sceneOf(ports);
  for (;;) {
    const stored = await ports.store.load('dispute', press.dispute);
    if (stored === undefined) return turnedAway(unseen, typedIn(press.fields));
    const dispute = stored.document;
    const viewer = viewerOf(dispute, person, scene);
    if (!mayRead(viewer.sides)) return turnedAway(unseen, typedIn(press.fields));
    // What the clock came to while nobody swept is recorded first: no press may take a lapse away, and whether a
    // reminder was due does not hang on how often somebody looks.
    if (dueStep(dispute, scene.directory.policy.morningHour, scene.now) !== undefined) {
      await wakeOne({ ...ports, now: () => scene.now }, stored);
      continue;
    }
    const options = await formOptionsFor(ports, press.verb, dispute, scene);
    const decision = decide(dispute, press, {
      by: person.id,
      ...onBehalf(dispute, person, press.verb, scene),
      sides: viewer.sides,
      at: scene.now,
      today: scene.today,
      holder: holderIn(dispute, scene.directory, scene.today),
      child: options.children?.find(({ ref }) => ref === press.fields['child']),
      childHasLeft: options.childHasLeft,
      saveAnyway,
    });
    if (decision.kind === 'done') {
      const here = hereOf(decision.events, person, where);
      const next = following(dispute, decision.events, here, scene.directory);
      if ((await ports.store.save(next, stored.etag)) === 'changedMeanwhile') continue;
      ports.nudge();
      return answered(next, decision.events[0], person, scene);
    }
    if (decision.kind === 'already') return already(ports, dispute, decision.event, press, viewer, scene);
    return refused(ports, dispute, press, decision.refusal, viewer, scene, where);
  }
}

/** Words are replaced by a lead as a lead, whoever is away. */
function onBehalf(dispute: Dispute, person: Person, verb: Act['verb'], { directory, today }: Scene) {
  const absent = verb === 'redact' ? undefined : actsFor(dispute, person, directory, today);
  return absent === undefined ? {} : { onBehalfOf: absent };
}

/** The dispute after an act, with what is to be told and when it wakes. */
export function following(
  dispute: Dispute | undefined,
  events: readonly DisputeEvent[],
  more: readonly Intent[],
  { policy }: Directory,
): Dispute {
  const folded = events.reduce(apply, dispute);
  if (folded === undefined) throw new Error('an act has at least one event');
  return wakingAt(withIntents(folded, [...more, ...intentsOf(events)]), policy.morningHour);
}

/** The pressed message shows the dispute from now on. */
export const hereOf = (events: readonly DisputeEvent[], person: Person, where: Where): Intent[] =>
  hereIntent(events.at(-1)?.seq, person, where);

export function hereIntent(event: number | undefined, person: Person, where: Where): Intent[] {
  const { conversation, message } = where;
  if (event === undefined || conversation === undefined || message === undefined) return [];
  return [{ to: 'here', event, person: person.id, conversation, message }];
}

function answered(dispute: Dispute, event: DisputeEvent | undefined, person: Person, scene: Scene): Answer {
  if (event === undefined) throw new Error('an act has at least one event');
  const viewer = viewerOf(dispute, person, scene);
  return { shown: disputeCard(dispute, viewer, scene, { said: saidAfter(event, dispute, viewer, scene) }) };
}

/**
 * The same act again is told the same. Where its form comes with other words than were recorded, those stand, and the
 * new ones are given back. Nothing was saved, so no relay comes to write the message.
 */
function already(
  ports: Ports,
  dispute: Dispute,
  event: DisputeEvent,
  press: Act,
  viewer: Viewer,
  scene: Scene,
): Answer {
  const act = dispute.history.filter(
    ({ at, by, verb }) => at === event.at && by === event.by && verb === event.verb,
  );
  const recorded = act.flatMap((each) => wordsIn(each).map(([, words]) => words));
  const redacted = act.some((each) => each.redacted === true);
  const typed = typedIn(press.fields);
  const otherWords =
    !redacted && typed !== '' && !typed.split('\n\n').every((part) => recorded.join('\n\n').includes(part));
  const said = saidAfter(event, dispute, viewer, scene);
  const shown = disputeCard(dispute, viewer, scene, {
    said: otherWords ? refusals.recordedStands(said) : said,
    ...(otherWords ? { givenBack: { text: typed, formId: ports.newId() } } : {}),
  });
  return { shown, kept: disputeCard(dispute, viewer, scene), own: true, about: dispute.id };
}

async function refused(
  ports: Ports,
  dispute: Dispute,
  press: Act,
  refusal: Refusal,
  viewer: Viewer,
  scene: Scene,
  where: Where,
): Promise<Answer> {
  const kept = disputeCard(dispute, viewer, scene);
  const inForm = refusal.reason === 'fields' || refusal.reason === 'personal-detail';
  if (inForm && hasForm(press.verb, dispute)) {
    const form = {
      id: press.formId ?? ports.newId(),
      values: press.fields,
      problems: refusal.reason === 'fields' ? refusal.problems : [],
      warned: refusal.reason === 'personal-detail' ? refusal.found : [],
    };
    const options = await formOptionsFor(ports, press.verb, dispute, scene);
    const shown = actForm(press.verb, dispute, viewer, scene, form, options);
    return { shown, kept: where.lasting ? shown : kept, own: true, about: dispute.id, formOpen: true };
  }
  const givenBack = typedIn(press.fields);
  const said = refusalSentence(refusal, dispute, viewer, scene);
  const shown = disputeCard(dispute, viewer, scene, {
    said,
    ...(givenBack === '' ? {} : { givenBack: { text: givenBack, formId: ports.newId() } }),
  });
  // By the Submit fallback the message itself is the answer: in the writer's own chat it may carry their own words.
  return { shown, kept: where.lasting ? shown : kept, own: true, about: dispute.id };
}

/** Opens the form of an act, if the act would be accepted. */
export async function openForm(
  ports: Ports,
  person: Person,
  press: Pick<Act, 'verb' | 'dispute' | 'seenTurn'>,
  where: Where,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const dispute = (await ports.store.load('dispute', press.dispute))?.document;
  const viewer = dispute === undefined ? undefined : viewerOf(dispute, person, scene);
  if (dispute === undefined || viewer === undefined || !mayRead(viewer.sides))
    return lasting(nothingFoundCard(notices.nothingFound.dispute));
  const refusal = earlyRefusal(dispute, press, viewer.sides);
  if (refusal !== undefined)
    return refused(ports, dispute, { ...press, fields: {} }, { reason: refusal }, viewer, scene, where);
  const options = await formOptionsFor(ports, press.verb, dispute, scene);
  const form = { id: ports.newId(), values: {}, problems: [], warned: [] };
  const shown = actForm(press.verb, dispute, viewer, scene, form, options);
  return lasting(shown, { about: dispute.id, formOpen: true });
}
