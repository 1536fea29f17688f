import { atHour, type Day } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { lastThereBefore } from '../people/cover.js';
import { personByUpn } from '../people/directory.js';
import { isStepAct } from '../reviews/acts.js';
import { currentAllocation } from '../reviews/allocation.js';
import { type ReviewStep, stepsOf } from '../reviews/coming.js';
import { mayPress, readsForIro } from '../reviews/mayPress.js';
import { newsOf } from '../reviews/news.js';
import { words } from '../words/index.js';
import type { DayRow, Morning } from './dayRows.js';
import { whenOf } from './when.js';
import { reviewButtons, rowValue } from './reviewButtons.js';
import { pressable, reviewStepText } from './reviewRow.js';
import type { Scene } from './scene.js';
import { bold, type CardAction, plain } from './template.js';
import { childText, day, nameOf } from './words.js';

const { tellIro, steps } = words.reviewForms;

/** A row has what is most likely; the rest is on the child's card. Ten rows with all of it would be too large for Teams. */
const mostButtons = 2;

/** A review that was planned for a day before its due day is for that day; the due day goes on deciding. */
function dayOf(step: ReviewStep): Day {
  const meetsOn = step.step === 'review' ? step.coming.meetsOn : null;
  return meetsOn !== null && meetsOn < step.on ? meetsOn : step.on;
}

/** Of one child, what is to be done around its reviews today or this week, and what a manager has let the IRO know. */
export function reviewRows(
  { child, sides, standsInFor }: Morning['children'][number],
  { person, lastTold }: Pick<Morning, 'person' | 'lastTold'>,
  scene: Scene,
): DayRow[] {
  const { today, directory } = scene;
  const initials = currentAllocation(child)?.initials ?? '';
  const name = childText({ ref: child.ref, initials });
  const heading = [
    bold(name),
    ...(standsInFor === undefined ? [] : [plain(words.morning.standsInFor(standsInFor.name))]),
  ];
  const common = { section: 'reviews' as const, subject: child.id, beside: [] };
  const row = (step: ReviewStep, when: DayRow['when']): DayRow => ({
    ...common,
    when,
    on: dayOf(step),
    lines: [heading, [plain(reviewStepText(step, scene, { iroSide: readsForIro(sides) }))]],
    below: reviewButtons(pressable(step), {
      child: child.ref,
      card: 'morning',
      sides,
    }).slice(0, mostButtons),
    tick: {
      value: rowValue({ child: child.ref, review: step.review }),
      title: name,
      acts: step.acts.filter(isStepAct).filter((act) => mayPress(sides, act)),
    },
  });
  const since = lastTold ?? atHour(lastThereBefore(person, today), directory.policy.morningHour);
  const news = newsOf(child.facts, since).map((told): DayRow => ({
    ...common,
    when: 'today',
    on: today,
    lines: [
      heading,
      [plain(steps.toldYou(tellIro.whats[told.what], day(told.on, scene), nameOf(told.by, scene)))],
    ],
  }));
  return [
    ...stepsOf(child, today, directory.policy).flatMap((step) => {
      const when = whenOf(dayOf(step), today, person);
      return when === 'after' ? [] : [row(step, when)];
    }),
    ...news,
  ];
}

/** One button stands beside the words, several below them. */
const placed = (buttons: readonly CardAction[]) =>
  buttons.length === 1 ? { beside: buttons } : { beside: [], below: buttons };

/** How far a manager sees the reviews of their teams, in working days. */
const teamsSeeAhead = 10;

/** What the policy chases, once its day has come, of what the manager's side owes: it is for them to do that day. */
const isChased = ({ step, as, standing }: ReviewStep): boolean =>
  as === 'chase' && standing !== 'coming' && (step === 'reportIn' || step === 'planUpdated');

/** Of a child of a manager's team, the review that is coming or overdue, by social worker, and whether its report is in. */
export function teamReviewRows({ child, sides }: Morning['children'][number], scene: Scene): DayRow[] {
  const { today, directory } = scene;
  const allocation = currentAllocation(child);
  const until = addWorkingDays(today, teamsSeeAhead);
  const told = allocation?.socialWorker;
  const worker = told === undefined ? undefined : (personByUpn(directory, told)?.name ?? told);
  return stepsOf(child, today, directory.policy)
    .filter((step) => (step.step === 'review' && step.on <= until) || isChased(step))
    .map((step) => ({
      section: 'teamReviews',
      when: isChased(step) ? 'today' : 'aside',
      on: step.on,
      subject: child.id,
      under: worker ?? '',
      lines: [
        [
          bold(childText({ ref: child.ref, initials: allocation?.initials ?? '' })),
          ...(worker === undefined ? [] : [plain(words.morning.worker(worker))]),
        ],
        [plain(reviewStepText(step, scene, { iroSide: readsForIro(sides) }))],
      ],
      ...placed(
        reviewButtons(pressable(step), { child: child.ref, card: 'morning', sides }).slice(0, mostButtons),
      ),
    }));
}
