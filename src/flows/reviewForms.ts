import { z } from 'zod';
import {
  type FormState,
  noticeCard,
  givingBack,
  type ReviewCard,
  reviewFields,
  reviewForm,
  type ReviewFormOf,
  type Shown,
  typedReviewFields,
} from '../cards/index.js';
import { dayText } from '../calendar/words.js';
import { type FieldProblem, readFields } from '../disputes/commands.js';
import { personalDetails } from '../disputes/personalDetail.js';
import type { Person } from '../people/person.js';
import type { Policy } from '../policy/policy.js';
import type { FormAct } from '../reviews/acts.js';
import { hasReviewFor } from '../reviews/atHome.js';
import { comingOf, heldReviewOf } from '../reviews/comingReview.js';
import { factsAsAt } from '../reviews/facts.js';
import { takenAway } from '../reviews/notHeld.js';
import { type ToldField, toldFields } from '../reviews/joining.js';
import { isFull, mayPress } from '../reviews/mayPress.js';
import { bornOn, isUnderFour } from '../reviews/participation.js';
import type { HeldForm, ReviewWord, Wrong } from '../reviews/reviewWord.js';
import { timetableOf } from '../reviews/timetable.js';
import { words } from '../words/index.js';
import { type Answer, lasting, turnedAway, typedOfReview, type Where } from './answer.js';
import { cardAgain, childUnseenOn, type SeenChild, seenChild } from './child.js';
import type { Ports } from './ports.js';
import { raiseWith } from './raiseInChat.js';
import { atHomeText, keep, saidAfterKeeping } from './reviewSteps.js';

const says = words.reviewForms;

/** A form about a child's reviews, and where it stands. */
export interface ReviewPress {
  readonly child: string;
  readonly card: ReviewCard;
  readonly act: FormAct;
  readonly review: string;
  readonly held?: string | undefined;
  /** A day of which the person was asked whether it is right. */
  readonly sure?: string | undefined;
}

/** As it was sent. */
export interface SentReview extends ReviewPress {
  readonly formId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly saveAnyway: boolean;
  /** The fields in which what is known already stood. */
  readonly filled?: readonly string[] | undefined;
}

/** The form as a person sees it, and as it may stay in the chat: without what was typed. */
function formOf(
  press: ReviewPress & Pick<ReviewFormOf, 'another'>,
  seen: SeenChild,
  form: FormState,
): { shown: Shown; plain: Shown } {
  const { child, sides, scene, onBehalfOf } = seen;
  const { policy } = scene.directory;
  const held =
    press.held === undefined ? undefined : heldReviewOf(timetableOf(child, scene.today, policy), press.held);
  const of = {
    child,
    card: press.card,
    sides,
    review: press.review,
    coming: comingOf(child, scene.today, policy),
    held,
    sure: press.sure,
    another: press.another,
    underFour: isUnderFour(bornOn(child), held?.review.heldOn ?? scene.today),
    onBehalfOf,
  };
  const untyped = Object.fromEntries(typedReviewFields.map((field) => [field, '']));
  return {
    shown: reviewForm(press.act, of, scene, form),
    plain: reviewForm(press.act, of, scene, {
      ...form,
      warned: [],
      filled: (form.filled ?? []).filter((field) => !(field in untyped)),
      values: { ...form.values, ...untyped },
    }),
  };
}

/** Opens a form, for whoever may press it. */
export async function openReviewForm(
  ports: Ports,
  person: Person,
  press: ReviewPress,
  where: Where,
): Promise<Answer> {
  const seen = await seenChild(ports, person, press.child);
  if (seen === undefined) return childUnseenOn(ports, person, press.card);
  if (!mayPress(seen.sides, press.act))
    return lasting(await cardAgain(ports, person, seen, press.card, says.said.notYours));
  if (!hasReviewFor(seen.child, press.act))
    return lasting(await cardAgain(ports, person, seen, press.card, atHomeText(seen.scene)));
  const gone = goneOf(press.held, seen);
  if (gone !== undefined) {
    const said = saidAfterKeeping(seen, { kind: 'already', child: seen.child, fact: gone }, person);
    return lasting(await cardAgain(ports, person, seen, press.card, said));
  }
  const { shown, plain } = formOf(press, seen, { id: ports.newId(), values: {}, problems: [], warned: [] });
  return where.lasting ? lasting(plain) : { shown, kept: plain };
}

