import { atOrOnText } from '../calendar/words.js';
import type { Person } from '../people/person.js';
import { type StepAct, stepActs } from '../reviews/acts.js';
import type { Child, ReviewFact } from '../reviews/child.js';
import type { SaidFact } from '../reviews/said.js';
import { timedReviews, timetableOf } from '../reviews/timetable.js';
import { type Retractable, takenBackIn } from '../reviews/takingBack.js';
import { uncapital } from '../words/grammar.js';
import { words } from '../words/index.js';
import type { Scene } from './scene.js';
import { capital, day, nameOf, whoIs } from './words.js';
import { englishDay } from '../calendar/days.js';

const says = words.reviewForms;

/**
 * What a press about a review did, and what comes next: 'You recorded the review of Mon 9 Mar at 09:14. Next review
 * by Thu 10 Sep (6 months after this one).'
 */
export function saidOfReview(
  fact: ReviewFact | SaidFact,
  child: Child,
  viewer: Person,
  scene: Scene,
): string {
  const when = atOrOnText(fact.recordedAt, scene.today);
  const did = isOfMeeting(fact)
    ? // The day of a meeting, followed by a time, would read as the time of the meeting.
      words.said.sentence(capital(when), meetingAs(fact, whoSaid(fact, viewer, scene), scene))
    : words.said.sentence(whatWasDone(fact, child, viewer, scene), when);
  return [did, ...whatFollows(fact, child, scene)].join(' ');
}

type OfMeeting = Extract<SaidFact, { kind: 'adjourned' | 'date-changed' | 'not-held' }>;
const isOfMeeting = (fact: ReviewFact | SaidFact): fact is OfMeeting =>
  fact.kind === 'adjourned' || fact.kind === 'date-changed' || fact.kind === 'not-held';

const whoSaid = ({ by }: OfMeeting, viewer: Person, scene: Scene): string =>
  by === viewer.id ? uncapital(words.names.you) : nameOf(by, scene);

function meetingAs(fact: OfMeeting, who: string, scene: Scene): string {
  switch (fact.kind) {
    case 'adjourned':
      return says.said.adjourned(who, day(fact.until, scene));
    case 'date-changed':
      return says.said.planned(who, day(fact.plannedOn, scene));
    case 'not-held':
      return says.said.notHeld(who, scene.directory.policy.words.review, day(fact.heldOn, scene));
  }
}

function whatWasDone(
  fact: Exclude<ReviewFact | SaidFact, OfMeeting>,
  child: Child,
  viewer: Person,
  scene: Scene,
): string {
  const { review } = scene.directory.policy.words;
  const who = capital(whoIs(fact.by ?? '', viewer, scene));
  switch (fact.kind) {
    case 'review':
      return says.said.record(who, review, day(fact.heldOn, scene));
    case 'sooner-asked':
      return says.said.sooner(who, review);
    case 'decisions-not-agreed':
      return says.said.notAgreed(who);
    case 'iro-told':
      return says.said.told(who);
    case 'same-or-two':
      return says.said.choice(who);
    case 'taken-back': {
      const taken = takenBackIn(child, fact);
      return says.said.takenBack(who, taken === undefined ? '' : retractedName(taken));
    }
    case 'step': {
      if (fact.said === 'concern') return says.said.concern(who);
      const title = stepTitle(fact);
      return fact.on === englishDay(fact.recordedAt)
        ? says.said.step(who, title)
        : says.said.stepOn(who, title, day(fact.on, scene));
    }
  }
}

const stepTitle = ({ step, said }: Pick<SaidFact & { kind: 'step' }, 'step' | 'said'>): string => {
  const act = (Object.keys(stepActs) as StepAct[]).find(
    (each) => stepActs[each].step === step && stepActs[each].said === said,
  );
  return act === undefined ? says.acts['raise-midway'] : says.acts[act];
};

/** What a word is called on the button that takes it back. */
export function retractedName(fact: Retractable): string {
  return fact.kind === 'step' && fact.said !== 'concern' ? stepTitle(fact) : says.takeBack.whats[fact.kind];
}

const months = { first: 3, second: 6, later: 6 } as const;

function whatFollows(fact: ReviewFact | SaidFact, child: Child, scene: Scene): string[] {
  const { policy } = scene.directory;
  const { next, stretches } = timetableOf(child, scene.today, policy);
  if (next.due !== 'known') return [];
  const due = day(next.dueOn, scene);
  if (fact.kind === 'date-changed' && fact.plannedOn > next.dueOn) return [says.said.plannedAfterDue(due)];
  const last = timedReviews({ stretches }).at(-1);
  if (fact.kind !== 'review' || last === undefined || !last.review.said.includes(fact)) return [];
  const type = last.due === 'known' ? last.type : 'later';
  return [says.said.next(policy.words.review, due, months[type])];
}
