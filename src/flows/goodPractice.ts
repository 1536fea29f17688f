import {
  type FormState,
  givingBack,
  goodPracticeCard,
  goodPracticeForm,
  goodPracticeList,
  noticeCard,
  nothingFoundCard,
  type Scene,
} from '../cards/index.js';
import { atOrOnText } from '../calendar/words.js';
import { goodPracticeFields, readFields } from '../disputes/commands.js';
import {
  type GoodPractice,
  goodPracticeProblems,
  noteGoodPractice,
  passOn,
  wordsOf,
} from '../disputes/goodPractice.js';
import { personalDetails } from '../disputes/personalDetail.js';
import { teamByName } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { passerOf, sideOfPractice } from '../people/rights.js';
import { words } from '../words/index.js';
import { hereIntent } from './act.js';
import { type Answer, lasting, sceneOf, turnedAway, typedIn, type Where } from './answer.js';
import { type AllocatedChild, childrenOf } from './children.js';
import type { Ports } from './ports.js';
import type { FormPress } from './raise.js';
import { wouldStay } from './view.js';

const says = words.goodPractice;

const unseen = (givenBack = '') => nothingFoundCard(words.notices.nothingFound.goodPractice, givenBack);
const notAnIro = (givenBack = '') =>
  noticeCard(
    givingBack(
      {
        heading: says.notAnIro.heading,
        lines: [says.notAnIro.line],
      },
      givenBack,
    ),
  );

/** Opens the form, for an IRO. */
export async function openGoodPractice(ports: Ports, person: Person, child?: string): Promise<Answer> {
  if (!person.roles.includes('iro')) return lasting(notAnIro());
  const [scene, children] = await Promise.all([sceneOf(ports), childrenOf(ports, person)]);
  const values: FormState['values'] = children.some(({ ref }) => ref === child) && child ? { child } : {};
  const form = { id: ports.newId(), values, problems: [], warned: [] };
  return lasting(goodPracticeForm(scene, { children }, form));
}

/** Notes it once for each form, as a dispute is raised. */
export async function notePractice(
  ports: Ports,
  person: Person,
  press: FormPress,
  where: Where,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const id = `good-practice:${press.formId}`;
  const existing = (await ports.store.load('good-practice', id))?.document;
  const children = await childrenOf(ports, person);
  if (existing !== undefined) return noted(ports, existing, person, press, children, scene);
  if (!person.roles.includes('iro')) return turnedAway(notAnIro, typedIn(press.fields));

  const again = (problems: FormState['problems'], warned: FormState['warned']): Answer => {
    const form = { id: press.formId, values: press.fields, problems, warned };
    const empty = { id: press.formId, values: {}, problems: [], warned: [] };
    const shown = goodPracticeForm(scene, { children }, form);
    return { shown, kept: where.lasting ? shown : goodPracticeForm(scene, { children }, empty), own: true };
  };
  const read = readFields(goodPracticeFields, press.fields);
  if (!read.ok) return again(read.problems, []);
  const { fields } = read;
  const problems = goodPracticeProblems(fields);
  if (problems.length > 0) return again(problems, []);
  const chosen = children.find(({ ref }) => ref === fields.child);
  if (fields.child !== undefined && chosen === undefined)
    return again([{ field: 'child', problem: words.problems.ownChild }], []);
  // The manager of another team would read of the child.
  const known = chosen !== undefined && teamByName(scene.directory, chosen.team) !== undefined;
  if (known && fields.team !== undefined && fields.team !== chosen.team)
    return again([{ field: 'team', problem: words.problems.teamOfTheChild(chosen.team) }], []);
  const team = fields.team ?? chosen?.team ?? '';
  if (teamByName(scene.directory, team) === undefined)
    return again(
      [
        fields.team === undefined
          ? { field: 'child', problem: words.problems.teamUnknown }
          : { field: 'team', problem: words.problems.teamOfTheList },
      ],
      [],
    );
  const found = personalDetails(fields.text, scene.today);
  if (found.length > 0 && !press.saveAnyway) return again([], found);

  const note = noteGoodPractice({
    id,
    by: person.id,
    at: scene.now,
    today: scene.today,
    team,
    ...(chosen === undefined ? {} : { child: { ref: chosen.ref, initials: chosen.initials } }),
    text: fields.text,
    savedAnyway: found.length > 0,
  });
  if (
    (await ports.store.save({ ...note, intents: [...hereIntent(1, person, where), ...note.intents] })) ===
    'changedMeanwhile'
  )
    return notePractice(ports, person, press, where);
  ports.nudge();
  return { shown: goodPracticeCard(note, person, scene, { said: notedAt(note, scene) }), about: note.id };
}

