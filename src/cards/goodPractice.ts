import { z } from 'zod';
import template from '../../cards/good-practice.json';
import { atOrOnText } from '../calendar/words.js';
import { type GoodPractice, isRedacted, notedOn, wordsOf } from '../disputes/goodPractice.js';
import { passerOf, sideOfPractice } from '../people/rights.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
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
import { childText, day, nameOf, stageName } from './words.js';

const { acts } = words;
const says = words.goodPractice;

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

export const subjectOf = ({ team, child }: GoodPractice) =>
  child === undefined ? says.team(team) : says.childAndTeam(childText(child), team);

/** What is wanted of this person, or who has it. */
function wantedOf(note: GoodPractice, person: Person, scene: Scene): { bold: string; rest: string } {
  const { passedOn } = note;
  if (passedOn !== undefined) {
    const who = passedOn.by === person.id ? says.you : nameOf(passedOn.by, scene);
    return { bold: says.passedOn(who, atOrOnText(passedOn.at, scene.today)), rest: '' };
  }
  const passer = passerOf(note, scene.directory, scene.today);
  if (passer?.id === person.id)
    return {
      bold: says.pleasePassOn,
      rest: says.notedGoodWork(nameOf(note.iro, scene)),
    };
  return passer === undefined
    ? {
        bold: says.vacant(passerName(scene)),
        rest: says.whoeverHolds,
      }
    : { bold: says.withPasser(passerName(scene), passer.name), rest: '' };
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
    speak: says.speak(`${wanted.bold} ${wanted.rest}`.trim()),
    fallbackText: says.fallback(wanted.bold),
    said: said === undefined ? [] : [{ runs: [plain(said)] }],
    heading: [bold(says.heading), plain(says.ofTeam(note.team))],
    wanted: [bold(wanted.bold), ...(wanted.rest === '' ? [] : [plain(` ${wanted.rest}`)])],
    subject: [plain(subjectOf(note))],
    words: text ? [labelled(says.text, wordsOf(note))] : [],
    rows: [labelled(says.notedBy, says.noted(nameOf(note.iro, scene), day(notedOn(note), scene)))],
    buttons: buttonsOf(note, person, scene, withText),
  });
  const passes = note.passedOn === undefined && sideIn(note, person, scene) === 'manager';
  return { card, summary: passes ? says.toPassOn : says.heading };
}

const sideIn = (note: GoodPractice, person: Person, scene: Scene) =>
  sideOfPractice(note, person, scene.directory, scene.today);

function buttonsOf(note: GoodPractice, person: Person, scene: Scene, withText: boolean): CardAction[] {
  const goodPractice = note.id;
  const side = sideIn(note, person, scene);
  const passes = note.passedOn === undefined && side === 'manager';
  const redacts = side === 'reader' && person.roles.includes('lead') && !isRedacted(note);
  return [
    ...(passes ? [button(says.passOn, { press: 'pass-on', goodPractice }, { style: 'positive' })] : []),
    withText
      ? button(acts.hideText, { press: 'show-good-practice', goodPractice, what: 'card' })
      : button(acts.showText, { press: 'show-good-practice', goodPractice, what: 'text' }),
    ...(redacts ? [button(says.redact, { press: 'open-redact-practice', goodPractice })] : []),
  ];
}

/** What was noted: what this person is to pass on first, then what others are, newest first. */
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
    const [one, other] = [a, b].map(
      (note) => `${theirs(note) ? 2 : note.passedOn === undefined ? 1 : 0}${note.changedAt}`,
    );
    return (one ?? '') < (other ?? '') ? 1 : -1;
  });
  const iro = person.roles.includes('iro');
  return rowsCard({
    heading: notes.length === 0 ? says.list.none : says.list.heading(notes.length),
    summary: says.heading,
    lines:
      notes.length === 0
        ? [iro ? ownWords(says.list.write) : says.list.comesHere]
        : toPassOn > 0
          ? [says.list.toPassOn(toPassOn)]
          : [],
    rows: newest.map((note) => {
      const wanted = wantedOf(note, person, scene);
      return textRow(
        [
          [bold(day(notedOn(note), scene)), plain(says.list.row(subjectOf(note)))],
          [plain(`${wanted.bold} ${wanted.rest}`.trim())],
        ],
        [button(acts.open, { press: 'show-good-practice', goodPractice: note.id, what: 'card' })],
      );
    }),
    page,
    words: 'good practice noted',
    buttons: iro ? [button(acts.noteGoodPractice, { press: 'open-good-practice' })] : [],
  });
}
