import type { ComingReview } from '../reviews/comingReview.js';
import type { ReviewStep } from '../reviews/coming.js';
import { words } from '../words/index.js';
import { conferenceText } from './childConferences.js';
import type { Scene } from './scene.js';
import { capital, day, dayWithLeft, uncapital } from './words.js';

const says = words.reviews;
const { sooner, steps } = words.reviewForms;

/** A review that is coming, in a line: 'First review due Thu 12 Mar (2 working days left)'. */
export function dueText(
  { type, dueOn }: { readonly type: ComingReview['type']; readonly dueOn: string },
  scene: Scene,
): string {
  const { review } = scene.directory.policy.words;
  const due = (dueOn < scene.today ? says.wasDue : says.due)(dayWithLeft(dueOn, scene));
  return capital(type === 'first' || type === 'second' ? says[type](review, due) : due);
}

/** What was said of the review that is coming, a line each: where it was moved to, and why. A concern is the IRO side’s. */
export function comingLines(
  { plannedOn, movedBy, sooner: asked, steps: said }: ComingReview,
  scene: Scene,
  { iroSide }: { readonly iroSide: boolean },
): string[] {
  const lines: string[] = [];
  if (asked !== undefined) {
    const why = uncapital(sooner.grounds[asked.ground]);
    lines.push(
      asked.wantedBy === undefined
        ? steps.soonerAsked(why)
        : steps.soonerBy(why, dayWithLeft(asked.wantedBy, scene)),
    );
  }
  if (plannedOn !== undefined)
    lines.push((movedBy === 'adjourned' ? steps.adjourned : steps.planned)(dayWithLeft(plannedOn, scene)));
  const report = said.findLast(({ step }) => step === 'reportIn');
  if (report?.said === 'not-in') lines.push(steps.reportNotIn(day(report.on, scene)));
  if (!iroSide) return lines;
  const concern = said.findLast(({ said: each }) => each === 'concern');
  if (concern !== undefined) lines.push(steps.concern(day(concern.on, scene)));
  return lines;
}

/** One row of what is to be done around a review, in a line, for whoever looks. */
export function reviewStepText(row: ReviewStep, scene: Scene, eyes: { readonly iroSide: boolean }): string {
  switch (row.step) {
    case 'review':
      return [
        dueText({ type: row.coming.type, dueOn: row.on }, scene),
        ...comingLines(row.coming, scene, eyes),
      ].join(' · ');
    case 'answers':
      return steps.answers(scene.directory.policy.words.review, day(row.heldOn, scene));
    case 'conference':
      return conferenceText({ type: row.type, dueOn: row.on }, scene);
    case 'progressCheck':
    case 'speakToSocialWorker':
    case 'childSeen':
    case 'reportIn':
    case 'midway':
    case 'decisionsOut':
    case 'planUpdated':
    case 'recordWritten':
    case 'recordSent':
      return (row.standing === 'passed' ? steps.wasBy : steps.by)(
        steps.labels[row.step],
        dayWithLeft(row.on, scene),
      );
  }
}

/** The same for *reviewButtons*: rows about a review that was held give its day back. */
export const pressable = (row: ReviewStep) => ({
  acts: row.acts,
  review: row.review,
  ...(row.step === 'answers' ? { held: row.heldOn, inTeams: row.inTeams } : {}),
});
