import type { Day } from '../calendar/days.js';
import type { ChildSide } from '../people/rights.js';
import type { FormAct } from '../reviews/acts.js';
import type { Child } from '../reviews/child.js';
import type { ComingReview } from '../reviews/comingReview.js';
import { currentAllocation } from '../reviews/allocation.js';
import { isFull, mayPress } from '../reviews/mayPress.js';
import { mostAdjourned } from '../reviews/saying.js';
import { soonerGrounds } from '../reviews/said.js';
import { inTeams, toldFields } from '../reviews/joining.js';
import type { TimedReview } from '../reviews/timing.js';
import { words } from '../words/index.js';
import { saving } from './actForm.js';
import { type Field, choiceField, dateField, textField } from './fields.js';
import { formCard } from './form.js';
import { recordForm } from './recordForm.js';
import type { ReviewCard } from './press.js';
import { toHeld } from './reviewButtons.js';
import type { FormState, Scene, Shown } from './scene.js';
import { button } from './template.js';
import { childText, day, nameOf } from './words.js';

const { acts, forms, problems } = words;
const says = words.reviewForms;

/** What the form of an act about a review needs to know. */
export interface ReviewFormOf {
  readonly child: Child;
  readonly card: ReviewCard;
  readonly sides: ReadonlySet<ChildSide>;
  /** The day under which what is said is kept. */
  readonly review: Day;
  readonly coming: ComingReview | undefined;
  /** The review that was held and is added to. */
  readonly held?: TimedReview | undefined;
  /** Whether the child was under 4 by then; undefined: nobody knows when it was born. */
  readonly underFour: boolean | undefined;
  /** A day about which this person was asked: saved again, it is right. */
  readonly sure?: Day | undefined;
  /** The same where saving again says that it is the review `held`: *It is another review* says that it is not. */
  readonly another?: Day | undefined;
  /** For whom it is entered, by person id. */
  readonly onBehalfOf?: string | undefined;
}

/** As a form is asked: its fields, those under *More details*, and what happens then. */
export interface AskedForm {
  readonly fields: readonly Field[];
  readonly more?: readonly Field[];
  readonly under?: string;
  readonly send?: string;
}

/** The form of an act about a child's reviews, in the card's place. *Cancel* gives the card back. */
export function reviewForm(act: FormAct, of: ReviewFormOf, scene: Scene, form: FormState): Shown {
  const { child, card, review, held, sure, another, sides, onBehalfOf } = of;
  const asked = asks[act](of, scene, form);
  const initials = currentAllocation(child)?.initials ?? '';
  const name = says.acts[act === 'record' && held !== undefined ? toHeld(inTeams(held.review)) : act];
  const heldOn = held?.review.heldOn;
  const filled = held === undefined ? [] : filledIn([...asked.fields, ...(asked.more ?? [])], form);
  const data = { press: 'review', child: child.ref, card, act, review, form: form.id } as const;
  return formCard(
    {
      heading: says.heading(name, childText({ ref: child.ref, initials })),
      summary: name,
      ...(onBehalfOf === undefined || isFull(sides) || !sides.has('support')
        ? {}
        : { about: says.support.onBehalf(nameOf(onBehalfOf, scene)) }),
      fields: asked.fields,
      ...(asked.more === undefined ? {} : { more: asked.more }),
      ...(asked.under === undefined ? {} : { under: asked.under }),
      buttons: [
        ...saving(
          asked.send ?? says.send,
          {
            ...data,
            ...(heldOn === undefined ? {} : { held: heldOn }),
            ...(filled.length === 0 ? {} : { filled }),
            ...(sure === undefined ? {} : { sure }),
          },
          form,
        ),
        ...(another === undefined
          ? []
          : [
              button(
                says.record.another(scene.directory.policy.words.review),
                { ...data, sure: another },
                { withInputs: true },
              ),
            ]),
        button(acts.cancel, { press: 'show-child', child: child.ref, card, what: 'card' }),
      ],
    },
    form,
    scene,
  );
}