const goneOf = (held: string | undefined, { child, scene: { today, directory } }: SeenChild) =>
  takenAway(held, {
    known: factsAsAt(child.facts, today),
    timetable: timetableOf(child, today, directory.policy),
  });

const notYours = (givenBack: string) =>
  noticeCard(
    givingBack({ heading: words.notices.nothingFound.heading, lines: [says.said.notYours] }, givenBack),
  );

/** Saves what a form says, once for each form, or gives the form back with what is wrong at its fields. */
export async function saveReview(
  ports: Ports,
  person: Person,
  press: SentReview,
  where: Where,
): Promise<Answer> {
  const seen = await seenChild(ports, person, press.child);
  if (seen === undefined || !mayPress(seen.sides, press.act))
    return turnedAway(notYours, typedOfReview(press.fields));
  const again = (
    problems: readonly FieldProblem[],
    { warned = [], ...asked }: { warned?: FormState['warned'] } & Asked = {},
  ): Answer => {
    const form = {
      id: press.formId,
      values: press.fields,
      problems,
      warned,
      filled: press.filled ?? [],
    };
    const { shown, plain } = formOf({ ...press, ...asked }, seen, form);
    // By the Submit fallback the message is the answer: in the writer's own chat it may carry their own words.
    return { shown, kept: where.lasting ? shown : plain, own: true };
  };
  const read = readFields(reviewFields[press.act], press.fields);
  if (!read.ok) return again(read.problems);
  const { word, problems, typed } = wordOf(press, seen, seen.scene.directory.policy);
  if (problems.length > 0) return again(problems);
  const found = personalDetails(typed, seen.scene.today);
  if (found.length > 0 && !press.saveAnyway) return again([], { warned: found });

  const kept = await keep(ports, person, press.child, word, {
    formId: press.formId,
    savedAnyway: found.length > 0,
  });
  if (kept.kind !== 'recorded') return turnedAway(notYours, typedOfReview(press.fields));
  const { recorded } = kept;
  if (recorded.kind === 'wrong') {
    return again(
      recorded.wrong.map((wrong) => ({ field: wrong.field, problem: wrongText(wrong, seen.scene) })),
      recorded.wrong
        .map((wrong) => askedWith(wrong, press.fields['heldOn']))
        .find((each) => each !== undefined),
    );
  }
  const said = saidAfterKeeping(kept.seen, recorded, person);
  const card = await cardAgain(ports, person, kept.seen, press.card, said);
  const theirWords = typedOfReview(press.fields);
  // The form was sent before, and what it said then stands, or nothing was recorded: words are given back.
  const isKept =
    recorded.kind === 'done' || (recorded.kind === 'already' && saysAlready(recorded.fact, press.fields));
  if (!isKept && theirWords !== '') {
    const notice = givingBack(
      { heading: says.acts[press.act], lines: said === undefined ? [] : [said] },
      theirWords,
    );
    return { shown: noticeCard(notice), kept: card, own: true };
  }
  const { further, text } = press.fields;
  // The words go on to the form that raises a dispute; the concern is logged whatever becomes of it.
  if (
    press.act === 'log-concern' &&
    further === 'raise' &&
    recorded.kind === 'done' &&
    kept.seen.sides.has('iro')
  )
    return raiseWith(ports, person, { child: press.child, cameFrom: 'midway', worrying: text ?? '' }, card);
  return lasting(card);
}

/** What the form says when it is sent again after a question. */
type Asked = Pick<ReviewFormOf, 'sure' | 'another'> & { readonly held?: string | undefined };

function askedWith(wrong: Wrong, heldOn: string | undefined): Asked | undefined {
  if (wrong.problem === 'recorded-already') return { held: heldOn };
  if (wrong.problem === 'recorded-near') return { held: wrong.review, another: heldOn };
  if (wrong.problem === 'recorded-near-by-another') return { another: heldOn };
  return wrong.problem === 'before-the-last' ? { sure: heldOn } : undefined;
}

