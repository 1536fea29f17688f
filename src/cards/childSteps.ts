import type { Child } from '../reviews/child.js';
import { comingReview, saidOf } from '../reviews/comingReview.js';
import { type ReviewStep, actsOn, leftOn, stepsOf } from '../reviews/coming.js';
import { factsAsAt } from '../reviews/facts.js';
import { type HeldReview, inTeams } from '../reviews/joining.js';
import { recordedAfterTheLast, recordedBy } from '../reviews/correcting.js';
import { isFull, mayCorrect, mayPress, readsForIro } from '../reviews/mayPress.js';
import { newsOf } from '../reviews/news.js';
import { timedReviews, timetableOf } from '../reviews/timetable.js';
import type { TimedReview } from '../reviews/timing.js';
import { workingDaysBefore } from '../calendar/workingDays.js';
import { startOfDay } from '../calendar/days.js';
import { words } from '../words/index.js';
import type { Unsettled } from './childReviews.js';
import { type Row, textRow } from './list.js';
import { type ReviewRowOf, reviewButton, reviewButtons } from './reviewButtons.js';
import { comingLines, pressable, reviewStepText } from './reviewRow.js';
import type { Scene } from './scene.js';
import { takeBackButtons } from './takeBack.js';
import { type CardAction, type Labelled, bold, button, plain } from './template.js';
import { pagesOf } from './typedWords.js';
import { day, nameOf } from './words.js';

const says = words.reviewForms;

/** A step is on the child's card from so many working days before its day. */
const inSightFrom = 5;
/** What a manager let the IRO know is on the child's card for so many working days. */
const newsFor = 20;

/** What may be done about a child's reviews by this person, each with its buttons, and what was said. */
export function childSteps(
  child: Child,
  unsettled: readonly Unsettled[],
  of: ReviewRowOf & {
    /** Known from child protection alone: there is no review of it. */
    readonly atHome?: boolean;
    /** Who looks, by person id. */
    readonly person?: string | undefined;
  },
  scene: Scene,
): { readonly steps: Row[]; readonly lines: string[]; readonly buttons: CardAction[] } {
  const { directory, today } = scene;
  const { policy } = directory;
  const timetable = timetableOf(child, today, policy);
  const known = factsAsAt(child.facts, today);
  const coming = of.atHome === true ? undefined : comingReview(timetable, known, today);
  const reviews = timedReviews(timetable);
  const last = reviews.at(-1);
  const earlier = recordedAfterTheLast(reviews);
  const iroSide = isFull(of.sides);
  const reads = { iroSide: readsForIro(of.sides) };
  const lines = coming === undefined ? [] : comingLines(coming, scene, reads);
  const acts = coming === undefined ? [] : actsOn(coming, today, policy);
  const next = coming === undefined ? [] : reviewButtons({ acts, review: coming.review }, of);
  const ended = leftOn(timetable, today, policy);
  const afterCare = ended === undefined ? [] : reviewButtons({ acts: ['already-held'], review: ended }, of);
  const inSight = stepsOf(child, today, policy)
    .filter(({ step }) => step !== 'review' && (iroSide || step !== 'answers'))
    .filter(({ standing, workingDaysLeft }) => standing !== 'coming' || workingDaysLeft <= inSightFrom);
  const rows = inSight
    .map((row) => textRow([[plain(reviewStepText(row, scene, reads))]], reviewButtons(pressable(row), of)))
    .filter(({ buttons }) => buttons.length > 0);
  const notAgreed =
    last === undefined
      ? []
      : saidOf(known, timetable, last)
          .filter(({ kind }) => kind === 'decisions-not-agreed')
          .slice(-1)
          .map(() => says.steps.notAgreed(day(last.review.heldOn, scene)));
  const news = iroSide
    ? newsOf(child.facts, startOfDay(workingDaysBefore(today, newsFor))).map((told) =>
        says.steps.told(says.tellIro.whats[told.what], day(told.on, scene), nameOf(told.by, scene)),
      )
    : [];
  return {
    steps: [
      ...(next.length === 0
        ? []
        : [
            textRow(
              [[bold(says.nextReview(policy.words.review))], ...lines.map((line) => [plain(line)])],
              next,
            ),
          ]),
      ...rows,
      ...(iroSide ? unsettled.map((each) => mayBeOne(each, of, scene)) : []),
    ],
    lines: [
      ...(next.length === 0 ? lines : []),
      ...notAgreed,
      ...news,
      ...(iroSide ? [] : unsettled.map(({ text }) => text)),
    ],
    buttons: [
      ...afterCare,
      ...(last === undefined ? [] : ofTheLast(last, of, scene, inSight)),
      ...(earlier !== undefined && mayCorrect(of.sides, of.person, recordedBy(earlier))
        ? [correctButton(earlier.review, of, scene)]
        : []),
      ...takeBackButtons(child, of.person, of.card, scene).map(({ title, data }) => button(title, data)),
      ...(mayPress(of.sides, 'tell-iro') ? [reviewButton('tell-iro', { review: today }, of)] : []),
    ],
  };
}