/** What is known of a review stands in its form until somebody types over it; whoever saw it there may empty it. */
const filledIn = (fields: readonly Field[], { values, filled = [] }: FormState): string[] => [
  ...filled,
  ...fields.flatMap((field) =>
    field.type !== 'heading' &&
    toldFields.some((each) => each === field.id) &&
    values[field.id] === undefined &&
    field.value !== ''
      ? [field.id]
      : [],
  ),
];

const asks: Readonly<Record<FormAct, (of: ReviewFormOf, scene: Scene, form: FormState) => AskedForm>> = {
  record: (of, scene, form) => recordForm('record', of, scene, form),
  'already-held': (of, scene, form) => recordForm('already-held', of, scene, form),
  adjourn: ({ coming }, scene, form) => ({
    fields: [dateField('until', { label: says.adjourn.until, required: problems.date }, form)],
    under: says.adjourn.under(mostAdjourned, dueOf(coming, scene) ?? ''),
  }),
  'change-date': ({ coming }, scene, form) => {
    const due = dueOf(coming, scene);
    const planned = coming?.meetsOn ?? '';
    return {
      fields: [
        dateField(
          'plannedOn',
          {
            label: says.changeDate.plannedOn,
            required: problems.date,
            first: planned >= scene.today ? planned : '',
          },
          form,
        ),
      ],
      under: due === undefined ? says.changeDate.dueNotKnown : says.changeDate.under(due),
    };
  },
  'ask-sooner': ({ coming }, scene, form) => {
    const due = dueOf(coming, scene);
    return {
      fields: [
        choiceField(
          'ground',
          {
            label: says.sooner.ground,
            required: says.problems.ground,
            style: 'expanded',
            choices: soonerGrounds.map((value) => ({ title: says.sooner.grounds[value], value })),
          },
          form,
        ),
        dateField('wantedBy', { label: says.sooner.wantedBy }, form),
      ],
      ...(due === undefined ? {} : { under: says.sooner.under(due) }),
    };
  },
  'decisions-sent-on': (_, scene, form) => ({ fields: [sentOn(scene, form)] }),
  'record-sent-on': (_, scene, form) => ({ fields: [sentOn(scene, form)] }),
  'log-concern': ({ sides }, _, form) => {
    const mayRaise = mayPress(sides, 'raise-midway');
    const choices = [
      { title: says.concern.log, value: 'log' },
      { title: says.concern.raise, value: 'raise' },
    ];
    const further = choiceField(
      'further',
      { label: says.concern.further, style: 'expanded', first: 'log', choices },
      form,
    );
    return {
      fields: [
        textField(
          'text',
          { label: says.concern.text, required: says.problems.concern, hint: forms.plainWords },
          form,
        ),
        ...(mayRaise ? [further] : []),
      ],
      ...(mayRaise ? { under: says.concern.under } : {}),
    };
  },
  'not-agreed': (_, __, form) => ({
    fields: [
      textField(
        'text',
        { label: says.notAgreed.text, required: says.problems.notAgreed, hint: forms.plainWords },
        form,
      ),
    ],
  }),
  'tell-iro': (_, scene, form) => ({
    fields: [
      choiceField(
        'about',
        {
          label: says.tellIro.what,
          required: says.problems.what,
          style: 'expanded',
          choices: Object.entries(says.tellIro.whats).map(([value, title]) => ({ title, value })),
        },
        form,
      ),
      dateField('on', { label: says.tellIro.on, required: problems.date, first: scene.today }, form),
      textField('text', { label: says.tellIro.text, hint: forms.plainWords }, form),
    ],
    under: says.tellIro.under,
    send: says.tellIro.send,
  }),
};

const dueOf = (coming: ComingReview | undefined, scene: Scene): string | undefined =>
  coming?.dueOn == null ? undefined : day(coming.dueOn, scene);

const sentOn = (scene: Scene, form: FormState): Field =>
  dateField('on', { label: says.sentOn.on, required: problems.date, first: scene.today }, form);