function wrongText(wrong: Wrong, { today, directory }: SeenChild['scene']): string {
  if (!('review' in wrong)) return says.problems[wrong.problem];
  return says.besideAnother[wrong.problem](directory.policy.words.review, dayText(wrong.review, today));
}

const saysAlready = (fact: object, fields: Readonly<Record<string, string>>): boolean =>
  typedReviewFields.every((field) => {
    const words = fields[field]?.trim() ?? '';
    return words === '' || Object.values(fact).includes(words);
  });

/** What a form says, after its fields were read. What the policy does not ask is not taken. */
function wordOf(
  press: SentReview,
  { sides }: SeenChild,
  policy: Policy,
): { word: ReviewWord; problems: FieldProblem[]; typed: string } {
  const { act, review, held, sure } = press;
  const fields = <S extends z.ZodType>(schema: S): z.infer<S> => {
    const read = readFields(schema, press.fields);
    if (!read.ok) throw new Error('the fields were read before');
    return read.fields;
  };
  const said = (word: ReviewWord, typed = '') => ({ word, problems: [], typed });
  switch (act) {
    case 'record':
    case 'already-held': {
      const asked = fields(reviewFields.record);
      const full = isFull(sides);
      if (asked.notHeld && held !== undefined && full) return said({ act: 'not-held', held });
      const form = heldForm(asked, press.fields, policy, full);
      const emptied = full ? toldFields.filter((field) => isEmptied(field, press)) : [];
      const known = policy.lateReasons.some(({ id }) => id === form.lateReason);
      const problem = { field: 'lateReason', problem: words.problems.oneOfTheList };
      return {
        word: {
          act,
          form: { ...form, of: held, emptied, sure },
          asksHow: act === 'record',
        },
        problems: form.lateReason === undefined || known ? [] : [problem],
        typed: `${form.outcome ?? ''}\n${form.parentsWhy ?? ''}`,
      };
    }
    case 'adjourn':
      return said({ act, review, ...fields(reviewFields.adjourn) });
    case 'change-date':
      return said({ act, review, ...fields(reviewFields['change-date']) });
    case 'ask-sooner': {
      const { ground, wantedBy } = fields(reviewFields['ask-sooner']);
      return said({ act, review, ground, wantedBy });
    }
    case 'decisions-sent-on':
      return said({ act: 'decisions-sent', review, ...fields(reviewFields[act]) });
    case 'record-sent-on':
      return said({ act: 'record-sent', review, ...fields(reviewFields[act]) });
    case 'log-concern': {
      const { text } = fields(reviewFields['log-concern']);
      return said({ act, review, text }, text);
    }
    case 'not-agreed': {
      const { text } = fields(reviewFields['not-agreed']);
      return said({ act, review, text }, text);
    }
    case 'tell-iro': {
      const { about: what, on, text } = fields(reviewFields['tell-iro']);
      return said({ act, what, on, text }, text);
    }
  }
}

const isEmptied = (field: ToldField, { filled = [], fields }: SentReview): boolean =>
  filled.includes(field) && (fields[field] ?? '').trim() === '';

function heldForm(
  asked: z.infer<(typeof reviewFields)['record']>,
  fields: Readonly<Record<string, string>>,
  { ask, questions }: Policy,
  full: boolean,
): HeldForm {
  const answers = Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = fields[`question:${id}`];
      return answer === 'true' || answer === 'false' ? [[id, answer === 'true']] : [];
    }),
  );
  const words = (text: string) => (text === '' ? undefined : text);
  const {
    heldOn,
    firstOn,
    withoutMeeting,
    participation,
    parents,
    parentsWhy,
    seenAlone,
    lateReason,
    outcome,
  } = asked;
  const day = { heldOn, firstOn, withoutMeeting, participation };
  if (!full) return day;
  return {
    ...day,
    ...(ask.includes('parents') ? { parents, parentsWhy: words(parentsWhy) } : {}),
    ...(ask.includes('seen-alone') ? { seenAlone } : {}),
    ...(ask.includes('late-reason') ? { lateReason } : {}),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    outcome: words(outcome),
  };
}
