import type { Day } from '../calendar/days.js';
import { currentAllocation } from '../reviews/allocation.js';
import type { Person } from '../people/person.js';
import type { Child, ReviewFact } from '../reviews/child.js';
import type { LateReview } from '../reviews/withoutReason.js';
import { words } from '../words/index.js';
import { choiceField } from './fields.js';
import { formCard } from './form.js';
import { pageOf } from './list.js';
import { noticeCard } from './notice.js';
import { rowsIn, rowValue } from './reviewButtons.js';
import type { Scene, Shown } from './scene.js';
import { button } from './template.js';
import { capital, childText, day, whoIs } from './words.js';

const { acts, forms } = words;
const says = words.morning.month;

/** A review of a child of somebody's own that was late, and of which nobody has said why. */
export interface LateRow {
  readonly child: Child;
  readonly late: LateReview;
}

const fieldName = 'reason:';

/** The input of a row, and the day of the review by the child that it names. */
export const lateField = ({ child, late }: LateRow): string =>
  `${fieldName}${rowValue({ child: child.ref, review: late.review.heldOn })}`;

/** What an input of the form is about. */
export const lateFieldOf = (field: string): { child: string; review: string } | undefined =>
  field.startsWith(fieldName) ? rowsIn(field.slice(fieldName.length))[0] : undefined;

const myDay = { press: 'say', words: 'my day' } as const;

/** The first rows, a choice for each; `said`: what became of those that were sent before. */
export function lateReasonsForm(rows: readonly LateRow[], id: string, scene: Scene, said?: string): Shown {
  const { lateReasons, words: called } = scene.directory.policy;
  const form = { id, values: {}, problems: [], warned: [], ...(said === undefined ? {} : { note: said }) };
  const { shown, rest } = pageOf(rows, 0);
  const choices = lateReasons.map((reason) => ({ title: reason.label, value: reason.id }));
  return formCard(
    {
      heading: says.heading,
      summary: words.morning.summary,
      fields: shown.map((row) =>
        choiceField(
          lateField(row),
          { label: labelOf(row, scene), style: 'compact', placeholder: forms.choose, choices },
          form,
        ),
      ),
      under: says.under(called.review, rest),
      buttons: [
        button(says.send, { press: 'late-reasons' }, { style: 'positive', withInputs: true }),
        button(acts.cancel, myDay),
      ],
    },
    form,
    scene,
  );
}

function whichOf(child: Child, heldOn: Day, scene: Scene): string {
  const { ref } = child;
  const name = childText({ ref, initials: currentAllocation(child)?.initials ?? '' });
  return says.which(name, day(heldOn, scene));
}

/** Somebody has said before why a review was late: who it was, and which reason stands. */
export function reasonStands(child: Child, fact: ReviewFact, viewer: Person, scene: Scene): string {
  const { lateReasons } = scene.directory.policy;
  const reason = lateReasons.find(({ id }) => id === fact.lateReason)?.label ?? fact.lateReason ?? '';
  const who = capital(whoIs(fact.by ?? '', viewer, scene));
  return says.stands(whichOf(child, fact.heldOn, scene), who, reason);
}

function labelOf({ child, late }: LateRow, scene: Scene): string {
  return says.held(
    whichOf(child, late.review.heldOn, scene),
    late.workingDaysLate === 0 ? says.late : words.days.late(late.workingDaysLate),
  );
}

/** Nothing is left to be asked. */
export const noLateReasonsCard = ({ directory }: Scene, said = ''): Shown =>
  noticeCard({
    heading: says.done(directory.policy.words.review),
    lines: [said],
    buttons: [{ title: words.morning.showMyDay, data: myDay }],
    summary: words.morning.summary,
  });
