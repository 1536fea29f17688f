import { goodPracticeCard, nothingFoundCard, redactPracticeForm, type FormState } from '../cards/index.js';
import { actFields, readFields } from '../disputes/commands.js';
import { isRedacted, redactPractice } from '../disputes/goodPractice.js';
import type { Person } from '../people/person.js';
import { sideOfPractice } from '../people/rights.js';
import { words } from '../words/index.js';
import { hereIntent } from './act.js';
import { type Answer, lasting, sceneOf, turnedAway, typedIn, type Where } from './answer.js';
import type { Ports } from './ports.js';

const unseen = (givenBack = '') => nothingFoundCard(words.notices.nothingFound.goodPractice, givenBack);
const reasons = actFields.redact.pick({ text: true });

/** What a lead alone may replace, and once. */
async function redactable(ports: Ports, person: Person, id: string) {
  const scene = await sceneOf(ports);
  const stored = await ports.store.load('good-practice', id);
  const side =
    stored === undefined ? undefined : sideOfPractice(stored.document, person, scene.directory, scene.today);
  const may = side === 'reader' && person.roles.includes('lead');
  return { scene, stored: may ? stored : undefined };
}

/** Asks why the words are replaced. */
export async function openRedaction(ports: Ports, person: Person, id: string): Promise<Answer> {
  const { scene, stored } = await redactable(ports, person, id);
  if (stored === undefined) return lasting(unseen());
  const form = { id: ports.newId(), values: {}, problems: [], warned: [] };
  return lasting(redactPracticeForm(stored.document, scene, form), { about: id, formOpen: true });
}

/** Replaces the words of a note, wherever they stand: they stand in its history alone. */
export async function redact(
  ports: Ports,
  person: Person,
  id: string,
  fields: FormState['values'],
  where: Where,
): Promise<Answer> {
  for (;;) {
    const { scene, stored } = await redactable(ports, person, id);
    if (stored === undefined) return turnedAway(unseen, typedIn(fields));
    const note = stored.document;
    if (isRedacted(note)) return lasting(goodPracticeCard(note, person, scene), { about: id });
    const read = readFields(reasons, fields);
    if (!read.ok) {
      const form = { id: ports.newId(), values: fields, problems: read.problems, warned: [] };
      const shown = redactPracticeForm(note, scene, form);
      const kept = where.lasting ? shown : goodPracticeCard(note, person, scene);
      return { shown, kept, own: true, about: id, formOpen: true };
    }
    const next = redactPractice(note, person.id, scene.now, scene.today, read.fields.text);
    const intents = [...hereIntent(next.history.length, person, where), ...next.intents];
    if ((await ports.store.save({ ...next, intents }, stored.etag)) === 'changedMeanwhile') continue;
    ports.nudge();
    return { shown: goodPracticeCard(next, person, scene), about: id };
  }
}