/** What was recorded in Teams can be put right there, and a disagreement recorded where the policy has that. */
function ofTheLast(
  last: TimedReview,
  of: ReviewRowOf & { readonly person?: string | undefined },
  scene: Scene,
  rows: readonly ReviewStep[],
): CardAction[] {
  const { review } = last;
  const { heldOn } = review;
  const row = { review: heldOn, held: heldOn, inTeams: inTeams(review) };
  // A row that asks for what is missing has the same button.
  const hasRow = rows.some(({ step }) => step === 'answers');
  return [
    ...(row.inTeams && !hasRow && mayCorrect(of.sides, of.person, recordedBy(last))
      ? [reviewButton('record', row, of, { mode: 'secondary' })]
      : []),
    ...(scene.directory.policy.decisionsNotAgreed && isFull(of.sides)
      ? [reviewButton('not-agreed', row, of, { mode: 'secondary' })]
      : []),
  ];
}

/** One that is not the last says of which day it is. */
const correctButton = ({ heldOn }: HeldReview, { child, card }: ReviewRowOf, scene: Scene): CardAction =>
  button(
    words.acts.withForm(says.correctOf(scene.directory.policy.words.review, day(heldOn, scene))),
    { press: 'open-review', child, card, act: 'record', review: heldOn, held: heldOn },
    { mode: 'secondary' },
  );

/** Whoever speaks for the child's IRO says which day is right, or that there were two. */
function mayBeOne({ text, days }: Unsettled, { child, card }: ReviewRowOf, scene: Scene): Row {
  const [one, other] = days;
  const data = { press: 'same-or-two', child, card, one, other } as const;
  return textRow(
    [[plain(text)]],
    [
      ...days.map((heldOn) => button(says.sameOrTwo.same(day(heldOn, scene)), { ...data, day: heldOn })),
      button(says.sameOrTwo.two, data),
    ],
  );
}

/** What somebody typed about a child's reviews, newest first: the outcome of the last one, concerns, what managers told. */
export function typedOfReviews(child: Child, scene: Scene): Labelled[] {
  const facts = factsAsAt(child.facts, scene.today);
  const all = facts
    .flatMap((fact): { at: string; what: string; on: string; text: string | undefined }[] => {
      const at = fact.recordedAt;
      switch (fact.kind) {
        case 'review':
          return [
            { at, what: says.steps.outcome, on: fact.heldOn, text: fact.outcome },
            { at, what: says.record.parentsWhy, on: fact.heldOn, text: fact.parentsWhy },
          ];
        case 'step':
          return [{ at, what: says.steps.labels[fact.step], on: fact.on, text: fact.text }];
        case 'decisions-not-agreed':
          return [{ at, what: says.acts['not-agreed'], on: fact.review, text: fact.text }];
        case 'iro-told':
          return [{ at, what: says.tellIro.whats[fact.what], on: fact.on, text: fact.text }];
        case 'period':
        case 'expected-review':
        case 'allocation':
        case 'profile':
        case 'involvement':
        case 'conference':
        case 'adjourned':
        case 'date-changed':
        case 'sooner-asked':
        case 'same-or-two':
        case 'not-held':
        case 'taken-back':
          return [];
      }
    })
    .flatMap(({ text, ...rest }) => (text === undefined || text === '' ? [] : [{ ...rest, text }]))
    .toSorted((one, other) => (one.at > other.at ? -1 : 1))
    .map(({ what, on, text }) => ({ label: says.steps.words(what, day(on, scene)), text }));
  return pagesOf(all, mostWords)[0] ?? [];
}

/** A card holds 25 KB; in bytes. */
const mostWords = 12 * 1024;
