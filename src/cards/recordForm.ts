import type { Day } from '../calendar/days.js';
import { participationCodes } from '../policy/policy.js';
import { isOfTeamsAlone } from '../reviews/notHeld.js';
import { isFull, readsForIro } from '../reviews/mayPress.js';
import { parentsParts, seenAloneAnswers } from '../reviews/said.js';
import { words } from '../words/index.js';
import { type Field, choiceField, dateField, textField, toggleField } from './fields.js';
import type { AskedForm, ReviewFormOf } from './reviewForm.js';
import type { FormState, Scene } from './scene.js';
import { day } from './words.js';

const { forms, problems } = words;
const says = words.reviewForms.record;

/**
 * Record the review: the day, how the child took part, and what the policy asks. *Already held* asks only for the
 * day and what the policy asks, for the code comes with the next import. What is known stands in it.
 */
export function recordForm(
  act: 'record' | 'already-held',
  of: ReviewFormOf,
  scene: Scene,
  form: FormState,
): AskedForm {
  const full = isFull(of.sides);
  const known = of.held?.review;
  const first = known?.heldOn ?? (act === 'record' ? scene.today : '');
  /** Empty for whoever does not read for the IRO side: what is left empty keeps what stood there. */
  const typed = readsForIro(of.sides) ? known?.told : undefined;
  /** The form of a new review that is asked about is not of the one that is there. */
  const corrects = form.values['heldOn'] === undefined || form.values['notHeld'] !== undefined;
  /** A recording that only Teams has may have been a mistake: the IRO side says so. */
  const mayBeMistake = full && corrects && known !== undefined && isOfTeamsAlone(known);
  const asksHow = act === 'record' && of.underFour !== true;
  return {
    fields: [
      dateField('heldOn', { label: says.heldOn, required: problems.date, first }, form),
      toggleField(
        'withoutMeeting',
        { label: says.withoutMeeting, first: String(known?.withoutMeeting ?? false) },
        form,
      ),
      ...(asksHow ? [howTheChildTookPart(of, form, !mayBeMistake)] : []),
      ...(full ? askedFields(of, scene, form) : []),
      ...(full && act === 'record'
        ? [
            textField(
              'outcome',
              { label: says.outcome, hint: forms.plainWords, first: typed?.outcome ?? '' },
              form,
            ),
          ]
        : []),
    ],
    more: [
      dateField(
        'firstOn',
        { label: says.firstOn, hint: says.firstOnHint, first: known?.firstOn ?? '' },
        form,
      ),
      ...(full && scene.directory.policy.ask.includes('parents')
        ? [
            textField(
              'parentsWhy',
              { label: says.parentsWhy, hint: forms.plainWords, first: typed?.parentsWhy ?? '' },
              form,
            ),
          ]
        : []),
      ...(mayBeMistake ? [toggleField('notHeld', { label: says.notHeld }, form)] : []),
    ],
    ...(act === 'record' && of.underFour === true ? { under: says.underFour } : {}),
  };
}

/** Of what was not held nobody can say it: whether it is `required` is judged once it is sent. */
function howTheChildTookPart({ held, underFour }: ReviewFormOf, form: FormState, required: boolean): Field {
  const codes = participationCodes.filter((code) => code !== 'PN0');
  return choiceField(
    'participation',
    {
      label: says.participation,
      ...(required ? { required: words.reviewForms.problems['how-took-part'] } : {}),
      style: 'expanded',
      first: held?.review.participation ?? '',
      choices: (underFour === undefined ? [...codes, 'PN0' as const] : codes).map((value) => ({
        title: says.codes[value],
        value,
      })),
    },
    form,
  );
}

/** The case system's own due day makes no review late. */
const byLaw = (coming: ReviewFormOf['coming']): Day | undefined =>
  coming?.dueBy === 'law' && coming.dueOn !== null ? coming.dueOn : undefined;

/** What the policy asks: why it was late only where it may have been. */
function askedFields({ held, coming }: ReviewFormOf, scene: Scene, form: FormState): Field[] {
  const { ask, questions, lateReasons } = scene.directory.policy;
  const told = held?.review.told;
  const dueOn = held === undefined ? byLaw(coming) : held.due === 'known' ? held.dueOn : undefined;
  const mayBeLate =
    held === undefined ? dueOn !== undefined && dueOn < scene.today : held.due === 'known' && !held.onTime;
  return [
    ...(ask.includes('parents')
      ? [
          choiceField(
            'parents',
            {
              label: says.parents,
              style: 'expanded',
              first: told?.parents ?? '',
              choices: parentsParts.map((value) => ({ title: says.parentsPart[value], value })),
            },
            form,
          ),
        ]
      : []),
    ...(ask.includes('seen-alone')
      ? [
          choiceField(
            'seenAlone',
            {
              label: says.seenAlone,
              style: 'expanded',
              first: told?.seenAlone ?? '',
              choices: seenAloneAnswers.map((value) => ({ title: says.seenAloneAnswers[value], value })),
            },
            form,
          ),
        ]
      : []),
    ...(ask.includes('late-reason') && mayBeLate
      ? [
          choiceField(
            'lateReason',
            {
              label: says.lateReason,
              style: 'compact',
              placeholder: forms.choose,
              ...(dueOn === undefined ? {} : { hint: says.lateHint(day(dueOn, scene)) }),
              first: told?.lateReason ?? '',
              choices: lateReasons.map(({ id, label }) => ({ title: label, value: id })),
            },
            form,
          ),
        ]
      : []),
    ...questions.map(({ id, label }) =>
      choiceField(
        `question:${id}`,
        {
          label,
          style: 'expanded',
          first: told?.answers?.[id] === undefined ? '' : String(told.answers[id]),
          choices: [
            { title: says.yes, value: 'true' },
            { title: says.no, value: 'false' },
          ],
        },
        form,
      ),
    ),
  ];
}
