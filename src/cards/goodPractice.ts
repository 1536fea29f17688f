import { z } from 'zod';
import template from '../../cards/good-practice.json';
import { atText } from '../calendar/words.js';
import { type GoodPractice, notedOn, wordsOf } from '../disputes/goodPractice.js';
import { passerOf, sideOfPractice } from '../people/rights.js';
import type { Person } from '../people/person.js';
import { rowsCard, textRow } from './list.js';
import type { Scene, Shown } from './scene.js';
import {
  type CardAction,
  actions,
  bold,
  button,
  cardTemplate,
  labelled,
  labelledSchema,
  line,
  ownWords,
  paragraph,
  plain,
  spoken,
} from './template.js';
import { capital, childText, counted, day, nameOf, stageName } from './words.js';

const render = cardTemplate(
  z.strictObject({
    ...spoken,
    said: z.array(paragraph).max(1),
    heading: line,
    wanted: line,
    subject: line,
    words: z.array(labelledSchema),
    rows: z.array(labelledSchema),
    buttons: actions,
  }),
  template,
);

/** The manager's stage, inside a sentence: the first of the ladder. */
export const passerName = (scene: Scene) => stageName(scene.directory.policy.ladder[0]?.id ?? '', scene);

const whose = ({ team, child }: GoodPractice) =>
  child === undefined ? `Team ${team}` : `${childText(child)} · Team ${team}`;

/** What is wanted of this person, or who has it. */
function wantedOf(note: GoodPractice, person: Person, scene: Scene): { bold: string; rest: string } {
  const { passedOn } = note;
  if (passedOn !== undefined) {
    const when = `${atText(passedOn.at, scene.today).includes(' at ') ? 'on' : 'at'} ${atText(passedOn.at, scene.today)}`;
    const who = passedOn.by === person.id ? 'you' : nameOf(passedOn.by, scene);
    return { bold: `Passed on by ${who} ${when}.`, rest: '' };
  }
  const passer = passerOf(note, scene.directory, scene.today);
  if (passer?.id === person.id)
    return {
      bold: 'Please pass this on to the worker.',
      rest: `${nameOf(note.iro, scene)} noted good work in your team.`,
    };
  return passer === undefined
    ? {
        bold: `Nobody holds the stage of ${passerName(scene)} for this team now.`,
        rest: 'Whoever holds it next finds this by writing good practice.',
      }
    : { bold: `With the ${passerName(scene)}, ${passer.name}, to pass on.`, rest: '' };
}

/** Good practice for whoever may see it. No typed words, unless they were asked for or the policy has them in cards. */
export function goodPracticeCard(
  note: GoodPractice,
  person: Person,
  scene: Scene,
  { said, withText = false }: { readonly said?: string; readonly withText?: boolean } = {},
): Shown {
  const wanted = wantedOf(note, person, scene);
  const text = withText || scene.directory.policy.textInCards === 'always';
  const card = render({
    speak: `Good practice. ${wanted.bold} ${wanted.rest}`.trim(),
    fallbackText: `Good practice: ${wanted.bold}`,
    said: said === undefined ? [] : [{ runs: [plain(said)] }],
    heading: [bold('Good practice'), plain(` · ${note.team}`)],
    wanted: [bold(wanted.bold), ...(wanted.rest === '' ? [] : [plain(` ${wanted.rest}`)])],
    subject: [plain(whose(note))],
    words: text ? [labelled('What was good', wordsOf(note))] : [],
    rows: [labelled('Noted by', `${nameOf(note.iro, scene)} (IRO) on ${day(notedOn(note), scene)}`)],
    buttons: buttonsOf(note, person, scene, withText),
  });
  const passes = note.passedOn === undefined && sideIn(note, person, scene) === 'manager';
  return { card, summary: passes ? 'Good practice to pass on' : 'Good practice' };
}

const sideIn = (note: GoodPractice, person: Person, scene: Scene) =>
  sideOfPractice(note, person, scene.directory, scene.today);

function buttonsOf(note: GoodPractice, person: Person, scene: Scene, withText: boolean): CardAction[] {
  const goodPractice = note.id;
  const passes = note.passedOn === undefined && sideIn(note, person, scene) === 'manager';
  return [
    ...(passes ? [button('Pass on', { press: 'pass-on', goodPractice }, { style: 'positive' })] : []),
    withText
      ? button('Hide text', { press: 'show-good-practice', goodPractice, what: 'card' })
      : button('Show text', { press: 'show-good-practice', goodPractice, what: 'text' }),
  ];
}

/** What was noted, newest first; what is still to be passed on by this person before it. */
export function goodPracticeList(
  notes: readonly GoodPractice[],
  person: Person,
  scene: Scene,
  page: number,
): Shown {
  const theirs = (note: GoodPractice) =>
    note.passedOn === undefined && passerOf(note, scene.directory, scene.today)?.id === person.id;
  const toPassOn = notes.filter(theirs).length;
  const newest = notes.toSorted((a, b) => {
    const [one, other] = [a, b].map((note) => `${theirs(note) ? 1 : 0}${note.changedAt}`);
    return (one ?? '') < (other ?? '') ? 1 : -1;
  });
  const iro = person.roles.includes('iro');
  return rowsCard({
    heading:
      notes.length === 0
        ? 'No good practice noted yet.'
        : capital(counted(notes.length, 'note of good practice', 'notes of good practice')),
    summary: 'Good practice',
    lines:
      notes.length === 0
        ? [
            iro
              ? ownWords`Write ${bold('good practice')} to note what was done well.`
              : 'When an IRO notes good work, it is listed here.',
          ]
        : toPassOn > 0
          ? [`${capital(counted(toPassOn, 'is', 'are'))} for you to pass on.`]
          : [],
    rows: newest.map((note) => {
      const wanted = wantedOf(note, person, scene);
      return textRow(
        [
          [bold(day(notedOn(note), scene)), plain(` · ${whose(note)}`)],
          [plain(`${wanted.bold} ${wanted.rest}`.trim())],
        ],
        [button('Open', { press: 'show-good-practice', goodPractice: note.id, what: 'card' })],
      );
    }),
    page,
    words: 'good practice noted',
    buttons: iro ? [button('Note good practice…', { press: 'open-good-practice' })] : [],
  });
}