const notedAt = ({ history }: GoodPractice, { today }: Scene) =>
  says.notedAt(atOrOnText(history[0]?.at ?? '', today));

/** The same form again: answered the same, or, with other words, by a fresh form with them. */
function noted(
  ports: Ports,
  note: GoodPractice,
  person: Person,
  press: FormPress,
  children: readonly AllocatedChild[],
  scene: Scene,
): Answer {
  if (note.iro !== person.id) return turnedAway(unseen, typedIn(press.fields));
  const plain = goodPracticeCard(note, person, scene);
  const read = readFields(goodPracticeFields, press.fields);
  const same =
    read.ok &&
    read.fields.text === wordsOf(note) &&
    read.fields.child === note.child?.ref &&
    (read.fields.team ?? note.team) === note.team;
  if (same) {
    const shown = goodPracticeCard(note, person, scene, { said: notedAt(note, scene) });
    return { shown, kept: plain, about: note.id };
  }
  const form = {
    id: ports.newId(),
    values: press.fields,
    problems: [],
    warned: [],
    note: says.sentBefore,
  };
  return {
    shown: goodPracticeForm(scene, { children }, form),
    kept: plain,
    own: true,
    about: note.id,
    formOpen: true,
  };
}

/** *Pass on*: by whoever holds the stage today, once. */
export async function passGoodPracticeOn(
  ports: Ports,
  person: Person,
  id: string,
  where: Where,
): Promise<Answer> {
  for (;;) {
    const scene = await sceneOf(ports);
    const stored = await ports.store.load('good-practice', id);
    const note = stored?.document;
    const side = note === undefined ? undefined : sideOfPractice(note, person, scene.directory, scene.today);
    if (stored === undefined || note === undefined || side === undefined) return lasting(unseen());
    if (note.passedOn !== undefined || side !== 'manager') {
      const passer = passerOf(note, scene.directory, scene.today);
      const said =
        note.passedOn !== undefined
          ? undefined
          : passer === undefined
            ? says.nobodysToPassOn
            : says.theirsToPassOn(passer.name);
      return lasting(goodPracticeCard(note, person, scene, said === undefined ? {} : { said }), {
        about: note.id,
      });
    }
    const next = passOn(note, person.id, scene.now, scene.today);
    const here = hereIntent(next.history.length, person, where);
    const saved = await ports.store.save({ ...next, intents: [...here, ...next.intents] }, stored.etag);
    if (saved === 'changedMeanwhile') continue;
    ports.nudge();
    return { shown: goodPracticeCard(next, person, scene), about: note.id };
  }
}

/** The card as it is, or, for this press alone, with its words. */
export async function showGoodPractice(
  ports: Ports,
  person: Person,
  id: string,
  what: 'card' | 'text',
  where: Where,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const note = (await ports.store.load('good-practice', id))?.document;
  if (note === undefined || sideOfPractice(note, person, scene.directory, scene.today) === undefined)
    return lasting(unseen());
  const plain = goodPracticeCard(note, person, scene);
  if (what === 'card') return lasting(plain, { about: id });
  const stay = wouldStay(where, scene);
  if (stay !== undefined)
    return lasting(goodPracticeCard(note, person, scene, { said: stay }), { about: id });
  const shown = goodPracticeCard(note, person, scene, { withText: true });
  return { shown, kept: plain, about: id, formOpen: true };
}

/** What was noted, for who noted it, who passes it on, and leads. */
export async function listGoodPractice(ports: Ports, person: Person, page: number): Promise<Answer> {
  const scene = await sceneOf(ports);
  const notes = (await ports.store.all('good-practice'))
    .map(({ document }) => document)
    .filter((note) => sideOfPractice(note, person, scene.directory, scene.today) !== undefined);
  return lasting(goodPracticeList(notes, person, scene, page));
}
