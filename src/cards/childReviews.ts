import { workingDaysBetween } from '../calendar/workingDays.js';
import type { Child, ReviewFact } from '../reviews/child.js';
import { type HeldReview, differences } from '../reviews/joining.js';
import { type Timetable, timedReviews, timetableOf } from '../reviews/timetable.js';
import type { NextReview, TimedReview } from '../reviews/timing.js';
import type { Scene } from './scene.js';
import { type Labelled, labelled } from './template.js';
import { capital, counted, day, dayWithLeft, listed } from './words.js';

/** A child's reviews on a card: the last one, the next one, and where the case system has it otherwise. */
export function reviewsOnCard(
  child: Child,
  scene: Scene,
): { readonly facts: readonly Labelled[]; readonly lines: readonly string[] } {
  const { policy } = scene.directory;
  const timetable = timetableOf(child, scene.today, policy);
  const reviews = timedReviews(timetable);
  const last = reviews.at(-1);
  const { review } = policy.words;
  return {
    facts: [
      labelled(`Last ${review}`, last === undefined ? 'Not known' : lastText(last, scene)),
      labelled(`Next ${review}`, nextText(timetable.next, scene)),
      ...caseSystemText(timetable, scene).map((text) => labelled('Case system', text)),
    ],
    lines: [
      ...reviews.flatMap((timed) => differentDays(timed.review, scene)),
      ...timetable.perhapsTheSame.map((pair) => perhapsText(pair, scene)),
    ],
  };
}

function lastText(timed: TimedReview, scene: Scene): string {
  const held = heldText(timed.review, scene);
  switch (timed.due) {
    case 'short-break':
      return `${held}, in a short break`;
    case 'not-known':
      return `${held}; when it was due is not known`;
    case 'known': {
      if (timed.onTime) return `${held}, on time`;
      const late =
        timed.workingDaysLate === 0
          ? 'late'
          : `${counted(timed.workingDaysLate, 'working day', 'working days')} late`;
      return `${held}, ${late} (due ${day(timed.dueOn, scene)})`;
    }
  }
}

function heldText({ firstOn, heldOn, withoutMeeting }: HeldReview, scene: Scene): string {
  if (firstOn !== undefined) return `Held from ${day(firstOn, scene)} to ${day(heldOn, scene)}`;
  return `Held ${withoutMeeting ? 'without a meeting ' : ''}on ${day(heldOn, scene)}`;
}

function nextText(next: NextReview, scene: Scene): string {
  const { review, lookedAfter } = scene.directory.policy.words;
  switch (next.due) {
    case 'none':
      return `None: no longer ${lookedAfter}`;
    case 'short-break':
      return 'Short breaks have a clock of their own';
    case 'not-known':
      return 'Due date not known: the day it is counted from is not in the files';
    case 'known': {
      const which = next.type === 'later' ? '' : `${next.type} ${review} `;
      const due = `${which}${next.dueOn < scene.today ? 'was due' : 'due'} ${dayWithLeft(next.dueOn, scene)}`;
      const target =
        next.targetOn === undefined ? '' : `\nThe service’s own target: ${day(next.targetOn, scene)}`;
      return `${capital(due)}${target}`;
    }
  }
}

/** Only where it says something else than we do. */
function caseSystemText({ next, caseSystem }: Timetable, scene: Scene): string[] {
  if (caseSystem === undefined || next.due === 'none') return [];
  const due = day(caseSystem.dueOn, scene);
  if (caseSystem.cancelled) return [`The one due ${due} is cancelled there: that moves no due date`];
  if (next.due !== 'known') return [`Due ${dayWithLeft(caseSystem.dueOn, scene)}`];
  if (next.dueOn === caseSystem.dueOn) return [];
  const between = Math.abs(workingDaysBetween(next.dueOn, caseSystem.dueOn));
  const apart = between === 0 ? '' : `${counted(between, 'working day', 'working days')} `;
  return [`Due ${due}, ${apart}${caseSystem.dueOn > next.dueOn ? 'later' : 'earlier'} than by law`];
}

const sources: Readonly<Record<ReviewFact['source'], string>> = {
  ssda903: 'the national return',
  ssd: 'the case system',
  allocations: 'the allocations',
  teams: 'Teams',
};

function differentDays(review: HeldReview, scene: Scene): string[] {
  const others = differences(review).filter(({ heldOn }) => heldOn !== review.heldOn);
  if (others.length === 0) return [];
  const shown = sources[review.said.at(-1)?.source ?? 'teams'];
  const text = others.map(({ heldOn, source }) => `${day(heldOn, scene)} in ${sources[source]}`);
  return [
    `Held on ${listed(text)}, and on ${day(review.heldOn, scene)} in ${shown}: what was recorded later is shown.`,
  ];
}

function perhapsText([one, other]: readonly [HeldReview, HeldReview], scene: Scene): string {
  const { review } = scene.directory.policy.words;
  const text = ({ heldOn, said }: HeldReview) =>
    `${day(heldOn, scene)} (${sources[said.at(-1)?.source ?? 'teams']})`;
  return `Is it one ${review}, or two? Held on ${text(one)} and on ${text(other)}: both are counted.`;
}
