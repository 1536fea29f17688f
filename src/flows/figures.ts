import { financialYearOf, longDay, periodLabel } from '../calendar/periods.js';
import {
  noticeCard,
  notUnderstoodCard,
  ownWords,
  type Scene,
  type Shown,
  whichPersonCard,
} from '../cards/index.js';
import { figureRights } from '../people/figures.js';
import type { Person } from '../people/person.js';
import { type Splitter, nameOf } from '../reports/splits.js';
import { capital } from '../words/grammar.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import { type AskedBy, byWords, questionWords, spokenName } from './asked.js';
import { answerWhichOnes } from './behindFigure.js';
import { answerComparison } from './comparison.js';
import { answerExport } from './exportFigure.js';
import { answerFigure, splitOf } from './figureAnswer.js';
import type { Ports } from './ports.js';
import { type HalfHeard, type Nameable, type Question, hear, nearSubjects } from './question.js';
import { type Subject, offered } from './questionNames.js';
import { type Reach, reachOf } from './reach.js';
import type { Whose } from './whoseHeard.js';
import { commandNames } from './words.js';

const { figures, periods } = words;

/** What somebody may name: who may not read figures of others is not told whether there is such a name. */
function nameable(person: Person, { directory, today }: Scene): Nameable {
  const { everything, teams } = figureRights(person, directory, today);
  const ofArea = directory.teams.filter(
    ({ area }) => everything?.area === undefined || area === everything.area,
  );
  return {
    today,
    called: directory.policy,
    commands: commandNames,
    teams: everything === undefined ? teams : ofArea.map(({ name }) => name),
    areas: everything === undefined ? [] : [...new Set(ofArea.map(({ area }) => area))],
    people: everything === undefined ? [] : directory.people.filter(({ roles }) => roles.includes('iro')),
  };
}

/**
 * The answer to a question about figures: everybody is told those that are theirs, and nobody is told a figure of
 * something else than they asked. Undefined: it is no such question.
 */
export async function answerFigures(
  ports: Ports,
  person: Person,
  written: string,
  page: number,
): Promise<Answer | undefined> {
  const scene = await sceneOf(ports);
  const heard = hear(written, nameable(person, scene));
  if (heard === undefined) return undefined;
  const own = reachOf(person, {}, scene);
  switch (heard.heard) {
    case 'question':
      return answerQuestion(ports, person, heard.question, page, scene);
    case 'no-period':
      return own === undefined ? undefined : lasting(whichPeriod(heard.question, written));
    case 'several-periods':
      return own === undefined ? undefined : lasting(oneOf(heard.question));
    case 'of-what':
    case 'unsure': {
      const reach = reachOf(person, heard.half, scene) ?? own;
      if (reach === undefined) return undefined;
      if (heard.heard === 'unsure') return lasting(unsure(written, heard.half, reach, scene));
      return lasting(
        isOfOthers(heard.half, reach) ? byIroForLead(reach, scene) : ofWhat(heard.half, reach, scene),
      );
    }
  }
}

async function answerQuestion(
  ports: Ports,
  person: Person,
  question: Question,
  page: number,
  scene: Scene,
): Promise<Answer> {
  const reach = reachOf(person, question, scene);
  if (reach === undefined) {
    const own = reachOf(person, {}, scene);
    if (own === undefined) return lasting(forLead());
    return lasting(turnedDown(figures.noTeam.heading, figures.noTeam.instead, own, scene));
  }
  const { subject, asks, of } = question;
  if (of?.whose === 'one-of') return lasting(whichOf(question, of, scene));
  if (isOfOthers(question, reach)) return lasting(byIroForLead(reach, scene));
  if (subject !== 'main' && !reach.may(subject.measure))
    return lasting(
      turnedDown(
        figures.notForYou.heading,
        ofOthers(figures.notForYou.yours, figures.notForYou.teams(disputesOf(scene)), reach),
        reach,
        scene,
      ),
    );
  const period = question.periods[0] ?? financialYearOf(scene.today);
  const toCome = question.periods.find(({ from }) => from > scene.today);
  if (toCome !== undefined) return lasting(notYet(question, toCome.from));
  const asked: AskedBy = { ports, person, scene, reach, question, period, page };
  if (subject === 'main' || asks === 'compare') return answerComparison(asked);
  switch (asks) {
    case 'figure':
      return answerFigure(asked, subject);
    case 'which':
      return answerWhichOnes(asked, subject);
    case 'export':
      return answerExport(asked, subject);
  }
}

const disputesOf = ({ directory }: Scene) => directory.policy.words.disputes;

/** Figures by IRO go to leads alone. */
const isOfOthers = ({ by }: { readonly by?: Splitter | undefined }, { as }: Reach): boolean =>
  by === 'iro' && as !== 'lead';
const byIroForLead = (reach: Reach, scene: Scene): Shown =>
  turnedDown(
    figures.byIroForLead.heading,
    ofOthers(figures.byIroForLead.yours, figures.byIroForLead.teams, reach),
    reach,
    scene,
  );

const forLead = (): Shown => noticeCard({ heading: figures.forLead.heading, lines: [figures.forLead.line] });

/** Why not, and what this person may ask instead. */
const ofOthers = (iro: string, manager: string, { as }: Reach) => (as === 'manager' ? manager : iro);

const turnedDown = (heading: string, line: string, reach: Reach, scene: Scene): Shown =>
  noticeCard({
    heading,
    lines: [line],
    buttons: nearestOf({}, offered, reach, scene),
  });

const theirs = <S extends Subject>(subjects: readonly S[], reach: Reach): S[] =>
  subjects.filter((subject) => subject === 'main' || reach.may(subject.measure));

/** Whose figures a button is of: 'my' also of all teams of a manager. */
const whoseTitle = ({ words: whose }: Reach) => (whose === figures.myTeam ? figures.my : whose);

/** Questions as buttons, each as it would be written. */
const nearestOf = (half: Partial<HalfHeard>, subjects: readonly Subject[], reach: Reach, scene: Scene) =>
  theirs(subjects, reach)
    .slice(0, 5)
    .map((subject) => {
      const several = half.asks === 'compare' && half.periods?.length === 2;
      const of = several ? (half.periods ?? []) : (half.periods ?? []).slice(0, 1);
      const compares = several ? { asks: 'compare' as const } : {};
      const by = isOfOthers(half, reach) ? undefined : half.by;
      const called = capital(
        [whoseTitle(reach), spokenName(subject, disputesOf(scene)), byWords(by)].filter(Boolean).join(' '),
      );
      const asked = questionWords(subject, of, {
        ...compares,
        ...(half.asks === 'export' || half.asks === 'which' ? { asks: half.asks, format: half.format } : {}),
        reach,
        by,
      });
      return {
        title: called,
        data: { press: 'say', words: of.length === 0 ? `${asked} ${periods.thisYear}` : asked } as const,
      };
    });

/** The same question with a period that is understood, as buttons: never a figure of another one. */
function whichPeriod(question: Question, written: string): Shown {
  const { heading, youWrote, forExample } = figures.whichPeriod;
  return noticeCard({
    heading,
    lines: [youWrote(written.slice(0, 80)), forExample(periods.examples)],
    buttons: [periods.thisYear, periods.lastYear, periods.lastQuarter, periods.sinceApril].map((called) => ({
      title: capital(called),
      data: { press: 'say', words: asWritten(question, called) } as const,
    })),
    speak: heading,
  });
}

/** The same question for each of its periods. */
function oneOf({ subject, periods: several, ...question }: Question): Shown {
  const { heading, oneAtATime } = figures.whichPeriod;
  return noticeCard({
    heading,
    lines: [oneAtATime],
    buttons: several.map((period) => ({
      title: capital(periodLabel(period)),
      data: { press: 'say', words: questionWords(subject, [period], more(question)) } as const,
    })),
  });
}

/** The same question for each of several people of one name. */
function whichOf(
  { subject, periods: ofPeriods, ...question }: Question,
  { name, upns }: Extract<Whose, { whose: 'one-of' }>,
  { directory }: Scene,
): Shown {
  const people = directory.people.filter(({ upn }) => upns.includes(upn));
  return whichPersonCard(name, people, (upn) =>
    questionWords(subject, ofPeriods, { ...more(question), reach: { words: upn } }),
  );
}

/** A question about the same with a period in words. */
const asWritten = ({ subject, ...question }: Question, period: string): string =>
  `${questionWords(subject, [], more(question))} ${period}`;

const more = ({ asks, format, by, of }: Omit<Question, 'subject' | 'periods'>) => ({
  asks,
  format,
  reach: { words: whoseWords(of) },
  by,
});

function whoseWords(of: Question['of']): string {
  switch (of?.whose) {
    case undefined:
      return '';
    case 'own':
      return figures.my;
    case 'my-team':
      return figures.myTeam;
    case 'team':
    case 'area':
    case 'one-of':
      return of.name;
    case 'iro':
      return of.said;
  }
}

function notYet(question: Question, from: string): Shown {
  return noticeCard({
    heading: figures.notYet.heading,
    lines: [figures.notYet.begins(longDay(from))],
    buttons: [
      {
        title: capital(periods.thisYear),
        data: { press: 'say', words: asWritten(question, periods.thisYear) },
      },
    ],
  });
}

function ofWhat(half: HalfHeard, reach: Reach, scene: Scene): Shown {
  const { by } = half;
  const spread =
    by === undefined ? offered : offered.filter((subject) => splitOf(subject, by, reach) !== undefined);
  const asked = nearestOf(half, spread, reach, scene);
  if (by !== undefined && asked.length === 0)
    return turnedDown(figures.ofWhat.notBy(nameOf(by)), figures.ofWhat.instead, reach, scene);
  return noticeCard({
    heading: by === undefined ? figures.ofWhat.heading : figures.ofWhat.by(nameOf(by)),
    lines: [figures.ofWhat.line, ownWords(figures.ofWhat.forExample)],
    buttons: asked,
  });
}

/** The questions that are nearest to what was written, for somebody who may ask them. */
export function nearestQuestions(written: string, person: Person, scene: Scene) {
  const reach = reachOf(person, {}, scene);
  return reach === undefined ? [] : nearestOf({}, nearSubjects(written).slice(0, 2), reach, scene);
}

/** What was written, and the nearest questions. */
function unsure(written: string, half: HalfHeard, reach: Reach, scene: Scene): Shown {
  const meant = theirs(half.subjects, reach);
  const subjects = meant.length > 0 ? meant : offered;
  return notUnderstoodCard(written, [], nearestOf(half, subjects, reach, scene));
}
